// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mail_import.h"

#include "mail/mail_article.h"
#include "mail/mime_parser.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <vector>

namespace deskhand {
namespace {

/// Commands handed to the desk and not yet answered: enough to keep its writer busy, few enough to bound memory.
constexpr std::size_t mostUnderWay = 16;

class MailImportRun
{
public:
    MailImportRun(Desk &desk, const QStringList &paths, const MailImportOptions &options)
        : m_desk(desk)
        , m_source(paths)
        , m_options(options)
    {
    }

    MailImportReport run()
    {
        while (!m_stopped) {
            std::vector<ParsedItem> batch = readBatch();
            if (batch.empty())
                break;
            // Threads come out in order when what is answered is stored before the answer.
            std::stable_sort(batch.begin(), batch.end(), [](const ParsedItem &left, const ParsedItem &right) {
                return left.accept.article.createdAt < right.accept.article.createdAt;
            });
            for (ParsedItem &item : batch)
                submit(std::move(item));
        }
        while (!m_underWay.empty())
            settleOldest();
        for (const SkippedFile &file : m_source.skipped())
            m_report.notes.append({file.file, 0, QStringLiteral("skipped"), file.reason, {}});
        m_report.skippedFiles = m_source.skipped().size();
        return m_report;
    }

private:
    struct ParsedItem {
        QString file;
        int number = 0;
        AcceptMail accept;
    };

    struct UnderWay {
        QString file;
        int number = 0;
        QString problem;
        QFuture<Result<CommandAnswer>> answer;
    };

    std::vector<ParsedItem> readBatch()
    {
        std::vector<ParsedItem> batch;
        qint64 bytes = 0;
        while (bytes < m_options.batchBytes && !m_stopped) {
            std::optional<RawMail> raw = m_source.next();
            if (!raw)
                break;
            bytes += raw->bytes.size();
            ++m_report.seen;
            const ParsedMail mail = parseMail(raw->bytes);
            if (!mail.defects.isEmpty())
                ++m_report.withDefects;
            AcceptMail accept = acceptMailFrom(mail, *raw, m_options.source);
            accept.queue = m_options.queue;
            batch.push_back({raw->file, raw->number, std::move(accept)});
            if (m_options.progress)
                m_stopped = !m_options.progress({m_report.seen, m_source.bytesRead(), m_source.bytesFound()});
        }
        return batch;
    }

    void submit(ParsedItem item)
    {
        Command command = Command::make({}, {});
        command.actorKind = ActorKind::Import;
        command.why = m_options.source;
        const QString problem = item.accept.problem;
        command.body = std::move(item.accept);
        m_underWay.push_back({item.file, item.number, problem, m_desk.submit(command)});
        if (m_underWay.size() >= mostUnderWay)
            settleOldest();
    }

    void settleOldest()
    {
        UnderWay mail = std::move(m_underWay.front());
        m_underWay.pop_front();
        mail.answer.waitForFinished();
        if (!mail.answer.isResultReadyAt(0)) {
            fail(mail, QStringLiteral("no answer"));
            return;
        }
        const Result<CommandAnswer> answer = mail.answer.resultAt(0);
        if (!answer) {
            fail(mail, answer.error().detail);
        } else if (answer->outcome == MailOutcome::Duplicate) {
            ++m_report.duplicates;
        } else if (!mail.problem.isEmpty()) {
            ++m_report.keptRaw;
            m_report.notes.append(
                {mail.file, mail.number, QStringLiteral("kept-raw"), mail.problem, answer->ticketNumber});
        } else if (answer->outcome == MailOutcome::FollowUp) {
            ++m_report.followUps;
        } else {
            ++m_report.opened;
        }
    }

    void fail(const UnderWay &mail, const QString &reason)
    {
        ++m_report.failed;
        m_report.notes.append({mail.file, mail.number, QStringLiteral("failed"), reason, {}});
    }

    Desk &m_desk;
    MailSource m_source;
    const MailImportOptions &m_options;
    MailImportReport m_report;
    std::deque<UnderWay> m_underWay;
    bool m_stopped = false;
};

} // namespace

MailImportReport importMail(Desk &desk, const QStringList &paths, const MailImportOptions &options)
{
    return MailImportRun(desk, paths, options).run();
}

} // namespace deskhand

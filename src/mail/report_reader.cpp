// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/report_reader.h"

#include "mail/address_parser.h"
#include "mail/delivery_status.h"
#include "mail/encoded_words.h"
#include "mail/report_text.h"

#include <QSet>

#include <algorithm>

namespace deskhand {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int mostRecipients = 1000;
constexpr int mostIds = 20;
constexpr qsizetype mostText = 256 * 1024;

class ReportReader
{
public:
    ReportReader(const HeaderBlock &headers, const ParsedMail &mail, const MailLimits &limits)
        : m_headers(headers)
        , m_mail(mail)
        , m_limits(limits)
    {
    }

    ReportFindings read(const MimePart &root)
    {
        walk(root);
        // Good news is no bounce, but a report as well.
        const bool goodNews = m_found.deliveryReport && root.type == "multipart/report";
        m_found.deliveryReport = (goodNews || m_mail.bounce) && !m_mail.feedbackReport;
        if (!m_found.deliveryReport)
            m_found.recipients.clear();
        m_found.receipt = m_found.receipt && root.type == "multipart/report";
        if (m_found.deliveryReport && m_found.recipients.isEmpty())
            readWords();
        else if (m_found.deliveryReport)
            addWords();
        if (m_found.deliveryReport || m_found.receipt || m_mail.feedbackReport)
            addAnsweredIds();
        return m_found;
    }

private:
    void walk(const MimePart &part)
    {
        if (part.type == "message/delivery-status" || part.type == "message/global-delivery-status") {
            for (const ReportedRecipient &one : readDeliveryStatus(part.content, mostRecipients))
                add(one);
            m_found.deliveryReport = true;
        } else if (part.type == "message/disposition-notification"
                   || part.type == "message/global-disposition-notification") {
            m_found.receipt = true;
            readReturned(part.content, "Original-Message-ID");
        } else if (part.type == "message/rfc822" || part.type == "text/rfc822-headers" || part.type == "message/global"
                   || part.type == "message/global-headers") {
            readReturned(part.content, "Message-ID");
        }
        for (const MimePart &child : part.children)
            walk(child);
    }

    void readReturned(const QByteArray &content, const char *name)
    {
        DefectNotes ignored;
        const HeaderBlock headers = HeaderBlock::read(content, m_limits, ignored);
        addId(QString::fromUtf8(unfolded(headers.value(name))));
        for (const char *field : {"To", "Cc"}) {
            for (const MailAddress &address : parseAddresses(headers.value(field), 20, ignored)) {
                if (address.address.contains(u'@') && m_returnedTo.size() < 20)
                    m_returnedTo.append(address.address);
            }
        }
    }

    void addId(const QString &field)
    {
        // The innermost brackets: in a broken header there is more than one that opens.
        const QString upToEnd = field.section(u'>', 0, 0);
        const QString id = upToEnd.mid(upToEnd.lastIndexOf(u'<') + 1).simplified().remove(u' ');
        if (id.contains(u'@') && id.size() <= 998 && m_found.ids.size() < mostIds && !m_found.ids.contains(id))
            m_found.ids.append(id);
    }

    /// Servers that keep the thread name the mail here as well.
    void addAnsweredIds()
    {
        addId(m_mail.inReplyTo);
        if (!m_mail.references.isEmpty())
            addId(m_mail.references.last());
    }

    void add(const ReportedRecipient &one)
    {
        const QString key = one.address.toLower();
        if (m_found.recipients.size() >= mostRecipients || m_known.contains(key))
            return;
        m_known.insert(key);
        m_found.recipients.append(one);
    }

    /// A report without fields: a header that lists them (Exim, Gmail), the words of the notice, and at last the
    /// recipients of the mail that came back.
    void readWords()
    {
        const ReportText text = splitReport(m_mail.text);
        readReturned(text.returned.toUtf8(), "Message-ID");
        // The fields may stand in the text of a report that lost its structure on its way.
        if (m_mail.text.contains("-Recipient:"_L1)) {
            for (const ReportedRecipient &one : readDeliveryStatus(m_mail.text.left(mostText).toUtf8(), mostRecipients))
                add(one);
        }
        if (!m_found.recipients.isEmpty())
            return;
        const QVector<ReportedRecipient> said = readReportText(text.notice, strangers(), mostRecipients);
        readFailedRecipients(text.notice, said);
        if (m_found.recipients.isEmpty()) {
            for (const ReportedRecipient &one : said)
                add(one);
        }
        if (m_found.recipients.isEmpty()) {
            for (const QString &address : m_returnedTo)
                add(judged(address, text.notice));
        }
        // Words that look like headers.
        if (m_found.recipients.isEmpty()) {
            for (const ReportedRecipient &one : readReportText(m_mail.text, strangers(), mostRecipients))
                add(one);
        }
    }

    /// Some servers put into the fields that it failed, and only into their words why.
    void addWords()
    {
        const bool complete = std::none_of(m_found.recipients.begin(), m_found.recipients.end(), saysNothing);
        if (complete)
            return;
        const ReportText text = splitReport(m_mail.text);
        const QVector<ReportedRecipient> said = readReportText(text.notice, {}, mostRecipients);
        for (ReportedRecipient &one : m_found.recipients) {
            const auto known = std::find_if(said.begin(), said.end(), [&one](const ReportedRecipient &other) {
                return one.address.compare(other.address, Qt::CaseInsensitive) == 0;
            });
            if (known == said.end() || !saysNothing(one))
                continue;
            one.reply = known->reply;
            if (!known->status.isEmpty() && (one.status.isEmpty() || one.status.front() == known->status.front()))
                one.status = known->status;
        }
    }

    static bool saysNothing(const ReportedRecipient &one) { return one.reply.isEmpty() && isGeneralStatus(one.status); }

    void readFailedRecipients(const QString &notice, const QVector<ReportedRecipient> &said)
    {
        DefectNotes ignored;
        for (const QByteArray &value : m_headers.values("X-Failed-Recipients")) {
            for (const MailAddress &address : parseAddresses(value, mostRecipients, ignored)) {
                if (!address.address.contains(u'@'))
                    continue;
                const auto known = std::find_if(said.begin(), said.end(), [&](const ReportedRecipient &one) {
                    return one.address.compare(address.address, Qt::CaseInsensitive) == 0;
                });
                add(known != said.end() ? *known : judged(address.address, notice));
            }
        }
    }

    static ReportedRecipient judged(const QString &address, const QString &notice)
    {
        ReportedRecipient one;
        one.address = address;
        judgeRecipient(notice, notice, &one);
        return one;
    }

    /// Who writes the report, and to whom, unless that is who the mail was for.
    [[nodiscard]] QSet<QString> strangers() const
    {
        QSet<QString> all;
        for (const MailAddress &address : m_mail.from + m_mail.to + m_mail.cc + m_mail.replyTo + m_mail.deliveredTo)
            all.insert(address.address.toLower());
        for (const QString &address : m_returnedTo)
            all.remove(address.toLower());
        return all;
    }

    const HeaderBlock &m_headers;
    const ParsedMail &m_mail;
    const MailLimits &m_limits;
    ReportFindings m_found;
    QSet<QString> m_known;
    QStringList m_returnedTo; ///< of the mail that came back
};

} // namespace

ReportFindings readReport(const HeaderBlock &headers, const MimePart &root, const ParsedMail &mail,
                          const MailLimits &limits)
{
    return ReportReader(headers, mail, limits).read(root);
}

} // namespace deskhand

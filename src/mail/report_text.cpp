// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/report_text.h"

#include "mail/delivery_status.h"
#include "mail/header_block.h"

#include <QRegularExpression>

namespace deskhand {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype longestNotice = 64 * 1024;
constexpr qsizetype longestSaid = 1000;

/// An address in a report, and the line that it is on.
struct FoundAddress {
    QString address;
    qsizetype line = 0;
};

const QRegularExpression &addressExpression()
{
    static const QRegularExpression expression(
        uR"x((?:"[^"\n]{1,64}"|[^\s<>()"'\[\],;:@*=]{1,200})@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?)x"_s);
    return expression;
}

bool announcesReturnedMail(QStringView line)
{
    static const QRegularExpression words(
        u"below this line is|this is a copy of|a copy of (?:the|your) (?:original )?message|included is (?:the|a copy)|"
        "headers? of (?:the )?(?:original|your) message|(?:original|returned|unsent|undelivered|rejected|following) "
        "(?:mail|message|text)(?: headers?| text)?(?: as)? (?:follow|is attached|is included|below)|"
        "^[-=_*#>]{2,}\\s*(?:the )?(?:original|returned|unsent|undelivered|your|rejected|start of|begin) ?(?:returned "
        ")?"
        "(?:mail|message|header)s?(?: (?:text|headers?|body))?\\s*[-=_*:.\\s]*$|"
        "^[-=_*#>\\s]*message (?:headers?|text|body|content)s?(?: follows?)?[-=_*:.\\s]*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return line.size() < 200 && words.match(line).hasMatch();
}

/// "Received: …", "From: …" at the begin of a line, and another header or its continuation below.
bool beginsHeaders(const QList<QStringView> &lines, qsizetype at)
{
    const auto isHeader = [&lines](qsizetype i) {
        if (i >= lines.size() || lines[i].isEmpty() || lines[i].size() > 2000)
            return false;
        return isKnownMailHeader(lines[i].toLatin1());
    };
    if (!isHeader(at) || lines[at].front().isSpace())
        return false;
    int headers = 0;
    for (qsizetype i = at; i < lines.size() && i < at + 8; ++i) {
        if (lines[i].trimmed().isEmpty())
            break;
        headers += isHeader(i) && !lines[i].front().isSpace();
    }
    return headers >= 2;
}

bool isAboutSomebodyElse(const QString &line)
{
    static const QRegularExpression words(
        u"mail from|envelope.?from|return.?path|reply.?to|contact|postmaster|help(?:desk)?@|abuse@|support|please|"
        u"\\bsender\\b|sent by|message.?id|https?://|question|assistance|forward"_s,
        QRegularExpression::CaseInsensitiveOption);
    return words.match(line).hasMatch();
}

class TextReader
{
public:
    TextReader(const QString &notice, const QSet<QString> &strangers, int limit)
        : m_notice(notice.left(longestNotice))
        , m_lines(m_notice.split(u'\n'))
        , m_strangers(strangers)
        , m_limit(limit)
    {
    }

    QVector<ReportedRecipient> read()
    {
        QVector<FoundAddress> found = alone();
        if (found.isEmpty())
            found = named();
        if (found.isEmpty())
            found = any();
        QVector<ReportedRecipient> recipients;
        for (qsizetype i = 0; i < found.size(); ++i) {
            const qsizetype end = i + 1 < found.size() ? found[i + 1].line : m_lines.size();
            ReportedRecipient one;
            one.address = found[i].address;
            judgeRecipient(saidBelow(found[i].line, end), m_notice, &one);
            recipients.append(one);
        }
        return recipients;
    }

private:
    /// The address is all that the line has, but for brackets, bullets, a colon or a date.
    QVector<FoundAddress> alone() const
    {
        static const QRegularExpression frame(
            uR"x(^[\s>*•·-]*(?:[45]\d\d[ -])?(?:(?:<|&lt;)?(ADDRESS)(?:>|&gt;)?)\s*(?:[:.;,]*|[:,(]\s.*|\.\.\..*|\(.*|on \w.*|\[.*|<mailto:.*|- .*)\s*$)x"_s
                .replace(u"ADDRESS"_s, addressExpression().pattern()),
            QRegularExpression::CaseInsensitiveOption);
        return matching(frame, false);
    }

    /// In a sentence or command that is about a recipient.
    QVector<FoundAddress> named() const
    {
        static const QRegularExpression frame(
            uR"x(\b(?:rcpt to:?|errors?:|(?:delivered?|delivery|deliver|message|mail|send|sent|addressed|reach|failed|recipients?|address(?:es)?|user|account|mailbox|unknown|to|for|with)(?:\(s\))?(?: (?:to|is|was|for|recipients?|address|user|the|following|domain|not|be))*\s*[:,]?)\s*["'<(]*(?:<|&lt;)?(ADDRESS))x"_s
                .replace(u"ADDRESS"_s, addressExpression().pattern()),
            QRegularExpression::CaseInsensitiveOption);
        return matching(frame, true);
    }

    QVector<FoundAddress> any() const
    {
        static const QRegularExpression frame(u'(' + addressExpression().pattern() + u')');
        return matching(frame, true);
    }

    QVector<FoundAddress> matching(const QRegularExpression &frame, bool careful) const
    {
        QVector<FoundAddress> found;
        QSet<QString> known;
        for (qsizetype i = 0; i < m_lines.size() && found.size() < m_limit; ++i) {
            if (!m_lines[i].contains(u'@') || m_lines[i].size() > 4000 || (careful && isAboutSomebodyElse(m_lines[i])))
                continue;
            QRegularExpressionMatchIterator matches = frame.globalMatch(m_lines[i]);
            while (matches.hasNext() && found.size() < m_limit) {
                const QString address = matches.next().captured(1);
                const QString key = address.toLower();
                if (known.contains(key) || (careful && m_strangers.contains(key)))
                    continue;
                known.insert(key);
                found.append({address, i});
            }
        }
        return found;
    }

    [[nodiscard]] QString saidBelow(qsizetype from, qsizetype end) const
    {
        QString said;
        for (qsizetype i = from; i < end && said.size() < longestSaid; ++i)
            said += m_lines[i].trimmed() + u'\n';
        return said;
    }

    QString m_notice;
    QStringList m_lines;
    const QSet<QString> &m_strangers;
    int m_limit;
};

/// "550" or "452" of a server's answer; 0: none.
int replyCodeIn(const QString &text)
{
    static const QRegularExpression code(uR"((?:^|[\s:"'(#<>=])([45]\d\d)(?:[\s-]|$|[.;,:)]\s))"_s,
                                         QRegularExpression::MultilineOption);
    return code.match(text).captured(1).toInt();
}

bool speaksOfDelay(const QString &text)
{
    static const QRegularExpression words(
        u"will (?:be )?(?:keep trying|retr|continue|try)|still (?:trying|being)|(?:has been|was|is|been) delayed|delay"
        "(?:ed)? (?:mail|delivery|message|notif)|no action is required|not yet been delivered|warning: (?:could "
        "not|message)|"
        "this is a warning|temporarily deferred|do not need to resend|you do not need to|delivery attempts will continue"_s,
        QRegularExpression::CaseInsensitiveOption);
    return words.match(text).hasMatch();
}

bool speaksOfEnd(const QString &text)
{
    static const QRegularExpression words(
        u"permanent|fatal|given up|giving up|gave up|could not be delivered|returned to sender|expired|failed after|"
        "was not delivered|undeliverable|too long"_s,
        QRegularExpression::CaseInsensitiveOption);
    return words.match(text).hasMatch();
}

} // namespace

ReportText splitReport(const QString &text)
{
    const QString begin = text.left(4 * longestNotice);
    const QList<QStringView> lines = QStringView(begin).split(u'\n');
    qsizetype at = 0;
    bool announced = false;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        // What is announced begins with the first line of it.
        if (announced && !lines[i].trimmed().isEmpty())
            return {begin.left(at), begin.mid(at)};
        if (beginsHeaders(lines, i))
            return {begin.left(at), begin.mid(at)};
        announced = announced || announcesReturnedMail(lines[i]);
        at += lines[i].size() + 1;
    }
    return {begin, {}};
}

QVector<ReportedRecipient> readReportText(const QString &notice, const QSet<QString> &strangers, int limit)
{
    return TextReader(notice, strangers, limit).read();
}

void judgeRecipient(const QString &said, const QString &notice, ReportedRecipient *recipient)
{
    recipient->reply = said.simplified().left(longestSaid);
    for (const QString &text : {said, notice}) {
        if (const QString code = statusCodeIn(text); recipient->status.isEmpty() && !code.startsWith(u'2'))
            recipient->status = code;
    }
    int code = replyCodeIn(said);
    if (code == 0)
        code = replyCodeIn(notice);
    const bool delayed = speaksOfDelay(notice) && !speaksOfEnd(notice);
    if (recipient->status.isEmpty()) {
        recipient->status = statusFromWords(said);
        if (recipient->status.isEmpty())
            recipient->status = statusFromWords(notice);
        if (!recipient->status.isEmpty() && code != 0)
            recipient->status.replace(0, 1, QString::number(code / 100));
    }
    // A server that gives up has met with something that was temporary each time.
    recipient->state = delayed ? DeliveryState::Delayed : DeliveryState::Bounced;
}

} // namespace deskhand

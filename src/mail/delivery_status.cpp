// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/delivery_status.h"

#include <QHash>
#include <QRegularExpression>

namespace deskhand {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype longestReply = 1000;

/// The fields of one group, names in lower case.
using StatusFields = QHash<QString, QString>;

QVector<StatusFields> readGroups(const QString &text)
{
    QVector<StatusFields> groups(1);
    QString name;
    for (const QStringView line : QStringView(text).split(u'\n')) {
        if (line.trimmed().isEmpty()) {
            if (!groups.last().isEmpty())
                groups.append(StatusFields());
            name.clear();
            continue;
        }
        const bool continues = line.front() == u' ' || line.front() == u'\t';
        const qsizetype colon = line.indexOf(u':');
        if (continues || colon <= 0 || line.first(colon).contains(u' ')) {
            if (!name.isEmpty() && groups.last()[name].size() < longestReply)
                groups.last()[name] += u' ' + line.trimmed().toString();
            continue;
        }
        name = line.first(colon).trimmed().toString().toLower();
        // Some servers leave out the blank line between two recipients.
        if (name == "final-recipient"_L1 && groups.last().contains(name))
            groups.append(StatusFields());
        groups.last().insert(name, line.sliced(colon + 1).trimmed().toString());
    }
    return groups;
}

/// "rfc822; <joe@example.com> (Joe)" is joe@example.com.
QString addressOf(const QString &field)
{
    QString address = field.section(u';', field.contains(u';') ? 1 : 0).trimmed();
    if (const qsizetype open = address.indexOf(u'<'); open >= 0)
        address = address.mid(open + 1).section(u'>', 0, 0);
    static const QRegularExpression comment(uR"(\s*\([^)]*\)\s*$)"_s);
    address.remove(comment);
    // xtext (RFC 3461): "+" and two digits.
    static const QRegularExpression coded(u"\\+(2B|3D|40|20)"_s);
    for (QRegularExpressionMatch match = coded.match(address); match.hasMatch();
         match = coded.match(address, match.capturedStart() + 1))
        address.replace(match.capturedStart(), 3, QChar(match.captured(1).toInt(nullptr, 16)));
    address = address.simplified().remove(u' ');
    return address.contains(u'@') ? address.left(400) : QString();
}

QString replyOfField(const QString &diagnostic)
{
    const qsizetype semicolon = diagnostic.indexOf(u';');
    const bool typed = semicolon > 0 && semicolon < 20 && !diagnostic.first(semicolon).trimmed().contains(u' ');
    return diagnostic.mid(typed ? semicolon + 1 : 0).simplified().left(longestReply);
}

DeliveryState stateOf(const QString &action, const QString &status)
{
    if (action.startsWith("delay"_L1))
        return DeliveryState::Delayed;
    if (action.startsWith("deliver"_L1) || action.startsWith("relay"_L1) || action.startsWith("expand"_L1))
        return DeliveryState::Sent;
    if (action.startsWith("fail"_L1))
        return DeliveryState::Bounced;
    return stateOfStatus(status);
}

struct WordsOfStatus {
    const char *words;
    const char *status;
};

/// In the order in which they count.
constexpr WordsOfStatus phrases[] = {
    {"mailbox (?:is )?full|over ?quota|quota exceed|exceeded? (?:.{0,20})quota|not enough (?:disk )?space|insufficient "
     "(?:system )?storage|disk full|too many messages|mailbox size limit|storage limit",
     "5.2.2"},
    {"too large|size limit|message size|exceeds? (?:maximum|size|the max)|maximum .{0,20}size|too big", "5.3.4"},
    {"user unknown|unknown user|no such (?:user|recipient|address|mailbox|person)|user (?:is |does |was )?not "
     "(?:found|exist|"
     "known|listed)|mailbox (?:not found|unavailable|does not exist|unknown)|(?:recipient|address|account) (?:does not|"
     "doesn't|not) exist|unknown (?:recipient|address|account|mailbox|local)|invalid "
     "(?:recipient|mailbox|address|user)|"
     "no mailbox here|unrouteable address|not a (?:valid|known) (?:user|mailbox)|bad destination mailbox|does not "
     "exist|"
     "not listed in|recipient address rejected|recipient unknown|user doesn't|no account|unknown or illegal alias",
     "5.1.1"},
    {"host (?:unknown|not found)|unknown host|domain (?:not found|does not exist|unknown)|name or service not known|no "
     "such (?:domain|host)|unable to (?:find|resolve)|nxdomain|couldn't find any host|bad destination system|"
     "unrouteable mail domain",
     "5.1.2"},
    {"disabled|inactive|suspended|deactivated|expired|discontinued|not active", "5.2.1"},
    {"spam|blacklist|blocklist|block list|blocked|listed at|rejected by .{0,30}filter|policy|denied|not "
     "permitted|relay|"
     "prohibited|refused|not allowed|virus|dmarc|\\bspf\\b|authentication",
     "5.7.1"},
    {"timed? ?out|could not connect|connection (?:refused|dropped|lost|died|reset)|unreachable|not responding|greylist|"
     "try again|retry time|delivery time expired|too long",
     "4.4.1"},
    {"loop|too many hops", "5.4.6"},
};

} // namespace

bool isGeneralStatus(const QString &status)
{
    return status.isEmpty() || status.endsWith(".0.0"_L1);
}

DeliveryState stateOfStatus(const QString &status)
{
    if (status.startsWith(u'2'))
        return DeliveryState::Sent;
    return status.startsWith(u'4') ? DeliveryState::Delayed : DeliveryState::Bounced;
}

QString statusCodeIn(const QString &text)
{
    static const QRegularExpression code(uR"((?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d))"_s);
    QString general;
    QRegularExpressionMatchIterator matches = code.globalMatch(text.left(16 * 1024));
    while (matches.hasNext()) {
        const QString status = matches.next().captured(1);
        if (!isGeneralStatus(status))
            return status;
        if (general.isEmpty())
            general = status;
    }
    return general;
}

QString statusFromWords(const QString &text)
{
    static const QVector<QPair<QRegularExpression, QString>> known = [] {
        QVector<QPair<QRegularExpression, QString>> list;
        for (const WordsOfStatus &phrase : phrases)
            list.append(
                {QRegularExpression(QString::fromLatin1(phrase.words), QRegularExpression::CaseInsensitiveOption),
                 QString::fromLatin1(phrase.status)});
        return list;
    }();
    const QString begin = text.left(16 * 1024);
    for (const auto &[words, status] : known) {
        if (words.match(begin).hasMatch())
            return status;
    }
    return {};
}

QVector<ReportedRecipient> readDeliveryStatus(QByteArrayView content, int limit)
{
    QVector<ReportedRecipient> found;
    const QString text =
        QString::fromUtf8(content.first(qMin<qsizetype>(content.size(), 2 * 1024 * 1024))).remove(u'\r');
    for (const StatusFields &fields : readGroups(text)) {
        if (found.size() >= limit)
            break;
        ReportedRecipient one;
        one.address = addressOf(fields.value(u"original-recipient"_s));
        if (one.address.isEmpty())
            one.address = addressOf(fields.value(u"final-recipient"_s));
        if (one.address.isEmpty())
            one.address = addressOf(fields.value(u"x-actual-recipient"_s));
        if (one.address.isEmpty())
            continue;
        one.reply = replyOfField(fields.value(u"diagnostic-code"_s));
        one.status = statusCodeIn(fields.value(u"status"_s));
        const QString said = statusCodeIn(one.reply);
        // What the other server has said is nearer to the cause than what ours made of it.
        if (!isGeneralStatus(said) && (one.status.isEmpty() || said.front() == one.status.front()))
            one.status = said;
        one.state = stateOf(fields.value(u"action"_s).toLower(), one.status);
        found.append(one);
    }
    return found;
}

} // namespace deskhand

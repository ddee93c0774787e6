// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/delivery_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace deskhand {

namespace {

constexpr int longestReply = 160;
constexpr qint64 countdownUpTo = 600'000; // ms

struct DeliveryWords {
    Q_DECLARE_TR_FUNCTIONS(deskhand::DeliveryText)

public:
    static int count(const MailDelivery &mail, DeliveryState state)
    {
        return int(std::count_if(mail.recipients.cbegin(), mail.recipients.cend(),
                                 [state](const RecipientDelivery &one) { return one.state == state; }));
    }

    /// "sarah@example.org (5.1.1 no such user)", and how many others have the same fate.
    static QString whom(const MailDelivery &mail, DeliveryState state)
    {
        QStringList names;
        QString reason;
        for (const RecipientDelivery &one : mail.recipients) {
            if (one.state != state)
                continue;
            names.append(one.address.address);
            if (reason.isEmpty())
                reason = why(one);
        }
        QString text = names.mid(0, 2).join(QStringLiteral(", "));
        if (names.size() > 2)
            text += u' ' + tr("and %n other(s)", nullptr, int(names.size()) - 2);
        return reason.isEmpty() ? text : text + QStringLiteral(" (") + reason + u')';
    }

    static QString why(const RecipientDelivery &one)
    {
        QString reply = one.reply.simplified();
        if (!one.status.isEmpty() && !reply.contains(one.status))
            reply = one.status + u' ' + reply;
        return reply.trimmed().left(longestReply);
    }
};

QString withSentRest(const MailDelivery &mail, const QString &text)
{
    const int sent = DeliveryWords::count(mail, DeliveryState::Sent);
    return sent == 0 ? text : text + QStringLiteral(" · ") + DeliveryWords::tr("sent to %n other(s)", nullptr, sent);
}

DeliveryLine queuedLine(const MailDelivery &mail, Instant now, const TimeWords &words)
{
    const bool tried = std::any_of(mail.recipients.cbegin(), mail.recipients.cend(),
                                   [](const RecipientDelivery &one) { return one.attempts > 0; });
    if (mail.releaseAt > now)
        return {DeliveryWords::tr("Waiting: sends %1").arg(words.moment(mail.releaseAt, now)), DeliveryTone::Waiting};
    if (tried)
        return {DeliveryWords::tr("Waiting to be tried again"), DeliveryTone::Waiting};
    return {DeliveryWords::tr("Waiting for the mail server"), DeliveryTone::Waiting};
}

} // namespace

QString deliveryStateText(DeliveryState state)
{
    switch (state) {
    case DeliveryState::None: return DeliveryWords::tr("Not mailed");
    case DeliveryState::Withdrawn: return DeliveryWords::tr("Taken back");
    case DeliveryState::Sent: return DeliveryWords::tr("Sent");
    case DeliveryState::Queued: return DeliveryWords::tr("Waiting");
    case DeliveryState::Sending: return DeliveryWords::tr("Being sent");
    case DeliveryState::Delayed: return DeliveryWords::tr("Delayed");
    case DeliveryState::Failed: return DeliveryWords::tr("Not delivered");
    case DeliveryState::Bounced: return DeliveryWords::tr("Bounced");
    }
    return {};
}

DeliveryLine deliveryLine(const MailDelivery &mail, Instant now, const TimeWords &words)
{
    switch (mail.state) {
    case DeliveryState::None: return {};
    case DeliveryState::Withdrawn: return {DeliveryWords::tr("Taken back before it was sent"), DeliveryTone::Quiet};
    case DeliveryState::Sent:
        return {DeliveryWords::tr("Sent to %n", "number of recipients", int(mail.recipients.size())),
                DeliveryTone::Quiet};
    case DeliveryState::Queued: return queuedLine(mail, now, words);
    case DeliveryState::Sending: return {DeliveryWords::tr("Being sent"), DeliveryTone::Waiting};
    case DeliveryState::Delayed:
        return {withSentRest(mail, DeliveryWords::tr("Delayed: %1").arg(DeliveryWords::whom(mail, mail.state))),
                DeliveryTone::Warning};
    case DeliveryState::Failed:
        return {withSentRest(mail, DeliveryWords::tr("Not delivered: %1").arg(DeliveryWords::whom(mail, mail.state))),
                DeliveryTone::Danger};
    case DeliveryState::Bounced:
        return {withSentRest(mail, DeliveryWords::tr("Bounced: %1").arg(DeliveryWords::whom(mail, mail.state))),
                DeliveryTone::Danger};
    }
    return {};
}

QString deliveryDetails(const MailDelivery &mail, Instant now, const TimeWords &words)
{
    QStringList lines;
    for (const RecipientDelivery &one : mail.recipients) {
        QString line = one.address.address + QStringLiteral(": ") + deliveryStateText(one.state);
        if (one.at != 0)
            line += QStringLiteral(", ") + words.exact(one.at);
        if (one.attempts > 1)
            line += QStringLiteral(", ") + DeliveryWords::tr("%n attempt(s)", nullptr, one.attempts);
        if (const QString why = DeliveryWords::why(one); !why.isEmpty())
            line += QStringLiteral("\n    ") + why;
        if (one.nextAt > now && one.attempts > 0)
            line += QStringLiteral("\n    ") + DeliveryWords::tr("Next attempt %1").arg(words.moment(one.nextAt, now));
        lines.append(line);
    }
    if (mail.releaseAt > now && mail.state == DeliveryState::Queued)
        lines.append(DeliveryWords::tr("Sends %1").arg(words.exact(mail.releaseAt)));
    if (!mail.messageId.isEmpty())
        lines.append(QStringLiteral("Message-ID: <%1>").arg(mail.messageId));
    return lines.join(u'\n');
}

QString addressTroubleText(const RecipientDelivery &trouble, Instant now, const TimeWords &words)
{
    const QString day = words.moment(trouble.at, now);
    QString text;
    if (trouble.state == DeliveryState::Bounced)
        text = DeliveryWords::tr("Mail to this address bounced: %1").arg(day);
    else if (trouble.state == DeliveryState::Delayed)
        text = DeliveryWords::tr("Mail to this address is delayed: %1").arg(day);
    else
        text = DeliveryWords::tr("Mail to this address was refused: %1").arg(day);
    const QString why = DeliveryWords::why(trouble);
    return why.isEmpty() ? text : text + QStringLiteral(" (") + why + u')';
}

QString releaseText(Instant releaseAt, Instant now, const TimeWords &words)
{
    const qint64 left = releaseAt - now;
    if (left > countdownUpTo)
        return words.moment(releaseAt, now);
    const qint64 seconds = std::max<qint64>(0, (left + 999) / 1000);
    if (seconds < 100)
        return DeliveryWords::tr("in %1 s").arg(seconds);
    return DeliveryWords::tr("in %1 min").arg((seconds + 59) / 60);
}

} // namespace deskhand

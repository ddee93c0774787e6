// SPDX-License-Identifier: GPL-3.0-or-later
// One mail through an SMTP session: MAIL, RCPT for each recipient, DATA.
#include "mail/transport/smtp_outlet.h"

#include <algorithm>
#include <optional>

namespace deskhand {
namespace {

constexpr qsizetype smtpMostRecipients =
    100; ///< of one transaction; every server must take so many (RFC 5321 4.5.3.1.8)

bool hasEightBits(const QByteArray &bytes)
{
    return std::any_of(bytes.cbegin(), bytes.cend(), [](char c) { return (c & 0x80) != 0; });
}

/// Whether a server has said that this transaction has enough recipients (RFC 5321 4.5.3.1.10: 452, once also 552).
bool saysTooManyRecipients(const SmtpReply &reply)
{
    const QString status = reply.status();
    if (reply.code == 452)
        return status.isEmpty() || status == QLatin1String("4.5.3");
    return reply.code == 552 && status == QLatin1String("5.5.3");
}

} // namespace

struct SmtpOutlet::Envelope {
    QByteArray from;
    QByteArray options; ///< of MAIL
    QByteArray data;
    QVector<QByteArray> paths; ///< of the recipients, by their places; empty: judged already
};

void SmtpOutlet::judge(RecipientDelivery *recipient, const SmtpReply &reply) const
{
    recipient->state = smtpState(reply);
    recipient->reply = serverWords(reply.text(), m_credentials);
    recipient->status = reply.status();
}

void SmtpOutlet::refuse(RecipientDelivery *recipient, const char *status, const QString &why) const
{
    recipient->state = DeliveryState::Failed;
    recipient->status = QLatin1String(status);
    recipient->reply = why;
}

SmtpOutlet::Envelope SmtpOutlet::envelopeFor(const QByteArray &bytes, const QString &from, SmtpOutcome *outcome) const
{
    Envelope envelope;
    envelope.data = smtpData(bytes);
    bool fromNeedsUtf8 = false;
    if (!from.isEmpty())
        envelope.from = smtpAddress(from, &fromNeedsUtf8);
    const qint64 largest = parameterOf("SIZE").toLongLong();
    const bool tooLarge = largest > 0 && envelope.data.size() > largest;
    const bool eightBits = hasEightBits(bytes);
    bool anyUtf8 = fromNeedsUtf8;
    for (RecipientDelivery &recipient : outcome->recipients) {
        bool needsUtf8 = false;
        QByteArray path = smtpAddress(recipient.address.address, &needsUtf8);
        if (path.isEmpty())
            refuse(&recipient, "5.1.3", QStringLiteral("this is no address that mail could be sent to"));
        else if (tooLarge)
            refuse(&recipient, "5.3.4", QStringLiteral("the server takes mails of at most %1 bytes").arg(largest));
        else if (eightBits && !can("8BITMIME"))
            refuse(&recipient, "5.6.3", QStringLiteral("the server does not take mails of eight bits"));
        else if ((needsUtf8 || fromNeedsUtf8) && !can("SMTPUTF8"))
            refuse(&recipient, "5.6.7", QStringLiteral("the server does not take addresses beyond ASCII"));
        if (recipient.state == DeliveryState::Failed)
            path.clear();
        else
            anyUtf8 = anyUtf8 || needsUtf8;
        envelope.paths.append(path);
    }
    if (largest > 0 || can("SIZE"))
        envelope.options += " SIZE=" + QByteArray::number(envelope.data.size());
    if (eightBits)
        envelope.options += " BODY=8BITMIME";
    if (anyUtf8)
        envelope.options += " SMTPUTF8";
    return envelope;
}

Result<SmtpOutcome> SmtpOutlet::send(const QByteArray &bytes, const QString &envelopeFrom,
                                     const QVector<MailAddress> &recipients)
{
    if (m_broken)
        return mailError(ErrorCode::Offline, QStringLiteral("mail.smtp"), QStringLiteral("the session has ended"));
    SmtpOutcome outcome;
    for (const MailAddress &address : recipients) {
        RecipientDelivery recipient;
        recipient.address = address;
        recipient.state = DeliveryState::Delayed;
        outcome.recipients.append(recipient);
    }
    const Envelope envelope = envelopeFor(bytes, envelopeFrom, &outcome);
    if (!envelopeFrom.isEmpty() && envelope.from.isEmpty()) {
        return mailError(ErrorCode::Invalid, QStringLiteral("mail.sender"),
                         QStringLiteral("this is no address that mail could be sent from"), QStringLiteral("sender"));
    }
    QVector<qsizetype> open;
    for (qsizetype i = 0; i < envelope.paths.size(); ++i) {
        if (!envelope.paths[i].isEmpty())
            open.append(i);
    }
    bool anyJudged = open.size() < envelope.paths.size();
    while (!open.isEmpty()) {
        const qsizetype before = open.size();
        const auto done = transaction(envelope, &open, &outcome);
        anyJudged = anyJudged || open.size() < before;
        if (!done && !anyJudged)
            return done.error();
        if (!done || outcome.unknown) {
            // They were not judged, or their answer got lost: they are asked for again.
            for (const qsizetype place : std::as_const(open))
                outcome.recipients[place].reply = done ? QString() : done.error().detail;
            return outcome;
        }
    }
    return outcome;
}

/// One MAIL … DATA for the first of `open`; those who have an answer are taken out of it.
Result<void> SmtpOutlet::transaction(const Envelope &envelope, QVector<qsizetype> *open, SmtpOutcome *outcome)
{
    const auto begun = beginMail(envelope, *open, outcome);
    if (!begun)
        return begun.error();
    if (!*begun) {
        open->clear();
        return reset();
    }
    const auto taken = askRecipients(envelope, open, outcome);
    if (!taken)
        return taken.error();
    if (taken->isEmpty())
        return reset();
    const auto handed = handOver(envelope, *taken, outcome);
    if (!handed)
        return handed.error();
    for (const qsizetype place : *taken)
        open->removeOne(place);
    return {};
}

/// False: the server does not take a mail like this; all are judged then.
Result<bool> SmtpOutlet::beginMail(const Envelope &envelope, const QVector<qsizetype> &open, SmtpOutcome *outcome)
{
    const auto reply = command("MAIL FROM:<" + envelope.from + '>' + envelope.options);
    if (!reply)
        return reply.error();
    m_inMail = true;
    if (reply->positive())
        return true;
    if (reply->code == 530) { // it wants to know first who asks: nothing was said about the mail
        m_broken = true;
        return refusal(*reply, "mail.signIn", ErrorCode::Unauthenticated);
    }
    for (const qsizetype place : open)
        judge(&outcome->recipients[place], *reply);
    return false;
}

/// Gives those that the server takes, and takes those out of `open` that it refuses, now or for good.
Result<QVector<qsizetype>> SmtpOutlet::askRecipients(const Envelope &envelope, QVector<qsizetype> *open,
                                                     SmtpOutcome *outcome)
{
    QVector<qsizetype> taken;
    const QVector<qsizetype> asked = open->mid(0, smtpMostRecipients);
    for (const qsizetype place : asked) {
        const auto reply = command("RCPT TO:<" + envelope.paths[place] + '>');
        if (!reply)
            return reply.error();
        if (reply->positive()) {
            taken.append(place);
            continue;
        }
        if (!taken.isEmpty() && saysTooManyRecipients(*reply))
            return taken; // the next transaction is for the rest
        judge(&outcome->recipients[place], *reply);
        open->removeOne(place);
    }
    return taken;
}

std::optional<SmtpReply> SmtpOutlet::earlyReply()
{
    const auto there = m_channel->waitForBytes(0);
    const auto reply = there && *there ? readReply() : Result<SmtpReply>(Error{});
    return reply ? std::optional(*reply) : std::nullopt;
}

Result<void> SmtpOutlet::handOver(const Envelope &envelope, const QVector<qsizetype> &taken, SmtpOutcome *outcome)
{
    const auto judgeAll = [&](const SmtpReply &reply) {
        for (const qsizetype place : taken)
            judge(&outcome->recipients[place], reply);
    };
    const auto ready = command("DATA");
    if (!ready)
        return ready.error();
    if (!ready->intermediate()) {
        if (ready->positive())
            return mailError(ErrorCode::Invalid, QStringLiteral("mail.smtp"), QStringLiteral("DATA was not understood"),
                             QStringLiteral("protocol"));
        judgeAll(*ready);
        return reset();
    }
    const auto written = m_channel->write(envelope.data);
    // Without the lone dot it cannot have been taken. A server that has spoken already does not want it, and an answer
    // that came too early must not be read as the one to the dot.
    if (const auto early = earlyReply(); early || m_broken || !written) {
        m_broken = true;
        if (early && (early->transient() || early->permanent()) && early->code != 421) {
            judgeAll(*early);
            return {};
        }
        return written ? mailError(ErrorCode::Offline, QStringLiteral("mail.smtp"),
                                   QStringLiteral("the server ended the mail"))
                       : written.error();
    }
    if (!m_channel->goesOn()) { // the last moment at which it is known
        m_broken = true;
        return mailError(ErrorCode::Cancelled, QStringLiteral("mail.smtp"), QString());
    }
    const auto ended = m_channel->write(".\r\n");
    m_channel->setAnswerPatience(m_channel->patience().afterData);
    const auto reply = readReply();
    m_channel->setAnswerPatience(0);
    static_cast<void>(ended); // whether it has gone out is known by the answer alone
    if (!reply || reply->intermediate()) {
        m_broken = true;
        outcome->unknown = true;
        for (const qsizetype place : taken)
            outcome->recipients[place].reply = reply ? QString() : reply.error().detail;
        return {};
    }
    m_inMail = false;
    judgeAll(*reply);
    m_broken = m_broken || reply->code == 421;
    return {};
}

} // namespace deskhand

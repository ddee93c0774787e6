// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/bounce_detection.h"

#include "mail/encoded_words.h"

#include <QRegularExpression>

namespace deskhand {
namespace {

using namespace Qt::Literals::StringLiterals;

bool hasPartOfType(const MimePart &part, QByteArrayView type, const MimePart **found = nullptr)
{
    if (part.type == type) {
        if (found)
            *found = &part;
        return true;
    }
    for (const MimePart &child : part.children) {
        if (hasPartOfType(child, type, found))
            return true;
    }
    return false;
}

/// A report that every recipient got the mail ("delivered", "relayed", "expanded") is good news, not a bounce.
bool reportsOnlySuccess(const MimePart &status)
{
    static const QRegularExpression action(u"^Action:[ \\t]*([a-z]+)"_s, QRegularExpression::CaseInsensitiveOption
                                                                             | QRegularExpression::MultilineOption);
    QRegularExpressionMatchIterator actions = action.globalMatch(QString::fromLatin1(status.content.left(64 * 1024)));
    bool success = false;
    while (actions.hasNext()) {
        const QString word = actions.next().captured(1).toLower();
        if (word == "delivered"_L1 || word == "relayed"_L1 || word == "expanded"_L1)
            success = true;
        else
            return false;
    }
    return success;
}

QString senderText(const HeaderBlock &headers, const ParsedMail &mail)
{
    QString sender = QString::fromLatin1(unfolded(headers.value("From"))).toLower();
    for (const MailAddress &from : mail.from)
        sender += u' ' + from.address.toLower() + u' ' + from.name.toLower();
    return sender;
}

bool isDaemonName(const QString &sender)
{
    for (const char *name : {"mailer-daemon", "mailer_daemon", "mail delivery s", "mail delivery subsystem",
                             "mail-delivery", "mail.delivery.system", "mail deliver system", "mailerdaemon",
                             "mail administrator", "delivery subsystem", "double-bounce", "post_master@"}) {
        if (sender.contains(QLatin1String(name)))
            return true;
    }
    return false;
}

bool isPostmaster(const QString &sender)
{
    return sender.contains("postmaster"_L1) || sender.contains("poostmaster"_L1) || sender.contains("mail system"_L1)
           || sender.contains("ndr administrator"_L1);
}

bool isBounceSubject(const QString &subject)
{
    static const QRegularExpression expression(
        u"undeliver|delivery (?:status )?(?:failed|failure|notification|status|problem|report|has "
        u"failed|delayed)|(?:mail|message) deliver\\w* (?:has )?fail"
        "|delivery has failed|failed delivery|failure delivery|failure notice|returned (?:mail|message|to "
        "sender)|returning (?:message|mail) to sender|mail (?:system )?error"
        "|mail failed|mail failure|(?:message|mail).{0,40}delayed|delayed mail|could not (?:be "
        ")?(?:send|sent|deliver|delivered)|can ?not (?:be )?deliver"
        "|nondeliverable|non-?delivery|not deliver|unable to deliver|error sending your mail|unzustellbar|nicht "
        "zugestellt|non remis|échec de la remise"
        "|no se puede entregar|не доставлено|宛先不明|配信不能|notification d.état|mail delivery|message status - undeliverable|warning: could not send"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return expression.match(subject.left(400)).hasMatch();
}

bool isBounceText(const QString &text)
{
    static const QRegularExpression expression(
        u"could not be delivered|couldn't be delivered|(?:was|were|is|are) (?:not "
        u"delivered|undeliverable)|undeliverable|unable to deliver|delivery (?:has )?failed|failed to deliver"
        "|wasn't able to deliver|permanent(?: fatal)? error|delivery to the following recipient|did not reach the "
        "following recipient|user unknown|mailbox unavailable"
        "|unknown user|no such user|recipient(?: address)? rejected|returned to sender|cannot be delivered|can't be "
        "delivered|delivery failure|mailbox (?:is )?full|over quota"
        "|transaction failed|message was not|not been delivered|could not deliver|host unknown|invalid "
        "recipient|5\\.\\d\\.\\d{1,3}\\b|\\b55[0-4][ -]|was rejected|error:|delivery temporarily suspended"
        "|送信でき|配信でき|届けることができ|送信されませんでした|не доставлено"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return expression.match(text.left(16 * 1024)).hasMatch();
}

/// What a notice of Amazon SES is about: "bounce", "complaint", "delivery"; empty for any other mail. (It is JSON, or
/// JSON as a string inside JSON.)
QString amazonNotification(const ParsedMail &mail, const QString &sender)
{
    if (!sender.contains("amazonaws.com"_L1))
        return {};
    static const QRegularExpression type(uR"(notificationType\\?"\s*:\s*\\?"(\w+))"_s);
    return type.match(mail.text.left(64 * 1024)).captured(1).toLower();
}

/// Delivery notices that come as ordinary mail of a service.
bool isServiceNotice(const ParsedMail &mail, const QString &sender)
{
    if (amazonNotification(mail, sender) == "bounce"_L1)
        return true;
    // fml, a mailing list manager, refuses in its own words.
    static const QRegularExpression listRefusal(
        u"are not member|^Loop Alert:|^Your mail to .+ is rejected|Rejected article"_s,
        QRegularExpression::CaseInsensitiveOption);
    return sender.contains("-admin@"_L1) && listRefusal.match(mail.subject.left(400)).hasMatch();
}

void addSign(ParsedMail &mail, const char *name)
{
    const QString text = QString::fromLatin1(name);
    if (!mail.autoResponseSigns.contains(text))
        mail.autoResponseSigns.append(text);
    mail.autoSubmitted = true;
}

bool isVacation(const HeaderBlock &headers, const ParsedMail &mail)
{
    static const QRegularExpression vacation(
        u"^(?:auto(?:matic|mated)?[- ]?(?:reply|response|antwort)|automatische? (?:antwort|abwesenheits)|out of (?:the "
        u")?office|abwesenheit|away (?:until|from)"
        "|vacation|on holiday|réponse automatique|absence du bureau|respuesta automática|risposta automatica|automatisch antwoord|afwezig|自动回复|自動応答|автоответ)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return vacation.match(mail.subject.left(400)).hasMatch()
           || headers.value("Auto-Submitted").toLower().contains("vacation");
}

bool isBounce(const HeaderBlock &headers, const MimePart &root, const ParsedMail &mail)
{
    const QString sender = senderText(headers, mail);
    const MimePart *status = nullptr;
    if (hasPartOfType(root, "message/delivery-status", &status)
        || hasPartOfType(root, "message/global-delivery-status", &status)) {
        // Somebody who passes a bounce on ("Fwd: Undelivered"), to ask what it means, is a person.
        static const QRegularExpression passedOn(u"^\\s*\\w{1,6}\\s*(?:\\[\\d+\\])?\\s*:"_s);
        const bool says = isBounceSubject(mail.subject) && !passedOn.match(mail.subject).hasMatch();
        const bool ofMachine = says || root.type == "multipart/report" || root.type == status->type
                               || mail.autoSubmitted || !mail.autoResponseSigns.isEmpty() || isDaemonName(sender)
                               || isPostmaster(sender);
        return ofMachine && !reportsOnlySuccess(*status);
    }
    if (root.reportType == "delivery-status" || headers.has("X-Failed-Recipients"))
        return true;
    if (isServiceNotice(mail, sender))
        return true;
    const bool nullSender = mail.autoResponseSigns.contains("null-return-path"_L1) || sender.contains("<>"_L1);
    const bool daemon = isDaemonName(sender);
    if (isVacation(headers, mail) && !daemon)
        return false;
    const bool subject = isBounceSubject(mail.subject);
    const bool text = isBounceText(mail.text);
    if (daemon)
        return subject || text;
    const bool original = hasPartOfType(root, "message/rfc822") || hasPartOfType(root, "text/rfc822-headers");
    if (isPostmaster(sender))
        return subject || (text && original);
    // Mobile carriers report from addresses of their own; the mail that failed is attached.
    const bool noReply = mail.autoResponseSigns.contains("no-reply-sender"_L1);
    return text && ((nullSender && subject) || (noReply && original));
}

} // namespace

void readBounce(const HeaderBlock &headers, const MimePart &root, ParsedMail &mail)
{
    const QString amazon = amazonNotification(mail, senderText(headers, mail));
    // Hotmail's complaints have no report part, only the mail that was complained about.
    const bool hotmail = mail.subject.startsWith("complaint about message from "_L1, Qt::CaseInsensitive)
                         && hasPartOfType(root, "message/rfc822");
    if (hasPartOfType(root, "message/feedback-report") || root.reportType == "feedback-report"
        || amazon == "complaint"_L1 || hotmail) {
        mail.feedbackReport = true;
        addSign(mail, "feedback-report");
        return;
    }
    if (hasPartOfType(root, "message/disposition-notification") || root.reportType == "disposition-notification")
        addSign(mail, "disposition-notification");
    else if (isVacation(headers, mail))
        addSign(mail, "vacation");
    else if (!amazon.isEmpty())
        addSign(mail, "service-notification");
    mail.bounce = isBounce(headers, root, mail);
    if (mail.bounce)
        addSign(mail, "bounce");
}

} // namespace deskhand

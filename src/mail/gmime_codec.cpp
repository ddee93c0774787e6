// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/gmime_codec.h"

#include "domain/language_guess.h"
#include "domain/thanks.h"
#include "mail/authentication_results.h"
#include "mail/mail_article.h"
#include "mail/mail_writer.h"
#include "mail/mime_parser.h"
#include "mail/quote_detection.h"
#include "mail/report_reader.h"

#include <algorithm>

namespace deskhand {
namespace {

bool hasSign(const ParsedMail &mail, std::initializer_list<QLatin1String> names)
{
    return std::any_of(names.begin(), names.end(),
                       [&mail](QLatin1String name) { return mail.autoResponseSigns.contains(name); });
}

MailNature natureOf(const ParsedMail &mail, const ReportFindings &report)
{
    if (report.deliveryReport || mail.bounce)
        return MailNature::DeliveryReport;
    if (mail.feedbackReport || report.receipt || hasSign(mail, {QLatin1String("disposition-notification")}))
        return MailNature::OtherReport;
    if (hasSign(mail, {QLatin1String("vacation"), QLatin1String("x-autoreply"), QLatin1String("precedence-auto-reply"),
                       QLatin1String("delivered-to-autoresponder"), QLatin1String("auto-replied")}))
        return MailNature::AutoReply;
    if (mail.autoSubmitted
        || hasSign(mail, {QLatin1String("null-return-path"), QLatin1String("daemon-sender"),
                          QLatin1String("no-reply-sender"), QLatin1String("list-unsubscribe")}))
        return MailNature::Automatic;
    return MailNature::Human;
}

QStringList addressesOf(const QList<MailAddress> &list)
{
    QStringList addresses;
    for (const MailAddress &one : list) {
        if (one.address.contains(u'@') && !addresses.contains(one.address, Qt::CaseInsensitive))
            addresses.append(one.address);
    }
    return addresses;
}

class GmimeCodec : public MailCodec
{
public:
    Result<QByteArray> write(const OutgoingMail &mail) const override { return writeMail(mail); }

    AcceptMail read(const QByteArray &raw, const QString &source, const Mailbox *mailbox) const override
    {
        ReportFindings report;
        const ParsedMail mail = parseMail(raw, {}, &report);
        AcceptMail accept = acceptMailFrom(mail, {QStringLiteral("mail.eml"), 0, 0, raw}, source);
        accept.nature = natureOf(mail, report);
        accept.article.automatic = accept.nature != MailNature::Human;
        accept.autoResponseSigns = mail.autoResponseSigns;
        accept.loopChain = mail.loopChain;
        accept.reported = report.recipients;
        accept.reportedIds = report.ids;
        accept.addressedTo = addressesOf(mail.to + mail.cc + mail.deliveredTo);
        accept.replyTo = addressesOf(mail.replyTo);
        readWords(mail, &accept);
        if (mailbox) {
            // Where answers shall go says nothing about who wrote it, and must give nobody a part in a ticket.
            accept.article.from = mail.from.value(0);
            accept.mailbox = mailbox->id;
            accept.queue = mailbox->queue;
            accept.senderProven = mail.from.size() == 1 && provenBy(*mailbox, raw, accept.article.from.address);
        }
        return accept;
    }

private:
    /// What the new words of the mail tell, its quotes and signature left out.
    static void readWords(const ParsedMail &mail, AcceptMail *accept)
    {
        constexpr qsizetype enough = 64 * 1024;
        const QString written = replyText(mail.text.left(enough));
        const bool files = std::any_of(mail.attachments.begin(), mail.attachments.end(),
                                       [](const MailAttachment &file) { return !file.isInline; });
        accept->thanks = accept->nature == MailNature::Human && !files && isOnlyThanks(written);
        accept->language = guessLanguage(written.isEmpty() ? accept->article.text : written);
    }

    static bool provenBy(const Mailbox &mailbox, const QByteArray &raw, const QString &from)
    {
        if (mailbox.authservId.isEmpty())
            return false;
        DefectNotes ignored;
        return isSenderProven(HeaderBlock::read(raw, {}, ignored), mailbox.authservId, from);
    }
};

} // namespace

std::shared_ptr<const MailCodec> makeMailCodec()
{
    return std::make_shared<GmimeCodec>();
}

} // namespace deskhand

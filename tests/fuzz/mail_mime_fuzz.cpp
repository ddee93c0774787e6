// SPDX-License-Identifier: GPL-3.0-or-later
// Mail as it comes over the wire: whatever it is, it is understood somehow, twice the same, and keeps the promises of
// operations/parsed_mail.h and operations/command.h, those about reports and senders included.
#include "mail/gmime_codec.h"
#include "mail/mail_json.h"
#include "mail/mime_parser.h"
#include "mail/quote_detection.h"

#include <cstdint>
#include <cstdlib>

using namespace deskhand;

namespace {

void require(bool holds, const char *what)
{
    if (holds)
        return;
    qCritical("%s", what);
    std::abort();
}

void checkParsed(const ParsedMail &mail)
{
    require(!mail.text.contains(u'\0') && !mail.text.contains(u'\r'), "NUL or carriage return in the text");
    require(!mail.subject.contains(u'\0') && !mail.subject.contains(u'\n'), "NUL or line end in the subject");
    for (const MailAttachment &attachment : mail.attachments) {
        require(!attachment.name.isEmpty() && !attachment.name.contains(u'/') && !attachment.name.contains(u'\\'),
                "a name that is empty or a path");
        require(attachment.sha256.size() == 64, "a part without its hash");
    }
    qsizetype covered = 0;
    for (const TextPart &part : splitPlainText(mail.text)) {
        require(part.start == covered, "parts that overlap or leave a gap");
        covered += part.length;
    }
    require(covered == mail.text.size(), "parts that lose text");
    require(!mailToJson(mail, QString()).isEmpty(), "no JSON");
}

void checkReports(const AcceptMail &accept)
{
    const bool report = accept.nature == MailNature::DeliveryReport;
    require(report || accept.reported.isEmpty(), "recipients that no report is about");
    require(accept.reported.size() <= 1000 && accept.reportedIds.size() <= 20, "more than a report may have");
    for (const ReportedRecipient &one : accept.reported) {
        require(one.address.contains(u'@') && !one.address.contains(u'\n'), "a recipient without an address");
        require(one.state == DeliveryState::Bounced || one.state == DeliveryState::Delayed
                    || one.state == DeliveryState::Sent,
                "a recipient without a state");
        require(one.reply.size() <= 1100 && one.status.size() <= 12, "a reply without an end");
    }
    for (const QString &id : accept.reportedIds)
        require(!id.isEmpty() && !id.contains(u'<') && !id.contains(u' '), "an id that is none");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const std::shared_ptr<const MailCodec> codec = makeMailCodec();
    static const Mailbox mailbox = [] {
        Mailbox one;
        one.authservId = QStringLiteral("mx.example.org");
        return one;
    }();
    const QByteArrayView raw(data, qsizetype(size));
    const ParsedMail mail = parseMail(raw);
    checkParsed(mail);

    const QByteArray bytes = raw.toByteArray();
    const AcceptMail accept = codec->read(bytes, QStringLiteral("fuzz"), &mailbox);
    require(accept.article.text + accept.article.quotedText == mail.text, "text that is in no half of the article");
    require(accept.article.raw == bytes, "the raw mail is not kept");
    require(accept.problem.isEmpty() || accept.article.attachments.last().bytes == bytes, "a problem without its file");
    require(accept.article.automatic == (accept.nature != MailNature::Human), "an automatic mail of a person");
    require(!accept.senderProven || mail.from.size() == 1, "two senders that are proven");
    require(!accept.thanks || accept.nature == MailNature::Human, "thanks of a machine");
    checkReports(accept);
    const AcceptMail again = codec->read(bytes, QStringLiteral("fuzz"), &mailbox);
    require(again.article.text == accept.article.text && again.article.html == accept.article.html
                && again.reported == accept.reported && again.nature == accept.nature,
            "two answers for one mail");
    return 0;
}

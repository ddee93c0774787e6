// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a mail: no crash, no hang, no growth beyond the limits.
#include "mail/mail_json.h"
#include "mail/mime_parser.h"
#include "mail/quote_detection.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace deskhand;
    const ParsedMail mail =
        parseMail(QByteArrayView(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    const MailLimits limits;
    if (mail.text.contains(QChar(u'\0')) || mail.text.contains(u'\r') || mail.from.size() > limits.addresses
        || mail.subject.size() > limits.subject)
        std::abort();
    for (const MailAttachment &attachment : mail.attachments) {
        if (attachment.name.isEmpty() || attachment.name.contains(u'/') || attachment.name.contains(u'\\'))
            std::abort();
    }
    qsizetype covered = 0;
    for (const TextPart &part : splitPlainText(mail.text))
        covered += part.length;
    if (covered != mail.text.size())
        std::abort();
    return mailToJson(mail, QString()).isEmpty() ? 1 : 0;
}

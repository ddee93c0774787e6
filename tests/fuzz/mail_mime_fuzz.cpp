// SPDX-License-Identifier: GPL-3.0-or-later
// Mail as it comes over the wire: whatever it is, it is understood somehow, twice the same, and keeps the promises of
// operations/parsed_mail.h.
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

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView raw(data, qsizetype(size));
    const ParsedMail mail = parseMail(raw);
    const ParsedMail again = parseMail(raw);
    require(mail.text == again.text && mail.html == again.html && mail.defects == again.defects,
            "two answers for one mail");
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
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/mail_commands.h"

#include "apps/deskhandctl/arguments.h"
#include "apps/deskhandctl/output.h"
#include "mail/charset_decoder.h"
#include "mail/html_sanitizer.h"
#include "mail/mail_json.h"
#include "mail/mail_source.h"
#include "mail/mime_parser.h"

#include <QFile>

namespace deskhand::ctl {
namespace {

int exitCodeFor(int done, int failed)
{
    if (failed == 0)
        return Success;
    return done > 0 ? PartialFailure : Failure;
}

QString addressText(const MailAddress &address)
{
    return address.name.isEmpty() ? address.address : QStringLiteral("%1 <%2>").arg(address.name, address.address);
}

/// The same for people: a few lines a mail.
void printMail(const ParsedMail &mail, const QString &file)
{
    QStringList senders;
    for (const MailAddress &from : mail.from)
        senders.append(addressText(from));
    printLine(file);
    printLine(QStringLiteral("    ") + mail.subject);
    printLine(QStringLiteral("    %1, %2")
                  .arg(senders.join(QStringLiteral(", ")), rfc3339(mail.date, mail.dateOffsetMinutes)));
    for (const MailAttachment &attachment : mail.attachments)
        printLine(QStringLiteral("    + %1 (%2, %3 bytes)")
                      .arg(attachment.name, attachment.type)
                      .arg(attachment.bytes.size()));
    if (!mail.defects.isEmpty())
        printLine(QStringLiteral("    defects: ") + mail.defects.join(QStringLiteral(", ")));
}

int runMailParse(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")}, {});
    if (!arguments.check(1, QStringLiteral("mail parse FILE… [--json]")))
        return UsageError;
    int done = 0;
    MailSource source(arguments.words());
    while (const std::optional<RawMail> raw = source.next()) {
        const ParsedMail mail = parseMail(raw->bytes);
        if (arguments.has(QStringLiteral("json")))
            printJson(mailToJson(mail, raw->file));
        else
            printMail(mail, raw->file);
        ++done;
    }
    for (const SkippedFile &skipped : source.skipped())
        printError(QStringLiteral("%1: %2").arg(skipped.file, skipped.reason));
    return exitCodeFor(done, static_cast<int>(source.skipped().size()));
}

int runHtmlSanitize(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")}, {});
    if (!arguments.check(1, QStringLiteral("html sanitize [--json] FILE…")))
        return UsageError;
    int done = 0;
    int failed = 0;
    for (const QString &path : arguments.words()) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            printError(QStringLiteral("%1: %2").arg(path, file.errorString()));
            ++failed;
            continue;
        }
        DefectNotes defects;
        const SafeHtml safe = sanitizeHtml(decodeHtmlBytes(file.readAll(), {}, defects));
        if (arguments.has(QStringLiteral("json")))
            printJson(safeHtmlToJson(safe));
        else
            printLine(safe.html);
        ++done;
    }
    return exitCodeFor(done, failed);
}

} // namespace

QVector<CtlCommand> mailCommands()
{
    return {
        {{QStringLiteral("mail"), QStringLiteral("parse")},
         QStringLiteral("FILE… [--json]"),
         QStringLiteral("show what is understood of mails (.eml, mbox, Maildir), one JSON object a line"),
         runMailParse},
        {{QStringLiteral("html"), QStringLiteral("sanitize")},
         QStringLiteral("[--json] FILE…"),
         QStringLiteral("show the HTML that would be displayed, and what was left out of it"),
         runHtmlSanitize},
    };
}

} // namespace deskhand::ctl

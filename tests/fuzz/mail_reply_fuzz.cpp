// SPDX-License-Identifier: GPL-3.0-or-later
// Text of a mail: what is new, quoted and signed covers all of it in order; what a report says is found in it; what
// goes out as format=flowed comes back as it was.
#include "mail/body_writer.h"
#include "mail/flowed_text.h"
#include "mail/quote_detection.h"
#include "mail/report_text.h"

#include <cstdint>
#include <cstdlib>

using namespace deskhand;

namespace {

void require(bool holds, const char *what, const QString &text)
{
    if (holds)
        return;
    qCritical("%s: %s", what, qPrintable(text));
    std::abort();
}

void checkSplit(const QString &text)
{
    qsizetype covered = 0;
    QString reply;
    for (const TextPart &part : splitPlainText(text)) {
        require(part.start == covered && part.length > 0, "parts that overlap, leave a gap or are empty", text);
        covered += part.length;
        if (part.kind == PartKind::Reply)
            reply += text.sliced(part.start, part.length);
    }
    require(covered == text.size(), "parts that lose text", text);
    const QString answer = replyText(text);
    require(reply.contains(answer.trimmed()) || reply.simplified() == answer.simplified(), "a reply that nobody wrote",
            text);
}

QString withoutLastLineEnds(QString text)
{
    while (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size)).remove(u'\0').remove(u'\r');
    checkSplit(text);

    const ReportText report = splitReport(text);
    require(report.notice + report.returned == text || text.size() > 256 * 1024, "a report that loses text", text);
    for (const ReportedRecipient &one : readReportText(report.notice, {}, 50))
        require(one.address.contains(u'@') && report.notice.contains(one.address), "a recipient out of nothing", text);

    const QString clean = mailText(text);
    const QString flowed = flowedText(clean, QString());
    require(withoutLastLineEnds(unflowed(flowed, false)) == withoutLastLineEnds(clean), "flowed text that changes",
            clean);
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// HTML of a mail: whatever it is, what comes out has only the elements, attributes and links of the contract in
// mail/html_sanitizer.h when a parser reads it again, sanitising it again changes nothing, and it does not grow. Its
// text written as HTML keeps to the same lists.
#include "../unit/mail/html_checks.h"
#include "mail/html_sanitizer.h"

#include <cstdint>
#include <cstdlib>

using namespace deskhand;

namespace {

void require(bool holds, const QString &what, const QString &html)
{
    if (holds)
        return;
    qCritical("%s: %s", qPrintable(what), qPrintable(html));
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString input = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const SafeHtml safe = sanitizeHtml(input);
    const QString problem = test::htmlProblem(safe.html);
    require(problem.isEmpty(), problem, safe.html);
    for (const bool findQuotes : {false, true}) {
        const QString again = sanitizeHtml(safe.html, {}, findQuotes).html;
        require(again == safe.html || safe.cut, QStringLiteral("not stable"),
                safe.html + QStringLiteral("\n-- becomes --\n") + again);
    }
    require(safe.html.size() <= 6 * input.size() + 4096, QStringLiteral("grew"), safe.html);
    const QString plain = plainTextToHtml(safe.text);
    const QString plainProblem = test::htmlProblem(plain);
    require(plainProblem.isEmpty(), plainProblem, plain);
    return 0;
}

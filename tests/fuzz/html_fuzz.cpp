// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as HTML: the result is on the closed lists, is stable when sanitised again, and does not grow.
#include "../unit/mail/html_checks.h"
#include "mail/html_sanitizer.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

[[noreturn]] void fail(const char *what, const QString &html)
{
    std::fprintf(stderr, "%s\n%s\n", what, qPrintable(html));
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace deskhand;
    const QString input = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const SafeHtml once = sanitizeHtml(input);
    if (const QString problem = test::htmlProblem(once.html); !problem.isEmpty())
        fail(qPrintable(problem), once.html);
    const SafeHtml twice = sanitizeHtml(once.html, {}, false);
    if (twice.html != once.html)
        fail("not stable", once.html + u'\n' + twice.html);
    if (once.html.size() > 6 * input.size() + 4096)
        fail("grew", once.html);
    const QString plain = plainTextToHtml(once.text);
    if (const QString problem = test::htmlProblem(plain); !problem.isEmpty())
        fail(qPrintable(problem), plain);
    return 0;
}

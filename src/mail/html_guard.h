// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <gumbo.h>

#include <functional>

namespace deskhand {

/// Time that this thread has worked: limits on it do not make mail unreadable on a busy machine.
[[nodiscard]] qint64 workedMilliseconds();

struct BoundedHtml {
    QByteArray html;
    bool cut = false; ///< there were more tags than any mail needs; what follows them is left out
};

/// The same HTML without the start tags that would nest too deep, without tags of absurdly many attributes, and not
/// more than 150,000 tags: what the HTML5 parser's stack and its quadratic corners are protected by. One pass; almost
/// always a no-op.
[[nodiscard]] BoundedHtml boundedHtml(const QByteArray &utf8);

/// Parses HTML with gumbo inside a memory and time budget and gives the document to `use`. False when the budget
/// was exceeded (then `use` was not called). Gumbo's memory comes from an arena that is thrown away as a whole, so
/// its recursive clean-up never runs. Thread-safe.
[[nodiscard]] bool parseHtmlBounded(const QByteArray &utf8, const std::function<void(const GumboNode *root)> &use);

} // namespace deskhand

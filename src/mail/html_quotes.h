// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/html_tree.h"

#include <gumbo.h>

namespace deskhand {

/// What class, id, type and style of an element say about quotes and signatures, by the mail programs that write
/// them: Gmail, Outlook (desktop, web, mobile, Windows Mail), Yahoo, Thunderbird, Apple Mail, Zimbra, Proton, Tutanota.
[[nodiscard]] HtmlHint quoteHint(const GumboElement &element, HtmlTag tag);

/// Marks quoted mails, forwarded mails and signatures by the hints that the elements carry: puts them into
/// <div data-part="…">. The hints are gone afterwards; without one nothing changes.
void markQuotesByMarkup(HtmlTree &tree);

/// Marks what is told by the text: blockquotes below an attribution line, and the same line rules as for plain text.
/// For a normalised tree. True if something was marked; what is marked already stays so.
bool markQuotesByText(HtmlTree &tree);

/// Whether something is marked.
[[nodiscard]] bool hasQuoteMarks(const HtmlTree &tree);

} // namespace deskhand

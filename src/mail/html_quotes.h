// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/html_tree.h"

#include <gumbo.h>

namespace deskhand {

/// What class, id, type and style of an element say about quotes and signatures, by the mail programs that write
/// them: Gmail, Outlook (desktop, web, mobile, Windows Mail), Yahoo, Thunderbird, Apple Mail, Zimbra, Proton, Tutanota.
[[nodiscard]] HtmlHint quoteHint(const GumboElement &element, HtmlTag tag);

/// Marks quoted mails, forwarded mails and signatures: puts them into <div data-part="…">. Works by the hints, by
/// blockquotes below an attribution line, and by the same line rules as plain text. True if something was marked.
bool markHtmlQuotes(HtmlTree &tree);

} // namespace deskhand

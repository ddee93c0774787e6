// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/html_tree.h"

namespace deskhand {

/// Rearranges a tree until an HTML parser that reads its text builds the very same tree: no block inside a <p>, no
/// link inside a link, list items and table parts only where the parser leaves them, nothing empty that says
/// nothing. This is what makes the output stable (and kills mutation attacks).
void normalizeHtml(HtmlTree &tree);

/// The tree as HTML text; only what is in the closed lists can come out.
[[nodiscard]] QString writeHtml(const HtmlTree &tree);

/// Readable plain text of the tree, with or without the parts marked as quote, forward or signature.
[[nodiscard]] QString writePlainText(const HtmlTree &tree, bool withFolds);

} // namespace deskhand

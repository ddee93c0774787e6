// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"
#include "models/time_text.h"

namespace deskhand {

/// An article as it is quoted under a reply.
struct ReplyQuote {
    QString title; ///< "Sarah Lind, Monday 09:12"
    QString html;  ///< safe HTML: a line saying who wrote when, and a blockquote
    QString text;  ///< the same plain, with "> "

    [[nodiscard]] bool isEmpty() const { return html.isEmpty(); }
};

/// Quotes what the article newly said, without what it quoted itself. Its pictures are left out.
[[nodiscard]] ReplyQuote quoteOf(const Article &article, const TimeWords &words, Instant now);

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"
#include "domain/catalog.h"

namespace deskhand {

struct ReplyRecipients {
    QVector<MailAddress> to;
    QVector<MailAddress> cc;
    bool operator==(const ReplyRecipients &) const = default;
};

/// Who gets a reply by default: the requester of now (not of when the mail was written), and in Cc everybody who took
/// part in the newest public article, without the desk's own addresses, the agents and doubles. Pure.
[[nodiscard]] ReplyRecipients replyRecipients(const Person &requester, const QVector<Article> &thread,
                                              const Catalog &catalog);

/// The newest public article of a thread; null: none.
[[nodiscard]] const Article *newestPublicArticle(const QVector<Article> &thread);

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/article.h"

#include <QVector>

#include <optional>

namespace deskhand {

class Connection;

// Articles as they are stored, with their attachments. Errors: of the store.

/// Up to `limit` articles of a ticket below a place, oldest first; what was withdrawn is left out.
[[nodiscard]] Result<QVector<Article>> readArticles(Connection &connection, TicketId ticket, int endPosition,
                                                    int limit);
/// One, also a withdrawn one; nothing: there is none with that id.
[[nodiscard]] Result<std::optional<Article>> readArticleById(Connection &connection, ArticleId id);

} // namespace deskhand

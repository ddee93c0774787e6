// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"
#include "domain/placeholders.h"

#include <QPair>
#include <QString>
#include <QVector>

namespace deskhand {

/// The texts of a desk in words for people. Pure.
struct MailTextWords {
    [[nodiscard]] static QString kind(MailTextKind kind);
    /// "Acknowledgement", "Signature of Network", "My signature".
    [[nodiscard]] static QString title(const MailText &text, const Catalog &catalog, PersonId me);
    /// Where it counts: "All queues · any language", "Network and below · German".
    [[nodiscard]] static QString scope(const MailText &text, const Catalog &catalog);
    /// In the program's language: "German"; of an empty code "any language".
    [[nodiscard]] static QString language(const QString &code);
    /// Codes to offer: any, those of the recognised languages, and `also` when it is another.
    [[nodiscard]] static QStringList languages(const QString &also = {});
    /// What a placeholder stands for: "the ticket's number".
    [[nodiscard]] static QString placeholder(const QString &name);
    /// Of a made-up ticket in this queue.
    [[nodiscard]] static PlaceholderValues sample(const Catalog &catalog, QueueId queue, PersonId me);
};

} // namespace deskhand

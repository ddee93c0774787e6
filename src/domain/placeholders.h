// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace deskhand {

/// Values of placeholders by name: "ticket.number" → "10427".
using PlaceholderValues = QHash<QString, QString>;

/// The placeholders that texts of a desk may have, in the order in which they are offered: ticket.number,
/// ticket.subject, requester.name, requester.address, agent.name, queue.name, desk.name, mailbox.address.
[[nodiscard]] QStringList knownPlaceholders();

/// Puts values where "{{name}}" stands (blanks inside the braces do not matter). What was filled in is text: braces in
/// it are no template. A known name without a value becomes nothing; an unknown one stays as it is written.
[[nodiscard]] QString fillPlaceholders(const QString &text, const PlaceholderValues &values);

/// The names in a text, each once, in the order of the text.
[[nodiscard]] QStringList placeholdersIn(const QString &text);

/// Those of them that no text of a desk has.
[[nodiscard]] QStringList unknownPlaceholdersIn(const QString &text);

} // namespace deskhand

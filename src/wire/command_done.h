// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "operations/command.h"
#include "operations/query.h"

#include <QByteArray>

#include <optional>

namespace deskhand {

/// Whoever sends this header (with any value) with a command is told in its answer what it has changed, with the
/// tickets before and after: they are the person's own, and need not be asked for again.
constexpr QLatin1String tellChangesHeader{"Deskhand-Changes"};

/// What became of a command, and what it has changed.
struct WireCommandDone {
    CommandAnswer answer;
    /// In feed order, all of them; nothing: not told. A command that was repeated has changed nothing again.
    std::optional<QVector<Change>> changes;
};

/// The answer's fields as in encodeCommandAnswer(), and "changes".
[[nodiscard]] QByteArray encodeCommandDone(const WireCommandDone &done);
/// Also of an answer without them. Errors: Corrupt.
[[nodiscard]] Result<WireCommandDone> decodeCommandDone(const QByteArray &json);

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"
#include "operations/command.h"

#include <QCoreApplication>

namespace deskhand {

/// What somebody wanted, as they would say it themselves. Texts from outside are plain.
class CommandText
{
    Q_DECLARE_TR_FUNCTIONS(deskhand::CommandText)

public:
    /// "Reply", "Internal note", "New ticket", "Change of State, Priority", "Merge" …
    [[nodiscard]] static QString what(const Command &command);
    [[nodiscard]] static QString fieldName(TicketField field);
    /// One line for each change: "State: Solved". Empty: the command has none.
    [[nodiscard]] static QStringList changes(const Command &command, const Catalog &catalog, Instant now);
    /// What was written, whole; empty: nothing was.
    [[nodiscard]] static QString text(const Command &command);
    /// "to Sarah Lind, cc J. Okafor"; empty: nobody is named.
    [[nodiscard]] static QString recipients(const Command &command);
};

} // namespace deskhand

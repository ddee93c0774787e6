// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/command.h"

#include <QCoreApplication>

namespace deskhand {

/// Both values of a field conflict as people read them.
class ConflictText
{
    Q_DECLARE_TR_FUNCTIONS(deskhand::ConflictText)

public:
    [[nodiscard]] static QString theirs(const FieldConflict &conflict);
    [[nodiscard]] static QString mine(const FieldConflict &conflict);
    /// Who was faster.
    [[nodiscard]] static QString who(const FieldConflict &conflict);
};

} // namespace deskhand

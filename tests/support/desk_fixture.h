// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "operations/desk.h"

namespace deskhand::test {

/// A fresh desk behind some door, for the contract that all doors keep. Its first agent is an admin and its catalogue
/// that of createDeskFile().
class DeskFixture
{
public:
    virtual ~DeskFixture() = default;
    [[nodiscard]] virtual Desk &desk() = 0;
    [[nodiscard]] virtual PersonId admin() const = 0;
    virtual void advanceClock(qint64 milliseconds) = 0;
    /// What is wrong with what the desk keeps, its history chain included; empty: nothing.
    [[nodiscard]] virtual QString brokenRule() = 0;
};

} // namespace deskhand::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "operations/desk.h"

#include <memory>

namespace deskhand::test {

/// A fresh desk behind some door, for the contract that all doors keep: another way to a desk needs only one more of
/// these. Its first agent is an admin and its catalogue that of createDeskFile().
class DeskFixture
{
public:
    virtual ~DeskFixture() = default;
    [[nodiscard]] virtual Desk &desk() = 0;
    [[nodiscard]] virtual PersonId admin() const = 0;
    virtual void advanceClock(qint64 milliseconds) = 0;
    /// Another client at the same desk, with the same clock.
    [[nodiscard]] virtual std::unique_ptr<Desk> openAnotherDoor() = 0;
    /// Closes desk() and opens it again.
    virtual void reopen() = 0;
    /// What is wrong with what the desk keeps, its history chain included; empty: nothing.
    [[nodiscard]] virtual QString brokenRule() = 0;
};

} // namespace deskhand::test

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

    /// Until desk() has heard of everything that was done through any door, and what it was given is decided. Most
    /// doors ask the desk itself each time and know at once.
    virtual void settle() {}
    /// Whether desk() has a feed of its own, which tells of a ticket once more, by no command, when the desk has
    /// decided what was done through this door. Cursors are then this door's.
    [[nodiscard]] virtual bool hasOwnFeed() const { return false; }
    /// What the desk calls a ticket that desk() told of.
    [[nodiscard]] virtual TicketId deskTicket(TicketId ticket) { return ticket; }
    /// What the desk calls a version that desk() gave of a ticket.
    [[nodiscard]] virtual qint64 deskVersion(qint64 version) const { return version; }
};

} // namespace deskhand::test

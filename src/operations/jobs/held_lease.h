// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/lease_store.h"

#include <memory>
#include <mutex>
#include <optional>

namespace deskhand {

/// The lease that the threads of a job work under. It ends by its own time too: a computer that was asleep knows that
/// it has lost it before it has asked anybody. Thread-safe.
class HeldLease
{
public:
    explicit HeldLease(std::shared_ptr<const Clock> clock);

    void hold(const Lease &lease);
    /// A later end of the same lease. False: it was lost meanwhile, and what has seen that has ended; it is not taken
    /// up again under the same number.
    bool extend(const Lease &renewed);
    /// Somebody else has it, or may have it.
    void drop();
    [[nodiscard]] bool isHeld() const;
    /// To name in writes; the last one that was held.
    [[nodiscard]] Lease lease() const;
    /// Drops the lease when the error says that it is no longer valid; true then.
    bool dropIfFenced(const Error &error);

private:
    std::shared_ptr<const Clock> m_clock;
    mutable std::mutex m_mutex;
    Lease m_lease;
    mutable bool m_held = false;
};

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace deskhand {

/// Milliseconds since 1970-01-01T00:00:00Z. 0 means "not set" where a field is optional.
using Instant = qint64;

/// Where "now" comes from. `domain` never asks; `operations` is given one; tests set it by hand.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

/// The machine's clock. Thread-safe.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override;
};

/// A clock that stands still until told otherwise. Not thread-safe.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(Instant start)
        : m_now(start)
    {
    }
    [[nodiscard]] Instant now() const override { return m_now; }
    void set(Instant now) { m_now = now; }
    void advance(qint64 milliseconds) { m_now += milliseconds; }

private:
    Instant m_now;
};

} // namespace deskhand

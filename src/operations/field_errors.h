// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/ticket.h"

#include <QString>
#include <QVariantMap>

namespace deskhand {

/// Collects what is wrong with the fields of a command: the payload of an Invalid error is field name → reason.
///
/// Reasons: "required", "too-long", "bad-format", "unknown" (no such thing), "inactive", "not-an-agent", "taken"
/// (somebody else has it), "loop" (below itself), "reserved" (set by the program only), "fixed" (never changes),
/// "last-of-type", "last-admin", "not-pending" (only for pending states), "out-of-range", "repeated", "not-yours",
/// "in-use" (something else needs it), "personal" (means somebody else for everybody), "full-text" (only the search
/// index could tell), "not-missed"; and those of domain/business_calendar.h and domain/sla_policy.h.
class FieldErrors
{
public:
    void add(const QString &field, QLatin1String reason);
    void add(TicketField field, QLatin1String reason) { add(ticketFieldName(field), reason); }

    /// Success when nothing was added; else Invalid.
    [[nodiscard]] Result<void> result(const QString &where) const;

private:
    QVariantMap m_reasons;
};

} // namespace deskhand

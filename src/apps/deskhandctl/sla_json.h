// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"
#include "operations/sla_report.h"

#include <QJsonArray>
#include <QJsonObject>

namespace deskhand::ctl {

// What `sla … --json` prints: instants as RFC 3339, spans in ms, names beside the ids.

/// The clocks of a ticket at an instant, each with its ledger. `clocks`: with their pauses.
[[nodiscard]] QJsonObject explanationToJson(const TicketSla &sla, const QVector<SlaClock> &clocks,
                                            const Catalog &catalog, Instant now);
[[nodiscard]] QJsonObject amountToJson(const TimeAmount &amount);
[[nodiscard]] QJsonArray slaLedgerToJson(const QVector<LedgerEntry> &ledger, const Catalog &catalog);
[[nodiscard]] QJsonObject impactToJson(const SlaImpact &impact);
[[nodiscard]] QJsonObject taskToJson(const SlaTask &task, const Catalog &catalog);
[[nodiscard]] QJsonObject notificationToJson(const Notification &notification);

// For people.

/// "4h", "1h 30m", "45s", "2wd", "90m calendar"; negative ones with a minus.
[[nodiscard]] QString amountWords(const TimeAmount &amount);
[[nodiscard]] QString spanWords(qint64 ms);
/// "paused: Pending", "holiday: Easter Monday", "working".
[[nodiscard]] QString ledgerWords(const LedgerEntry &entry, const Catalog &catalog);
/// Name and version of what a clock refers to; "round the clock".
[[nodiscard]] QString policyWords(SlaPolicyVersionId id, const SlaVersions &versions);
[[nodiscard]] QString calendarWords(CalendarVersionId id, const SlaVersions &versions);
[[nodiscard]] QString breachCauseName(BreachCause cause);
[[nodiscard]] QString scopeWord(SlaScope scope); ///< "new", "open", "all"
[[nodiscard]] bool scopeFromWord(const QString &name, SlaScope *scope);

} // namespace deskhand::ctl

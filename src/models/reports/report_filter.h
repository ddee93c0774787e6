// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"
#include "domain/report.h"

#include <optional>

namespace deskhand {

/// What the bar above a dashboard says about all of its cards.
struct ReportFilter {
    std::optional<ReportPeriod> period; ///< none: each card has its own
    QueueId queue;                      ///< and those below it; invalid: any, as of all others
    PersonId owner;
    CategoryId category; ///< and those below it
    PriorityId priority;
    std::optional<Channel> channel;
    QString zone; ///< empty: each card's own
    bool operator==(const ReportFilter &) const = default;

    [[nodiscard]] bool isEmpty() const { return *this == ReportFilter{}; }
};

[[nodiscard]] Report filteredReport(const Report &report, const ReportFilter &filter, const Catalog &catalog);

} // namespace deskhand

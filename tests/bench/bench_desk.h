// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/local_desk.h"

#include <memory>

namespace deskhand::bench {

struct BenchOptions {
    int tickets = 1'000'000;
    QString keep;       ///< the desk's file; empty: in the build folder
};

/// A generated desk of that many tickets. It is made once and used again; whoever changes it takes a copy.
class BenchDesk
{
public:
    explicit BenchDesk(const BenchOptions &options);

    /// Makes it when it is not there yet.
    [[nodiscard]] QString path();
    [[nodiscard]] std::unique_ptr<LocalDesk> open();
    /// The first agent.
    [[nodiscard]] PersonId me() const { return PersonId{1}; }
    [[nodiscard]] int tickets() const { return m_options.tickets; }

private:
    BenchOptions m_options;
};

/// Loads tickets that cost nothing to make, reporting the rate tenth by tenth.
void loadSyntheticDesk(const QString &path, int tickets);

/// Removes a desk's file with its journal.
void removeDesk(const QString &path);

} // namespace deskhand::bench

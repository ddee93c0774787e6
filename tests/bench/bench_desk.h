// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/raw_sql.h"
#include "demo/demo_desk.h"
#include "store/local_desk.h"

#include <memory>
#include <optional>

namespace deskhand::bench {

struct BenchOptions {
    int tickets = 1'000'000;
    QString keep;                          ///< the desk's file; empty: in the build folder
    std::optional<PostgresAddress> server; ///< the same desk on a server: it is measured there
    bool factsInPlace = false;             ///< those of reports are made in the desk itself, for the next time
};

/// A demo desk of that many tickets, and behind them some with long threads. It is made once and used again; whoever
/// changes it takes a copy.
class BenchDesk
{
public:
    static constexpr int longThreads = 40; ///< of each length
    static constexpr int longThread = 20;  ///< articles
    static constexpr int longestThread = 500;

    explicit BenchDesk(const BenchOptions &options);
    ~BenchDesk();
    BenchDesk(const BenchDesk &) = delete;
    BenchDesk &operator=(const BenchDesk &) = delete;

    /// Makes it when it is not there yet.
    [[nodiscard]] QString path();
    /// A copy that may be changed; removed in the end.
    [[nodiscard]] QString copyToChange();
    /// On a server: another database with the same, which may be changed; removed in the end.
    [[nodiscard]] PostgresAddress serverToChange();
    /// Copies the file's desk to a server, unless it is there already. Prints how long it took.
    void copyToServer(const PostgresAddress &address);
    /// Makes it anew.
    DemoDeskReport make();
    [[nodiscard]] std::unique_ptr<LocalDesk> open();
    /// The same desk without our program.
    [[nodiscard]] std::unique_ptr<RawSql> raw();
    [[nodiscard]] bool hasFactsInPlace() const { return m_options.factsInPlace; }
    [[nodiscard]] const std::optional<PostgresAddress> &server() const { return m_options.server; }
    /// Name of a bench in its figures.
    [[nodiscard]] QString figureName(const char *bench) const;
    /// What a figure may take when the same without our program takes `baseline`; on a server twice as much.
    [[nodiscard]] double limitFor(double baseline, double limitOfFile) const;
    /// The demo's agent.
    [[nodiscard]] PersonId me();
    [[nodiscard]] int tickets() const { return m_options.tickets; }
    /// Tickets with that many articles.
    [[nodiscard]] QVector<TicketId> ticketsWithThread(int articles) const;

private:
    [[nodiscard]] DemoOptions demoOptions() const;
    void addLongThreads(const QString &path);

    BenchOptions m_options;
    QString m_path;
    QString m_copy;
    bool m_hasServerCopy = false;
    PersonId m_me;
};

/// Removes a desk's file with its journal.
void removeDesk(const QString &path);

} // namespace deskhand::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sla/sla_overview.h"

#include <QFutureWatcher>

#include <optional>

namespace deskhand {

/// Asks what a change of a promise would do, and how far the answer is. A new question ends the one before. `overview`
/// outlives it; GUI thread.
class ImpactPresenter final : public QObject
{
    Q_OBJECT

public:
    explicit ImpactPresenter(const SlaOverview &overview, QObject *parent = nullptr);
    ~ImpactPresenter() override;

    /// `me` and `now` are filled in.
    void ask(SlaImpactQuery query);
    void cancel();
    /// Forgets the answer, too.
    void clear();

    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] bool wasCancelled() const { return m_cancelled; }
    [[nodiscard]] int permille() const; ///< -1: not known
    [[nodiscard]] const std::optional<SlaImpact> &impact() const { return m_impact; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] const SlaImpactQuery &query() const { return m_query; }

    /// Beginning of the day that many months ago.
    [[nodiscard]] Instant monthsAgo(int months) const;

Q_SIGNALS:
    void changed();

private:
    void stop();
    void take();

    const SlaOverview &m_overview;
    SlaImpactQuery m_query;
    QFutureWatcher<Result<SlaImpact>> *m_watcher = nullptr;
    std::optional<SlaImpact> m_impact;
    std::optional<Error> m_error;
    bool m_running = false;
    bool m_cancelled = false;
};

} // namespace deskhand

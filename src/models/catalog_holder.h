// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/catalog.h"
#include "domain/condition.h"
#include "models/time_ticker.h"
#include "operations/desk.h"

#include <QObject>

namespace deskhand {

/// Keeps the desk's reference data, who is working and the time, so that every model and widget reads the same.
/// Asks again when the desk says that something in it changed. Desk and clock must outlive it; one thread.
class CatalogHolder final : public QObject
{
    Q_OBJECT

public:
    CatalogHolder(Desk &desk, PersonId me, const Clock &clock, QObject *parent = nullptr);

    /// Asks the desk; changed() follows. Also called by itself on Desk::catalogChanged.
    void refresh();

    /// Never null: an empty catalog until the first answer.
    [[nodiscard]] CatalogPtr catalog() const { return m_catalog; }
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] PersonId me() const { return m_me; }
    [[nodiscard]] Instant now() const { return m_clock.now(); }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    /// Of everything that shows times of this desk.
    [[nodiscard]] TimeTicker &ticker() const { return *m_ticker; }
    /// What the evaluator needs, as of now.
    [[nodiscard]] ConditionContext context() const { return ConditionContext{m_catalog, m_me, now()}; }

Q_SIGNALS:
    void changed();
    /// The desk could not answer; the snapshot before stays.
    void failed(const deskhand::Error &error);

private:
    void take(const Result<CatalogPtr> &answer);

    Desk &m_desk;
    const Clock &m_clock;
    TimeTicker *m_ticker;
    PersonId m_me;
    CatalogPtr m_catalog;
    bool m_ready = false;
    bool m_asking = false;
    bool m_askAgain = false; ///< a change arrived while a question was under way
};

} // namespace deskhand

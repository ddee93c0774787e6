// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/sign_in_limit.h"

#include <QHash>
#include <QString>

#include <mutex>

namespace deskhand {

/// Attempts of this process, in memory: what is refused here does not reach the database. Thread-safe: of many attempts
/// at once no more pass than the limit allows.
class AttemptCounter
{
public:
    struct Place {
        QString what;
        AttemptLimit limit;
    };

    /// Counts one attempt for all of them. 0: it may be made; else ms.
    [[nodiscard]] qint64 count(const QVector<Place> &places, Instant now);
    void giveBack(const QVector<Place> &places);

private:
    void giveBackLocked(const QVector<Place> &places);
    void forgetOld(Instant now);

    struct Counted {
        AttemptCount count;
        AttemptLimit limit;
    };
    std::mutex m_mutex;
    QHash<QString, Counted> m_counts;
};

} // namespace deskhand

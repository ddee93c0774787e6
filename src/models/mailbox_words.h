// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "models/time_text.h"
#include "operations/mail_access.h"
#include "operations/mail_report.h"

#include <QPair>
#include <QString>
#include <QVector>

namespace deskhand {

/// How a mailbox is doing, for a list.
struct MailboxHealth {
    enum class Kind {
        Healthy,
        Starting, ///< nothing has been tried yet
        Paused,
        Failing,
        SendsOnly,
        Inactive,
    };
    Kind kind = Kind::Healthy;
    QString state;   ///< "Healthy", "Failing since Today 09:12"
    QString problem; ///< in words; empty: none
    QString advice;  ///< what to do about it
    QString detail;  ///< what the server said; from outside
};

/// A line of the reconciliation: how many mails became this.
struct ReconciliationLine {
    QString name;
    qint64 count = 0;
    QString explanation;
    QVector<QPair<QString, qint64>> reasons; ///< in words, most first
};

/// Mailboxes and what becomes of their mails in words for people. Pure.
struct MailboxWords {
    TimeWords times;

    [[nodiscard]] MailboxHealth health(const MailboxReport &report, Instant now) const;
    /// "Last fetched 2 min ago", "12 mails wait on the server".
    [[nodiscard]] QString lastFetch(const MailboxReport &report, Instant now) const;
    /// Empty: nothing waits.
    [[nodiscard]] QString backlog(const MailboxReport &report) const;

    /// What is not 0, and always the imported ones. The counts add up to seen().
    [[nodiscard]] static QVector<ReconciliationLine> lines(const MailReconciliation &sums);
    /// "1,204 seen = 1,180 imported + 9 duplicates + …"
    [[nodiscard]] QString equation(const MailReconciliation &sums) const;
    /// Empty, or that the sums and the store disagree: a defect that must be seen.
    [[nodiscard]] QString imbalance(const MailboxReport &report) const;

    /// A stable name of a problem or a reason ("unauthenticated", "too-large") in words; unknown ones as they are.
    [[nodiscard]] static QString problem(const QString &name);
    [[nodiscard]] static QString advice(const QString &name); ///< may be empty
    [[nodiscard]] static QString reason(const QString &name);
    /// A step of a test: what it does, and what to look at when it fails.
    [[nodiscard]] static QString step(const QString &name, MailHalf half);
    [[nodiscard]] static QString stepAdvice(const QString &name, MailHalf half);
};

} // namespace deskhand

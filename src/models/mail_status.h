// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"
#include "operations/desk.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

namespace deskhand {

/// How mail is doing, in words: for the status bar and what it unfolds. Asked again when mail changes, and every
/// minute, because nobody tells that a job has stopped. Desk and catalog must outlive it; one thread.
class MailStatus final : public QObject
{
    Q_OBJECT

public:
    MailStatus(Desk &desk, const CatalogHolder &catalog, QObject *parent = nullptr);

    void refresh();
    /// The desk has a mailbox, or there is something to say all the same.
    [[nodiscard]] bool isShown() const;
    /// "1 queued (sends in 12 s)", "2 not delivered", "Support: the password is refused", "no one fetches mail".
    [[nodiscard]] QString text() const;
    /// Somebody should look: something does not arrive, or nobody works.
    [[nodiscard]] bool isTrouble() const;
    /// One line for each thing, for the popover: mailboxes, jobs, counts.
    [[nodiscard]] QStringList details() const;
    [[nodiscard]] const MailReport &report() const { return m_report; }

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QStringList troubledMailboxes() const;
    /// What nobody does although somebody should.
    [[nodiscard]] QStringList idleJobs() const;
    [[nodiscard]] QString queuedText() const;
    void schedule();

    Desk &m_desk;
    const CatalogHolder &m_catalog;
    MailReport m_report;
    QTimer m_minute;
    QTimer m_second; ///< runs while something counts down
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"
#include "operations/desk.h"

#include <QDate>
#include <QObject>
#include <QStringList>

#include <optional>

namespace deskhand {

/// Time that was spent on one ticket: what is logged already, and an entry on its way. Desk and catalog must outlive
/// it; GUI thread.
class WorkPresenter final : public QObject
{
    Q_OBJECT

public:
    WorkPresenter(Desk &desk, const CatalogHolder &catalog, QObject *parent = nullptr);

    /// Begins an empty entry for that ticket, and follows what is logged for it.
    void start(const TicketDetail &ticket);
    [[nodiscard]] TicketId ticket() const { return m_ticket; }
    [[nodiscard]] QString number() const { return m_number; }

    void setTime(const QString &text);
    void setDay(QDate day) { m_day = day; }
    void setActivity(const QString &activity) { m_activity = activity; }
    void setNote(const QString &note) { m_note = note; }
    /// Of the time as it was typed; nothing: it is none.
    [[nodiscard]] std::optional<int> minutes() const;
    /// What to say about the time as it was typed: how it is understood, or what can be written. Empty: nothing was.
    [[nodiscard]] QString timeHint() const;
    [[nodiscard]] bool isReady() const { return minutes().has_value() && !m_sending; }

    /// Newest first.
    [[nodiscard]] const QVector<WorkEntry> &entries() const { return m_entries; }
    [[nodiscard]] QString total() const; ///< "1 h 35 min"; empty: nothing is logged
    /// "Ada Berg, Monday 14:03, Analysis: on the phone".
    [[nodiscard]] QString detailsOf(const WorkEntry &entry) const;
    /// What can be offered: usual ones, and those of this ticket.
    [[nodiscard]] QStringList activities() const;
    [[nodiscard]] bool mayRemove(const WorkEntry &entry) const;

    void submit();                  ///< logged() or failed() follows
    void remove(WorkEntryId entry); ///< removed() or failed() follows

    [[nodiscard]] static QString timeText(qint64 minutes);

Q_SIGNALS:
    void changed();
    /// `pending`: kept on this computer until the service can be reached.
    void logged(deskhand::WorkEntryId entry, int minutes, bool pending);
    void removed();
    void failed(const deskhand::Error &error);

private:
    void take(const QVector<WorkEntry> &entries);
    void reload();
    [[nodiscard]] Instant doneAt() const;

    Desk &m_desk;
    const CatalogHolder &m_catalog;
    TicketId m_ticket;
    QString m_number;
    QVector<WorkEntry> m_entries;
    QString m_time;
    QDate m_day;
    QString m_activity;
    QString m_note;
    bool m_sending = false;
};

} // namespace deskhand

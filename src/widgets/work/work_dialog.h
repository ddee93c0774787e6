// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/work_presenter.h"
#include "widgets/area_context.h"

#include <QDialog>

class QComboBox;
class QDateEdit;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace deskhand {

class ErrorBanner;
class PlainLabel;

/// Logs time that was spent on a ticket, and shows what is logged already. Blocks nothing. Desk, catalog and everything
/// in the context outlive it.
class WorkDialog final : public QDialog
{
    Q_OBJECT

public:
    WorkDialog(const AreaContext &context, Desk &desk, const CatalogHolder &catalog, QWidget *parent = nullptr);

    void start(const TicketDetail &ticket);
    [[nodiscard]] WorkPresenter &presenter() { return m_presenter; }

Q_SIGNALS:
    /// As WorkPresenter::logged(); the dialog closes.
    void logged(deskhand::TicketId ticket, const QString &number, deskhand::WorkEntryId entry, int minutes,
                bool pending);

private:
    void build();
    void nameParts();
    QLayout *buildEntries();
    void showState();
    void showEntries();
    void showRemovable();
    [[nodiscard]] WorkEntryId currentEntry() const;

    AreaContext m_context;
    const CatalogHolder &m_catalog;
    WorkPresenter m_presenter;
    ErrorBanner *m_error;
    PlainLabel *m_title;
    QLineEdit *m_time;
    PlainLabel *m_hint;
    QDateEdit *m_day;
    QComboBox *m_activity;
    QLineEdit *m_note;
    PlainLabel *m_total;
    QTreeWidget *m_entries;
    QPushButton *m_remove;
    QPushButton *m_log;
    QVector<WorkEntry> m_shown;
};

} // namespace deskhand

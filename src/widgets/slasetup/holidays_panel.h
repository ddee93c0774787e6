// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/area_context.h"

#include <QWidget>

class QPushButton;
class QTreeWidget;

namespace deskhand {

class CalendarPresenter;
class ErrorBanner;
class PlainLabel;

/// The holidays of a calendar in the order of their next date: entered by hand, or imported and then confirmed.
class HolidaysPanel final : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive it.
    HolidaysPanel(const AreaContext &context, CalendarPresenter &presenter, QWidget *parent = nullptr);

    /// Takes the days of a calendar file, or says why not.
    void importFile(const QString &path);

private:
    void build();
    void load();
    void add();
    void edit();
    void askImport();
    [[nodiscard]] QVector<int> selected() const;
    void updateButtons();

    AreaContext m_context;
    CalendarPresenter &m_presenter;
    ErrorBanner *m_banner;
    PlainLabel *m_note;
    QTreeWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_remove;
    QPushButton *m_import;
    QPushButton *m_confirm;
    QPushButton *m_confirmAll;
    QPushButton *m_discardAll;
    QWidget *m_confirmBar;
    PlainLabel *m_waiting;
    PlainLabel *m_none;
};

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sla/sla_list_models.h"
#include "widgets/slasetup/sla_page.h"

#include <QPointer>

class QAction;
class QListView;
class QPushButton;

namespace deskhand {

class CalendarDialog;

/// The business calendars of a desk.
class CalendarsPage final : public SlaPage
{
    Q_OBJECT

public:
    explicit CalendarsPage(const SlaSetupContext &context, QWidget *parent = nullptr);
    /// Takes its dialog with it.
    ~CalendarsPage() override;

    [[nodiscard]] QString id() const override { return QStringLiteral("sla-calendars"); }
    [[nodiscard]] QString title() const override { return tr("Business calendars"); }
    [[nodiscard]] QString icon() const override { return QStringLiteral("view-calendar"); }
    [[nodiscard]] QStringList keywords() const override;

    /// Null: none is being edited.
    [[nodiscard]] CalendarDialog *dialog() const;
    /// Opens one of the desk; what is to be confirmed first, when there is something.
    void editCalendar(CalendarId id);
    void addCalendar();

private:
    [[nodiscard]] QWidget *build();
    [[nodiscard]] CalendarDialog *newDialog();
    [[nodiscard]] const BusinessCalendar *current() const;
    void edit();
    void duplicate();
    void toggleActive();
    void showState();

    CalendarListModel m_model;
    QPointer<CalendarDialog> m_dialog;
    QAction *m_addAction;
    QListView *m_list = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_duplicate = nullptr;
    QPushButton *m_disable = nullptr;
};

} // namespace deskhand

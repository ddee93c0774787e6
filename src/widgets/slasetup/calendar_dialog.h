// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sla/calendar_presenter.h"
#include "widgets/slasetup/sla_setup_context.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;
class QTabWidget;

namespace deskhand {

class DaysPreview;
class ErrorBanner;
class HolidaysPanel;
class PlainLabel;
class TryItPanel;
class WeekEditor;

/// A calendar is edited at the left; at the right stands what it says of the next days. Deletes itself when it is
/// closed.
class CalendarDialog final : public QDialog
{
    Q_OBJECT

public:
    CalendarDialog(const SlaSetupContext &context, QWidget *parent);

    void showNew();
    void showEdit(const BusinessCalendar &calendar);
    void showCopy(const BusinessCalendar &calendar);
    /// The holidays first: what is to be confirmed is there.
    void showHolidays();
    /// Replays the last months against what is edited.
    void showWhatIf();

    [[nodiscard]] CalendarPresenter &presenter() { return m_presenter; }
    [[nodiscard]] HolidaysPanel *holidays() const { return m_holidays; }

    /// Asks first where something would be lost.
    void reject() override;

private:
    void build();
    [[nodiscard]] QWidget *buildHead();
    [[nodiscard]] QWidget *buildPreview();
    [[nodiscard]] QWidget *buildButtons();
    void load();
    void showCalendar();
    void showPreview();
    void save();
    void askScope(SlaScope scope);
    [[nodiscard]] SlaImpactQuery query() const;
    [[nodiscard]] BusinessCalendar trimmed() const;

    SlaSetupContext m_context;
    CalendarPresenter m_presenter;
    bool m_saving = false;
    bool m_loading = false;
    ErrorBanner *m_banner;
    QLineEdit *m_name;
    QComboBox *m_zone;
    QTabWidget *m_tabs;
    WeekEditor *m_week;
    HolidaysPanel *m_holidays;
    TryItPanel *m_tryIt;
    DaysPreview *m_preview;
    PlainLabel *m_previewNote;
    PlainLabel *m_version;
    PlainLabel *m_problem;
    QPushButton *m_whatIf;
    QPushButton *m_cancel;
    QPushButton *m_save;
};

} // namespace deskhand

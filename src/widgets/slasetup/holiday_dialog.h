// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/business_calendar.h"
#include "widgets/area_context.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTimeEdit;

namespace deskhand {

class PlainLabel;
class SettingsForm;

/// One holiday: a date or a rule for dates, and which part of the day does not count. Deletes itself when it is closed.
class HolidayDialog final : public QDialog
{
    Q_OBJECT

public:
    HolidayDialog(const AreaContext &context, QWidget *parent);

    /// `today`: where new dates begin. `taken` gets what was made of it.
    void start(const Holiday &holiday, QDate today, std::function<void(const Holiday &)> taken);

private:
    void build();
    void buildDates();
    void connectControls();
    void showKind();
    void showNext();
    [[nodiscard]] Holiday holiday() const;
    [[nodiscard]] QComboBox *monthBox(const QString &objectName);
    [[nodiscard]] QWidget *monthAndDay(QComboBox *month, QSpinBox *day);

    AreaContext m_context;
    Holiday m_before;
    QDate m_today;
    std::function<void(const Holiday &)> m_taken;
    bool m_loading = false;
    SettingsForm *m_form;
    QComboBox *m_kind;
    QLineEdit *m_name;
    QDateEdit *m_from;
    QDateEdit *m_to;
    QComboBox *m_month;
    QSpinBox *m_day;
    QWidget *m_yearly;
    QComboBox *m_untilMonth;
    QSpinBox *m_untilDay;
    QWidget *m_until;
    QComboBox *m_nth;
    QComboBox *m_weekday;
    QComboBox *m_nthMonth;
    QWidget *m_rule;
    QSpinBox *m_offset;
    QCheckBox *m_wholeDay;
    QTimeEdit *m_closedFrom;
    QTimeEdit *m_closedTo;
    QCheckBox *m_toMidnight;
    QWidget *m_part;
    PlainLabel *m_next;
    QPushButton *m_ok;
};

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/reports/report_shelf_model.h"
#include "widgets/area_context.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QListWidget;
class QPushButton;
class QTimeEdit;

namespace deskhand {

class PlainLabel;

/// When a report is mailed and to whom, and what became of the last times.
class ScheduleDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `schedule`: an item that holds a ReportSchedule; new without an id. The shelf outlives the dialog.
    ScheduleDialog(const AreaContext &context, const CatalogHolder &holder, ReportShelfModel &shelf,
                   const ReportItem &schedule, QWidget *parent);

    [[nodiscard]] ReportItem item() const;

private:
    void build();
    void buildWhen(QFormLayout *form);
    void fillWhat();
    void fill();
    void fillDays();
    void showSendings();
    void refresh();
    void save();

    AreaContext m_context;
    const CatalogHolder &m_holder;
    ReportShelfModel &m_shelf;
    ReportItem m_item;
    QLineEdit *m_name;
    QComboBox *m_what;
    QComboBox *m_rhythm;
    QComboBox *m_day;
    QTimeEdit *m_time;
    QComboBox *m_zone;
    QListWidget *m_readers;
    QCheckBox *m_pdf;
    QCheckBox *m_active;
    PlainLabel *m_next;
    QListWidget *m_sendings;
    QPushButton *m_save = nullptr;
};

} // namespace deskhand

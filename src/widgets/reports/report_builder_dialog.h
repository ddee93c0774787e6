// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/reports/report_builder_presenter.h"
#include "widgets/area_context.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace deskhand {

class ConditionEdit;
class PlainLabel;
class ReportCard;

/// Makes a report without SQL: what is measured, how it is split, of which tickets, when and compared with what; the
/// preview follows every change.
class ReportBuilderDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Use {
        SavedReport, ///< stands alone, and may be shared
        Card,        ///< of a dashboard; its name may stay empty
    };

    ReportBuilderDialog(const AreaContext &context, Desk &desk, const CatalogHolder &holder, QWidget *parent);

    void begin(const Report &report, const QString &name, Use use);
    [[nodiscard]] ReportBuilderPresenter &presenter() { return m_presenter; }

Q_SIGNALS:
    void finishedReport(const deskhand::Report &report, const QString &name, bool shared);

private:
    QWidget *buildForm();
    QComboBox *addChoice(QFormLayout *form, const QString &name, const QString &caption);
    ConditionEdit *makeCondition(const QString &name, const QString &says);
    void connectForm();
    void connectNumbers();
    void fill();
    void fillMeasures();
    void fillSplits();
    void fillPeriods();
    void showProblem();
    void choosePeriod();
    void finish();

    AreaContext m_context;
    const CatalogHolder &m_holder;
    ReportBuilderPresenter m_presenter;
    QFormLayout *m_form = nullptr;
    QLineEdit *m_name;
    QComboBox *m_measure = nullptr;
    QComboBox *m_statistic = nullptr;
    QComboBox *m_clock = nullptr;
    QComboBox *m_variant = nullptr;
    QSpinBox *m_days;
    QComboBox *m_first = nullptr;
    QComboBox *m_second = nullptr;
    ConditionEdit *m_tickets = nullptr;
    QComboBox *m_period = nullptr;
    QComboBox *m_comparison = nullptr;
    ConditionEdit *m_otherTickets = nullptr;
    QComboBox *m_picture = nullptr;
    PlainLabel *m_definition;
    PlainLabel *m_problem;
    QCheckBox *m_shared;
    QPushButton *m_ok;
    ReportCard *m_preview;
    Use m_use = Use::SavedReport;
    bool m_filling = false;
};

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reports/report_builder_dialog.h"

#include "domain/condition_text.h"
#include "widgets/form_rows.h"
#include "widgets/list/condition_edit.h"
#include "widgets/list/condition_words.h"
#include "widgets/plain_label.h"
#include "widgets/reports/report_card.h"
#include "widgets/reports/report_filter_bar.h"
#include "widgets/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>

namespace deskhand {

namespace {

constexpr int noSplit = -1;
constexpr int formWidth = 380;
constexpr int betweenPeriod = -1;
constexpr int lastDaysPeriod = 1000; ///< + days
constexpr int builderLastDays[] = {7, 14, 30, 60, 91, 182, 365};

int periodChoice(const ReportPeriod &period)
{
    if (period.span == ReportSpan::LastDays)
        return lastDaysPeriod + period.days;
    return period.span == ReportSpan::Between ? betweenPeriod : int(period.span);
}

void choose(QComboBox *box, int value)
{
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

} // namespace

ReportBuilderDialog::ReportBuilderDialog(const AreaContext &context, Desk &desk, const CatalogHolder &holder,
                                         QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_holder(holder)
    , m_presenter(desk, holder)
    , m_name(new QLineEdit(this))
    , m_days(new QSpinBox(this))
    , m_definition(new PlainLabel(this))
    , m_problem(new PlainLabel(this))
    , m_shared(new QCheckBox(tr("S&hared with every agent"), this))
    , m_ok(nullptr)
    , m_preview(new ReportCard(context, m_presenter.preview(), this))
{
    setObjectName(QStringLiteral("reportBuilderDialog"));
    setWindowTitle(tr("Report"));
    resize(1040, 620);
    m_preview->setObjectName(QStringLiteral("previewReportCard"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Save);
    m_ok->setObjectName(QStringLiteral("saveReportPushButton"));
    m_ok->setProperty("primary", true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ReportBuilderDialog::finish);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *right = new QVBoxLayout;
    right->addWidget(m_preview, 1);
    right->addWidget(m_definition);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(metrics::large);
    columns->addWidget(buildForm());
    columns->addLayout(right, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::large, metrics::large, metrics::large, metrics::medium);
    layout->setSpacing(metrics::medium);
    layout->addLayout(columns, 1);
    layout->addWidget(buttons);
    m_definition->setObjectName(QStringLiteral("definitionLabel"));
    m_definition->setStyleOf(context.theme, TextStyle::Small, Token::TextMuted);
    m_definition->setWordWrap(true);
    fillMeasures();
    connectForm();
    connectNumbers();
    connect(&m_presenter, &ReportBuilderPresenter::changed, this, &ReportBuilderDialog::fill);
}

QComboBox *ReportBuilderDialog::addChoice(QFormLayout *form, const QString &name, const QString &caption)
{
    auto *box = new QComboBox(this);
    box->setObjectName(name + QStringLiteral("ComboBox"));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(16);
    addFormRow(form, caption, box);
    return box;
}

ConditionEdit *ReportBuilderDialog::makeCondition(const QString &name, const QString &says)
{
    auto *edit = new ConditionEdit(m_context.theme, this);
    edit->setObjectName(name);
    edit->setAccessibleName(says);
    edit->setPlaceholderText(tr("All tickets, or: queue:finance owner:\"Sarah Lind\""));
    edit->setCompleter(
        [this](const QString &text, int cursor) { return completeCondition(text, cursor, *m_holder.catalog()); });
    return edit;
}

QWidget *ReportBuilderDialog::buildForm()
{
    auto *page = new QWidget(this);
    page->setFixedWidth(formWidth);
    m_form = new QFormLayout(page);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_measure = addChoice(m_form, QStringLiteral("measure"), tr("&Measure"));
    m_statistic = addChoice(m_form, QStringLiteral("statistic"), tr("&Told as"));
    m_clock = addChoice(m_form, QStringLiteral("clock"), tr("&Counting"));
    m_variant = addChoice(m_form, QStringLiteral("variant"), tr("&Variant"));
    m_days->setObjectName(QStringLiteral("reopenDaysSpinBox"));
    m_days->setRange(1, 365);
    addFormRow(m_form, tr("Reopened within &days"), m_days);
    m_first = addChoice(m_form, QStringLiteral("firstSplit"), tr("&Split by"));
    m_second = addChoice(m_form, QStringLiteral("secondSplit"), tr("&and by"));
    m_tickets = makeCondition(QStringLiteral("ticketsLineEdit"), tr("Which tickets"));
    addFormRow(m_form, tr("&Which tickets"), m_tickets);
    m_period = addChoice(m_form, QStringLiteral("period"), tr("&Period"));
    m_comparison = addChoice(m_form, QStringLiteral("comparison"), tr("C&ompared with"));
    m_otherTickets = makeCondition(QStringLiteral("otherTicketsLineEdit"), tr("Which other tickets"));
    addFormRow(m_form, tr("Whic&h others"), m_otherTickets);
    m_picture = addChoice(m_form, QStringLiteral("picture"), tr("P&icture"));
    m_name->setObjectName(QStringLiteral("reportNameLineEdit"));
    addFormRow(m_form, tr("&Name"), m_name);
    m_shared->setObjectName(QStringLiteral("sharedReportCheckBox"));
    addFormRow(m_form, m_shared);
    m_problem->setObjectName(QStringLiteral("reportProblemLabel"));
    m_problem->setStyleOf(m_context.theme, TextStyle::Small, Token::Danger);
    m_problem->setWordWrap(true);
    addFormRow(m_form, m_problem);
    return page;
}

void ReportBuilderDialog::connectForm()
{
    const auto follow = [this](QComboBox *box, auto take) {
        connect(box, &QComboBox::currentIndexChanged, this, [this, box, take](int index) {
            if (!m_filling && index >= 0)
                take(box->itemData(index).toInt());
        });
    };
    follow(m_measure, [this](int value) { m_presenter.setMeasure(ReportMeasure(value)); });
    follow(m_statistic, [this](int value) { m_presenter.setStatistic(ReportStatistic(value)); });
    follow(m_clock, [this](int value) { m_presenter.setClock(ReportClock(value)); });
    follow(m_variant, [this](int value) { m_presenter.setVariant(ReportVariant(value)); });
    const auto split = [this](int place) {
        return [this, place](int value) {
            m_presenter.setSplit(place, value == noSplit ? std::nullopt : std::optional(ReportDimension(value)));
        };
    };
    follow(m_first, split(0));
    follow(m_second, split(1));
    follow(m_period, [this](int) { choosePeriod(); });
    follow(m_comparison, [this](int value) { m_presenter.setComparison(ReportComparison(value)); });
    follow(m_picture, [this](int value) { m_presenter.setPicture(ReportPicture(value)); });
}

void ReportBuilderDialog::connectNumbers()
{
    connect(m_days, &QSpinBox::valueChanged, this, [this](int days) {
        if (!m_filling)
            m_presenter.setDays(days);
    });
    connect(m_tickets, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (!m_filling)
            m_presenter.setTickets(text);
    });
    connect(m_otherTickets, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (!m_filling)
            m_presenter.setOtherTickets(text);
    });
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (!m_filling)
            m_presenter.setName(text.trimmed());
    });
    for (ConditionEdit *edit : {m_tickets, m_otherTickets})
        connect(edit, &ConditionEdit::escaped, this, &QDialog::reject);
    // Where it was counted is in the list; the dialog would stand in front of it.
    connect(m_preview, &ReportCard::ticketsRequested, this, [this] { m_preview->showHowCounted(); });
    connect(m_preview, &ReportCard::editRequested, m_measure, [this] { m_measure->setFocus(); });
}

void ReportBuilderDialog::begin(const Report &report, const QString &name, Use use)
{
    m_use = use;
    setWindowTitle(use == Use::Card ? tr("Report on the dashboard") : tr("New report"));
    m_ok->setText(use == Use::Card ? tr("&Take") : tr("&Save"));
    m_form->setRowVisible(m_shared, use == Use::SavedReport);
    {
        const QScopedValueRollback filling(m_filling, true);
        m_name->setText(name);
        m_tickets->setText(report.ticketsText);
        m_otherTickets->setText(report.otherTicketsText);
    }
    m_presenter.setReport(report, name);
    if (m_tickets->text().isEmpty()) {
        const QScopedValueRollback filling(m_filling, true);
        m_tickets->setText(m_presenter.report().ticketsText);
    }
    m_measure->setFocus();
}

void ReportBuilderDialog::fillMeasures()
{
    const QScopedValueRollback filling(m_filling, true);
    for (int i = 0; i < reportMeasureCount; ++i)
        m_measure->addItem(ReportWords::measure(ReportMeasure(i)), i);
    for (const ReportClock clock : {ReportClock::Wall, ReportClock::Business, ReportClock::Working})
        m_clock->addItem(ReportWords::clock(clock), int(clock));
    for (const ReportVariant variant : {ReportVariant::Ours, ReportVariant::OneTouch, ReportVariant::OneReply})
        m_variant->addItem(ReportWords::variant(variant), int(variant));
    for (int i = 0; i <= int(ReportComparison::OtherTickets); ++i)
        m_comparison->addItem(ReportWords::comparison(ReportComparison(i)), i);
}

void ReportBuilderDialog::fillSplits()
{
    const Report &report = m_presenter.report();
    for (int place = 0; place < 2; ++place) {
        QComboBox *box = place == 0 ? m_first : m_second;
        box->clear();
        box->addItem(tr("Nothing"), noSplit);
        for (const ReportDimension dimension : m_presenter.splits(place))
            box->addItem(ReportWords::dimension(dimension), int(dimension));
        choose(box, place < report.by.size() ? int(report.by[place]) : noSplit);
    }
    m_second->setEnabled(!report.by.isEmpty());
}

void ReportBuilderDialog::fillPeriods()
{
    const ReportPeriod &period = m_presenter.report().period;
    const ReportWords words(m_holder.catalog());
    m_period->clear();
    for (int i = 0; i < int(ReportSpan::LastDays); ++i)
        m_period->addItem(ReportWords::span(ReportSpan(i)), i);
    QVector<int> days(std::begin(builderLastDays), std::end(builderLastDays));
    if (period.span == ReportSpan::LastDays && !days.contains(period.days))
        days.append(period.days);
    for (const int each : std::as_const(days))
        m_period->addItem(words.period(ReportPeriod{ReportSpan::LastDays, each, 0, 0}, {}), lastDaysPeriod + each);
    const QString zone =
        m_presenter.report().zone.isEmpty() ? deskZone(*m_holder.catalog()) : m_presenter.report().zone;
    m_period->addItem(period.span == ReportSpan::Between ? words.period(period, zone) : tr("Between two days…"),
                      betweenPeriod);
    choose(m_period, periodChoice(period));
}

void ReportBuilderDialog::fill()
{
    const QScopedValueRollback filling(m_filling, true);
    const Report &report = m_presenter.report();
    choose(m_measure, int(report.measure));
    m_statistic->clear();
    for (const ReportStatistic statistic : m_presenter.statistics())
        m_statistic->addItem(ReportWords::statistic(statistic), int(statistic));
    choose(m_statistic, int(report.statistic));
    choose(m_clock, int(report.clock));
    choose(m_variant, int(report.variant));
    choose(m_comparison, int(report.comparison));
    m_days->setValue(report.days);
    fillSplits();
    fillPeriods();
    m_picture->clear();
    for (const ReportPicture picture : m_presenter.pictures())
        m_picture->addItem(ReportWords::picture(picture), int(picture));
    choose(m_picture, int(report.picture));
    m_form->setRowVisible(m_clock, m_presenter.hasClock());
    m_form->setRowVisible(m_variant, m_presenter.hasVariant());
    m_form->setRowVisible(m_days, m_presenter.hasDays());
    m_form->setRowVisible(m_otherTickets, report.comparison == ReportComparison::OtherTickets);
    m_name->setPlaceholderText(m_presenter.suggestedName());
    m_definition->setText(ReportWords::definition(report));
    showProblem();
}

void ReportBuilderDialog::showProblem()
{
    m_tickets->setProblem(m_presenter.ticketsProblem());
    m_otherTickets->setProblem(m_presenter.otherTicketsProblem());
    QString text = m_presenter.problem();
    if (m_presenter.ticketsProblem())
        text = conditionProblemWords(*m_presenter.ticketsProblem());
    m_problem->setText(text);
    m_form->setRowVisible(m_problem, !text.isEmpty());
    m_ok->setEnabled(m_presenter.isValid());
}

void ReportBuilderDialog::choosePeriod()
{
    const int choice = m_period->currentData().toInt();
    if (choice >= lastDaysPeriod)
        return m_presenter.setPeriod({ReportSpan::LastDays, choice - lastDaysPeriod, 0, 0});
    if (choice != betweenPeriod)
        return m_presenter.setPeriod({ReportSpan(choice), 30, 0, 0});
    const QString zone =
        m_presenter.report().zone.isEmpty() ? deskZone(*m_holder.catalog()) : m_presenter.report().zone;
    askForDays(this, m_presenter.report().period, zone,
               [this](const ReportPeriod &period) { m_presenter.setPeriod(period); });
}

void ReportBuilderDialog::finish()
{
    if (!m_presenter.isValid())
        return;
    const QString name =
        m_presenter.name().isEmpty() && m_use == Use::SavedReport ? m_presenter.suggestedName() : m_presenter.name();
    Q_EMIT finishedReport(m_presenter.report(), name, m_shared->isChecked());
    accept();
}

} // namespace deskhand

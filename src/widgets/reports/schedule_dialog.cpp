// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reports/schedule_dialog.h"

#include "models/reports/report_sending_text.h"
#include "models/time_text.h"
#include "widgets/form_rows.h"
#include "widgets/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace deskhand {

namespace {

constexpr int readerRole = Qt::UserRole;
constexpr int mostSendingsShown = 20;

} // namespace

ScheduleDialog::ScheduleDialog(const AreaContext &context, const CatalogHolder &holder, ReportShelfModel &shelf,
                               const ReportItem &schedule, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_holder(holder)
    , m_shelf(shelf)
    , m_item(schedule)
    , m_name(new QLineEdit(this))
    , m_what(new QComboBox(this))
    , m_rhythm(new QComboBox(this))
    , m_day(new QComboBox(this))
    , m_time(new QTimeEdit(this))
    , m_zone(new QComboBox(this))
    , m_readers(new QListWidget(this))
    , m_pdf(new QCheckBox(tr("With a &PDF"), this))
    , m_active(new QCheckBox(tr("Is s&ent"), this))
    , m_next(new PlainLabel(this))
    , m_sendings(new QListWidget(this))
{
    setObjectName(QStringLiteral("scheduleDialog"));
    setWindowTitle(tr("Send by mail"));
    resize(520, 620);
    build();
    fill();
    connect(&m_shelf, &ReportShelfModel::refreshed, this, &ScheduleDialog::showSendings);
    refresh();
}

void ScheduleDialog::buildWhen(QFormLayout *form)
{
    m_rhythm->setObjectName(QStringLiteral("rhythmComboBox"));
    for (const ReportRhythm rhythm : {ReportRhythm::Daily, ReportRhythm::Weekly, ReportRhythm::Monthly})
        m_rhythm->addItem(ReportWords::rhythm(rhythm), int(rhythm));
    m_day->setObjectName(QStringLiteral("scheduleDayComboBox"));
    m_time->setObjectName(QStringLiteral("scheduleTimeEdit"));
    m_zone->setObjectName(QStringLiteral("scheduleZoneComboBox"));
    m_zone->addItem(tr("Zone of the desk (%1)").arg(deskZone(*m_holder.catalog())), QString());
    for (const QByteArray &zone : QTimeZone::availableTimeZoneIds()) {
        const QString name = QString::fromLatin1(zone);
        if (name.contains(u'/') && !name.startsWith(QLatin1String("Etc/")))
            m_zone->addItem(name, name);
    }
    addFormRow(form, tr("&How often"), m_rhythm);
    addFormRow(form, tr("&Day"), m_day);
    addFormRow(form, tr("&At"), m_time);
    addFormRow(form, tr("&Time zone"), m_zone);
    connect(m_rhythm, &QComboBox::currentIndexChanged, this, [this] {
        fillDays();
        refresh();
    });
    connect(m_day, &QComboBox::currentIndexChanged, this, &ScheduleDialog::refresh);
    connect(m_zone, &QComboBox::currentIndexChanged, this, &ScheduleDialog::refresh);
    connect(m_time, &QTimeEdit::timeChanged, this, &ScheduleDialog::refresh);
}

void ScheduleDialog::build()
{
    auto *form = new QFormLayout;
    m_name->setObjectName(QStringLiteral("scheduleNameLineEdit"));
    addFormRow(form, tr("&Name"), m_name);
    m_what->setObjectName(QStringLiteral("scheduleWhatComboBox"));
    addFormRow(form, tr("&What"), m_what);
    buildWhen(form);
    m_readers->setObjectName(QStringLiteral("readersListWidget"));
    m_readers->setSelectionMode(QAbstractItemView::NoSelection);
    addFormRow(form, tr("&Readers"), m_readers);
    m_pdf->setObjectName(QStringLiteral("schedulePdfCheckBox"));
    m_active->setObjectName(QStringLiteral("scheduleActiveCheckBox"));
    addFormRow(form, m_pdf);
    addFormRow(form, m_active);
    m_next->setObjectName(QStringLiteral("nextSendingLabel"));
    m_next->setStyleOf(m_context.theme, TextStyle::Small, Token::TextMuted);
    m_next->setWordWrap(true);
    addFormRow(form, m_next);
    m_sendings->setObjectName(QStringLiteral("sendingsListWidget"));
    m_sendings->setSelectionMode(QAbstractItemView::NoSelection);
    m_sendings->setMaximumHeight(120);
    addFormRow(form, tr("&Last times"), m_sendings);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_save->setObjectName(QStringLiteral("saveSchedulePushButton"));
    m_save->setProperty("primary", true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ScheduleDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, &ScheduleDialog::refresh);
    connect(m_active, &QCheckBox::toggled, this, &ScheduleDialog::refresh);
    connect(m_readers, &QListWidget::itemChanged, this, &ScheduleDialog::refresh);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::large, metrics::large, metrics::large, metrics::medium);
    layout->addLayout(form, 1);
    layout->addWidget(buttons);
}

void ScheduleDialog::fillDays()
{
    const auto rhythm = ReportRhythm(m_rhythm->currentData().toInt());
    const int before = std::max(1, m_day->currentData().toInt());
    const QSignalBlocker blocker(m_day);
    m_day->clear();
    if (rhythm == ReportRhythm::Weekly) {
        for (int day = 1; day <= 7; ++day)
            m_day->addItem(QLocale().standaloneDayName(day), day);
    } else if (rhythm == ReportRhythm::Monthly) {
        for (int day = 1; day <= 31; ++day)
            m_day->addItem(tr("%1.", "a day of the month").arg(day), day);
    }
    m_day->setCurrentIndex(std::max(0, m_day->findData(before)));
    m_day->setEnabled(rhythm != ReportRhythm::Daily);
}

/// Dashboards that every desk has, and what this person sees; what is sent now in any case.
void ScheduleDialog::fillWhat()
{
    const auto &schedule = std::get<ReportSchedule>(m_item.content);
    for (int i = 0; i < builtinDashboardCount; ++i) {
        const auto dashboard = BuiltinDashboard(i);
        m_what->addItem(ReportWords::dashboard(dashboard), builtinDashboardName(dashboard));
    }
    m_what->insertSeparator(m_what->count());
    for (const ReportItem &item : m_shelf.shelf().items) {
        if (!std::holds_alternative<ReportSchedule>(item.content))
            m_what->addItem(item.name, item.id.value);
    }
    const QVariant sent = schedule.builtin.isEmpty() ? QVariant(schedule.item.value) : QVariant(schedule.builtin);
    if (m_what->findData(sent) < 0)
        m_what->addItem(tr("Deleted, or not shared with you"), sent);
    m_what->setCurrentIndex(m_what->findData(sent));
}

void ScheduleDialog::fill()
{
    const auto *schedule = std::get_if<ReportSchedule>(&m_item.content);
    if (!schedule)
        return;
    fillWhat();
    m_name->setText(m_item.name);
    m_rhythm->setCurrentIndex(m_rhythm->findData(int(schedule->rhythm)));
    fillDays();
    m_day->setCurrentIndex(std::max(0, m_day->findData(schedule->day)));
    m_time->setTime(QTime(schedule->hour, schedule->minute));
    m_zone->setCurrentIndex(std::max(0, m_zone->findData(schedule->zone)));
    m_pdf->setChecked(schedule->pdf);
    m_active->setChecked(m_item.active);
    for (const Person &agent : m_holder.catalog()->agents) {
        if (!agent.active && !schedule->readers.contains(agent.id))
            continue;
        auto *reader = new QListWidgetItem(displayName(agent), m_readers);
        reader->setData(readerRole, agent.id.value);
        reader->setFlags(reader->flags() | Qt::ItemIsUserCheckable);
        reader->setCheckState(schedule->readers.contains(agent.id) ? Qt::Checked : Qt::Unchecked);
    }
    showSendings();
}

void ScheduleDialog::showSendings()
{
    m_sendings->clear();
    const TimeWords times{QLocale(), QTimeZone::systemTimeZone()};
    m_sendings->addItems(reportSendingLines(m_shelf.shelf().sendings, m_item.id, *m_holder.catalog(), times,
                                            m_holder.now(), mostSendingsShown));
    if (m_sendings->count() == 0)
        m_sendings->addItem(tr("Not sent yet"));
}

ReportItem ScheduleDialog::item() const
{
    ReportItem item = m_item;
    auto schedule = std::get<ReportSchedule>(m_item.content);
    item.name = m_name->text().trimmed();
    item.active = m_active->isChecked();
    const QVariant sent = m_what->currentData();
    const bool isBuiltin = sent.typeId() == QMetaType::QString;
    schedule.builtin = isBuiltin ? sent.toString() : QString();
    schedule.item = isBuiltin ? ReportItemId() : ReportItemId{sent.toLongLong()};
    schedule.rhythm = ReportRhythm(m_rhythm->currentData().toInt());
    schedule.day = std::max(1, m_day->currentData().toInt());
    schedule.hour = m_time->time().hour();
    schedule.minute = m_time->time().minute();
    schedule.zone = m_zone->currentData().toString();
    schedule.pdf = m_pdf->isChecked();
    schedule.readers.clear();
    for (int row = 0; row < m_readers->count(); ++row) {
        if (m_readers->item(row)->checkState() == Qt::Checked)
            schedule.readers.append(PersonId{m_readers->item(row)->data(readerRole).toLongLong()});
    }
    item.content = schedule;
    return item;
}

void ScheduleDialog::refresh()
{
    const ReportItem now = item();
    const auto &schedule = std::get<ReportSchedule>(now.content);
    m_save->setEnabled(!now.name.isEmpty() && !schedule.readers.isEmpty());
    const Instant next = nextSending(schedule, deskZone(*m_holder.catalog()), m_holder.now());
    const TimeWords times{QLocale(), QTimeZone::systemTimeZone()};
    m_next->setText(
        !now.active ? tr("Is not sent.")
        : schedule.readers.isEmpty()
            ? tr("Choose who reads it. Everybody gets what they may see, in their language.")
            : tr("Next on %1. Everybody gets what they may see, in their language.").arg(times.exact(next)));
}

void ScheduleDialog::save()
{
    m_shelf.save(item());
    accept();
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reports/report_filter_bar.h"

#include "domain/zone_rules.h"
#include "models/reports/report_words.h"
#include "models/ticket_text.h"
#include "widgets/chips/flow_layout.h"
#include "widgets/choice_popup.h"
#include "widgets/form_rows.h"
#include "widgets/theme/theme.h"
#include "widgets/ticket/field_button.h"

#include <QDateEdit>
#include <QDialog>
#include <QDialogButtonBox>
#include <QTimeZone>
#include <QToolButton>
#include <QVBoxLayout>

namespace deskhand {

namespace {

constexpr qint64 anyChoice = -1;
constexpr qint64 betweenChoice = 1'000'000;
constexpr qint64 lastDaysChoice = 10'000; ///< + days
constexpr int lastDaysOffered[] = {7, 14, 30, 91, 182, 365};
constexpr ReportSpan spansOffered[] = {
    ReportSpan::Today,     ReportSpan::Yesterday, ReportSpan::ThisWeek,    ReportSpan::LastWeek,
    ReportSpan::ThisMonth, ReportSpan::LastMonth, ReportSpan::ThisQuarter, ReportSpan::LastQuarter,
    ReportSpan::ThisYear,  ReportSpan::LastYear,
};

} // namespace

void askForDays(QWidget *parent, const ReportPeriod &now, const QString &zone,
                std::function<void(const ReportPeriod &period)> chosen)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(QStringLiteral("daysDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(ReportFilterBar::tr("Between two days"));
    dialog->setWindowModality(Qt::WindowModal);
    const QTimeZone local(zone.toLatin1());
    const auto day = [&](Instant at, int before) {
        return at > 0 ? QDateTime::fromMSecsSinceEpoch(at, local).date() : QDate::currentDate().addDays(-before);
    };
    auto *from = new QDateEdit(day(now.from, 30), dialog);
    auto *to = new QDateEdit(now.to > 0 ? day(now.to - 1, 0) : QDate::currentDate(), dialog);
    from->setObjectName(QStringLiteral("fromDateEdit"));
    to->setObjectName(QStringLiteral("toDateEdit"));
    for (QDateEdit *edit : {from, to})
        edit->setCalendarPopup(true);
    auto *form = new QFormLayout;
    addFormRow(form, ReportFilterBar::tr("&From"), from);
    addFormRow(form, ReportFilterBar::tr("&To, with that day"), to);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, dialog);
    auto *layout = new QVBoxLayout(dialog);
    layout->addLayout(form);
    layout->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(dialog, &QDialog::accepted, parent, [from, to, zone, chosen = std::move(chosen)] {
        const auto rules = ZoneRules::of(zone.toLatin1());
        if (!rules)
            return;
        ReportPeriod period;
        period.span = ReportSpan::Between;
        period.from = rules->startOf(dayOf(std::min(from->date(), to->date())) * millisecondsPerDay);
        period.to = rules->startOf((dayOf(std::max(from->date(), to->date())) + 1) * millisecondsPerDay);
        chosen(period);
    });
    dialog->open();
}

ReportFilterBar::ReportFilterBar(const AreaContext &context, const CatalogHolder &holder, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_holder(holder)
    , m_clear(new QToolButton(this))
{
    setObjectName(QStringLiteral("reportFilterBar"));
    setAccessibleName(tr("Filter of the dashboard"));
    auto *layout = new FlowLayout(metrics::tight, this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_period = addButton(QStringLiteral("period"), &ReportFilterBar::askPeriod);
    m_queue = addButton(QStringLiteral("queue"), &ReportFilterBar::askQueue);
    m_owner = addButton(QStringLiteral("owner"), &ReportFilterBar::askOwner);
    m_category = addButton(QStringLiteral("category"), &ReportFilterBar::askCategory);
    m_priority = addButton(QStringLiteral("priority"), &ReportFilterBar::askPriority);
    m_channel = addButton(QStringLiteral("channel"), &ReportFilterBar::askChannel);
    m_zone = addButton(QStringLiteral("zone"), &ReportFilterBar::askZone);
    m_clear->setObjectName(QStringLiteral("clearFilterToolButton"));
    m_clear->setAutoRaise(true);
    m_clear->setIcon(context.theme.icon(QStringLiteral("edit-clear")));
    m_clear->setAccessibleName(tr("No filter"));
    m_clear->setToolTip(m_clear->accessibleName());
    connect(m_clear, &QToolButton::clicked, this, [this] { change({}); });
    layout->addWidget(m_clear);
    connect(&holder, &CatalogHolder::changed, this, &ReportFilterBar::refresh);
    refresh();
}

FieldButton *ReportFilterBar::addButton(const QString &name, void (ReportFilterBar::*ask)())
{
    auto *button = new FieldButton(m_context.theme, this);
    button->setObjectName(name + QStringLiteral("FilterFieldButton"));
    connect(button, &QAbstractButton::clicked, this, ask);
    layout()->addWidget(button);
    return button;
}

void ReportFilterBar::setFilter(const ReportFilter &filter)
{
    m_filter = filter;
    refresh();
}

void ReportFilterBar::change(const ReportFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    refresh();
    Q_EMIT filterChanged(filter);
}

void ReportFilterBar::refresh()
{
    const CatalogPtr catalog = m_holder.catalog();
    const ReportWords words(catalog);
    const Theme &theme = m_context.theme;
    const auto say = [&theme](FieldButton *button, const QString &field, const QString &value, const QString &any,
                              const char *icon) {
        button->setValue(field, value.isEmpty() ? any : value, theme.icon(QLatin1String(icon)), value.isEmpty());
    };
    const QString zone = m_filter.zone.isEmpty() ? deskZone(*catalog) : m_filter.zone;
    say(m_period, tr("Period"), m_filter.period ? words.period(*m_filter.period, zone) : QString(),
        tr("Each card's period"), "view-calendar");
    say(m_queue, tr("Queue"), m_filter.queue.isValid() ? catalog->queuePath(m_filter.queue) : QString(),
        tr("All queues"), "folder");
    const Person *owner = catalog->agent(m_filter.owner);
    say(m_owner, tr("Owner"), owner ? displayName(*owner) : QString(), tr("Everybody"), "user");
    say(m_category, tr("Category"), m_filter.category.isValid() ? catalog->categoryPath(m_filter.category) : QString(),
        tr("All categories"), "tag");
    const Priority *priority = catalog->priority(m_filter.priority);
    say(m_priority, tr("Priority"), priority ? priority->name : QString(), tr("All priorities"), "flag");
    say(m_channel, tr("Channel"), m_filter.channel ? TicketText::channelTitle(*m_filter.channel) : QString(),
        tr("All channels"), "mail-message");
    say(m_zone, tr("Time zone"), m_filter.zone, tr("Zone of the desk"), "clock");
    m_clear->setVisible(!m_filter.isEmpty());
}

ChoicePopup &ReportFilterBar::popup()
{
    if (!m_popup)
        m_popup = new ChoicePopup(m_context.theme, window());
    return *m_popup;
}

QRect ReportFilterBar::beside(const QWidget *button) const
{
    return {button->mapTo(window(), QPoint(0, 0)), button->size()};
}

void ReportFilterBar::askPeriod()
{
    const ReportWords words(m_holder.catalog());
    ChoicePopup::Request request;
    request.title = tr("Period");
    request.beside = beside(m_period);
    request.choices.append({anyChoice, tr("Each card's own"), {}, !m_filter.period});
    for (const ReportSpan span : spansOffered)
        request.choices.append(
            {qint64(span) + 1, ReportWords::span(span), {}, m_filter.period && m_filter.period->span == span});
    for (const int days : lastDaysOffered) {
        ReportPeriod period;
        period.days = days;
        request.choices.append({lastDaysChoice + days, words.period(period, {}), {}, m_filter.period == period});
    }
    request.choices.append(
        {betweenChoice, tr("Between two days…"), {}, m_filter.period && m_filter.period->span == ReportSpan::Between});
    request.chosen = [this](qint64 id, const QString &) {
        ReportFilter filter = m_filter;
        const QString zone = filter.zone.isEmpty() ? deskZone(*m_holder.catalog()) : filter.zone;
        if (id == betweenChoice) {
            return askForDays(this, filter.period.value_or(ReportPeriod{}), zone, [this](const ReportPeriod &period) {
                ReportFilter between = m_filter;
                between.period = period;
                change(between);
            });
        }
        if (id == anyChoice)
            filter.period.reset();
        else if (id > lastDaysChoice)
            filter.period = ReportPeriod{ReportSpan::LastDays, int(id - lastDaysChoice), 0, 0};
        else
            filter.period = ReportPeriod{ReportSpan(int(id - 1)), 30, 0, 0};
        change(filter);
    };
    popup().ask(request);
}

void ReportFilterBar::askQueue()
{
    const CatalogPtr catalog = m_holder.catalog();
    ChoicePopup::Request request;
    request.title = tr("Queue, with those below it");
    request.beside = beside(m_queue);
    request.choices.append({anyChoice, tr("All queues"), {}, !m_filter.queue.isValid()});
    for (const Queue &queue : catalog->queues)
        request.choices.append({queue.id.value, catalog->queuePath(queue.id), {}, m_filter.queue == queue.id});
    request.chosen = [this](qint64 id, const QString &) {
        ReportFilter filter = m_filter;
        filter.queue = QueueId{id == anyChoice ? 0 : id};
        change(filter);
    };
    popup().ask(request);
}

void ReportFilterBar::askOwner()
{
    ChoicePopup::Request request;
    request.title = tr("Owner");
    request.beside = beside(m_owner);
    request.choices.append({anyChoice, tr("Everybody"), {}, !m_filter.owner.isValid()});
    for (const Person &agent : m_holder.catalog()->agents)
        request.choices.append({agent.id.value, displayName(agent), {}, m_filter.owner == agent.id});
    request.chosen = [this](qint64 id, const QString &) {
        ReportFilter filter = m_filter;
        filter.owner = PersonId{id == anyChoice ? 0 : id};
        change(filter);
    };
    popup().ask(request);
}

void ReportFilterBar::askCategory()
{
    const CatalogPtr catalog = m_holder.catalog();
    ChoicePopup::Request request;
    request.title = tr("Category, with those below it");
    request.beside = beside(m_category);
    request.choices.append({anyChoice, tr("All categories"), {}, !m_filter.category.isValid()});
    for (const Category &category : catalog->categories)
        request.choices.append(
            {category.id.value, catalog->categoryPath(category.id), {}, m_filter.category == category.id});
    request.chosen = [this](qint64 id, const QString &) {
        ReportFilter filter = m_filter;
        filter.category = CategoryId{id == anyChoice ? 0 : id};
        change(filter);
    };
    popup().ask(request);
}

void ReportFilterBar::askPriority()
{
    ChoicePopup::Request request;
    request.title = tr("Priority");
    request.beside = beside(m_priority);
    request.choices.append({anyChoice, tr("All priorities"), {}, !m_filter.priority.isValid()});
    for (const Priority &priority : m_holder.catalog()->priorities)
        request.choices.append({priority.id.value, priority.name, {}, m_filter.priority == priority.id});
    request.chosen = [this](qint64 id, const QString &) {
        ReportFilter filter = m_filter;
        filter.priority = PriorityId{id == anyChoice ? 0 : id};
        change(filter);
    };
    popup().ask(request);
}

void ReportFilterBar::askChannel()
{
    ChoicePopup::Request request;
    request.title = tr("Channel");
    request.beside = beside(m_channel);
    request.choices.append({anyChoice, tr("All channels"), {}, !m_filter.channel});
    for (int number = int(Channel::Email); number <= int(Channel::Monitoring); ++number)
        request.choices.append(
            {number, TicketText::channelTitle(Channel(number)), {}, m_filter.channel == Channel(number)});
    request.chosen = [this](qint64 id, const QString &) {
        ReportFilter filter = m_filter;
        filter.channel = id == anyChoice ? std::nullopt : std::optional<Channel>(Channel(int(id)));
        change(filter);
    };
    popup().ask(request);
}

void ReportFilterBar::askZone()
{
    const QList<QByteArray> zones = QTimeZone::availableTimeZoneIds();
    ChoicePopup::Request request;
    request.title = tr("Time zone");
    request.beside = beside(m_zone);
    request.choices.append({anyChoice, tr("Zone of the desk"), {}, m_filter.zone.isEmpty()});
    for (int i = 0; i < zones.size(); ++i) {
        const QString name = QString::fromLatin1(zones[i]);
        if (name.contains(u'/') && !name.startsWith(QLatin1String("Etc/")))
            request.choices.append({i + 1, name, {}, m_filter.zone == name});
    }
    request.chosen = [this, zones](qint64 id, const QString &) {
        ReportFilter filter = m_filter;
        filter.zone = id == anyChoice ? QString() : QString::fromLatin1(zones.value(id - 1));
        change(filter);
    };
    popup().ask(request);
}

} // namespace deskhand

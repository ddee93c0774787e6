// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slasetup/sla_queues_page.h"

#include "models/sla/sla_overview.h"
#include "widgets/plain_label.h"
#include "widgets/settings/settings_form.h"

#include <QComboBox>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace deskhand {

namespace {

constexpr int slaQueueRole = Qt::UserRole + 1;

/// What holds for a queue: its own, or in brackets what it has from above.
QString ownOrAbove(const QString &held, bool own)
{
    return held.isEmpty() ? QStringLiteral("–") : own ? held : QStringLiteral("(%1)").arg(held);
}

QString nameOf(const Person *person)
{
    return person ? displayName(*person) : QString();
}

} // namespace

SlaQueuesPage::SlaQueuesPage(const SlaSetupContext &context, QWidget *parent)
    : SlaPage(context, tr("The queue was not changed."), parent)
{
    setObjectName(QStringLiteral("slaQueuesPage"));
    setContent(build());
    connect(&context.overview.catalog(), &CatalogHolder::changed, this, &SlaQueuesPage::load);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &SlaQueuesPage::loadQueue);
    for (QComboBox *box : {m_calendar, m_lead, m_manager, m_onCall})
        connect(box, &QComboBox::currentIndexChanged, this, &SlaQueuesPage::take);
    load();
}

QStringList SlaQueuesPage::keywords() const
{
    return {tr("lead"), tr("manager"), tr("on call"), tr("escalation"), tr("calendar"), tr("SLA")};
}

QWidget *SlaQueuesPage::build()
{
    auto *full = new QWidget(this);
    m_tree = new QTreeWidget(full);
    m_tree->setObjectName(QStringLiteral("slaQueuesTreeWidget"));
    m_tree->setAccessibleName(tr("Queues"));
    m_tree->setHeaderLabels({tr("Queue"), tr("Calendar"), tr("Lead"), tr("Manager"), tr("On call")});
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_tree->setMinimumHeight(160);
    m_name = new PlainLabel(full);
    m_name->setObjectName(QStringLiteral("slaQueueNameLabel"));
    m_name->setStyleOf(context().area.theme, TextStyle::Strong);
    m_form = new SettingsForm(context().area.theme, full);
    const auto box = [this](const char *objectName) {
        auto *made = new QComboBox(m_form);
        made->setObjectName(QLatin1String(objectName));
        return made;
    };
    m_calendar = box("slaQueueCalendarComboBox");
    m_lead = box("slaQueueLeadComboBox");
    m_manager = box("slaQueueManagerComboBox");
    m_onCall = box("slaQueueOnCallComboBox");
    m_form->addRow(tr("Calendar"), m_calendar,
                   tr("For new tickets, and for open ones when they are re-timed the next time."));
    m_form->addRow(tr("Lead"), m_lead);
    m_form->addRow(tr("Manager"), m_manager);
    m_form->addRow(tr("On call"), m_onCall, tr("Whom the levels of a policy tell, and to whom they assign."));
    auto *layout = new QVBoxLayout(full);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::medium);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_name);
    layout->addWidget(m_form);
    return full;
}

QueueId SlaQueuesPage::currentQueue() const
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    return item ? QueueId{item->data(0, slaQueueRole).toLongLong()} : QueueId{};
}

void SlaQueuesPage::chooseQueue(QueueId id)
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        if (m_tree->topLevelItem(i)->data(0, slaQueueRole).toLongLong() == id.value)
            m_tree->setCurrentItem(m_tree->topLevelItem(i));
    }
}

void SlaQueuesPage::load()
{
    if (showOnlyForAdmins())
        return;
    showContent(true);
    const CatalogPtr catalog = context().overview.catalog().catalog();
    QVector<Queue> queues;
    for (const Queue &top : catalog->queues) {
        if (top.parent.isValid())
            continue;
        for (const QueueId id : catalog->queueWithDescendants(top.id)) {
            if (const Queue *queue = catalog->queue(id); queue && queue->active)
                queues.append(*queue);
        }
    }
    const QueueId current = currentQueue();
    const QSignalBlocker quiet(m_tree);
    while (m_tree->topLevelItemCount() > queues.size())
        delete m_tree->takeTopLevelItem(m_tree->topLevelItemCount() - 1);
    for (int i = 0; i < queues.size(); ++i) {
        if (i >= m_tree->topLevelItemCount())
            new QTreeWidgetItem(m_tree);
        QTreeWidgetItem *item = m_tree->topLevelItem(i);
        const Queue &queue = queues.at(i);
        const BusinessCalendar *calendar = catalog->calendarOfQueue(queue.id);
        item->setText(0, catalog->queuePath(queue.id));
        item->setText(1, ownOrAbove(calendar ? calendar->name : QString(), queue.calendar.isValid()));
        item->setText(2, ownOrAbove(nameOf(catalog->leadOfQueue(queue.id)), queue.lead.isValid()));
        item->setText(3, ownOrAbove(nameOf(catalog->managerOfQueue(queue.id)), queue.manager.isValid()));
        item->setText(4, ownOrAbove(nameOf(catalog->onCallOfQueue(queue.id)), queue.onCall.isValid()));
        item->setData(0, slaQueueRole, queue.id.value);
        if (queue.id == current || !m_tree->currentItem())
            m_tree->setCurrentItem(item);
    }
    loadQueue();
}

void SlaQueuesPage::fillPeople(QComboBox *box, PersonId chosen, const Person *above)
{
    box->clear();
    box->addItem(above ? tr("As above it: %1").arg(displayName(*above)) : tr("Nobody"), qint64(0));
    for (const Person &agent : context().overview.catalog().catalog()->agents) {
        if (agent.active || agent.id == chosen)
            box->addItem(displayName(agent), agent.id.value);
    }
    box->setCurrentIndex(qMax(0, box->findData(chosen.value)));
}

void SlaQueuesPage::loadQueue()
{
    const CatalogPtr catalog = context().overview.catalog().catalog();
    const Queue *queue = catalog->queue(currentQueue());
    m_form->setVisible(queue != nullptr);
    m_name->setText(queue ? catalog->queuePath(queue->id) : QString());
    if (!queue)
        return;
    m_loading = true;
    const BusinessCalendar *above = catalog->calendarOfQueue(queue->parent);
    m_calendar->clear();
    m_calendar->addItem(above ? tr("As above it: %1").arg(above->name) : tr("None: round the clock"), qint64(0));
    for (const BusinessCalendar &calendar : catalog->calendars) {
        if (calendar.active || calendar.id == queue->calendar)
            m_calendar->addItem(calendar.name, calendar.id.value);
    }
    m_calendar->setCurrentIndex(qMax(0, m_calendar->findData(queue->calendar.value)));
    fillPeople(m_lead, queue->lead, catalog->leadOfQueue(queue->parent));
    fillPeople(m_manager, queue->manager, catalog->managerOfQueue(queue->parent));
    fillPeople(m_onCall, queue->onCall, catalog->onCallOfQueue(queue->parent));
    m_loading = false;
}

void SlaQueuesPage::take()
{
    const Queue *queue = context().overview.catalog().catalog()->queue(currentQueue());
    if (m_loading || !queue)
        return;
    Queue changed = *queue;
    changed.calendar = CalendarId{m_calendar->currentData().toLongLong()};
    changed.lead = PersonId{m_lead->currentData().toLongLong()};
    changed.manager = PersonId{m_manager->currentData().toLongLong()};
    changed.onCall = PersonId{m_onCall->currentData().toLongLong()};
    if (changed == *queue)
        return;
    expectAnswer();
    context().overview.saveQueue(changed);
}

} // namespace deskhand

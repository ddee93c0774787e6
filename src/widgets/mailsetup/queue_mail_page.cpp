// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mailsetup/queue_mail_page.h"

#include "widgets/frame/empty_state.h"
#include "widgets/frame/error_banner.h"
#include "widgets/mailsetup/mail_server_fields.h"
#include "widgets/plain_label.h"
#include "widgets/settings/settings_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace deskhand {

namespace {
constexpr int queueIdRole = Qt::UserRole + 1;
}

QueueMailPage::QueueMailPage(const AreaContext &context, MailOverview &overview, QWidget *parent)
    : SettingsPage(parent)
    , m_context(context)
    , m_overview(overview)
    , m_presenter(overview)
    , m_banner(new ErrorBanner(context.theme, this))
    , m_stack(new QStackedWidget(this))
    , m_forAdmins(new EmptyState(context.theme, m_stack))
{
    setObjectName(QStringLiteral("queueMailPage"));
    m_stack->addWidget(m_forAdmins);
    m_stack->addWidget(build());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::medium);
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    connect(&m_presenter, &MailSettingsPresenter::changed, this, &QueueMailPage::load);
    connect(&m_presenter, &MailSettingsPresenter::saved, m_banner, &QWidget::hide);
    connect(&m_presenter, &MailSettingsPresenter::failed, this,
            [this](const Error &error) { m_banner->showError(tr("The queue was not changed."), error); });
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &QueueMailPage::loadQueue);
    for (QComboBox *box : {m_mailbox, m_followUp})
        connect(box, &QComboBox::currentIndexChanged, this, &QueueMailPage::take);
    connect(m_acknowledges, &QCheckBox::toggled, this, &QueueMailPage::take);
    connect(m_days, &QSpinBox::valueChanged, this, &QueueMailPage::take);
    load();
}

QStringList QueueMailPage::keywords() const
{
    return {tr("follow-up"), tr("reopen"), tr("acknowledgement"), tr("sender")};
}

QWidget *QueueMailPage::build()
{
    auto *full = new QWidget(m_stack);
    m_tree = new QTreeWidget(full);
    m_tree->setObjectName(QStringLiteral("queueMailTreeWidget"));
    m_tree->setAccessibleName(tr("Queues"));
    m_tree->setHeaderLabels({tr("Queue"), tr("Replies leave by"), tr("Acknowledges"), tr("A late answer")});
    m_tree->setRootIsDecorated(false);
    m_tree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_tree->setUniformRowHeights(true);
    m_tree->setMinimumHeight(160);
    m_form = new SettingsForm(m_context.theme, full);
    m_name = new PlainLabel(full);
    m_name->setObjectName(QStringLiteral("queueMailNameLabel"));
    m_name->setStyleOf(m_context.theme, TextStyle::Strong);
    m_mailbox = new QComboBox(m_form);
    m_mailbox->setObjectName(QStringLiteral("queueMailboxComboBox"));
    m_acknowledges = new QCheckBox(tr("Acknowledge new tickets"), m_form);
    m_acknowledges->setObjectName(QStringLiteral("queueAcknowledgesCheckBox"));
    m_followUp = new QComboBox(m_form);
    m_followUp->setObjectName(QStringLiteral("queueFollowUpComboBox"));
    m_followUp->addItem(tr("Reopens the ticket for some days, then opens a new one"),
                        int(FollowUpPolicy::ReopenForDays));
    m_followUp->addItem(tr("Always reopens the ticket"), int(FollowUpPolicy::Reopen));
    m_followUp->addItem(tr("Opens a new ticket, linked to the closed one"), int(FollowUpPolicy::NewTicket));
    m_days = new QSpinBox(m_form);
    m_days->setObjectName(QStringLiteral("queueFollowUpSpinBox"));
    m_days->setRange(1, 3650);
    m_days->setSuffix(tr(" days"));
    m_form->addRow(tr("Replies leave by"), m_mailbox);
    m_form->addField(m_acknowledges, tr("Those that come by mail, where there is a text for it: see “Texts”."));
    m_form->addRow(tr("A late answer"), m_followUp,
                   tr("To a ticket that is closed. One that is only solved is reopened. A mail that says thank you and "
                      "nothing else changes no state."));
    m_form->addRow(tr("Reopens for"), m_days, tr("After closing."));
    auto *layout = new QVBoxLayout(full);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::medium);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_name);
    layout->addWidget(m_form);
    return full;
}

QueueId QueueMailPage::currentQueue() const
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    return item ? QueueId{item->data(0, queueIdRole).toLongLong()} : QueueId{};
}

void QueueMailPage::load()
{
    const bool admin = m_overview.mayAdminister();
    m_stack->setCurrentIndex(admin ? 1 : 0);
    if (!admin) {
        m_forAdmins->setContent(QStringLiteral("lock"), tr("For administrators"),
                                tr("What queues do with mail is set by the administrators of this desk: %1.")
                                    .arg(QLocale().createSeparatedList(m_overview.administrators())));
        return;
    }
    const QVector<Queue> queues = m_presenter.queues();
    const CatalogPtr catalog = m_overview.catalog().catalog();
    const QSignalBlocker quiet(m_tree);
    const QueueId current = currentQueue();
    while (m_tree->topLevelItemCount() > queues.size())
        delete m_tree->takeTopLevelItem(m_tree->topLevelItemCount() - 1);
    for (int i = 0; i < queues.size(); ++i) {
        if (i >= m_tree->topLevelItemCount())
            new QTreeWidgetItem(m_tree);
        QTreeWidgetItem *item = m_tree->topLevelItem(i);
        item->setText(0, catalog->queuePath(queues.at(i).id));
        item->setText(1, m_presenter.senderText(queues.at(i)));
        item->setText(2, queues.at(i).acknowledges ? tr("yes") : tr("no"));
        item->setText(3, MailSettingsPresenter::followUpText(queues.at(i)));
        item->setData(0, queueIdRole, queues.at(i).id.value);
        if (queues.at(i).id == current || !m_tree->currentItem())
            m_tree->setCurrentItem(item);
    }
    loadQueue();
}

void QueueMailPage::fillMailboxes(const Queue &queue)
{
    const CatalogPtr catalog = m_overview.catalog().catalog();
    m_mailbox->clear();
    const Queue *parent = catalog->queue(queue.parent);
    m_mailbox->addItem(parent ? tr("The mailbox of %1").arg(catalog->queuePath(parent->id))
                              : tr("The first mailbox that sends"),
                       qint64(0));
    for (const Mailbox &mailbox : catalog->mailboxes) {
        if ((mailbox.active && mailbox.sends) || mailbox.id == queue.mailbox) {
            const QString name =
                mailbox.name.isEmpty() ? mailbox.address : tr("%1 (%2)").arg(mailbox.name, mailbox.address);
            m_mailbox->addItem(name, mailbox.id.value);
        }
    }
    m_mailbox->setCurrentIndex(qMax(0, m_mailbox->findData(queue.mailbox.value)));
}

void QueueMailPage::loadQueue()
{
    const Queue queue = m_presenter.queue(currentQueue());
    m_form->setVisible(queue.id.isValid());
    m_name->setText(m_overview.catalog().catalog()->queuePath(queue.id));
    m_loading = true;
    fillMailboxes(queue);
    m_acknowledges->setChecked(queue.acknowledges);
    chooseValue(m_followUp, int(queue.followUp));
    m_days->setValue(queue.followUpDays);
    m_form->setRowVisible(m_days, queue.followUp == FollowUpPolicy::ReopenForDays);
    m_loading = false;
}

void QueueMailPage::take()
{
    if (m_loading)
        return;
    Queue queue = m_presenter.queue(currentQueue());
    queue.mailbox = MailboxId{m_mailbox->currentData().toLongLong()};
    queue.acknowledges = m_acknowledges->isChecked();
    queue.followUp = FollowUpPolicy(chosenValue(m_followUp));
    queue.followUpDays = m_days->value();
    m_presenter.setQueue(queue);
}

void QueueMailPage::showEvent(QShowEvent *event)
{
    m_overview.refresh();
    SettingsPage::showEvent(event);
}

void QueueMailPage::hideEvent(QHideEvent *event)
{
    m_presenter.flush();
    SettingsPage::hideEvent(event);
}

} // namespace deskhand

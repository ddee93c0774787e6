// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slasetup/affected_tickets.h"

#include "base/deliver.h"
#include "models/navigator.h"
#include "models/sla/sla_overview.h"
#include "models/ticket_text.h"
#include "widgets/plain_label.h"

#include <QComboBox>
#include <QListWidget>
#include <QVBoxLayout>

namespace deskhand {

namespace {

constexpr int affectedTicketRole = Qt::UserRole + 1;
constexpr int shownTickets = 100;

enum AffectedKind { BecomeOverdue, StopBeingOverdue, Changed };

const QVector<TicketId> &idsOf(const SlaImpact &impact, int which)
{
    switch (which) {
    case BecomeOverdue: return impact.becomeOverdueIds;
    case StopBeingOverdue: return impact.stopBeingOverdueIds;
    default: return impact.changedIds;
    }
}

} // namespace

AffectedTickets::AffectedTickets(const SlaSetupContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_which(new QComboBox(this))
    , m_list(new QListWidget(this))
    , m_more(new PlainLabel(this))
{
    m_which->setObjectName(QStringLiteral("affectedComboBox"));
    m_which->setAccessibleName(tr("Which tickets"));
    m_list->setObjectName(QStringLiteral("affectedListWidget"));
    m_list->setAccessibleName(tr("Tickets that change"));
    m_list->setUniformItemSizes(true);
    m_more->setObjectName(QStringLiteral("affectedMoreLabel"));
    m_more->setStyleOf(context.area.theme, TextStyle::Small, Token::TextMuted);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::tight);
    layout->addWidget(m_which, 0, Qt::AlignLeft);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_more);
    connect(m_which, &QComboBox::currentIndexChanged, this, &AffectedTickets::ask);
    connect(m_list, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        m_context.area.navigator.openTicket(TicketId{item->data(affectedTicketRole).toLongLong()});
    });
    clear();
}

void AffectedTickets::clear()
{
    m_impact = {};
    ++m_question;
    m_list->clear();
    hide();
}

void AffectedTickets::setImpact(const SlaImpact &impact)
{
    m_impact = impact;
    const QSignalBlocker quiet(m_which);
    m_which->clear();
    const auto offer = [this](int which, qint64 count, const QString &text) {
        if (count > 0)
            m_which->addItem(tr("%1: %2", "tickets, how many").arg(text, locale().toString(count)), which);
    };
    offer(BecomeOverdue, impact.becomeOverdue, tr("Become overdue"));
    offer(StopBeingOverdue, impact.stopBeingOverdue, tr("Stop being overdue"));
    offer(Changed, impact.changed, tr("Are re-timed"));
    setVisible(m_which->count() > 0);
    ask();
}

void AffectedTickets::ask()
{
    m_list->clear();
    m_more->hide();
    const quint64 question = ++m_question;
    if (m_which->currentIndex() < 0)
        return;
    const QVector<TicketId> ids = idsOf(m_impact, m_which->currentData().toInt()).mid(0, shownTickets);
    const SlaOverview &overview = m_context.overview;
    deliver(overview.desk().rows(ids, overview.catalog().me()), this,
            [this, question](const Result<QVector<TicketRow>> &rows) {
                if (question == m_question && rows)
                    fill(*rows);
            });
}

void AffectedTickets::fill(const QVector<TicketRow> &rows)
{
    const CatalogHolder &holder = m_context.overview.catalog();
    const TicketText text(holder.catalog(), holder.now());
    for (const TicketRow &row : rows) {
        auto *item = new QListWidgetItem(
            QStringLiteral("%1  %2 · %3").arg(row.head.number, row.head.subject.simplified(), text.requester(row)),
            m_list);
        item->setData(affectedTicketRole, row.head.id.value);
    }
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
    const int which = m_which->currentData().toInt();
    const qint64 all = which == BecomeOverdue      ? m_impact.becomeOverdue
                       : which == StopBeingOverdue ? m_impact.stopBeingOverdue
                                                   : m_impact.changed;
    m_more->setVisible(!rows.isEmpty() && all > rows.size());
    m_more->setText(tr("The first %1 of %2 are shown.").arg(locale().toString(rows.size()), locale().toString(all)));
}

} // namespace deskhand

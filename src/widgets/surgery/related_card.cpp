// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/surgery/related_card.h"

#include "models/time_text.h"
#include "widgets/plain_label.h"
#include "widgets/sidepanel/ticket_link_button.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace deskhand {

namespace {

struct RelatedWords {
    Q_DECLARE_TR_FUNCTIONS(deskhand::RelatedCard)
};

QString linkCaption(TicketLinkKind kind)
{
    switch (kind) {
    case TicketLinkKind::FollowsUp: return RelatedWords::tr("Follows up");
    case TicketLinkKind::FollowedUp: return RelatedWords::tr("Followed up by");
    case TicketLinkKind::SplitFrom: return RelatedWords::tr("Split off from");
    case TicketLinkKind::SplitInto: return RelatedWords::tr("Split off from here");
    }
    return {};
}

} // namespace

RelatedCard::RelatedCard(const Theme &theme, const CatalogHolder &catalog, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_catalog(catalog)
    , m_lines(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("relatedCard"));
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(metrics::small);
}

void RelatedCard::clear()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

bool RelatedCard::setDetail(const TicketDetail &detail)
{
    QStringList wanted;
    for (const MergedTicket &merged : detail.mergedFrom)
        wanted.append(QStringLiteral("%1 %2 %3").arg(merged.ticket.value).arg(merged.articles).arg(merged.subject));
    for (const TicketLink &link : detail.links)
        wanted.append(QStringLiteral("%1 %2 %3 %4")
                          .arg(int(link.kind))
                          .arg(link.ticket.value)
                          .arg(link.state.value)
                          .arg(link.subject));
    if (wanted == m_shown)
        return !wanted.isEmpty();
    m_shown = wanted;
    clear();
    for (const MergedTicket &merged : detail.mergedFrom)
        addMerged(merged);
    for (const TicketLink &link : detail.links)
        addLink(link);
    return !detail.mergedFrom.isEmpty() || !detail.links.isEmpty();
}

void RelatedCard::addMerged(const MergedTicket &merged)
{
    auto *plate = new QWidget(this);
    plate->setObjectName(QStringLiteral("mergedFromWidget"));
    auto *title = new PlainLabel(u'#' + merged.number + u' ' + merged.subject, plate);
    title->setStyleOf(m_theme, TextStyle::Small);
    title->setElideMode(Qt::ElideRight);
    const Person *by = m_catalog.catalog()->agent(merged.by);
    const QString when = TimeWords().moment(merged.at, m_catalog.now());
    QString words = by != nullptr ? tr("Merged by %1, %2").arg(displayName(*by), when) : tr("Merged %1").arg(when);
    if (!merged.why.isEmpty())
        words += QStringLiteral(": ") + merged.why;
    auto *detail = new PlainLabel(words, plate);
    detail->setStyleOf(m_theme, TextStyle::Small, Token::TextMuted);
    detail->setWordWrap(true);
    auto *unmerge = new QPushButton(tr("Unmerge…"), plate);
    unmerge->setObjectName(QStringLiteral("unmergeCardPushButton"));
    unmerge->setAccessibleName(tr("Unmerge #%1").arg(merged.number));
    unmerge->setFlat(true);
    unmerge->setAutoDefault(false);
    auto *words2 = new QVBoxLayout;
    words2->setSpacing(0);
    words2->addWidget(title);
    words2->addWidget(detail);
    auto *line = new QHBoxLayout(plate);
    line->setContentsMargins(metrics::tight, 0, 0, 0);
    line->setSpacing(metrics::small);
    line->addLayout(words2, 1);
    line->addWidget(unmerge, 0, Qt::AlignTop);
    connect(unmerge, &QPushButton::clicked, this, [this, merged] { Q_EMIT unmergeRequested(merged); });
    m_lines->addWidget(plate);
}

void RelatedCard::addLink(const TicketLink &link)
{
    auto *plate = new QWidget(this);
    plate->setObjectName(QStringLiteral("linkedTicketWidget"));
    auto *caption = new PlainLabel(linkCaption(link.kind), plate);
    caption->setStyleOf(m_theme, TextStyle::Small, Token::TextMuted);
    caption->setContentsMargins(metrics::tight, 0, 0, 0);
    TicketRow row;
    row.head.id = link.ticket;
    row.head.number = link.number;
    row.head.subject = link.subject;
    row.head.state = link.state;
    auto *button = new TicketLinkButton(m_theme, row, m_catalog.catalog(), m_catalog.now(), plate);
    connect(button, &QAbstractButton::clicked, this, [this, id = link.ticket] { Q_EMIT openRequested(id); });
    auto *lines = new QVBoxLayout(plate);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    lines->addWidget(caption);
    lines->addWidget(button);
    m_lines->addWidget(plate);
}

} // namespace deskhand

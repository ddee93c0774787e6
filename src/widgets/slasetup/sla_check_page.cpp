// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slasetup/sla_check_page.h"

#include "models/sla/sla_setup_words.h"
#include "widgets/frame/empty_state.h"
#include "widgets/plain_label.h"
#include "widgets/slasetup/sla_row_delegate.h"
#include "widgets/two_line_row.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>

namespace deskhand {

SlaCheckPage::SlaCheckPage(const SlaSetupContext &context, QWidget *parent)
    : SlaPage(context, QString(), parent)
    , m_model(context.overview)
{
    setObjectName(QStringLiteral("slaCheckPage"));
    setContent(build());
    connect(&context.overview, &SlaOverview::changed, this, &SlaCheckPage::showState);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &SlaCheckPage::showState);
    showState();
}

QStringList SlaCheckPage::keywords() const
{
    return {tr("SLA"), tr("problems"), tr("uncovered tickets"), tr("configuration")};
}

QWidget *SlaCheckPage::build()
{
    auto *full = new QWidget(this);
    auto *hint = new PlainLabel(tr("What policies, calendars and queues leave open. Enter goes to where it can be "
                                   "mended."),
                                full);
    hint->setStyleOf(context().area.theme, TextStyle::Small, Token::TextMuted);
    hint->setWordWrap(true);
    m_go = new QPushButton(tr("Go there"), full);
    m_go->setObjectName(QStringLiteral("checkGoButton"));
    m_go->setAutoDefault(false);
    auto *again = new QPushButton(tr("Check again"), full);
    again->setObjectName(QStringLiteral("checkAgainButton"));
    again->setAutoDefault(false);
    auto *top = new QHBoxLayout;
    top->setSpacing(metrics::small);
    top->addWidget(hint, 1);
    top->addWidget(again);
    top->addWidget(m_go);
    m_list = new QListView(full);
    m_list->setObjectName(QStringLiteral("findingsListView"));
    m_list->setAccessibleName(tr("What the check has found"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new SlaRowDelegate(context().area.theme, QStringLiteral("dialog-information"), m_list));
    showAsRows(m_list);
    auto *layout = new QVBoxLayout(full);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::medium);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    m_whole = new PlainLabel(full);
    m_whole->setObjectName(QStringLiteral("findingLabel"));
    m_whole->setWordWrap(true);
    m_advice = new PlainLabel(full);
    m_advice->setObjectName(QStringLiteral("findingAdviceLabel"));
    m_advice->setStyleOf(context().area.theme, TextStyle::Small, Token::TextMuted);
    m_advice->setWordWrap(true);
    layout->addWidget(m_whole);
    layout->addWidget(m_advice);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &SlaCheckPage::showState);
    connect(m_list, &QListView::activated, this, &SlaCheckPage::go);
    connect(m_go, &QPushButton::clicked, this, &SlaCheckPage::go);
    connect(again, &QPushButton::clicked, &context().overview, &SlaOverview::refresh);
    return full;
}

void SlaCheckPage::showState()
{
    if (showOnlyForAdmins())
        return;
    const bool any = m_model.rowCount() > 0;
    if (!any)
        empty()->setContent(QStringLiteral("checkmark"), tr("All is well"),
                            tr("Every open ticket has a policy, every policy can be reached, and every clock has a "
                               "calendar."));
    showContent(any);
    if (any && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model.index(0));
    const QModelIndex index = m_list->currentIndex();
    m_go->setEnabled(index.isValid());
    SlaFindingText text;
    if (index.isValid())
        text = SlaSetupWords::finding(m_model.findingAt(index.row()), *context().overview.catalog().catalog());
    m_whole->setText(text.text);
    m_advice->setText(text.advice);
}

void SlaCheckPage::go()
{
    const QModelIndex index = m_list->currentIndex();
    if (index.isValid())
        Q_EMIT placeRequested(m_model.findingAt(index.row()));
}

} // namespace deskhand

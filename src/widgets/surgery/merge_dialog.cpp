// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/surgery/merge_dialog.h"

#include "widgets/frame/error_banner.h"
#include "widgets/plain_label.h"
#include "widgets/settings/window_room.h"
#include "widgets/surgery/ticket_compare_card.h"
#include "widgets/surgery/ticket_picker.h"
#include "widgets/surgery/warning_plate.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace deskhand {

namespace {
constexpr QSize mergeSize(820, 640);
}

MergeDialog::MergeDialog(const AreaContext &context, Desk &desk, const CatalogHolder &catalog, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_catalog(catalog)
    , m_presenter(desk, catalog)
    , m_error(new ErrorBanner(context.theme, this))
    , m_picker(new TicketPicker(desk, catalog, context.theme, this))
{
    setObjectName(QStringLiteral("mergeDialog"));
    setWindowTitle(tr("Merge tickets"));
    setModal(false);
    resize(roomFor(context.theme, mergeSize, this));
    build();
    connect(&m_presenter, &MergePresenter::changed, this, &MergeDialog::showState);
    connect(&m_presenter, &MergePresenter::merged, this, [this](const MergeDone &done) {
        Q_EMIT merged(done);
        accept();
    });
    connect(&m_presenter, &MergePresenter::refused, this, [this] {
        const Error changed{ErrorCode::Conflict, QStringLiteral("mergeDialog"), {}, {}};
        m_error->showError(tr("Nothing was merged: somebody changed one of the tickets a moment ago. Look again at "
                              "what is shown, and merge once more."),
                           changed);
    });
    connect(&m_presenter, &MergePresenter::failed, this,
            [this](const Error &error) { m_error->showError(tr("The tickets were not merged."), error); });
    connect(m_picker, &TicketPicker::picked, this, [this](TicketId ticket) {
        m_picker->clear();
        m_presenter.add(ticket);
        m_picker->hide();
        showState();
        m_merge->setFocus();
    });
}

void MergeDialog::build()
{
    const Theme &theme = m_context.theme;
    m_warnings = new WarningPlate(theme, this);
    m_warnings->setObjectName(QStringLiteral("mergeWarningsPlainLabel"));
    m_keep = new QCheckBox(this);
    m_keep->setObjectName(QStringLiteral("keepRequestersCheckBox"));
    m_why = new QLineEdit(this);
    m_why->setObjectName(QStringLiteral("mergeWhyLineEdit"));
    m_why->setAccessibleName(tr("Reason"));
    m_why->setPlaceholderText(tr("Reason, for the history (may stay empty)"));
    m_happens = new PlainLabel(this);
    m_happens->setObjectName(QStringLiteral("mergeHappensPlainLabel"));
    m_happens->setStyleOf(theme, TextStyle::Small);
    m_happens->setWordWrap(true);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(metrics::huge, metrics::large, metrics::huge, metrics::small);
    column->setSpacing(metrics::medium);
    column->addLayout(buildSides());
    column->addWidget(m_warnings);
    column->addWidget(m_keep);
    column->addWidget(m_why);
    m_heading = new PlainLabel(tr("What will happen"), content);
    m_heading->setStyleOf(theme, TextStyle::SmallStrong, Token::TextMuted);
    column->addWidget(m_heading);
    column->addWidget(m_happens);
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("mergeScrollArea"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    m_error->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, metrics::large);
    layout->setSpacing(metrics::small);
    layout->addWidget(m_error);
    layout->addWidget(scroll, 1);
    layout->addLayout(buildButtons());
    connect(m_keep, &QCheckBox::toggled, &m_presenter, &MergePresenter::setKeepRequesters);
    connect(m_why, &QLineEdit::textChanged, &m_presenter, &MergePresenter::setWhy);
}

QLayout *MergeDialog::buildSides()
{
    const Theme &theme = m_context.theme;
    m_target = new TicketCompareCard(theme, this);
    m_target->setObjectName(QStringLiteral("targetTicketCompareCard"));
    m_swap = new QToolButton(this);
    m_swap->setObjectName(QStringLiteral("swapToolButton"));
    m_swap->setAutoRaise(true);
    m_swap->setIcon(theme.icon(QStringLiteral("swap-panels")));
    m_swap->setAccessibleName(tr("Turn the direction around"));
    m_swap->setToolTip(plainToolTip(m_swap->accessibleName()));
    m_more = new QPushButton(theme.icon(QStringLiteral("list-add")), tr("Another ticket"), this);
    m_more->setObjectName(QStringLiteral("anotherTicketPushButton"));
    m_more->setFlat(true);
    m_more->setAutoDefault(false);
    m_sources = new QVBoxLayout;
    m_sources->setSpacing(metrics::small);
    auto *right = new QVBoxLayout;
    right->setSpacing(metrics::small);
    right->addLayout(m_sources);
    right->addWidget(m_picker);
    right->addWidget(m_more, 0, Qt::AlignLeft);
    right->addStretch(1);
    auto *left = new QVBoxLayout;
    left->addWidget(m_target);
    left->addStretch(1);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(metrics::medium);
    sides->addLayout(left, 1);
    sides->addWidget(m_swap, 0, Qt::AlignTop);
    sides->addLayout(right, 1);
    connect(m_swap, &QToolButton::clicked, &m_presenter, &MergePresenter::swap);
    connect(m_more, &QPushButton::clicked, this, [this] {
        offerNearby();
        m_picker->show();
        m_more->hide();
        m_picker->setFocus();
    });
    return sides;
}

QLayout *MergeDialog::buildButtons()
{
    m_obstacle = new PlainLabel(this);
    m_obstacle->setObjectName(QStringLiteral("mergeObstaclePlainLabel"));
    m_obstacle->setStyleOf(m_context.theme, TextStyle::Small, Token::TextMuted);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("mergeCancelPushButton"));
    cancel->setAutoDefault(false);
    m_merge = new QPushButton(tr("Merge"), this);
    m_merge->setObjectName(QStringLiteral("mergePushButton"));
    m_merge->setProperty("primary", true);
    m_merge->setAutoDefault(false);
    m_merge->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(metrics::huge, 0, metrics::huge, 0);
    buttons->setSpacing(metrics::small);
    buttons->addWidget(m_obstacle, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_merge);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_merge, &QPushButton::clicked, this, [this] {
        m_error->hide();
        m_presenter.submit();
    });
    return buttons;
}

void MergeDialog::start(const QVector<TicketId> &tickets)
{
    m_presenter.start(tickets);
    m_picker->setVisible(tickets.size() < 2);
    showState();
    show();
    raise();
    activateWindow();
    if (tickets.size() < 2)
        m_picker->setFocus();
    else
        m_merge->setFocus();
}

void MergeDialog::offerNearby()
{
    QSet<PersonId> requesters;
    QSet<TicketId> there;
    for (const MergePresenter::Side &side : m_presenter.sides()) {
        there.insert(side.id);
        if (side.detail)
            requesters.insert(side.detail->requester.id);
    }
    m_picker->finder().setAround(requesters, there);
}

void MergeDialog::showState()
{
    if (m_picker->isVisibleTo(this))
        offerNearby();
    m_more->setVisible(!m_picker->isVisibleTo(this));
    showCards();
    showWords();
}

void MergeDialog::showCards()
{
    const MergePresenter::Side *target = m_presenter.targetSide();
    m_target->setVisible(target != nullptr);
    const int count = int(m_presenter.sides().size());
    if (target != nullptr)
        m_target->show(*target, TicketCompareCard::Part::Stays, m_catalog, false, count > 2);
    const auto sources = m_presenter.sourceSides();
    while (m_sourceCards.size() > sources.size())
        m_sourceCards.takeLast()->deleteLater();
    while (m_sourceCards.size() < sources.size()) {
        auto *card = new TicketCompareCard(m_context.theme, this);
        connect(card, &TicketCompareCard::stayWanted, &m_presenter, &MergePresenter::setTarget, Qt::QueuedConnection);
        connect(card, &TicketCompareCard::removeWanted, &m_presenter, &MergePresenter::remove, Qt::QueuedConnection);
        m_sources->addWidget(card);
        m_sourceCards.append(card);
    }
    for (qsizetype i = 0; i < sources.size(); ++i)
        m_sourceCards.at(i)->show(*sources.at(i), TicketCompareCard::Part::Leads, m_catalog, count > 2, true);
    m_swap->setVisible(count == 2);
}

void MergeDialog::showWords()
{
    QStringList warnings;
    for (const MergeWarning &warning : m_presenter.warnings())
        warnings.append(warning.text);
    warnings.removeDuplicates();
    m_warnings->setText(warnings.join(u'\n'));
    m_warnings->setVisible(!warnings.isEmpty());
    const QStringList others = m_presenter.otherRequesters();
    m_keep->setVisible(!others.isEmpty());
    m_keep->setText(
        tr("Keep %1 as Cc of replies").arg(others.join(QStringLiteral(", "))).replace(u'&', QStringLiteral("&&")));
    m_keep->setChecked(m_presenter.keepsRequesters());
    QStringList lines;
    for (const QString &one : m_presenter.consequences())
        lines.append(QStringLiteral("• ") + one);
    m_happens->setText(lines.join(u'\n'));
    m_heading->setVisible(!lines.isEmpty());
    m_obstacle->setText(m_presenter.isSending() ? tr("Merging…") : m_presenter.obstacle());
    m_merge->setEnabled(m_presenter.isReady());
    const MergePresenter::Side *target = m_presenter.targetSide();
    m_merge->setText(target != nullptr && target->detail && m_presenter.sides().size() > 1
                         ? tr("Merge into #%1").arg(target->detail->row.head.number)
                         : tr("Merge"));
    m_merge->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return)); // a new text takes it away
}

} // namespace deskhand

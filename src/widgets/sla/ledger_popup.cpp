// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sla/ledger_popup.h"

#include "widgets/plain_label.h"
#include "widgets/raised_plate.h"
#include "widgets/sla/ledger_delegate.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace deskhand {

namespace {

constexpr int ledgerWidth = 600;
constexpr int mostLedgerRows = 12;
constexpr int fewestLedgerRows = 2;

} // namespace

LedgerPopup::LedgerPopup(const Theme &theme, const SlaPresenter &presenter, QWidget *window)
    : QFrame(window)
    , m_theme(theme)
    , m_model(presenter)
    , m_title(new PlainLabel(this))
    , m_facts(new PlainLabel(this))
    , m_table(new QTableView(this))
    , m_total(new PlainLabel(this))
    , m_each(new QCheckBox(tr("Show every interval"), this))
    , m_copy(new QPushButton(tr("Copy as text"), this))
{
    setObjectName(QStringLiteral("ledgerPopupFrame"));
    setAccessibleName(tr("What was counted and why"));
    build();
    connect(&m_model, &SlaLedgerModel::refreshed, this, &LedgerPopup::refresh);
    connect(m_each, &QCheckBox::toggled, this, [this](bool each) { m_model.setFolded(!each); });
    connect(m_copy, &QPushButton::clicked, this, &LedgerPopup::copy);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { watchFocus(now); });
    window->installEventFilter(this);
    hide();
}

void LedgerPopup::build()
{
    m_title->setObjectName(QStringLiteral("ledgerTitlePlainLabel"));
    m_title->setStyleOf(m_theme, TextStyle::Strong);
    m_facts->setObjectName(QStringLiteral("ledgerFactsPlainLabel"));
    m_facts->setStyleOf(m_theme, TextStyle::Small, Token::TextMuted);
    m_facts->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("ledgerTableView"));
    m_table->setAccessibleName(tr("Intervals"));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new LedgerDelegate(m_theme, m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(1);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(SlaLedgerModel::Why, QHeaderView::Stretch);
    m_total->setObjectName(QStringLiteral("ledgerTotalPlainLabel"));
    m_total->setStyleOf(m_theme, TextStyle::Strong);
    m_each->setObjectName(QStringLiteral("ledgerEachCheckBox"));
    m_copy->setObjectName(QStringLiteral("ledgerCopyPushButton"));
    m_copy->setAutoDefault(false);
    m_copy->setIcon(m_theme.icon(QStringLiteral("edit-copy")));
    auto *foot = new QHBoxLayout;
    foot->setSpacing(metrics::medium);
    foot->addWidget(m_total);
    foot->addStretch(1);
    foot->addWidget(m_each);
    foot->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    const int margin = raisedPlateMargin + metrics::medium;
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(metrics::small);
    layout->addWidget(m_title);
    layout->addWidget(m_facts);
    layout->addWidget(m_table, 1);
    layout->addLayout(foot);
}

void LedgerPopup::peek(SlaTargetKind target, int cycle, const QRect &beside)
{
    if (isVisible() && m_pinned)
        return; // what was opened to be read is not taken away by a pointer that passes
    m_pinned = false;
    showTarget(target, cycle, beside);
}

void LedgerPopup::open(SlaTargetKind target, int cycle, const QRect &beside)
{
    if (!isAncestorOf(QApplication::focusWidget()))
        m_focusBefore = QApplication::focusWidget();
    showTarget(target, cycle, beside);
    pin();
}

void LedgerPopup::showTarget(SlaTargetKind target, int cycle, const QRect &beside)
{
    m_beside = beside;
    const bool other = target != m_model.target() || cycle != m_model.cycle() || !isVisible();
    m_model.show(target, cycle);
    place();
    show();
    raise();
    if (other && m_model.rowOfNow() >= 0) {
        m_table->setCurrentIndex(m_model.index(m_model.rowOfNow(), 0));
        m_table->scrollTo(m_table->currentIndex(), QAbstractItemView::PositionAtCenter);
    }
}

void LedgerPopup::pin()
{
    m_pinned = true;
    m_table->setFocus(Qt::PopupFocusReason);
}

void LedgerPopup::dismiss()
{
    if (!isVisible())
        return;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    m_pinned = false;
    hide();
    m_model.show(SlaTargetKind::None); // what nobody sees is not kept up
    if (hadFocus && m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
}

void LedgerPopup::refresh()
{
    const SlaLedger &ledger = m_model.ledger();
    if (m_model.target() != SlaTargetKind::None && ledger.title.isEmpty()) {
        dismiss(); // another ticket, or the clock is gone
        return;
    }
    m_title->setText(ledger.title);
    m_facts->setText(ledger.facts.join(u'\n'));
    m_total->setText(ledger.total());
    m_each->setVisible(ledger.canFold);
    if (isVisible())
        place();
}

void LedgerPopup::place()
{
    const int rowHeight = m_table->fontMetrics().height() + metrics::small;
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    const int rows = std::clamp(m_model.rowCount(), fewestLedgerRows, mostLedgerRows);
    const QHeaderView *header = m_table->horizontalHeader();
    m_table->setFixedHeight(rows * rowHeight + std::max(header->sizeHint().height(), header->height())
                            + metrics::tight);
    const QRect room = parentWidget()->rect();
    const int width = std::min(ledgerWidth, room.width());
    const int inside = width - 2 * (raisedPlateMargin + metrics::medium);
    m_facts->setFixedHeight(m_facts->heightForWidth(inside));
    layout()->activate();
    const QSize size(width, std::min(sizeHint().height(), room.height()));
    QPoint at((room.width() - size.width()) / 2, room.height() / 6);
    if (m_beside.isValid()) {
        at = QPoint(m_beside.left() - raisedPlateMargin, m_beside.bottom() - raisedPlateMargin + metrics::tight);
        if (at.y() + size.height() > room.height())
            at.setY(m_beside.top() - size.height() + raisedPlateMargin);
    }
    at.setX(std::clamp(at.x(), 0, std::max(0, room.width() - size.width())));
    at.setY(std::clamp(at.y(), 0, std::max(0, room.height() - size.height())));
    setGeometry(QRect(at, size));
}

void LedgerPopup::copy()
{
    QGuiApplication::clipboard()->setText(m_model.ledger().asText());
    Q_EMIT copied();
}

void LedgerPopup::watchFocus(QWidget *now)
{
    if (isVisible() && m_pinned && now != nullptr && now != this && !isAncestorOf(now))
        dismiss();
}

void LedgerPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else if (event->matches(QKeySequence::Copy))
        copy();
    else
        QFrame::keyPressEvent(event);
}

void LedgerPopup::mousePressEvent(QMouseEvent *)
{
    pin();
}

void LedgerPopup::leaveEvent(QEvent *event)
{
    QFrame::leaveEvent(event);
    Q_EMIT left();
}

bool LedgerPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && isVisible()) {
        if (event->type() == QEvent::Resize)
            dismiss(); // what it stood at has moved
        else if (event->type() == QEvent::MouseButtonPress)
            dismiss();
    }
    return QFrame::eventFilter(watched, event);
}

void LedgerPopup::paintEvent(QPaintEvent *)
{
    paintRaisedPlate(this, m_theme);
}

} // namespace deskhand

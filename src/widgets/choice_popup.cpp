// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/choice_popup.h"

#include "base/text_folding.h"
#include "models/fuzzy_match.h"
#include "widgets/plain_label.h"
#include "widgets/plate_delegate.h"
#include "widgets/raised_plate.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace deskhand {

namespace {

constexpr int popupWidth = 280;
constexpr int mostRowsShown = 9;
constexpr qint64 newChoice = -1;
constexpr int choiceIdRole = Qt::UserRole;

} // namespace

ChoicePopup::ChoicePopup(const Theme &theme, QWidget *window)
    : QFrame(window)
    , m_theme(theme)
    , m_filter(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_nothing(new PlainLabel(tr("Nothing with this name"), this))
{
    setObjectName(QStringLiteral("choicePopupFrame"));
    m_filter->setObjectName(QStringLiteral("choiceFilterLineEdit"));
    m_list->setObjectName(QStringLiteral("choiceListWidget"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setItemDelegate(new PlateDelegate(theme, this));
    m_list->setAutoFillBackground(false);
    m_list->viewport()->setAutoFillBackground(false);
    m_nothing->setStyleOf(theme, TextStyle::Small, Token::TextMuted);
    m_nothing->setContentsMargins(metrics::small, metrics::tight, metrics::small, metrics::tight);
    auto *layout = new QVBoxLayout(this);
    const int margin = raisedPlateMargin + metrics::small;
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(metrics::tight);
    layout->addWidget(m_filter);
    layout->addWidget(m_list);
    layout->addWidget(m_nothing);
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textEdited, this, &ChoicePopup::fill);
    connect(m_list, &QListWidget::itemClicked, this, &ChoicePopup::take);
    window->installEventFilter(this);
    hide();
}

void ChoicePopup::ask(const Request &request)
{
    m_request = request;
    m_focusBefore = QApplication::focusWidget();
    setAccessibleName(request.title);
    m_filter->setPlaceholderText(request.title);
    m_filter->setAccessibleName(request.title);
    m_list->setAccessibleName(request.title);
    m_filter->clear();
    fill({});
    show();
    raise();
    m_filter->setFocus(Qt::PopupFocusReason);
}

void ChoicePopup::dismiss()
{
    if (!isVisible())
        return;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    hide();
    if (hadFocus && m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
}

QStringList ChoicePopup::shownTexts() const
{
    QStringList texts;
    for (int row = 0; row < m_list->count(); ++row)
        texts.append(m_list->item(row)->text());
    return texts;
}

void ChoicePopup::fill(const QString &filter)
{
    struct Found {
        int score;
        int place;
    };
    QVector<Found> found;
    bool exact = false;
    for (int i = 0; i < m_request.choices.size(); ++i) {
        if (const auto match = fuzzyMatch(filter, m_request.choices.at(i).text))
            found.append({match->score, i});
        exact = exact || foldText(m_request.choices.at(i).text) == foldText(filter.trimmed());
    }
    std::sort(found.begin(), found.end(), [](const Found &one, const Found &other) {
        return one.score != other.score ? one.score > other.score : one.place < other.place;
    });
    m_list->clear();
    for (const Found &one : std::as_const(found)) {
        const Choice &choice = m_request.choices.at(one.place);
        auto *item = new QListWidgetItem(choice.icon, choice.text, m_list);
        item->setData(choiceIdRole, choice.id);
        item->setData(PlateDelegate::DetailRole, choice.detail);
        item->setData(PlateDelegate::CheckedRole, choice.checked);
        if (choice.checked)
            item->setData(Qt::AccessibleDescriptionRole, tr("set now"));
    }
    const QString typed = filter.trimmed();
    if (!m_request.newText.isEmpty() && !typed.isEmpty() && !exact) {
        auto *item =
            new QListWidgetItem(m_theme.icon(QStringLiteral("list-add")), m_request.newText.arg(typed), m_list);
        item->setData(choiceIdRole, newChoice);
    }
    m_list->setCurrentRow(0);
    m_nothing->setVisible(m_list->count() == 0);
    m_list->setVisible(m_list->count() > 0);
    place();
}

void ChoicePopup::place()
{
    const int rowHeight = m_list->count() > 0 ? qMax(1, m_list->sizeHintForRow(0)) : 0;
    m_list->setFixedHeight(rowHeight * qMin(mostRowsShown, m_list->count()));
    layout()->activate();
    const QRect room = parentWidget()->rect();
    const QSize size(qMin(popupWidth, room.width()), sizeHint().height());
    QPoint at((room.width() - size.width()) / 2, room.height() / 4);
    if (m_request.beside.isValid()) {
        at = QPoint(m_request.beside.left() + 8 * metrics::step, m_request.beside.bottom() - metrics::tight);
        if (at.y() + size.height() > room.height()) // above the row where there is no room below
            at.setY(m_request.beside.top() - size.height() + metrics::tight);
    }
    at.setX(qBound(0, at.x(), qMax(0, room.width() - size.width())));
    at.setY(qBound(0, at.y(), qMax(0, room.height() - size.height())));
    setGeometry(QRect(at, size));
}

void ChoicePopup::take()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const qint64 id = item->data(choiceIdRole).toLongLong();
    const QString typed = id == newChoice ? m_filter->text().trimmed() : QString();
    const auto chosen = m_request.chosen; // it may ask the next question
    dismiss();
    if (chosen)
        chosen(id == newChoice ? 0 : id, typed);
}

bool ChoicePopup::takeKey(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape: dismiss(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab: take(); return true;
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int step = event->key() == Qt::Key_Up ? -1 : 1;
        if (m_list->count() > 0)
            m_list->setCurrentRow((m_list->currentRow() + step + m_list->count()) % m_list->count());
        return true;
    }
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: QApplication::sendEvent(m_list, event); return true;
    default: return false;
    }
}

bool ChoicePopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter) {
        if (event->type() == QEvent::ShortcutOverride) {
            event->accept(); // keys are for this popup, not for actions of the window
            return true;
        }
        if (event->type() == QEvent::KeyPress && takeKey(static_cast<QKeyEvent *>(event)))
            return true;
        if (event->type() == QEvent::FocusOut
            && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
            hide();
    } else if (watched == parent() && event->type() == QEvent::Resize && isVisible()) {
        hide(); // what it stood at has moved
    }
    return QFrame::eventFilter(watched, event);
}

void ChoicePopup::paintEvent(QPaintEvent *)
{
    paintRaisedPlate(this, m_theme);
}

} // namespace deskhand

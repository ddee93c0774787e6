// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/surgery/ticket_picker.h"

#include "widgets/plain_label.h"
#include "widgets/theme/theme.h"
#include "widgets/ticket_marks.h"
#include "widgets/two_line_row.h"

#include <QAbstractItemDelegate>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace deskhand {

namespace {

constexpr int shownPickerRows = 4;

class PickerDelegate final : public QAbstractItemDelegate
{
public:
    PickerDelegate(const Theme &theme, QObject *parent)
        : QAbstractItemDelegate(parent)
        , m_theme(theme)
    {
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        TwoLineRow row(*painter, option, m_theme);
        row.icon(ticket_marks::stateIcon(StateType(index.data(TicketFinder::StateTypeRole).toInt()), m_theme));
        row.first(index.data().toString(), TextStyle::Body, Token::Text);
        row.second(index.data(TicketFinder::DetailRole).toString(), TextStyle::Small, Token::TextMuted);
    }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return TwoLineRow::sizeHint(m_theme);
    }

private:
    const Theme &m_theme;
};

} // namespace

TicketPicker::TicketPicker(Desk &desk, const CatalogHolder &catalog, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_finder(desk, catalog)
    , m_words(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(new PlainLabel(this))
{
    setObjectName(QStringLiteral("ticketPicker"));
    setFocusProxy(m_words);
    m_words->setObjectName(QStringLiteral("ticketPickerLineEdit"));
    m_words->setAccessibleName(tr("Find the other ticket"));
    m_words->setPlaceholderText(tr("Number or words of the other ticket"));
    m_words->setClearButtonEnabled(true);
    m_words->addAction(theme.icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_words->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("ticketPickerListView"));
    m_list->setAccessibleName(tr("Tickets"));
    m_list->setModel(&m_finder);
    m_list->setItemDelegate(new PickerDelegate(theme, m_list));
    showAsRows(m_list);
    m_list->setFixedHeight(TwoLineRow::sizeHint(theme).height() * shownPickerRows);
    m_nothing->setObjectName(QStringLiteral("ticketPickerNothingPlainLabel"));
    m_nothing->setStyleOf(theme, TextStyle::Small, Token::TextMuted);
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_nothing->setContentsMargins(metrics::small, metrics::small, 0, 0);
    m_nothing->setFixedHeight(m_list->height());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::tight);
    layout->addWidget(m_words);
    layout->addWidget(m_list);
    layout->addWidget(m_nothing);
    connect(m_words, &QLineEdit::textChanged, &m_finder, &TicketFinder::find);
    connect(&m_finder, &TicketFinder::found, this, &TicketPicker::showState);
    connect(m_list, &QListView::clicked, this, &TicketPicker::pick);
    connect(m_list, &QListView::activated, this, &TicketPicker::pick);
    showState();
}

void TicketPicker::clear()
{
    m_words->clear();
}

void TicketPicker::showState()
{
    const bool any = m_finder.rowCount() > 0;
    m_list->setVisible(any);
    m_nothing->setVisible(!any);
    m_nothing->setText(m_finder.isAsking()         ? QString()
                       : m_finder.text().isEmpty() ? tr("The requester has no other open ticket.")
                                                   : tr("No ticket with “%1”.").arg(m_finder.text()));
    if (any)
        m_list->setCurrentIndex(m_finder.index(0));
}

void TicketPicker::pick(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT picked(m_finder.row(index.row()).head.id);
}

bool TicketPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_words || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const int row = m_list->currentIndex().row();
    if (key == Qt::Key_Down || key == Qt::Key_Up) {
        const int to = qBound(0, row + (key == Qt::Key_Down ? 1 : -1), m_finder.rowCount() - 1);
        m_list->setCurrentIndex(m_finder.index(to));
        return true;
    }
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_list->isVisible() && !m_finder.isAsking()) {
        pick(m_list->currentIndex());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace deskhand

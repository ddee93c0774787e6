// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/palette/command_palette.h"

#include "widgets/palette/palette_delegate.h"
#include "widgets/plain_label.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace deskhand {

namespace {
constexpr int shadowWidth = 14;
constexpr int paletteWidth = 620;
constexpr int paletteHeight = 360; // of the rows
constexpr int leastRowsHeight = 220;
} // namespace

CommandPalette::CommandPalette(const Theme &theme, Settings &settings, QWidget *window)
    : QWidget(window)
    , m_theme(theme)
    , m_model(new PaletteModel(settings, this))
    , m_input(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_empty(new PlainLabel(tr("Nothing matches. Try fewer letters, or another word."), this))
    , m_hint(new PlainLabel(this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Command palette"));
    m_input->setObjectName(QStringLiteral("paletteLineEdit"));
    m_input->setAccessibleName(tr("Find an action, ticket, person or view"));
    m_input->setPlaceholderText(tr("Find an action, ticket, person or view"));
    m_input->setFrame(false);
    m_input->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("paletteListView"));
    m_list->setAccessibleName(tr("Matches"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_empty->setObjectName(QStringLiteral("paletteEmptyLabel"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setStyleOf(theme, TextStyle::Body, Token::TextMuted);
    m_hint->setObjectName(QStringLiteral("paletteHintLabel"));
    m_hint->setStyleOf(theme, TextStyle::Small, Token::TextMuted);
    m_hint->setText(tr("↑↓ choose   ⏎ do it   Esc close   > actions only"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(shadowWidth, shadowWidth, shadowWidth, shadowWidth);
    layout->setSpacing(0);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(metrics::large, metrics::medium, metrics::large, metrics::medium);
    top->addWidget(m_input);
    layout->addLayout(top);
    layout->addSpacing(metrics::small);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    auto *bottom = new QVBoxLayout;
    bottom->setContentsMargins(metrics::large, metrics::small, metrics::large, metrics::small);
    bottom->addWidget(m_hint);
    layout->addLayout(bottom);

    connect(m_input, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_chosenKey.clear();
        m_model->setText(text);
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &CommandPalette::showResults);
    connect(m_model, &PaletteModel::completed, this, &CommandPalette::showResults);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        m_list->setCurrentIndex(index);
        runCurrent();
    });
    connect(&theme, &Theme::changed, m_list, qOverload<>(&QWidget::update));
    window->installEventFilter(this);
    hide();
}

void CommandPalette::open(const QString &text)
{
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    m_input->setFont(m_theme.font(TextStyle::Body));
    m_chosenKey.clear();
    m_rowsHeight = leastRowsHeight;
    place();
    show();
    raise();
    m_input->setFocus();
    if (m_input->text() == text)
        m_model->setText(text);
    else
        m_input->setText(text);
    m_input->selectAll();
}

void CommandPalette::close()
{
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus();
}

void CommandPalette::place()
{
    const QSize room = parentWidget()->size();
    const int width = qMin(paletteWidth + 2 * shadowWidth, room.width());
    int rows = 0;
    for (int row = 0; row < m_model->rowCount() && rows < paletteHeight; ++row)
        rows += m_list->sizeHintForRow(row);
    const int around = m_input->sizeHint().height() + 2 * metrics::medium + metrics::small + m_hint->sizeHint().height()
                       + 2 * metrics::small + 2 * shadowWidth;
    // Grows with what is found, and shrinks no more while it is open, so that it does not jump at every key.
    m_rowsHeight = qBound(m_rowsHeight, rows + metrics::small, paletteHeight);
    const int height = qMin(around + m_rowsHeight, room.height());
    setGeometry((room.width() - width) / 2, qMin(room.height() / 8, room.height() - height), width, height);
}

void CommandPalette::showResults()
{
    const bool nothing = m_model->rowCount() == 0;
    m_list->setVisible(!nothing);
    m_empty->setVisible(nothing && m_model->isComplete());
    QModelIndex best;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row);
        if (index.data(PaletteModel::HeadingRole).toBool())
            continue;
        if (!best.isValid())
            best = index;
        if (!m_chosenKey.isEmpty() && index.data(PaletteModel::IdRole).toString() == m_chosenKey) {
            best = index;
            break;
        }
    }
    place();
    m_list->setCurrentIndex(best);
    if (m_chosenKey.isEmpty())
        m_list->scrollToTop();
}

void CommandPalette::move(int step)
{
    const int count = m_model->rowCount();
    int row = m_list->currentIndex().row();
    for (int tried = 0; tried < count; ++tried) {
        row = (row + (step > 0 ? 1 : -1) + count) % count;
        const QModelIndex index = m_model->index(row);
        if (index.data(PaletteModel::HeadingRole).toBool())
            continue;
        m_list->setCurrentIndex(index);
        m_chosenKey = index.data(PaletteModel::IdRole).toString();
        if (row <= 1)
            m_list->scrollToTop();
        return;
    }
}

void CommandPalette::runCurrent()
{
    const auto run = m_model->activate(m_list->currentIndex());
    if (!run)
        return;
    close(); // before: the action may open a window or ask where the keyboard is
    run();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_input)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut) {
        // Another window or a menu may take the keyboard for a while; another widget of this window ends the palette.
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
            hide();
    }
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down: move(+1); return true;
    case Qt::Key_Up: move(-1); return true;
    case Qt::Key_Tab: move(+1); return true;
    case Qt::Key_Backtab: move(-1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: runCurrent(); return true;
    case Qt::Key_Escape: close(); return true;
    default: return false;
    }
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF plate = QRectF(rect()).adjusted(shadowWidth, shadowWidth, -shadowWidth, -shadowWidth);
    painter.setPen(Qt::NoPen);
    for (int i = shadowWidth; i > 0; --i) {
        QColor shade = m_theme.color(Token::Shadow);
        shade.setAlphaF(m_theme.isDark() ? 0.035F : 0.008F);
        painter.setBrush(shade);
        painter.drawRoundedRect(plate.adjusted(-i, -i + 4, i, i), metrics::radius + i, metrics::radius + i);
    }
    painter.setPen(m_theme.color(Token::Border));
    painter.setBrush(m_theme.color(Token::Raised));
    painter.drawRoundedRect(plate.adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius + 2, metrics::radius + 2);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const int line = m_input->geometry().bottom() + metrics::medium + 1;
    painter.fillRect(QRect(shadowWidth + 1, line, width() - 2 * shadowWidth - 2, 1), m_theme.color(Token::Hairline));
    painter.fillRect(
        QRect(shadowWidth + 1, m_hint->geometry().top() - metrics::small, width() - 2 * shadowWidth - 2, 1),
        m_theme.color(Token::Hairline));
}

} // namespace deskhand

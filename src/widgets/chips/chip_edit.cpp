// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chips/chip_edit.h"

#include "widgets/chips/chip_button.h"
#include "widgets/chips/flow_layout.h"
#include "widgets/plain_label.h"
#include "widgets/theme/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

namespace deskhand {

ChipEdit::ChipEdit(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_flow(new FlowLayout(metrics::tight, this))
    , m_input(new QLineEdit(this))
{
    m_flow->setContentsMargins(metrics::tight + 2, 3, metrics::tight, 3); // text begins where that of other fields does
    m_input->setObjectName(QStringLiteral("chipLineEdit"));
    m_input->setFrame(false);
    m_input->setMinimumWidth(64);
    m_input->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_input->installEventFilter(this);
    m_flow->addWidget(m_input);
    setFocusProxy(m_input);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const auto restyle = [this] {
        QPalette clear = palette();
        clear.setColor(QPalette::Base, Qt::transparent);
        m_input->setPalette(clear);
    };
    restyle();
    connect(&theme, &Theme::changed, this, restyle);
    connect(m_input, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.endsWith(u',') || text.endsWith(u';'))
            commit();
        else
            Q_EMIT edited(text);
    });
}

void ChipEdit::setChips(const QVector<Chip> &chips)
{
    if (chips == m_chips)
        return;
    m_chips = chips;
    for (ChipButton *button : std::as_const(m_buttons)) {
        m_flow->removeWidget(button);
        button->hide();
        button->deleteLater();
    }
    m_buttons.clear();
    for (int index = 0; index < chips.size(); ++index) {
        auto *button = new ChipButton(m_theme, chips.at(index).text, {}, this);
        button->setWarning(chips.at(index).warning);
        button->setToolTip(plainToolTip(chips.at(index).toolTip));
        connect(button, &ChipButton::removeRequested, this, [this, index] {
            m_input->setFocus();
            Q_EMIT removeRequested(index);
        });
        m_flow->insertWidget(index, button);
        m_buttons.append(button);
        button->show();
    }
    updatePlaceholder();
    fitHeight();
}

// Layouts do not hand on that a height depends on the width through every kind of parent; a height of its own does.
void ChipEdit::fitHeight()
{
    const int wanted = m_flow->heightForWidth(width());
    if (minimumHeight() != wanted || maximumHeight() != wanted)
        setFixedHeight(wanted);
}

bool ChipEdit::event(QEvent *event)
{
    const bool done = QFrame::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        fitHeight();
    return done;
}

void ChipEdit::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    updatePlaceholder();
}

void ChipEdit::updatePlaceholder()
{
    m_input->setPlaceholderText(m_chips.isEmpty() ? m_placeholder : QString());
}

void ChipEdit::setAccessibleTexts(const QString &name)
{
    setAccessibleName(name);
    m_input->setAccessibleName(name);
}

void ChipEdit::setCompletions(QAbstractItemModel *model)
{
    m_completer = new QCompleter(model, this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(m_input);
    m_completer->setMaxVisibleItems(8);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, [this](const QModelIndex &row) {
        m_choosing = true;
        m_input->clear();
        Q_EMIT completionChosen(row);
        m_choosing = false;
    });
}

void ChipEdit::showCompletions()
{
    if (m_completer == nullptr)
        return;
    if (!m_input->hasFocus() || m_input->text().trimmed().isEmpty() || m_completer->model()->rowCount() == 0) {
        m_completer->popup()->hide();
        return;
    }
    QRect below = m_input->rect();
    below.setWidth(std::max(260, below.width()));
    m_completer->complete(below);
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void ChipEdit::commit()
{
    QString text = m_input->text().trimmed();
    while (text.endsWith(u',') || text.endsWith(u';'))
        text.chop(1);
    m_input->clear();
    if (!text.trimmed().isEmpty())
        Q_EMIT entered(text.trimmed());
}

bool ChipEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_input && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers() == Qt::NoModifier && !m_input->text().isEmpty()) {
            commit();
            return true;
        }
        if (key->key() == Qt::Key_Backspace && m_input->text().isEmpty() && !m_chips.isEmpty()) {
            Q_EMIT removeRequested(int(m_chips.size()) - 1);
            return true;
        }
    }
    if (watched == m_input && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)) {
        const bool popup = static_cast<QFocusEvent *>(event)->reason() == Qt::PopupFocusReason;
        if (event->type() == QEvent::FocusOut && !popup && !m_choosing)
            commit();
        update();
    }
    return QFrame::eventFilter(watched, event);
}

void ChipEdit::mousePressEvent(QMouseEvent *)
{
    m_input->setFocus();
}

void ChipEdit::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focused = m_input->hasFocus();
    painter.setPen(QPen(m_theme.color(focused ? Token::Accent : Token::Border), focused ? 1.5 : 1));
    painter.setBrush(m_theme.color(Token::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), metrics::radius, metrics::radius);
}

} // namespace deskhand

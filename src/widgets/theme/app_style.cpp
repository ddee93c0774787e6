// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/app_style.h"

#include "widgets/theme/style_parts.h"
#include "widgets/theme/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QFrame>
#include <QKeyEvent>
#include <QMenuBar>
#include <QPainter>
#include <QScrollBar>
#include <QSlider>
#include <QSpinBox>
#include <QStyleOption>
#include <QTabBar>

namespace deskhand {

AppStyle::AppStyle(const Theme &theme)
    : QProxyStyle(QStringLiteral("fusion"))
    , m_theme(&theme)
{
}

void AppStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QScrollBar *>(widget) || qobject_cast<QSlider *>(widget) || qobject_cast<QTabBar *>(widget)
        || qobject_cast<QAbstractSpinBox *>(widget))
        widget->setAttribute(Qt::WA_Hover, true);
}

void AppStyle::polish(QApplication *application)
{
    QProxyStyle::polish(application);
    application->installEventFilter(this);
}

bool AppStyle::eventFilter(QObject *watched, QEvent *event)
{
    // Underlined letters are shown while Alt is held, and do not clutter the window otherwise.
    const bool press = event->type() == QEvent::KeyPress;
    if ((press || event->type() == QEvent::KeyRelease) && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt
        && m_mnemonics != press) {
        m_mnemonics = press;
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (window->isVisible())
                window->update();
            for (QMenuBar *bar : window->findChildren<QMenuBar *>())
                bar->update();
        }
    }
    return QProxyStyle::eventFilter(watched, event);
}

void AppStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    if (!m_theme)
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    const Theme &theme = *m_theme;
    using style::Direction;
    const auto arrow = [&](Direction direction) {
        const bool enabled = option->state & State_Enabled;
        style::chevron(painter, option->rect, direction, theme.color(enabled ? Token::TextMuted : Token::TextDisabled));
    };
    switch (element) {
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return style::pushButton(painter, button, widget, theme);
        break;
    case PE_FrameDefaultButton:
    case PE_FrameButtonBevel:
    case PE_PanelMenuBar:
    case PE_FrameTabWidget:
    case PE_FrameWindow:
    case PE_FrameStatusBarItem:
    case PE_FrameGroupBox: return;
    case PE_FrameFocusRect:
        // Rows show their focus by the selection.
        if (!qobject_cast<const QAbstractItemView *>(widget) && (option->state & State_KeyboardFocusChange))
            style::focusRing(painter, option->rect, theme, metrics::radius - 2);
        return;
    case PE_PanelButtonTool:
    case PE_FrameButtonTool:
    case PE_IndicatorButtonDropDown:
        if (element == PE_PanelButtonTool)
            style::toolButton(painter, option, theme);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: return style::checkBox(painter, option, theme);
    case PE_IndicatorRadioButton: return style::radioButton(painter, option, theme);
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            style::inputFrame(painter, option, option->rect, theme);
        return;
    case PE_FrameLineEdit: return;
    case PE_Frame:
        style::plate(painter, option->rect, QColor(),
                     theme.color(option->state & State_HasFocus ? Token::Accent : Token::Hairline),
                     widget && widget->isWindow() ? 0 : 2);
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, theme.color(Token::Border));
        painter->fillRect(option->rect.adjusted(1, 1, -1, -1), theme.color(Token::Raised));
        return;
    case PE_FrameMenu:
    case PE_PanelMenu:
        painter->fillRect(option->rect, theme.color(Token::Border));
        painter->fillRect(option->rect.adjusted(1, 1, -1, -1), theme.color(Token::Raised));
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          theme.color(Token::Hairline));
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorSpinDown: return arrow(Direction::Down);
    case PE_IndicatorArrowUp:
    case PE_IndicatorSpinUp: return arrow(Direction::Up);
    case PE_IndicatorArrowLeft: return arrow(Direction::Left);
    case PE_IndicatorArrowRight: return arrow(Direction::Right);
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            arrow(header->sortIndicator == QStyleOptionHeader::SortUp ? Direction::Down : Direction::Up);
        return;
    case PE_IndicatorBranch:
        if (option->state & State_Children)
            arrow(option->state & State_Open ? Direction::Down
                                             : (option->direction == Qt::RightToLeft ? Direction::Left : Direction::Right));
        return;
    case PE_PanelItemViewItem:
        if ((option->state & State_MouseOver) && !(option->state & State_Selected)) {
            painter->fillRect(option->rect, theme.color(Token::Hover));
            return;
        }
        break;
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void AppStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                           const QWidget *widget) const
{
    if (!m_theme)
        return QProxyStyle::drawControl(element, option, painter, widget);
    const Theme &theme = *m_theme;
    switch (element) {
    case CE_PushButtonBevel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            style::pushButton(painter, button, widget, theme);
            if (button->features & QStyleOptionButton::HasMenu)
                style::chevron(painter, QRect(button->rect.right() - 20, button->rect.top(), 16, button->rect.height()),
                               style::Direction::Down, theme.color(style::pushButtonText(button, widget)));
            return;
        }
        break;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton copy = *button;
            copy.palette.setColor(QPalette::ButtonText, theme.color(style::pushButtonText(button, widget)));
            return QProxyStyle::drawControl(element, &copy, painter, widget);
        }
        break;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            painter->fillRect(item->rect, theme.color(Token::Window));
            if (item->state & (State_Selected | State_Sunken))
                style::plate(painter, item->rect.adjusted(1, 2, -1, -2), theme.color(Token::Pressed), QColor(), 4);
            const int flags = Qt::AlignCenter | (m_mnemonics ? Qt::TextShowMnemonic : Qt::TextHideMnemonic)
                | Qt::TextDontClip | Qt::TextSingleLine;
            drawItemText(painter, item->rect, flags, item->palette, item->state & State_Enabled, item->text,
                         QPalette::WindowText);
            return;
        }
        break;
    case CE_MenuBarEmptyArea: painter->fillRect(option->rect, theme.color(Token::Window)); return;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            painter->fillRect(item->rect, theme.color(Token::Raised));
            if (item->menuItemType == QStyleOptionMenuItem::Separator && item->text.isEmpty()) {
                painter->fillRect(QRect(item->rect.left() + metrics::small, item->rect.center().y(),
                                        item->rect.width() - 2 * metrics::small, 1),
                                  theme.color(Token::Hairline));
                return;
            }
            if ((item->state & State_Selected) && (item->state & State_Enabled))
                style::menuHighlight(painter, item->rect, theme);
            QStyleOptionMenuItem copy = *item;
            copy.state &= ~State_Selected;
            copy.palette.setColor(QPalette::Window, Qt::transparent);
            return QProxyStyle::drawControl(element, &copy, painter, widget);
        }
        break;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea: return style::headerSection(painter, option, theme);
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeaderV2 copy;
            copy.QStyleOptionHeader::operator=(*header);
            copy.palette.setColor(QPalette::ButtonText, theme.color(Token::TextMuted));
            copy.state &= ~State_On; // Fusion makes the sorted column bold and so moves it
            return QProxyStyle::drawControl(element, &copy, painter, widget);
        }
        break;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return style::tab(painter, tab, theme);
        break;
    case CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option); bar && !bar->textVisible)
            return style::progressBar(painter, bar, widget, theme);
        break;
    case CE_ProgressBarGroove: return;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            return style::progressBar(painter, bar, widget, theme);
        break;
    case CE_Splitter: painter->fillRect(option->rect, theme.color(Token::Hairline)); return;
    case CE_ShapedFrame:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option)) {
            const QRect r = frame->rect;
            if (frame->frameShape == QFrame::HLine)
                return painter->fillRect(QRect(r.left(), r.center().y(), r.width(), 1), theme.color(Token::Hairline));
            if (frame->frameShape == QFrame::VLine)
                return painter->fillRect(QRect(r.center().x(), r.top(), 1, r.height()), theme.color(Token::Hairline));
        }
        break;
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void AppStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                  const QWidget *widget) const
{
    if (!m_theme)
        return QProxyStyle::drawComplexControl(control, option, painter, widget);
    const auto part = [&](SubControl which) { return proxy()->subControlRect(control, option, which, widget); };
    switch (control) {
    case CC_ComboBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            return style::comboBox(painter, box, part(SC_ComboBoxArrow), *m_theme);
        break;
    case CC_SpinBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            return style::spinBox(painter, box, part(SC_SpinBoxUp), part(SC_SpinBoxDown), *m_theme);
        break;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return style::scrollBar(painter, bar, part(SC_ScrollBarSlider), *m_theme);
        break;
    case CC_Slider:
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return style::slider(painter, slider, part(SC_SliderHandle), *m_theme);
        break;
    default: break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace deskhand

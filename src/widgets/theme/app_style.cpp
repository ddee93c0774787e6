// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/app_style.h"

#include "widgets/theme/style_parts.h"
#include "widgets/theme/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
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

bool AppStyle::drawFrame(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                         const QWidget *widget) const
{
    const Theme &theme = *m_theme;
    switch (element) {
    case PE_FrameDefaultButton:
    case PE_FrameButtonBevel:
    case PE_FrameButtonTool:
    case PE_FrameLineEdit:
    case PE_PanelMenuBar:
    case PE_FrameTabWidget:
    case PE_FrameWindow:
    case PE_FrameStatusBarItem:
    case PE_FrameGroupBox: return true; // drawn by their panels, or not at all
    case PE_FrameFocusRect:
        // Rows show their focus by the selection.
        if (!qobject_cast<const QAbstractItemView *>(widget) && (option->state & State_KeyboardFocusChange))
            style::focusRing(painter, option->rect, theme, metrics::radius - 2);
        return true;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            style::inputFrame(painter, option, option->rect, theme);
        return true;
    case PE_Frame:
        style::plate(painter, option->rect, QColor(),
                     theme.color(option->state & State_HasFocus ? Token::Accent : Token::Hairline),
                     widget && widget->isWindow() ? 0 : 2);
        return true;
    case PE_PanelTipLabel:
    case PE_FrameMenu:
    case PE_PanelMenu:
        painter->fillRect(option->rect, theme.color(Token::Border));
        painter->fillRect(option->rect.adjusted(1, 1, -1, -1), theme.color(Token::Raised));
        return true;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          theme.color(Token::Hairline));
        return true;
    default: return false;
    }
}

bool AppStyle::drawIndicator(PrimitiveElement element, const QStyleOption *option, QPainter *painter) const
{
    using style::Direction;
    const auto arrow = [&](Direction direction) {
        const Token tone = option->state & State_Enabled ? Token::TextMuted : Token::TextDisabled;
        style::chevron(painter, option->rect, direction, m_theme->color(tone));
        return true;
    };
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: style::checkBox(painter, option, *m_theme); return true;
    case PE_IndicatorRadioButton: style::radioButton(painter, option, *m_theme); return true;
    case PE_IndicatorButtonDropDown: return true;
    case PE_IndicatorArrowDown:
    case PE_IndicatorSpinDown: return arrow(Direction::Down);
    case PE_IndicatorArrowUp:
    case PE_IndicatorSpinUp: return arrow(Direction::Up);
    case PE_IndicatorArrowLeft: return arrow(Direction::Left);
    case PE_IndicatorArrowRight: return arrow(Direction::Right);
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            return arrow(header->sortIndicator == QStyleOptionHeader::SortUp ? Direction::Down : Direction::Up);
        return true;
    case PE_IndicatorBranch: {
        const Direction closed = option->direction == Qt::RightToLeft ? Direction::Left : Direction::Right;
        return !(option->state & State_Children) || arrow(option->state & State_Open ? Direction::Down : closed);
    }
    default: return false;
    }
}

void AppStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    if (!m_theme)
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (drawFrame(element, option, painter, widget) || drawIndicator(element, option, painter))
        return;
    if (element == PE_PanelButtonTool)
        return style::toolButton(painter, option, *m_theme);
    if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        button && element == PE_PanelButtonCommand)
        return style::pushButton(painter, button, widget, *m_theme);
    if (element == PE_PanelItemViewItem && (option->state & State_MouseOver) && !(option->state & State_Selected))
        return painter->fillRect(option->rect, m_theme->color(Token::Hover));
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

bool AppStyle::drawMenuPart(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    const Theme &theme = *m_theme;
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (element == CE_MenuBarEmptyArea) {
        painter->fillRect(option->rect, theme.color(Token::Window));
        return true;
    }
    if (element == CE_MenuBarItem && item) {
        painter->fillRect(item->rect, theme.color(Token::Window));
        if (item->state & (State_Selected | State_Sunken))
            style::plate(painter, item->rect.adjusted(1, 2, -1, -2), theme.color(Token::Pressed), QColor(), 4);
        const int flags = Qt::AlignCenter | (m_mnemonics ? Qt::TextShowMnemonic : Qt::TextHideMnemonic)
                          | Qt::TextDontClip | Qt::TextSingleLine;
        drawItemText(painter, item->rect, flags, item->palette, item->state & State_Enabled, item->text,
                     QPalette::WindowText);
        return true;
    }
    if (element != CE_MenuItem || !item)
        return false;
    painter->fillRect(item->rect, theme.color(Token::Raised));
    if (item->menuItemType == QStyleOptionMenuItem::Separator && item->text.isEmpty()) {
        const QRect line(item->rect.left() + metrics::small, item->rect.center().y(),
                         item->rect.width() - 2 * metrics::small, 1);
        painter->fillRect(line, theme.color(Token::Hairline));
        return true;
    }
    if ((item->state & State_Selected) && (item->state & State_Enabled))
        style::menuHighlight(painter, item->rect, theme);
    QStyleOptionMenuItem copy = *item;
    copy.state &= ~State_Selected;
    copy.palette.setColor(QPalette::Window, Qt::transparent);
    QProxyStyle::drawControl(element, &copy, painter, widget);
    return true;
}

bool AppStyle::drawButtonPart(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (!button || (element != CE_PushButtonBevel && element != CE_PushButtonLabel))
        return false;
    const QColor text = m_theme->color(style::pushButtonText(button, widget));
    if (element == CE_PushButtonBevel) {
        style::pushButton(painter, button, widget, *m_theme);
        if (button->features & QStyleOptionButton::HasMenu)
            style::chevron(painter, QRect(button->rect.right() - 20, button->rect.top(), 16, button->rect.height()),
                           style::Direction::Down, text);
        return true;
    }
    QStyleOptionButton copy = *button;
    copy.palette.setColor(QPalette::ButtonText, text);
    QProxyStyle::drawControl(element, &copy, painter, widget);
    return true;
}

void AppStyle::drawHeaderLabel(const QStyleOptionHeader *header, QPainter *painter, const QWidget *widget) const
{
    QStyleOptionHeaderV2 copy;
    copy.QStyleOptionHeader::operator=(*header);
    copy.palette.setColor(QPalette::ButtonText, m_theme->color(Token::TextMuted));
    copy.state &= ~State_On; // Fusion makes the sorted column bold and so moves it
    const bool first =
        header->position == QStyleOptionHeader::Beginning || header->position == QStyleOptionHeader::OnlyOneSection;
    const QVariant indents = widget ? widget->property(first ? "firstLabelIndent" : "labelIndent") : QVariant();
    copy.rect = visualRect(copy.direction, copy.rect, copy.rect.adjusted(indents.toInt(), 0, 0, 0));
    QProxyStyle::drawControl(CE_HeaderLabel, &copy, painter, widget);
}

void AppStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                           const QWidget *widget) const
{
    if (!m_theme)
        return QProxyStyle::drawControl(element, option, painter, widget);
    if (drawMenuPart(element, option, painter, widget) || drawButtonPart(element, option, painter, widget))
        return;
    const Theme &theme = *m_theme;
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    switch (element) {
    case CE_HeaderSection:
    case CE_HeaderEmptyArea: return style::headerSection(painter, option, theme);
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            return drawHeaderLabel(header, painter, widget);
        break;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return style::tab(painter, tab, theme);
        break;
    case CE_ProgressBar:
        if (bar && !bar->textVisible)
            return style::progressBar(painter, bar, widget, theme);
        break;
    case CE_ProgressBarGroove: return;
    case CE_ProgressBarContents:
        if (bar)
            return style::progressBar(painter, bar, widget, theme);
        break;
    case CE_Splitter: return painter->fillRect(option->rect, theme.color(Token::Hairline));
    case CE_ShapedFrame:
        if (style::separator(painter, option, theme))
            return;
        break;
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void AppStyle::drawToolButton(const QStyleOptionToolButton *button, QPainter *painter, const QWidget *widget) const
{
    const bool menu = button->features & (QStyleOptionToolButton::HasMenu | QStyleOptionToolButton::MenuButtonPopup);
    style::toolButton(painter, button, *m_theme);
    QStyleOptionToolButton label = *button;
    // Only those whose menu is the point say so: a split button, and one that opens its menu at once.
    const bool split = button->features & QStyleOptionToolButton::MenuButtonPopup;
    const bool popup = menu && (split || (button->features & QStyleOptionToolButton::PopupDelay) == 0);
    if (popup) {
        const QRect arrow = visualRect(button->direction, button->rect,
                                       QRect(button->rect.right() - 17, button->rect.top(), 14, button->rect.height()));
        const Token tone = button->state & State_Enabled ? Token::TextMuted : Token::TextDisabled;
        style::chevron(painter, arrow, style::Direction::Down, m_theme->color(tone));
        label.rect = visualRect(button->direction, button->rect, button->rect.adjusted(metrics::tight, 0, -17, 0));
    }
    label.features &= ~(QStyleOptionToolButton::HasMenu | QStyleOptionToolButton::MenuButtonPopup);
    QProxyStyle::drawControl(CE_ToolButtonLabel, &label, painter, widget);
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
    case CC_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option))
            return drawToolButton(button, painter, widget);
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

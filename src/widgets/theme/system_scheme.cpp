// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/system_scheme.h"

#include <QEvent>
#include <QGuiApplication>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>

#include <memory>

namespace deskhand {

SystemScheme::SystemScheme(QObject *parent)
    : QObject(parent)
    , m_dark(QGuiApplication::palette().color(QPalette::Window).lightness() < 128)
{
    if (QCoreApplication::instance())
        QCoreApplication::instance()->installEventFilter(this);
}

bool SystemScheme::eventFilter(QObject *watched, QEvent *event)
{
    // The platform theme announces a change of its scheme to the application object.
    if (event->type() == QEvent::ThemeChange && watched == QCoreApplication::instance() && !m_told)
        readPalette();
    return QObject::eventFilter(watched, event);
}

void SystemScheme::tell(bool dark)
{
    m_told = true;
    setDark(dark);
}

void SystemScheme::readPalette()
{
    // Our own palette hides the system's; that of a fresh style does not.
    const std::unique_ptr<QStyle> style(QStyleFactory::create(QStringLiteral("fusion")));
    if (style)
        setDark(style->standardPalette().color(QPalette::Window).lightness() < 128);
}

void SystemScheme::setDark(bool dark)
{
    if (dark == m_dark)
        return;
    m_dark = dark;
    Q_EMIT changed();
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/system_scheme.h"

#include <QEvent>
#include <QGuiApplication>
#include <QStyle>
#include <QStyleFactory>

namespace deskhand {

SystemScheme::SystemScheme(QObject *parent)
    : QObject(parent)
{
    m_dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    if (QCoreApplication::instance())
        QCoreApplication::instance()->installEventFilter(this);
}

bool SystemScheme::eventFilter(QObject *watched, QEvent *event)
{
    // The platform theme announces a change of its scheme to the application object.
    if (event->type() == QEvent::ThemeChange && watched == QCoreApplication::instance())
        read();
    return QObject::eventFilter(watched, event);
}

void SystemScheme::read()
{
    // Our own palette hides the system's; a default-constructed one of the style does not.
    const std::unique_ptr<QStyle> style(QStyleFactory::create(QStringLiteral("fusion")));
    const bool dark = style && style->standardPalette().color(QPalette::Window).lightness() < 128;
    if (dark == m_dark)
        return;
    m_dark = dark;
    Q_EMIT changed();
}

} // namespace deskhand

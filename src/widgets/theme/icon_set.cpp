// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/icon_set.h"

#include "widgets/theme/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace deskhand {

QString iconPath(const QString &name, int size)
{
    // Drawn on a grid of 16 and of 22; the other one is better than none.
    const QString small = QStringLiteral(":/icons/16/%1.svg").arg(name);
    const QString large = QStringLiteral(":/icons/22/%1.svg").arg(name);
    const QString &wanted = size <= 18 ? small : large;
    const QString &other = size <= 18 ? large : small;
    if (QFile::exists(wanted))
        return wanted;
    return QFile::exists(other) ? other : QString();
}

SvgIconEngine::SvgIconEngine(const Theme *theme, QString name, Token tone)
    : m_theme(theme)
    , m_name(std::move(name))
    , m_tone(tone)
{
}

QColor SvgIconEngine::colorFor(QIcon::Mode mode) const
{
    if (!m_theme)
        return QGuiApplication::palette().color(QPalette::Text);
    if (mode == QIcon::Disabled)
        return m_theme->color(Token::TextDisabled);
    if (m_tone == Token::TextMuted && (mode == QIcon::Active || mode == QIcon::Selected))
        return m_theme->color(Token::Text);
    return m_theme->color(m_tone);
}

QPixmap SvgIconEngine::render(const QSize &devicePixels, QIcon::Mode mode) const
{
    const QColor color = colorFor(mode);
    const QString cacheKey = QStringLiteral("deskhand-icon/%1/%2x%3/%4")
                                 .arg(m_name)
                                 .arg(devicePixels.width())
                                 .arg(devicePixels.height())
                                 .arg(color.rgba(), 8, 16);
    QPixmap pixmap;
    if (QPixmapCache::find(cacheKey, &pixmap))
        return pixmap;
    pixmap = QPixmap(devicePixels);
    pixmap.fill(Qt::transparent);
    // The grid whose lines fall on whole device pixels.
    const int extent = qMin(devicePixels.width(), devicePixels.height());
    const QString path = iconPath(m_name, extent % 22 == 0 ? 22 : (extent % 16 == 0 ? 16 : extent));
    QSvgRenderer renderer;
    if (!path.isEmpty() && renderer.load(path)) {
        QPainter painter(&pixmap);
        QRectF target(0, 0, extent, extent);
        target.moveCenter(QRectF(QPointF(), QSizeF(devicePixels)).center());
        renderer.render(&painter, target);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), color);
    }
    QPixmapCache::insert(cacheKey, pixmap);
    return pixmap;
}

void SvgIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    const qreal scale = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
    QPixmap pixmap = render(rect.size() * scale, mode);
    pixmap.setDevicePixelRatio(scale);
    painter->drawPixmap(rect.topLeft(), pixmap);
}

QPixmap SvgIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State)
{
    return render(size, mode);
}

QPixmap SvgIconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale)
{
    // Qt gives device pixels here and the ratio beside them.
    QPixmap result = render(size, mode);
    result.setDevicePixelRatio(scale);
    return result;
}

QIconEngine *SvgIconEngine::clone() const
{
    return new SvgIconEngine(m_theme, m_name, m_tone);
}

bool SvgIconEngine::isNull()
{
    return iconPath(m_name, metrics::icon).isEmpty();
}

} // namespace deskhand

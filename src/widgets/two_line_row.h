// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRect>
#include <QSize>
#include <QString>

class QIcon;
class QListView;
class QPainter;
class QStyleOptionViewItem;

namespace deskhand {

class Theme;
enum class TextStyle;
enum class Token;

/// Paints a row of a list as a delegate does: plane and hairline, an icon, and two lines of plain text beside it. The
/// painter is as it was when this is gone.
class TwoLineRow
{
public:
    TwoLineRow(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme);
    ~TwoLineRow();
    TwoLineRow(const TwoLineRow &) = delete;
    TwoLineRow &operator=(const TwoLineRow &) = delete;

    [[nodiscard]] static QSize sizeHint(const Theme &theme);

    void icon(const QIcon &icon);
    // Each takes its room from the line. Line breaks in `text` become blanks.
    void first(const QString &text, TextStyle style, Token color, Qt::TextElideMode cut = Qt::ElideRight);
    void firstAtRight(const QString &text, TextStyle style, Token color);
    void second(const QString &text, TextStyle style, Token color, Qt::TextElideMode cut = Qt::ElideRight);

private:
    int draw(const QRect &room, const QString &text, TextStyle style, Token color, Qt::Alignment side,
             Qt::TextElideMode cut);

    QPainter &m_painter;
    const Theme &m_theme;
    QRect m_inside;
    QRect m_first;
    QRect m_second;
};

/// A list of such rows without a frame of its own, which fills a window.
void showAsRows(QListView *list);

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/presence_board.h"
#include "models/ticket_text.h"
#include "widgets/theme/theme.h"

#include <QFontMetrics>
#include <QStringList>

class QPainter;

namespace deskhand {

/// How a row stands in the list at this moment.
struct RowLook {
    bool current = false; ///< the keyboard is on it
    bool marked = false;  ///< chosen for an action on several tickets
    bool hovered = false;
    bool focused = false; ///< the list has the keyboard
    bool stale = false;   ///< kept in place under the pointer although it moved
    bool anyMarked = false;
};

/// What a ticket's row shows. The pointers live as long as the paint event.
struct RowContent {
    const TicketRow *row = nullptr;
    const TicketText *text = nullptr;
    const Catalog *catalog = nullptr;
    PersonId me;
    QString excerpt;                   ///< of a search, instead of the snippet
    QStringList words;                 ///< of a search, to be shown in the excerpt
    QVector<PresentColleague> present; ///< other people who are in the ticket now, who writes first
    bool draft = false;
    bool pending = false;  ///< something of it waits to be sent
    bool stateMark = true; ///< false: a column says it already
};

/// Paints rows of the ticket list: no documents, no layouts kept, a few microseconds a text, so that rows which come
/// into sight while the scrollbar is dragged cost little. Fonts are measured once for a theme.
class RowPainter
{
public:
    explicit RowPainter(const Theme &theme);

    /// After the theme changed.
    void restyle();

    [[nodiscard]] int oneLineHeight() const;
    [[nodiscard]] int twoLinesHeight() const;
    /// Where the text of the first column begins, behind its marks.
    [[nodiscard]] int firstTextAt(bool stateMark) const;
    /// Width at a row's beginning that holds its marks; a click there marks the row.
    [[nodiscard]] int gutter() const;

    void paintPlane(QPainter *painter, const QRect &row, const RowLook &look) const;
    void paintTwoLines(QPainter *painter, const QRect &row, const RowContent &content, const RowLook &look) const;
    /// One cell of the one-line density; `first` is the leftmost one, which also has the marks.
    void paintCell(QPainter *painter, const QRect &cell, ListColumn column, bool first, const RowContent &content,
                   const RowLook &look) const;
    void paintGroup(QPainter *painter, const QRect &row, const QString &title, const QString &count, bool collapsed,
                    bool hovered) const;
    /// A row that has not arrived; `seed` makes neighbours differ.
    void paintSkeleton(QPainter *painter, const QRect &row, bool twoLines, int seed) const;
    /// A row whose ticket is gone.
    void paintMissing(QPainter *painter, const QRect &row, const QString &words) const;

private:
    void paintMarks(QPainter *painter, const QRect &row, const RowContent &content, const RowLook &look,
                    bool twoLines) const;
    void paintCheckBox(QPainter *painter, const QRect &square, bool checked) const;
    /// The nearest target at the line's right end; how much of it that took.
    int paintTimeLeft(QPainter *painter, const QRect &line, const TimeLeftText &left) const;
    int paintPresent(QPainter *painter, const QRect &line, const QVector<PresentColleague> &present) const;
    int paintSigns(QPainter *painter, const QRect &line, const RowContent &content) const;
    void paintExcerpt(QPainter *painter, const QRect &line, const QString &text, const QStringList &words) const;
    void paintRightToLeftExcerpt(QPainter *painter, const QRect &line, const QString &text,
                                 const QStringList &words) const;
    void draw(QPainter *painter, const QRect &rect, const QString &text, TextStyle style, Token color,
              Qt::Alignment alignment = Qt::AlignLeft) const;
    [[nodiscard]] const QFont &font(TextStyle style) const { return m_fonts[std::size_t(style)]; }
    [[nodiscard]] const QFontMetrics &metricsOf(TextStyle style) const { return m_metrics[std::size_t(style)]; }

    const Theme &m_theme;
    std::vector<QFont> m_fonts; ///< by TextStyle
    std::vector<QFontMetrics> m_metrics;
    QIcon m_attachment;
    QIcon m_draft;
    QIcon m_pending;
    QIcon m_delayed;
    QIcon m_undelivered;
};

} // namespace deskhand

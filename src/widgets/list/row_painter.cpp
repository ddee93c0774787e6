// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/list/row_painter.h"

#include "models/delivery_text.h"
#include "widgets/elided_text.h"
#include "widgets/ticket_marks.h"

#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

namespace deskhand {

namespace {

// Distances inside a row, in logical pixels.
constexpr int unreadAt = 8;
constexpr int unreadSize = 8;
constexpr int marksAt = 22;
constexpr int textAt = 42;
constexpr int rightMargin = 12;
constexpr int personSize = 24;
constexpr int gap = 8;
constexpr int signSize = 14;
constexpr int presenceSign = 11;
constexpr int timeMarkSize = 12;
/// No font has narrower letters on average: longer texts are cut before they are measured.
constexpr int narrowestLetter = 3;

bool isPressing(TimeLeft level)
{
    return level == TimeLeft::Overdue || level == TimeLeft::Critical;
}

} // namespace

RowPainter::RowPainter(const Theme &theme)
    : m_theme(theme)
    , m_attachment(theme.icon(QStringLiteral("mail-attachment")))
    , m_draft(theme.icon(QStringLiteral("document-edit"), Token::Accent))
    , m_pending(theme.icon(QStringLiteral("cloud-upload"), Token::Warning))
    , m_delayed(theme.icon(QStringLiteral("dialog-warning"), Token::Warning))
    , m_undelivered(theme.icon(QStringLiteral("dialog-error"), Token::Danger))
{
    restyle();
}

void RowPainter::restyle()
{
    m_fonts.clear();
    m_metrics.clear();
    for (int style = int(TextStyle::Body); style <= int(TextStyle::Mono); ++style) {
        m_fonts.push_back(m_theme.font(TextStyle(style)));
        m_metrics.emplace_back(m_fonts.back());
    }
}

int RowPainter::oneLineHeight() const
{
    return metricsOf(TextStyle::Body).height() + m_theme.rowPadding() + metrics::tight;
}

int RowPainter::twoLinesHeight() const
{
    return metricsOf(TextStyle::Body).height() + metricsOf(TextStyle::Small).height() + 2 * m_theme.rowPadding()
           + metrics::tight / 2;
}

int RowPainter::gutter() const
{
    return marksAt + ticket_marks::size / 2 - gap / 2;
}

int RowPainter::firstTextAt(bool stateMark) const
{
    return textAt + (stateMark ? ticket_marks::size + 2 : 0);
}

void RowPainter::draw(QPainter *painter, const QRect &rect, const QString &text, TextStyle style, Token color,
                      Qt::Alignment alignment) const
{
    if (text.isEmpty() || rect.width() <= 0)
        return;
    QString shown =
        text.size() > rect.width() / narrowestLetter ? text.left(rect.width() / narrowestLetter) + u'…' : text;
    shown = elidedText(metricsOf(style), shown, Qt::ElideRight, rect.width());
    painter->setFont(font(style));
    painter->setPen(m_theme.color(color));
    painter->drawText(rect, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine | Qt::TextDontClip, shown);
}

void RowPainter::paintPlane(QPainter *painter, const QRect &row, const RowLook &look) const
{
    Token plane = Token::Surface;
    if (look.current || look.marked)
        plane = look.focused ? Token::Selection : Token::SelectionInactive;
    else if (look.hovered)
        plane = Token::Hover;
    painter->fillRect(row, m_theme.color(plane));
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), metrics::hairline), m_theme.color(Token::Hairline));
}

void RowPainter::paintCheckBox(QPainter *painter, const QRect &square, bool checked) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(square).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->setPen(m_theme.color(checked ? Token::Accent : Token::Border));
    painter->setBrush(m_theme.color(checked ? Token::Accent : Token::Surface));
    painter->drawRoundedRect(box, 3, 3);
    if (checked) {
        painter->setPen(QPen(m_theme.color(Token::OnAccent), 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF origin = box.topLeft();
        const QPointF points[] = {origin + QPointF(3, 6.5), origin + QPointF(5.4, 9), origin + QPointF(10, 4)};
        painter->drawPolyline(points, 3);
    }
    painter->restore();
}

void RowPainter::paintMarks(QPainter *painter, const QRect &row, const RowContent &content, const RowLook &look,
                            bool twoLines) const
{
    const int firstLine =
        twoLines ? row.top() + m_theme.rowPadding() + metricsOf(TextStyle::Body).height() / 2 : row.center().y();
    if (look.current) {
        const QRect bar(row.left(), row.top(), look.focused ? 3 : 2, row.height() - metrics::hairline);
        painter->fillRect(bar, m_theme.color(look.focused ? Token::Accent : Token::Border));
    }
    if (look.marked || look.anyMarked || look.hovered) {
        paintCheckBox(painter, QRect(row.left() + unreadAt - 2, firstLine - 6, 13, 13), look.marked);
    } else if (content.row->unread) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(Token::Accent));
        painter->drawEllipse(QRectF(row.left() + unreadAt, firstLine - unreadSize / 2.0 + 0.5, unreadSize, unreadSize));
        painter->restore();
    }
    const Priority *priority = content.catalog->priority(content.row->head.priority);
    const int markTop = firstLine - ticket_marks::size / 2 + 1;
    if (priority)
        ticket_marks::paintPriority(painter,
                                    QRectF(row.left() + marksAt, markTop, ticket_marks::size, ticket_marks::size),
                                    priority->rank, m_theme);
    if (!content.stateMark)
        return;
    const QRectF state =
        twoLines
            ? QRectF(row.left() + marksAt,
                     row.bottom() - m_theme.rowPadding() - metricsOf(TextStyle::Small).height() / 2.0
                         - ticket_marks::size / 2.0 + 1,
                     ticket_marks::size, ticket_marks::size)
            : QRectF(row.left() + marksAt + ticket_marks::size + 2, markTop, ticket_marks::size, ticket_marks::size);
    ticket_marks::paintState(painter, state, content.catalog->stateType(content.row->head.state), m_theme);
}

int RowPainter::paintTimeLeft(QPainter *painter, const QRect &line, const TimeLeftText &left) const
{
    if (left.level == TimeLeft::None)
        return 0;
    const TextStyle style = isPressing(left.level) ? TextStyle::SmallStrong : TextStyle::Small;
    const QFontMetrics &letters = metricsOf(style);
    const bool roomy = letters.horizontalAdvance(left.text) <= line.width() * 2 / 5;
    const QString &text = roomy || left.brief.isEmpty() ? left.text : left.brief;
    const int width = letters.horizontalAdvance(text);
    draw(painter, line, text, style, ticket_marks::timeLeftToken(left.level), Qt::AlignRight);
    const QRectF mark(line.right() + 1 - width - timeMarkSize - metrics::tight,
                      line.center().y() - timeMarkSize / 2.0 + 1, timeMarkSize, timeMarkSize);
    ticket_marks::paintTimeLeft(painter, mark, left.level, m_theme);
    return width + timeMarkSize + metrics::tight + gap;
}

// "✎ AB +1" in a pill that is full for writing and an outline for looking.
int RowPainter::paintPresent(QPainter *painter, const QRect &line, const QVector<PresentColleague> &present) const
{
    const bool writing = present.first().kind == PresenceKind::Writing;
    QString text = TicketText::initials(present.first().name);
    if (present.size() > 1)
        text += QStringLiteral(" +%1").arg(present.size() - 1);
    const int textWidth = metricsOf(TextStyle::SmallStrong).horizontalAdvance(text);
    const int width = textWidth + presenceSign + 2 * metrics::tight + 6;
    const int height = qMin(line.height() + 2, metricsOf(TextStyle::SmallStrong).height() + 2);
    const QRectF pill(line.right() + 1 - width, line.center().y() - height / 2 + 0.5, width, height);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(m_theme.color(writing ? Token::Accent : Token::Border));
    painter->setBrush(writing ? QBrush(m_theme.color(Token::Accent)) : QBrush(m_theme.color(Token::Surface)));
    painter->drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), pill.height() / 2, pill.height() / 2);
    painter->restore();
    const Token ink = writing ? Token::OnAccent : Token::Text;
    const QRectF sign(pill.left() + metrics::tight + 1, pill.center().y() - presenceSign / 2.0, presenceSign,
                      presenceSign);
    ticket_marks::paintPresenceSign(painter, sign, present.first().kind, m_theme.color(ink));
    draw(painter, QRect(int(sign.right()) + 3, line.top(), textWidth + 1, line.height()), text, TextStyle::SmallStrong,
         ink);
    return width + metrics::tight;
}

int RowPainter::paintSigns(QPainter *painter, const QRect &line, const RowContent &content) const
{
    int right = line.right() + 1;
    if (!content.present.isEmpty())
        right -= paintPresent(painter, line, content.present);
    const auto sign = [&](const QIcon &icon) {
        right -= signSize;
        icon.paint(painter, QRect(right, line.center().y() - signSize / 2, signSize, signSize));
        right -= metrics::tight;
    };
    if (content.row->head.attachmentCount > 0)
        sign(m_attachment);
    if (content.draft)
        sign(m_draft);
    if (content.pending)
        sign(m_pending);
    if (isDeliveryTrouble(content.row->head.delivery))
        sign(content.row->head.delivery == DeliveryState::Delayed ? m_delayed : m_undelivered);
    return line.right() + 1 - right;
}

void RowPainter::paintTwoLines(QPainter *painter, const QRect &row, const RowContent &content,
                               const RowLook &look) const
{
    if (look.stale)
        painter->setOpacity(0.55);
    paintMarks(painter, row, content, look, true);
    const TicketHead &head = content.row->head;
    const int bodyHeight = metricsOf(TextStyle::Body).height();
    const int smallHeight = metricsOf(TextStyle::Small).height();
    const int top = row.top() + m_theme.rowPadding();
    int right = row.right() - rightMargin;

    const QString initials = content.text->ownerInitials(head);
    if (!initials.isEmpty())
        ticket_marks::paintPerson(
            painter, QRectF(right - personSize, row.top() + (row.height() - personSize) / 2.0, personSize, personSize),
            initials, head.owner == content.me, m_theme);
    right -= personSize + gap;

    QRect first(row.left() + textAt, top, right - row.left() - textAt, bodyHeight);
    QRect second(first.left(), top + bodyHeight + metrics::tight / 2, first.width(), smallHeight);

    first.setWidth(first.width() - paintTimeLeft(painter, first, content.text->timeLeft(head)));
    draw(painter, first, content.text->cell(*content.row, ListColumn::Subject),
         content.row->unread ? TextStyle::Strong : TextStyle::Body, Token::Text);

    const QString age = content.text->age(head.updatedAt);
    draw(painter, second, age, TextStyle::Small, Token::TextMuted, Qt::AlignRight);
    second.setWidth(second.width() - metricsOf(TextStyle::Small).horizontalAdvance(age) - gap);
    second.setWidth(second.width() - paintSigns(painter, second, content));

    const QString requester = content.text->requester(*content.row);
    draw(painter, second, requester, TextStyle::Small, Token::Text);
    second.setLeft(second.left() + metricsOf(TextStyle::Small).horizontalAdvance(requester) + gap);
    draw(painter, second, head.number, TextStyle::Small, Token::TextMuted);
    second.setLeft(second.left() + metricsOf(TextStyle::Small).horizontalAdvance(head.number) + gap);
    if (content.excerpt.isEmpty())
        draw(painter, second, content.row->snippet, TextStyle::Small, Token::TextMuted);
    else
        paintExcerpt(painter, second, content.excerpt, content.words);
    painter->setOpacity(1);
}

void RowPainter::paintExcerpt(QPainter *painter, const QRect &line, const QString &text, const QStringList &words) const
{
    if (line.width() <= 0)
        return;
    const QFontMetrics &font = metricsOf(TextStyle::Small);
    if (text.isRightToLeft())
        return paintRightToLeftExcerpt(painter, line, text, words);
    const QString shown = font.elidedText(text.left(line.width() / narrowestLetter), Qt::ElideRight, line.width());
    for (const QString &word : words) {
        const qsizetype at = word.isEmpty() ? -1 : shown.indexOf(word, 0, Qt::CaseInsensitive);
        if (at < 0)
            continue;
        const int from = font.horizontalAdvance(shown.left(at));
        const int to = font.horizontalAdvance(shown.left(at + word.size()));
        painter->fillRect(QRect(line.left() + from - 1, line.top(), to - from + 2, line.height()),
                          m_theme.color(Token::Match));
    }
    draw(painter, line, shown, TextStyle::Small, words.isEmpty() ? Token::TextMuted : Token::Text);
}

// Letters do not stand in the order of the text: the layout knows where the words are.
void RowPainter::paintRightToLeftExcerpt(QPainter *painter, const QRect &line, const QString &text,
                                         const QStringList &words) const
{
    const QString shown = elidedText(metricsOf(TextStyle::Small), text.left(line.width() / narrowestLetter),
                                     Qt::ElideRight, line.width());
    QVector<QTextLayout::FormatRange> marks;
    for (const QString &word : words) {
        const qsizetype at = word.isEmpty() ? -1 : shown.indexOf(word, 0, Qt::CaseInsensitive);
        if (at < 0)
            continue;
        QTextCharFormat format;
        format.setBackground(m_theme.color(Token::Match));
        marks.append({int(at), int(word.size()), format});
    }
    QTextLayout layout(shown, font(TextStyle::Small));
    layout.setTextOption(QTextOption(Qt::AlignLeft | Qt::AlignAbsolute));
    layout.setFormats(marks);
    layout.beginLayout();
    QTextLine row = layout.createLine();
    row.setLineWidth(line.width() + gap);
    layout.endLayout();
    painter->setPen(m_theme.color(words.isEmpty() ? Token::TextMuted : Token::Text));
    layout.draw(painter, QPointF(line.left(), line.top() + (line.height() - row.height()) / 2));
}

void RowPainter::paintCell(QPainter *painter, const QRect &cell, ListColumn column, bool first,
                           const RowContent &content, const RowLook &look) const
{
    if (look.stale)
        painter->setOpacity(0.55);
    QRect inside = cell.adjusted(gap, 0, -gap, -metrics::hairline);
    if (first) {
        paintMarks(painter, cell, content, look, false);
        inside.setLeft(cell.left() + firstTextAt(content.stateMark));
    }
    const TicketHead &head = content.row->head;
    const QString text = content.text->cell(*content.row, column);
    const QRect mark(inside.left(), inside.center().y() - ticket_marks::size / 2, ticket_marks::size,
                     ticket_marks::size);
    const QRect afterMark = inside.adjusted(ticket_marks::size + 6, 0, 0, 0);
    switch (column) {
    case ListColumn::Subject: {
        inside.setWidth(inside.width() - paintSigns(painter, inside, content));
        draw(painter, inside, text, content.row->unread ? TextStyle::Strong : TextStyle::Body, Token::Text);
        break;
    }
    case ListColumn::Requester: draw(painter, inside, text, TextStyle::Body, Token::Text); break;
    case ListColumn::Priority:
        if (const Priority *priority = content.catalog->priority(head.priority))
            ticket_marks::paintPriority(painter, mark, priority->rank, m_theme);
        draw(painter, afterMark, text, TextStyle::Body, Token::Text);
        break;
    case ListColumn::State:
        ticket_marks::paintState(painter, mark, content.catalog->stateType(head.state), m_theme);
        draw(painter, afterMark, text, TextStyle::Body, Token::Text);
        break;
    case ListColumn::Owner: {
        const QString initials = content.text->ownerInitials(head);
        if (initials.isEmpty())
            break;
        const qreal side = qMin(20, cell.height() - 6);
        ticket_marks::paintPerson(painter, QRectF(inside.left(), cell.center().y() - side / 2 + 0.5, side, side),
                                  initials, head.owner == content.me, m_theme);
        draw(painter, inside.adjusted(int(side) + 6, 0, 0, 0), text, TextStyle::Body, Token::Text);
        break;
    }
    case ListColumn::TimeLeft:
    case ListColumn::Due: {
        const TimeLeft level =
            (column == ListColumn::Due ? content.text->due(head) : content.text->promised(head)).level;
        if (level == TimeLeft::None)
            break;
        ticket_marks::paintTimeLeft(painter, mark, level, m_theme);
        draw(painter, afterMark, text, isPressing(level) ? TextStyle::Strong : TextStyle::Body,
             ticket_marks::timeLeftToken(level));
        break;
    }
    case ListColumn::Articles: draw(painter, inside, text, TextStyle::Body, Token::TextMuted, Qt::AlignRight); break;
    default: draw(painter, inside, text, TextStyle::Body, Token::TextMuted); break;
    }
    painter->setOpacity(1);
}

void RowPainter::paintGroup(QPainter *painter, const QRect &row, const QString &title, const QString &count,
                            bool collapsed, bool hovered) const
{
    painter->fillRect(row, m_theme.color(hovered ? Token::Hover : Token::Surface));
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), metrics::hairline), m_theme.color(Token::Hairline));
    // The heading stands near its tickets: room above it parts it from the group before.
    const int height = metricsOf(TextStyle::SmallStrong).height() + metrics::small;
    const QRect line(row.left(), row.bottom() - height, row.width(), height);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_theme.color(Token::TextMuted), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF middle(line.left() + 14, line.center().y() + 0.5);
    const QPointF open[] = {middle + QPointF(-4, -2), middle + QPointF(0, 2), middle + QPointF(4, -2)};
    const QPointF closed[] = {middle + QPointF(-2, -4), middle + QPointF(2, 0), middle + QPointF(-2, 4)};
    painter->drawPolyline(collapsed ? closed : open, 3);
    painter->restore();
    QRect words = line.adjusted(26, 0, -rightMargin, 0);
    draw(painter, words, title, TextStyle::SmallStrong, Token::Text);
    words.setLeft(words.left() + metricsOf(TextStyle::SmallStrong).horizontalAdvance(title) + gap);
    draw(painter, words, count, TextStyle::Small, Token::TextMuted);
}

void RowPainter::paintSkeleton(QPainter *painter, const QRect &row, bool twoLines, int seed) const
{
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.color(Token::Hover));
    painter->setRenderHint(QPainter::Antialiasing);
    const auto bar = [painter](int left, int middle, int width) {
        painter->drawRoundedRect(QRectF(left, middle - 4.5, width, 9), 4.5, 4.5);
    };
    const int room = qMax(40, row.width() - textAt - 3 * rightMargin);
    // Widths between half and whole of the room, so that neighbours look like different texts.
    const int first = room * (50 + seed * 37 % 45) / 100;
    if (!twoLines) {
        bar(row.left() + textAt, row.center().y(), first * 2 / 3);
    } else {
        const int top = row.top() + m_theme.rowPadding();
        bar(row.left() + textAt, top + metricsOf(TextStyle::Body).height() / 2, first * 2 / 3);
        bar(row.left() + textAt, row.bottom() - m_theme.rowPadding() - metricsOf(TextStyle::Small).height() / 2, first);
    }
    painter->setRenderHint(QPainter::Antialiasing, false);
}

void RowPainter::paintMissing(QPainter *painter, const QRect &row, const QString &words) const
{
    draw(painter, row.adjusted(textAt, 0, -rightMargin, 0), words, TextStyle::Body, Token::TextDisabled);
}

} // namespace deskhand

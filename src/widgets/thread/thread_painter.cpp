// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/thread/thread_painter.h"

#include "models/attachment_policy.h"
#include "models/delivery_text.h"
#include "models/pending_marks.h"
#include "models/ticket_text.h"
#include "widgets/elided_text.h"
#include "widgets/outbox/mail_rows.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextCursor>

namespace deskhand {

namespace {

QString chipIcon(const Attachment &attachment)
{
    const AttachmentVerdict guess = guessAttachment(attachment.name, attachment.type);
    if (guess.opening == AttachmentVerdict::Opening::Refuse)
        return QStringLiteral("dialog-warning");
    return guess.preview == AttachmentVerdict::Preview::Picture ? QStringLiteral("insert-image")
                                                                : QStringLiteral("mail-attachment");
}

} // namespace

ThreadPainter::ThreadPainter(const Theme &theme)
    : m_theme(theme)
{
}

int ThreadPainter::eventsHeight() const
{
    return QFontMetrics(m_theme.font(TextStyle::Small)).height() + metrics::small;
}

int ThreadPainter::markHeight() const
{
    return QFontMetrics(m_theme.font(TextStyle::SmallStrong)).height() + metrics::medium;
}

int ThreadPainter::earlierHeight() const
{
    return QFontMetrics(m_theme.font(TextStyle::Small)).height() + 2 * metrics::medium;
}

DocumentStyle ThreadPainter::documentStyle(bool note) const
{
    DocumentStyle style;
    style.font = m_theme.font(TextStyle::Body);
    style.codeFont = m_theme.font(TextStyle::Mono);
    style.text = m_theme.color(Token::Text);
    style.muted = m_theme.color(Token::TextMuted);
    style.link = m_theme.color(Token::Accent);
    style.surface = m_theme.color(note ? Token::NoteTint : Token::Surface);
    style.frame = m_theme.color(Token::Border);
    return style;
}

void ThreadPainter::drawLine(QPainter &painter, const QRect &rect, const QString &text, TextStyle style, Token color,
                             Qt::Alignment alignment) const
{
    painter.setFont(m_theme.font(style));
    painter.setPen(m_theme.color(color));
    const QString line = elidedText(painter.fontMetrics(), text.simplified(), Qt::ElideRight, rect.width());
    painter.drawText(rect, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, line);
}

void ThreadPainter::drawArticle(QPainter &painter, const ArticleRow &row, int top, const QRect &clip, Instant now) const
{
    const Article &article = *row.article;
    const ArticleGeometry &geometry = *row.geometry;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto placed = [top](const QRect &rect) { return rect.translated(0, top); };
    if (!geometry.frame.isEmpty()) {
        painter.setPen(QPen(m_theme.color(Token::NoteFrame), 1));
        painter.setBrush(m_theme.color(Token::NoteTint));
        painter.drawRoundedRect(QRectF(placed(geometry.frame)).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius,
                                metrics::radius);
    }
    if (row.current) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(row.focused ? Token::Accent : Token::Border));
        painter.drawRoundedRect(QRectF(2, top + metrics::medium, 3, geometry.height - 2 * metrics::medium), 1.5, 1.5);
    }
    drawAvatar(painter, article, placed(geometry.avatar));
    drawHeader(painter, row, placed(geometry.header), now);
    if (!geometry.recipients.isEmpty())
        drawLine(painter, placed(geometry.recipients), recipientsText(article), TextStyle::Small, Token::TextMuted);
    if (!geometry.remoteBar.isEmpty()) {
        const bool hovered = row.hover.part == ThreadHit::Part::RemoteBar;
        const QRect bar = placed(geometry.remoteBar);
        m_theme.icon(QStringLiteral("view-hidden")).paint(&painter, QRect(bar.left(), bar.center().y() - 8, 16, 16));
        drawLine(painter, bar.adjusted(22, 0, 0, 0), tr("Remote pictures are not shown. Show them"), TextStyle::Small,
                 hovered ? Token::AccentStrong : Token::Accent);
    }
    const bool ownSelection = !row.selection.isEmpty();
    drawDocument(painter, row.documents->body(), placed(geometry.body), clip,
                 ownSelection && !row.selection.inQuoted ? &row.selection : nullptr);
    if (!geometry.cutNote.isEmpty()) {
        drawLine(painter, placed(geometry.cutNote), tr("Only the beginning is shown. Open the whole text"),
                 TextStyle::Small, row.hover.part == ThreadHit::Part::CutNote ? Token::AccentStrong : Token::Accent);
    }
    if (!geometry.pill.isEmpty())
        drawPill(painter, placed(geometry.pill), row.hover.part == ThreadHit::Part::Pill, row.quotesShown);
    if (!geometry.quoted.isEmpty() && row.documents->quoted() != nullptr) {
        drawDocument(painter, *row.documents->quoted(), placed(geometry.quoted), clip,
                     ownSelection && row.selection.inQuoted ? &row.selection : nullptr);
    }
    const QVector<Attachment> attachments = shownAttachments(article);
    for (int chip = 0; chip < geometry.chips.size(); ++chip) {
        const bool hovered = row.hover.part == ThreadHit::Part::Chip && row.hover.chip == chip;
        drawChip(painter, attachments.at(chip), placed(geometry.chips.at(chip)), hovered);
    }
    if (!geometry.delivery.isEmpty() && row.delivery != nullptr)
        drawDelivery(painter, *row.delivery, placed(geometry.delivery), row.hover.part == ThreadHit::Part::Delivery,
                     now);
    painter.restore();
}

void ThreadPainter::drawDelivery(QPainter &painter, const MailDelivery &mail, const QRect &rect, bool hovered,
                                 Instant now) const
{
    const DeliveryLine line = deliveryLine(mail, now, m_words);
    const bool loud = line.tone >= DeliveryTone::Warning;
    deliveryIcon(mail.state, m_theme).paint(&painter, QRect(rect.left(), rect.center().y() - 6, 14, 14));
    drawLine(painter, rect.adjusted(14 + metrics::small - 2, 0, 0, 0), line.text,
             loud ? TextStyle::SmallStrong : TextStyle::Small,
             hovered ? Token::AccentStrong : deliveryToken(line.tone));
}

void ThreadPainter::drawAvatar(QPainter &painter, const Article &article, const QRect &rect) const
{
    const bool note = article.visibility == Visibility::Internal;
    const bool customer = article.senderRole == SenderRole::Customer;
    painter.setPen(note ? QPen(m_theme.color(Token::NoteFrame), 1) : QPen(Qt::NoPen));
    painter.setBrush(m_theme.color(note ? Token::NoteTint : customer ? Token::Selection : Token::Pressed));
    painter.drawEllipse(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5));
    painter.setFont(m_theme.font(TextStyle::SmallStrong));
    painter.setPen(m_theme.color(note ? Token::NoteText : customer ? Token::Accent : Token::Text));
    painter.drawText(rect, Qt::AlignCenter, TicketText::initials(authorText(article)));
}

void ThreadPainter::drawHeader(QPainter &painter, const ArticleRow &row, const QRect &rect, Instant now) const
{
    const Article &article = *row.article;
    const bool note = article.visibility == Visibility::Internal;
    const QString date = m_words.moment(article.createdAt, now);
    const int dateWidth = QFontMetrics(m_theme.font(TextStyle::Small)).horizontalAdvance(date) + 1;
    drawLine(painter, rect, date, TextStyle::Small, note ? Token::NoteText : Token::TextMuted, Qt::AlignRight);
    const QFontMetrics nameMetrics(m_theme.font(TextStyle::Strong));
    const QString name = authorText(article).simplified();
    QString kind = articleKindText(article);
    if (!row.origin.isEmpty())
        kind += QStringLiteral(" · ") + tr("from #%1").arg(row.origin);
    if (isPending(article))
        kind += QStringLiteral(" · ") + tr("waits to be sent");
    const int kindWidth =
        QFontMetrics(m_theme.font(note ? TextStyle::SmallStrong : TextStyle::Small)).horizontalAdvance(kind) + 2;
    const int room = rect.width() - dateWidth - metrics::large;
    const int nameWidth =
        qMax(0, qMin(nameMetrics.horizontalAdvance(name) + 2, room - kindWidth - 2 * metrics::small - 16));
    drawLine(painter, QRect(rect.left(), rect.top(), nameWidth, rect.height()), name, TextStyle::Strong, Token::Text);
    int x = rect.left() + nameWidth + metrics::small;
    if (note) {
        m_theme.icon(QStringLiteral("lock"), Token::NoteText).paint(&painter, QRect(x, rect.center().y() - 7, 14, 14));
        x += 14 + metrics::tight;
    }
    drawLine(painter, QRect(x, rect.top(), kindWidth, rect.height()), kind,
             note ? TextStyle::SmallStrong : TextStyle::Small, note ? Token::NoteText : Token::TextMuted);
}

void ThreadPainter::drawDocument(QPainter &painter, SafeDocument &document, const QRect &rect, const QRect &clip,
                                 const ThreadSelection *selection) const
{
    const QRect visible = rect.intersected(clip);
    if (visible.isEmpty())
        return;
    painter.save();
    painter.setClipRect(visible.adjusted(-2, 0, 2, 0));
    painter.translate(rect.topLeft());
    QAbstractTextDocumentLayout::PaintContext context;
    context.clip = visible.translated(-rect.topLeft());
    context.palette.setColor(QPalette::Text, document.style().text);
    if (selection != nullptr) {
        QAbstractTextDocumentLayout::Selection marked;
        marked.cursor = QTextCursor(&document);
        marked.cursor.setPosition(qBound(0, selection->anchor, document.characterCount() - 1));
        marked.cursor.setPosition(qBound(0, selection->position, document.characterCount() - 1),
                                  QTextCursor::KeepAnchor);
        marked.format.setBackground(m_theme.color(Token::Accent));
        marked.format.setForeground(m_theme.color(Token::OnAccent));
        context.selections.append(marked);
    }
    document.documentLayout()->draw(&painter, context);
    painter.restore();
}

void ThreadPainter::drawChip(QPainter &painter, const Attachment &attachment, const QRect &rect, bool hovered) const
{
    painter.setPen(QPen(m_theme.color(Token::Border), 1));
    painter.setBrush(m_theme.color(hovered ? Token::Hover : Token::Surface));
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
    const QRect icon(rect.left() + metrics::small, rect.center().y() - 7, 16, 16);
    m_theme.icon(chipIcon(attachment)).paint(&painter, icon);
    const QString size = QLocale().formattedDataSize(attachment.size, 0, QLocale::DataSizeTraditionalFormat);
    const int sizeWidth = QFontMetrics(m_theme.font(TextStyle::Small)).horizontalAdvance(size) + 1;
    const QRect text(icon.right() + metrics::small, rect.top(), rect.right() - icon.right() - 2 * metrics::small,
                     rect.height());
    drawLine(painter, text, size, TextStyle::Small, Token::TextMuted, Qt::AlignRight);
    drawLine(painter, text.adjusted(0, 0, -sizeWidth - metrics::small + 2, 0), attachment.name, TextStyle::Small,
             Token::Text);
}

void ThreadPainter::drawPill(QPainter &painter, const QRect &rect, bool hovered, bool shown) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(hovered ? Token::Pressed : shown ? Token::Selection : Token::Hover));
    painter.drawRoundedRect(QRectF(rect), rect.height() / 2.0, rect.height() / 2.0);
    painter.setBrush(m_theme.color(Token::TextMuted));
    for (int dot = -1; dot <= 1; ++dot)
        painter.drawEllipse(QPointF(rect.center()) + QPointF(0.5 + dot * 6, 0.5), 1.6, 1.6);
}

void ThreadPainter::drawEvents(QPainter &painter, const HistoryLine &line, const QRect &rect, Instant now) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::Border));
    painter.drawEllipse(QPointF(card::side + card::avatar / 2.0, rect.center().y() + 0.5), 2.5, 2.5);
    QString text = line.who + u' ' + line.what;
    if (!line.why.isEmpty())
        text += QStringLiteral(" · ") + line.why;
    const QString date = m_words.moment(line.at, now);
    const int dateWidth = QFontMetrics(m_theme.font(TextStyle::Small)).horizontalAdvance(date) + 1;
    const QRect room(card::textLeft, rect.top(), card::textWidth(rect.width()), rect.height());
    drawLine(painter, room, date, TextStyle::Small, Token::TextMuted, Qt::AlignRight);
    drawLine(painter, room.adjusted(0, 0, -dateWidth - metrics::large, 0), text, TextStyle::Small, Token::TextMuted);
    painter.restore();
}

void ThreadPainter::drawNewMark(QPainter &painter, const QRect &rect) const
{
    painter.save();
    const QString text = tr("New");
    const int width = QFontMetrics(m_theme.font(TextStyle::SmallStrong)).horizontalAdvance(text) + 1;
    const int y = rect.center().y();
    painter.setPen(QPen(m_theme.color(Token::Accent), 1));
    const int right = card::textLeft + card::textWidth(rect.width());
    painter.drawLine(card::side, y, right - width - metrics::small, y);
    drawLine(painter, QRect(rect.left(), rect.top(), right, rect.height()), text, TextStyle::SmallStrong, Token::Accent,
             Qt::AlignRight);
    painter.restore();
}

void ThreadPainter::drawEarlier(QPainter &painter, const QString &text, const QRect &rect, bool hovered) const
{
    painter.save();
    drawLine(painter, rect, text, TextStyle::Small, hovered ? Token::AccentStrong : Token::Accent, Qt::AlignHCenter);
    painter.setPen(QPen(m_theme.color(Token::Hairline), 1));
    painter.drawLine(card::side, rect.bottom(), rect.width() - card::side, rect.bottom());
    painter.restore();
}

} // namespace deskhand

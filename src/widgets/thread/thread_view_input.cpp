// SPDX-License-Identifier: GPL-3.0-or-later
// Pointer, keyboard and selection of the thread.
#include "widgets/plain_label.h"
#include "widgets/thread/thread_view.h"

#include "models/delivery_text.h"
#include "models/people_finder.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocumentFragment>
#include <QToolTip>

namespace deskhand {

namespace {

// The whole text of the link at a position, which may have several formats in it.
QString linkTextAt(const QTextDocument &document, int position, const QString &href)
{
    QString text;
    const QTextBlock block = document.findBlock(position);
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        if (it.fragment().charFormat().anchorHref() == href)
            text += it.fragment().text();
    }
    return text;
}

QString addressesText(const QVector<MailAddress> &addresses)
{
    QStringList lines;
    for (const MailAddress &address : addresses)
        lines.append(addressLine(address));
    return lines.join(QStringLiteral("\n"));
}

} // namespace

ThreadHit ThreadView::documentHit(int row, bool inQuoted, const QPoint &inDocument)
{
    ThreadHit hit;
    hit.row = row;
    hit.part = inQuoted ? ThreadHit::Part::Quoted : ThreadHit::Part::Body;
    SafeDocument *document = inQuoted ? m_rows.documents(row).quoted() : &m_rows.documents(row).body();
    if (document == nullptr)
        return hit;
    hit.position = document->documentLayout()->hitTest(inDocument, Qt::FuzzyHit);
    hit.href = document->documentLayout()->anchorAt(inDocument);
    if (!hit.href.isEmpty())
        hit.linkText = linkTextAt(*document, hit.position, hit.href);
    return hit;
}

ThreadHit ThreadView::hitTest(const QPoint &viewportPosition)
{
    ThreadHit hit;
    const int y = viewportPosition.y() + m_top;
    if (m_rows.count() == 0 || y < 0 || y >= m_rows.totalHeight())
        return hit;
    hit.row = m_rows.rowAt(y);
    hit.part = ThreadHit::Part::Background;
    const ThreadItem &item = m_model.item(hit.row);
    if (item.kind == ThreadItem::Kind::Earlier)
        hit.part = ThreadHit::Part::Earlier;
    if (item.kind == ThreadItem::Kind::Events)
        hit.part = ThreadHit::Part::Events;
    if (item.kind != ThreadItem::Kind::Article)
        return hit;
    const ArticleGeometry &geometry = m_rows.geometry(hit.row);
    const QPoint inside(viewportPosition.x(), y - m_rows.top(hit.row));
    if (geometry.body.contains(inside))
        return documentHit(hit.row, false, inside - geometry.body.topLeft());
    if (geometry.quoted.contains(inside))
        return documentHit(hit.row, true, inside - geometry.quoted.topLeft());
    for (int chip = 0; chip < geometry.chips.size(); ++chip) {
        if (geometry.chips.at(chip).contains(inside)) {
            hit.part = ThreadHit::Part::Chip;
            hit.chip = chip;
            return hit;
        }
    }
    if (geometry.delivery.contains(inside))
        hit.part = ThreadHit::Part::Delivery;
    else if (geometry.pill.adjusted(-4, -4, 4, 4).contains(inside))
        hit.part = ThreadHit::Part::Pill;
    else if (geometry.remoteBar.contains(inside))
        hit.part = ThreadHit::Part::RemoteBar;
    else if (geometry.cutNote.contains(inside))
        hit.part = ThreadHit::Part::CutNote;
    else if (geometry.recipients.contains(inside))
        hit.part = ThreadHit::Part::Recipients;
    else if (geometry.header.contains(inside))
        hit.part = ThreadHit::Part::Header;
    return hit;
}

QRect ThreadView::partRect(ArticleId article, ThreadHit::Part part, int chip)
{
    const int row = m_model.rowOf(article);
    if (row < 0)
        return {};
    const ArticleGeometry &geometry = m_rows.geometry(row);
    QRect rect;
    switch (part) {
    case ThreadHit::Part::Header: rect = geometry.header; break;
    case ThreadHit::Part::Recipients: rect = geometry.recipients; break;
    case ThreadHit::Part::RemoteBar: rect = geometry.remoteBar; break;
    case ThreadHit::Part::Body: rect = geometry.body; break;
    case ThreadHit::Part::Quoted: rect = geometry.quoted; break;
    case ThreadHit::Part::CutNote: rect = geometry.cutNote; break;
    case ThreadHit::Part::Pill: rect = geometry.pill; break;
    case ThreadHit::Part::Chip: rect = geometry.chips.value(chip); break;
    case ThreadHit::Part::Delivery: rect = geometry.delivery; break;
    default: rect = QRect(0, 0, geometry.width, geometry.height); break;
    }
    const QRect placed = rect.translated(0, m_rows.top(row) - m_top);
    return !rect.isEmpty() && placed.intersects(viewport()->rect()) ? placed : QRect();
}

int ThreadView::positionNear(int row, bool inQuoted, const QPoint &viewportPosition)
{
    const ArticleGeometry &geometry = m_rows.geometry(row);
    const QRect area = inQuoted ? geometry.quoted : geometry.body;
    const QPoint inside(viewportPosition.x() - area.left(),
                        viewportPosition.y() + m_top - m_rows.top(row) - area.top());
    SafeDocument *document = inQuoted ? m_rows.documents(row).quoted() : &m_rows.documents(row).body();
    if (document == nullptr)
        return 0;
    if (inside.y() < 0)
        return 0;
    if (inside.y() > area.height())
        return document->characterCount() - 1;
    return document->documentLayout()->hitTest(inside, Qt::FuzzyHit);
}

SafeDocument *ThreadView::selectionDocument() const
{
    if (m_selection.row < 0 || m_selection.row >= m_rows.count())
        return nullptr;
    ArticleDocuments *documents = m_rows.documentsIfThere(m_selection.row);
    if (documents == nullptr)
        return nullptr;
    return m_selection.inQuoted ? documents->quoted() : &documents->body();
}

QString ThreadView::selectedText() const
{
    SafeDocument *document = selectionDocument();
    if (document == nullptr || m_selection.isEmpty())
        return {};
    QTextCursor cursor(document);
    cursor.setPosition(m_selection.anchor);
    cursor.setPosition(m_selection.position, QTextCursor::KeepAnchor);
    return cursor.selection().toPlainText().remove(QChar(0x200b));
}

void ThreadView::copy()
{
    const QString text = selectedText();
    if (!text.isEmpty())
        QApplication::clipboard()->setText(text);
}

void ThreadView::selectArticle()
{
    const int row = m_model.rowOf(m_current);
    if (row < 0)
        return;
    m_selection = ThreadSelection{row, false, 0, m_rows.documents(row).body().characterCount() - 1};
    viewport()->update();
}

void ThreadView::setHover(const ThreadHit &hit)
{
    if (hit.isSamePlace(m_hover))
        return;
    m_hover = hit;
    using Part = ThreadHit::Part;
    const bool clicks = !hit.href.isEmpty() || hit.part == Part::Pill || hit.part == Part::Chip
                        || hit.part == Part::RemoteBar || hit.part == Part::CutNote || hit.part == Part::Earlier
                        || hit.part == Part::Delivery;
    const bool text = hit.part == Part::Body || hit.part == Part::Quoted;
    viewport()->setCursor(clicks ? Qt::PointingHandCursor : text ? Qt::IBeamCursor : Qt::ArrowCursor);
    viewport()->update();
}

void ThreadView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const ThreadHit hit = hitTest(event->position().toPoint());
    m_pressed = hit;
    m_selection = {};
    if (hit.row >= 0 && m_model.item(hit.row).kind == ThreadItem::Kind::Article)
        setCurrentArticle(m_model.item(hit.row).article.id);
    if (hit.part == ThreadHit::Part::Body || hit.part == ThreadHit::Part::Quoted) {
        m_selection = ThreadSelection{hit.row, hit.part == ThreadHit::Part::Quoted, hit.position, hit.position};
        m_selecting = true;
    }
    viewport()->update();
}

void ThreadView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    if (!m_selecting) {
        setHover(hitTest(position));
        return;
    }
    if (position.y() < 0 || position.y() > viewport()->height())
        verticalScrollBar()->setValue(m_top
                                      + (position.y() < 0 ? position.y() : position.y() - viewport()->height()) / 2);
    m_selection.position = positionNear(m_selection.row, m_selection.inQuoted, position);
    viewport()->update();
}

void ThreadView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_selecting = false;
    const ThreadHit hit = hitTest(event->position().toPoint());
    if (m_selection.isEmpty() && hit.isSamePlace(m_pressed))
        activate(hit);
    m_pressed = {};
    if (!m_selection.isEmpty() && QApplication::clipboard()->supportsSelection())
        QApplication::clipboard()->setText(selectedText(), QClipboard::Selection);
}

void ThreadView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const ThreadHit hit = hitTest(event->position().toPoint());
    if (hit.part != ThreadHit::Part::Body && hit.part != ThreadHit::Part::Quoted)
        return;
    m_selection = ThreadSelection{hit.row, hit.part == ThreadHit::Part::Quoted, hit.position, hit.position};
    if (SafeDocument *document = selectionDocument(); document != nullptr) {
        QTextCursor cursor(document);
        cursor.setPosition(hit.position);
        cursor.select(QTextCursor::WordUnderCursor);
        m_selection.anchor = cursor.anchor();
        m_selection.position = cursor.position();
    }
    viewport()->update();
}

void ThreadView::activate(const ThreadHit &hit)
{
    if (hit.row < 0)
        return;
    const ThreadItem &item = m_model.item(hit.row);
    switch (hit.part) {
    case ThreadHit::Part::Earlier: m_model.loadEarlier(); break;
    case ThreadHit::Part::Pill:
        setCurrentArticle(item.article.id);
        toggleQuotes();
        break;
    case ThreadHit::Part::Chip: Q_EMIT attachmentActivated(shownAttachments(item.article).at(hit.chip)); break;
    case ThreadHit::Part::RemoteBar: {
        const Article article = item.article;
        showRemotePictures(article.id);
        Q_EMIT remotePicturesRequested(article);
        break;
    }
    case ThreadHit::Part::CutNote: Q_EMIT wholeTextRequested(item.article); break;
    case ThreadHit::Part::Delivery:
        setCurrentArticle(item.article.id);
        askForDelivery();
        break;
    case ThreadHit::Part::Body:
    case ThreadHit::Part::Quoted:
        if (!hit.href.isEmpty())
            Q_EMIT linkActivated(hit.href, hit.linkText);
        break;
    default: break;
    }
}

bool ThreadView::askForDelivery()
{
    const int row = m_model.rowOf(m_current);
    if (row < 0 || !m_model.item(row).delivery)
        return false;
    const QRect line = partRect(m_current, ThreadHit::Part::Delivery);
    const QPoint place = line.isEmpty() ? QPoint(card::textLeft, 40) : line.bottomLeft();
    Q_EMIT deliveryMenuRequested(*m_model.item(row).delivery, viewport()->mapToGlobal(place));
    return true;
}

void ThreadView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int row = m_model.rowOf(m_current);
    const ThreadHit hit = byKey ? ThreadHit{row, ThreadHit::Part::Body, -1, -1, {}, {}} : hitTest(event->pos());
    if (hit.row < 0 || m_model.item(hit.row).kind != ThreadItem::Kind::Article)
        return;
    const Article &article = m_model.item(hit.row).article;
    const QPoint place = byKey ? viewport()->mapToGlobal(QPoint(card::textLeft, 40)) : event->globalPos();
    if (hit.part == ThreadHit::Part::Chip)
        Q_EMIT attachmentMenuRequested(shownAttachments(article).at(hit.chip), place);
    else
        Q_EMIT articleMenuRequested(article, hit.href, place);
}

void ThreadView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::SelectAll))
        selectArticle();
    else if (event->matches(QKeySequence::MoveToStartOfDocument) || event->key() == Qt::Key_Home)
        bar->setValue(0);
    else if (event->matches(QKeySequence::MoveToEndOfDocument) || event->key() == Qt::Key_End)
        scrollToNewest();
    else if (event->key() == Qt::Key_Space)
        bar->triggerAction(event->modifiers() & Qt::ShiftModifier ? QAbstractSlider::SliderPageStepSub
                                                                  : QAbstractSlider::SliderPageStepAdd);
    else
        QAbstractScrollArea::keyPressEvent(event); // arrows and page keys
}

void ThreadView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    announceCurrent();
    viewport()->update();
}

void ThreadView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

bool ThreadView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const QString text = toolTipAt(hitTest(help->pos()));
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), plainToolTip(text), viewport());
        return true;
    }
    if (event->type() == QEvent::Leave)
        setHover({});
    return QAbstractScrollArea::viewportEvent(event);
}

QString ThreadView::toolTipAt(const ThreadHit &hit) const
{
    if (hit.row < 0)
        return {};
    const ThreadItem &item = m_model.item(hit.row);
    const TimeWords words;
    switch (hit.part) {
    case ThreadHit::Part::Header: return addressLine(item.article.from) + u'\n' + words.exact(item.article.createdAt);
    case ThreadHit::Part::Recipients: {
        QString text = tr("To: %1").arg(addressesText(item.article.to));
        if (!item.article.cc.isEmpty())
            text += u'\n' + tr("Cc: %1").arg(addressesText(item.article.cc));
        return text;
    }
    case ThreadHit::Part::Events: {
        QStringList lines;
        for (const HistoryEntry &entry : item.events)
            lines.append(historyWhat(entry, words, m_clock.now(), true));
        lines.append(words.exact(item.events.last().at));
        return lines.join(u'\n');
    }
    case ThreadHit::Part::Pill:
        return m_rows.folds(item.article.id).quotesShown ? tr("Hide the quoted text") : tr("Show the quoted text");
    case ThreadHit::Part::Chip: {
        const Attachment attachment = shownAttachments(item.article).at(hit.chip);
        return attachment.name + u'\n' + attachment.type;
    }
    case ThreadHit::Part::Delivery:
        return item.delivery ? deliveryDetails(*item.delivery, m_clock.now(), words) : QString();
    default: return hit.href;
    }
}

} // namespace deskhand

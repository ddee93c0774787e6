// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/list/condition_edit.h"

#include "widgets/list/completion_popup.h"
#include "widgets/list/condition_words.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace deskhand {

namespace {
constexpr int complainAfterMs = 700;
}

ConditionEdit::ConditionEdit(const Theme &theme, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
{
    m_complain.setSingleShot(true);
    m_complain.setInterval(complainAfterMs);
    connect(&m_complain, &QTimer::timeout, this, [this] {
        offer();
        update();
    });
    connect(this, &QLineEdit::textEdited, this, &ConditionEdit::offer);
}

void ConditionEdit::setCompleter(std::function<QVector<ConditionCompletion>(const QString &, int)> completions)
{
    m_completions = std::move(completions);
}

void ConditionEdit::setSuggestions(std::function<QStringList()> suggestions)
{
    m_suggestions = std::move(suggestions);
}

void ConditionEdit::setProblem(const std::optional<ConditionProblem> &problem)
{
    m_problem = problem;
    if (problem)
        m_complain.start();
    else
        m_complain.stop();
    setAccessibleDescription(problem ? conditionProblemWords(*problem) : QString());
    update();
}

CompletionPopup &ConditionEdit::popup()
{
    if (!m_popup) {
        m_popup = new CompletionPopup(m_theme, window());
        connect(m_popup, &CompletionPopup::picked, this, &ConditionEdit::accept);
        connect(this, &QObject::destroyed, m_popup, &QObject::deleteLater);
    }
    return *m_popup;
}

bool ConditionEdit::isPopupShown() const
{
    return m_popup && m_popup->isVisible();
}

void ConditionEdit::hidePopup()
{
    if (m_popup)
        m_popup->hide();
}

void ConditionEdit::offer()
{
    if (!hasFocus() || !isVisible())
        return;
    QVector<CompletionPopup::Entry> entries;
    m_offered.clear();
    if (text().isEmpty()) {
        const QStringList suggestions = m_suggestions ? m_suggestions() : QStringList();
        for (const QString &suggestion : suggestions)
            entries.append({suggestion, {}, m_theme.icon(QStringLiteral("view-history"))});
    } else if (m_completions) {
        m_offered = m_completions(text(), cursorPosition());
        // What is typed already needs no offer.
        m_offered.removeIf([this](const ConditionCompletion &one) {
            return text().mid(one.from, one.length).compare(one.insert, Qt::CaseInsensitive) == 0;
        });
        for (const ConditionCompletion &one : std::as_const(m_offered)) {
            const bool field = one.kind == ConditionCompletion::Kind::Field;
            entries.append({one.label, field ? one.insert : QString(),
                            m_theme.icon(field ? QStringLiteral("view-filter") : QStringLiteral("tag"))});
        }
    }
    const bool complain = m_problem && !m_complain.isActive();
    popup().present(this, entries, complain ? conditionProblemWords(*m_problem) : QString());
}

void ConditionEdit::accept(int row)
{
    if (row < 0)
        return;
    if (m_offered.isEmpty()) {
        setText(popup().texts().value(row));
        Q_EMIT textEdited(text());
        hidePopup();
        Q_EMIT submitted();
        return;
    }
    const ConditionCompletion chosen = m_offered.value(row);
    // A field goes on with its value, everything else is finished with a blank.
    const bool goesOn =
        chosen.kind == ConditionCompletion::Kind::Field || chosen.insert.endsWith(u':') || chosen.insert.endsWith(u' ');
    const QString insert = goesOn ? chosen.insert : chosen.insert + u' ';
    QString changed = text();
    changed.replace(chosen.from, chosen.length, insert);
    setText(changed);
    setCursorPosition(chosen.from + int(insert.size()));
    Q_EMIT textEdited(text());
}

bool ConditionEdit::takePopupKey(QKeyEvent *event)
{
    if (!isPopupShown())
        return false;
    const int count = m_popup->count();
    switch (event->key()) {
    case Qt::Key_Down: m_popup->setCurrentRow(count == 0 ? -1 : (m_popup->currentRow() + 1) % count); return count > 0;
    case Qt::Key_Up:
        if (count > 0)
            m_popup->setCurrentRow(m_popup->currentRow() <= 0 ? count - 1 : m_popup->currentRow() - 1);
        return count > 0;
    case Qt::Key_Tab:
        if (count == 0 || m_offered.isEmpty())
            return false;
        accept(qMax(0, m_popup->currentRow()));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_popup->currentRow() < 0)
            return false;
        accept(m_popup->currentRow());
        return true;
    case Qt::Key_Escape: hidePopup(); return true;
    default: return false;
    }
}

void ConditionEdit::keyPressEvent(QKeyEvent *event)
{
    if (takePopupKey(event))
        return;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        hidePopup();
        Q_EMIT submitted();
        return;
    case Qt::Key_Escape: Q_EMIT escaped(); return;
    case Qt::Key_Down: Q_EMIT leftDownwards(); return;
    default: QLineEdit::keyPressEvent(event);
    }
}

bool ConditionEdit::event(QEvent *event)
{
    // Tab completes, and these keys are not for actions of the window while something is typed.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape)
            event->accept();
    }
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Tab
        && takePopupKey(static_cast<QKeyEvent *>(event)))
        return true;
    return QLineEdit::event(event);
}

void ConditionEdit::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        offer();
}

void ConditionEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    hidePopup();
}

void ConditionEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!m_problem || text().isEmpty() || m_complain.isActive())
        return;
    // The line may be scrolled: what is known is where the cursor is.
    const QFontMetrics letters = fontMetrics();
    const QRect cursor = cursorRect();
    const int cursorX = cursor.center().x() - letters.horizontalAdvance(text().left(cursorPosition()));
    const int from = cursorX + letters.horizontalAdvance(text().left(m_problem->position));
    const QString wrong = text().mid(m_problem->position, qMax(1, m_problem->length));
    const int to = from + qMax(letters.averageCharWidth(), letters.horizontalAdvance(wrong));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(Token::Danger), 1.2));
    const qreal y = cursor.center().y() + letters.height() / 2.0;
    QPolygonF wave;
    for (int x = from; x <= to; x += 2)
        wave.append(QPointF(x, y + ((x - from) / 2 % 2 == 0 ? 0.0 : 2.0)));
    painter.setClipRect(contentsRect());
    painter.drawPolyline(wave);
}

} // namespace deskhand

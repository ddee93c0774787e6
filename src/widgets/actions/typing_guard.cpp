// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/typing_guard.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace deskhand {

bool takesTyping(const QWidget *widget)
{
    if (!widget || !widget->isEnabled())
        return false;
    if (const auto *line = qobject_cast<const QLineEdit *>(widget))
        return !line->isReadOnly();
    if (const auto *text = qobject_cast<const QTextEdit *>(widget))
        return !text->isReadOnly();
    if (const auto *plain = qobject_cast<const QPlainTextEdit *>(widget))
        return !plain->isReadOnly();
    return widget->testAttribute(Qt::WA_InputMethodEnabled) && widget->inputMethodQuery(Qt::ImEnabled).toBool()
           && !widget->inputMethodQuery(Qt::ImReadOnly).toBool()
           && widget->inputMethodQuery(Qt::ImSurroundingText).isValid();
}

bool TypingGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool modified = key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
        if (!modified && key->key() < Qt::Key_Escape && takesTyping(qobject_cast<QWidget *>(watched)))
            key->accept();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace deskhand

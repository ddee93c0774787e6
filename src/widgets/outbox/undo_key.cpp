// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/outbox/undo_key.h"

#include "widgets/actions/action_registry.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace deskhand {

bool hasTextToUndo(const QWidget *widget)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(widget))
        return line->isUndoAvailable() || line->isRedoAvailable();
    const QTextDocument *document = nullptr;
    if (const auto *text = qobject_cast<const QTextEdit *>(widget))
        document = text->document();
    else if (const auto *plain = qobject_cast<const QPlainTextEdit *>(widget))
        document = plain->document();
    return document != nullptr && (document->isUndoAvailable() || document->isRedoAvailable());
}

UndoKey::UndoKey(ActionRegistry &actions, QString actionId, QString rivalId, std::function<bool()> isNewer,
                 QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_action(std::move(actionId))
    , m_rival(std::move(rivalId))
    , m_isNewer(std::move(isNewer))
{
}

bool UndoKey::isOurs(const QWidget *widget, const QKeySequence &keys) const
{
    const QAction *action = m_actions.action(m_action);
    return widget != nullptr && action != nullptr && action->isEnabled() && action->shortcuts().contains(keys)
           && !hasTextToUndo(widget);
}

bool UndoKey::rivalHas(const QKeySequence &keys) const
{
    const QAction *rival = m_actions.action(m_rival);
    return rival != nullptr && rival->shortcuts().contains(keys);
}

bool UndoKey::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const QKeySequence keys(key->keyCombination());
    const auto *widget = qobject_cast<const QWidget *>(watched);
    if (!isOurs(widget, keys))
        return QObject::eventFilter(watched, event);
    const QWidget *place = m_actions.boundWidget(ActionScope::List);
    const bool contested = rivalHas(keys) && place != nullptr && (place == widget || place->isAncestorOf(widget));
    if (!contested) {
        if (event->type() == QEvent::KeyPress)
            return QObject::eventFilter(watched, event);
        event->ignore();
        return true; // the field does not hear that the key exists
    }
    const QAction *rival = m_actions.action(m_rival);
    if (rival->isEnabled() && !m_isNewer())
        return QObject::eventFilter(watched, event);
    // The rival's shortcut would have the key: it comes as a key instead.
    event->accept();
    if (event->type() == QEvent::KeyPress)
        m_actions.trigger(m_action);
    return true;
}

} // namespace deskhand

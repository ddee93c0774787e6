// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QKeySequence;
class QWidget;

namespace deskhand {

class ActionRegistry;

/// One key undoes many things. Text fields take Ctrl+Z for themselves even when they have nothing to undo: this lets
/// the key through to the action in exactly that case, when the field has neither anything to undo nor to redo, so that
/// nobody is in the middle of undoing there. Where another action has the same keys (changes of tickets, in the list)
/// `isNewer` says which of the two deeds was the later one. Install it on the application.
class UndoKey final : public QObject
{
    Q_OBJECT

public:
    /// `actionId`: of the action that undoes a send; `rivalId`: of the other one.
    UndoKey(ActionRegistry &actions, QString actionId, QString rivalId, std::function<bool()> isNewer, QObject *parent);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool isOurs(const QWidget *widget, const QKeySequence &keys) const;
    [[nodiscard]] bool rivalHas(const QKeySequence &keys) const;

    ActionRegistry &m_actions;
    QString m_action;
    QString m_rival;
    std::function<bool()> m_isNewer;
};

/// Whether this widget edits text that has something to undo or to redo.
[[nodiscard]] bool hasTextToUndo(const QWidget *widget);

} // namespace deskhand

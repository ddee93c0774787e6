// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

class QMenuBar;

namespace deskhand {

class ActionRegistry;

/// Keeps a menu bar equal to what the registry says: one menu for each ActionMenu that has actions, groups parted by
/// lines. Rebuilt at the end of the event-loop turn in which actions came or went.
class MenuBuilder final : public QObject
{
    Q_OBJECT

public:
    MenuBuilder(ActionRegistry &registry, QMenuBar *bar, QObject *parent = nullptr);

    void rebuild();

private:
    ActionRegistry &m_registry;
    QMenuBar *m_bar;
    QTimer m_timer;
};

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

#include <functional>
#include <optional>

class QAction;
class QWidget;

namespace deskhand {

class Settings;
class Theme;

/// Where the keyboard must be for an action's shortcut to work.
enum class ActionScope {
    Sidebar = 1,
    List = 2,
    Ticket = 4, ///< thread, header and side panel
    Composer = 8,
    Tickets = List | Ticket, ///< single-key actions on the selection or the open ticket
    Everywhere = 0xff,
};
Q_DECLARE_FLAGS(ActionScopes, ActionScope)
Q_DECLARE_OPERATORS_FOR_FLAGS(ActionScopes)

/// Menus of the menu bar, from left to right.
enum class ActionMenu { None, Desk, Edit, View, Ticket, Go, Help };

struct ActionSpec {
    QString id;                         ///< stable, "area.verb": stored with changed shortcuts
    QString text;                       ///< translated, with mnemonic
    QString category;                   ///< translated heading in the palette and the shortcut settings
    QString icon = {};                  ///< name in resources/icons/icons.txt; may be empty
    QList<QKeySequence> shortcuts = {}; ///< by default
    ActionScopes scope = ActionScope::Everywhere;
    ActionMenu menu = ActionMenu::None;
    int menuGroup = 0; ///< actions of one group stand together, in the order they were added; a line between groups
    std::function<bool()> enabledWhen = {}; ///< empty: always; asked again by refresh() and before every run
    bool checkable = false;
    bool sends = false; ///< sends something to somebody: no single key may do that
    bool inPalette = true;
};

/// Another action has the wanted key.
struct ShortcutCollision {
    enum class Why { Taken, NeedsModifier } why = Why::Taken;
    QString actionId; ///< who has it
    QString actionText;
    QKeySequence keys;
};

/// Every action of the program by id: menus, palette, shortcut settings and tests are made from this list.
/// Owns the QActions. An area adds its own actions in its constructor; they go when their context object dies.
/// GUI thread; outlives the areas.
class ActionRegistry final : public QObject
{
    Q_OBJECT

public:
    ActionRegistry(const Theme &theme, Settings &settings, QObject *parent = nullptr);

    /// `run` is called while `context` lives and enabledWhen() holds. An id is added once. A default shortcut that
    /// collides with an action already there is dropped and logged: tests/gui holds that none is.
    QAction *add(const ActionSpec &spec, QObject *context, std::function<void()> run);

    /// The shortcuts of this scope's actions work while the keyboard is inside `widget`. Everywhere: the window.
    void bind(ActionScope scope, QWidget *widget);

    /// Where the shortcuts of a scope work; null: nowhere.
    [[nodiscard]] QWidget *boundWidget(ActionScope scope) const;

    [[nodiscard]] QAction *action(const QString &id) const;
    [[nodiscard]] const ActionSpec *spec(const QString &id) const;
    /// In the order they were added.
    [[nodiscard]] QStringList ids() const { return m_order; }
    /// Runs an action as if its key had been pressed. False: there is none, or it is not enabled now.
    bool trigger(const QString &id);

    /// Asks every enabledWhen again, once at the end of this event-loop turn. Cheap to call often.
    void refresh();

    /// Gives an action other keys and stores them; empty: none. A collision changes nothing.
    std::optional<ShortcutCollision> setShortcuts(const QString &id, const QList<QKeySequence> &keys);
    [[nodiscard]] std::optional<ShortcutCollision> collision(const QString &id, const QList<QKeySequence> &keys) const;
    void resetShortcuts(const QString &id);
    void resetAllShortcuts();
    [[nodiscard]] bool hasDefaultShortcuts(const QString &id) const;
    /// Default shortcuts that were dropped, "id: keys taken by other id": empty unless an area is wrong.
    [[nodiscard]] QStringList droppedDefaults() const { return m_dropped; }

Q_SIGNALS:
    void actionsChanged();
    void shortcutsChanged(const QString &id);
    /// After an action was run by whatever way: for "recent first" in the palette.
    void triggered(const QString &id);

private:
    struct Entry {
        ActionSpec spec;
        QAction *action = nullptr;
        QPointer<QObject> context;
    };

    [[nodiscard]] std::optional<ShortcutCollision> collisionOf(const ActionSpec &self,
                                                               const QList<QKeySequence> &keys) const;
    void run(const QString &id, const std::function<void()> &callback);
    void remove(const QString &id);
    void refreshNow();
    void bindEntry(const Entry &entry, ActionScope scope, QWidget *widget);
    void applyShortcuts(Entry &entry, const QList<QKeySequence> &keys);
    [[nodiscard]] QList<QKeySequence> storedShortcuts(const ActionSpec &spec) const;

    const Theme &m_theme;
    Settings &m_settings;
    QHash<QString, Entry> m_entries;
    QStringList m_order;
    QStringList m_dropped;
    QList<QPair<ActionScope, QPointer<QWidget>>> m_bound;
    QTimer m_refresh;
};

/// Text of an action without mnemonic and "…".
[[nodiscard]] QString plainActionText(const QString &text);

/// A single printable key without Ctrl, Alt or Meta at its beginning: works in lists and tickets, types in editors.
[[nodiscard]] bool startsWithPlainKey(const QKeySequence &keys);

} // namespace deskhand

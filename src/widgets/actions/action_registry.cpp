// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/action_registry.h"

#include "base/logging.h"
#include "models/settings.h"
#include "widgets/theme/theme.h"

#include <QAction>
#include <QWidget>

namespace deskhand {

namespace {

QString shortcutKey(const QString &id)
{
    return QStringLiteral("shortcuts/") + id;
}

bool overlap(ActionScopes one, ActionScopes other)
{
    return bool(one & other);
}

// "G, I" and "G" cannot both be: the shorter one would never end.
bool sameBeginning(const QKeySequence &one, const QKeySequence &other)
{
    if (one.isEmpty() || other.isEmpty())
        return false;
    const int count = qMin(one.count(), other.count());
    for (int i = 0; i < count; ++i) {
        if (one[uint(i)] != other[uint(i)])
            return false;
    }
    return true;
}

} // namespace

QString plainActionText(const QString &text)
{
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'&' && i + 1 < text.size())
            ++i;
        plain.append(text[i]);
    }
    while (plain.endsWith(u'…') || plain.endsWith(u'.'))
        plain.chop(1);
    return plain;
}

bool startsWithPlainKey(const QKeySequence &keys)
{
    if (keys.isEmpty())
        return false;
    const QKeyCombination first = keys[0];
    if (first.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    return first.key() < Qt::Key_Escape || first.key() == Qt::Key_Return || first.key() == Qt::Key_Enter;
}

ActionRegistry::ActionRegistry(const Theme &theme, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_settings(settings)
{
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(0);
    connect(&m_refresh, &QTimer::timeout, this, &ActionRegistry::refreshNow);
}

QAction *ActionRegistry::add(const ActionSpec &spec, QObject *context, std::function<void()> callback)
{
    Q_ASSERT_X(!m_entries.contains(spec.id), "ActionRegistry::add", qPrintable(spec.id));
    auto *action = new QAction(spec.text, this);
    action->setObjectName(spec.id);
    action->setCheckable(spec.checkable);
    if (!spec.icon.isEmpty())
        action->setIcon(m_theme.icon(spec.icon));
    action->setShortcutContext(spec.scope == ActionScopes(ActionScope::Everywhere) ? Qt::WindowShortcut
                                                                                   : Qt::WidgetWithChildrenShortcut);
    Entry entry{spec, action, context};
    connect(action, &QAction::triggered, context,
            [this, id = spec.id, callback = std::move(callback)] { run(id, callback); });
    connect(context, &QObject::destroyed, this, [this, id = spec.id] { remove(id); });

    const QList<QKeySequence> wanted = storedShortcuts(spec);
    if (const auto taken = collisionOf(spec, wanted)) {
        m_dropped.append(QStringLiteral("%1: %2 taken by %3").arg(spec.id, taken->keys.toString(), taken->actionId));
        qCWarning(lcGui).noquote() << "shortcut dropped:" << m_dropped.last();
    } else {
        applyShortcuts(entry, wanted);
    }
    for (const auto &[scope, widget] : std::as_const(m_bound)) {
        if (widget)
            bindEntry(entry, scope, widget);
    }
    m_entries.insert(spec.id, entry);
    m_order.append(spec.id);
    refresh();
    Q_EMIT actionsChanged();
    return action;
}

void ActionRegistry::bind(ActionScope scope, QWidget *widget)
{
    m_bound.append({scope, widget});
    for (const QString &id : std::as_const(m_order))
        bindEntry(m_entries[id], scope, widget);
}

void ActionRegistry::bindEntry(const Entry &entry, ActionScope scope, QWidget *widget)
{
    const bool everywhere = entry.spec.scope == ActionScopes(ActionScope::Everywhere);
    if (everywhere ? scope == ActionScope::Everywhere
                   : scope != ActionScope::Everywhere && overlap(entry.spec.scope, ActionScopes(scope)))
        widget->addAction(entry.action);
}

QWidget *ActionRegistry::boundWidget(ActionScope scope) const
{
    for (const auto &[bound, widget] : m_bound) {
        if (bound == scope && widget)
            return widget;
    }
    return nullptr;
}

QAction *ActionRegistry::action(const QString &id) const
{
    const auto found = m_entries.constFind(id);
    return found == m_entries.cend() ? nullptr : found->action;
}

const ActionSpec *ActionRegistry::spec(const QString &id) const
{
    const auto found = m_entries.constFind(id);
    return found == m_entries.cend() ? nullptr : &found->spec;
}

bool ActionRegistry::trigger(const QString &id)
{
    const auto found = m_entries.constFind(id);
    if (found == m_entries.cend() || (found->spec.enabledWhen && !found->spec.enabledWhen()))
        return false;
    found->action->setEnabled(true);
    found->action->trigger();
    return true;
}

void ActionRegistry::run(const QString &id, const std::function<void()> &callback)
{
    const auto found = m_entries.constFind(id);
    if (found == m_entries.cend())
        return;
    if (found->spec.enabledWhen && !found->spec.enabledWhen())
        return refreshNow();
    callback();
    Q_EMIT triggered(id);
    refresh();
}

void ActionRegistry::remove(const QString &id)
{
    const Entry entry = m_entries.take(id);
    m_order.removeAll(id);
    delete entry.action;
    Q_EMIT actionsChanged();
}

void ActionRegistry::refresh()
{
    if (!m_refresh.isActive())
        m_refresh.start();
}

void ActionRegistry::refreshNow()
{
    for (const Entry &entry : std::as_const(m_entries))
        entry.action->setEnabled(!entry.spec.enabledWhen || entry.spec.enabledWhen());
}

std::optional<ShortcutCollision> ActionRegistry::collision(const QString &id, const QList<QKeySequence> &keys) const
{
    const ActionSpec *self = spec(id);
    return self ? collisionOf(*self, keys) : std::nullopt;
}

std::optional<ShortcutCollision> ActionRegistry::collisionOf(const ActionSpec &self,
                                                             const QList<QKeySequence> &keys) const
{
    using Why = ShortcutCollision::Why;
    for (const QKeySequence &wanted : keys) {
        if (self.sends && startsWithPlainKey(wanted))
            return ShortcutCollision{Why::NeedsModifier, self.id, plainActionText(self.text), wanted};
        for (const QString &otherId : m_order) {
            const Entry &other = *m_entries.constFind(otherId);
            if (otherId == self.id || !overlap(self.scope, other.spec.scope))
                continue;
            for (const QKeySequence &taken : other.action->shortcuts()) {
                if (sameBeginning(wanted, taken))
                    return ShortcutCollision{Why::Taken, otherId, plainActionText(other.spec.text), wanted};
            }
        }
    }
    return std::nullopt;
}

std::optional<ShortcutCollision> ActionRegistry::setShortcuts(const QString &id, const QList<QKeySequence> &keys)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return std::nullopt;
    if (const auto taken = collision(id, keys))
        return taken;
    applyShortcuts(*found, keys);
    if (hasDefaultShortcuts(id))
        m_settings.setValue(shortcutKey(id), {});
    else
        m_settings.setValue(shortcutKey(id), QKeySequence::listToString(keys, QKeySequence::PortableText));
    Q_EMIT shortcutsChanged(id);
    return std::nullopt;
}

void ActionRegistry::resetShortcuts(const QString &id)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return;
    m_settings.setValue(shortcutKey(id), {});
    applyShortcuts(*found, found->spec.shortcuts);
    Q_EMIT shortcutsChanged(id);
}

void ActionRegistry::resetAllShortcuts()
{
    for (const QString &id : std::as_const(m_order))
        resetShortcuts(id);
}

bool ActionRegistry::hasDefaultShortcuts(const QString &id) const
{
    const auto found = m_entries.constFind(id);
    return found == m_entries.cend() || found->action->shortcuts() == found->spec.shortcuts;
}

void ActionRegistry::applyShortcuts(Entry &entry, const QList<QKeySequence> &keys)
{
    entry.action->setShortcuts(keys);
}

QList<QKeySequence> ActionRegistry::storedShortcuts(const ActionSpec &spec) const
{
    const QString key = shortcutKey(spec.id);
    if (!m_settings.contains(key))
        return spec.shortcuts;
    return QKeySequence::listFromString(m_settings.value(key).toString(), QKeySequence::PortableText);
}

} // namespace deskhand

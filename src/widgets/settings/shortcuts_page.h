// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/settings/settings_page.h"

class QKeySequenceEdit;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace deskhand {

class ActionRegistry;
class PlainLabel;
class Prompt;
class Theme;

/// All actions with their keys, to search, change and reset. A key that another action has is refused with its name.
class ShortcutsPage final : public SettingsPage
{
    Q_OBJECT

public:
    ShortcutsPage(const Theme &theme, ActionRegistry &registry, Prompt &prompt, QWidget *parent = nullptr);

    [[nodiscard]] QString id() const override { return QStringLiteral("shortcuts"); }
    [[nodiscard]] QString group() const override { return tr("This computer"); }
    [[nodiscard]] QString title() const override { return tr("Keyboard shortcuts"); }
    [[nodiscard]] QString icon() const override { return QStringLiteral("configure-shortcuts"); }
    [[nodiscard]] QStringList keywords() const override { return {tr("keys"), tr("hotkeys"), tr("keyboard")}; }

private:
    void build();
    void fill();
    void filter(const QString &text);
    void showCurrent();
    void assign(const QList<QKeySequence> &keys);
    void updateRow(const QString &actionId);
    [[nodiscard]] QString currentId() const;

    const Theme &m_theme;
    ActionRegistry &m_registry;
    Prompt &m_prompt;
    QLineEdit *m_search;
    QTreeWidget *m_tree;
    PlainLabel *m_name;
    PlainLabel *m_message;
    QKeySequenceEdit *m_keys;
    QPushButton *m_none;
    QPushButton *m_reset;
    QPushButton *m_resetAll;
};

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/shortcuts_page.h"

#include "base/text_folding.h"
#include "widgets/actions/action_registry.h"
#include "widgets/plain_label.h"
#include "widgets/prompt.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace deskhand {

namespace {
constexpr int actionIdRole = Qt::UserRole + 1;
}

ShortcutsPage::ShortcutsPage(const Theme &theme, ActionRegistry &registry, Prompt &prompt, QWidget *parent)
    : SettingsPage(parent)
    , m_theme(theme)
    , m_registry(registry)
    , m_prompt(prompt)
    , m_search(new QLineEdit(this))
    , m_tree(new QTreeWidget(this))
    , m_name(new PlainLabel(this))
    , m_message(new PlainLabel(this))
    , m_keys(new QKeySequenceEdit(this))
    , m_none(new QPushButton(tr("No key"), this))
    , m_reset(new QPushButton(tr("Default"), this))
    , m_resetAll(new QPushButton(tr("Reset all…"), this))
{
    build();
    fill();
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutsPage::filter);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &ShortcutsPage::showCurrent);
    connect(m_keys, &QKeySequenceEdit::editingFinished, this, [this] {
        if (!m_keys->keySequence().isEmpty())
            assign({m_keys->keySequence()});
    });
    connect(m_none, &QPushButton::clicked, this, [this] { assign({}); });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        if (const ActionSpec *spec = m_registry.spec(currentId()))
            assign(spec->shortcuts);
    });
    connect(m_resetAll, &QPushButton::clicked, this, [this] {
        const Question question{tr("Reset all shortcuts"),
                                tr("Give every action its default keys again?"),
                                tr("The keys that you chose are forgotten."),
                                {tr("Reset all")}};
        m_prompt.ask(this, question, [this](int answer) {
            if (answer == 0)
                m_registry.resetAllShortcuts();
        });
    });
    connect(&registry, &ActionRegistry::shortcutsChanged, this, &ShortcutsPage::updateRow);
    connect(&registry, &ActionRegistry::actionsChanged, this, &ShortcutsPage::fill, Qt::QueuedConnection);
}

void ShortcutsPage::build()
{
    m_search->setObjectName(QStringLiteral("shortcutSearchLineEdit"));
    m_search->setAccessibleName(tr("Search actions or keys"));
    m_search->setPlaceholderText(tr("Search actions or keys"));
    m_search->setClearButtonEnabled(true);
    m_tree->setObjectName(QStringLiteral("shortcutTreeWidget"));
    m_tree->setAccessibleName(tr("Actions"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderLabels({tr("Action"), tr("Keys")});
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::Fixed);
    m_tree->header()->resizeSection(1, 180);
    m_tree->setUniformRowHeights(true);
    m_tree->setMinimumHeight(200);
    m_name->setObjectName(QStringLiteral("shortcutActionLabel"));
    m_name->setElideMode(Qt::ElideRight);
    m_message->setObjectName(QStringLiteral("shortcutMessageLabel"));
    m_message->setStyleOf(m_theme, TextStyle::Body, Token::Danger);
    m_message->setWordWrap(true);
    m_keys->setObjectName(QStringLiteral("shortcutKeySequenceEdit"));
    m_keys->setAccessibleName(tr("New keys"));
    m_keys->setFixedWidth(180);
    m_none->setObjectName(QStringLiteral("shortcutNoneButton"));
    m_reset->setObjectName(QStringLiteral("shortcutResetButton"));
    m_resetAll->setObjectName(QStringLiteral("shortcutResetAllButton"));
    for (QPushButton *button : {m_none, m_reset, m_resetAll})
        button->setAutoDefault(false);

    auto *top = new QHBoxLayout;
    top->addWidget(m_search, 1);
    top->addWidget(m_resetAll);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_name, 1);
    bottom->addWidget(m_keys);
    bottom->addWidget(m_none);
    bottom->addWidget(m_reset);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(top);
    layout->addWidget(m_tree, 1);
    layout->addLayout(bottom);
    layout->addWidget(m_message);
}

void ShortcutsPage::fill()
{
    const QString current = currentId();
    m_tree->clear();
    QHash<QString, QTreeWidgetItem *> groups;
    for (const QString &id : m_registry.ids()) {
        const ActionSpec *spec = m_registry.spec(id);
        QTreeWidgetItem *&group = groups[spec->category];
        if (!group) {
            group = new QTreeWidgetItem(m_tree, {spec->category});
            group->setFlags(Qt::ItemIsEnabled);
            group->setFont(0, m_theme.font(TextStyle::Strong));
            group->setExpanded(true);
        }
        auto *item = new QTreeWidgetItem(group, {plainActionText(m_registry.action(id)->text())});
        item->setData(0, actionIdRole, id);
        updateRow(id);
        if (id == current)
            m_tree->setCurrentItem(item);
    }
    filter(m_search->text());
    showCurrent();
}

void ShortcutsPage::updateRow(const QString &actionId)
{
    for (int g = 0; g < m_tree->topLevelItemCount(); ++g) {
        QTreeWidgetItem *group = m_tree->topLevelItem(g);
        for (int i = 0; i < group->childCount(); ++i) {
            QTreeWidgetItem *item = group->child(i);
            if (item->data(0, actionIdRole).toString() != actionId)
                continue;
            item->setText(
                1, QKeySequence::listToString(m_registry.action(actionId)->shortcuts(), QKeySequence::NativeText));
            QFont font = m_theme.font(m_registry.hasDefaultShortcuts(actionId) ? TextStyle::Body : TextStyle::Strong);
            item->setFont(1, font);
        }
    }
    if (actionId == currentId())
        showCurrent();
}

void ShortcutsPage::filter(const QString &text)
{
    const QString wanted = foldText(text).trimmed();
    for (int g = 0; g < m_tree->topLevelItemCount(); ++g) {
        QTreeWidgetItem *group = m_tree->topLevelItem(g);
        int shown = 0;
        for (int i = 0; i < group->childCount(); ++i) {
            QTreeWidgetItem *item = group->child(i);
            const QString all = foldText(group->text(0) + u' ' + item->text(0) + u' ' + item->text(1));
            item->setHidden(!all.contains(wanted));
            shown += item->isHidden() ? 0 : 1;
        }
        group->setHidden(shown == 0);
    }
}

QString ShortcutsPage::currentId() const
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    return item ? item->data(0, actionIdRole).toString() : QString();
}

void ShortcutsPage::showCurrent()
{
    const QAction *action = m_registry.action(currentId());
    for (QWidget *control : std::initializer_list<QWidget *>{m_keys, m_none, m_reset})
        control->setEnabled(action != nullptr);
    m_message->clear();
    m_name->setText(action ? plainActionText(action->text()) : tr("Choose an action to change its keys"));
    const QList<QKeySequence> keys = action ? action->shortcuts() : QList<QKeySequence>();
    m_keys->setKeySequence(keys.isEmpty() ? QKeySequence() : keys.first());
    m_none->setEnabled(!keys.isEmpty());
    m_reset->setEnabled(action && !m_registry.hasDefaultShortcuts(currentId()));
}

void ShortcutsPage::assign(const QList<QKeySequence> &keys)
{
    const QString id = currentId();
    const auto taken = m_registry.setShortcuts(id, keys);
    if (!taken)
        return;
    const QString shown = taken->keys.toString(QKeySequence::NativeText);
    showCurrent();
    if (taken->why == ShortcutCollision::Why::NeedsModifier)
        m_message->setText(tr("%1 sends something, so one key alone may not do it. Add Ctrl or Alt to %2.")
                               .arg(taken->actionText, shown));
    else
        m_message->setText(
            tr("%1 already belongs to “%2”. Give that one another key first.").arg(shown, taken->actionText));
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/composer/rich_edit.h"

#include <QWidget>

class QToolButton;

namespace deskhand {

class ActionRegistry;
class Prompt;

/// The buttons for formats of one editor.
class FormatBar final : public QWidget
{
    Q_OBJECT

public:
    FormatBar(RichEdit &editor, const Theme &theme, Prompt &prompt, QWidget *parent = nullptr);

    /// Asks where the link goes and sets it.
    void editLink();
    /// Adds the formats to the registry as actions with shortcuts, for the scope of composers.
    void addActions(ActionRegistry &actions, const std::function<bool()> &enabledWhen);

Q_SIGNALS:
    void attachRequested();

private:
    struct Entry {
        RichEdit::Style style;
        QString id;
        QString text;
        QString icon;
        QKeySequence keys;
    };

    [[nodiscard]] static QVector<Entry> entries();
    QToolButton *addButton(const QString &objectName, const QString &text, const QString &icon);
    void showStyles();

    RichEdit &m_editor;
    const Theme &m_theme;
    Prompt &m_prompt;
    QVector<QToolButton *> m_styleButtons;
};

} // namespace deskhand

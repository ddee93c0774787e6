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

    /// The whole bar; in less room the formats that are used least give way first, and are reached by their keys.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void attachRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

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
    [[nodiscard]] int widthOf(qsizetype buttons) const;

    RichEdit &m_editor;
    const Theme &m_theme;
    Prompt &m_prompt;
    QVector<QToolButton *> m_styleButtons;
    QVector<QToolButton *> m_byUse; ///< every button, the most used first
};

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QVector>

class QAbstractItemModel;
class QCompleter;
class QLineEdit;
class QModelIndex;

namespace deskhand {

class ChipButton;
class FlowLayout;
class Theme;

/// What stands on one chip. Text from outside.
struct Chip {
    QString text;
    QString toolTip; ///< plain
    bool warning = false;
    bool operator==(const Chip &) const = default;
};

/// A line in which things are collected as chips: recipients, tags. What is typed becomes a chip by Enter, comma,
/// semicolon, leaving the line, or by choosing a completion; Backspace at the beginning takes the last one away. Holds
/// no rule of what may be a chip: says what was typed and shows what it is given.
class ChipEdit final : public QFrame
{
    Q_OBJECT

public:
    explicit ChipEdit(const Theme &theme, QWidget *parent = nullptr);

    void setChips(const QVector<Chip> &chips);
    void setPlaceholder(const QString &text);
    void setAccessibleTexts(const QString &name);
    /// Rows of this model are offered while typing; showCompletions() when they are there. Not owned.
    void setCompletions(QAbstractItemModel *model);
    void showCompletions();
    [[nodiscard]] QLineEdit *input() const { return m_input; }
    /// Makes a chip of what is typed and not yet one.
    void commit();

Q_SIGNALS:
    void edited(const QString &text);
    void entered(const QString &text);
    void completionChosen(const QModelIndex &row);
    void removeRequested(int index);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void updatePlaceholder();
    void fitHeight();

    const Theme &m_theme;
    FlowLayout *m_flow;
    QLineEdit *m_input;
    QCompleter *m_completer = nullptr;
    QVector<Chip> m_chips;
    QVector<ChipButton *> m_buttons;
    QString m_placeholder;
    bool m_choosing = false;
};

} // namespace deskhand

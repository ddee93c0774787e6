// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QIcon>
#include <QVector>

class QListWidget;

namespace deskhand {

class PlainLabel;
class Theme;

/// The plate below a ConditionEdit: what could be typed, and what is wrong. Takes no keyboard; the line edit drives it.
class CompletionPopup final : public QFrame
{
    Q_OBJECT

public:
    struct Entry {
        QString text;   ///< plain
        QString detail; ///< plain, muted, at the right
        QIcon icon;
    };

    CompletionPopup(const Theme &theme, QWidget *window);

    /// Shows itself below `edit`; hides itself when there is nothing to show.
    void present(QWidget *edit, const QVector<Entry> &entries, const QString &problem);
    [[nodiscard]] int count() const;
    [[nodiscard]] int currentRow() const; ///< -1: none is chosen
    void setCurrentRow(int row);
    [[nodiscard]] QStringList texts() const;

Q_SIGNALS:
    void picked(int row);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QListWidget *m_list;
    PlainLabel *m_problem;
};

} // namespace deskhand

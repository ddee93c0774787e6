// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/palette_model.h"

#include <QPointer>
#include <QWidget>

class QLineEdit;
class QListView;

namespace deskhand {

class PlainLabel;
class Theme;

/// Floats over the upper middle of its parent window: type, choose with the arrows, Enter does it, Escape goes back to
/// where the keyboard was.
class CommandPalette final : public QWidget
{
    Q_OBJECT

public:
    CommandPalette(const Theme &theme, Settings &settings, QWidget *window);

    /// Does not take ownership.
    void addSource(PaletteSource *source) { m_model->addSource(source); }

    void open(const QString &text = {});
    void close();
    [[nodiscard]] PaletteModel *model() const { return m_model; }

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void place();
    void showResults();
    void move(int step);
    void runCurrent();

    const Theme &m_theme;
    PaletteModel *m_model;
    QLineEdit *m_input;
    QListView *m_list;
    PlainLabel *m_empty;
    PlainLabel *m_hint;
    QPointer<QWidget> m_focusBefore;
    int m_rowsHeight = 0;
    QString m_chosenKey; // the row that the person moved to; empty: follow the best one
};

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QAbstractButton>

namespace deskhand {

/// A theme to choose: a small picture of the window in its colours, and its name. Belongs into a button group.
class ThemeTile final : public QAbstractButton
{
    Q_OBJECT

public:
    ThemeTile(const Theme &theme, ThemeChoice choice, const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] ThemeChoice choice() const { return m_choice; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    ThemeChoice m_choice;
};

} // namespace deskhand

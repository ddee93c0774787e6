// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace deskhand {

class Theme;

/// The heading of a part that folds: a chevron, a title and a number.
class SectionButton final : public QAbstractButton
{
    Q_OBJECT

public:
    SectionButton(const Theme &theme, const QString &title, QWidget *parent = nullptr);

    void setCount(int count);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    int m_count = -1;
};

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace deskhand {

class Theme;

/// A button that looks like the empty line it opens: "Reply to Sarah Lind…".
class PromptLine final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit PromptLine(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace deskhand

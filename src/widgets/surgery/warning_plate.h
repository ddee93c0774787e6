// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plain_label.h"

namespace deskhand {

/// Sentences that somebody should have read before they go on, on a plate of their own.
class WarningPlate final : public PlainLabel
{
    Q_OBJECT

public:
    explicit WarningPlate(const Theme &theme, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace deskhand

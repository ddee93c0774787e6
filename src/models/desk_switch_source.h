// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/palette_source.h"

#include <functional>

namespace deskhand {

class SavedDesks;

/// The person's desks in the command palette.
class DeskSwitchSource final : public PaletteSource
{
    Q_OBJECT

public:
    /// `desks` outlives it; `open` is called with a desk's id.
    DeskSwitchSource(const SavedDesks &desks, std::function<void(const QString &id)> open, QObject *parent);

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    void query(const QString &text, int limit) override;

private:
    const SavedDesks &m_desks;
    std::function<void(const QString &id)> m_open;
};

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/palette_source.h"

namespace deskhand {

class ActionRegistry;

/// The actions of the registry that are possible now, for the palette.
class ActionSource final : public PaletteSource
{
    Q_OBJECT

public:
    explicit ActionSource(ActionRegistry &registry, QObject *parent = nullptr);

    [[nodiscard]] QString id() const override { return QStringLiteral("action"); }
    [[nodiscard]] QString title() const override { return tr("Actions"); }
    [[nodiscard]] QChar prefix() const override { return u'>'; }
    void query(const QString &text, int limit) override;

private:
    ActionRegistry &m_registry;
};

} // namespace deskhand

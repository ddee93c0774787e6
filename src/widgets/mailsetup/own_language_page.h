// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/own_language.h"
#include "widgets/area_context.h"
#include "widgets/settings/settings_page.h"

class QComboBox;

namespace deskhand {

class ErrorBanner;
class PlainLabel;

/// In which language the desk writes to the person at work.
class OwnLanguagePage final : public SettingsPage
{
    Q_OBJECT

public:
    /// Desk and catalog outlive it.
    OwnLanguagePage(const AreaContext &context, Desk &desk, const CatalogHolder &catalog, QWidget *parent = nullptr);

    [[nodiscard]] QString id() const override { return QStringLiteral("language"); }
    [[nodiscard]] QString group() const override;
    [[nodiscard]] QString title() const override { return tr("My language"); }
    [[nodiscard]] QString icon() const override { return QStringLiteral("set-language"); }
    [[nodiscard]] QStringList keywords() const override;

private:
    void load();

    OwnLanguage m_language;
    ErrorBanner *m_banner;
    QComboBox *m_box;
    PlainLabel *m_saved;
};

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/deskhand/mail_access_here.h"
#include "models/mail_overview.h"
#include "widgets/area_context.h"

#include <QPointer>
#include <QVector>

namespace deskhand {

class MailTextsPage;
class SettingsPage;
class SettingsWindow;

/// The pages of the settings that are about mail, and the actions that open them, while a desk is open. Desk and
/// catalog outlive it; the settings window may die before.
class MailSetupPages final : public QObject
{
    Q_OBJECT

public:
    /// `keyFolder`, `savedSecrets`: see MailAccessHere.
    MailSetupPages(const AreaContext &context, Desk &desk, const CatalogHolder &catalog, const QString &keyFolder,
                   MailAccessHere::SavedSecrets savedSecrets);
    ~MailSetupPages() override;

    void addTo(SettingsWindow *window);

private:
    void addActions();

    AreaContext m_context;
    MailOverview m_overview;
    MailAccessHere m_access;
    QPointer<SettingsWindow> m_window;
    QVector<QPointer<SettingsPage>> m_pages;
    QPointer<MailTextsPage> m_texts;
};

} // namespace deskhand

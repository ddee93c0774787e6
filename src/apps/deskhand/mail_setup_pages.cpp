// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/mail_setup_pages.h"

#include "mail/transport/mail_transport_factory.h"
#include "models/navigator.h"
#include "widgets/actions/action_registry.h"
#include "widgets/mailsetup/mail_page.h"
#include "widgets/mailsetup/mail_texts_page.h"
#include "widgets/mailsetup/mailboxes_page.h"
#include "widgets/mailsetup/own_language_page.h"
#include "widgets/mailsetup/queue_mail_page.h"
#include "widgets/settings/settings_window.h"

namespace deskhand {

MailSetupPages::MailSetupPages(const AreaContext &context, Desk &desk, const CatalogHolder &catalog,
                               const QString &keyFolder, MailAccessHere::SavedSecrets savedSecrets)
    : m_context(context)
    , m_overview(desk, catalog)
    , m_access(makeMailTransport(), keyFolder, std::move(savedSecrets),
               [this] { return m_overview.setup().settings.sealKey; })
{
    addActions();
}

MailSetupPages::~MailSetupPages()
{
    for (const QPointer<SettingsPage> &page : std::as_const(m_pages)) {
        if (m_window && page)
            m_window->removePage(page);
    }
}

void MailSetupPages::addTo(SettingsWindow *window)
{
    m_window = window;
    m_texts = new MailTextsPage(m_context, m_overview);
    m_pages = {new MailboxesPage(m_context, m_overview, m_access, systemUrlOpener()), m_texts.data(),
               new QueueMailPage(m_context, m_overview), new MailPage(m_context, m_overview),
               new OwnLanguagePage(m_context, m_overview.desk(), m_overview.catalog())};
    for (const QPointer<SettingsPage> &page : std::as_const(m_pages))
        window->addPage(page);
    m_overview.refresh();
}

void MailSetupPages::addActions()
{
    const auto add = [this](const char *id, const QString &text, const QString &icon, const QString &pageId) {
        m_context.actions.add({.id = QLatin1String(id),
                               .text = text,
                               .category = tr("Mail"),
                               .icon = icon,
                               .menu = ActionMenu::Desk,
                               .menuGroup = 20},
                              this, [this, pageId] { m_context.navigator.showSettings(pageId); });
    };
    add("mail.mailboxes", tr("Mail&boxes…"), QStringLiteral("mail-folder-inbox"), QStringLiteral("mailboxes"));
    add("mail.texts", tr("&Texts and signatures…"), QStringLiteral("note"), QStringLiteral("mail-texts"));
    m_context.actions.add({.id = QStringLiteral("mail.signature"),
                           .text = tr("My si&gnature…"),
                           .category = tr("Mail"),
                           .icon = QStringLiteral("user"),
                           .menu = ActionMenu::Desk,
                           .menuGroup = 20},
                          this, [this] {
                              m_context.navigator.showSettings(QStringLiteral("mail-texts"));
                              if (m_texts)
                                  m_texts->editOwnSignature();
                          });
    add("mail.language", tr("My &language…"), QStringLiteral("set-language"), QStringLiteral("language"));
}

} // namespace deskhand

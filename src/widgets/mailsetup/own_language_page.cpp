// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mailsetup/own_language_page.h"

#include "widgets/frame/error_banner.h"
#include "widgets/mailsetup/mail_page.h"
#include "widgets/plain_label.h"
#include "widgets/settings/settings_form.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace deskhand {

OwnLanguagePage::OwnLanguagePage(const AreaContext &context, Desk &desk, const CatalogHolder &catalog, QWidget *parent)
    : SettingsPage(parent)
    , m_language(desk, catalog)
    , m_banner(new ErrorBanner(context.theme, this))
    , m_box(new QComboBox)
    , m_saved(new PlainLabel(tr("Saved."), this))
{
    setObjectName(QStringLiteral("ownLanguagePage"));
    m_box->setObjectName(QStringLiteral("ownLanguageComboBox"));
    m_saved->setObjectName(QStringLiteral("ownLanguageSavedLabel"));
    m_saved->setStyleOf(context.theme, TextStyle::Small, Token::Success);
    m_saved->hide();
    auto *form = new SettingsForm(context.theme, this);
    form->addRow(tr("Language of my reports"), m_box,
                 tr("Reports that are mailed to you come in this language, with its numbers and dates. The desk keeps "
                    "it with your name, so it holds on every computer."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, metrics::small, 0);
    layout->setSpacing(metrics::medium);
    layout->addWidget(m_banner);
    layout->addWidget(form);
    layout->addWidget(m_saved);
    layout->addStretch(1);
    connect(m_box, &QComboBox::activated, this, [this] {
        m_saved->hide();
        m_language.choose(m_box->currentData().toString());
    });
    connect(&m_language, &OwnLanguage::changed, this, &OwnLanguagePage::load);
    connect(&m_language, &OwnLanguage::saved, this, [this] {
        m_banner->hide();
        m_saved->show();
    });
    connect(&m_language, &OwnLanguage::failed, this, [this](const Error &error) {
        m_saved->hide();
        m_banner->showError(tr("It was not saved."), error);
    });
    load();
}

QString OwnLanguagePage::group() const
{
    return MailPage::tr("Mail");
}

QStringList OwnLanguagePage::keywords() const
{
    return {tr("language"), tr("reports"), tr("German"), tr("English")};
}

void OwnLanguagePage::load()
{
    const QSignalBlocker blocker(m_box);
    m_box->clear();
    for (const QString &code : m_language.offered())
        m_box->addItem(OwnLanguage::name(code), code);
    m_box->setCurrentIndex(std::max(0, m_box->findData(m_language.language())));
    m_box->setEnabled(m_language.isKnown());
}

} // namespace deskhand

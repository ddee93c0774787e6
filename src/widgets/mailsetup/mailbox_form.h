// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mailbox_presenter.h"
#include "widgets/area_context.h"
#include "widgets/thread/link_opener.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace deskhand {

class CollapsibleSection;
class MailServerFields;
class MailTestPanel;
class PlainLabel;
class SettingsForm;

/// Everything that can be said of a mailbox, in groups. Shows what the presenter has and tells it what is entered.
class MailboxForm final : public QWidget
{
    Q_OBJECT

public:
    /// All outlive it.
    MailboxForm(const AreaContext &context, const MailOverview &overview, MailboxPresenter &presenter,
                UrlOpener browser, QWidget *parent = nullptr);

    /// Shows the presenter's mailbox from the beginning.
    void load();
    void focusFirst();

Q_SIGNALS:
    /// This part of the form has something to say.
    void attentionWanted(QWidget *part);

private:
    void buildWho();
    void buildReceiving();
    void buildSending();
    void buildSignIn();
    void buildAfterwards();
    void buildAdvanced();
    void addAuthorities(SettingsForm *form, QLineEdit *edit, const QString &label, const QString &objectName);
    void connectFields();
    void fillQueues();
    void loadSecrets();
    void showProtocol();
    void loadAfterwards(const Mailbox &mailbox);
    void take();
    void updateRows();
    void showSignIn();

    AreaContext m_context;
    const MailOverview &m_overview;
    MailboxPresenter &m_presenter;
    UrlOpener m_browser;
    bool m_loading = false;

    SettingsForm *m_form;
    QLineEdit *m_name;
    QLineEdit *m_address;
    QLineEdit *m_aliases;
    QComboBox *m_queue;

    QComboBox *m_protocol;
    MailServerFields *m_incoming = nullptr;
    QLineEdit *m_folder;
    MailTestPanel *m_testReceiving;

    QComboBox *m_after;
    QLineEdit *m_moveTo;
    QComboBox *m_first;

    QCheckBox *m_sends;
    QCheckBox *m_shares;
    MailServerFields *m_outgoing = nullptr;
    MailTestPanel *m_testSending;

    QLineEdit *m_clientId;
    QLineEdit *m_clientSecret;
    QLineEdit *m_authorizeUrl;
    QLineEdit *m_tokenUrl;
    QLineEdit *m_scope;
    QPushButton *m_signIn;
    PlainLabel *m_signInState;

    CollapsibleSection *m_advanced;
    SettingsForm *m_advancedForm;
    QCheckBox *m_idle;
    QSpinBox *m_poll;
    QSpinBox *m_largest;
    QLineEdit *m_authserv;
    QLineEdit *m_incomingCa;
    QLineEdit *m_outgoingCa;
    QCheckBox *m_bounceTokens;
};

} // namespace deskhand

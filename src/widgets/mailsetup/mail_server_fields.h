// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/mail_access.h"

#include <QObject>

class QComboBox;
class QLineEdit;
class QWidget;

namespace deskhand {

class SettingsForm;

/// The fields of one server of a mailbox in a form. The form owns the widgets and is the parent of this.
class MailServerFields final : public QObject
{
    Q_OBJECT

public:
    MailServerFields(MailHalf half, SettingsForm *form);

    void setServer(const MailServer &server, MailProtocol protocol);
    /// The CA file is not here.
    [[nodiscard]] MailServer server(const MailServer &before) const;
    /// Another protocol has another usual port.
    void setProtocol(MailProtocol protocol);
    void focusPassword();
    void setPasswordSaved(bool saved);
    void clearPassword();

    void setVisible(bool visible);
    /// Only of a half that is visible: it signs in by itself, and not as the other half does.
    void setOwnSignIn(bool own);

Q_SIGNALS:
    void edited();
    void passwordTyped(const QString &password);

private:
    void updateRows();

    MailHalf m_half;
    SettingsForm *m_form;
    QWidget *m_place;
    QLineEdit *m_host;
    QLineEdit *m_port;
    QComboBox *m_encryption;
    QComboBox *m_signIn;
    QLineEdit *m_user;
    QLineEdit *m_password;
    MailProtocol m_protocol = MailProtocol::None;
    bool m_visible = true;
    bool m_ownSignIn = true;
    bool m_loading = false;
};

/// The item with this value, of boxes whose data are numbers of an enumeration.
void chooseValue(QComboBox *box, int value);
[[nodiscard]] int chosenValue(const QComboBox *box);

} // namespace deskhand

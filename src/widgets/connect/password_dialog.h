// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/saved_desks.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;

namespace deskhand {

class Theme;

/// Asks for the password of a desk on a server. The password goes to whoever hears the signal; closing the dialog
/// otherwise is rejected().
class PasswordDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `why`: why it is asked; empty: the server wants one.
    PasswordDialog(const Theme &theme, const SavedDesk &desk, const QString &why, QWidget *parent);

Q_SIGNALS:
    void given(const QString &password, bool keep);

private:
    void accept() override;

    QLineEdit *m_password;
    QCheckBox *m_keep;
};

} // namespace deskhand

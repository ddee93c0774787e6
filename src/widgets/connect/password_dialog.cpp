// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/connect/password_dialog.h"

#include "widgets/plain_label.h"
#include "widgets/theme/theme.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace deskhand {

PasswordDialog::PasswordDialog(const Theme &theme, const SavedDesk &desk, const QString &why, QWidget *parent)
    : QDialog(parent)
    , m_password(new QLineEdit(this))
    , m_keep(new QCheckBox(tr("Keep it in this computer's &keychain"), this))
{
    setObjectName(QStringLiteral("passwordDialog"));
    setWindowTitle(tr("Password"));
    auto *title =
        new PlainLabel(tr("Password for “%1”").arg(desk.name.isEmpty() ? desk.server.database : desk.name), this);
    title->setStyleOf(theme, TextStyle::Heading);
    title->setWordWrap(true);
    auto *place = new PlainLabel(desk.placeText(), this);
    place->setStyleOf(theme, TextStyle::Small, Token::TextMuted);
    place->setElideMode(Qt::ElideMiddle);
    auto *reason = new PlainLabel(why, this);
    reason->setObjectName(QStringLiteral("passwordReasonLabel"));
    reason->setStyleOf(theme, TextStyle::Body, Token::Danger);
    reason->setWordWrap(true);
    reason->setVisible(!why.isEmpty());
    m_password->setObjectName(QStringLiteral("passwordLineEdit"));
    m_password->setAccessibleName(title->text());
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMaxLength(1000);
    m_keep->setObjectName(QStringLiteral("keepCheckBox"));
    m_keep->setChecked(desk.keepsPassword);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("cancelPushButton"));
    cancel->setAutoDefault(false);
    auto *open = new QPushButton(tr("&Open"), this);
    open->setObjectName(QStringLiteral("openPushButton"));
    open->setProperty("primary", true);
    open->setDefault(true);
    open->setEnabled(false);
    connect(m_password, &QLineEdit::textChanged, open,
            [open](const QString &text) { open->setEnabled(!text.isEmpty()); });
    connect(open, &QPushButton::clicked, this, &PasswordDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::small);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(open);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(metrics::small);
    for (QWidget *widget :
         {static_cast<QWidget *>(title), static_cast<QWidget *>(place), static_cast<QWidget *>(reason),
          static_cast<QWidget *>(m_password), static_cast<QWidget *>(m_keep)})
        layout->addWidget(widget);
    layout->addSpacing(metrics::small);
    layout->addLayout(buttons);
    setFixedWidth(400);
    m_password->setFocus();
}

void PasswordDialog::accept()
{
    if (m_password->text().isEmpty())
        return;
    Q_EMIT given(m_password->text(), m_keep->isChecked());
    QDialog::accept();
}

} // namespace deskhand

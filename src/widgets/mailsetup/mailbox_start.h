// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/mail_provider.h"

#include <QWidget>

class QLineEdit;

namespace deskhand {

class ChoiceCard;
class PlainLabel;
class Theme;

/// The first step of a new mailbox: its address and who runs it, from which the servers follow.
class MailboxStart final : public QWidget
{
    Q_OBJECT

public:
    explicit MailboxStart(const Theme &theme, QWidget *parent = nullptr);

    void begin();
    [[nodiscard]] QString address() const;
    [[nodiscard]] QString name() const;

Q_SIGNALS:
    /// The address is there and somebody was chosen.
    void chosen(deskhand::MailProvider provider);

private:
    ChoiceCard *addCard(MailProvider provider, const QString &objectName, const QString &icon, const QString &title,
                        const QString &sentence);
    void choose(MailProvider provider);
    void guess();

    const Theme &m_theme;
    QLineEdit *m_address;
    QLineEdit *m_name;
    PlainLabel *m_hint;
};

} // namespace deskhand

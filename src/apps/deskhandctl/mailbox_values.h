// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/deskhandctl/arguments.h"
#include "domain/catalog.h"
#include "domain/mailbox.h"

#include <QJsonObject>

#include <array>

namespace deskhand::ctl {

/// Flags and options that describe a mailbox, for Arguments.
[[nodiscard]] QStringList mailboxFlags();
[[nodiscard]] QStringList mailboxOptions();
/// What a person has to know of them, for the usage.
[[nodiscard]] QString mailboxUsage();

/// Puts what was given into `mailbox` and leaves the rest. Prints what is wrong.
bool readMailbox(Arguments &arguments, const Catalog &catalog, Mailbox *mailbox);

[[nodiscard]] QJsonObject mailboxToJson(const Mailbox &mailbox, const QVector<MailSecret> &secrets);
/// "incoming-password", "outgoing-password", "refresh-token", "client-secret".
[[nodiscard]] QString mailSecretName(MailSecret secret);
inline constexpr std::array<MailSecret, 4> allMailSecrets{MailSecret::IncomingPassword, MailSecret::OutgoingPassword,
                                                          MailSecret::RefreshToken, MailSecret::ClientSecret};

} // namespace deskhand::ctl

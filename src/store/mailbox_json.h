// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/mailbox.h"

#include <QByteArray>

namespace deskhand {

/// Column mailbox.settings: what of a mailbox has no column of its own.
[[nodiscard]] QByteArray mailboxToJson(const Mailbox &mailbox);
/// What is missing stays as it is in `mailbox`.
void mailboxFromJson(const QByteArray &json, Mailbox *mailbox);

/// The key of the desk's settings for mail in desk_setting, and its value.
[[nodiscard]] QString mailSettingsKey();
[[nodiscard]] QByteArray mailSettingsToJson(const MailSettings &settings);
[[nodiscard]] MailSettings mailSettingsFromJson(const QByteArray &json);

} // namespace deskhand

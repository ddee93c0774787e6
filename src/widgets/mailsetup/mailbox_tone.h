// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mailbox_words.h"
#include "widgets/theme/tokens.h"

namespace deskhand {

/// Shape and colour of how a mailbox is doing; the words stand beside them.
[[nodiscard]] inline QString healthIcon(MailboxHealth::Kind kind)
{
    switch (kind) {
    case MailboxHealth::Kind::Healthy: return QStringLiteral("checkmark");
    case MailboxHealth::Kind::Starting: return QStringLiteral("clock");
    case MailboxHealth::Kind::Paused: return QStringLiteral("dialog-information");
    case MailboxHealth::Kind::Failing: return QStringLiteral("dialog-error");
    case MailboxHealth::Kind::SendsOnly: return QStringLiteral("mail-send");
    case MailboxHealth::Kind::Inactive: break;
    }
    return QStringLiteral("view-hidden");
}

[[nodiscard]] inline Token healthTone(MailboxHealth::Kind kind)
{
    switch (kind) {
    case MailboxHealth::Kind::Healthy: return Token::Success;
    case MailboxHealth::Kind::Failing: return Token::Danger;
    case MailboxHealth::Kind::Paused: return Token::Warning;
    case MailboxHealth::Kind::Starting:
    case MailboxHealth::Kind::SendsOnly:
    case MailboxHealth::Kind::Inactive: break;
    }
    return Token::TextMuted;
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "operations/command.h"

#include <QByteArray>

namespace deskhand {

/// A mail that waits for a person's decision, as it is kept beside its raw bytes: everything but those and the bytes of
/// its attachments, which are read from the raw mail again.
[[nodiscard]] QByteArray acceptMailToJson(const AcceptMail &mail);
/// Errors: Corrupt.
[[nodiscard]] Result<AcceptMail> acceptMailFromJson(const QByteArray &json);

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/mail_codec.h"

#include <memory>

namespace deskhand::test {

/// Mail as lines of "Name: value", an empty line and a text, for tests that are not about MIME: From, To, Subject,
/// Message-ID and In-Reply-To, addresses without names.
[[nodiscard]] std::shared_ptr<const MailCodec> plainCodec();

} // namespace deskhand::test

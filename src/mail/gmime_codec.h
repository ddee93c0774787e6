// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/mail_codec.h"

#include <memory>

namespace deskhand {

/// The codec of this program: mail/mail_writer.h, and mail/mime_parser.h (GMime) with mail/mail_article.h. One is
/// enough for a whole process.
[[nodiscard]] std::shared_ptr<const MailCodec> makeMailCodec();

} // namespace deskhand

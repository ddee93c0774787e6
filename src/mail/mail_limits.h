// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace deskhand {

/// What a mail may cost us. Beyond a limit the rest is left out of what was understood, a defect says so,
/// and the raw mail, which is stored first and whole, still has it.
struct MailLimits {
    qsizetype headerBlock = 256 * 1024;    ///< bytes of the header block that are looked at
    int headers = 1000;                    ///< header fields a block
    int addresses = 1000;                  ///< addresses a header field
    int references = 200;                  ///< ids in References, the newest are kept
    int parts = 1000;                      ///< MIME parts
    int depth = 50;                        ///< nested multiparts
    qsizetype text = 4 * 1024 * 1024;      ///< characters of text, and of HTML, that are kept
    qsizetype subject = 2000;              ///< characters
    qsizetype unpacked = 64 * 1024 * 1024; ///< bytes that containers (winmail.dat, uuencode) may unpack to
    int unpackedParts = 200;
};

} // namespace deskhand

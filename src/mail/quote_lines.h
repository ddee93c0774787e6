// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

#include <cstdint>

namespace deskhand {

/// What a line of a mail's plain text is, judged by itself.
enum class LineKind : std::uint8_t {
    Empty,
    Delimiter,   ///< only rule characters: "--", "____", "****"
    Signature,   ///< "Sent from my iPhone" in the languages that were seen
    Attribution, ///< says that somebody's mail follows: "On … wrote:", "-----Original Message-----"
    Forward,     ///< says that a forwarded mail follows
    Header,      ///< "From: …", "Gesendet: …"
    Quote,       ///< begins with ">"
    Text,
};

[[nodiscard]] LineKind classifyLine(QStringView line);

/// Whether an attribution that is broken over lines begins at `index`: how many lines it has, or 0.
/// ("On Mon, Feb 1, 2016 at 6:32 PM, Jeff Atwood <info@x.org>\nwrote:")
[[nodiscard]] int splitAttributionLength(const QStringList &lines, qsizetype index);

} // namespace deskhand

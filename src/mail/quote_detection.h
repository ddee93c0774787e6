// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

#include <cstdint>

namespace deskhand {

enum class PartKind : std::uint8_t {
    Reply,
    Quote,   ///< a mail that is being answered
    Forward, ///< a mail that was passed on: folded only when the view has shown that it is there
    Signature,
};

/// A run of whole lines of a text.
struct TextPart {
    PartKind kind = PartKind::Reply;
    qsizetype start = 0; ///< character
    qsizetype length = 0;

    bool operator==(const TextPart &) const = default;
};

/// Splits the plain text of a mail ("\n" line ends) into what was written now, what is quoted, and the signature.
/// The parts are in order, do not overlap and cover the whole text: nothing is lost, a view folds what it likes.
[[nodiscard]] QList<TextPart> splitPlainText(const QString &text);

/// The text that was written now: the Reply parts joined, without blank lines at the ends. Empty when everything is
/// quoted, in which case a view shows it all.
[[nodiscard]] QString replyText(const QString &text);

/// One kind for each line; what splitPlainText is built on, and what the HTML side uses for its lines.
[[nodiscard]] QList<PartKind> splitLines(const QStringList &lines);

} // namespace deskhand

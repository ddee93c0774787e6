// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

#include <optional>

namespace deskhand {

struct FuzzyMatch {
    int score = 0;          ///< higher is better; comparable between texts for one pattern
    QVector<int> positions; ///< indexes into the text of the matched characters, rising
    bool operator==(const FuzzyMatch &) const = default;
};

/// Whether the characters of `pattern` (spaces ignored) occur in `text` in order, accents and case aside; runs and
/// beginnings of words count more. nullopt: they do not. An empty pattern matches everything with score 0.
[[nodiscard]] std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text);

} // namespace deskhand

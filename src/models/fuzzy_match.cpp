// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fuzzy_match.h"

#include "base/text_folding.h"

namespace deskhand {

namespace {

// Points, tuned so that "nt" prefers "New ticket" to "Internal note" and a whole word beats scattered letters.
constexpr int matchPoints = 4;
constexpr int wordStartPoints = 12;
constexpr int runPoints = 8;
constexpr int firstPoints = 6;
constexpr int gapCost = 1;
constexpr int unmatchable = -1'000'000;

struct FoldedText {
    QString text;
    QVector<int> source; // index in the unfolded text of each folded character
    QVector<bool> wordStart;
};

FoldedText foldWithPositions(QStringView text)
{
    FoldedText folded;
    bool atStart = true;
    for (int i = 0; i < text.size(); ++i) {
        const QChar character = text[i];
        const bool boundary = atStart || (character.isUpper() && i > 0 && text[i - 1].isLower());
        atStart = !character.isLetterOrNumber();
        const QString piece = foldText(text.mid(i, 1));
        for (int k = 0; k < piece.size(); ++k) {
            folded.text.append(piece[k]);
            folded.source.append(i);
            folded.wordStart.append(boundary && k == 0 && character.isLetterOrNumber());
        }
    }
    return folded;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text)
{
    QString needle = foldText(pattern);
    needle.removeIf([](QChar character) { return character.isSpace(); });
    if (needle.isEmpty())
        return FuzzyMatch{};
    const FoldedText hay = foldWithPositions(text.left(256));
    const int rows = int(needle.size());
    const int columns = int(hay.text.size());
    if (rows > columns)
        return std::nullopt;

    // best[i][j]: best score with character i of the pattern on character j of the text.
    QVector<int> best(rows * columns, unmatchable);
    QVector<int> from(rows * columns, -1);
    for (int i = 0; i < rows; ++i) {
        int carried = unmatchable; // best of the row above, less the gap up to here
        int carriedFrom = -1;
        for (int j = i; j < columns; ++j) {
            if (i > 0 && j > 0) {
                const int above = best[(i - 1) * columns + j - 1];
                carried -= gapCost;
                if (above > carried) {
                    carried = above;
                    carriedFrom = j - 1;
                }
            }
            if (needle[i] != hay.text[j])
                continue;
            const int points = matchPoints + (hay.wordStart[j] ? wordStartPoints : 0) + (j == 0 ? firstPoints : 0);
            int &cell = best[i * columns + j];
            if (i == 0) {
                cell = points - qMin(j, 15) * gapCost;
                continue;
            }
            if (carried > unmatchable / 2) {
                cell = carried + points;
                from[i * columns + j] = carriedFrom;
            }
            const int run = best[(i - 1) * columns + j - 1];
            if (run > unmatchable / 2 && run + points + runPoints > cell) {
                cell = run + points + runPoints;
                from[i * columns + j] = j - 1;
            }
        }
    }

    int end = -1;
    int score = unmatchable / 2;
    for (int j = 0; j < columns; ++j) {
        if (best[(rows - 1) * columns + j] > score) {
            score = best[(rows - 1) * columns + j];
            end = j;
        }
    }
    if (end < 0)
        return std::nullopt;
    FuzzyMatch match;
    match.score = score - int(text.size()) / 8; // the shorter text is the closer one
    for (int i = rows - 1, j = end; i >= 0 && j >= 0; j = from[i * columns + j], --i) {
        if (match.positions.isEmpty() || match.positions.first() != hay.source[j])
            match.positions.prepend(hay.source[j]);
    }
    return match;
}

} // namespace deskhand

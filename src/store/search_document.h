// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/search_words.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace deskhand {

/// A row of the search index as PostgreSQL's tsvector in its text form: our words with their places, subject and number
/// with weight A, people B, file names C, the text D, and gaps between them, so that no phrase spans two. The words of
/// the number are there twice: as they are, and for who asks for numbers only (see searchNumberWords()).
///
/// PostgreSQL's limits: a place is at most 16,383, so that phrases are not found behind the first sixteen thousand
/// words of an article; words longer than 500 characters are cut. Source:
/// https://www.postgresql.org/docs/15/textsearch-limitations.html
[[nodiscard]] QString searchDocument(const SearchRow &row);

/// The same tsvector in the server's binary form, for rows that are streamed: sorted and without doubles, as it has to
/// be.
[[nodiscard]] QByteArray binarySearchDocument(const SearchRow &row);

/// What the words of a number are called in a document beside themselves; no word of a text looks like it.
[[nodiscard]] QStringList searchNumberWords(const QStringList &words);

/// Words as a phrase of a tsquery.
[[nodiscard]] QString tsqueryPhrase(const QStringList &words);

} // namespace deskhand

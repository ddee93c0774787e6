// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QStringList>
#include <QStringView>
#include <QVector>

#include <vector>

namespace deskhand {

class Connection;

/// Which words are known to be in the desk's vocabulary, so that storing an article asks the database only about words
/// this process has not met yet. Holds hashes of 64 bits, 8 to 16 bytes a word. Not thread-safe.
class KnownTerms
{
public:
    explicit KnownTerms(size_t mostTerms)
        : m_mostTerms(mostTerms)
    {
    }

    [[nodiscard]] static quint64 hashOf(QStringView word);

    /// True when the hash was not known. Forgets everything when it has become too many: that only costs time.
    bool insert(quint64 hash);
    /// Appends those of `words` (folded, joined by single blanks) that were not known, and knows them from now on.
    void collectNew(QStringView words, QStringList *unknown);
    [[nodiscard]] bool contains(quint64 hash) const;
    void clear();

private:
    void grow();
    [[nodiscard]] size_t slotOf(quint64 hash) const;

    size_t m_mostTerms;
    size_t m_count = 0;
    std::vector<quint64> m_slots; ///< open addressing, a power of two; 0: free
};

/// Adds words to the desk's vocabulary (tables search_term and search_term_trigram) through the writer's connection.
/// What a transaction added counts as known only after committed(); after a rollback call rolledBack().
class SearchVocabulary
{
public:
    static constexpr size_t termsKeptUsually = 200'000;

    explicit SearchVocabulary(size_t mostTermsKept = termsKeptUsually)
        : m_known(mostTermsKept)
    {
    }

    /// Each text: folded words joined by single blanks. Errors: of the store.
    Result<void> learn(Connection &connection, const QVector<QStringView> &texts);
    void committed() { m_learntInTransaction = false; }
    void rolledBack();

private:
    KnownTerms m_known;
    bool m_learntInTransaction = false;
};

/// Puts words into the vocabulary that may be there already. Errors: of the store.
Result<void> writeTerms(Connection &connection, const QStringList &terms);

} // namespace deskhand

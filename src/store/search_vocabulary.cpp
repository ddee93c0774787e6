// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search_vocabulary.h"

#include "store/connection.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace deskhand {
namespace {

Result<qint64> lastTerm(Connection &connection)
{
    Statement last = connection.sql("search.lastTerm");
    const qint64 id = last.next() ? last.integer(0) : 0;
    const Result<void> status = last.status();
    return status ? Result<qint64>(id) : Result<qint64>(status.error());
}

} // namespace

quint64 KnownTerms::hashOf(QStringView word)
{
    // FNV-1a over the UTF-16 units with a final mix: fast on short words and good for a table of a power of two.
    quint64 hash = 0xcbf29ce484222325ULL;
    for (const QChar c : word) {
        hash ^= c.unicode();
        hash *= 0x100000001b3ULL;
    }
    hash ^= hash >> 32;
    hash *= 0xd6e8feb86659fd93ULL;
    hash ^= hash >> 32;
    return hash == 0 ? 1 : hash;
}

size_t KnownTerms::slotOf(quint64 hash) const
{
    const size_t mask = m_slots.size() - 1;
    size_t slot = size_t(hash) & mask;
    while (m_slots[slot] != 0 && m_slots[slot] != hash)
        slot = (slot + 1) & mask;
    return slot;
}

bool KnownTerms::contains(quint64 hash) const
{
    return !m_slots.empty() && m_slots[slotOf(hash)] == hash;
}

bool KnownTerms::insert(quint64 hash)
{
    if (m_count >= m_mostTerms)
        clear();
    if (m_slots.empty() || m_count * 10 >= m_slots.size() * 7)
        grow();
    quint64 &slot = m_slots[slotOf(hash)];
    if (slot == hash)
        return false;
    slot = hash;
    ++m_count;
    return true;
}

void KnownTerms::clear()
{
    m_slots.clear();
    m_count = 0;
}

void KnownTerms::grow()
{
    constexpr size_t firstSize = 4096;
    std::vector<quint64> old(m_slots.empty() ? firstSize : m_slots.size() * 2, 0);
    old.swap(m_slots);
    for (const quint64 hash : old) {
        if (hash != 0)
            m_slots[slotOf(hash)] = hash;
    }
}

void KnownTerms::collectNew(QStringView words, QStringList *unknown)
{
    for (qsizetype start = 0; start < words.size();) {
        qsizetype end = words.indexOf(u' ', start);
        if (end < 0)
            end = words.size();
        const QStringView word = words.mid(start, end - start);
        if (insert(hashOf(word)))
            unknown->append(word.toString());
        start = end + 1;
    }
}

Result<void> SearchVocabulary::learn(Connection &connection, const QVector<QStringView> &texts)
{
    QStringList unknown;
    for (const QStringView words : texts)
        m_known.collectNew(words, &unknown);
    if (unknown.isEmpty())
        return {};
    m_learntInTransaction = true;
    return writeTerms(connection, unknown);
}

void SearchVocabulary::rolledBack()
{
    // What was learnt is not in the desk. Rollbacks are rare and forgetting is cheap.
    if (m_learntInTransaction)
        m_known.clear();
    m_learntInTransaction = false;
}

Result<void> writeTerms(Connection &connection, const QStringList &terms)
{
    if (terms.isEmpty())
        return {};
    if (connection.dialect() == SqlDialect::Postgres) {
        const QByteArray json = QJsonDocument(QJsonArray::fromStringList(terms)).toJson(QJsonDocument::Compact);
        return connection.sql("search.learnTerms").bind(":terms", QString::fromUtf8(json)).run();
    }
    const Result<qint64> before = lastTerm(connection);
    if (!before)
        return before.error();
    Statement learn = connection.sql("search.learnTerm");
    bool isNew = false;
    for (const QString &term : terms) {
        if (Result<void> ran = learn.bindAt(1, term).run(); !ran)
            return ran;
        isNew = isNew || learn.changedRows() > 0;
    }
    if (!isNew)
        return {};
    // All pieces in one statement: the full-text tables write what they have gathered at each one that begins.
    return connection.sql("search.learnInside").bind(":before", *before).run();
}

} // namespace deskhand

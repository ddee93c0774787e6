// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search_document.h"

#include <QByteArrayView>
#include <QtEndian>

#include <algorithm>
#include <vector>

namespace deskhand {
namespace {

constexpr int lastPlace = 16383;
constexpr int gapBetweenColumns = 40;    // more words than a phrase has
constexpr qsizetype longestLexeme = 500; // 2,046 bytes at most, four for a character

QString quotedLexeme(QStringView word)
{
    QString quoted = word.left(longestLexeme).toString();
    quoted.replace(u'\\', QLatin1String("\\\\")).replace(u'\'', QLatin1String("''"));
    return u'\'' + quoted + u'\'';
}

class DocumentWriter
{
public:
    void add(const QStringList &words, char16_t weight)
    {
        for (const QString &word : words) {
            if (word.isEmpty())
                continue;
            m_text += quotedLexeme(word) + u':' + QString::number(std::min(++m_place, lastPlace));
            if (weight != u'D')
                m_text += QChar(weight);
            m_text += u' ';
        }
        m_place += gapBetweenColumns;
    }
    [[nodiscard]] QString text() const { return m_text; }

private:
    QString m_text;
    int m_place = 0;
};

/// The parts of a tsvector as tsvectorrecv() of src/backend/utils/adt/tsvector.c reads them.
class BinaryDocument
{
public:
    enum Weight : quint16 { D = 0, C = 1, B = 2, A = 3 };

    /// Words joined by single blanks, each with `prefix` in front.
    void add(const QString &words, Weight weight, QByteArrayView prefix = {});
    [[nodiscard]] QByteArray bytes();

private:
    /// A word of m_text at a place; weight and place as in WordEntryPos.
    struct Entry {
        qsizetype start;
        qsizetype size;
        quint16 place;
    };
    static constexpr quint16 placeMask = 0x3fff;
    static constexpr int mostPlaces = 256;

    [[nodiscard]] QByteArrayView wordOf(const Entry &entry) const
    {
        return {m_text.constData() + entry.start, entry.size};
    }
    void appendPlaces(size_t first, size_t end, QByteArray *bytes) const;

    QByteArray m_text;
    std::vector<Entry> m_entries;
    int m_place = 0;
};

void BinaryDocument::add(const QString &words, Weight weight, QByteArrayView prefix)
{
    const QByteArray utf8 = words.toUtf8();
    for (qsizetype start = 0; start < utf8.size();) {
        qsizetype end = utf8.indexOf(' ', start);
        if (end < 0)
            end = utf8.size();
        if (end > start) {
            const quint16 place = quint16(std::min(++m_place, lastPlace));
            m_entries.push_back({m_text.size(), prefix.size() + end - start, quint16(quint16(weight << 14) | place)});
            m_text.append(prefix).append(utf8.constData() + start, end - start);
        }
        start = end + 1;
    }
    m_place += gapBetweenColumns;
}

void BinaryDocument::appendPlaces(size_t first, size_t end, QByteArray *bytes) const
{
    const auto appendNumber = [bytes](quint16 number) {
        char big[sizeof number];
        qToBigEndian(number, big);
        bytes->append(big, sizeof big);
    };
    const qsizetype countAt = bytes->size();
    appendNumber(0);
    quint16 count = 0;
    for (size_t i = first; i < end && count < mostPlaces; ++i) {
        const quint16 place = m_entries[i].place;
        if (i > first && (place & placeMask) == (m_entries[i - 1].place & placeMask))
            continue; // the heavier one came first
        appendNumber(place);
        ++count;
        if ((place & placeMask) == lastPlace)
            break;
    }
    qToBigEndian(count, bytes->data() + countAt);
}

QByteArray BinaryDocument::bytes()
{
    std::sort(m_entries.begin(), m_entries.end(), [this](const Entry &one, const Entry &other) {
        if (const int order = wordOf(one).compare(wordOf(other)))
            return order < 0;
        const int place = one.place & placeMask;
        const int otherPlace = other.place & placeMask;
        return place != otherPlace ? place < otherPlace : one.place > other.place;
    });
    QByteArray bytes(sizeof(qint32), '\0');
    bytes.reserve(m_text.size() * 2);
    qint32 lexemes = 0;
    for (size_t first = 0; first < m_entries.size();) {
        size_t end = first + 1;
        while (end < m_entries.size() && wordOf(m_entries[end]) == wordOf(m_entries[first]))
            ++end;
        bytes.append(wordOf(m_entries[first])).append('\0');
        appendPlaces(first, end, &bytes);
        ++lexemes;
        first = end;
    }
    qToBigEndian(lexemes, bytes.data());
    return bytes;
}

} // namespace

QByteArray binarySearchDocument(const SearchRow &row)
{
    BinaryDocument document;
    document.add(row.number, BinaryDocument::A);
    document.add(row.number, BinaryDocument::A, "number:");
    document.add(row.subject, BinaryDocument::A);
    document.add(row.people, BinaryDocument::B);
    document.add(row.files, BinaryDocument::C);
    document.add(row.body, BinaryDocument::D);
    return document.bytes();
}

QString searchDocument(const SearchRow &row)
{
    DocumentWriter document;
    const QStringList number = row.number.split(u' ');
    document.add(number, u'A');
    document.add(searchNumberWords(number), u'A');
    document.add(row.subject.split(u' '), u'A');
    document.add(row.people.split(u' '), u'B');
    document.add(row.files.split(u' '), u'C');
    document.add(row.body.split(u' '), u'D');
    return document.text();
}

QStringList searchNumberWords(const QStringList &words)
{
    QStringList named;
    for (const QString &word : words) {
        if (!word.isEmpty())
            named.append(QStringLiteral("number:") + word);
    }
    return named;
}

QString tsqueryPhrase(const QStringList &words)
{
    QStringList lexemes;
    for (const QString &word : words)
        lexemes.append(quotedLexeme(word));
    return u'(' + lexemes.join(QLatin1String(" <-> ")) + u')';
}

} // namespace deskhand

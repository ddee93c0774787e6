// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search_document.h"

#include <algorithm>

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

} // namespace

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

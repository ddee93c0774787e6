// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search_expression.h"

#include "base/text_folding.h"
#include "store/condition_sql.h"
#include "store/connection.h"
#include "store/search_document.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr qsizetype shortestInfix = 3; // the vocabulary is indexed by runs of three characters
constexpr int fewestTermsOfPart = 32;
constexpr int mostPhraseEnds = 64;
constexpr int mostNumbers = 512;

qsizetype characterCount(const QString &word)
{
    return std::count_if(word.cbegin(), word.cend(), [](QChar c) { return !c.isLowSurrogate(); });
}

/// One sign of a script without blanks is indexed as a word of its own: nothing longer begins with it.
bool isSingleSign(const QString &word)
{
    return characterCount(word) == 1 && word.front().unicode() >= 0x0e00;
}

/// How the index of each database wants to be asked.
class MatchSyntax
{
public:
    explicit MatchSyntax(SqlDialect dialect)
        : m_isFts5(dialect == SqlDialect::Sqlite)
    {
    }

    [[nodiscard]] QString phrase(const QStringList &words) const
    {
        return m_isFts5 ? u'"' + words.join(u' ') + u'"' : tsqueryPhrase(words);
    }
    [[nodiscard]] QString number(const QStringList &words) const
    {
        return m_isFts5 ? QStringLiteral("number:") + phrase(words) : phrase(searchNumberWords(words));
    }
    [[nodiscard]] QString any(const QStringList &terms) const
    {
        return terms.join(m_isFts5 ? QStringLiteral(" OR ") : QStringLiteral(" | "));
    }
    [[nodiscard]] QString all(const QStringList &groups) const
    {
        return groups.join(m_isFts5 ? QStringLiteral(" AND ") : QStringLiteral(" & "));
    }

private:
    bool m_isFts5;
};

class ExpressionBuilder
{
public:
    ExpressionBuilder(Connection &connection, int termsPerPart)
        : m_connection(connection)
        , m_syntax(connection.dialect())
        , m_termsPerPart(termsPerPart)
    {
    }

    Result<QString> build(const SearchPart &part);
    [[nodiscard]] int terms() const { return m_terms; }

private:
    Result<QStringList> termsFrom(Statement statement);
    Result<QStringList> startingWith(const QString &prefix, int limit);
    Result<QStringList> containing(const QString &inside, int limit);
    Result<QStringList> wordAlternatives(const QString &word);
    Result<QStringList> phraseAlternatives(const SearchPart &part);
    Result<void> addNumbers(const SearchPart &part, QStringList *alternatives);

    Connection &m_connection;
    MatchSyntax m_syntax;
    int m_termsPerPart;
    int m_terms = 0;
};

Result<QStringList> ExpressionBuilder::termsFrom(Statement statement)
{
    QStringList terms;
    while (statement.next())
        terms.append(statement.text(0));
    if (const Result<void> status = statement.status(); !status)
        return status.error();
    return terms;
}

Result<QStringList> ExpressionBuilder::startingWith(const QString &prefix, int limit)
{
    Statement found = m_connection.sql("search.termsStartingWith");
    found.bind(":from", prefix).bind(":to", endOfPrefix(prefix)).bind(":limit", limit);
    return termsFrom(std::move(found));
}

Result<QStringList> ExpressionBuilder::containing(const QString &inside, int limit)
{
    Statement found = m_connection.sql("search.termsContaining");
    found.bind(":pattern", QString(u'*' + inside + u'*')).bind(":limit", limit);
    return termsFrom(std::move(found));
}

/// The word itself, then what begins with it, then what has it inside.
Result<QStringList> ExpressionBuilder::wordAlternatives(const QString &word)
{
    QStringList words{word};
    if (isSingleSign(word))
        return words;
    Result<QStringList> beginning = startingWith(word, m_termsPerPart);
    if (!beginning)
        return beginning;
    words += *beginning;
    if (characterCount(word) >= shortestInfix && words.size() < m_termsPerPart) {
        const Result<QStringList> inside = containing(word, m_termsPerPart);
        if (!inside)
            return inside;
        words += *inside;
    }
    words.removeDuplicates();
    if (words.size() > m_termsPerPart)
        words.resize(m_termsPerPart);
    return words;
}

Result<QStringList> ExpressionBuilder::phraseAlternatives(const SearchPart &part)
{
    QStringList phrases{m_syntax.phrase(part.words)};
    if (!part.openEnded || isSingleSign(part.words.last()))
        return phrases;
    const Result<QStringList> ends = startingWith(part.words.last(), std::min(mostPhraseEnds, m_termsPerPart));
    if (!ends)
        return ends;
    QStringList words = part.words;
    for (const QString &end : *ends) {
        if (end == part.words.last() || end.contains(u'@'))
            continue;
        words.last() = end;
        phrases.append(m_syntax.phrase(words));
    }
    return phrases;
}

/// The beginning of a ticket number finds the newest tickets whose number begins so.
Result<void> ExpressionBuilder::addNumbers(const SearchPart &part, QStringList *alternatives)
{
    const bool hasDigit = std::any_of(part.typed.cbegin(), part.typed.cend(), [](QChar c) { return c.isDigit(); });
    if (!hasDigit)
        return {};
    QStringList beginnings{part.typed};
    if (part.typed.startsWith(u'#'))
        beginnings.append(part.typed.mid(1));
    for (const QString &beginning : beginnings) {
        if (beginning.isEmpty())
            continue;
        Statement found = m_connection.sql("search.numbersStartingWith");
        found.bind(":from", beginning)
            .bind(":to", endOfPrefix(beginning))
            .bind(":limit", std::min(mostNumbers, m_termsPerPart));
        const Result<QStringList> numbers = termsFrom(std::move(found));
        if (!numbers)
            return numbers.error();
        for (const QString &number : *numbers)
            alternatives->append(m_syntax.number(foldedWords(number)));
    }
    return {};
}

Result<QString> ExpressionBuilder::build(const SearchPart &part)
{
    QStringList alternatives;
    if (part.kind == SearchPart::Kind::Word) {
        const Result<QStringList> words = wordAlternatives(part.words.first());
        if (!words)
            return words.error();
        for (const QString &word : *words)
            alternatives.append(m_syntax.phrase({word}));
    }
    if (part.kind == SearchPart::Kind::Address) {
        const Result<QStringList> addresses = containing(part.typed, m_termsPerPart);
        if (!addresses)
            return addresses.error();
        // So many that some would be missed: their words as a phrase find them all.
        if (addresses->size() < m_termsPerPart) {
            for (const QString &address : *addresses)
                alternatives.append(m_syntax.phrase({address}));
        }
    }
    if (alternatives.isEmpty()) {
        const Result<QStringList> phrases = phraseAlternatives(part);
        if (!phrases)
            return phrases.error();
        alternatives = *phrases;
    }
    if (const Result<void> added = addNumbers(part, &alternatives); !added)
        return added.error();
    m_terms += int(alternatives.size());
    return m_syntax.any(alternatives);
}

} // namespace

Result<SearchExpression> searchExpression(Connection &connection, const QVector<SearchPart> &parts, int mostTerms)
{
    SearchExpression expression;
    if (parts.isEmpty())
        return expression;
    ExpressionBuilder builder(connection, std::max(fewestTermsOfPart, mostTerms / int(parts.size())));
    QStringList groups;
    for (const SearchPart &part : parts) {
        const Result<QString> group = builder.build(part);
        if (!group)
            return group.error();
        groups.append(u'(' + *group + u')');
    }
    expression.match = MatchSyntax(connection.dialect()).all(groups);
    expression.terms = builder.terms();
    return expression;
}

SearchExpression wholeWordExpression(SqlDialect dialect, const QVector<SearchPart> &parts)
{
    const MatchSyntax syntax(dialect);
    SearchExpression expression;
    QStringList phrases;
    for (const SearchPart &part : parts) {
        // An address is a word of its own in the index.
        const bool address = part.kind == SearchPart::Kind::Address;
        phrases.append(u'(' + syntax.phrase(address ? QStringList{part.typed} : part.words) + u')');
    }
    expression.match = syntax.all(phrases);
    expression.terms = int(parts.size());
    return expression;
}

Result<QString> matchExpression(Connection &connection, const QString &text)
{
    const Result<SearchExpression> expression = searchExpression(connection, parseSearchText(text));
    if (!expression)
        return expression.error();
    return expression->match;
}

} // namespace deskhand

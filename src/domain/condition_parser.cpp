// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/condition_parser.h"

#include "base/text_folding.h"
#include "domain/catalog.h"
#include "domain/condition_fields.h"

namespace deskhand {
namespace {

constexpr int deepestGroup = 64;

QString asFullText(const QString &phrase)
{
    QString escaped = phrase;
    escaped.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return u'"' + escaped + u'"';
}

} // namespace

bool endsConditionWord(QChar c)
{
    return c.isSpace() || c == u'(' || c == u')' || c == u'"';
}

ConditionParser::ConditionParser(const QString &text, const Catalog &catalog, const QTimeZone &zone)
    : m_text(text)
    , m_catalog(catalog)
    , m_zone(zone)
{
}

Result<Condition> ConditionParser::parse()
{
    Condition condition;
    if (!parseAlternatives(&condition))
        return m_error;
    if (!atEnd()) {
        fail(m_at, 1, "unexpected", QString(m_text[m_at]));
        return m_error;
    }
    return condition;
}

bool ConditionParser::parseAlternatives(Condition *out)
{
    QVector<Condition> alternatives(1);
    skipBlanks();
    qsizetype start = m_at;
    if (!parseGroup(&alternatives[0]))
        return false;
    while (atWord(u"OR")) {
        const qsizetype word = m_at;
        m_at += 2;
        skipBlanks();
        const qsizetype nextStart = m_at;
        Condition next;
        if (!parseGroup(&next))
            return false;
        if (start == word || nextStart == m_at)
            return fail(word, 2, "missing-value", QStringLiteral("OR"));
        start = nextStart;
        alternatives.append(next);
    }
    *out = alternatives.size() == 1 ? alternatives.first() : Condition::any(alternatives);
    return true;
}

bool ConditionParser::parseGroup(Condition *out)
{
    QVector<Condition> children;
    QString words;
    qsizetype wordsAt = -1;
    for (;;) {
        skipBlanks();
        if (atEnd() || m_text[m_at] == u')' || atWord(u"OR"))
            break;
        Condition child;
        QString word;
        if (!parseTerm(&child, &word))
            return false;
        if (word.isEmpty()) {
            children.append(child);
        } else {
            // Free words of one group are one search, so that "blue screen" is looked up together.
            if (wordsAt < 0) {
                wordsAt = children.size();
                children.append(Condition());
            } else {
                words += u' ';
            }
            words += word;
        }
    }
    if (wordsAt >= 0)
        children[wordsAt] = Condition::matches(words);
    *out = children.size() == 1 ? children.first() : Condition::all(children);
    return true;
}

bool ConditionParser::parseTerm(Condition *out, QString *words)
{
    const QChar c = m_text[m_at];
    if (c == u'(')
        return parseParenthesis(out);
    if (c == u'-' && m_at + 1 < m_text.size() && !m_text[m_at + 1].isSpace() && m_text[m_at + 1] != u')')
        return parseNegated(out, 1);
    if (atWord(u"NOT"))
        return parseNegated(out, 3);
    if (c == u'"') {
        Piece phrase;
        if (!parseQuoted(&phrase))
            return false;
        *words = asFullText(phrase.text);
        return true;
    }
    qsizetype end = m_at;
    while (end < m_text.size() && (m_text[end].isLetter() || m_text[end] == u'-' || m_text[end] == u'_'))
        ++end;
    if (end > m_at && end < m_text.size()) {
        const QChar op = m_text[end];
        const bool address = QStringView(m_text).mid(end).startsWith(u"://");
        if ((op == u':' && !address) || op == u'<' || op == u'>')
            return parseFieldTest(QStringView(m_text).mid(m_at, end - m_at), m_at, out);
    }
    const qsizetype start = m_at;
    while (!atEnd() && !endsConditionWord(m_text[m_at]))
        ++m_at;
    *words = m_text.mid(start, m_at - start);
    return true;
}

bool ConditionParser::parseNegated(Condition *out, qsizetype signLength)
{
    const qsizetype sign = m_at;
    m_at += signLength;
    skipBlanks();
    if (atEnd() || m_text[m_at] == u')')
        return fail(sign, signLength, "missing-value", m_text.mid(sign, signLength));
    if (++m_depth > deepestGroup)
        return fail(sign, 1, "unexpected", QStringLiteral("-"));
    Condition child;
    QString word;
    if (!parseTerm(&child, &word))
        return false;
    --m_depth;
    *out = Condition::negate(word.isEmpty() ? child : Condition::matches(word));
    return true;
}

bool ConditionParser::parseParenthesis(Condition *out)
{
    const qsizetype open = m_at++;
    if (++m_depth > deepestGroup)
        return fail(open, 1, "unexpected", QStringLiteral("("));
    if (!parseAlternatives(out))
        return false;
    --m_depth;
    if (atEnd())
        return fail(open, 1, "unclosed-group", QStringLiteral("("));
    ++m_at;
    return true;
}

bool ConditionParser::parseFieldTest(QStringView name, qsizetype nameStart, Condition *out)
{
    m_at = nameStart + name.size();
    const qsizetype opStart = m_at;
    ++m_at;
    const bool canBeEqual = m_text[opStart] != u':';
    if (canBeEqual && !atEnd() && m_text[m_at] == u'=')
        ++m_at;
    QString op = m_text.mid(opStart, m_at - opStart);
    if (op == u":" && !atEnd() && (m_text[m_at] == u'=' || m_text[m_at] == u'^')) {
        op += m_text[m_at];
        ++m_at;
    }
    const qsizetype valueStart = m_at;
    QVector<Piece> values;
    if (!parseValues(&values))
        return false;
    if (values.isEmpty())
        return fail(nameStart, valueStart - nameStart, "missing-value", name.toString());
    const QString folded = foldText(name);
    if (folded == u"is" || folded == u"has") {
        if (op != u":" || values.size() != 1)
            return fail(opStart, valueStart - opStart, "bad-operator", op);
        return folded == u"is" ? buildFlag(values.first(), out) : buildHas(values.first(), out);
    }
    ConditionField field;
    if (!conditionFieldFromName(name, &field)) {
        QStringList known = conditionFieldNames();
        known << QStringLiteral("is") << QStringLiteral("has");
        return fail(nameStart, name.size(), "unknown-field", name.toString(), known);
    }
    if (!buildTest(field, op, values, out)) {
        if (m_error.payload.isEmpty())
            return fail(opStart, valueStart - opStart, "bad-operator", op);
        return false;
    }
    return true;
}

bool ConditionParser::parseQuoted(Piece *out)
{
    out->position = m_at;
    out->quoted = true;
    for (++m_at; !atEnd(); ++m_at) {
        if (m_text[m_at] == u'"') {
            ++m_at;
            out->length = m_at - out->position;
            return true;
        }
        if (m_text[m_at] == u'\\' && m_at + 1 < m_text.size())
            ++m_at;
        out->text += m_text[m_at];
    }
    return fail(out->position, m_text.size() - out->position, "unclosed-quote", out->text);
}

bool ConditionParser::parseValue(Piece *out)
{
    if (!atEnd() && m_text[m_at] == u'"')
        return parseQuoted(out);
    out->position = m_at;
    while (!atEnd() && !endsConditionWord(m_text[m_at]) && m_text[m_at] != u',')
        ++m_at;
    out->length = m_at - out->position;
    out->text = m_text.mid(out->position, out->length);
    return true;
}

bool ConditionParser::parseValues(QVector<Piece> *out)
{
    for (;;) {
        Piece value;
        if (!parseValue(&value))
            return false;
        if (value.length == 0)
            return out->isEmpty() || fail(m_at - 1, 1, "missing-value", QStringLiteral(","));
        out->append(value);
        if (atEnd() || m_text[m_at] != u',')
            return true;
        ++m_at;
    }
}

bool ConditionParser::fail(qsizetype position, qsizetype length, const char *problem, const QString &what,
                           const QStringList &candidates)
{
    m_error = Error{ErrorCode::Invalid,
                    QStringLiteral("domain.parseCondition"),
                    QStringLiteral("%1 at %2: %3").arg(QLatin1String(problem)).arg(position).arg(what),
                    {{QStringLiteral("position"), int(position)},
                     {QStringLiteral("length"), int(length)},
                     {QStringLiteral("problem"), QString::fromLatin1(problem)},
                     {QStringLiteral("what"), what},
                     {QStringLiteral("candidates"), candidates}}};
    return false;
}

void ConditionParser::skipBlanks()
{
    while (!atEnd() && m_text[m_at].isSpace())
        ++m_at;
}

bool ConditionParser::atWord(QStringView word) const
{
    const QStringView rest = QStringView(m_text).mid(m_at);
    return rest.startsWith(word) && (rest.size() == word.size() || endsConditionWord(rest[word.size()]));
}

} // namespace deskhand

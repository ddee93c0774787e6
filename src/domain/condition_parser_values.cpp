// SPDX-License-Identifier: GPL-3.0-or-later
// The half of the parser that turns a field, an operator and typed values into a test.
#include "base/text_folding.h"

#include "domain/catalog.h"
#include "domain/condition_fields.h"
#include "domain/condition_flags.h"
#include "domain/condition_names.h"
#include "domain/condition_parser.h"

#include <QDateTime>

namespace deskhand {
namespace {

bool orderingFromText(QStringView text, ConditionOperator *op)
{
    if (text == u"<")
        *op = ConditionOperator::Less;
    else if (text == u"<=")
        *op = ConditionOperator::LessOrEqual;
    else if (text == u">")
        *op = ConditionOperator::Greater;
    else if (text == u">=")
        *op = ConditionOperator::GreaterOrEqual;
    else
        return false;
    return true;
}

/// "2d", "-8h", "now": false when it is not relative.
bool relativeInstant(const QString &text, ConditionInstant *out)
{
    out->relative = true;
    out->value = 0;
    if (text.compare(QLatin1String("now"), Qt::CaseInsensitive) == 0)
        return true;
    qsizetype unitAt = text.size();
    while (unitAt > 0 && text[unitAt - 1].isLetter())
        --unitAt;
    bool ok = false;
    const qint64 amount = text.left(unitAt).toLongLong(&ok);
    const qint64 unit = durationUnit(QStringView(text).mid(unitAt));
    // Ten thousand years either way is enough, and cannot overflow.
    if (!ok || unit == 0 || qAbs(amount) > 315'360'000'000'000 / unit)
        return false;
    out->value = amount * unit;
    return true;
}

bool absoluteInstant(const QString &text, const QTimeZone &zone, ConditionInstant *out, bool *isDay)
{
    out->relative = false;
    const QDate date = QDate::fromString(text, Qt::ISODate);
    *isDay = text.size() == 10 && date.isValid();
    QDateTime moment = *isDay ? QDateTime(date, QTime(0, 0), zone) : QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!moment.isValid())
        return false;
    if (!*isDay && moment.timeSpec() == Qt::LocalTime)
        moment = QDateTime(moment.date(), moment.time(), zone);
    out->value = moment.toMSecsSinceEpoch();
    return true;
}

} // namespace

bool ConditionParser::buildFlag(const Piece &value, Condition *out)
{
    for (const ConditionFlag &flag : conditionFlags()) {
        if (foldText(value.text) == flag.name) {
            *out = flag.condition;
            return true;
        }
    }
    QStringList known;
    for (const ConditionFlag &flag : conditionFlags())
        known.append(flag.name);
    return fail(value.position, value.length, "unknown-value", value.text, known);
}

bool ConditionParser::buildHas(const Piece &value, Condition *out)
{
    const QString name = foldText(value.text);
    if (name == u"attachment" || name == u"attachments") {
        *out = Condition::compare(ConditionField::AttachmentCount, ConditionOperator::Greater, qint64(0));
        return true;
    }
    ConditionField field;
    if (conditionFieldFromName(name, &field) && conditionOperatorFits(field, ConditionOperator::IsSet)) {
        *out = Condition::isSet(field);
        return true;
    }
    return fail(value.position, value.length, "unknown-value", value.text, conditionHasNames());
}

bool ConditionParser::buildTest(ConditionField field, QStringView op, const QVector<Piece> &values, Condition *out)
{
    switch (conditionFieldType(field)) {
    case ConditionFieldType::Reference:
    case ConditionFieldType::Enumeration: return buildReference(field, op, values, out);
    case ConditionFieldType::Text: return buildText(field, op, values, out);
    case ConditionFieldType::WordSet: {
        if (op != u":")
            return false;
        QStringList words;
        for (const Piece &value : values) {
            if (!value.quoted && foldText(value.text) == u"none" && values.size() == 1) {
                *out = Condition::negate(Condition::isSet(field));
                return true;
            }
            words.append(foldText(value.text));
        }
        *out = Condition::has(words);
        return true;
    }
    case ConditionFieldType::Instant:
        if (values.size() != 1)
            return fail(values[1].position, values[1].length, "unexpected", values[1].text);
        return buildInstant(field, op, values.first(), out);
    case ConditionFieldType::Number: return buildNumber(field, op, values, out);
    case ConditionFieldType::Flag: {
        const QString value = foldText(values.first().text);
        if (op != u":" || values.size() != 1 || (value != u"yes" && value != u"no"))
            return fail(values.first().position, values.first().length, "unknown-value", values.first().text,
                        {QStringLiteral("yes"), QStringLiteral("no")});
        *out = value == u"yes" ? Condition::isSet(field) : Condition::negate(Condition::isSet(field));
        return true;
    }
    case ConditionFieldType::FullText:
        if (op != u":" || values.size() != 1)
            return false;
        *out = Condition::matches(values.first().text);
        return true;
    }
    return false;
}

bool ConditionParser::buildReference(ConditionField field, QStringView op, QVector<Piece> values, Condition *out)
{
    ConditionOperator ordering;
    if (orderingFromText(op, &ordering)) {
        if (field != ConditionField::Priority || values.size() != 1)
            return false;
        bool isRank = false;
        qint64 rank = values.first().text.toLongLong(&isRank);
        if (!isRank) {
            qint64 id = 0;
            if (!resolveReference(field, values.first(), &id))
                return false;
            const Priority *priority = m_catalog.priority(PriorityId{id});
            rank = priority ? priority->rank : 0;
        }
        *out = Condition::compare(field, ordering, rank);
        return true;
    }
    if (op == u":^")
        return false;
    QVector<qint64> ids;
    bool onlyNone = true;
    for (const Piece &value : values) {
        qint64 id = 0;
        if (!resolveReference(field, value, &id))
            return false;
        onlyNone = onlyNone && id == 0;
        ids.append(id);
    }
    const bool tree = field == ConditionField::Queue || field == ConditionField::Category;
    *out = tree && op == u":" && !onlyNone ? Condition::under(field, ids) : Condition::is(field, ids);
    return true;
}

bool ConditionParser::resolveReference(ConditionField field, const Piece &value, qint64 *id)
{
    const QString folded = foldText(value.text);
    if (!value.quoted && folded == u"none" && conditionOperatorFits(field, ConditionOperator::IsSet)) {
        *id = 0;
        return true;
    }
    const bool person = field == ConditionField::Owner || field == ConditionField::Requester;
    if (!value.quoted && folded == u"me" && person) {
        *id = Condition::meId;
        return true;
    }
    if (!value.quoted && value.text.startsWith(u'#')) {
        bool ok = false;
        *id = value.text.mid(1).toLongLong(&ok);
        if (ok && *id > 0)
            return true;
    }
    const NameMatch match = findNamedValue(field, value.text, m_catalog);
    if (match.ids.size() == 1) {
        *id = match.ids.first();
        return true;
    }
    return fail(value.position, value.length, match.ids.isEmpty() ? "unknown-value" : "ambiguous-value", value.text,
                match.candidates);
}

bool ConditionParser::buildText(ConditionField field, QStringView op, const QVector<Piece> &values, Condition *out)
{
    ConditionOperator textOp = ConditionOperator::Contains;
    if (op == u":=")
        textOp = ConditionOperator::Equals;
    else if (op == u":^")
        textOp = ConditionOperator::StartsWith;
    else if (op != u":")
        return false;
    QVector<Condition> alternatives;
    for (const Piece &value : values) {
        const bool me = !value.quoted && foldText(value.text) == u"me" && field == ConditionField::RequesterText;
        alternatives.append(me ? Condition::is(ConditionField::Requester, {Condition::meId})
                               : Condition::textTest(field, textOp, foldText(value.text)));
    }
    *out = alternatives.size() == 1 ? alternatives.first() : Condition::any(alternatives);
    return true;
}

bool ConditionParser::buildInstant(ConditionField field, QStringView op, const Piece &value, Condition *out)
{
    if (op == u":" && !value.quoted && foldText(value.text) == u"none") {
        *out = Condition::negate(Condition::isSet(field));
        return true;
    }
    ConditionInstant instant;
    bool isDay = false;
    if (!relativeInstant(value.text, &instant) && !absoluteInstant(value.text, m_zone, &instant, &isDay))
        return fail(value.position, value.length, "bad-date", value.text);
    ConditionOperator ordering;
    if (orderingFromText(op, &ordering)) {
        *out = Condition::compare(field, ordering, instant);
        return true;
    }
    if (op != u":" || !isDay)
        return false;
    // A day means from its first to its last instant in the person's zone.
    const QDate next = QDate::fromString(value.text, Qt::ISODate).addDays(1);
    const ConditionInstant end{false, QDateTime(next, QTime(0, 0), m_zone).toMSecsSinceEpoch()};
    *out = Condition::all({Condition::compare(field, ConditionOperator::GreaterOrEqual, instant),
                           Condition::compare(field, ConditionOperator::Less, end)});
    return true;
}

bool ConditionParser::buildNumber(ConditionField field, QStringView op, const QVector<Piece> &values, Condition *out)
{
    QVector<qint64> numbers;
    for (const Piece &value : values) {
        bool ok = false;
        numbers.append(value.text.toLongLong(&ok));
        if (!ok)
            return fail(value.position, value.length, "bad-number", value.text);
    }
    ConditionOperator ordering;
    if (orderingFromText(op, &ordering)) {
        if (numbers.size() != 1)
            return false;
        *out = Condition::compare(field, ordering, numbers.first());
        return true;
    }
    if (op == u":^")
        return false;
    *out = Condition::is(field, numbers);
    return true;
}

} // namespace deskhand

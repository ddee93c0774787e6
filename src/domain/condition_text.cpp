// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/condition_text.h"

#include "domain/catalog.h"
#include "domain/condition_fields.h"
#include "domain/condition_flags.h"
#include "domain/condition_names.h"
#include "domain/condition_parser.h"

#include <QDateTime>

#include <algorithm>

namespace deskhand {
namespace {

QString quoted(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return u'"' + escaped + u'"';
}

/// A value as it must be written to be read back as the same plain text.
QString valueText(const QString &text)
{
    const bool plain =
        !text.isEmpty() && text != u"none" && text != u"me" && !text.startsWith(u'#') && !text.startsWith(u'=')
        && !text.startsWith(u'^')
        && std::none_of(text.cbegin(), text.cend(), [](QChar c) { return endsConditionWord(c) || c == u','; });
    return plain ? text : quoted(text);
}

QString orderingText(ConditionOperator op)
{
    switch (op) {
    case ConditionOperator::Less: return QStringLiteral("<");
    case ConditionOperator::LessOrEqual: return QStringLiteral("<=");
    case ConditionOperator::Greater: return QStringLiteral(">");
    default: return QStringLiteral(">=");
    }
}

QString relativeText(qint64 value)
{
    if (value == 0)
        return QStringLiteral("now");
    for (const char16_t *unit : {u"w", u"d", u"h", u"m", u"s"}) {
        const qint64 length = durationUnit(QStringView(unit));
        if (value % length == 0)
            return QString::number(value / length) + QString::fromUtf16(unit);
    }
    return QString::number(value) + QStringLiteral("ms");
}

QString instantText(const ConditionInstant &instant, const QTimeZone &zone)
{
    if (instant.relative)
        return relativeText(instant.value);
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(instant.value, zone);
    if (moment.time() == QTime(0, 0))
        return moment.date().toString(Qt::ISODate);
    if (moment.time().msec() != 0)
        return moment.toUTC().toString(Qt::ISODateWithMs);
    return moment.toUTC().toString(Qt::ISODate);
}

/// Full text as free words where they stand for themselves, else in the text: form, so that reading it back gives the
/// very same words.
QString matchesText(const QString &text, const Catalog &catalog)
{
    const Result<Condition> again = parseCondition(text, catalog);
    if (again && *again == Condition::matches(text))
        return text;
    return QStringLiteral("text:") + quoted(text);
}

QString referenceText(const Condition &test, const Catalog &catalog)
{
    const QString name = conditionFieldName(test.field);
    if (test.op == ConditionOperator::IsSet)
        return QStringLiteral("has:") + name;
    if (test.op >= ConditionOperator::Less && test.op <= ConditionOperator::GreaterOrEqual)
        return name + orderingText(test.op) + QString::number(test.ids.value(0));
    QStringList values;
    bool onlyNone = true;
    for (const qint64 id : test.ids) {
        onlyNone = onlyNone && id == 0;
        const bool canBeNone = conditionOperatorFits(test.field, ConditionOperator::IsSet)
                               || test.field == ConditionField::Delivery || test.field == ConditionField::Sla
                               || test.field == ConditionField::SlaTarget;
        if (id == 0 && canBeNone) {
            values.append(QStringLiteral("none"));
        } else if (id == Condition::meId) {
            values.append(QStringLiteral("me"));
        } else {
            const QString value = nameOfValue(test.field, id, catalog);
            values.append(value.startsWith(u'#') ? value : valueText(value));
        }
    }
    const bool exactly = test.op == ConditionOperator::Is && !onlyNone
                         && (test.field == ConditionField::Queue || test.field == ConditionField::Category);
    return name + (exactly ? QStringLiteral(":=") : QStringLiteral(":")) + values.join(u',');
}

QString textTestText(const Condition &test)
{
    QString op = QStringLiteral(":");
    if (test.op == ConditionOperator::Equals)
        op = QStringLiteral(":=");
    else if (test.op == ConditionOperator::StartsWith)
        op = QStringLiteral(":^");
    return conditionFieldName(test.field) + op + valueText(test.text);
}

QString numberText(const Condition &test)
{
    const QString name = conditionFieldName(test.field);
    if (test.op != ConditionOperator::Is)
        return name + orderingText(test.op) + QString::number(test.ids.value(0));
    QStringList values;
    for (const qint64 number : test.ids)
        values.append(QString::number(number));
    return name + u':' + values.join(u',');
}

QString testAsText(const Condition &test, const Catalog &catalog, const QTimeZone &zone)
{
    // Nothing can be one of no values; the empty group says "everything".
    if ((test.op == ConditionOperator::Is || test.op == ConditionOperator::Under) && test.ids.isEmpty())
        return QStringLiteral("-()");
    const QString name = conditionFieldName(test.field);
    for (const ConditionFlag &flag : conditionFlags()) {
        if (flag.condition == test && test.field != ConditionField::Owner && test.field != ConditionField::Due)
            return QStringLiteral("is:") + flag.name;
    }
    switch (conditionFieldType(test.field)) {
    case ConditionFieldType::Reference:
    case ConditionFieldType::Enumeration: return referenceText(test, catalog);
    case ConditionFieldType::Text: return textTestText(test);
    case ConditionFieldType::WordSet: {
        if (test.op == ConditionOperator::IsSet)
            return QStringLiteral("has:") + name;
        QStringList words;
        for (const QString &word : test.words)
            words.append(valueText(word));
        return words.isEmpty() ? QStringLiteral("-()") : name + u':' + words.join(u',');
    }
    case ConditionFieldType::Instant:
        return test.op == ConditionOperator::IsSet ? QStringLiteral("has:") + name
                                                   : name + orderingText(test.op) + instantText(test.instant, zone);
    case ConditionFieldType::Number: return numberText(test);
    case ConditionFieldType::Flag: return QStringLiteral("is:") + name;
    case ConditionFieldType::FullText: return matchesText(test.text, catalog);
    }
    return {};
}

QString printed(const Condition &condition, const Catalog &catalog, const QTimeZone &zone, bool inside)
{
    switch (condition.kind) {
    case Condition::Kind::Test: return testAsText(condition, catalog, zone);
    case Condition::Kind::Not: {
        const Condition &child = condition.children.first();
        const QString text = printed(child, catalog, zone, true);
        const bool severalWords = child.kind == Condition::Kind::Test && child.op == ConditionOperator::Matches
                                  && text.contains(u' ') && !text.startsWith(u"text:");
        return severalWords ? QStringLiteral("-text:") + quoted(child.text) : u'-' + text;
    }
    case Condition::Kind::All:
    case Condition::Kind::Any: break;
    }
    const bool all = condition.kind == Condition::Kind::All;
    if (condition.children.isEmpty())
        return all ? QStringLiteral("()") : QStringLiteral("-()");
    if (condition.children.size() == 1)
        return printed(condition.children.first(), catalog, zone, inside);
    QStringList parts;
    bool freeWords = false;
    for (const Condition &child : condition.children) {
        QString text = printed(child, catalog, zone, true);
        // Free words of one group would be read back as one search: only the first keeps the short form.
        if (all && child.kind == Condition::Kind::Test && child.op == ConditionOperator::Matches
            && !text.startsWith(u"text:")) {
            if (freeWords)
                text = QStringLiteral("text:") + quoted(child.text);
            freeWords = true;
        }
        parts.append(text);
    }
    const QString joined = parts.join(all ? QStringLiteral(" ") : QStringLiteral(" OR "));
    return inside ? u'(' + joined + u')' : joined;
}

} // namespace

Result<Condition> parseCondition(const QString &text, const Catalog &catalog, const QTimeZone &zone)
{
    return ConditionParser(text, catalog, zone).parse();
}

QString printCondition(const Condition &condition, const Catalog &catalog, const QTimeZone &zone)
{
    return condition.isEverything() ? QString() : printed(condition, catalog, zone, false);
}

} // namespace deskhand

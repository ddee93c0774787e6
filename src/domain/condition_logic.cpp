// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/condition_logic.h"

#include "base/text_folding.h"
#include "domain/catalog.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace deskhand {
namespace {

using Conjunctions = QVector<ConditionConjunction>;

constexpr qsizetype mostConjunctions = 512;

/// Stands for every id that nobody has named.
constexpr qint64 anyOtherId = std::numeric_limits<qint64>::min();
/// A running clock whose time is up, beside the numbers of SlaStanding.
constexpr qint64 overdueStanding = slaOverdue;

std::optional<Conjunctions> normalForm(const Condition &condition, bool holds);

std::optional<Conjunctions> anyOfForms(const QVector<Condition> &children, bool holds)
{
    Conjunctions sum;
    for (const Condition &child : children) {
        const std::optional<Conjunctions> form = normalForm(child, holds);
        if (!form || sum.size() + form->size() > mostConjunctions)
            return {};
        sum += *form;
    }
    return sum;
}

std::optional<Conjunctions> allOfForms(const QVector<Condition> &children, bool holds)
{
    Conjunctions product{ConditionConjunction()};
    for (const Condition &child : children) {
        const std::optional<Conjunctions> form = normalForm(child, holds);
        if (!form || product.size() * form->size() > mostConjunctions)
            return {};
        Conjunctions next;
        for (const ConditionConjunction &left : product) {
            for (const ConditionConjunction &right : *form)
                next.append(left + right);
        }
        product = next;
    }
    return product;
}

std::optional<Conjunctions> normalForm(const Condition &condition, bool holds)
{
    switch (condition.kind) {
    case Condition::Kind::Test: return Conjunctions{{ConditionLiteral{&condition, holds}}};
    case Condition::Kind::Not:
        // What negates nothing is satisfied by nothing.
        if (condition.children.isEmpty())
            return holds ? Conjunctions() : Conjunctions{ConditionConjunction()};
        return normalForm(condition.children.first(), !holds);
    case Condition::Kind::All:
        return holds ? allOfForms(condition.children, true) : anyOfForms(condition.children, false);
    case Condition::Kind::Any:
        return holds ? anyOfForms(condition.children, true) : allOfForms(condition.children, false);
    }
    return {};
}

bool isOrderingTest(const Condition &test)
{
    return test.op >= ConditionOperator::Less && test.op <= ConditionOperator::GreaterOrEqual;
}

/// Both ends included.
struct NumberRange {
    qint64 low = std::numeric_limits<qint64>::min();
    qint64 high = std::numeric_limits<qint64>::max();
    bool isEmpty = false;

    void cut(ConditionOperator op, qint64 value, bool holds)
    {
        const bool isUpper = op == ConditionOperator::Less || op == ConditionOperator::LessOrEqual;
        const bool isStrict = op == ConditionOperator::Less || op == ConditionOperator::Greater;
        // Not less than a value is at least the value, and so on.
        if (isUpper == holds)
            cutHigh(value, isStrict == holds);
        else
            cutLow(value, isStrict == holds);
        isEmpty = isEmpty || low > high;
    }

private:
    void cutHigh(qint64 value, bool isStrict)
    {
        isEmpty = isEmpty || (isStrict && value == std::numeric_limits<qint64>::min());
        high = std::min(high, isStrict && !isEmpty ? value - 1 : value);
    }
    void cutLow(qint64 value, bool isStrict)
    {
        isEmpty = isEmpty || (isStrict && value == std::numeric_limits<qint64>::max());
        low = std::max(low, isStrict && !isEmpty ? value + 1 : value);
    }
};

template <typename Id>
QSet<qint64> plainIds(const QVector<Id> &ids)
{
    QSet<qint64> plain;
    for (const Id id : ids)
        plain.insert(id.value);
    return plain;
}

/// The values that a reference or an enumeration may have, narrowed literal by literal.
class PossibleValues
{
public:
    PossibleValues(ConditionField field, const ConditionConjunction &literals, const Catalog &catalog)
        : m_field(field)
        , m_catalog(catalog)
    {
        switch (field) {
        case ConditionField::State: addItems(catalog.states); break;
        case ConditionField::Priority: addItems(catalog.priorities); break;
        case ConditionField::Queue: addItems(catalog.queues); break;
        case ConditionField::Channel: addNumbers(int(Channel::Email), int(Channel::Monitoring)); break;
        case ConditionField::Sla: addNumbers(int(SlaStanding::None), int(overdueStanding)); break;
        case ConditionField::SlaTarget: addNumbers(int(SlaTargetKind::None), int(SlaTargetKind::TimeInQueue)); break;
        default: addNamed(literals);
        }
    }

    void narrow(const ConditionLiteral &literal)
    {
        const Condition &test = *literal.test;
        // Who asks is not known here.
        if (test.ids.contains(Condition::meId) || !isUnderstood(test))
            return;
        m_values.removeIf([&](qint64 value) { return holdsOf(test, value) != literal.holds; });
    }

    [[nodiscard]] bool isEmpty() const { return m_values.isEmpty(); }

private:
    template <typename Item>
    void addItems(const QVector<Item> &items)
    {
        for (const Item &item : items)
            m_values.append(item.id.value);
    }
    void addNumbers(int first, int last)
    {
        for (int number = first; number <= last; ++number)
            m_values.append(number);
    }
    void addNamed(const ConditionConjunction &literals)
    {
        QSet<qint64> named{0, anyOtherId};
        for (const ConditionLiteral &literal : literals) {
            if (literal.test->field == m_field)
                named += QSet<qint64>(literal.test->ids.cbegin(), literal.test->ids.cend());
        }
        if (m_field == ConditionField::Category) {
            for (const Category &category : m_catalog.categories)
                named.insert(category.id.value);
        }
        m_values = QVector<qint64>(named.cbegin(), named.cend());
    }

    [[nodiscard]] bool isUnderstood(const Condition &test) const
    {
        if (conditionFieldType(test.field) == ConditionFieldType::Enumeration)
            return true; // whatever the operator, it is one of
        const bool isTree = test.field == ConditionField::Queue || test.field == ConditionField::Category;
        return test.op == ConditionOperator::Is || test.op == ConditionOperator::IsSet
               || (test.op == ConditionOperator::Under && isTree)
               || (isOrderingTest(test) && test.field == ConditionField::Priority && m_field == test.field);
    }

    [[nodiscard]] bool holdsOf(const Condition &test, qint64 value) const
    {
        if (test.field == ConditionField::StateType)
            return test.ids.contains(qint64(m_catalog.stateType(StateId{value})));
        if (test.field == ConditionField::Sla && value == overdueStanding)
            return test.ids.contains(qint64(SlaStanding::Running)) || test.ids.contains(overdueStanding);
        if (test.field == ConditionField::Sla)
            return test.ids.contains(value);
        if (conditionFieldType(test.field) == ConditionFieldType::Enumeration || test.op == ConditionOperator::Is)
            return test.ids.contains(value);
        if (test.op == ConditionOperator::IsSet)
            return value != 0;
        if (test.op == ConditionOperator::Under)
            return std::any_of(test.ids.cbegin(), test.ids.cend(), [&](qint64 root) { return isUnder(root, value); });
        const Priority *priority = m_catalog.priority(PriorityId{value});
        NumberRange range;
        range.cut(test.op, test.ids.value(0), true);
        return priority && !range.isEmpty && range.low <= priority->rank && priority->rank <= range.high;
    }

    [[nodiscard]] bool isUnder(qint64 root, qint64 value) const
    {
        return m_field == ConditionField::Queue
                   ? plainIds(m_catalog.queueWithDescendants(QueueId{root})).contains(value)
                   : plainIds(m_catalog.categoryWithDescendants(CategoryId{root})).contains(value);
    }

    ConditionField m_field;
    const Catalog &m_catalog;
    QVector<qint64> m_values;
};

/// The type of a state is known from the state.
ConditionField ruledField(ConditionField field)
{
    return field == ConditionField::StateType ? ConditionField::State : field;
}

bool valuesContradict(ConditionField field, const ConditionConjunction &literals, const Catalog &catalog)
{
    PossibleValues values(field, literals, catalog);
    for (const ConditionLiteral &literal : literals) {
        if (ruledField(literal.test->field) == field)
            values.narrow(literal);
    }
    return values.isEmpty();
}

bool instantsContradict(ConditionField field, const ConditionConjunction &literals)
{
    bool mustBeSet = false;
    bool mustNotBeSet = false;
    // What is said of now and what is said of a date cannot be compared: now is not known.
    std::array<NumberRange, 2> ranges;
    for (const auto &[test, holds] : literals) {
        if (test->field != field)
            continue;
        if (test->op == ConditionOperator::IsSet) {
            (holds ? mustBeSet : mustNotBeSet) = true;
        } else if (isOrderingTest(*test)) {
            mustBeSet = mustBeSet || holds;
            ranges[test->instant.relative ? 1 : 0].cut(test->op, test->instant.value, holds);
        }
    }
    return mustBeSet && (mustNotBeSet || ranges[0].isEmpty || ranges[1].isEmpty);
}

bool numbersContradict(ConditionField field, const ConditionConjunction &literals)
{
    constexpr qint64 mostCandidates = 256;
    NumberRange range;
    range.cut(ConditionOperator::GreaterOrEqual, 0, true);
    for (const auto &[test, holds] : literals) {
        if (test->field == field && isOrderingTest(*test))
            range.cut(test->op, test->ids.value(0), holds);
    }
    if (range.isEmpty)
        return true;
    QVector<qint64> candidates;
    for (const auto &[test, holds] : literals) {
        if (test->field == field && test->op == ConditionOperator::Is && holds && candidates.isEmpty()) {
            candidates = test->ids;
            if (candidates.isEmpty())
                return true;
        }
    }
    if (candidates.isEmpty() && range.high - range.low < mostCandidates) {
        for (qint64 number = range.low; number <= range.high; ++number)
            candidates.append(number);
    }
    const auto isPossible = [&](qint64 number) {
        return number >= range.low && number <= range.high
               && std::all_of(literals.cbegin(), literals.cend(), [&](const ConditionLiteral &literal) {
                      const bool isAsked = literal.test->field == field && literal.test->op == ConditionOperator::Is;
                      return !isAsked || literal.test->ids.contains(number) == literal.holds;
                  });
    };
    return !candidates.isEmpty() && std::none_of(candidates.cbegin(), candidates.cend(), isPossible);
}

/// Whether a text of which the first is true satisfies the second.
bool textImplies(const Condition &known, const Condition &asked)
{
    const QString have = foldText(known.text);
    const QString want = foldText(asked.text);
    switch (asked.op) {
    case ConditionOperator::Equals: return known.op == ConditionOperator::Equals && have == want;
    case ConditionOperator::StartsWith:
        return (known.op == ConditionOperator::Equals || known.op == ConditionOperator::StartsWith)
               && have.startsWith(want);
    case ConditionOperator::Contains: return have.contains(want);
    default: return false;
    }
}

bool isTextTest(const Condition &test)
{
    return test.op == ConditionOperator::Equals || test.op == ConditionOperator::StartsWith
           || test.op == ConditionOperator::Contains;
}

/// Whether one text cannot satisfy both.
bool textsExclude(const Condition &left, const Condition &right)
{
    if (left.op == ConditionOperator::Equals)
        return !textImplies(left, right);
    if (left.op != ConditionOperator::StartsWith || right.op != ConditionOperator::StartsWith)
        return false;
    const QString one = foldText(left.text);
    const QString other = foldText(right.text);
    return !one.startsWith(other) && !other.startsWith(one);
}

bool textsContradict(ConditionField field, const ConditionConjunction &literals)
{
    // A requester has two texts, name and address: each test may be about another one.
    const bool isOneText = field != ConditionField::RequesterText;
    for (const auto &[known, knownHolds] : literals) {
        if (known->field != field || !knownHolds || !isTextTest(*known))
            continue;
        for (const auto &[asked, holds] : literals) {
            if (asked->field != field || !isTextTest(*asked))
                continue;
            if (holds ? isOneText && textsExclude(*known, *asked) : textImplies(*known, *asked))
                return true;
        }
    }
    return false;
}

bool tagsContradict(const ConditionConjunction &literals)
{
    QSet<QString> absent;
    bool none = false;
    const auto isAboutTags = [](const Condition &test) {
        return test.field == ConditionField::Tag
               && (test.op == ConditionOperator::Has || test.op == ConditionOperator::IsSet);
    };
    for (const auto &[test, holds] : literals) {
        if (!isAboutTags(*test) || holds)
            continue;
        none = none || test->op == ConditionOperator::IsSet;
        if (test->op == ConditionOperator::Has) {
            for (const QString &word : test->words)
                absent.insert(foldText(word));
        }
    }
    return std::any_of(literals.cbegin(), literals.cend(), [&](const ConditionLiteral &literal) {
        const Condition &test = *literal.test;
        if (!isAboutTags(test) || !literal.holds)
            return false;
        if (none)
            return true;
        return test.op == ConditionOperator::Has
               && std::all_of(test.words.cbegin(), test.words.cend(),
                              [&](const QString &word) { return absent.contains(foldText(word)); });
    });
}

bool saysAndDenies(const ConditionConjunction &literals)
{
    for (qsizetype i = 0; i < literals.size(); ++i) {
        for (qsizetype j = i + 1; j < literals.size(); ++j) {
            if (literals[i].holds != literals[j].holds && *literals[i].test == *literals[j].test)
                return true;
        }
    }
    return false;
}

bool contradictsAbout(ConditionField field, const ConditionConjunction &literals, const Catalog &catalog)
{
    switch (conditionFieldType(field)) {
    case ConditionFieldType::Reference: return valuesContradict(field, literals, catalog);
    case ConditionFieldType::Enumeration: return valuesContradict(ruledField(field), literals, catalog);
    case ConditionFieldType::Text: return textsContradict(field, literals);
    case ConditionFieldType::WordSet: return tagsContradict(literals);
    case ConditionFieldType::Instant: return instantsContradict(field, literals);
    case ConditionFieldType::Number: return numbersContradict(field, literals);
    case ConditionFieldType::Flag:
    case ConditionFieldType::FullText: return false;
    }
    return false;
}

} // namespace

std::optional<QVector<ConditionConjunction>> disjunctiveForm(const Condition &condition)
{
    return normalForm(condition, true);
}

bool contradicts(const ConditionConjunction &literals, const Catalog &catalog)
{
    if (saysAndDenies(literals))
        return true;
    QSet<int> seen;
    return std::any_of(literals.cbegin(), literals.cend(), [&](const ConditionLiteral &literal) {
        const ConditionField field = literal.test->field;
        if (seen.contains(int(field)))
            return false;
        seen.insert(int(field));
        return contradictsAbout(field, literals, catalog);
    });
}

} // namespace deskhand

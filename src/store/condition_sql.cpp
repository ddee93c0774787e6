// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/condition_sql.h"

#include "base/text_folding.h"
#include "domain/catalog.h"
#include "domain/delivery.h"
#include "store/statement_catalogue.h"

#include <algorithm>

namespace deskhand {
namespace {

const char *columnOfField(ConditionField field)
{
    switch (field) {
    case ConditionField::State: return "t.state_id";
    case ConditionField::Priority: return "t.priority_id";
    case ConditionField::Queue: return "t.queue_id";
    case ConditionField::Category: return "t.category_id";
    case ConditionField::Owner: return "t.owner_id";
    case ConditionField::Requester: return "t.requester_id";
    case ConditionField::Organization: return "t.organization_id";
    case ConditionField::StateType: return "t.state_type";
    case ConditionField::Channel: return "t.channel";
    case ConditionField::Delivery: return "t.delivery";
    case ConditionField::Subject: return "t.subject_folded";
    case ConditionField::Created: return "t.created_at";
    case ConditionField::Updated: return "t.updated_at";
    case ConditionField::LastContact: return "t.last_contact_at";
    case ConditionField::Due: return "t.due_at";
    case ConditionField::SlaDue: return "t.sla_due_at";
    case ConditionField::SlaTarget: return "t.sla_target";
    case ConditionField::PendingUntil: return "t.pending_until";
    case ConditionField::Solved: return "t.solved_at";
    case ConditionField::Closed: return "t.closed_at";
    case ConditionField::ArticleCount: return "t.article_count";
    case ConditionField::AttachmentCount: return "t.attachment_count";
    case ConditionField::Sla:
    case ConditionField::SlaMissed:
    case ConditionField::Number:
    case ConditionField::RequesterText:
    case ConditionField::Tag:
    case ConditionField::Unread:
    case ConditionField::Text: break; // these have statements of their own
    }
    return "";
}

/// Null: not a comparison.
const char *comparisonSign(ConditionOperator op)
{
    switch (op) {
    case ConditionOperator::Less: return " < ";
    case ConditionOperator::LessOrEqual: return " <= ";
    case ConditionOperator::Greater: return " > ";
    case ConditionOperator::GreaterOrEqual: return " >= ";
    default: return nullptr;
    }
}

bool holdsComparison(qint64 left, ConditionOperator op, qint64 right)
{
    switch (op) {
    case ConditionOperator::Less: return left < right;
    case ConditionOperator::LessOrEqual: return left <= right;
    case ConditionOperator::Greater: return left > right;
    case ConditionOperator::GreaterOrEqual: return left >= right;
    default: return false;
    }
}

SqlPiece literal(const char *sql)
{
    return SqlPiece{QByteArray(sql), {}};
}

SqlPiece always()
{
    return literal("TRUE");
}

SqlPiece never()
{
    return literal("FALSE");
}

SqlPiece oneOf(const char *column, QVector<qint64> ids)
{
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    if (ids.isEmpty())
        return never();
    SqlPiece piece = literal(column);
    piece.append(ids.size() == 1 ? " = " : " IN (");
    for (qsizetype i = 0; i < ids.size(); ++i) {
        if (i > 0)
            piece.append(", ");
        piece.appendValue(ids[i]);
    }
    if (ids.size() > 1)
        piece.append(")");
    return piece;
}

/// The partial index on unresolved tickets is only used where its own term stands in the query.
SqlPiece withUnresolvedTerm(SqlPiece piece)
{
    piece.sql = "(t.state_type < 5 AND " + piece.sql + ')';
    return piece;
}

/// Likewise the index on tickets whose mail is not simply sent, which are few.
SqlPiece deliveryTerm(const QVector<qint64> &states)
{
    SqlPiece piece = oneOf("t.delivery", states);
    const bool allFew = !states.isEmpty() && std::all_of(states.cbegin(), states.cend(), [](qint64 state) {
        return state > qint64(DeliveryState::Sent);
    });
    if (allFew)
        piece.sql = "(t.delivery > 2 AND " + piece.sql + ')';
    return piece;
}

class ConditionCompiler
{
public:
    ConditionCompiler(const ConditionContext &context, const StatementCatalogue &catalogue,
                      const MatchExpression &match)
        : m_context(context)
        , m_catalogue(catalogue)
        , m_match(match)
    {
    }

    Result<SqlPiece> compile(const Condition &condition) const;

private:
    Result<SqlPiece> joined(const QVector<Condition> &children, const char *with, const SqlPiece &whenEmpty) const;
    Result<SqlPiece> test(const Condition &test) const;
    SqlPiece reference(const Condition &test) const;
    SqlPiece under(const Condition &test) const;
    SqlPiece stateTypes(const Condition &test) const;
    SqlPiece textOf(const QByteArray &column, ConditionOperator op, const QString &wanted) const;
    SqlPiece requesterText(const Condition &test) const;
    SqlPiece tags(const Condition &test) const;
    SqlPiece instant(const Condition &test) const;
    SqlPiece number(const Condition &test) const;
    SqlPiece unread() const;
    SqlPiece standing(const Condition &test) const;
    Result<SqlPiece> fullText(const Condition &test) const;
    /// The catalogue's fragment `name` with its question marks' values.
    SqlPiece fragment(const char *name, QVector<SqlPiece::Value> values) const;
    /// The catalogue's fragment `name` with `inner` in the place of {}.
    SqlPiece around(const char *name, const SqlPiece &inner) const;

    const ConditionContext &m_context;
    const StatementCatalogue &m_catalogue;
    const MatchExpression &m_match;
};

Result<SqlPiece> ConditionCompiler::compile(const Condition &condition) const
{
    switch (condition.kind) {
    case Condition::Kind::All: return joined(condition.children, " AND ", always());
    case Condition::Kind::Any: return joined(condition.children, " OR ", never());
    case Condition::Kind::Test: return test(condition);
    case Condition::Kind::Not: break;
    }
    if (condition.children.isEmpty())
        return never();
    Result<SqlPiece> inner = compile(condition.children.first());
    if (inner)
        inner->sql = "NOT (" + inner->sql + ')';
    return inner;
}

Result<SqlPiece> ConditionCompiler::joined(const QVector<Condition> &children, const char *with,
                                           const SqlPiece &whenEmpty) const
{
    if (children.isEmpty())
        return whenEmpty;
    if (children.size() == 1)
        return compile(children.first());
    SqlPiece all = literal("(");
    for (qsizetype i = 0; i < children.size(); ++i) {
        const Result<SqlPiece> one = compile(children[i]);
        if (!one)
            return one;
        if (i > 0)
            all.append(with);
        all.append(*one);
    }
    all.append(")");
    return all;
}

Result<SqlPiece> ConditionCompiler::test(const Condition &test) const
{
    switch (conditionFieldType(test.field)) {
    case ConditionFieldType::Reference: return reference(test);
    case ConditionFieldType::Enumeration:
        if (test.field == ConditionField::Delivery)
            return deliveryTerm(test.ids);
        if (test.field == ConditionField::Sla)
            return standing(test);
        return test.field == ConditionField::StateType ? stateTypes(test) : oneOf(columnOfField(test.field), test.ids);
    case ConditionFieldType::Text:
        if (test.field == ConditionField::RequesterText)
            return requesterText(test);
        return test.field == ConditionField::Number
                   ? textOf(fragment("condition.number", {}).sql, test.op, foldText(test.text))
                   : textOf(columnOfField(test.field), test.op, foldText(test.text));
    case ConditionFieldType::WordSet: return tags(test);
    case ConditionFieldType::Instant: return instant(test);
    case ConditionFieldType::Number: return number(test);
    case ConditionFieldType::Flag:
        return test.field == ConditionField::SlaMissed ? fragment("condition.slaMissed", {m_context.now}) : unread();
    case ConditionFieldType::FullText: return fullText(test);
    }
    return never();
}

SqlPiece ConditionCompiler::reference(const Condition &test) const
{
    const char *column = columnOfField(test.field);
    if (test.op == ConditionOperator::Under)
        return under(test);
    if (test.op == ConditionOperator::IsSet)
        return SqlPiece{QByteArray(column) + " <> 0", {}};
    if (test.op != ConditionOperator::Is) {
        // Ordered by rank, which only priorities have.
        QVector<qint64> ids;
        for (const Priority &priority : m_context.catalog->priorities) {
            if (holdsComparison(priority.rank, test.op, test.ids.value(0)))
                ids.append(priority.id.value);
        }
        return oneOf("t.priority_id", ids);
    }
    QVector<qint64> ids;
    bool allUnresolved = test.field == ConditionField::State;
    for (const qint64 id : test.ids) {
        if (id == Condition::meId && !m_context.me.isValid())
            continue;
        ids.append(id == Condition::meId ? m_context.me.value : id);
        allUnresolved = allUnresolved && m_context.catalog->state(StateId{id})
                        && isUnresolved(m_context.catalog->stateType(StateId{id}));
    }
    const SqlPiece piece = oneOf(column, ids);
    return allUnresolved && !ids.isEmpty() ? withUnresolvedTerm(piece) : piece;
}

SqlPiece ConditionCompiler::under(const Condition &test) const
{
    QVector<qint64> ids;
    for (const qint64 root : test.ids) {
        if (test.field == ConditionField::Queue) {
            for (const QueueId id : m_context.catalog->queueWithDescendants(QueueId{root}))
                ids.append(id.value);
        } else {
            for (const CategoryId id : m_context.catalog->categoryWithDescendants(CategoryId{root}))
                ids.append(id.value);
        }
    }
    return oneOf(test.field == ConditionField::Queue ? "t.queue_id" : "t.category_id", ids);
}

SqlPiece ConditionCompiler::stateTypes(const Condition &test) const
{
    const auto isUnresolvedType = [](qint64 type) { return type < qint64(StateType::Solved); };
    if (test.ids.isEmpty() || !std::all_of(test.ids.cbegin(), test.ids.cend(), isUnresolvedType))
        return oneOf("t.state_type", test.ids);
    for (qint64 type = qint64(StateType::New); type < qint64(StateType::Solved); ++type) {
        if (!test.ids.contains(type))
            return withUnresolvedTerm(oneOf("t.state_type", test.ids));
    }
    return literal("t.state_type < 5");
}

SqlPiece ConditionCompiler::textOf(const QByteArray &column, ConditionOperator op, const QString &wanted) const
{
    SqlPiece piece;
    if (op == ConditionOperator::Equals) {
        piece = SqlPiece{column + " = ", {}};
        piece.appendValue(wanted);
        return piece;
    }
    if (wanted.isEmpty())
        return always();
    if (op == ConditionOperator::StartsWith) {
        // A range, so that an index can be used.
        const QString end = endOfPrefix(wanted);
        piece = SqlPiece{'(' + column + " >= ", {}};
        piece.appendValue(wanted);
        if (!end.isEmpty()) {
            piece.append(" AND " + column + " < ");
            piece.appendValue(end);
        }
        piece.append(")");
        return piece;
    }
    piece = SqlPiece{column + " LIKE ", {}};
    piece.appendValue(QString(u'%' + escapedForLike(wanted) + u'%'));
    piece.append(" ESCAPE '\\'");
    return piece;
}

SqlPiece ConditionCompiler::requesterText(const Condition &test) const
{
    const QString wanted = foldText(test.text);
    SqlPiece either = textOf("p.name_folded", test.op, wanted);
    either.append(" OR ");
    either.append(textOf("p.address_folded", test.op, wanted));
    return around("condition.requester", either);
}

SqlPiece ConditionCompiler::tags(const Condition &test) const
{
    if (test.op == ConditionOperator::IsSet)
        return literal("t.tags <> ''");
    if (test.words.isEmpty())
        return never();
    SqlPiece list;
    for (const QString &word : test.words) {
        if (!list.values.isEmpty())
            list.append(", ");
        list.appendValue(foldText(word));
    }
    return around("condition.tagged", list);
}

SqlPiece ConditionCompiler::instant(const Condition &test) const
{
    // What is not set is in no comparison. "<> 0" is also the term of the partial indexes.
    const QByteArray column = columnOfField(test.field);
    const QByteArray isSet = column + " <> 0";
    if (test.op == ConditionOperator::IsSet)
        return SqlPiece{isSet, {}};
    const char *sign = comparisonSign(test.op);
    if (!sign)
        return never();
    SqlPiece piece{'(' + isSet + " AND " + column + sign, {}};
    piece.appendValue(test.instant.resolve(m_context.now));
    piece.append(")");
    return piece;
}

SqlPiece ConditionCompiler::number(const Condition &test) const
{
    if (test.op == ConditionOperator::Is)
        return oneOf(columnOfField(test.field), test.ids);
    const char *sign = comparisonSign(test.op);
    if (!sign)
        return never();
    SqlPiece piece{QByteArray(columnOfField(test.field)) + sign, {}};
    piece.appendValue(test.ids.value(0));
    return piece;
}

SqlPiece ConditionCompiler::unread() const
{
    if (!m_context.me.isValid())
        return never();
    return fragment("condition.unread", {m_context.me.value, m_context.me.value});
}

SqlPiece ConditionCompiler::standing(const Condition &test) const
{
    QVector<qint64> standings = test.ids;
    const bool alsoOverdue = standings.removeAll(slaOverdue) > 0 && !standings.contains(qint64(SlaStanding::Running));
    if (!alsoOverdue)
        return oneOf("t.sla_standing", standings);
    SqlPiece piece = fragment("condition.overdue", {m_context.now});
    if (standings.isEmpty())
        return piece;
    piece.sql = '(' + piece.sql + " OR ";
    piece.append(oneOf("t.sla_standing", standings));
    piece.append(")");
    return piece;
}

Result<SqlPiece> ConditionCompiler::fullText(const Condition &test) const
{
    if (!m_match)
        return Error{ErrorCode::Invalid,
                     QStringLiteral("store.condition"),
                     QStringLiteral("full text is not possible here"),
                     {}};
    const Result<QString> expression = m_match(test.text);
    if (!expression)
        return expression.error();
    if (expression->isEmpty())
        return never();
    return fragment("condition.matches", {*expression});
}

SqlPiece ConditionCompiler::fragment(const char *name, QVector<SqlPiece::Value> values) const
{
    const QByteArray *text = m_catalogue.find(name);
    return SqlPiece{text ? *text : QByteArray(), std::move(values)};
}

SqlPiece ConditionCompiler::around(const char *name, const SqlPiece &inner) const
{
    SqlPiece piece = fragment(name, inner.values);
    piece.sql.replace("{}", inner.sql);
    return piece;
}

} // namespace

void SqlPiece::append(const SqlPiece &other)
{
    sql += other.sql;
    values += other.values;
}

void SqlPiece::appendValue(Value value)
{
    sql += '?';
    values.append(std::move(value));
}

int bindPiece(Statement &statement, const SqlPiece &piece, int position)
{
    for (const SqlPiece::Value &value : piece.values) {
        if (const qint64 *integer = std::get_if<qint64>(&value))
            statement.bindAt(position, *integer);
        else
            statement.bindAt(position, std::get<QString>(value));
        ++position;
    }
    return position;
}

Result<SqlPiece> conditionSql(const Condition &condition, const ConditionContext &context,
                              const StatementCatalogue &catalogue, const MatchExpression &match)
{
    return ConditionCompiler(context, catalogue, match).compile(condition);
}

QString endOfPrefix(const QString &prefix)
{
    QList<uint> points = prefix.toUcs4();
    while (!points.isEmpty() && points.last() >= QChar::LastValidCodePoint)
        points.removeLast();
    if (points.isEmpty())
        return {};
    const uint next = points.last() + 1;
    points.last() = QChar::isSurrogate(next) ? 0xe000 : next;
    QString end;
    for (const uint point : points)
        end += QChar::fromUcs4(point);
    return end;
}

QString escapedForLike(const QString &text)
{
    QString escaped;
    escaped.reserve(text.size());
    for (const QChar c : text) {
        if (c == u'%' || c == u'_' || c == u'\\')
            escaped += u'\\';
        escaped += c;
    }
    return escaped;
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/json_tree.h"
#include "wire/json_writer.h"
#include "wire/wire_object.h"
#include "wire/wire_shapes.h"

#include "domain/condition_fields.h"

#include <QJsonArray>

namespace deskhand {

namespace {

constexpr int mostConditionValues = 10'000;

/// {"all":[…]}, {"any":[…]}, {"not":…}, {"field":"queue","op":"under","ids":[3]}: what domain/condition_json.h stores,
/// read strictly.
class WireConditionType final : public WireType
{
public:
    void write(const void *value, JsonWriter *json) const override
    {
        const Condition &condition = *static_cast<const Condition *>(value);
        json->beginObject();
        switch (condition.kind) {
        case Condition::Kind::All:
        case Condition::Kind::Any:
            json->key(condition.kind == Condition::Kind::All ? m_all : m_any);
            wireType<QVector<Condition>>().write(&condition.children, json);
            break;
        case Condition::Kind::Not:
            json->key(m_not);
            write(&condition.children.first(), json);
            break;
        case Condition::Kind::Test: writeTest(condition, json); break;
        }
        json->endObject();
    }

    bool read(const JsonNode &node, void *value, WireReading *reading) const override
    {
        if (!node.is(JsonTree::Kind::Object))
            return reading->wrong("wrong-type");
        Condition *condition = static_cast<Condition *>(value);
        *condition = {};
        if (node.value(m_field))
            return readTest(node, condition, reading);
        if (node.count() != 1)
            return reading->wrong("bad-format");
        const JsonNode key = node.first();
        if (key.equals(m_not)) {
            condition->kind = Condition::Kind::Not;
            condition->children.resize(1);
            return read(key.next(), &condition->children.first(), reading) || reading->inside(m_not);
        }
        if (!key.equals(m_all) && !key.equals(m_any)) {
            reading->wrong("unknown");
            return reading->inside(key.text());
        }
        condition->kind = key.equals(m_all) ? Condition::Kind::All : Condition::Kind::Any;
        return wireType<QVector<Condition>>().read(key.next(), &condition->children, reading)
               || reading->inside(key.text());
    }

    bool equal(const void *one, const void *other) const override
    {
        return *static_cast<const Condition *>(one) == *static_cast<const Condition *>(other);
    }

    QJsonObject schema(WireSchemas *schemas) const override
    {
        const QJsonObject itself{{QStringLiteral("$ref"), QStringLiteral("#/components/schemas/Condition")}};
        if (schemas->contains(schemaName()))
            return itself;
        schemas->set(schemaName(), {});
        const QJsonObject list{{QStringLiteral("type"), QStringLiteral("array")}, {QStringLiteral("items"), itself}};
        QJsonArray forms;
        for (const auto &[key, content] : {std::pair(m_all, list), std::pair(m_any, list), std::pair(m_not, itself)}) {
            forms.append(QJsonObject{{QStringLiteral("type"), QStringLiteral("object")},
                                     {QStringLiteral("properties"), QJsonObject{{key, content}}},
                                     {QStringLiteral("required"), QJsonArray{key}},
                                     {QStringLiteral("additionalProperties"), false}});
        }
        forms.append(testSchema());
        schemas->set(schemaName(), {{QStringLiteral("oneOf"), forms}});
        return itself;
    }
    QString schemaName() const override { return QStringLiteral("Condition"); }

private:
    void writeTest(const Condition &condition, JsonWriter *json) const
    {
        json->key(m_field);
        json->text(conditionFieldName(condition.field));
        json->key(m_op);
        json->text(conditionOperatorName(condition.op));
        if (!condition.ids.isEmpty()) {
            json->key(m_ids);
            wireType<QVector<qint64>>().write(&condition.ids, json);
        }
        if (!condition.words.isEmpty()) {
            json->key(m_words);
            wireType<QStringList>().write(&condition.words, json);
        }
        if (!condition.text.isEmpty()) {
            json->key(m_text);
            json->text(condition.text);
        }
        if (condition.instant.relative || condition.instant.value != 0) {
            json->key(condition.instant.relative ? m_relative : m_instant);
            json->number(condition.instant.value);
        }
    }

    bool readTest(const JsonNode &node, Condition *condition, WireReading *reading) const
    {
        condition->kind = Condition::Kind::Test;
        int known = 0;
        const auto field = [&](QLatin1String name, auto read) {
            const std::optional<JsonNode> found = node.value(name);
            known += found ? 1 : 0;
            return !found || read(*found) || reading->inside(name);
        };
        const auto into = [reading](const WireType &type, void *value) {
            return [&type, value, reading](const JsonNode &at) { return type.read(at, value, reading); };
        };
        const auto name = [reading](auto fromName, auto *value) {
            return [=](const JsonNode &at) {
                if (!at.is(JsonTree::Kind::Text))
                    return reading->wrong("wrong-type");
                return fromName(at.text(), value) || reading->wrong("unknown");
            };
        };
        static const WireType *const ids = makeWireLimited(wireType<QVector<qint64>>(), mostConditionValues);
        static const WireType *const words = makeWireLimited(wireType<QStringList>(), mostConditionValues);
        const bool read = field(m_field, name(conditionFieldFromName, &condition->field))
                          && field(m_op, name(conditionOperatorFromName, &condition->op))
                          && field(m_ids, into(*ids, &condition->ids))
                          && field(m_words, into(*words, &condition->words))
                          && field(m_text, into(wireType<QString>(), &condition->text))
                          && field(m_instant, into(wireType<qint64>(), &condition->instant.value));
        if (!read)
            return false;
        if (node.value(m_relative)) {
            condition->instant.relative = true;
            if (node.value(m_instant))
                return reading->wrong("bad-format");
            if (!field(m_relative, into(wireType<qint64>(), &condition->instant.value)))
                return false;
        }
        if (known != node.count())
            return refuseOthers(node, reading);
        if (!node.value(m_op) || !conditionOperatorFits(condition->field, condition->op)) {
            reading->wrong(node.value(m_op) ? "bad-format" : "required");
            return reading->inside(m_op);
        }
        return true;
    }

    /// A key too many: the first that is unknown, else one that is repeated.
    bool refuseOthers(const JsonNode &node, WireReading *reading) const
    {
        JsonNode key = node.first();
        for (int i = 0; i < node.count(); ++i) {
            const bool known =
                std::any_of(m_keys.begin(), m_keys.end(), [&key](QLatin1String each) { return key.equals(each); });
            if (!known) {
                reading->wrong("unknown");
                return reading->inside(key.text());
            }
            if (i + 1 < node.count())
                key = key.next().next();
        }
        return reading->wrong("repeated");
    }

    [[nodiscard]] QJsonObject testSchema() const
    {
        const QJsonObject text{{QStringLiteral("type"), QStringLiteral("string")}};
        const QJsonObject number{{QStringLiteral("type"), QStringLiteral("integer")}};
        const auto list = [](const QJsonObject &items) {
            return QJsonObject{{QStringLiteral("type"), QStringLiteral("array")}, {QStringLiteral("items"), items}};
        };
        QJsonObject field = text;
        field.insert(QStringLiteral("enum"), QJsonArray::fromStringList(conditionFieldNames()));
        return {{QStringLiteral("type"), QStringLiteral("object")},
                {QStringLiteral("properties"), QJsonObject{{m_field, field},
                                                           {m_op, text},
                                                           {m_ids, list(number)},
                                                           {m_words, list(text)},
                                                           {m_text, text},
                                                           {m_instant, number},
                                                           {m_relative, number}}},
                {QStringLiteral("required"), QJsonArray{m_field, m_op}},
                {QStringLiteral("additionalProperties"), false}};
    }

    static constexpr QLatin1String m_all{"all"};
    static constexpr QLatin1String m_any{"any"};
    static constexpr QLatin1String m_not{"not"};
    static constexpr QLatin1String m_field{"field"};
    static constexpr QLatin1String m_op{"op"};
    static constexpr QLatin1String m_ids{"ids"};
    static constexpr QLatin1String m_words{"words"};
    static constexpr QLatin1String m_text{"text"};
    static constexpr QLatin1String m_instant{"instant"};
    static constexpr QLatin1String m_relative{"relative"};
    static constexpr std::array m_keys{m_field, m_op, m_ids, m_words, m_text, m_instant, m_relative};
};

} // namespace

const WireType &wireShape(const Condition *)
{
    static const WireConditionType type;
    return type;
}

} // namespace deskhand

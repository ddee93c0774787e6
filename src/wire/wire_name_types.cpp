// SPDX-License-Identifier: GPL-3.0-or-later
// Types of values that are names on the wire: enumerations, flags, and numbers by name.
#include "wire/wire_type.h"

#include "wire/json_tree.h"
#include "wire/json_writer.h"
#include "wire/wire_object.h"

#include <QJsonArray>

namespace deskhand {

namespace {

/// An enumeration on int, or flags of one.
class WireNamesType final : public WireType
{
public:
    explicit WireNamesType(QVector<WireName> names)
        : m_names(std::move(names))
    {
    }
    void write(const void *value, JsonWriter *json) const override
    {
        json->ascii(nameOf(*static_cast<const int *>(value)));
    }
    bool read(const JsonNode &node, void *value, WireReading *reading) const override
    {
        if (!node.is(JsonTree::Kind::Text))
            return reading->wrong("wrong-type");
        for (const WireName &each : m_names) {
            if (node.equals(QLatin1String(each.name))) {
                *static_cast<int *>(value) = each.value;
                return true;
            }
        }
        return reading->wrong("unknown");
    }
    bool equal(const void *one, const void *other) const override
    {
        return *static_cast<const int *>(one) == *static_cast<const int *>(other);
    }
    QJsonObject schema(WireSchemas *) const override
    {
        QJsonArray names;
        for (const WireName &each : m_names)
            names.append(QLatin1String(each.name));
        return {{QStringLiteral("type"), QStringLiteral("string")}, {QStringLiteral("enum"), names}};
    }
    [[nodiscard]] const QVector<WireName> &names() const { return m_names; }

private:
    [[nodiscard]] QByteArray nameOf(int value) const
    {
        for (const WireName &each : m_names) {
            if (each.value == value)
                return each.name;
        }
        return {};
    }

    QVector<WireName> m_names;
};

class WireFlagsType final : public WireType
{
public:
    explicit WireFlagsType(QVector<WireName> names)
        : m_one(std::move(names))
    {
    }
    void write(const void *value, JsonWriter *json) const override
    {
        json->beginArray();
        for (const WireName &each : m_one.names()) {
            if (*static_cast<const int *>(value) & each.value)
                json->ascii(each.name);
        }
        json->endArray();
    }
    bool read(const JsonNode &node, void *value, WireReading *reading) const override
    {
        if (!node.is(JsonTree::Kind::Array))
            return reading->wrong("wrong-type");
        if (node.count() > m_one.names().size())
            return reading->wrong("too-many");
        int all = 0;
        JsonNode element = node;
        for (int i = 0; i < node.count(); ++i) {
            element = i == 0 ? node.first() : element.next();
            int bit = 0;
            if (!m_one.read(element, &bit, reading))
                return false;
            if (all & bit)
                return reading->wrong("repeated");
            all |= bit;
        }
        *static_cast<int *>(value) = all;
        return true;
    }
    bool equal(const void *one, const void *other) const override { return m_one.equal(one, other); }
    QJsonObject schema(WireSchemas *schemas) const override
    {
        return {{QStringLiteral("type"), QStringLiteral("array")},
                {QStringLiteral("items"), m_one.schema(schemas)},
                {QStringLiteral("uniqueItems"), true}};
    }

private:
    WireNamesType m_one;
};

/// Numbers by name.
class WireTallyType final : public WireType
{
    using Tally = QMap<QString, qint64>;

public:
    void write(const void *value, JsonWriter *json) const override
    {
        json->beginObject();
        const Tally &tally = *static_cast<const Tally *>(value);
        for (auto it = tally.begin(); it != tally.end(); ++it) {
            json->key(QStringView(it.key()));
            json->number(it.value());
        }
        json->endObject();
    }
    bool read(const JsonNode &node, void *value, WireReading *reading) const override
    {
        if (!node.is(JsonTree::Kind::Object))
            return reading->wrong("wrong-type");
        Tally *tally = static_cast<Tally *>(value);
        tally->clear();
        JsonNode at = node;
        for (int i = 0; i < node.count(); ++i) {
            at = i == 0 ? node.first() : at.next();
            const QString name = at.text();
            at = at.next();
            const std::optional<qint64> number = at.number();
            if (!number)
                return reading->wrong("wrong-type");
            if (tally->contains(name))
                return reading->wrong("repeated");
            tally->insert(name, *number);
        }
        return true;
    }
    bool equal(const void *one, const void *other) const override
    {
        return *static_cast<const Tally *>(one) == *static_cast<const Tally *>(other);
    }
    QJsonObject schema(WireSchemas *) const override
    {
        return {
            {QStringLiteral("type"), QStringLiteral("object")},
            {QStringLiteral("additionalProperties"), QJsonObject{{QStringLiteral("type"), QStringLiteral("integer")}}}};
    }
};

} // namespace

const WireType &wireShape(const QMap<QString, qint64> *)
{
    static const WireTallyType type;
    return type;
}

const WireType *makeWireNames(QVector<WireName> names)
{
    return new WireNamesType(std::move(names));
}

const WireType *makeWireFlags(QVector<WireName> names)
{
    return new WireFlagsType(std::move(names));
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/wire_object.h"

#include "wire/json_tree.h"
#include "wire/json_writer.h"

#include <QJsonArray>

#include <algorithm>
#include <bitset>

namespace deskhand {

namespace {

constexpr int mostFields = 64;

const void *memberAt(const void *object, qsizetype offset)
{
    return static_cast<const char *>(object) + offset;
}

void *memberAt(void *object, qsizetype offset)
{
    return static_cast<char *>(object) + offset;
}

} // namespace

void WireObject::add(const char *name, const WireType &type, qsizetype offset)
{
    m_fields.append({QLatin1String(name), &type, offset, false});
    Q_ASSERT(m_fields.size() <= mostFields);
}

void WireObject::write(const void *value, JsonWriter *json) const
{
    json->beginObject();
    writeFields(value, json);
    json->endObject();
}

void WireObject::writeFields(const void *value, JsonWriter *json) const
{
    for (const Field &each : m_fields) {
        if (!each.required && each.type->equal(memberAt(value, each.offset), memberAt(m_usual, each.offset)))
            continue;
        json->key(each.name);
        each.type->write(memberAt(value, each.offset), json);
    }
}

int WireObject::find(const JsonNode &key, int hint) const
{
    const int count = int(m_fields.size());
    for (int i = 0; i < count; ++i) {
        const int index = (hint + i) % count;
        if (key.equals(m_fields[index].name))
            return index;
    }
    return -1;
}

bool WireObject::read(const JsonNode &node, void *value, WireReading *reading) const
{
    return readFields(node, value, reading, {});
}

bool WireObject::readFields(const JsonNode &node, void *value, WireReading *reading, QLatin1String except) const
{
    if (!node.is(JsonTree::Kind::Object))
        return reading->wrong("wrong-type");
    std::bitset<mostFields> seen;
    bool exceptSeen = false;
    int hint = 0;
    JsonNode key = node;
    for (int i = 0; i < node.count(); ++i) {
        key = i == 0 ? node.first() : key.next().next();
        const int index = find(key, hint);
        if (index < 0 && !except.isEmpty() && key.equals(except) && !exceptSeen) {
            exceptSeen = true;
            continue;
        }
        if (index < 0 && !reading->isStrict())
            continue;
        if (index < 0 || seen.test(size_t(index))) {
            reading->wrong(index < 0 && !exceptSeen ? "unknown" : "repeated");
            return reading->inside(key.text());
        }
        seen.set(size_t(index));
        const Field &field = m_fields[index];
        if (!field.type->read(key.next(), memberAt(value, field.offset), reading))
            return reading->inside(field.name);
        hint = index + 1;
    }
    for (int i = 0; i < int(m_fields.size()); ++i) {
        if (m_fields[i].required && !seen.test(size_t(i))) {
            reading->wrong("required");
            return reading->inside(m_fields[i].name);
        }
    }
    return true;
}

bool WireObject::equal(const void *one, const void *other) const
{
    return std::all_of(m_fields.cbegin(), m_fields.cend(), [one, other](const Field &each) {
        return each.type->equal(memberAt(one, each.offset), memberAt(other, each.offset));
    });
}

QJsonObject WireObject::fieldSchemas(WireSchemas *schemas) const
{
    QJsonObject properties;
    QJsonArray required;
    for (const Field &each : m_fields) {
        properties.insert(each.name, each.type->schema(schemas));
        if (each.required)
            required.append(each.name);
    }
    QJsonObject object{{QStringLiteral("properties"), properties}};
    if (!required.isEmpty())
        object.insert(QStringLiteral("required"), required);
    return object;
}

QJsonObject WireObject::schema(WireSchemas *schemas) const
{
    if (!schemas->contains(m_name)) {
        schemas->set(m_name, {}); // it may contain itself
        QJsonObject object = fieldSchemas(schemas);
        object.insert(QStringLiteral("type"), QStringLiteral("object"));
        object.insert(QStringLiteral("additionalProperties"), false);
        schemas->set(m_name, object);
    }
    return {{QStringLiteral("$ref"), QStringLiteral("#/components/schemas/") + m_name}};
}

} // namespace deskhand

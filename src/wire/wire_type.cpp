// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/wire_type.h"

#include "wire/json_tree.h"
#include "wire/json_writer.h"
#include "wire/wire_object.h"

#include <QJsonArray>

#include <limits>

namespace deskhand {

namespace {

/// Places are told to whoever sent the text: what they called a field is theirs, but not at any length.
constexpr qsizetype longestPlaceName = 60;

constexpr int mostInList = 100'000;

class WireTextType final : public WireType
{
public:
    explicit WireTextType(int longest = -1)
        : m_longest(longest)
    {
    }
    void write(const void *value, JsonWriter *json) const override { json->text(*static_cast<const QString *>(value)); }
    bool read(const JsonNode &node, void *value, WireReading *reading) const override
    {
        if (!node.is(JsonTree::Kind::Text))
            return reading->wrong("wrong-type");
        QString *text = static_cast<QString *>(value);
        *text = node.text();
        return m_longest < 0 || text->size() <= m_longest || reading->wrong("too-long");
    }
    bool equal(const void *one, const void *other) const override
    {
        return *static_cast<const QString *>(one) == *static_cast<const QString *>(other);
    }
    QJsonObject schema(WireSchemas *) const override
    {
        QJsonObject schema{{QStringLiteral("type"), QStringLiteral("string")}};
        if (m_longest >= 0)
            schema.insert(QStringLiteral("maxLength"), m_longest);
        return schema;
    }

private:
    int m_longest;
};

template <typename Number>
class WireNumberType final : public WireType
{
public:
    WireNumberType(qint64 least, qint64 most)
        : m_least(least)
        , m_most(most)
    {
    }
    void write(const void *value, JsonWriter *json) const override
    {
        json->number(*static_cast<const Number *>(value));
    }
    bool read(const JsonNode &node, void *value, WireReading *reading) const override
    {
        if (!node.is(JsonTree::Kind::Number))
            return reading->wrong("wrong-type");
        const std::optional<qint64> number = node.number();
        if (!number || *number < m_least || *number > m_most)
            return reading->wrong("out-of-range");
        *static_cast<Number *>(value) = static_cast<Number>(*number);
        return true;
    }
    bool equal(const void *one, const void *other) const override
    {
        return *static_cast<const Number *>(one) == *static_cast<const Number *>(other);
    }
    QJsonObject schema(WireSchemas *) const override
    {
        return {{QStringLiteral("type"), QStringLiteral("integer")},
                {QStringLiteral("minimum"), m_least},
                {QStringLiteral("maximum"), m_most}};
    }

private:
    qint64 m_least;
    qint64 m_most;
};

class WireFlagType final : public WireType
{
public:
    void write(const void *value, JsonWriter *json) const override { json->flag(*static_cast<const bool *>(value)); }
    bool read(const JsonNode &node, void *value, WireReading *reading) const override
    {
        if (!node.is(JsonTree::Kind::True) && !node.is(JsonTree::Kind::False))
            return reading->wrong("wrong-type");
        *static_cast<bool *>(value) = node.is(JsonTree::Kind::True);
        return true;
    }
    bool equal(const void *one, const void *other) const override
    {
        return *static_cast<const bool *>(one) == *static_cast<const bool *>(other);
    }
    QJsonObject schema(WireSchemas *) const override { return {{QStringLiteral("type"), QStringLiteral("boolean")}}; }
};

/// What is written as a text of its own form.
template <typename T>
class WireFormType : public WireType
{
public:
    void write(const void *value, JsonWriter *json) const override
    {
        json->ascii(toAscii(*static_cast<const T *>(value)));
    }
    bool read(const JsonNode &node, void *value, WireReading *reading) const override
    {
        if (!node.is(JsonTree::Kind::Text))
            return reading->wrong("wrong-type");
        const std::optional<QByteArrayView> bytes = node.plainBytes();
        return (bytes && fromAscii(*bytes, static_cast<T *>(value))) || reading->wrong("bad-format");
    }
    bool equal(const void *one, const void *other) const override
    {
        return *static_cast<const T *>(one) == *static_cast<const T *>(other);
    }
    QJsonObject schema(WireSchemas *) const override
    {
        QJsonObject schema = form();
        schema.insert(QStringLiteral("type"), QStringLiteral("string"));
        return schema;
    }

protected:
    [[nodiscard]] virtual QByteArray toAscii(const T &value) const = 0;
    [[nodiscard]] virtual bool fromAscii(QByteArrayView bytes, T *value) const = 0;
    [[nodiscard]] virtual QJsonObject form() const = 0;
};

class WireUuidType final : public WireFormType<QUuid>
{
    QByteArray toAscii(const QUuid &value) const override { return value.toByteArray(QUuid::WithoutBraces); }
    bool fromAscii(QByteArrayView bytes, QUuid *value) const override
    {
        *value = QUuid::fromString(QLatin1StringView(bytes.data(), bytes.size()));
        return bytes.size() == 36 && bytes.toByteArray().toLower() == toAscii(*value);
    }
    QJsonObject form() const override { return {{QStringLiteral("format"), QStringLiteral("uuid")}}; }
};

class WireDateType final : public WireFormType<QDate>
{
    QByteArray toAscii(const QDate &value) const override { return value.toString(Qt::ISODate).toLatin1(); }
    bool fromAscii(QByteArrayView bytes, QDate *value) const override
    {
        if (bytes.isEmpty()) {
            *value = QDate();
            return true;
        }
        *value = QDate::fromString(QString::fromLatin1(bytes), Qt::ISODate);
        return bytes.size() == 10 && value->isValid();
    }
    QJsonObject form() const override { return {{QStringLiteral("format"), QStringLiteral("date")}}; }
};

class WireBytesType final : public WireFormType<QByteArray>
{
    QByteArray toAscii(const QByteArray &value) const override { return value.toBase64(); }
    bool fromAscii(QByteArrayView bytes, QByteArray *value) const override
    {
        const auto decoded = QByteArray::fromBase64Encoding(QByteArray::fromRawData(bytes.data(), bytes.size()),
                                                            QByteArray::AbortOnBase64DecodingErrors);
        *value = decoded.decoded;
        return bool(decoded) && bytes.size() % 4 == 0;
    }
    QJsonObject form() const override { return {{QStringLiteral("contentEncoding"), QStringLiteral("base64")}}; }
};

class WireSha256Type final : public WireFormType<QByteArray>
{
    QByteArray toAscii(const QByteArray &value) const override { return value.toHex(); }
    bool fromAscii(QByteArrayView bytes, QByteArray *value) const override
    {
        *value = QByteArray::fromHex(bytes.toByteArray());
        return (bytes.isEmpty() || bytes.size() == 64) && value->toHex() == bytes;
    }
    QJsonObject form() const override { return {{QStringLiteral("pattern"), QStringLiteral("^([0-9a-f]{64})?$")}}; }
};

/// A zone's name and the like; text as everywhere else, though it is bytes in C++.
class WirePlainTextType final : public WireType
{
public:
    void write(const void *value, JsonWriter *json) const override
    {
        json->text(QString::fromUtf8(*static_cast<const QByteArray *>(value)));
    }
    bool read(const JsonNode &node, void *value, WireReading *reading) const override
    {
        if (!node.is(JsonTree::Kind::Text))
            return reading->wrong("wrong-type");
        *static_cast<QByteArray *>(value) = node.text().toUtf8();
        return true;
    }
    bool equal(const void *one, const void *other) const override
    {
        return *static_cast<const QByteArray *>(one) == *static_cast<const QByteArray *>(other);
    }
    QJsonObject schema(WireSchemas *) const override { return {{QStringLiteral("type"), QStringLiteral("string")}}; }
};

class WireListType final : public WireType
{
public:
    WireListType(const WireListAccess &access, int most)
        : m_access(access)
        , m_most(most)
    {
    }
    void write(const void *value, JsonWriter *json) const override
    {
        json->beginArray();
        const qsizetype size = m_access.size(value);
        for (qsizetype i = 0; i < size; ++i)
            m_access.element->write(m_access.at(value, i), json);
        json->endArray();
    }
    bool read(const JsonNode &node, void *value, WireReading *reading) const override
    {
        if (!node.is(JsonTree::Kind::Array))
            return reading->wrong("wrong-type");
        if (reading->isStrict() && node.count() > m_most)
            return reading->wrong("too-many");
        m_access.clear(value);
        if (node.count() == 0)
            return true;
        m_access.reserve(value, node.count());
        JsonNode element = node.first();
        for (int i = 0; i < node.count(); ++i, element = element.next()) {
            if (!m_access.element->read(element, m_access.append(value), reading))
                return reading->inside(qsizetype(i));
        }
        return true;
    }
    bool equal(const void *one, const void *other) const override
    {
        const qsizetype size = m_access.size(one);
        if (size != m_access.size(other))
            return false;
        for (qsizetype i = 0; i < size; ++i) {
            if (!m_access.element->equal(m_access.at(one, i), m_access.at(other, i)))
                return false;
        }
        return true;
    }
    QJsonObject schema(WireSchemas *schemas) const override
    {
        QJsonObject schema{{QStringLiteral("type"), QStringLiteral("array")},
                           {QStringLiteral("items"), m_access.element->schema(schemas)}};
        if (m_most != mostInList)
            schema.insert(QStringLiteral("maxItems"), m_most);
        return schema;
    }
    [[nodiscard]] const WireListAccess &access() const { return m_access; }

private:
    WireListAccess m_access;
    int m_most;
};

class WireOptionalType final : public WireType
{
public:
    explicit WireOptionalType(const WireOptionalAccess &access)
        : m_access(access)
    {
    }
    void write(const void *value, JsonWriter *json) const override
    {
        if (const void *content = m_access.get(value))
            m_access.content->write(content, json);
        else
            json->null();
    }
    bool read(const JsonNode &node, void *value, WireReading *reading) const override
    {
        return m_access.content->read(node, m_access.emplace(value), reading);
    }
    bool equal(const void *one, const void *other) const override
    {
        const void *a = m_access.get(one);
        const void *b = m_access.get(other);
        return a && b ? m_access.content->equal(a, b) : a == b;
    }
    QJsonObject schema(WireSchemas *schemas) const override { return m_access.content->schema(schemas); }

private:
    WireOptionalAccess m_access;
};

constexpr qint64 largestWireNumber = (qint64{1} << 53) - 1;
constexpr QLatin1String wireItems{"items"};
constexpr QLatin1String wireValue{"value"};

/// Of an answer that is no object; empty: it is one.
QLatin1String onlyFieldOf(const WireType &type)
{
    if (!type.schemaName().isEmpty())
        return {};
    return dynamic_cast<const WireListType *>(&type) ? wireItems : wireValue;
}

} // namespace

bool WireReading::wrong(QLatin1String reason)
{
    if (m_reason.isEmpty())
        m_reason = reason;
    return false;
}

bool WireReading::inside(QStringView name)
{
    const QStringView shown = name.left(longestPlaceName);
    m_place = m_place.isEmpty() ? shown.toString() : shown.toString() + u'.' + m_place;
    return false;
}

const WireType &wireShape(const QString *)
{
    static const WireTextType type;
    return type;
}

const WireType &wireShape(const int *)
{
    static const WireNumberType<int> type(std::numeric_limits<int>::min(), std::numeric_limits<int>::max());
    return type;
}

const WireType &wireShape(const qint64 *)
{
    static const WireNumberType<qint64> type(-largestWireNumber, largestWireNumber);
    return type;
}

const WireType &wireShape(const bool *)
{
    static const WireFlagType type;
    return type;
}

const WireType &wireShape(const QUuid *)
{
    static const WireUuidType type;
    return type;
}

const WireType &wireShape(const QDate *)
{
    static const WireDateType type;
    return type;
}

const WireType &wireShape(const QByteArray *)
{
    static const WireBytesType type;
    return type;
}

const WireType &wireIdShape()
{
    static_assert(sizeof(TicketId) == sizeof(qint64), "an id is its number");
    return wireShape(static_cast<const qint64 *>(nullptr));
}

const WireType &wireSha256()
{
    static const WireSha256Type type;
    return type;
}

const WireType &wirePlainText()
{
    static const WirePlainTextType type;
    return type;
}

const WireType *makeWireList(const WireListAccess &access)
{
    return new WireListType(access, mostInList);
}

const WireType *makeWireLimited(const WireType &list, int most)
{
    return new WireListType(dynamic_cast<const WireListType &>(list).access(), most);
}

const WireType *makeWireOptional(const WireOptionalAccess &access)
{
    return new WireOptionalType(access);
}

const WireType *makeWireNumber(qint64 least, qint64 most)
{
    return new WireNumberType<int>(least, most);
}

const WireType *makeWireText(int longest)
{
    return new WireTextType(longest);
}

Error invalidWire(const QString &where, const QString &place, QLatin1String reason)
{
    const QString name = place.isEmpty() ? QStringLiteral("json") : place;
    return Error{ErrorCode::Invalid, where, name + QStringLiteral(": ") + reason, {{name, QString(reason)}}};
}

QByteArray encodeWireAnswer(const WireType &type, const void *answer)
{
    JsonWriter json;
    const QLatin1String only = onlyFieldOf(type);
    if (only.isEmpty()) {
        type.write(answer, &json);
    } else {
        json.beginObject();
        json.key(only);
        type.write(answer, &json);
        json.endObject();
    }
    return json.bytes();
}

Result<void> decodeWireAnswer(const WireType &type, const QByteArray &bytes, void *answer)
{
    const auto corrupt = [](const QString &what) {
        return Error{ErrorCode::Corrupt, QStringLiteral("wire.answer"), what, {}};
    };
    JsonTree tree;
    if (!tree.parse(bytes, answerJsonLimits))
        return corrupt(tree.reason());
    WireReading reading(false);
    const QLatin1String only = onlyFieldOf(type);
    const std::optional<JsonNode> node = only.isEmpty() ? tree.root() : tree.root().value(only);
    if (!node)
        return corrupt(QStringLiteral("the answer is missing"));
    if (!type.read(*node, answer, &reading))
        return corrupt(reading.place() + QStringLiteral(": ") + reading.reason());
    return {};
}

QJsonObject wireAnswerSchema(const WireType &type, WireSchemas *schemas)
{
    const QLatin1String only = onlyFieldOf(type);
    const QJsonObject schema = type.schema(schemas);
    if (only.isEmpty())
        return schema;
    return {{QStringLiteral("type"), QStringLiteral("object")},
            {QStringLiteral("properties"), QJsonObject{{only, schema}}},
            {QStringLiteral("required"), QJsonArray{only}}};
}

} // namespace deskhand

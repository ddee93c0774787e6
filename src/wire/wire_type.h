// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "base/result.h"

#include <QByteArray>
#include <QDate>
#include <QJsonObject>
#include <QLatin1String>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QUuid>
#include <QVector>

#include <optional>
#include <type_traits>

namespace deskhand {

class JsonNode;
class JsonWriter;
struct JsonLimits;

/// How a value is read: how strictly, and what was wrong first.
class WireReading
{
public:
    /// `strict`: fields that nobody has declared are refused.
    explicit WireReading(bool strict)
        : m_strict(strict)
    {
    }

    [[nodiscard]] bool isStrict() const { return m_strict; }

    /// Always false. Reasons as in operations/field_errors.h, and "wrong-type", "too-many", "too-deep".
    bool wrong(QLatin1String reason);
    bool wrong(const char *reason) { return wrong(QLatin1String(reason)); }
    // Always false: what was wrong is inside of a field or element that is called so.
    bool inside(QStringView name);
    bool inside(QLatin1String name) { return inside(QString(name)); }
    bool inside(qsizetype index) { return inside(QString::number(index)); }

    [[nodiscard]] const QString &place() const { return m_place; } ///< "query.sort.column"
    [[nodiscard]] QLatin1String reason() const { return m_reason; }

private:
    bool m_strict;
    QString m_place;
    QLatin1String m_reason;
};

/// Collects the schemas of a description that have a name of their own.
class WireSchemas
{
public:
    [[nodiscard]] bool contains(const QString &name) const { return m_schemas.contains(name); }
    void set(const QString &name, const QJsonObject &schema) { m_schemas.insert(name, schema); }
    [[nodiscard]] const QMap<QString, QJsonObject> &all() const { return m_schemas; }

private:
    QMap<QString, QJsonObject> m_schemas;
};

/// How values of one C++ type are written as JSON, read, compared, and described. There is one for each type, see
/// wireType(); the values are handed over as pointers to that type. Immutable, thread-safe, lives as long as the
/// program.
class WireType
{
public:
    WireType() = default;
    virtual ~WireType() = default;
    WireType(const WireType &) = delete;
    WireType &operator=(const WireType &) = delete;

    virtual void write(const void *value, JsonWriter *json) const = 0;
    /// False: `reading` says what is wrong, and the value may be anything.
    [[nodiscard]] virtual bool read(const JsonNode &node, void *value, WireReading *reading) const = 0;
    [[nodiscard]] virtual bool equal(const void *one, const void *other) const = 0;
    /// JSON Schema of 2020-12, as OpenAPI 3.1 has it.
    [[nodiscard]] virtual QJsonObject schema(WireSchemas *schemas) const = 0;
    /// Under which an object has its schema; empty: it is no object.
    [[nodiscard]] virtual QString schemaName() const { return {}; }
};

[[nodiscard]] const WireType &wireShape(const QString *);
[[nodiscard]] const WireType &wireShape(const int *);
[[nodiscard]] const WireType &wireShape(const qint64 *);
[[nodiscard]] const WireType &wireShape(const bool *);
[[nodiscard]] const WireType &wireShape(const QUuid *);
[[nodiscard]] const WireType &wireShape(const QDate *);
[[nodiscard]] const WireType &wireShape(const QByteArray *); ///< base64
[[nodiscard]] const WireType &wireShape(const QMap<QString, qint64> *);
[[nodiscard]] const WireType &wireIdShape();

/// A list whose elements are of one type, whatever that is.
struct WireListAccess {
    const WireType *element = nullptr;
    qsizetype (*size)(const void *list) = nullptr;
    const void *(*at)(const void *list, qsizetype index) = nullptr;
    void *(*append)(void *list) = nullptr; ///< a new element
    void (*clear)(void *list) = nullptr;
    void (*reserve)(void *list, qsizetype size) = nullptr;
};
[[nodiscard]] const WireType *makeWireList(const WireListAccess &access);

/// What may be there or not.
struct WireOptionalAccess {
    const WireType *content = nullptr;
    const void *(*get)(const void *optional) = nullptr; ///< null: there is none
    void *(*emplace)(void *optional) = nullptr;
};
[[nodiscard]] const WireType *makeWireOptional(const WireOptionalAccess &access);

// By what kind of type it is; the last takes the overload of wireShape() for the type (wire_shapes.h).
template <typename Tag>
[[nodiscard]] const WireType &wireTypeOf(const Id<Tag> *);
template <typename T>
[[nodiscard]] const WireType &wireTypeOf(const QList<T> *);
template <typename T>
[[nodiscard]] const WireType &wireTypeOf(const std::optional<T> *);
template <typename T>
[[nodiscard]] const WireType &wireTypeOf(const T *type)
{
    return wireShape(type);
}

template <typename T>
[[nodiscard]] const WireType &wireType()
{
    return wireTypeOf(static_cast<const T *>(nullptr));
}

template <typename Tag>
const WireType &wireTypeOf(const Id<Tag> *)
{
    return wireIdShape();
}

template <typename T>
const WireType &wireTypeOf(const QList<T> *)
{
    using List = QList<T>;
    static const WireType *const type = makeWireList(
        {&wireType<T>(), [](const void *list) { return static_cast<const List *>(list)->size(); },
         [](const void *list, qsizetype index) -> const void * { return &static_cast<const List *>(list)->at(index); },
         [](void *list) -> void * { return &static_cast<List *>(list)->emplaceBack(); },
         [](void *list) { static_cast<List *>(list)->clear(); },
         [](void *list, qsizetype size) { static_cast<List *>(list)->reserve(size); }});
    return *type;
}

template <typename T>
const WireType &wireTypeOf(const std::optional<T> *)
{
    using Optional = std::optional<T>;
    static const WireType *const type =
        makeWireOptional({&wireType<T>(),
                          [](const void *optional) -> const void * {
                              const auto *content = static_cast<const Optional *>(optional);
                              return content->has_value() ? &**content : nullptr;
                          },
                          [](void *optional) -> void * { return &static_cast<Optional *>(optional)->emplace(); }});
    return *type;
}

/// Invalid with the place and its reason in the payload.
[[nodiscard]] Error invalidWire(const QString &where, const QString &place, QLatin1String reason);

/// An answer as a JSON object: what is none becomes its only field, "items" of a list, "value" of anything else.
[[nodiscard]] QByteArray encodeWireAnswer(const WireType &type, const void *answer);
/// Errors: Corrupt.
[[nodiscard]] Result<void> decodeWireAnswer(const WireType &type, const QByteArray &json, void *answer);
[[nodiscard]] QJsonObject wireAnswerSchema(const WireType &type, WireSchemas *schemas);

} // namespace deskhand

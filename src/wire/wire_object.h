// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/wire_type.h"

#include <array>

namespace deskhand {

// How the types of the wire are put together; included by the files that describe them (shapes_*.cpp).

/// What `type` makes of a value that keeps to a rule besides.
[[nodiscard]] const WireType *makeWireNumber(qint64 least, qint64 most); ///< of int
[[nodiscard]] const WireType *makeWireText(int longest);                 ///< characters of QString
/// A list of QList<T> of at most so many.
[[nodiscard]] const WireType *makeWireLimited(const WireType &list, int most);
[[nodiscard]] const WireType &wireSha256();    ///< 32 bytes as hex, or none: QByteArray
[[nodiscard]] const WireType &wirePlainText(); ///< a QByteArray that is text

/// Names of an enumeration, or of the bits of flags; both as the numbers that they have in C++.
struct WireName {
    int value;
    QByteArray name;
};
[[nodiscard]] const WireType *makeWireNames(QVector<WireName> names); ///< of an enumeration on int
[[nodiscard]] const WireType *makeWireFlags(QVector<WireName> names); ///< of QFlags

/// The object of a struct: its fields in their order, each left out when it is what a new struct has.
class WireObject : public WireType
{
public:
    struct Field {
        QLatin1String name;
        const WireType *type = nullptr;
        qsizetype offset = 0;
        bool required = false; ///< must be there, and is always written
    };

    void write(const void *value, JsonWriter *json) const override;
    [[nodiscard]] bool read(const JsonNode &node, void *value, WireReading *reading) const override;
    [[nodiscard]] bool equal(const void *one, const void *other) const override;
    [[nodiscard]] QJsonObject schema(WireSchemas *schemas) const override;
    [[nodiscard]] QString schemaName() const override { return m_name; }

    /// The fields alone, into an object that is open; for objects with a field that says what they are.
    void writeFields(const void *value, JsonWriter *json) const;
    /// Without the field `except`, which somebody else has read; empty: there is none.
    [[nodiscard]] bool readFields(const JsonNode &node, void *value, WireReading *reading, QLatin1String except) const;
    /// "properties" and "required".
    [[nodiscard]] QJsonObject fieldSchemas(WireSchemas *schemas) const;

    [[nodiscard]] const QVector<Field> &fields() const { return m_fields; }

protected:
    explicit WireObject(const char *name)
        : m_name(QLatin1String(name))
    {
    }
    void add(const char *name, const WireType &type, qsizetype offset);

    const void *m_usual = nullptr; ///< a new struct
    QVector<Field> m_fields;

private:
    /// The index of the field; -1: there is none. `hint`: where it is looked for first.
    [[nodiscard]] int find(const JsonNode &key, int hint) const;

    QString m_name;
};

template <typename T>
class WireObjectOf final : public WireObject
{
public:
    explicit WireObjectOf(const char *name)
        : WireObject(name)
    {
        m_usual = &m_new;
    }

    template <typename M>
    WireObjectOf &field(const char *name, M T::*member, const WireType &type = wireType<M>())
    {
        add(name, type, offsetOf(&(m_new.*member)));
        return *this;
    }
    /// The field before it must be there.
    WireObjectOf &required()
    {
        m_fields.last().required = true;
        return *this;
    }
    /// All fields of a struct inside, as if they were its own.
    template <typename M>
    WireObjectOf &all(M T::*member, const WireObject &inner)
    {
        const qsizetype offset = offsetOf(&(m_new.*member));
        for (Field each : inner.fields()) {
            each.offset += offset;
            m_fields.append(each);
        }
        return *this;
    }

private:
    qsizetype offsetOf(const void *member) const
    {
        return static_cast<const char *>(member) - reinterpret_cast<const char *>(&m_new);
    }

    T m_new{};
};

} // namespace deskhand

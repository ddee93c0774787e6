// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/json_tree.h"
#include "wire/json_writer.h"
#include "wire/wire_object.h"

#include <optional>
#include <variant>

namespace deskhand {

/// One alternative of a std::variant with its name on the wire and its shape.
template <typename Variant>
struct WireAlternative {
    QLatin1String name;
    const WireObject *type = nullptr;
    Variant (*make)() = nullptr;
    void *(*open)(Variant *value) = nullptr; ///< null: it is another alternative
};

template <typename Variant, typename T>
WireAlternative<Variant> wireAlternative(QLatin1String name)
{
    return {name, &dynamic_cast<const WireObject &>(wireType<T>()), [] { return Variant(T{}); },
            [](Variant *value) -> void * { return std::get_if<T>(value); }};
}

template <typename Variant>
const WireAlternative<Variant> *findAlternative(const QVector<WireAlternative<Variant>> &all, QLatin1String name)
{
    const auto found = std::find_if(all.cbegin(), all.cend(),
                                    [name](const WireAlternative<Variant> &each) { return each.name == name; });
    return found == all.cend() ? nullptr : &*found;
}

/// Null: it is not on the wire.
template <typename Variant>
const WireAlternative<Variant> *alternativeOf(const QVector<WireAlternative<Variant>> &all, const Variant &value)
{
    const auto found = std::find_if(all.cbegin(), all.cend(), [&value](const WireAlternative<Variant> &each) {
        return each.open(const_cast<Variant *>(&value)) != nullptr;
    });
    return found == all.cend() ? nullptr : &*found;
}

template <typename Variant>
void writeAlternative(const WireAlternative<Variant> &alternative, const Variant &value, JsonWriter *json)
{
    alternative.type->write(alternative.open(const_cast<Variant *>(&value)), json);
}

/// Calls by name with their parameters as JSON; empty bytes are no parameters.
template <typename Call>
Result<Call> decodeNamedCall(const QVector<WireAlternative<Call>> &all, QByteArrayView name, const QByteArray &json)
{
    const auto *alternative = findAlternative(all, QLatin1String(name.data(), name.size()));
    if (!alternative)
        return Error{ErrorCode::NotFound, QStringLiteral("wire.call"), QStringLiteral("no such call"), {}};
    const QString where = QStringLiteral("wire.") + alternative->name;
    Call call = alternative->make();
    if (json.isEmpty())
        return call;
    JsonTree tree;
    if (!tree.parse(json, requestJsonLimits))
        return invalidWire(where, {}, tree.reason());
    WireReading reading(true);
    if (!alternative->type->read(tree.root(), alternative->open(&call), &reading))
        return invalidWire(where, reading.place(), reading.reason());
    return call;
}

template <typename Call>
QByteArray encodeNamedCall(const QVector<WireAlternative<Call>> &all, const Call &call)
{
    JsonWriter json;
    writeAlternative(*alternativeOf(all, call), call, &json);
    return json.bytes();
}

/// All alternatives of a variant whose types say their names themselves.
template <typename Variant, size_t... Index>
QVector<WireAlternative<Variant>> namedAlternatives(std::index_sequence<Index...>)
{
    return {wireAlternative<Variant, std::variant_alternative_t<Index, Variant>>(
        std::variant_alternative_t<Index, Variant>::name)...};
}
template <typename Variant>
const QVector<WireAlternative<Variant>> &namedAlternatives()
{
    static const QVector<WireAlternative<Variant>> all =
        namedAlternatives<Variant>(std::make_index_sequence<std::variant_size_v<Variant>>());
    return all;
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLatin1String>
#include <QString>

#include <optional>
#include <vector>

namespace deskhand {

/// What a text may cost before anybody has looked at what it says.
struct JsonLimits {
    qint64 size = 1024 * 1024; ///< bytes
    int depth = 32;
    qint64 nodes = 200'000; ///< values and keys
    int keys = 256;         ///< of one object
};
/// Of what comes from outside.
inline constexpr JsonLimits requestJsonLimits{};
/// Of what the service that one has signed in to answers: lists of all tickets, conditions of any depth.
inline constexpr JsonLimits answerJsonLimits{512LL * 1024 * 1024, 512, 64'000'000, 100'000};

class JsonNode;

/// A JSON text (RFC 8259) read once: where each value begins, and nothing copied. Strict: valid UTF-8, no lone
/// surrogates, nothing behind the value. Numbers are looked at when somebody wants one. Refers to the bytes; they must
/// not be gone before it.
class JsonTree
{
public:
    enum class Kind : quint8 { Null, False, True, Number, Text, Array, Object };

    struct Node {
        quint32 begin = 0;  ///< of the number or of what is between the quotes
        quint32 length = 0; ///< bytes; of arrays and objects how many values are in it
        quint32 next = 0;   ///< the node behind it and everything inside
        Kind kind = Kind::Null;
        bool escaped = false; ///< a text with a backslash in it
    };

    /// False: it cannot be read, see reason().
    [[nodiscard]] bool parse(QByteArrayView bytes, const JsonLimits &limits);
    /// "bad-format", "too-long", "too-deep", "too-many".
    [[nodiscard]] QLatin1String reason() const { return m_reason; }
    [[nodiscard]] JsonNode root() const;

private:
    friend class JsonNode;
    friend class JsonParser;

    QByteArrayView m_bytes;
    std::vector<Node> m_nodes;
    QLatin1String m_reason;
};

/// A value in a tree, which must live as long.
class JsonNode
{
public:
    JsonNode(const JsonTree &tree, quint32 index)
        : m_tree(&tree)
        , m_index(index)
    {
    }

    [[nodiscard]] JsonTree::Kind kind() const { return node().kind; }
    [[nodiscard]] bool is(JsonTree::Kind kind) const { return node().kind == kind; }
    /// Values of an array, pairs of an object.
    [[nodiscard]] int count() const { return int(node().length); }
    /// The first value inside, or the first key; only when count() > 0. A key's value is its next().
    [[nodiscard]] JsonNode first() const { return {*m_tree, m_index + 1}; }
    [[nodiscard]] JsonNode next() const { return {*m_tree, node().next}; }
    /// The value of a key; nothing: there is none. The first one when it is repeated.
    [[nodiscard]] std::optional<JsonNode> value(QLatin1String key) const;

    /// Of a text or a key.
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool equals(QLatin1String ascii) const;
    /// The bytes between the quotes as they stand there, when nothing is escaped; for hex and base64.
    [[nodiscard]] std::optional<QByteArrayView> plainBytes() const;
    /// A whole number without fraction and exponent whose size is at most 2^53 - 1; nothing: it is another.
    [[nodiscard]] std::optional<qint64> number() const;

private:
    [[nodiscard]] const JsonTree::Node &node() const { return m_tree->m_nodes[m_index]; }

    const JsonTree *m_tree;
    quint32 m_index;
};

inline JsonNode JsonTree::root() const
{
    return {*this, 0};
}

} // namespace deskhand

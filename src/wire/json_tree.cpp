// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/json_tree.h"

#include <charconv>
#include <limits>

namespace deskhand {
namespace {

/// Digits that a double holds, whatever they are. RFC 8259 (6) advises against numbers beyond a double: other readers
/// refuse them, or make something else of them.
constexpr qsizetype longestCertainNumber = 300;

} // namespace

/// Reads one text into the nodes of a tree, in the order in which values and keys stand there.
class JsonParser
{
public:
    JsonParser(JsonTree *tree, const JsonLimits &limits)
        : m_tree(tree)
        , m_limits(limits)
        , m_at(tree->m_bytes.data())
        , m_end(m_at + tree->m_bytes.size())
    {
    }

    bool parse()
    {
        if (m_end - m_at > m_limits.size || m_end - m_at > std::numeric_limits<quint32>::max() - 1)
            return fail("too-long");
        skipBlanks();
        if (!value(1))
            return false;
        skipBlanks();
        return m_at == m_end || fail("bad-format");
    }

private:
    using Kind = JsonTree::Kind;

    bool fail(const char *reason)
    {
        if (m_tree->m_reason.isEmpty())
            m_tree->m_reason = QLatin1String(reason);
        return false;
    }

    void skipBlanks()
    {
        while (m_at != m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
            ++m_at;
    }

    bool take(char wanted)
    {
        if (m_at == m_end || *m_at != wanted)
            return false;
        ++m_at;
        return true;
    }

    std::optional<quint32> add(Kind kind)
    {
        if (qint64(m_tree->m_nodes.size()) >= m_limits.nodes) {
            fail("too-many");
            return std::nullopt;
        }
        const auto index = quint32(m_tree->m_nodes.size());
        JsonTree::Node node;
        node.begin = quint32(m_at - m_tree->m_bytes.data());
        node.next = index + 1;
        node.kind = kind;
        m_tree->m_nodes.push_back(node);
        return index;
    }

    bool value(int depth)
    {
        if (m_at == m_end)
            return fail("bad-format");
        switch (*m_at) {
        case '{': return depth <= m_limits.depth ? object(depth) : fail("too-deep");
        case '[': return depth <= m_limits.depth ? array(depth) : fail("too-deep");
        case '"': return text();
        case 't': return word("true", Kind::True);
        case 'f': return word("false", Kind::False);
        case 'n': return word("null", Kind::Null);
        default: return number();
        }
    }

    bool word(QByteArrayView wanted, Kind kind)
    {
        if (m_end - m_at < wanted.size() || QByteArrayView(m_at, wanted.size()) != wanted)
            return fail("bad-format");
        if (!add(kind))
            return false;
        m_at += wanted.size();
        return true;
    }

    bool digits()
    {
        const char *begin = m_at;
        while (m_at != m_end && *m_at >= '0' && *m_at <= '9')
            ++m_at;
        return m_at != begin;
    }

    bool number()
    {
        const std::optional<quint32> index = add(Kind::Number);
        if (!index)
            return false;
        const char *begin = m_at;
        take('-');
        const bool zero = m_at != m_end && *m_at == '0';
        if (zero ? !take('0') : !digits())
            return fail("bad-format");
        if (take('.') && !digits())
            return fail("bad-format");
        const bool exponent = take('e') || take('E');
        if (exponent) {
            if (!take('-'))
                take('+');
            if (!digits())
                return fail("bad-format");
        }
        const QByteArrayView written(begin, m_at - begin);
        if ((exponent || written.size() > longestCertainNumber) && !isDouble(written))
            return fail("bad-format");
        m_tree->m_nodes[*index].length = quint32(written.size());
        return true;
    }

    static bool isDouble(QByteArrayView number)
    {
        bool ok = false;
        static_cast<void>(number.toDouble(&ok));
        return ok;
    }

    bool array(int depth)
    {
        const std::optional<quint32> index = add(Kind::Array);
        if (!index)
            return false;
        ++m_at;
        quint32 count = 0;
        skipBlanks();
        if (!take(']')) {
            do {
                skipBlanks();
                if (!value(depth + 1))
                    return false;
                ++count;
                skipBlanks();
            } while (take(','));
            if (!take(']'))
                return fail("bad-format");
        }
        close(*index, count);
        return true;
    }

    bool object(int depth)
    {
        const std::optional<quint32> index = add(Kind::Object);
        if (!index)
            return false;
        ++m_at;
        quint32 count = 0;
        skipBlanks();
        if (!take('}')) {
            do {
                if (++count > quint32(m_limits.keys))
                    return fail("too-many");
                if (!pair(depth))
                    return false;
            } while (take(','));
            if (!take('}'))
                return fail("bad-format");
        }
        close(*index, count);
        return true;
    }

    bool pair(int depth)
    {
        skipBlanks();
        if (m_at == m_end || *m_at != '"')
            return fail("bad-format");
        if (!text())
            return false;
        skipBlanks();
        if (!take(':'))
            return fail("bad-format");
        skipBlanks();
        if (!value(depth + 1))
            return false;
        skipBlanks();
        return true;
    }

    void close(quint32 index, quint32 count)
    {
        m_tree->m_nodes[index].length = count;
        m_tree->m_nodes[index].next = quint32(m_tree->m_nodes.size());
    }

    bool text()
    {
        const std::optional<quint32> index = add(Kind::Text);
        if (!index)
            return false;
        ++m_at;
        const char *begin = m_at;
        bool escaped = false;
        while (m_at != m_end && *m_at != '"') {
            const auto byte = static_cast<unsigned char>(*m_at);
            if (byte == '\\') {
                escaped = true;
                if (!escape())
                    return fail("bad-format");
            } else if (byte >= 0x80) {
                if (!multibyte())
                    return fail("bad-format");
            } else if (byte >= 0x20) {
                ++m_at;
            } else {
                return fail("bad-format");
            }
        }
        JsonTree::Node &node = m_tree->m_nodes[*index];
        node.begin = quint32(begin - m_tree->m_bytes.data());
        node.length = quint32(m_at - begin);
        node.escaped = escaped;
        return take('"') || fail("bad-format");
    }

    bool escape()
    {
        ++m_at;
        if (m_at == m_end)
            return false;
        const char kind = *m_at++;
        if (kind != 'u')
            return QByteArrayView("\"\\/bfnrt").contains(kind);
        const int unit = fourDigits();
        if (unit < 0 || QChar::isLowSurrogate(char32_t(unit)))
            return false;
        if (!QChar::isHighSurrogate(char32_t(unit)))
            return true;
        if (!take('\\') || !take('u'))
            return false;
        const int low = fourDigits();
        return low >= 0 && QChar::isLowSurrogate(char32_t(low));
    }

    int fourDigits()
    {
        if (m_end - m_at < 4)
            return -1;
        int value = 0;
        const auto read = std::from_chars(m_at, m_at + 4, value, 16);
        if (read.ptr != m_at + 4 || *m_at == '-')
            return -1;
        m_at += 4;
        return value;
    }

    /// One character of more than one byte, by the table of RFC 3629.
    bool multibyte()
    {
        const auto at = [this](int offset) { return static_cast<unsigned char>(m_at[offset]); };
        const unsigned char lead = at(0);
        const int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || lead > 0xF4 || m_end - m_at < length)
            return false;
        for (int i = 1; i < length; ++i) {
            if ((at(i) & 0xC0) != 0x80)
                return false;
        }
        const bool overlong = (lead == 0xE0 && at(1) < 0xA0) || (lead == 0xF0 && at(1) < 0x90);
        const bool noCharacter = (lead == 0xED && at(1) >= 0xA0) || (lead == 0xF4 && at(1) >= 0x90);
        if (overlong || noCharacter)
            return false;
        m_at += length;
        return true;
    }

    JsonTree *m_tree;
    const JsonLimits &m_limits;
    const char *m_at;
    const char *m_end;
};

bool JsonTree::parse(QByteArrayView bytes, const JsonLimits &limits)
{
    m_bytes = bytes;
    m_nodes.clear();
    m_reason = {};
    return JsonParser(this, limits).parse();
}

std::optional<JsonNode> JsonNode::value(QLatin1String key) const
{
    if (!is(JsonTree::Kind::Object))
        return std::nullopt;
    JsonNode at = first();
    for (int i = 0; i < count(); ++i) {
        if (at.equals(key))
            return at.next();
        at = at.next().next();
    }
    return std::nullopt;
}

QString JsonNode::text() const
{
    const QByteArrayView raw = m_tree->m_bytes.sliced(node().begin, node().length);
    if (!node().escaped)
        return QString::fromUtf8(raw);
    QString text;
    text.reserve(raw.size());
    qsizetype from = 0;
    while (from < raw.size()) {
        const qsizetype backslash = raw.indexOf('\\', from);
        if (backslash < 0)
            break;
        text += QUtf8StringView(raw.data() + from, backslash - from).toString();
        const char kind = raw[backslash + 1];
        from = backslash + 2;
        switch (kind) {
        case 'b': text += u'\b'; break;
        case 'f': text += u'\f'; break;
        case 'n': text += u'\n'; break;
        case 'r': text += u'\r'; break;
        case 't': text += u'\t'; break;
        case 'u':
            text += QChar(char16_t(raw.sliced(from, 4).toByteArray().toUShort(nullptr, 16)));
            from += 4;
            break;
        default: text += QLatin1Char(kind); break;
        }
    }
    text += QUtf8StringView(raw.data() + from, raw.size() - from).toString();
    return text;
}

bool JsonNode::equals(QLatin1String ascii) const
{
    if (node().escaped)
        return text() == ascii;
    return m_tree->m_bytes.sliced(node().begin, node().length) == QByteArrayView(ascii.data(), ascii.size());
}

std::optional<QByteArrayView> JsonNode::plainBytes() const
{
    if (!is(JsonTree::Kind::Text) || node().escaped)
        return std::nullopt;
    return m_tree->m_bytes.sliced(node().begin, node().length);
}

std::optional<qint64> JsonNode::number() const
{
    constexpr qint64 largest = (qint64{1} << 53) - 1;
    if (!is(JsonTree::Kind::Number))
        return std::nullopt;
    const char *begin = m_tree->m_bytes.data() + node().begin;
    const char *end = begin + node().length;
    qint64 value = 0;
    const auto read = std::from_chars(begin, end, value);
    const bool whole = read.ec == std::errc() && read.ptr == end;
    return whole && value >= -largest && value <= largest ? std::optional(value) : std::nullopt;
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/json_writer.h"

#include <charconv>

namespace deskhand {

namespace {

void appendUtf8(char32_t character, QByteArray *bytes)
{
    const auto byte = [bytes](char32_t value) { bytes->append(static_cast<char>(value)); };
    if (character < 0x80) {
        byte(character);
    } else if (character < 0x800) {
        byte(0xC0 | (character >> 6));
        byte(0x80 | (character & 0x3F));
    } else if (character < 0x10000) {
        byte(0xE0 | (character >> 12));
        byte(0x80 | ((character >> 6) & 0x3F));
        byte(0x80 | (character & 0x3F));
    } else {
        byte(0xF0 | (character >> 18));
        byte(0x80 | ((character >> 12) & 0x3F));
        byte(0x80 | ((character >> 6) & 0x3F));
        byte(0x80 | (character & 0x3F));
    }
}

void appendControl(char16_t character, QByteArray *bytes)
{
    switch (character) {
    case '\n': bytes->append("\\n"); return;
    case '\r': bytes->append("\\r"); return;
    case '\t': bytes->append("\\t"); return;
    default: break;
    }
    constexpr char digits[] = "0123456789abcdef";
    bytes->append("\\u00").append(digits[character >> 4]).append(digits[character & 0xF]);
}

} // namespace

void JsonWriter::beforeValue()
{
    if (m_needsComma)
        m_bytes.append(',');
    m_needsComma = true;
}

void JsonWriter::open(char bracket)
{
    beforeValue();
    m_bytes.append(bracket);
    m_needsComma = false;
}

void JsonWriter::close(char bracket)
{
    m_bytes.append(bracket);
    m_needsComma = true;
}

void JsonWriter::key(QLatin1String name)
{
    beforeValue();
    m_bytes.append('"').append(name.data(), name.size()).append("\":");
    m_needsComma = false;
}

void JsonWriter::key(QStringView name)
{
    beforeValue();
    quoted(name);
    m_bytes.append(':');
    m_needsComma = false;
}

void JsonWriter::number(qint64 value)
{
    beforeValue();
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    m_bytes.append(digits, end - digits);
}

void JsonWriter::flag(bool value)
{
    beforeValue();
    m_bytes.append(value ? "true" : "false");
}

void JsonWriter::null()
{
    beforeValue();
    m_bytes.append("null");
}

void JsonWriter::text(QStringView value)
{
    beforeValue();
    quoted(value);
}

void JsonWriter::ascii(QByteArrayView value)
{
    beforeValue();
    m_bytes.append('"').append(value.data(), value.size()).append('"');
}

void JsonWriter::quoted(QStringView value)
{
    m_bytes.append('"');
    for (qsizetype i = 0; i < value.size(); ++i) {
        const char16_t unit = value[i].unicode();
        if (unit == '"' || unit == '\\') {
            m_bytes.append('\\').append(static_cast<char>(unit));
        } else if (unit < 0x20) {
            appendControl(unit, &m_bytes);
        } else if (!QChar::isSurrogate(unit)) {
            appendUtf8(unit, &m_bytes);
        } else if (QChar::isHighSurrogate(unit) && i + 1 < value.size() && value[i + 1].isLowSurrogate()) {
            appendUtf8(QChar::surrogateToUcs4(unit, value[i + 1].unicode()), &m_bytes);
            ++i;
        } else {
            appendUtf8(QChar::ReplacementCharacter, &m_bytes);
        }
    }
    m_bytes.append('"');
}

} // namespace deskhand

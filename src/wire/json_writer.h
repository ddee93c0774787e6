// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLatin1String>
#include <QStringView>

namespace deskhand {

/// Compact JSON, written straight into bytes: an answer of a million ids has no tree of a million nodes before it.
/// Whoever calls opens and closes in pairs, and writes one value behind each key.
class JsonWriter
{
public:
    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }
    void key(QLatin1String name); ///< has nothing that would have to be escaped
    void key(QStringView name);
    void number(qint64 value);
    void flag(bool value);
    void null();
    /// A lone surrogate becomes U+FFFD: it is no character.
    void text(QStringView value);
    void ascii(QByteArrayView value); ///< has nothing that would have to be escaped: hex, base64, names

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    void reserve(qsizetype size) { m_bytes.reserve(size); }

private:
    void open(char bracket);
    void close(char bracket);
    void beforeValue();
    void quoted(QStringView value);

    QByteArray m_bytes;
    bool m_needsComma = false;
};

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace deskhand {

/// Writes CBOR (RFC 8949) to the end of bytes, so that pieces that were written apart can be put together.
class CborBytes
{
public:
    explicit CborBytes(QByteArray *bytes)
        : m_bytes(bytes)
    {
    }

    void number(qint64 value) { value < 0 ? head(1, quint64(-(value + 1))) : head(0, quint64(value)); }
    void byteString(const char *data, qsizetype size) { string(2, data, size); }
    void text(const char *utf8, qsizetype size) { string(3, utf8, size); }
    void text(const QByteArray &utf8) { string(3, utf8.constData(), utf8.size()); }
    void null() { m_bytes->append(char(0xf6)); }
    void array(qsizetype items) { head(4, quint64(items)); }
    void map(qsizetype pairs) { head(5, quint64(pairs)); }
    void endlessArray() { m_bytes->append(char(0x9f)); }
    void end() { m_bytes->append(char(0xff)); }

private:
    void head(unsigned major, quint64 value)
    {
        const int follow = value < 24 ? 0 : value <= 0xff ? 1 : value <= 0xffff ? 2 : value <= 0xffff'ffff ? 4 : 8;
        const unsigned low = follow == 0   ? unsigned(value)
                             : follow == 1 ? 24U
                             : follow == 2 ? 25U
                             : follow == 4 ? 26U
                                           : 27U;
        m_bytes->append(char((major << 5U) | low));
        for (int shift = (follow - 1) * 8; shift >= 0; shift -= 8)
            m_bytes->append(char((value >> unsigned(shift)) & 0xffU));
    }
    void string(unsigned major, const char *data, qsizetype size)
    {
        head(major, quint64(size));
        m_bytes->append(data, size);
    }

    QByteArray *m_bytes;
};

} // namespace deskhand

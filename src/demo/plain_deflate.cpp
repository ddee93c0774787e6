// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/plain_deflate.h"

#include <array>

namespace deskhand {
namespace {

/// Writes bits from the lowest up; Huffman codes go in with their highest bit first (RFC 1951, 3.1.1).
class DeflateBits
{
public:
    void value(quint32 bits, int count)
    {
        m_pending |= quint64(bits) << m_count;
        for (m_count += count; m_count >= 8; m_count -= 8) {
            m_bytes.append(char(m_pending & 0xff));
            m_pending >>= 8;
        }
    }
    void code(quint32 bits, int count)
    {
        for (int i = count - 1; i >= 0; --i)
            value((bits >> i) & 1, 1);
    }
    void flush()
    {
        if (m_count > 0)
            value(0, 8 - m_count);
    }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
    quint64 m_pending = 0;
    int m_count = 0;
};

/// The fixed code of a literal or length symbol (RFC 1951, 3.2.6).
void writeSymbol(DeflateBits *bits, int symbol)
{
    if (symbol < 144)
        bits->code(quint32(0x30 + symbol), 8);
    else if (symbol < 256)
        bits->code(quint32(0x190 + symbol - 144), 9);
    else if (symbol < 280)
        bits->code(quint32(symbol - 256), 7);
    else
        bits->code(quint32(0xc0 + symbol - 280), 8);
}

constexpr std::array lengthBases{3,  4,  5,  6,  7,  8,  9,  10, 11,  13,  15,  17,  19,  23, 27,
                                 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258};
constexpr std::array lengthBits{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0};
constexpr std::array distanceBases{1,    2,    3,    4,    5,    7,    9,    13,    17,    25,
                                   33,   49,   65,   97,   129,  193,  257,  385,   513,   769,
                                   1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577};
constexpr std::array distanceBits{0, 0, 0, 0, 1, 1, 2, 2,  3,  3,  4,  4,  5,  5,  6,
                                  6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13};

void writeMatch(DeflateBits *bits, int length, int distance)
{
    size_t at = lengthBases.size() - 1;
    while (lengthBases[at] > length)
        --at;
    writeSymbol(bits, 257 + int(at));
    bits->value(quint32(length - lengthBases[at]), lengthBits[at]);
    at = distanceBases.size() - 1;
    while (distanceBases[at] > distance)
        --at;
    bits->code(quint32(at), 5);
    bits->value(quint32(distance - distanceBases[at]), distanceBits[at]);
}

int matchLength(const QByteArray &bytes, qsizetype at, int distance)
{
    if (at < distance)
        return 0;
    int length = 0;
    while (length < 258 && at + length < bytes.size() && bytes[at + length] == bytes[at + length - distance])
        ++length;
    return length;
}

void appendBigEndian(QByteArray *out, quint32 value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        out->append(char(value >> shift & 0xff));
}

} // namespace

QByteArray plainDeflate(const QByteArray &bytes, int stride)
{
    DeflateBits bits;
    bits.value(0x0178, 16); // zlib header: 32 KiB window, no preset dictionary
    bits.value(3, 3);       // the last block, fixed codes
    quint32 a = 1;
    quint32 b = 0;
    for (const char byte : bytes) {
        a = (a + uchar(byte)) % 65521;
        b = (b + a) % 65521;
    }
    for (qsizetype at = 0; at < bytes.size();) {
        const int run = matchLength(bytes, at, 1);
        const int row = matchLength(bytes, at, stride);
        const int length = qMax(run, row);
        if (length < 4) {
            writeSymbol(&bits, uchar(bytes[at++]));
            continue;
        }
        writeMatch(&bits, length, row > run ? stride : 1);
        at += length;
    }
    writeSymbol(&bits, 256);
    bits.flush();
    QByteArray result = bits.bytes();
    appendBigEndian(&result, b << 16 | a);
    return result;
}

quint32 plainCrc32(const QByteArray &bytes)
{
    quint32 crc = 0xffffffff;
    for (const char byte : bytes) {
        crc ^= uchar(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? 0xedb88320 ^ (crc >> 1) : crc >> 1;
    }
    return ~crc;
}

} // namespace deskhand

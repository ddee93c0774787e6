// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/tnef_decoder.h"

#include <QtEndian>

#include <array>
#include <cstring>

namespace deskhand {
namespace {

constexpr quint32 storedRtf = 0x414c454d;     // "MELA"
constexpr quint32 compressedRtf = 0x75465a4c; // "LZFu"
constexpr qsizetype rtfHeaderSize = 16;
constexpr qsizetype dictionarySize = 4096;

/// The dictionary starts with what most RTF begins with ([MS-OXRTFCP] 2.1.2.1).
constexpr char rtfDictionary[] = "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss "
                                 "\\fmodern \\fscript \\fdecor MS Sans "
                                 "SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
                                 "\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";

} // namespace

QByteArray decompressRtf(QByteArrayView data, qsizetype limit)
{
    if (data.size() < rtfHeaderSize)
        return {};
    const qsizetype rawSize = qFromLittleEndian<quint32>(data.data() + 4);
    const quint32 kind = qFromLittleEndian<quint32>(data.data() + 8);
    QByteArrayView in = data.sliced(rtfHeaderSize);
    if (kind == storedRtf)
        return in.first(qMin(in.size(), qMin(rawSize, limit))).toByteArray();
    if (kind != compressedRtf || rawSize > limit)
        return {};

    std::array<char, dictionarySize> dictionary{};
    qsizetype write = qsizetype(sizeof rtfDictionary) - 1;
    std::memcpy(dictionary.data(), rtfDictionary, sizeof rtfDictionary - 1);
    QByteArray out;
    const auto emitByte = [&](char c) {
        out += c;
        dictionary[write] = c;
        write = (write + 1) % dictionarySize;
    };
    for (qsizetype at = 0; at < in.size() && out.size() < rawSize;) {
        const auto control = static_cast<unsigned char>(in[at++]);
        for (int bit = 0; bit < 8 && at < in.size() && out.size() < rawSize; ++bit) {
            if ((control >> bit & 1) == 0) {
                emitByte(in[at++]);
                continue;
            }
            if (at + 1 >= in.size())
                return out;
            const quint16 reference = qFromBigEndian<quint16>(in.data() + at);
            at += 2;
            qsizetype from = reference >> 4;
            if (from == write)
                return out; // a reference to the write position ends the stream
            for (int left = (reference & 0xf) + 2; left > 0; --left) {
                emitByte(dictionary[from]);
                from = (from + 1) % dictionarySize;
            }
        }
    }
    return out.first(qMin(out.size(), rawSize));
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/endpoints/gzip.h"

#include <zlib.h>

#include <algorithm>

namespace deskhand {
namespace {

/// The ids of a long list: nothing in them comes again, so that looking for it takes twice as long for nothing.
bool isListOfNumbers(const QByteArray &bytes)
{
    constexpr qsizetype looked = 4096;
    constexpr qsizetype worthLooking = 4 * looked;
    if (bytes.size() < worthLooking)
        return false;
    const char *middle = bytes.constData() + bytes.size() / 2;
    return std::all_of(middle, middle + looked, [](char c) { return (c >= '0' && c <= '9') || c == ','; });
}

} // namespace

QByteArray gzipped(const QByteArray &bytes)
{
    constexpr int gzipWindow = 15 + 16; // zlib's way to ask for a header of gzip
    constexpr int memoryLevel = 8;
    constexpr int quick = 4; // answers are made while somebody waits
    z_stream stream{};
    if (deflateInit2(&stream, quick, Z_DEFLATED, gzipWindow, memoryLevel,
                     isListOfNumbers(bytes) ? Z_HUFFMAN_ONLY : Z_DEFAULT_STRATEGY)
        != Z_OK)
        return {};
    QByteArray packed(qsizetype(deflateBound(&stream, uLong(bytes.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    const bool whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    packed.truncate(whole ? qsizetype(stream.total_out) : 0);
    deflateEnd(&stream);
    return packed;
}

bool acceptsGzip(const QByteArray &acceptEncoding)
{
    for (const QByteArray &part : acceptEncoding.toLower().split(',')) {
        const QList<QByteArray> words = part.split(';');
        const QByteArray coding = words.first().trimmed();
        if (coding != "gzip" && coding != "*")
            continue;
        const QByteArray weight = words.value(1).trimmed();
        return !weight.startsWith("q=") || weight.mid(2).toDouble() > 0;
    }
    return false;
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/pixel_canvas.h"

#include "demo/pixel_font.h"
#include "demo/plain_deflate.h"

#include <array>
#include <cstring>

namespace deskhand {
namespace {

constexpr std::array<quint32, 12> canvasPalette{0xffffff, 0x1b1e20, 0xa0a5aa, 0xe8eaec, 0x5a6066, 0x2f6fd0,
                                                0x173f7a, 0xc8323c, 0xe8b23a, 0x3c9a5f, 0x7a5230, 0x9cc4e8};

void appendInt(QByteArray *out, quint32 value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        out->append(char(value >> shift & 0xff));
}

void appendChunk(QByteArray *png, const char *type, const QByteArray &data)
{
    const QByteArray body = QByteArray(type) + data;
    appendInt(png, quint32(data.size()));
    png->append(body);
    appendInt(png, plainCrc32(body));
}

} // namespace

PixelCanvas::PixelCanvas(int width, int height, Colour background)
    : m_width(width)
    , m_height(height)
    , m_pixels(qsizetype(width) * height, background)
{
}

void PixelCanvas::fill(int x, int y, int width, int height, Colour colour)
{
    const int left = qMax(0, x);
    const int count = qMin(m_width, x + width) - left;
    for (int row = qMax(0, y); row < qMin(m_height, y + height) && count > 0; ++row)
        memset(m_pixels.data() + qsizetype(row) * m_width + left, colour, size_t(count));
}

void PixelCanvas::frame(int x, int y, int width, int height, Colour colour)
{
    fill(x, y, width, 1, colour);
    fill(x, y + height - 1, width, 1, colour);
    fill(x, y, 1, height, colour);
    fill(x + width - 1, y, 1, height, colour);
}

void PixelCanvas::disc(int x, int y, int radius, Colour colour)
{
    for (int dy = -radius; dy <= radius; ++dy) {
        int half = 0;
        while ((half + 1) * (half + 1) + dy * dy <= radius * radius)
            ++half;
        fill(x - half, y + dy, 2 * half + 1, 1, colour);
    }
}

int PixelCanvas::write(int x, int y, const QString &text, int scale, Colour colour)
{
    for (const QChar letter : text) {
        const auto rows = pixelGlyph(letter);
        for (int row = 0; row < 7; ++row) {
            for (int column = 0; column < 5; ++column) {
                if (rows[size_t(row)] >> (4 - column) & 1)
                    fill(x + column * scale, y + row * scale, scale, scale, colour);
            }
        }
        x += 6 * scale;
    }
    return x;
}

QByteArray PixelCanvas::toPng() const
{
    QByteArray header;
    appendInt(&header, quint32(m_width));
    appendInt(&header, quint32(m_height));
    header.append("\x08\x03\x00\x00\x00", 5); // 8 bits, palette
    QByteArray palette;
    for (const quint32 colour : canvasPalette) {
        palette.append(char(colour >> 16 & 0xff));
        palette.append(char(colour >> 8 & 0xff));
        palette.append(char(colour & 0xff));
    }
    QByteArray rows;
    rows.reserve(m_pixels.size() + m_height);
    for (int row = 0; row < m_height; ++row) {
        rows.append('\0'); // filter: none
        rows.append(m_pixels.constData() + qsizetype(row) * m_width, m_width);
    }
    QByteArray png("\x89PNG\r\n\x1a\n", 8);
    appendChunk(&png, "IHDR", header);
    appendChunk(&png, "PLTE", palette);
    appendChunk(&png, "IDAT", plainDeflate(rows, m_width + 1));
    appendChunk(&png, "IEND", {});
    return png;
}

} // namespace deskhand

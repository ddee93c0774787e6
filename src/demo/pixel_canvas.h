// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace deskhand {

/// A little picture of up to 16 colours, drawn and written as PNG without QtGui: screenshots and photos of the demo's
/// tickets. The bytes are the same on every machine, as no library packs them.
class PixelCanvas
{
public:
    enum Colour : char { White, Black, Grey, LightGrey, DarkGrey, Blue, DarkBlue, Red, Yellow, Green, Brown, Sky };

    PixelCanvas(int width, int height, Colour background);

    void fill(int x, int y, int width, int height, Colour colour);
    void frame(int x, int y, int width, int height, Colour colour);
    void disc(int x, int y, int radius, Colour colour);
    /// Letters of 5 × 7 dots, `scale` pixels each; what the font does not have is left blank. Returns the x after it.
    int write(int x, int y, const QString &text, int scale, Colour colour);

    [[nodiscard]] QByteArray toPng() const;

private:
    int m_width;
    int m_height;
    QByteArray m_pixels; ///< one byte each, row by row
};

} // namespace deskhand

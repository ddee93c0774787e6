// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/picture_decoder.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>

namespace deskhand {

namespace {

Error pictureError(const char *detail)
{
    return Error{ErrorCode::Invalid, QStringLiteral("models.decodePicture"), QString::fromLatin1(detail), {}};
}

} // namespace

Result<QImage> decodePicture(const QByteArray &bytes, int longestSide)
{
    QBuffer buffer;
    buffer.setData(bytes);
    if (!buffer.open(QIODevice::ReadOnly))
        return pictureError("no bytes");
    static const QList<QByteArray> formats{"png", "jpeg", "jpg", "gif", "bmp", "webp", "tiff"};
    const QByteArray format = QImageReader::imageFormat(&buffer);
    if (!formats.contains(format))
        return pictureError("not a picture that is shown");
    QImageReader::setAllocationLimit(256); // MB: 40 megapixels at four bytes and room to scale
    QImageReader reader(&buffer, format);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && qint64(size.width()) * size.height() > pictureMegapixelLimit * 1'000'000)
        return pictureError("too many pixels");
    if (size.isValid() && std::max(size.width(), size.height()) > longestSide)
        reader.setScaledSize(size.scaled(longestSide, longestSide, Qt::KeepAspectRatio).expandedTo({1, 1}));
    QImage image = reader.read();
    if (image.isNull())
        return pictureError("damaged picture");
    if (std::max(image.width(), image.height()) > longestSide)
        image = image.scaled(longestSide, longestSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    return image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
}

} // namespace deskhand

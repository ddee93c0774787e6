// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/composer/attachment_files.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QMimeDatabase>
#include <QThreadPool>
#include <QUuid>

#include <memory>

namespace deskhand {

namespace {

ReadFiles readFilesNow(const QStringList &paths, qint64 limit)
{
    ReadFiles read;
    const QMimeDatabase types;
    for (const QString &path : paths) {
        const QFileInfo info(path);
        QFile file(path);
        if (!info.isFile() || !file.open(QIODevice::ReadOnly)) {
            read.unreadable.append(info.fileName());
            continue;
        }
        if (info.size() > limit) {
            read.tooLarge.append(info.fileName());
            continue;
        }
        const QByteArray bytes = file.read(limit + 1);
        read.attachments.append({info.fileName(),
                                 types.mimeTypeForFileNameAndData(info.fileName(), bytes.left(16384)).name(),
                                 bytes,
                                 false,
                                 {}});
    }
    return read;
}

} // namespace

QFuture<Result<ReadFiles>> readAttachments(const QStringList &paths, qint64 limit)
{
    auto promise = std::make_shared<QFutureInterface<Result<ReadFiles>>>();
    promise->reportStarted();
    QFuture<Result<ReadFiles>> future = promise->future();
    QThreadPool::globalInstance()->start([promise, paths, limit] {
        promise->reportResult(Result<ReadFiles>(readFilesNow(paths, limit)));
        promise->reportFinished();
    });
    return future;
}

std::optional<NewAttachment> pictureAttachment(const QImage &image, const QString &name)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (image.isNull() || !buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        return std::nullopt;
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces) + QStringLiteral("@deskhand");
    return NewAttachment{name, QStringLiteral("image/png"), bytes, true, id};
}

} // namespace deskhand

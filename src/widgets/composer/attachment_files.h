// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "operations/command.h"

#include <QFuture>
#include <QStringList>

#include <optional>

class QImage;

namespace deskhand {

/// What reading of files for attaching gave.
struct ReadFiles {
    QVector<NewAttachment> attachments;
    QStringList tooLarge;   ///< names
    QStringList unreadable; ///< names
};

/// Reads files into attachments in a thread of the global pool; nothing over `limit` bytes is read. The type is judged
/// by the content. Take the answer with deliver().
[[nodiscard]] QFuture<Result<ReadFiles>> readAttachments(const QStringList &paths, qint64 limit);

/// A picture that was pasted, with a content id of its own for the text to name it by; nullopt: it is none.
[[nodiscard]] std::optional<NewAttachment> pictureAttachment(const QImage &image, const QString &name);

} // namespace deskhand

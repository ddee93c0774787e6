// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mail_limits.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace deskhand {

struct UuencodedFile {
    QString name;
    QByteArray bytes;
};

/// Takes the files that are uuencoded inside a plain text ("begin 644 name" … "end") out of it, and returns them.
/// A block whose lines do not have the lengths that they state stays in the text.
[[nodiscard]] QList<UuencodedFile> takeUuencodedFiles(QString &text, const MailLimits &limits);

} // namespace deskhand

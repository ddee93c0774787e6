// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace deskhand {

/// What an attachment really is and what may be done with it. The name and the declared type come from outside and
/// are not believed.
struct AttachmentVerdict {
    enum class Opening {
        Ask,    ///< may be given to another program after the person has seen the real type
        Refuse, ///< a program or script: can only be saved
    };
    enum class Preview { None, Picture, Text };

    Opening opening = Opening::Ask;
    Preview preview = Preview::None;
    QString realType;       ///< MIME name by content, or by name where content says nothing
    QString typeText;       ///< for people: "PDF document"
    bool disguised = false; ///< the name's ending promises another kind of file than the content is
};

/// Judges by the first bytes (give at least 16 KiB, or all) and the name. Thread-safe.
[[nodiscard]] AttachmentVerdict judgeAttachment(const QString &name, const QByteArray &bytes);

/// What can be said without the bytes: for the icon of a chip, never for opening.
[[nodiscard]] AttachmentVerdict guessAttachment(const QString &name, const QString &declaredType);

/// A file name to offer when saving: the last part of what the sender wrote, without separators, control and
/// direction characters, leading dots, reserved device names; at most 120 characters, ending kept; never empty.
[[nodiscard]] QString fileNameForSaving(const QString &name);

} // namespace deskhand

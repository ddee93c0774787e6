// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"

#include <QByteArray>

#include <functional>
#include <optional>

namespace deskhand {

/// Something that a person sends before the command that names it (NewAttachment::upload). It belongs to that person
/// alone until a command of theirs uses it or its time is over: whoever only knows its hash has nothing.
struct NewUpload {
    PersonId person;
    QByteArray sha256; ///< 32 bytes, of what is given; who calls has made sure
    qint64 size = 0;
    qint64 quota = 0; ///< bytes that this person's uploads may have together
    Instant now = 0;
    Instant expiresAt = 0;
};

/// What somebody has uploaded and not used.
struct UploadsOfPerson {
    qint64 others = 0;               ///< bytes of all but the one that was asked for, small ones as smallestUploadShare
    std::optional<qint64> thisBytes; ///< of the one that was asked for; none: it is not there, or not wholly
};

/// What the smallest upload counts for, so that a quota bounds rows, too.
inline constexpr qint64 smallestUploadShare = 64LL * 1024;
/// Attachments that one command names or has, together: they are in memory at once when it is done.
inline constexpr qint64 largestAttachments = 64LL * 1024 * 1024;

/// What is uploaded is kept in the desk's database, so that every process that serves the desk can use it. Used by one
/// thread, on a connection of its own. Errors: Busy, Offline, Integrity (no room on the disk), Internal; may be
/// repeated.
class UploadStore
{
public:
    /// At most so many bytes from there on.
    using Read = std::function<Result<QByteArray>(qint64 offset, qint64 bytes)>;

    virtual ~UploadStore() = default;
    virtual Result<UploadsOfPerson> look(PersonId person, const QByteArray &sha256, Instant now) = 0;
    /// In pieces, each in a transaction of its own, and last what makes a whole of them. What is there already stays
    /// there, for the longer of both times. Errors besides: Invalid with the reason
    /// "quota"; those of `read`.
    virtual Result<void> keep(const NewUpload &upload, const Read &read) = 0;
    /// All of it, at most `largest` bytes. Errors besides: NotFound, Invalid with the reason "too-long".
    virtual Result<QByteArray> bytes(PersonId person, const QByteArray &sha256, Instant now, qint64 largest) = 0;
    /// Removes those whose time is over, each in a transaction of its own, and gives how many. May run in several
    /// processes at once.
    virtual Result<int> sweep(Instant now) = 0;
    /// It is used.
    virtual Result<void> drop(PersonId person, const QByteArray &sha256) = 0;
};

} // namespace deskhand

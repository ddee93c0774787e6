// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QCryptographicHash>
#include <QString>

#include <functional>
#include <memory>

class QFileDevice;

namespace deskhand {

/// The body of a request in a temporary file, hashed as it comes. Only this program's user can read it (0600), it has
/// no name where the system can do without one, and it is gone with its last owner. Used by one thread at a time.
class UploadFile
{
public:
    enum class Appended {
        Kept,
        NoRoom,    ///< too much is under way
        DiskFailed ///< full, or broken; nothing more can be appended
    };
    /// Notes that uploads take so many bytes more (or less); false: there is no room, and nothing is noted. Any thread.
    using Keep = std::function<bool(qint64 bytes)>;

    /// `folder` empty: one of the system's for large files. Errors: Denied (nothing can be written there; `detail`
    /// names the folder).
    [[nodiscard]] static Result<std::shared_ptr<UploadFile>> create(const QString &folder, Keep keep);
    ~UploadFile();
    UploadFile(const UploadFile &) = delete;
    UploadFile &operator=(const UploadFile &) = delete;

    /// Makes sure of the room for so many bytes, before the first of them.
    [[nodiscard]] bool reserve(qint64 bytes);
    [[nodiscard]] Appended append(QByteArrayView bytes);
    /// Stays as long as the file.
    void keepWith(std::shared_ptr<void> companion) { m_companion = std::move(companion); }

    [[nodiscard]] qint64 size() const { return m_size; }
    /// Of all that was appended, raw.
    [[nodiscard]] QByteArray sha256() const { return m_hash.result(); }
    /// At most so many bytes from there on. Errors: Internal.
    [[nodiscard]] Result<QByteArray> read(qint64 offset, qint64 bytes);

    /// Where they are kept when no folder is named.
    [[nodiscard]] static QString usualFolder();

private:
    UploadFile(std::unique_ptr<QFileDevice> file, Keep keep);

    std::unique_ptr<QFileDevice> m_file;
    const Keep m_keep;
    std::shared_ptr<void> m_companion;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_size = 0;
    qint64 m_reserved = 0;
    bool m_failed = false;
};

} // namespace deskhand

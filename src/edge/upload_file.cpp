// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/upload_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryFile>

#include <utility>

namespace deskhand {

namespace {

/// Without a buffer of its own: what was appended is the system's, and a full disk is known at once.
class PlainTemporaryFile final : public QTemporaryFile
{
public:
    using QTemporaryFile::QTemporaryFile;
    [[nodiscard]] bool openPlain() { return open(QIODevice::ReadWrite | QIODevice::Unbuffered); }
};

} // namespace

QString UploadFile::usualFolder()
{
#ifdef Q_OS_UNIX
    // /tmp is memory on many systems.
    if (const QString large = QStringLiteral("/var/tmp"); QDir(large).exists())
        return large;
#endif
    return QDir::tempPath();
}

Result<std::shared_ptr<UploadFile>> UploadFile::create(const QString &folder, Keep keep)
{
    const QDir place(folder.isEmpty() ? usualFolder() : folder);
    auto file = std::make_unique<PlainTemporaryFile>(place.filePath(QStringLiteral("deskhand-upload-XXXXXX")));
    if (!file->openPlain())
        return Error{ErrorCode::Denied,
                     QStringLiteral("edge.uploads"),
                     place.path() + QStringLiteral(": ") + file->errorString(),
                     {}};
#ifdef Q_OS_UNIX
    // Whoever is killed leaves nothing behind. Elsewhere a file that is open keeps its name until it is closed.
    if (QFile::remove(file->fileName()))
        file->setAutoRemove(false);
#endif
    return std::shared_ptr<UploadFile>(new UploadFile(std::move(file), std::move(keep)));
}

UploadFile::UploadFile(std::unique_ptr<QFileDevice> file, Keep keep)
    : m_file(std::move(file))
    , m_keep(std::move(keep))
{
}

UploadFile::~UploadFile()
{
    if (m_reserved > 0)
        (void)m_keep(-m_reserved);
}

bool UploadFile::reserve(qint64 bytes)
{
    const qint64 more = bytes - m_reserved;
    if (more <= 0)
        return true;
    if (!m_keep(more))
        return false;
    m_reserved = bytes;
    return true;
}

UploadFile::Appended UploadFile::append(QByteArrayView bytes)
{
    if (m_failed)
        return Appended::DiskFailed;
    if (!reserve(m_size + bytes.size()))
        return Appended::NoRoom;
    if (m_file->write(bytes.data(), bytes.size()) != bytes.size()) {
        m_failed = true;
        return Appended::DiskFailed;
    }
    m_hash.addData(bytes);
    m_size += bytes.size();
    return Appended::Kept;
}

Result<QByteArray> UploadFile::read(qint64 offset, qint64 bytes)
{
    const qint64 wanted = qMin(bytes, m_size - offset);
    QByteArray read;
    if (m_file->seek(offset))
        read = m_file->read(wanted);
    if (m_failed || read.size() != wanted)
        return Error{ErrorCode::Internal, QStringLiteral("edge.uploads"), m_file->errorString(), {}};
    return read;
}

} // namespace deskhand

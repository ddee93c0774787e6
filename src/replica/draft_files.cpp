// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/draft_files.h"

#include "replica/draft_json.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>
#include <QSet>

#include <algorithm>
#include <tuple>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace deskhand {

namespace {

constexpr qint64 temporaryLifetime = 60 * 60 * 1000;

Error draftFileError(const QString &detail)
{
    return Error{ErrorCode::Internal, QStringLiteral("replica.draftFiles"), detail, {}};
}

// A rename is durable only when its folder is; Windows has no such call and needs none.
Result<void> syncDraftFolder(const QString &folder)
{
#ifdef Q_OS_UNIX
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return draftFileError(qt_error_string(errno));
    const int answer = ::fsync(handle);
    const int error = errno;
    ::close(handle);
    if (answer != 0)
        return draftFileError(qt_error_string(error));
#else
    Q_UNUSED(folder)
#endif
    return {};
}

Result<void> writeDurably(const QString &folder, const QString &name, const QByteArray &bytes)
{
    QSaveFile file(folder + u'/' + name);
    if (!file.open(QIODevice::WriteOnly))
        return draftFileError(file.errorString());
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (file.write(bytes) != bytes.size() || !file.flush())
        return draftFileError(file.errorString());
#ifdef Q_OS_UNIX
    if (::fsync(file.handle()) != 0)
        return draftFileError(qt_error_string(errno));
#endif
    if (!file.commit())
        return draftFileError(file.errorString());
    return syncDraftFolder(folder);
}

bool isDraftFileName(const QString &name)
{
    return name.size() == 64 && std::all_of(name.cbegin(), name.cend(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

// Keys are made by draftKey(), but one read from disk is only a text: it may not name another folder.
QString draftJsonName(const QString &key)
{
    QString name;
    for (const QChar c : key)
        name += c.isLetterOrNumber() || c == u'-' ? c : u'_';
    return name + QStringLiteral(".json");
}

} // namespace

DraftFiles::DraftFiles(QString folder)
    : m_folder(std::move(folder))
{
}

Result<void> DraftFiles::prepareFolders() const
{
    if (QDir().exists(m_folder + QStringLiteral("/files")))
        return {};
    if (!QDir().mkpath(m_folder + QStringLiteral("/files")))
        return draftFileError(QStringLiteral("cannot create the folder of drafts"));
    QFile::setPermissions(m_folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    return {};
}

Result<void> DraftFiles::saveBytes(const QByteArray &bytes, const QString &name) const
{
    const QString folder = m_folder + QStringLiteral("/files");
    if (QFileInfo(folder + u'/' + name).size() == bytes.size() && QFileInfo::exists(folder + u'/' + name))
        return {};
    return writeDurably(folder, name, bytes);
}

Result<void> DraftFiles::save(const Draft &draft)
{
    if (const Result<void> ready = prepareFolders(); !ready)
        return ready;
    // The files first: a draft on disk never names bytes that are not there.
    for (const NewAttachment &attachment : draft.attachments) {
        if (const Result<void> saved = saveBytes(attachment.bytes, draftFileName(attachment.bytes)); !saved)
            return saved;
    }
    return writeDurably(m_folder, draftJsonName(draft.key),
                        QJsonDocument(draftToJson(draft)).toJson(QJsonDocument::Compact));
}

Result<void> DraftFiles::remove(const QString &key)
{
    QFile file(m_folder + u'/' + draftJsonName(key));
    if (!file.exists())
        return {};
    if (!file.remove())
        return draftFileError(file.errorString());
    if (const Result<void> synced = syncDraftFolder(m_folder); !synced)
        return synced;
    return {};
}

void DraftFiles::setAside(const QString &path, QStringList *damaged) const
{
    QString target = path + QStringLiteral(".damaged");
    for (int number = 2; QFileInfo::exists(target); ++number)
        target = path + QStringLiteral(".damaged-%1").arg(number);
    if (!QFile::rename(path, target))
        target = path;
    if (damaged != nullptr)
        damaged->append(target);
}

Result<QVector<Draft>> DraftFiles::load(QStringList *damaged)
{
    const QDir folder(m_folder);
    QVector<Draft> drafts;
    if (!folder.exists())
        return drafts;
    const auto bytesOf = [this](const QString &name) {
        QFile file(m_folder + QStringLiteral("/files/") + name);
        if (!isDraftFileName(name) || !file.open(QIODevice::ReadOnly))
            return QByteArray();
        const QByteArray bytes = file.readAll();
        return draftFileName(bytes) != name ? QByteArray() : bytes.isNull() ? QByteArray("") : bytes;
    };
    bool allRead = true;
    const QStringList names = folder.entryList({QStringLiteral("*.json")}, QDir::Files);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            allRead = false;
            continue;
        }
        const Result<Draft> draft = draftFromJson(QJsonDocument::fromJson(file.readAll()).object(), bytesOf);
        file.close();
        if (draft) {
            drafts.append(*draft);
        } else {
            allRead = false;
            setAside(folder.filePath(name), damaged);
        }
    }
    std::sort(drafts.begin(), drafts.end(),
              [](const Draft &a, const Draft &b) { return std::tie(a.savedAt, a.key) < std::tie(b.savedAt, b.key); });
    sweepTemporaries();
    if (allRead) // a damaged draft may still name its files: keep them for whoever repairs it
        sweepFiles(drafts);
    return drafts;
}

void DraftFiles::sweepFiles(const QVector<Draft> &drafts) const
{
    if (!QDir(m_folder).entryList({QStringLiteral("*.damaged*")}, QDir::Files).isEmpty())
        return;
    QSet<QString> named;
    for (const Draft &draft : drafts) {
        for (const NewAttachment &attachment : draft.attachments)
            named.insert(draftFileName(attachment.bytes));
    }
    QDir files(m_folder + QStringLiteral("/files"));
    const QStringList names = files.entryList(QDir::Files);
    for (const QString &name : names) {
        if (isDraftFileName(name) && !named.contains(name))
            files.remove(name);
    }
}

// What a kill between writing beside and renaming leaves; young ones may belong to another program at work.
void DraftFiles::sweepTemporaries() const
{
    const QDateTime limit = QDateTime::currentDateTimeUtc().addMSecs(-temporaryLifetime);
    for (const QString &path : {m_folder, m_folder + QStringLiteral("/files")}) {
        QDir folder(path);
        const QFileInfoList entries =
            folder.entryInfoList({QStringLiteral("*.json.??????"), QString(64, u'?') + QStringLiteral(".??????")},
                                 QDir::Files | QDir::Hidden);
        for (const QFileInfo &entry : entries) {
            if (entry.lastModified() < limit && !entry.fileName().contains(QStringLiteral("damaged")))
                folder.remove(entry.fileName());
        }
    }
}

} // namespace deskhand

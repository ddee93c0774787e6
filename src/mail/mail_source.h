// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace deskhand {

class MboxReader;

/// One mail as it lies on disk.
struct RawMail {
    QString file;      ///< path as given or found
    int number = 0;    ///< 1, 2, 3 … inside an mbox; 0 for a file of its own
    qint64 offset = 0; ///< where it begins in the file
    QByteArray bytes;  ///< without mbox separator and quoting
};

/// A file that gave no mail, and why, as a stable name.
struct SkippedFile {
    QString file;
    QString reason; ///< "unreadable", "not-a-mail", "too-large", "empty", "missing"
};

/// Walks over paths and gives the mails in them one by one: .eml files, mbox files, Maildir folders, folders of
/// these. A file that was named itself is taken as a mail whatever it holds; inside folders only what looks like
/// mail is taken and the rest is reported. At most one mail is in memory. Symbolic links to folders are not
/// followed. Not thread-safe; blocks on the disk.
class MailSource
{
public:
    /// `largestMail`: bytes; a larger one is reported as "too-large" and skipped.
    explicit MailSource(const QStringList &paths, qint64 largestMail = 64 * 1024 * 1024);
    ~MailSource();
    MailSource(const MailSource &) = delete;
    MailSource &operator=(const MailSource &) = delete;

    /// The next mail, or nothing at the end.
    [[nodiscard]] std::optional<RawMail> next();

    /// What was left out so far.
    [[nodiscard]] const QList<SkippedFile> &skipped() const { return m_skipped; }
    /// Bytes of the mails given so far, and of all files that are known: for a progress bar.
    [[nodiscard]] qint64 bytesRead() const { return m_bytesRead; }
    [[nodiscard]] qint64 bytesFound() const { return m_bytesFound; }

private:
    struct Entry {
        QString path;
        bool named = false; ///< given by the caller rather than found
    };

    void expandFolder(const QString &path);
    std::optional<RawMail> open(const Entry &entry);
    std::optional<RawMail> nextFromMbox();
    void skip(const QString &file, const char *reason);

    std::vector<Entry> m_pending; ///< last one first
    std::unique_ptr<MboxReader> m_mbox;
    QString m_mboxPath;
    int m_mboxNumber = 0;
    QList<SkippedFile> m_skipped;
    qint64 m_largestMail;
    qint64 m_bytesRead = 0;
    qint64 m_bytesFound = 0;
};

} // namespace deskhand

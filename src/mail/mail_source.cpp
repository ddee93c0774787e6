// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mail_source.h"

#include "mail/header_block.h"
#include "mail/mbox_reader.h"

#include <QDir>
#include <QFileInfo>

namespace deskhand {
namespace {

constexpr qint64 lookedAt = 64 * 1024;

/// Windows editors and exports put it before the first header.
constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf");

/// A header that makes a mail of what has nothing but it.
bool isTellingHeader(QByteArrayView line)
{
    for (const char *name :
         {"subject:", "message-id:", "received:", "content-type: multipart/", "content-type: message/"}) {
        if (equalsIgnoringCase(line.first(qMin(line.size(), qsizetype(qstrlen(name)))), name))
            return true;
    }
    return false;
}

/// Mail begins with header lines: two that only mail has among the first lines, before anything that is no header;
/// one is enough when it is all that stands before the body and tells enough.
bool looksLikeMail(QByteArrayView begin)
{
    constexpr int linesAhead = 60;
    qsizetype at = 0;
    int headers = 0;
    bool telling = false;
    for (int line = 0; line < linesAhead && at < begin.size(); ++line) {
        qsizetype end = begin.indexOf('\n', at);
        if (end < 0)
            end = begin.size();
        QByteArrayView text = begin.sliced(at, end - at);
        at = end + 1;
        if (text.endsWith('\r'))
            text.chop(1);
        if (text.startsWith("From ") || text.startsWith(">From "))
            continue;
        const bool folded = text.startsWith(' ') || text.startsWith('\t');
        if (text.isEmpty() ? headers > 0 : (!folded && !looksLikeHeaderLine(text)))
            return telling && text.isEmpty();
        telling = telling || isTellingHeader(text);
        if (isKnownMailHeader(text) && ++headers >= 2)
            return true;
    }
    return headers > 0 && at >= begin.size();
}

bool hasMailExtension(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == QLatin1String("eml") || suffix == QLatin1String("mbox") || suffix == QLatin1String("mbx");
}

} // namespace

MailSource::MailSource(const QStringList &paths, qint64 largestMail)
    : m_largestMail(largestMail)
{
    for (auto it = paths.rbegin(); it != paths.rend(); ++it) {
        m_pending.push_back({*it, true});
        m_bytesFound += QFileInfo(*it).isFile() ? QFileInfo(*it).size() : 0;
    }
}

MailSource::~MailSource() = default;

void MailSource::skip(const QString &file, const char *reason)
{
    m_skipped.append({file, QString::fromLatin1(reason)});
}

void MailSource::expandFolder(const QString &path)
{
    const QFileInfoList entries = QDir(path).entryInfoList(
        QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name);
    // A Maildir keeps half-written mail in tmp.
    const bool maildir =
        QFileInfo(path + QLatin1String("/cur")).isDir() && QFileInfo(path + QLatin1String("/new")).isDir();
    for (auto it = entries.rbegin(); it != entries.rend(); ++it) {
        if (maildir && it->isDir() && it->fileName() == QLatin1String("tmp"))
            continue;
        m_pending.push_back({it->filePath(), false});
        m_bytesFound += it->isFile() ? it->size() : 0;
    }
}

std::optional<RawMail> MailSource::next()
{
    while (true) {
        if (m_mbox) {
            if (std::optional<RawMail> mail = nextFromMbox())
                return mail;
            continue;
        }
        if (m_pending.empty())
            return std::nullopt;
        const Entry entry = m_pending.back();
        m_pending.pop_back();
        const QFileInfo info(entry.path);
        if (!info.exists())
            skip(entry.path, "missing");
        else if (info.isDir())
            expandFolder(entry.path);
        else if (std::optional<RawMail> mail = open(entry))
            return mail;
    }
}

std::optional<RawMail> MailSource::open(const Entry &entry)
{
    auto file = std::make_unique<QFile>(entry.path);
    // A pipe or a device could block for ever or have no end.
    if (!QFileInfo(entry.path).isFile() || !file->open(QIODevice::ReadOnly)) {
        skip(entry.path, "unreadable");
        return std::nullopt;
    }
    if (file->size() == 0) {
        skip(entry.path, "empty");
        return std::nullopt;
    }
    const QByteArray peeked = file->peek(lookedAt);
    const qsizetype mark = peeked.startsWith(byteOrderMark) ? byteOrderMark.size() : 0;
    const QByteArrayView begin = QByteArrayView(peeked).sliced(mark);
    const bool mbox = MboxReader::beginsMbox(begin);
    if (!entry.named && !mbox && !hasMailExtension(entry.path) && !looksLikeMail(begin)) {
        skip(entry.path, "not-a-mail");
        return std::nullopt;
    }
    if (mbox) {
        file->seek(mark);
        m_mbox = std::make_unique<MboxReader>(std::move(file), m_largestMail);
        m_mboxPath = entry.path;
        m_mboxNumber = 0;
        return std::nullopt;
    }
    if (file->size() > m_largestMail) {
        skip(entry.path, "too-large");
        return std::nullopt;
    }
    RawMail mail;
    mail.file = entry.path;
    mail.bytes = file->readAll();
    if (file->error() != QFileDevice::NoError) {
        skip(entry.path, "unreadable");
        return std::nullopt;
    }
    m_bytesRead += mail.bytes.size();
    return mail;
}

std::optional<RawMail> MailSource::nextFromMbox()
{
    std::optional<MboxMessage> message = m_mbox->next();
    if (!message) {
        m_mbox.reset();
        return std::nullopt;
    }
    ++m_mboxNumber;
    if (message->tooLarge) {
        skip(QStringLiteral("%1#%2").arg(m_mboxPath).arg(m_mboxNumber), "too-large");
        return std::nullopt;
    }
    m_bytesRead += message->bytes.size();
    return RawMail{m_mboxPath, m_mboxNumber, message->offset, std::move(message->bytes)};
}

} // namespace deskhand

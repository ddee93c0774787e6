// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mail_source.h"
#include "operations/desk.h"

#include <functional>

namespace deskhand {

/// What became of one mail or file that was not an ordinary success.
struct MailImportNote {
    QString file;
    int number = 0;  ///< inside an mbox; 0: a file of its own
    QString outcome; ///< "kept-raw", "skipped", "failed"
    QString reason;
    QString ticketNumber;
};

/// seen = opened + followUps + duplicates + keptRaw + failed, always.
struct MailImportReport {
    qint64 seen = 0;
    qint64 opened = 0;       ///< mails that opened a ticket
    qint64 followUps = 0;    ///< mails that joined one
    qint64 duplicates = 0;   ///< imported before
    qint64 keptRaw = 0;      ///< not understood: a ticket with the raw file
    qint64 failed = 0;       ///< refused by the desk; nothing stored
    qint64 skippedFiles = 0; ///< files that hold no mail
    qint64 withDefects = 0;  ///< imported although something was wrong with them
    QVector<MailImportNote> notes;
};

struct MailImportProgress {
    qint64 seen = 0;
    qint64 bytesRead = 0;
    qint64 bytesFound = 0;
};

struct MailImportOptions {
    QString source = QStringLiteral("import"); ///< mails are told apart by their bytes within a source
    QueueId queue;                             ///< of new tickets; invalid: the first
    qint64 batchBytes = 256 * 1024 * 1024;     ///< mails that are put in the order of their dates at a time
    std::function<bool(const MailImportProgress &)> progress; ///< false: stop after the mails under way; may be empty
};

/// Brings old mail into a desk. Blocks; call in the desk's thread, where no event loop is needed (a program without a
/// window, or a thread of its own). Each mail is one durable command; while the desk stores one, the next is parsed.
[[nodiscard]] MailImportReport importMail(Desk &desk, const QStringList &paths, const MailImportOptions &options = {});

} // namespace deskhand

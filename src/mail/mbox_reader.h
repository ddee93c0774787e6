// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QIODevice>

#include <memory>
#include <optional>

namespace deskhand {

struct MboxMessage {
    QByteArray bytes;      ///< without separator line, quoting undone
    qint64 offset = 0;     ///< of the separator line
    bool tooLarge = false; ///< `bytes` is empty, the message was passed over
};

/// Reads an mbox of any dialect (mboxo, mboxrd, mboxcl, mboxcl2) one message at a time.
///
/// A message begins at a line "From <sender> <date>" at the begin of the file or below an empty line; a body line
/// that merely begins with "From " has no date and does not count. A Content-Length is believed when a separator
/// or the end of the file stands exactly there. One ">" of ">From " lines is taken away (mboxrd), unless the
/// Content-Length proved that the writer does not quote (mboxcl2). A file whose first separator has no date (some
/// exports: "From -", "From 184434@xxx") is read by such lines: one word, and a mail header right below.
/// Memory: one message.
class MboxReader
{
public:
    MboxReader(std::unique_ptr<QIODevice> device, qint64 largestMail);

    [[nodiscard]] std::optional<MboxMessage> next();
    /// Whether a line is a separator: "From ", a sender, and a date with a time and a year.
    [[nodiscard]] static bool isSeparator(QByteArrayView line);
    /// Whether a file that begins so is an mbox.
    [[nodiscard]] static bool beginsMbox(QByteArrayView begin);

private:
    /// Whether the line just read begins a message.
    [[nodiscard]] bool separates(QByteArrayView line, bool blankBefore);
    QByteArray readLine();
    [[nodiscard]] qint64 contentLength(const QByteArray &headers) const;
    bool takeByContentLength(qint64 length, MboxMessage &message);

    std::unique_ptr<QIODevice> m_device;
    qint64 m_largestMail;
    QByteArray m_separator; ///< already read, begins the next message
    qint64 m_separatorOffset = 0;
    bool m_dateless = false; ///< the separators of this file have no date
};

} // namespace deskhand

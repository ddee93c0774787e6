// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace deskhand::test {

/// The header block of a mail of ours, with the line end of its last field.
inline QByteArray headerOf(const QByteArray &mail)
{
    return mail.left(mail.indexOf("\r\n\r\n") + 2);
}

/// Why the bytes of a mail that goes out break a rule of the wire (RFC 5322 2.1, 2.2, 7 bits); empty: they do not.
inline QString wireProblem(const QByteArray &mail)
{
    qsizetype length = 0;
    for (qsizetype i = 0; i < mail.size(); ++i) {
        const auto c = static_cast<unsigned char>(mail[i]);
        if (c == '\n' && (i == 0 || mail[i - 1] != '\r'))
            return QStringLiteral("a bare line feed");
        if (c == '\r' && (i + 1 == mail.size() || mail[i + 1] != '\n'))
            return QStringLiteral("a bare carriage return");
        if (c >= 0x7f || (c < ' ' && c != '\r' && c != '\n' && c != '\t'))
            return QStringLiteral("a byte that is no printable ASCII");
        length = c == '\n' ? 0 : length + 1;
        if (length > 999) // with its carriage return
            return QStringLiteral("a line that is too long");
    }
    if (!mail.endsWith("\r\n"))
        return QStringLiteral("no line end at the end");
    for (const QByteArray &line : headerOf(mail).split('\n')) {
        if (!line.isEmpty() && line.trimmed().isEmpty())
            return QStringLiteral("a blank line inside of a field");
    }
    return {};
}

} // namespace deskhand::test

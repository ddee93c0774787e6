// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/history_chain.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace deskhand {
namespace {

void appendNumber(QByteArray *bytes, qint64 number)
{
    char big[sizeof number];
    qToBigEndian(number, big);
    bytes->append(big, sizeof big);
}

/// With its length in front, so that no two lists of texts have the same bytes.
void appendText(QByteArray *bytes, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    appendNumber(bytes, utf8.size());
    bytes->append(utf8);
}

} // namespace

QByteArray historyPayloadHash(const HistoryEntry &entry)
{
    QByteArray bytes;
    for (const QString *text :
         {&entry.actorName, &entry.oldValue, &entry.newValue, &entry.oldText, &entry.newText, &entry.why})
        appendText(&bytes, *text);
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray historyHash(const HistoryEntry &entry, const QByteArray &payloadHash, const QByteArray &previous)
{
    QByteArray bytes;
    for (const qint64 number :
         {entry.id, entry.ticket.value, entry.version, entry.at, qint64(entry.actorKind), entry.actor.value})
        appendNumber(&bytes, number);
    appendText(&bytes, entry.what);
    bytes += entry.command.toRfc4122();
    bytes += payloadHash;
    bytes += previous;
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace deskhand

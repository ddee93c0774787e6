// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/placeholders.h"

#include <QRegularExpression>

#include <algorithm>

namespace deskhand {
namespace {

QRegularExpression placeholderPattern()
{
    return QRegularExpression(QStringLiteral("\\{\\{\\s*([A-Za-z][A-Za-z0-9_.-]*)\\s*\\}\\}"));
}

} // namespace

QStringList knownPlaceholders()
{
    return {QStringLiteral("ticket.number"),     QStringLiteral("ticket.subject"), QStringLiteral("requester.name"),
            QStringLiteral("requester.address"), QStringLiteral("agent.name"),     QStringLiteral("queue.name"),
            QStringLiteral("desk.name"),         QStringLiteral("mailbox.address")};
}

QString fillPlaceholders(const QString &text, const PlaceholderValues &values)
{
    const QStringList known = knownPlaceholders();
    QString filled;
    qsizetype done = 0;
    // One walk from left to right: what is put in is never looked at again.
    QRegularExpressionMatchIterator matches = placeholderPattern().globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QString name = match.captured(1).toLower();
        filled += QStringView(text).mid(done, match.capturedStart() - done);
        filled += known.contains(name) ? values.value(name) : match.captured();
        done = match.capturedEnd();
    }
    filled += QStringView(text).mid(done);
    return filled;
}

QStringList placeholdersIn(const QString &text)
{
    QStringList names;
    QRegularExpressionMatchIterator matches = placeholderPattern().globalMatch(text);
    while (matches.hasNext()) {
        const QString name = matches.next().captured(1).toLower();
        if (!names.contains(name))
            names.append(name);
    }
    return names;
}

QStringList unknownPlaceholdersIn(const QString &text)
{
    const QStringList known = knownPlaceholders();
    QStringList unknown = placeholdersIn(text);
    unknown.erase(
        std::remove_if(unknown.begin(), unknown.end(), [&known](const QString &name) { return known.contains(name); }),
        unknown.end());
    return unknown;
}

} // namespace deskhand

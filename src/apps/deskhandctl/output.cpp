// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/output.h"

#include <QDateTime>
#include <QJsonDocument>

#include <cstdio>

namespace deskhand::ctl {
namespace {

void writeLine(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stream);
    std::fputc('\n', stream);
}

} // namespace

void printLine(const QString &line)
{
    writeLine(stdout, line.toUtf8());
}

void printError(const QString &line)
{
    std::fflush(stdout);
    writeLine(stderr, "deskhandctl: " + line.toUtf8());
}

void printError(const Error &error)
{
    printError(errorWords(error));
}

void printJson(const QJsonObject &object)
{
    writeLine(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString instantText(Instant instant)
{
    return instant == 0 ? QString() : QDateTime::fromMSecsSinceEpoch(instant, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString errorWords(const Error &error)
{
    QStringList fields;
    for (auto it = error.payload.cbegin(); it != error.payload.cend(); ++it)
        fields.append(it.key() + QStringLiteral(": ") + it.value().toString());
    QString words = QStringLiteral("%1: %2 (%3)").arg(errorCodeName(error.code), error.detail, error.where);
    if (!fields.isEmpty())
        words += QStringLiteral(" [%1]").arg(fields.join(QStringLiteral(", ")));
    return words;
}

} // namespace deskhand::ctl

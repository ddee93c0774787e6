// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/calendar_file.h"

#include "apps/deskhandctl/output.h"
#include "domain/calendar_json.h"

#include <QFile>
#include <QJsonDocument>

namespace deskhand::ctl {

std::optional<QByteArray> readFile(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        printError(QStringLiteral("%1: %2").arg(name, file.errorString()));
        return {};
    }
    return file.readAll();
}

std::optional<BusinessCalendar> readCalendarFile(const QString &name)
{
    const std::optional<QByteArray> bytes = readFile(name);
    if (!bytes)
        return {};
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes, &problem);
    if (problem.error != QJsonParseError::NoError || !document.isObject()) {
        const QString words = problem.error != QJsonParseError::NoError
                                  ? QStringLiteral("byte %1: %2").arg(problem.offset).arg(problem.errorString())
                                  : QStringLiteral("an object is wanted");
        printError(QStringLiteral("%1: %2").arg(name, words));
        return {};
    }
    const Result<BusinessCalendar> calendar = calendarFromJson(document.object());
    if (!calendar) {
        printError(QStringLiteral("%1: %2: %3").arg(name, calendar.error().where, calendar.error().detail));
        return {};
    }
    return *calendar;
}

} // namespace deskhand::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/work_entry.h"

#include "domain/person.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace deskhand {
namespace {

constexpr double minutesPerHour = 60;

/// Units that people write, and how many minutes they are; 0: days, which the caller knows.
struct WorkUnit {
    QLatin1String word;
    double minutes;
};
constexpr std::array workUnits{
    WorkUnit{QLatin1String("m"), 1},
    WorkUnit{QLatin1String("min"), 1},
    WorkUnit{QLatin1String("mins"), 1},
    WorkUnit{QLatin1String("h"), minutesPerHour},
    WorkUnit{QLatin1String("hr"), minutesPerHour},
    WorkUnit{QLatin1String("hrs"), minutesPerHour},
    WorkUnit{QLatin1String("std"), minutesPerHour},
    WorkUnit{QLatin1String("d"), 0},
    WorkUnit{QLatin1String("t"), 0},
};

/// A number with what is written behind it.
struct WorkPart {
    double number = 0;
    QString unit; ///< in small letters; empty: none
};

bool isAsciiDigit(QChar sign)
{
    return sign >= u'0' && sign <= u'9';
}

/// Nothing: something is no number with a unit.
std::optional<QVector<WorkPart>> partsOf(const QString &text)
{
    QVector<WorkPart> parts;
    qsizetype at = 0;
    const auto take = [&text, &at](const auto &belongs) {
        const qsizetype from = at;
        while (at < text.size() && belongs(text[at]))
            ++at;
        return text.mid(from, at - from);
    };
    const auto isBlank = [](QChar sign) { return sign.isSpace(); };
    for (take(isBlank); at < text.size(); take(isBlank)) {
        bool isNumber = false;
        QString digits = take([](QChar sign) { return isAsciiDigit(sign) || sign == u'.' || sign == u','; });
        WorkPart part;
        part.number = digits.replace(u',', u'.').toDouble(&isNumber);
        if (!isNumber)
            return std::nullopt;
        take(isBlank);
        part.unit = take([](QChar sign) { return sign.isLetter(); }).toLower();
        take([](QChar sign) { return sign == u'.'; }); // "1 Std. 30"
        parts.append(part);
    }
    return parts;
}

/// "1:30"; nothing: it is none of those.
std::optional<double> minutesOfClock(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    const QString hours = text.left(colon);
    const QString minutes = text.mid(colon + 1);
    const auto isPlain = [](const QString &digits, qsizetype most) {
        return !digits.isEmpty() && digits.size() <= most && std::all_of(digits.cbegin(), digits.cend(), isAsciiDigit);
    };
    if (colon < 0 || !isPlain(hours, 3) || !isPlain(minutes, 2) || minutes.toInt() >= int(minutesPerHour))
        return std::nullopt;
    return hours.toInt() * minutesPerHour + minutes.toInt();
}

/// Units go from large to small; a number without one is minutes, and behind hours only.
std::optional<double> minutesOfParts(const QVector<WorkPart> &parts, int hoursOfDay)
{
    double sum = 0;
    double last = HUGE_VAL;
    for (const WorkPart &part : parts) {
        double minutes = 1;
        if (!part.unit.isEmpty()) {
            const auto unit = std::find_if(workUnits.cbegin(), workUnits.cend(),
                                           [&part](const WorkUnit &one) { return part.unit == one.word; });
            if (unit == workUnits.cend())
                return std::nullopt;
            minutes = unit->minutes > 0 ? unit->minutes : hoursOfDay * minutesPerHour;
        } else if (last > minutesPerHour && parts.size() > 1) {
            return std::nullopt; // "1d 30": hours or minutes?
        }
        if (minutes >= last)
            return std::nullopt;
        last = minutes;
        sum += part.number * minutes;
    }
    return sum;
}

} // namespace

bool mayRemove(const Person &who, const WorkEntry &entry)
{
    return entry.person == who.id || who.admin || who.supervisor;
}

QString historyTextOf(const WorkEntry &entry)
{
    const QString minutes = QString::number(entry.minutes);
    return entry.activity.isEmpty() ? minutes : minutes + u' ' + entry.activity;
}

qint64 minutesOf(const QVector<WorkEntry> &entries)
{
    qint64 sum = 0;
    for (const WorkEntry &entry : entries)
        sum += entry.removedAt == 0 ? entry.minutes : 0;
    return sum;
}

std::optional<int> workMinutesFromText(QStringView text, int hoursOfDay)
{
    const QString written = text.trimmed().toString();
    std::optional<double> minutes = minutesOfClock(written);
    if (!minutes) {
        const std::optional<QVector<WorkPart>> parts = partsOf(written);
        if (!parts || parts->isEmpty())
            return std::nullopt;
        minutes = minutesOfParts(*parts, hoursOfDay);
    }
    if (!minutes || !(*minutes <= mostWorkMinutes))
        return std::nullopt;
    const int rounded = int(std::lround(*minutes));
    return rounded >= 1 ? std::optional(rounded) : std::nullopt;
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/story_reader.h"

#include "demo/demo_calendar.h"

namespace deskhand {

Instant storyInstant(const QStringList &words, Instant end)
{
    const QString at = storyWord(words, QStringLiteral("at"));
    bool ok = false;
    if (at.endsWith(u'm')) {
        const int minutes = at.chopped(1).toInt(&ok);
        return ok ? end + minutes * demoMinute : 0;
    }
    const int days = at.toInt(&ok);
    const qsizetype next = words.indexOf(QStringLiteral("at:") + at) + 1;
    const QString clock = words.value(next);
    if (!ok || days >= 0 || clock.size() != 5 || clock[2] != u':')
        return 0;
    const int minute = QStringView(clock).left(2).toInt() * 60 + QStringView(clock).mid(3).toInt();
    return demoInstant(demoWorkdayBefore(demoLocal(end).day, -days), minute);
}

Instant storyDue(const QString &text, Instant end)
{
    bool ok = false;
    const int number = text.mid(1).chopped(1).toInt(&ok);
    if (!ok || !text.startsWith(u'+'))
        return 0;
    if (text.endsWith(u'h'))
        return end + number * demoHour;
    if (text.endsWith(u'd'))
        return demoInstant(demoWorkdayAfter(demoLocal(end).day + number), 17 * 60);
    return 0;
}

QString storyWord(const QStringList &words, const QString &key)
{
    for (const QString &word : words) {
        if (word.startsWith(key + u':'))
            return word.mid(key.size() + 1);
    }
    return {};
}

} // namespace deskhand

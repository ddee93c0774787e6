// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history_text.h"

#include "models/charts/chart_words.h"
#include "models/sla_words.h"

#include <QCoreApplication>

namespace deskhand {

namespace {

constexpr qint64 groupDistance = 5 * 60'000;

struct HistoryWords {
    Q_DECLARE_TR_FUNCTIONS(deskhand::History)
};

QString fieldText(TicketField field)
{
    switch (field) {
    case TicketField::Subject: return HistoryWords::tr("Subject");
    case TicketField::State: return HistoryWords::tr("State");
    case TicketField::Priority: return HistoryWords::tr("Priority");
    case TicketField::Queue: return HistoryWords::tr("Queue");
    case TicketField::Category: return HistoryWords::tr("Category");
    case TicketField::Owner: return HistoryWords::tr("Owner");
    case TicketField::Requester: return HistoryWords::tr("Requester");
    case TicketField::Tags: return HistoryWords::tr("Tags");
    case TicketField::DueAt: return HistoryWords::tr("Due");
    case TicketField::PendingUntil: return HistoryWords::tr("Pending until");
    }
    return {};
}

QString valueText(TicketField field, const QString &stored, const QString &snapshot, const TimeWords &words,
                  Instant now)
{
    if (field == TicketField::DueAt || field == TicketField::PendingUntil)
        return words.moment(stored.toLongLong(), now);
    if (!snapshot.isEmpty())
        return snapshot;
    return stored == QLatin1String("0") ? QString() : stored;
}

QString tagsText(const QString &oldValue, const QString &newValue)
{
    const QStringList before = oldValue.split(u' ', Qt::SkipEmptyParts);
    const QStringList after = newValue.split(u' ', Qt::SkipEmptyParts);
    QStringList added;
    QStringList removed;
    for (const QString &tag : after) {
        if (!before.contains(tag))
            added.append(tag);
    }
    for (const QString &tag : before) {
        if (!after.contains(tag))
            removed.append(tag);
    }
    QStringList parts;
    if (!added.isEmpty())
        parts.append(HistoryWords::tr("added tag %1").arg(added.join(QStringLiteral(", "))));
    if (!removed.isEmpty())
        parts.append(HistoryWords::tr("removed tag %1").arg(removed.join(QStringLiteral(", "))));
    return parts.isEmpty() ? HistoryWords::tr("changed the tags") : parts.join(QStringLiteral(", "));
}

QString fieldWhat(TicketField field, const QString &oldText, const QString &newText, bool withOld)
{
    if (field == TicketField::Owner && newText.isEmpty())
        return oldText.isEmpty() ? HistoryWords::tr("removed the owner")
                                 : HistoryWords::tr("released the ticket from %1").arg(oldText);
    if (newText.isEmpty())
        return HistoryWords::tr("cleared %1").arg(fieldText(field));
    if (withOld && !oldText.isEmpty())
        return HistoryWords::tr("changed %1 from %2 to %3").arg(fieldText(field), oldText, newText);
    if (field == TicketField::Owner)
        return HistoryWords::tr("assigned it to %1").arg(newText);
    if (field == TicketField::Queue)
        return HistoryWords::tr("moved it to %1").arg(newText);
    if (field == TicketField::Subject)
        return HistoryWords::tr("changed the subject to “%1”").arg(newText);
    return HistoryWords::tr("set %1 to %2").arg(fieldText(field), newText);
}

// Reasons that the pipeline gives are names, those of people and rules are words.
QString reasonText(const HistoryEntry &entry)
{
    if (entry.what == QLatin1String("conflict"))
        return {};
    if (entry.why == QLatin1String("first-reply"))
        return HistoryWords::tr("by the first reply");
    if (entry.why == QLatin1String("follow-up"))
        return HistoryWords::tr("because the requester wrote again");
    if (entry.why == QLatin1String("withdrawn"))
        return HistoryWords::tr("because the reply was taken back");
    if (entry.why == QLatin1String("thanks"))
        return HistoryWords::tr("only says thank you");
    if (entry.why == QLatin1String("auto-reply"))
        return HistoryWords::tr("an automatic answer");
    if (entry.what == QLatin1String("sla-level") || entry.what == QLatin1String("sla-breach"))
        return entry.why.isEmpty() ? QString() : HistoryWords::tr("by the policy %1").arg(entry.why);
    // The names of jobs say nothing but how a ticket came to be.
    if (entry.why == QLatin1String("mail-intake"))
        return entry.what == QLatin1String("opened") ? HistoryWords::tr("for a mail") : QString();
    if (entry.why == QLatin1String("mail-delivery"))
        return {};
    return entry.why;
}

QString actorText(const HistoryEntry &entry)
{
    if (!entry.actorName.isEmpty())
        return entry.actorName;
    switch (entry.actorKind) {
    case ActorKind::Person: return HistoryWords::tr("Somebody");
    case ActorKind::Rule: return HistoryWords::tr("Rule");
    case ActorKind::Import: return HistoryWords::tr("Import");
    case ActorKind::System: return HistoryWords::tr("Deskhand");
    }
    return {};
}

/// Of "resolution/2", as entries about clocks name a cycle: "Resolution (cycle 2)".
QString cycleText(const QString &stored)
{
    SlaTargetKind target = SlaTargetKind::None;
    const qsizetype slash = stored.lastIndexOf(u'/');
    if (!slaTargetFromName(QStringView(stored).left(slash), &target))
        return stored;
    const int cycle = QStringView(stored).mid(slash + 1).toInt();
    return cycle > 1 ? HistoryWords::tr("%1 (cycle %2)", "a target").arg(slaTargetText(target)).arg(cycle)
                     : slaTargetText(target);
}

/// What warnings, escalations and people say of clocks; empty: something else.
QString slaWhat(const HistoryEntry &entry, const TimeWords &words, Instant now)
{
    const auto reachedAt = [&] { return words.moment(entry.newValue.toLongLong(), now); };
    if (entry.what == QLatin1String("sla-breach"))
        return HistoryWords::tr("noted that %1 was missed, %2", "a target, when")
            .arg(cycleText(entry.oldValue), reachedAt());
    if (entry.what == QLatin1String("sla-level"))
        return HistoryWords::tr("noted %1: %2, reached %3", "a target, a warning as “at 75 %”, when")
            .arg(cycleText(entry.oldValue), slaLevelText(entry.newText), reachedAt());
    if (entry.what == QLatin1String("breach-reason"))
        return entry.newText.isEmpty()
                   ? HistoryWords::tr("took back why %1 was missed", "a target").arg(cycleText(entry.oldValue))
                   : HistoryWords::tr("noted why %1 was missed: %2", "a target, a reason")
                         .arg(cycleText(entry.oldValue), entry.newText);
    if (entry.what == QLatin1String("saved-sla-policy"))
        return HistoryWords::tr("saved the policy %1").arg(entry.newText);
    if (entry.what == QLatin1String("saved-calendar"))
        return HistoryWords::tr("saved the calendar %1").arg(entry.newText);
    return {};
}

/// "95 Analysis", as history keeps it, in words: "1 h 35 min (Analysis)".
QString workText(const QString &stored)
{
    constexpr double minute = 60'000;
    const qsizetype blank = stored.indexOf(u' ');
    const QString time = ChartWords().hours(stored.left(blank).toInt() * minute);
    return blank < 0 ? time
                     : HistoryWords::tr("%1 (%2)", "a duration, what kind of work").arg(time, stored.mid(blank + 1));
}

/// Of time that was logged; empty: something else.
QString workWhat(const HistoryEntry &entry)
{
    if (entry.what == QLatin1String("work-logged"))
        return HistoryWords::tr("logged work: %1").arg(workText(entry.newText));
    if (entry.what == QLatin1String("work-removed"))
        return HistoryWords::tr("removed logged work: %1").arg(workText(entry.oldText));
    return {};
}

/// What merging, parting and splitting leave behind; empty: something else.
QString surgeryWhat(const HistoryEntry &entry)
{
    if (entry.what == QLatin1String("merged"))
        return HistoryWords::tr("merged #%1 into this ticket").arg(entry.newText);
    if (entry.what == QLatin1String("merged-into"))
        return HistoryWords::tr("merged this ticket into #%1").arg(entry.newText);
    if (entry.what == QLatin1String("unmerged"))
        return HistoryWords::tr("parted it from #%1 again").arg(entry.oldText);
    if (entry.what == QLatin1String("split-off"))
        return HistoryWords::tr("split off #%1").arg(entry.newText);
    if (entry.what == QLatin1String("split-from"))
        return HistoryWords::tr("split it off from #%1").arg(entry.newText);
    return {};
}

} // namespace

bool isEventOfThread(const HistoryEntry &entry)
{
    return entry.what != QLatin1String("opened") && entry.what != QLatin1String("article")
           && entry.what != QLatin1String("imported") && entry.what != QLatin1String("touched");
}

QString historyWhat(const HistoryEntry &entry, const TimeWords &words, Instant now, bool withOld)
{
    if (entry.what == QLatin1String("opened"))
        return HistoryWords::tr("opened the ticket");
    if (entry.what == QLatin1String("article"))
        return entry.newText.isEmpty() ? HistoryWords::tr("wrote in the thread")
                                       : HistoryWords::tr("wrote: %1").arg(entry.newText);
    if (entry.what == QLatin1String("imported"))
        return HistoryWords::tr("imported it");
    if (entry.what == QLatin1String("touched"))
        return HistoryWords::tr("worked on it in the other desk");
    if (entry.what == QLatin1String("withdrawn"))
        return HistoryWords::tr("took a reply back before it was sent");
    if (entry.what == QLatin1String("bounced"))
        return HistoryWords::tr("noted that the mail to %1 came back").arg(entry.newText);
    if (entry.what == QLatin1String("undeliverable"))
        return HistoryWords::tr("could not deliver the mail to %1").arg(entry.newText);
    if (entry.what == QLatin1String("participant"))
        return HistoryWords::tr("let %1 take part in the ticket").arg(entry.newText);
    if (entry.what == QLatin1String("follows-up"))
        return HistoryWords::tr("opened it as a follow-up to #%1").arg(entry.newText);
    if (entry.what == QLatin1String("followed-up"))
        return HistoryWords::tr("followed it up in #%1").arg(entry.newText);
    if (entry.what == QLatin1String("unproven-agent"))
        return HistoryWords::tr("wrote from an agent's address, which nothing proves");
    if (entry.what == QLatin1String("acknowledged"))
        return HistoryWords::tr("acknowledged it to %1").arg(entry.newText);
    if (entry.what == QLatin1String("conflict")) {
        TicketField refused = TicketField::Subject;
        if (!ticketFieldFromName(entry.why, &refused))
            return HistoryWords::tr("wanted to change something that somebody else had just changed");
        return HistoryWords::tr("wanted %1 %2; %3 stayed, as somebody had just set it")
            .arg(fieldText(refused), valueText(refused, entry.newValue, entry.newText, words, now),
                 valueText(refused, entry.oldValue, entry.oldText, words, now));
    }
    TicketField field = TicketField::Subject;
    if (!ticketFieldFromName(entry.what, &field)) {
        const QString sla = slaWhat(entry, words, now);
        const QString surgery = sla.isEmpty() ? surgeryWhat(entry) : sla;
        const QString other = surgery.isEmpty() ? workWhat(entry) : surgery;
        return other.isEmpty() ? entry.what : other;
    }
    if (field == TicketField::Tags)
        return tagsText(entry.oldValue, entry.newValue);
    return fieldWhat(field, valueText(field, entry.oldValue, entry.oldText, words, now),
                     valueText(field, entry.newValue, entry.newText, words, now), withOld);
}

HistoryLine historyLine(const QVector<HistoryEntry> &entries, const TimeWords &words, Instant now)
{
    HistoryLine line;
    QStringList parts;
    for (const HistoryEntry &entry : entries)
        parts.append(historyWhat(entry, words, now, false));
    if (!entries.isEmpty()) {
        line.who = actorText(entries.last());
        line.why = reasonText(entries.last());
        line.at = entries.last().at;
    }
    line.what = parts.join(QStringLiteral(", "));
    return line;
}

QVector<QVector<HistoryEntry>> groupHistory(const QVector<HistoryEntry> &entries)
{
    QVector<QVector<HistoryEntry>> groups;
    for (const HistoryEntry &entry : entries) {
        const HistoryEntry *last = groups.isEmpty() ? nullptr : &groups.last().last();
        const bool joins = last != nullptr && last->actorKind == entry.actorKind && last->actor == entry.actor
                           && last->actorName == entry.actorName && last->why == entry.why
                           && qAbs(entry.at - last->at) <= groupDistance;
        if (joins)
            groups.last().append(entry);
        else
            groups.append({entry});
    }
    return groups;
}

} // namespace deskhand

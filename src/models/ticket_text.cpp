// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket_text.h"

#include "models/pending_marks.h"
#include "models/time_text.h"

#include <QDateTime>

namespace deskhand {
namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 hourMs = 60 * minuteMs;
constexpr qint64 dayMs = 24 * hourMs;

template <typename Item>
QString nameOrNothing(const Item *item)
{
    return item ? item->name : QString();
}

} // namespace

TicketText::TicketText(CatalogPtr catalog, Instant now, QLocale locale, QTimeZone zone)
    : m_catalog(std::move(catalog))
    , m_now(now)
    , m_locale(std::move(locale))
    , m_zone(std::move(zone))
{
}

QString TicketText::roughSpan(qint64 milliseconds)
{
    const qint64 unit = milliseconds < hourMs ? minuteMs : milliseconds < 2 * dayMs ? hourMs : dayMs;
    return span(milliseconds / unit * unit);
}

QString TicketText::span(qint64 milliseconds)
{
    const qint64 minutes = milliseconds / minuteMs;
    if (minutes < 1)
        return tr("<1 m", "less than a minute, as short as possible");
    if (minutes < 60)
        return tr("%1 m", "minutes, as short as possible").arg(minutes);
    const qint64 hours = minutes / 60;
    if (hours < 24) {
        const qint64 rest = minutes % 60;
        return rest && hours < 10 ? tr("%1 h %2 m", "hours and minutes").arg(hours).arg(rest)
                                  : tr("%1 h", "hours").arg(hours);
    }
    const qint64 days = hours / 24;
    if (days < 2 && hours % 24)
        return tr("%1 d %2 h", "days and hours").arg(days).arg(hours % 24);
    if (days < 90)
        return tr("%1 d", "days").arg(days);
    if (days < 730)
        return tr("%1 mo", "months, as short as possible").arg(days / 30);
    return tr("%1 y", "years, as short as possible").arg(days / 365);
}

TimeLeftText TicketText::timeLeft(const TicketHead &head) const
{
    return nearestTimeLeft(head, *m_catalog, m_now);
}

TimeLeftText TicketText::promised(const TicketHead &head) const
{
    return promisedTimeLeft(head, *m_catalog, m_now);
}

TimeLeftText TicketText::due(const TicketHead &head) const
{
    return dueTimeLeft(head, *m_catalog, m_now);
}

QString TicketText::promisedTip(const TicketHead &head) const
{
    return promisedTimeTip(head, *m_catalog, m_now, m_locale, m_zone);
}

QString TicketText::age(Instant at) const
{
    if (at == 0)
        return {};
    const qint64 gone = m_now - at;
    if (gone < minuteMs && gone > -minuteMs)
        return tr("now");
    if (gone > 0 && gone < hourMs)
        return tr("%1 min").arg(gone / minuteMs);
    if (gone > 0 && gone < 12 * hourMs)
        return tr("%1 h", "hours").arg(gone / hourMs);
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(at, m_zone);
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_now, m_zone).date();
    const qint64 days = moment.date().daysTo(today);
    const QString clockTime = clockText(moment.time(), m_locale);
    if (days == 0)
        return clockTime;
    if (days > 0 && days < 7)
        return m_locale.dayName(moment.date().dayOfWeek(), QLocale::ShortFormat) + u' ' + clockTime;
    if (moment.date().year() == today.year())
        return m_locale.toString(moment.date(), tr("d MMM", "day and short month, as QLocale writes formats"));
    return m_locale.toString(moment.date(), tr("d MMM yyyy", "a day with a short month, as QLocale writes formats"));
}

QString TicketText::requester(const TicketRow &row) const
{
    return row.requesterName.isEmpty() ? row.requesterAddress : row.requesterName;
}

QString TicketText::cell(const TicketRow &row, ListColumn column) const
{
    const TicketHead &head = row.head;
    switch (column) {
    case ListColumn::Number: return head.number;
    case ListColumn::Subject: return head.subject.isEmpty() ? tr("(no subject)") : head.subject;
    case ListColumn::Requester: return requester(row);
    case ListColumn::Organization: return nameOrNothing(m_catalog->organization(head.organization));
    case ListColumn::State: return nameOrNothing(m_catalog->state(head.state));
    case ListColumn::Priority: return nameOrNothing(m_catalog->priority(head.priority));
    case ListColumn::Queue: return nameOrNothing(m_catalog->queue(head.queue));
    case ListColumn::Category: return nameOrNothing(m_catalog->category(head.category));
    case ListColumn::Owner: return nameOrNothing(m_catalog->agent(head.owner));
    case ListColumn::Channel: return channelTitle(head.channel);
    case ListColumn::Created: return age(head.createdAt);
    case ListColumn::Updated: return age(head.updatedAt);
    case ListColumn::LastContact: return age(head.lastContactAt);
    case ListColumn::Due: return due(head).text;
    case ListColumn::Articles: return m_locale.toString(head.articleCount);
    case ListColumn::Tags: return head.tags.join(QStringLiteral(", "));
    case ListColumn::TimeLeft: return promised(head).text;
    }
    return {};
}

QString TicketText::ownerInitials(const TicketHead &head) const
{
    const Person *owner = m_catalog->agent(head.owner);
    return owner ? initials(displayName(*owner)) : QString();
}

QString TicketText::deliveryTrouble(const TicketHead &head)
{
    switch (head.delivery) {
    case DeliveryState::Delayed: return tr("the newest reply is delayed");
    case DeliveryState::Failed: return tr("the newest reply was not delivered");
    case DeliveryState::Bounced: return tr("the newest reply bounced");
    default: return {};
    }
}

QString TicketText::spoken(const TicketRow &row) const
{
    QStringList parts;
    if (row.unread)
        parts.append(tr("Unread"));
    parts.append(tr("%1 %2", "ticket number and subject").arg(row.head.number, cell(row, ListColumn::Subject)));
    parts.append(tr("from %1").arg(requester(row)));
    parts.append(cell(row, ListColumn::State));
    parts.append(tr("priority %1").arg(cell(row, ListColumn::Priority)));
    const QString owner = cell(row, ListColumn::Owner);
    parts.append(owner.isEmpty() ? tr("unassigned") : tr("owner %1").arg(owner));
    const TimeLeftText left = timeLeft(row.head);
    switch (left.level) {
    case TimeLeft::None: break;
    case TimeLeft::Overdue:
    case TimeLeft::Paused: parts.append(left.text); break;
    case TimeLeft::Met: parts.append(tr("what was promised was kept")); break;
    case TimeLeft::Missed: parts.append(tr("a promise was missed")); break;
    case TimeLeft::Plenty:
    case TimeLeft::Soon:
    case TimeLeft::Critical: parts.append(tr("due in %1").arg(left.text)); break;
    }
    if (isPending(row.head))
        parts.append(tr("waits to be sent"));
    if (row.head.attachmentCount > 0)
        parts.append(tr("%n attachment(s)", nullptr, row.head.attachmentCount));
    if (const QString trouble = deliveryTrouble(row.head); !trouble.isEmpty())
        parts.append(trouble);
    parts.append(tr("updated %1").arg(age(row.head.updatedAt)));
    return parts.join(QStringLiteral(", "));
}

QString TicketText::groupTitle(ListColumn groupBy, qint64 key) const
{
    QString title;
    switch (groupBy) {
    case ListColumn::State: title = nameOrNothing(m_catalog->state(StateId{key})); break;
    case ListColumn::Priority: title = nameOrNothing(m_catalog->priority(PriorityId{key})); break;
    case ListColumn::Queue: title = m_catalog->queuePath(QueueId{key}); break;
    case ListColumn::Category: title = m_catalog->categoryPath(CategoryId{key}); break;
    case ListColumn::Owner: title = key == 0 ? tr("Unassigned") : nameOrNothing(m_catalog->agent(PersonId{key})); break;
    case ListColumn::Organization: title = nameOrNothing(m_catalog->organization(OrganizationId{key})); break;
    case ListColumn::Channel: title = channelTitle(Channel(key)); break;
    case ListColumn::TimeLeft: return standingTitle(key);
    default: break;
    }
    return title.isEmpty() ? tr("None: %1").arg(columnTitle(groupBy)) : title;
}

QString TicketText::standingTitle(qint64 key)
{
    if (key == slaOverdue)
        return tr("Overdue");
    switch (SlaStanding(key)) {
    case SlaStanding::Running: return tr("Running");
    case SlaStanding::Paused: return tr("Paused");
    case SlaStanding::Met: return tr("Met", "promises that were kept");
    case SlaStanding::Missed: return tr("Missed", "promises that were not kept");
    case SlaStanding::None: break;
    }
    return tr("Nothing promised");
}

QString TicketText::columnTitle(ListColumn column)
{
    switch (column) {
    case ListColumn::Number: return tr("Number");
    case ListColumn::Subject: return tr("Subject");
    case ListColumn::Requester: return tr("Requester");
    case ListColumn::Organization: return tr("Organization");
    case ListColumn::State: return tr("State");
    case ListColumn::Priority: return tr("Priority");
    case ListColumn::Queue: return tr("Queue");
    case ListColumn::Category: return tr("Category");
    case ListColumn::Owner: return tr("Owner");
    case ListColumn::Channel: return tr("Channel");
    case ListColumn::Created: return tr("Created");
    case ListColumn::Updated: return tr("Updated");
    case ListColumn::LastContact: return tr("Last contact");
    case ListColumn::Due: return tr("Due");
    case ListColumn::Articles: return tr("Articles");
    case ListColumn::Tags: return tr("Tags");
    case ListColumn::TimeLeft: return tr("Time left");
    }
    return {};
}

QString TicketText::channelTitle(Channel channel)
{
    switch (channel) {
    case Channel::Email: return tr("Email");
    case Channel::Web: return tr("Web");
    case Channel::Phone: return tr("Phone");
    case Channel::Chat: return tr("Chat");
    case Channel::Messenger: return tr("Messenger");
    case Channel::Api: return tr("API");
    case Channel::Monitoring: return tr("Monitoring");
    }
    return {};
}

QString TicketText::initials(const QString &name)
{
    QString letters;
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    const auto take = [&letters](const QString &word) {
        for (qsizetype i = 0; i < word.size(); ++i) {
            if (word.at(i).isHighSurrogate() && i + 1 < word.size()) {
                letters.append(word.mid(i, 2));
                return;
            }
            if (word.at(i).isLetterOrNumber()) {
                letters.append(word.at(i).toUpper());
                return;
            }
        }
    };
    if (!words.isEmpty())
        take(words.first());
    if (words.size() > 1)
        take(words.last());
    return letters;
}

} // namespace deskhand

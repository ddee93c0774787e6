// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/synthetic_tickets.h"

#include <algorithm>
#include <cmath>

namespace deskhand::bench {
namespace {

constexpr int vocabularySize = 60'000;
constexpr int agentCount = 40;
constexpr Instant firstInstant = 1'700'000'000'000;

QString syllables(quint64 number, int count)
{
    static const QString consonants = QStringLiteral("bcdfghjklmnprstvwz");
    static const QString vowels = QStringLiteral("aeiou");
    QString word;
    for (int i = 0; i < count; ++i) {
        word += consonants[int(number % 18)];
        word += vowels[int(number / 18 % 5)];
        number = number / 90 * 2862933555777941757ULL + number;
    }
    return word;
}

} // namespace

SyntheticTickets::SyntheticTickets(int total)
    : m_total(total)
    , m_requesters(std::max(100, total / 20))
{
    m_words.reserve(vocabularySize);
    for (int i = 0; i < vocabularySize; ++i)
        m_words.append(syllables(random(), 2 + (i > 400 ? 1 : 0) + (i > 20'000 ? 1 : 0)));
    // Zipf: the word of rank r is used 1/r as often as the first.
    for (int rank = 0; rank < vocabularySize; ++rank) {
        for (int n = std::max(1, int(60'000 / (rank + 2.7))); n > 0; --n)
            m_picks.append(rank);
    }
    m_catalog.deskName = QStringLiteral("Bench");
    m_catalog.numberFormat = QStringLiteral("{n:5}");
    const StateType types[] = {StateType::New, StateType::Open, StateType::PendingReminder, StateType::Solved, StateType::Closed};
    for (const StateType type : types)
        m_catalog.states.append({StateId{m_catalog.states.size() + 1}, stateTypeName(type), type, int(m_catalog.states.size()), true});
    for (int rank = 1; rank <= 4; ++rank)
        m_catalog.priorities.append({PriorityId{rank}, QStringLiteral("P%1").arg(rank), rank, true});
    for (int i = 1; i <= 20; ++i)
        m_catalog.queues.append({QueueId{i}, QueueId{i > 10 ? i - 10 : 0}, QStringLiteral("Queue %1").arg(i), {}, i, true});
    m_catalog.index();
}

quint64 SyntheticTickets::random()
{
    m_state ^= m_state << 13;
    m_state ^= m_state >> 7;
    m_state ^= m_state << 17;
    return m_state;
}

QString SyntheticTickets::word()
{
    return m_words[m_picks[qsizetype(random() % quint64(m_picks.size()))]];
}

QString SyntheticTickets::text(int words)
{
    QString text;
    text.reserve(words * 7);
    for (int i = 0; i < words; ++i) {
        if (i > 0)
            text += i % 12 == 0 ? QStringLiteral(". ") : QStringLiteral(" ");
        text += word();
    }
    return text;
}

QVector<Person> SyntheticTickets::people() const
{
    QVector<Person> people;
    for (int i = 1; i <= agentCount + m_requesters; ++i) {
        Person person;
        person.id = PersonId{i};
        const QString &first = m_words[(i * 7) % vocabularySize];
        const QString &last = m_words[(i * 31 + 5000) % vocabularySize];
        person.name = first + u' ' + last;
        person.address = QStringLiteral("%1.%2.%3@example.com").arg(first, last).arg(i);
        person.role = i <= agentCount ? PersonRole::Agent : PersonRole::Requester;
        people.append(person);
    }
    return people;
}

Article SyntheticTickets::article(const TicketHead &head, int position)
{
    Article article;
    article.id = ArticleId{m_nextArticle++};
    article.ticket = head.id;
    article.position = position;
    article.senderRole = position % 2 ? SenderRole::Customer : SenderRole::Agent;
    article.author = position % 2 ? head.requester : PersonId{1 + qint64(random() % agentCount)};
    article.createdAt = head.createdAt + position * Instant(3'600'000);
    article.text = text(25 + int(random() % 45));
    article.messageId = QStringLiteral("%1.%2@mail.example").arg(head.id.value).arg(position);
    return article;
}

BulkTicket SyntheticTickets::ticket(qint64 id)
{
    BulkTicket ticket;
    TicketHead &head = ticket.head;
    head.id = TicketId{id};
    head.number = QStringLiteral("%1").arg(id, 5, 10, QLatin1Char('0'));
    head.subject = text(4 + int(random() % 4));
    // Nearly all old tickets are closed; of the newest some are open.
    const bool open = random() % 100 < (id > m_total - m_total / 20 ? 60U : 2U);
    head.state = StateId{open ? 1 + qint64(random() % 3) : 4 + qint64(random() % 2)};
    head.priority = PriorityId{1 + qint64(random() % 4)};
    head.queue = QueueId{1 + qint64(random() % 20)};
    head.owner = PersonId{random() % 4 == 0 ? 0 : 1 + qint64(random() % agentCount)};
    head.requester = PersonId{agentCount + 1 + qint64(random() % quint64(m_requesters))};
    head.channel = Channel(1 + random() % 3);
    head.createdAt = firstInstant + id * 31'000;
    head.updatedAt = head.createdAt + Instant(random() % 864'000'000);
    head.lastContactAt = head.updatedAt;
    head.dueAt = random() % 3 == 0 ? head.createdAt + 259'200'000 : 0;
    for (int position = 1; position <= 3; ++position)
        ticket.articles.append(article(head, position));
    head.articleCount = 3;
    head.lastArticle = ticket.articles.last().id;
    head.version = 4;
    for (int version = 1; version <= 4; ++version) {
        HistoryEntry entry;
        entry.ticket = head.id;
        entry.version = version;
        entry.at = head.createdAt + version * Instant(1'800'000);
        entry.actor = head.requester;
        entry.what = version == 1 ? QStringLiteral("opened") : QStringLiteral("article");
        entry.newValue = version == 1 ? QString() : QString::number(ticket.articles[version - 2].id.value);
        entry.actorName = QStringLiteral("Somebody");
        ticket.history.append(entry);
    }
    return ticket;
}

QVector<BulkTicket> SyntheticTickets::next(int count)
{
    QVector<BulkTicket> tickets;
    for (int i = 0; i < count && m_made < m_total; ++i)
        tickets.append(ticket(++m_made));
    return tickets;
}

} // namespace deskhand::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/contract_world.h"

#include "support/test_desk.h"

#include <algorithm>
#include <iterator>

namespace deskhand::test {
namespace {

constexpr qint64 worldHour = 3'600'000;
constexpr qint64 worldDay = 24 * worldHour;

template <typename Item>
auto idNamed(const QVector<Item> &items, const char *name)
{
    for (const Item &item : items) {
        if (item.name == QString::fromUtf8(name))
            return item.id;
    }
    return decltype(Item::id)();
}

} // namespace

QVector<Change> newsOf(const DeskFixture &fixture, const QVector<Change> &changes)
{
    if (!fixture.hasOwnFeed())
        return changes;
    QVector<Change> news;
    std::copy_if(changes.cbegin(), changes.cend(), std::back_inserter(news),
                 [](const Change &change) { return !change.command.isNull(); });
    return news;
}

bool follow(const DeskFixture &fixture, qint64 cursor, const QVector<Change> &changes)
{
    for (const Change &change : changes) {
        if (change.seq <= cursor || (!fixture.hasOwnFeed() && change.seq != cursor + 1))
            return false;
        cursor = change.seq;
    }
    return true;
}

void failOn(const Error &error)
{
    qFatal("%s in %s: %s", qPrintable(errorCodeName(error.code)), qPrintable(error.where), qPrintable(error.detail));
}

struct ContractWorld::Opening {
    char letter;
    const char *subject;
    const char *requester; ///< address, or name of somebody without one
    const char *queue;
    const char *category;
    const char *owner;
    const char *priority;
    StateType state;
    Channel channel;
    const char *tags;
    qint64 due; ///< from the start; 0: none
};

ContractWorld::ContractWorld(DeskFixture &fixture)
    : m_fixture(fixture)
{
    addCatalog();
    addPeople();
    const char *rita_ = "rita@acme.example";
    const char *soren = "soren@nord.example";
    const char *zoe_ = "zoe@other.example";
    // clang-format off
    const Opening openings[] = {
        {'a', "Printer jams on floor 3", rita_, "Support", "Hardware", "Ada Admin", "Medium", StateType::New, Channel::Web, "vip", worldDay},
        {'b', "VPN tunnel drops", soren, "VPN", "Software", "Ben Berg", "High", StateType::Open, Channel::Email, "vpn urgent", 0},
        {'c', "äußerst seltsam", zoe_, "Network", "", "", "Low", StateType::Open, Channel::Phone, "", -worldDay},
        {'d', "Printer toner", rita_, "Support", "Hardware", "Cleo Czerny", "Critical", StateType::Solved, Channel::Web, "vip toner", 0},
        {'e', "Zebra label", soren, "Büro, Möbel", "Monitor", "", "Medium", StateType::Closed, Channel::Chat, "", 7 * worldDay},
        {'f', "apple pencil", zoe_, "Support", "", "Ada Admin", "High", StateType::Open, Channel::Api, "", worldHour},
        {'g', "Screen flickers", rita_, "VPN", "Monitor", "Ben Berg", "Medium", StateType::New, Channel::Monitoring, "vip", 0},
        {'h', "100% CPU_load", soren, "Network", "Software", "", "Low", StateType::Open, Channel::Email, "", worldDay},
        {'i', "printer", "Otto Ohne", "Büro, Möbel", "", "", "Medium", StateType::New, Channel::Messenger, "toner", 0},
        {'j', "Back\\slash 'quote'", zoe_, "Support", "Software", "Ben Berg", "High", StateType::Solved, Channel::Web, "", 0},
    };
    // clang-format on
    for (const Opening &opening : openings)
        open(opening);
    addThreads();
    m_catalog = expected(await(m_fixture.desk().catalog()));
    const TicketRow first = expected(await(m_fixture.desk().rows({ticket('c')}, ada))).first();
    zoe = first.head.requester;
    rita = expected(await(m_fixture.desk().rows({ticket('a')}, ada))).first().head.requester;
}

void ContractWorld::addCatalog()
{
    ada = m_fixture.admin();
    const QueueId network{submit(SaveQueue{Queue{{}, {}, QStringLiteral("Network"), {}, 2, true, {}}}).id};
    submit(SaveQueue{Queue{{}, network, QStringLiteral("VPN"), {}, 1, true, {}}});
    submit(SaveQueue{Queue{{}, {}, QStringLiteral("Büro, Möbel"), {}, 3, true, {}}});
    const CategoryId hardware{submit(SaveCategory{Category{{}, {}, QStringLiteral("Hardware"), 1, true}}).id};
    submit(SaveCategory{Category{{}, hardware, QStringLiteral("Monitor"), 1, true}});
    submit(SaveCategory{Category{{}, {}, QStringLiteral("Software"), 2, true}});
    for (const auto &[name, domain] : {std::pair("Nord & Söhne", "nord.example"), std::pair("Acme", "acme.example")}) {
        Organization organization;
        organization.name = QString::fromUtf8(name);
        organization.domain = QString::fromUtf8(domain);
        submit(SaveOrganization{organization});
    }
}

void ContractWorld::addPeople()
{
    const auto addAgent = [this](const char *name, const char *address) {
        Person agent;
        agent.name = QString::fromUtf8(name);
        agent.address = QString::fromUtf8(address);
        agent.role = PersonRole::Agent;
        return PersonId{submit(SavePerson{agent}).id};
    };
    cleo = addAgent("Cleo Czerny", "cleo@desk.example");
    ben = addAgent("Ben Berg", "ben@desk.example");
    m_catalog = expected(await(m_fixture.desk().catalog()));
    Person vip;
    vip.name = QStringLiteral("Rita Ruiz");
    vip.address = QStringLiteral("rita@acme.example");
    vip.vip = true;
    vip.organization = idNamed(m_catalog->organizations, "Acme");
    submit(SavePerson{vip});
}

void ContractWorld::open(const Opening &opening)
{
    OpenTicket body;
    body.subject = QString::fromUtf8(opening.subject);
    const QString requester = QString::fromUtf8(opening.requester);
    body.requesterAddress = requester.contains(u'@') ? MailAddress{{}, requester} : MailAddress{requester, {}};
    if (requester.startsWith(u"soren"))
        body.requesterAddress.name = QStringLiteral("Sören Ärmel");
    body.queue = idNamed(m_catalog->queues, opening.queue);
    body.category = idNamed(m_catalog->categories, opening.category);
    body.owner = idNamed(m_catalog->agents, opening.owner);
    body.priority = idNamed(m_catalog->priorities, opening.priority);
    body.state = m_catalog->firstStateOf(opening.state);
    body.channel = opening.channel;
    body.tags = QString::fromUtf8(opening.tags).split(u' ', Qt::SkipEmptyParts);
    if (m_start != 0)
        body.dueAt = opening.due == 0 ? 0 : m_start + opening.due;
    const TicketId id = submit(body).ticket;
    m_tickets.insert(opening.letter, id);
    if (m_start == 0) {
        // The door's clock is not ours to read: the first ticket says when it all began.
        m_start = expected(await(m_fixture.desk().rows({id}, ada))).first().head.createdAt;
        submit(ChangeTicket{id, 1, {FieldChange{TicketField::DueAt, m_start + opening.due, {}, {}}}, {}});
    }
    nextMinute();
}

void ContractWorld::addThreads()
{
    customersWord('a', QStringLiteral("The paper\n\n   is stuck.")); // minute 10
    bensReply = post('b', QStringLiteral("We look into it"), ben);
    adasNote = post('b', QStringLiteral("internal words"), ada, Visibility::Internal);
    customersPhoto = customersWord(
        'g', QStringLiteral("It flickers badly"),
        {NewAttachment{
            QStringLiteral("photo.png"), QStringLiteral("image/png"), QByteArray("\0\1\xff'\\", 5), false, {}}});
    ChangeTicket waiting{ticket('c'), 1, {}, {}}; // minute 14
    waiting.changes = {
        FieldChange{TicketField::State, m_catalog->firstStateOf(StateType::PendingReminder).value, {}, {}},
        FieldChange{TicketField::PendingUntil, m_start + 2 * worldDay, {}, {}}};
    submit(waiting);
    nextMinute();
    customersWord('f', QStringLiteral("Does it write?"));
    post('f', QStringLiteral("It does."), ada);
    submit(ChangeTicket{ticket('h'), 1, {FieldChange{TicketField::Owner, cleo.value, {}, {}}}, {}}); // minute 17
    nextMinute();
}

ArticleId ContractWorld::post(char letter, const QString &text, PersonId agent, Visibility visibility)
{
    PostArticle body;
    body.ticket = ticket(letter);
    body.article.text = text;
    body.article.visibility = visibility;
    const ArticleId article = submit(body, agent).article;
    nextMinute();
    return article;
}

ArticleId ContractWorld::customersWord(char letter, const QString &text, const QVector<NewAttachment> &attachments)
{
    PostArticle body;
    body.ticket = ticket(letter);
    body.article.senderRole = SenderRole::Customer;
    body.article.text = text;
    body.article.attachments = attachments;
    const ArticleId article = submit(body, {}, ActorKind::System).article;
    nextMinute();
    return article;
}

CommandAnswer ContractWorld::submit(const CommandBody &body, PersonId actor, ActorKind kind)
{
    Command command = Command::make(kind == ActorKind::Person && !actor.isValid() ? m_fixture.admin() : actor, body);
    command.actorKind = kind;
    return expected(await(m_fixture.desk().submit(command)));
}

QString ContractWorld::letters(const QVector<TicketId> &ids) const
{
    QString text;
    for (const TicketId id : ids)
        text += QLatin1Char(m_tickets.key(id, '?'));
    return text;
}

} // namespace deskhand::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_desk.h"

#include "support/plain_codec.h"

#include <QDateTime>

namespace deskhand::test {
namespace {

Instant startOfTestClock()
{
    return QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC).toMSecsSinceEpoch();
}

} // namespace

TestDesk::TestDesk()
    : TestDesk(nullptr)
{
}

TestDesk::TestDesk(std::shared_ptr<const Clock> clock, std::shared_ptr<const MailCodec> codec)
    : m_clock(std::make_shared<ManualClock>(startOfTestClock()))
    , m_usedClock(clock ? std::move(clock) : m_clock)
    , m_codec(codec ? std::move(codec) : plainCodec())
{
    const NewDesk desk{QStringLiteral("Test desk"), QStringLiteral("Ada Admin"), QStringLiteral("ada@desk.example")};
    auto created = LocalDesk::create(path(), desk, LocalDeskOptions{m_usedClock, true, m_codec});
    if (!created)
        fail(created.error());
    m_desk = *std::move(created);
    m_me = catalog()->agents.first().id;
}

std::unique_ptr<TestDesk> TestDesk::withSystemClock()
{
    return std::unique_ptr<TestDesk>(new TestDesk(std::make_shared<SystemClock>()));
}

std::unique_ptr<TestDesk> TestDesk::withCodec(std::shared_ptr<const MailCodec> codec)
{
    return std::unique_ptr<TestDesk>(new TestDesk(nullptr, std::move(codec)));
}

TestDesk::~TestDesk() = default;

QString TestDesk::path() const
{
    return m_folder.filePath(QStringLiteral("test.desk"));
}

void TestDesk::close()
{
    m_desk.reset();
}

void TestDesk::reopen()
{
    close();
    m_desk = openAnother();
}

std::unique_ptr<LocalDesk> TestDesk::openAnother()
{
    auto opened = LocalDesk::open(path(), LocalDeskOptions{m_usedClock, true, m_codec});
    if (!opened)
        fail(opened.error());
    return *std::move(opened);
}

CatalogPtr TestDesk::catalog()
{
    return expect(m_desk->catalog());
}

StateId TestDesk::state(StateType type)
{
    return catalog()->firstStateOf(type);
}

PriorityId TestDesk::priority(int rank)
{
    const CatalogPtr known = catalog();
    for (const Priority &candidate : known->priorities) {
        if (candidate.rank == rank)
            return candidate.id;
    }
    return {};
}

QueueId TestDesk::firstQueue()
{
    return catalog()->queues.first().id;
}

CommandAnswer TestDesk::submit(const CommandBody &body, PersonId actor)
{
    return expect(m_desk->submit(Command::make(actor.isValid() ? actor : m_me, body)));
}

CommandAnswer TestDesk::openTicket(const QString &subject, const QString &requesterAddress)
{
    OpenTicket open;
    open.subject = subject;
    open.requesterAddress = MailAddress{QStringLiteral("Rita Requester"), requesterAddress};
    open.channel = Channel::Email;
    NewArticle article;
    article.senderRole = SenderRole::Customer;
    article.channel = Channel::Email;
    article.text = QStringLiteral("Please help: ") + subject;
    open.article = article;
    return submit(open);
}

CommandAnswer TestDesk::reply(TicketId ticket, const QString &text)
{
    PostArticle post;
    post.ticket = ticket;
    post.article.text = text;
    post.article.channel = Channel::Email;
    return submit(post);
}

CommandAnswer TestDesk::customerMail(TicketId ticket, const QString &text)
{
    PostArticle post;
    post.ticket = ticket;
    post.article.text = text;
    post.article.channel = Channel::Email;
    post.article.senderRole = SenderRole::Customer;
    Command command = Command::make({}, post);
    command.actorKind = ActorKind::System;
    return expect(m_desk->submit(command));
}

PersonId TestDesk::addAgent(const QString &name, bool admin)
{
    Person person;
    person.name = name;
    person.address = name.section(u' ', 0, 0).toLower() + QStringLiteral("@desk.example");
    person.role = PersonRole::Agent;
    person.admin = admin;
    return PersonId{submit(SavePerson{person}).id};
}

QueueId TestDesk::addQueue(const QString &name, QueueId parent)
{
    return QueueId{submit(SaveQueue{Queue{{}, parent, name, {}, 10, true, {}}}).id};
}

TicketRow TestDesk::row(TicketId ticket)
{
    const QVector<TicketRow> rows = expect(m_desk->rows({ticket}, m_me));
    if (rows.isEmpty())
        fail(Error{ErrorCode::NotFound, QStringLiteral("test.row"), QStringLiteral("no such ticket"), {}});
    return rows.first();
}

void TestDesk::fail(const Error &error)
{
    QStringList fields;
    for (auto field = error.payload.cbegin(); field != error.payload.cend(); ++field)
        fields.append(field.key() + u'=' + field.value().toString());
    qFatal("%s in %s: %s [%s]", qPrintable(errorCodeName(error.code)), qPrintable(error.where),
           qPrintable(error.detail), qPrintable(fields.join(u' ')));
}

} // namespace deskhand::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/command_contract.h"

#include "support/contract_world.h"
#include "support/test_desk.h"

#include <QtTest>

#include <algorithm>

namespace deskhand::test {

void CommandContract::init()
{
    m_fixture = m_makeFixture();
}

void CommandContract::cleanup()
{
    m_second.reset();
    // Whatever a test did, the desk must be whole afterwards.
    const QString broken = m_fixture->brokenRule();
    QVERIFY2(broken.isEmpty(), qPrintable(broken));
    m_fixture.reset();
}

Result<CommandAnswer> CommandContract::submit(const CommandBody &body, PersonId actor, ActorKind kind)
{
    Command command = Command::make(kind == ActorKind::Person && !actor.isValid() ? m_fixture->admin() : actor, body);
    command.actorKind = kind;
    return await(m_fixture->desk().submit(command));
}

CommandAnswer CommandContract::expect(const CommandBody &body, PersonId actor, ActorKind kind)
{
    const Result<CommandAnswer> answer = submit(body, actor, kind);
    if (answer)
        return *answer;
    QTest::qFail(qPrintable(answer.error().where + u' ' + answer.error().detail), __FILE__, __LINE__);
    return {};
}

TicketRow CommandContract::row(TicketId ticket)
{
    const auto rows = await(m_fixture->desk().rows({ticket}, m_fixture->admin()));
    return rows && !rows->isEmpty() ? rows->first() : TicketRow();
}

QVector<HistoryEntry> CommandContract::history(TicketId ticket)
{
    QVector<HistoryEntry> entries =
        await(m_fixture->desk().history(ticket, {}, 1000)).value_or(QVector<HistoryEntry>());
    std::reverse(entries.begin(), entries.end());
    return entries;
}

QVector<Change> CommandContract::changesSince(qint64 cursor)
{
    m_fixture->settle();
    return newsOf(*m_fixture, await(m_fixture->desk().changesSince(cursor, 10000)).value_or(FeedPage()).changes);
}

CatalogPtr CommandContract::catalog()
{
    return await(m_fixture->desk().catalog()).value_or(CatalogPtr());
}

PersonId CommandContract::addAgent(const QString &name, bool admin)
{
    Person person;
    person.name = name;
    person.address = name.toLower().replace(u' ', u'.') + QStringLiteral("@desk.example");
    person.role = PersonRole::Agent;
    person.admin = admin;
    return PersonId{expect(SavePerson{person}).id};
}

TicketId CommandContract::openTicket(const QString &subject)
{
    OpenTicket open;
    open.subject = subject;
    open.requesterAddress = MailAddress{QStringLiteral("Rita"), QStringLiteral("rita@customer.example")};
    return expect(open).ticket;
}

CommandAnswer CommandContract::post(TicketId ticket, SenderRole role, Visibility visibility, StateId state)
{
    PostArticle post;
    post.ticket = ticket;
    post.state = state;
    post.article.senderRole = role;
    post.article.visibility = visibility;
    post.article.text = QStringLiteral("some words");
    return role == SenderRole::Agent ? expect(post) : expect(post, {}, ActorKind::System);
}

CommandAnswer CommandContract::set(TicketId ticket, qint64 base, TicketField field, const QVariant &value,
                                   PersonId actor)
{
    return expect(ChangeTicket{ticket, base, {FieldChange{field, value, {}, {}}}, {}}, actor);
}

CommandAnswer CommandContract::tag(TicketId ticket, qint64 base, const QStringList &add, const QStringList &remove)
{
    return expect(ChangeTicket{ticket, base, {FieldChange{TicketField::Tags, {}, add, remove}}, {}});
}

QVariantMap CommandContract::reasons(const CommandBody &body, PersonId actor)
{
    const Result<CommandAnswer> answer = submit(body, actor);
    if (answer || answer.error().code != ErrorCode::Invalid) {
        QTest::qFail(answer ? "was accepted" : qPrintable(errorCodeName(answer.error().code)), __FILE__, __LINE__);
        return {};
    }
    return answer.error().payload;
}

} // namespace deskhand::test

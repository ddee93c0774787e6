// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/desk_session.h"

#include "apps/deskhandctl/output.h"
#include "apps/deskhandctl/service_door.h"
#include "base/text_folding.h"
#include "domain/condition_text.h"
#include "mail/gmime_codec.h"

namespace deskhand::ctl {

namespace {

Result<std::unique_ptr<LocalDesk>> openLocalDesk(const QString &place)
{
    LocalDeskOptions options;
    options.codec = makeMailCodec();
    if (!isPostgresUrl(place))
        return LocalDesk::open(place, options);
    const Result<PostgresAddress> address = postgresAddressFromUrl(place);
    return address ? LocalDesk::openServer(*address, options) : Result<std::unique_ptr<LocalDesk>>(address.error());
}

} // namespace

bool DeskSession::openDesk(const QString &place, DeskDoors doors)
{
    if (isServiceUrl(place)) {
        if (doors == DeskDoors::Database) {
            printError(QStringLiteral("this is done where the desk is: with its file or its database, not through a "
                                      "service"));
            return false;
        }
        Result<std::unique_ptr<RemoteDesk>> desk = openService(place);
        if (!desk)
            printError(desk.error());
        else
            m_desk = *std::move(desk);
        return m_desk != nullptr;
    }
    Result<std::unique_ptr<LocalDesk>> desk = openLocalDesk(place);
    if (!desk) {
        printError(desk.error());
        return false;
    }
    m_localDesk = desk->get();
    m_desk = *std::move(desk);
    return true;
}

std::unique_ptr<DeskSession> DeskSession::open(const QString &place, const QString &asAddress, DeskDoors doors)
{
    std::unique_ptr<DeskSession> session(new DeskSession);
    if (!session->openDesk(place, doors))
        return nullptr;
    const Result<CatalogPtr> catalog = await(session->desk().catalog());
    if (!catalog) {
        printError(catalog.error());
        return nullptr;
    }
    session->m_catalog = *catalog;
    if (!session->chooseActor(asAddress))
        return nullptr;
    return session;
}

bool DeskSession::chooseActor(const QString &asAddress)
{
    const QString wanted = foldText(asAddress);
    const Result<PersonId> signedIn = await(m_desk->signedIn());
    if (!isLocal() && !signedIn) {
        printError(signedIn.error());
        return false;
    }
    if (wanted.isEmpty() && signedIn && signedIn->isValid()) {
        m_me = *signedIn;
        return true;
    }
    for (const Person &agent : m_catalog->agents) {
        const bool chosen =
            wanted.isEmpty() ? agent.admin : foldText(agent.address) == wanted || foldText(agent.name) == wanted;
        if (agent.active && chosen && !isLocal() && agent.id != *signedIn) {
            printError(QStringLiteral("behind a service one is whoever the token belongs to, not “%1”").arg(asAddress));
            return false;
        }
        if (agent.active && chosen) {
            m_me = agent.id;
            return true;
        }
    }
    printError(wanted.isEmpty() ? QStringLiteral("the desk has no active admin; name an agent with --as")
                                : QStringLiteral("there is no active agent “%1”").arg(asAddress));
    return false;
}

std::optional<CommandAnswer> DeskSession::submit(CommandBody body, const QString &why)
{
    Command command = Command::make(m_me, std::move(body));
    command.why = why;
    Result<CommandAnswer> answer = await(m_desk->submit(command));
    if (!answer) {
        printError(answer.error());
        return {};
    }
    return *answer;
}

std::optional<TicketId> DeskSession::findTicket(const QString &number)
{
    const Result<TicketId> ticket = await(m_desk->ticketByNumber(number, m_me));
    if (ticket)
        return *ticket;
    printError(ticket.error().code == ErrorCode::NotFound ? QStringLiteral("there is no ticket %1").arg(number)
                                                          : errorWords(ticket.error()));
    return {};
}

std::optional<Condition> DeskSession::condition(const QString &text)
{
    const Result<Condition> condition = parseCondition(text, *m_catalog);
    if (condition)
        return *condition;
    const QVariantMap &payload = condition.error().payload;
    const int position = payload.value(QStringLiteral("position")).toInt();
    const int length = qMax(1, payload.value(QStringLiteral("length")).toInt());
    printError(payload.value(QStringLiteral("problem")).toString());
    printError(QStringLiteral("  ") + text);
    printError(QStringLiteral("  ") + QString(position, u' ') + QString(length, u'^'));
    const QStringList candidates = payload.value(QStringLiteral("candidates")).toStringList();
    if (!candidates.isEmpty())
        printError(QStringLiteral("possible: ") + candidates.join(QStringLiteral(", ")));
    return {};
}

} // namespace deskhand::ctl

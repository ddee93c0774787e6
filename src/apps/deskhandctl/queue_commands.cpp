// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/desk_json.h"
#include "apps/deskhandctl/desk_session.h"
#include "apps/deskhandctl/output.h"
#include "apps/deskhandctl/ticket_values.h"
#include "base/text_folding.h"

#include <algorithm>

namespace deskhand::ctl {
namespace {

/// An agent by name or address; prints when there is none.
std::optional<PersonId> chooseAgent(const QString &typed, const Catalog &catalog)
{
    const QString wanted = foldText(typed);
    for (const Person &agent : catalog.agents) {
        if (foldText(agent.address) == wanted || foldText(agent.name) == wanted)
            return agent.id;
    }
    printError(QStringLiteral("there is no agent “%1”").arg(typed));
    return {};
}

void printMembers(const Queue &queue, const Catalog &catalog, bool json)
{
    if (json) {
        printJson(queueToJson(queue, catalog));
        return;
    }
    for (const PersonId member : queue.members) {
        const Person *agent = catalog.agent(member);
        printLine(QStringLiteral("%1  %2").arg(member.value, 6).arg(agent ? displayName(*agent) : QString()));
    }
}

/// Shows who sees a queue, after adding and removing who is named.
int queueMembers(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")},
                              {QStringLiteral("add"), QStringLiteral("remove"), QStringLiteral("as")});
    if (!arguments.check(2, QStringLiteral("queue members FILE QUEUE [--add AGENT]… [--remove AGENT]… [--json]")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    if (!session)
        return Failure;
    const Catalog &catalog = session->catalog();
    QueueId id;
    if (!chooseNamed(ConditionField::Queue, arguments.words()[1], catalog, &id.value))
        return UsageError;
    const Queue *known = catalog.queue(id);
    if (!known)
        return UsageError;
    Queue queue = *known;
    for (const bool adds : {true, false}) {
        for (const QString &name : arguments.values(adds ? QStringLiteral("add") : QStringLiteral("remove"))) {
            const std::optional<PersonId> agent = chooseAgent(name, catalog);
            if (!agent)
                return UsageError;
            queue.members.removeAll(*agent);
            if (adds)
                queue.members.append(*agent);
        }
    }
    std::sort(queue.members.begin(), queue.members.end());
    if (queue != *known && !session->submit(SaveQueue{queue}))
        return Failure;
    printMembers(queue, catalog, arguments.has(QStringLiteral("json")));
    return Success;
}

/// An option that names an agent, or "none".
bool chooseRole(const Arguments &arguments, const QString &option, const Catalog &catalog, PersonId *role)
{
    const QString typed = arguments.value(option);
    if (typed.isEmpty())
        return true;
    if (typed == u"none") {
        *role = {};
        return true;
    }
    const std::optional<PersonId> agent = chooseAgent(typed, catalog);
    if (agent)
        *role = *agent;
    return agent.has_value();
}

bool chooseCalendar(const QString &typed, const Catalog &catalog, CalendarId *calendar)
{
    if (typed.isEmpty())
        return true;
    if (typed == u"none") {
        *calendar = {};
        return true;
    }
    for (const BusinessCalendar &known : catalog.calendars) {
        if (known.active && foldText(known.name) == foldText(typed)) {
            *calendar = known.id;
            return true;
        }
    }
    printError(QStringLiteral("there is no calendar “%1”").arg(typed));
    return false;
}

/// Whose clocks a queue goes by, and who is told when they run out.
int queueSet(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")},
                              {QStringLiteral("calendar"), QStringLiteral("lead"), QStringLiteral("manager"),
                               QStringLiteral("on-call"), QStringLiteral("as")});
    if (!arguments.check(2, QStringLiteral("queue set FILE QUEUE [--calendar NAME|none] [--lead AGENT|none] "
                                           "[--manager AGENT|none] [--on-call AGENT|none] [--json]")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    if (!session)
        return Failure;
    const Catalog &catalog = session->catalog();
    QueueId id;
    if (!chooseNamed(ConditionField::Queue, arguments.words()[1], catalog, &id.value))
        return UsageError;
    const Queue *known = catalog.queue(id);
    if (!known)
        return UsageError;
    Queue queue = *known;
    if (!chooseCalendar(arguments.value(QStringLiteral("calendar")), catalog, &queue.calendar)
        || !chooseRole(arguments, QStringLiteral("lead"), catalog, &queue.lead)
        || !chooseRole(arguments, QStringLiteral("manager"), catalog, &queue.manager)
        || !chooseRole(arguments, QStringLiteral("on-call"), catalog, &queue.onCall))
        return UsageError;
    if (queue != *known && !session->submit(SaveQueue{queue}))
        return Failure;
    const QJsonObject json = queueToJson(queue, catalog);
    if (arguments.has(QStringLiteral("json"))) {
        printJson(json);
        return Success;
    }
    for (const char *key : {"calendar", "lead", "manager", "on_call"}) {
        const QString value = json.value(QLatin1String(key)).toString();
        printLine(QStringLiteral("%1: %2").arg(QLatin1String(key), value.isEmpty() ? QStringLiteral("-") : value));
    }
    return Success;
}

} // namespace

QVector<CtlCommand> queueCommands()
{
    return {{{QStringLiteral("queue"), QStringLiteral("members")},
             QStringLiteral("FILE QUEUE [--add AGENT]… [--remove AGENT]… [--json]"),
             QStringLiteral("Who sees a queue; without members it is everybody's"),
             queueMembers},
            {{QStringLiteral("queue"), QStringLiteral("set")},
             QStringLiteral("FILE QUEUE [--calendar NAME|none] [--lead AGENT|none] [--manager AGENT|none] "
                            "[--on-call AGENT|none] [--json]"),
             QStringLiteral("The calendar that a queue's clocks go by, and who is told; without options: what is set"),
             queueSet}};
}

} // namespace deskhand::ctl

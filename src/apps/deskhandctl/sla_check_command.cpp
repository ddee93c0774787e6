// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/desk_session.h"
#include "apps/deskhandctl/output.h"
#include "domain/sla_check.h"
#include "operations/sla_store.h"

#include <QDateTime>
#include <QJsonArray>

namespace deskhand::ctl {
namespace {

template <typename Item>
QString nameOfFound(const Item *item)
{
    return item ? item->name : QString();
}

QJsonObject findingToJson(const SlaFinding &finding, const Catalog &catalog)
{
    return {
        {QStringLiteral("finding"), slaFindingName(finding.kind)},
        {QStringLiteral("policy"), nameOfFound(catalog.slaPolicy(finding.policy))},
        {QStringLiteral("other"), nameOfFound(catalog.slaPolicy(finding.other))},
        {QStringLiteral("queue"), finding.queue.isValid() ? catalog.queuePath(finding.queue) : QString()},
        {QStringLiteral("calendar"), nameOfFound(catalog.calendar(finding.calendar))},
        {QStringLiteral("target"), finding.target == SlaTargetKind::None ? QString() : slaTargetName(finding.target)},
        {QStringLiteral("level"), finding.level},
        {QStringLiteral("count"), finding.count},
        {QStringLiteral("detail"), finding.detail}};
}

QString findingWords(const SlaFinding &finding, const Catalog &catalog)
{
    const QJsonObject json = findingToJson(finding, catalog);
    QStringList parts;
    for (const char *key : {"policy", "other", "queue", "calendar", "target", "detail"}) {
        const QString value = json.value(QLatin1String(key)).toString();
        if (!value.isEmpty())
            parts.append(QStringLiteral("%1 “%2”").arg(QLatin1String(key), value));
    }
    if (finding.level != 0)
        parts.append(QStringLiteral("level %1").arg(finding.level));
    if (finding.count > 0)
        parts.append(QStringLiteral("%1 tickets").arg(finding.count));
    return QStringLiteral("%1: %2").arg(slaFindingName(finding.kind), parts.join(QStringLiteral(", ")));
}

int check(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")}, {QStringLiteral("as")});
    if (!arguments.check(1, QStringLiteral("sla check FILE [--json]")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    if (!session)
        return Failure;
    const Catalog &catalog = session->catalog();
    const Result<QVector<qint64>> uncovered =
        DeskSession::await(session->desk().counts({uncoveredCondition(catalog)}, session->me(), session->now()));
    if (!uncovered) {
        printError(uncovered.error());
        return Failure;
    }
    const QDate today = QDateTime::fromMSecsSinceEpoch(session->now(), Qt::UTC).date();
    const QVector<SlaFinding> findings = checkSla(catalog, slaWatchInterval, today, uncovered->value(0, -1));
    if (arguments.has(QStringLiteral("json"))) {
        QJsonArray array;
        for (const SlaFinding &finding : findings)
            array.append(findingToJson(finding, catalog));
        printJson({{QStringLiteral("findings"), array}, {QStringLiteral("uncovered"), uncovered->value(0, -1)}});
    } else {
        for (const SlaFinding &finding : findings)
            printLine(findingWords(finding, catalog));
        if (findings.isEmpty())
            printLine(QStringLiteral("nothing is found"));
    }
    return findings.isEmpty() ? Success : Failure;
}

} // namespace

QVector<CtlCommand> slaCheckCommands()
{
    return {{{QStringLiteral("sla"), QStringLiteral("check")},
             QStringLiteral("FILE [--json]"),
             QStringLiteral("What is wrong with policies and calendars; exit "
                            "code 1 when something is found"),
             check}};
}

} // namespace deskhand::ctl

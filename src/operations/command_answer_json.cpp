// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/command_answer_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace deskhand {
namespace {

void putNumber(QJsonObject *json, QLatin1String name, qint64 value)
{
    if (value != 0)
        json->insert(name, value);
}

void putText(QJsonObject *json, QLatin1String name, const QString &value)
{
    if (!value.isEmpty())
        json->insert(name, value);
}

QJsonObject conflictToJson(const FieldConflict &conflict)
{
    QJsonObject json{{QStringLiteral("field"), ticketFieldName(conflict.field)}};
    putText(&json, QLatin1String("base"), conflict.base);
    putText(&json, QLatin1String("theirs"), conflict.theirs);
    putText(&json, QLatin1String("mine"), conflict.mine);
    putText(&json, QLatin1String("theirsText"), conflict.theirsText);
    putText(&json, QLatin1String("mineText"), conflict.mineText);
    putNumber(&json, QLatin1String("by"), conflict.by.value);
    putText(&json, QLatin1String("byName"), conflict.byName);
    putNumber(&json, QLatin1String("at"), conflict.at);
    return json;
}

bool conflictFromJson(const QJsonObject &json, FieldConflict *conflict)
{
    if (!ticketFieldFromName(json.value(QLatin1String("field")).toString(), &conflict->field))
        return false;
    conflict->base = json.value(QLatin1String("base")).toString();
    conflict->theirs = json.value(QLatin1String("theirs")).toString();
    conflict->mine = json.value(QLatin1String("mine")).toString();
    conflict->theirsText = json.value(QLatin1String("theirsText")).toString();
    conflict->mineText = json.value(QLatin1String("mineText")).toString();
    conflict->by = PersonId{json.value(QLatin1String("by")).toInteger()};
    conflict->byName = json.value(QLatin1String("byName")).toString();
    conflict->at = json.value(QLatin1String("at")).toInteger();
    return true;
}

} // namespace

QByteArray commandAnswerToJson(const CommandAnswer &answer)
{
    QJsonObject json;
    putNumber(&json, QLatin1String("ticket"), answer.ticket.value);
    putText(&json, QLatin1String("number"), answer.ticketNumber);
    putNumber(&json, QLatin1String("article"), answer.article.value);
    putNumber(&json, QLatin1String("version"), answer.version);
    putNumber(&json, QLatin1String("id"), answer.id);
    putNumber(&json, QLatin1String("outcome"), qint64(answer.outcome));
    putNumber(&json, QLatin1String("outbound"), answer.outbound.value);
    putNumber(&json, QLatin1String("slaTask"), answer.slaTask.value);
    if (!answer.conflicts.isEmpty()) {
        QJsonArray conflicts;
        for (const FieldConflict &conflict : answer.conflicts)
            conflicts.append(conflictToJson(conflict));
        json.insert(QLatin1String("conflicts"), conflicts);
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<CommandAnswer> commandAnswerFromJson(const QByteArray &bytes)
{
    const Error corrupt{ErrorCode::Corrupt, QStringLiteral("operations.answer"), QStringLiteral("not an answer"), {}};
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return corrupt;
    const QJsonObject json = document.object();
    CommandAnswer answer;
    answer.ticket = TicketId{json.value(QLatin1String("ticket")).toInteger()};
    answer.ticketNumber = json.value(QLatin1String("number")).toString();
    answer.article = ArticleId{json.value(QLatin1String("article")).toInteger()};
    answer.version = json.value(QLatin1String("version")).toInteger();
    answer.id = json.value(QLatin1String("id")).toInteger();
    answer.outcome = MailOutcome(json.value(QLatin1String("outcome")).toInt());
    answer.outbound = OutboundMailId{json.value(QLatin1String("outbound")).toInteger()};
    answer.slaTask = SlaTaskId{json.value(QLatin1String("slaTask")).toInteger()};
    for (const QJsonValue &entry : json.value(QLatin1String("conflicts")).toArray()) {
        FieldConflict conflict;
        if (!conflictFromJson(entry.toObject(), &conflict))
            return corrupt;
        answer.conflicts.append(conflict);
    }
    return answer;
}

} // namespace deskhand

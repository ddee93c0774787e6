// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/desk_json.h"

#include "apps/deskhandctl/output.h"

#include <QJsonArray>

namespace deskhand::ctl {
namespace {

QJsonArray addressesToJson(const QVector<MailAddress> &addresses)
{
    QJsonArray array;
    for (const MailAddress &address : addresses)
        array.append(QJsonObject{{QStringLiteral("name"), address.name}, {QStringLiteral("address"), address.address}});
    return array;
}

template <typename Item>
QString nameOf(const Item *item)
{
    return item ? item->name : QString();
}

void insertInstant(QJsonObject *object, const QString &key, Instant instant)
{
    object->insert(key, instant == 0 ? QJsonValue() : QJsonValue(instantText(instant)));
}

} // namespace

QJsonObject ticketToJson(const TicketRow &row, const Catalog &catalog)
{
    const TicketHead &head = row.head;
    QJsonObject json{{QStringLiteral("id"), head.id.value},
                     {QStringLiteral("number"), head.number},
                     {QStringLiteral("version"), head.version},
                     {QStringLiteral("subject"), head.subject},
                     {QStringLiteral("state"), nameOf(catalog.state(head.state))},
                     {QStringLiteral("state_type"), stateTypeName(catalog.stateType(head.state))},
                     {QStringLiteral("priority"), nameOf(catalog.priority(head.priority))},
                     {QStringLiteral("queue"), catalog.queuePath(head.queue)},
                     {QStringLiteral("category"), catalog.categoryPath(head.category)},
                     {QStringLiteral("owner"), nameOf(catalog.agent(head.owner))},
                     {QStringLiteral("requester"), row.requesterName},
                     {QStringLiteral("requester_address"), row.requesterAddress},
                     {QStringLiteral("organization"), nameOf(catalog.organization(head.organization))},
                     {QStringLiteral("channel"), channelName(head.channel)},
                     {QStringLiteral("tags"), QJsonArray::fromStringList(head.tags)},
                     {QStringLiteral("articles"), head.articleCount},
                     {QStringLiteral("attachments"), head.attachmentCount},
                     {QStringLiteral("unread"), row.unread},
                     {QStringLiteral("snippet"), row.snippet}};
    insertInstant(&json, QStringLiteral("created"), head.createdAt);
    insertInstant(&json, QStringLiteral("updated"), head.updatedAt);
    insertInstant(&json, QStringLiteral("last_contact"), head.lastContactAt);
    insertInstant(&json, QStringLiteral("due"), head.dueAt);
    insertInstant(&json, QStringLiteral("pending_until"), head.pendingUntil);
    insertInstant(&json, QStringLiteral("solved"), head.solvedAt);
    insertInstant(&json, QStringLiteral("closed"), head.closedAt);
    json.insert(QStringLiteral("sla"), slaStandingName(head.sla));
    json.insert(QStringLiteral("sla_target"),
                head.sla == SlaStanding::None ? QString() : slaTargetName(head.slaTarget));
    json.insert(QStringLiteral("sla_left_ms"), head.slaLeft);
    json.insert(QStringLiteral("sla_missed"), head.slaMissed);
    insertInstant(&json, QStringLiteral("sla_due"), head.slaDueAt);
    return json;
}

QJsonObject articleToJson(const Article &article)
{
    QJsonArray attachments;
    for (const Attachment &attachment : article.attachments) {
        attachments.append(QJsonObject{{QStringLiteral("name"), attachment.name},
                                       {QStringLiteral("type"), attachment.type},
                                       {QStringLiteral("size"), attachment.size},
                                       {QStringLiteral("sha256"), QString::fromLatin1(attachment.sha256.toHex())},
                                       {QStringLiteral("inline"), attachment.isInline},
                                       {QStringLiteral("content_id"), attachment.contentId}});
    }
    static const QStringList roles{QString(), QStringLiteral("customer"), QStringLiteral("agent"),
                                   QStringLiteral("system")};
    QJsonObject json{{QStringLiteral("id"), article.id.value},
                     {QStringLiteral("position"), article.position},
                     {QStringLiteral("visibility"),
                      article.visibility == Visibility::Public ? QStringLiteral("public") : QStringLiteral("internal")},
                     {QStringLiteral("sender_role"), roles.value(int(article.senderRole))},
                     {QStringLiteral("channel"), channelName(article.channel)},
                     {QStringLiteral("from"), addressesToJson({article.from})},
                     {QStringLiteral("to"), addressesToJson(article.to)},
                     {QStringLiteral("cc"), addressesToJson(article.cc)},
                     {QStringLiteral("subject"), article.subject},
                     {QStringLiteral("text"), article.text},
                     {QStringLiteral("quoted_text"), article.quotedText},
                     {QStringLiteral("html"), article.html},
                     {QStringLiteral("message_id"), article.messageId},
                     {QStringLiteral("raw_sha256"), QString::fromLatin1(article.rawSha256.toHex())},
                     {QStringLiteral("attachments"), attachments}};
    insertInstant(&json, QStringLiteral("created"), article.createdAt);
    return json;
}

QJsonObject historyToJson(const HistoryEntry &entry)
{
    static const QStringList kinds{QString(), QStringLiteral("person"), QStringLiteral("rule"),
                                   QStringLiteral("import"), QStringLiteral("system")};
    return {{QStringLiteral("id"), entry.id},
            {QStringLiteral("version"), entry.version},
            {QStringLiteral("at"), instantText(entry.at)},
            {QStringLiteral("actor_kind"), kinds.value(int(entry.actorKind))},
            {QStringLiteral("actor"), entry.actorName},
            {QStringLiteral("what"), entry.what},
            {QStringLiteral("old"), entry.oldValue},
            {QStringLiteral("new"), entry.newValue},
            {QStringLiteral("old_text"), entry.oldText},
            {QStringLiteral("new_text"), entry.newText},
            {QStringLiteral("why"), entry.why},
            {QStringLiteral("command"), entry.command.toString(QUuid::WithoutBraces)}};
}

QJsonObject workToJson(const WorkEntry &entry, const Catalog &catalog)
{
    const Person *person = catalog.agent(entry.person);
    return {{QStringLiteral("id"), entry.id.value},
            {QStringLiteral("person"), person != nullptr ? QJsonValue(person->address) : QJsonValue()},
            {QStringLiteral("at"), instantText(entry.at)},
            {QStringLiteral("minutes"), entry.minutes},
            {QStringLiteral("activity"), entry.activity},
            {QStringLiteral("note"), entry.note}};
}

QJsonObject answerToJson(const CommandAnswer &answer)
{
    QJsonArray conflicts;
    for (const FieldConflict &conflict : answer.conflicts) {
        conflicts.append(QJsonObject{{QStringLiteral("field"), ticketFieldName(conflict.field)},
                                     {QStringLiteral("base"), conflict.base},
                                     {QStringLiteral("theirs"), conflict.theirs},
                                     {QStringLiteral("mine"), conflict.mine},
                                     {QStringLiteral("theirs_text"), conflict.theirsText},
                                     {QStringLiteral("mine_text"), conflict.mineText},
                                     {QStringLiteral("by"), conflict.byName},
                                     {QStringLiteral("at"), instantText(conflict.at)}});
    }
    return {{QStringLiteral("ticket"), answer.ticket.value},
            {QStringLiteral("number"), answer.ticketNumber},
            {QStringLiteral("article"), answer.article.value},
            {QStringLiteral("version"), answer.version},
            {QStringLiteral("id"), answer.id},
            {QStringLiteral("conflicts"), conflicts}};
}

QJsonObject queueToJson(const Queue &queue, const Catalog &catalog)
{
    QJsonArray members;
    for (const PersonId member : queue.members)
        members.append(nameOf(catalog.agent(member)));
    return {{QStringLiteral("id"), queue.id.value},
            {QStringLiteral("path"), catalog.queuePath(queue.id)},
            {QStringLiteral("members"), members},
            {QStringLiteral("calendar"), nameOf(catalog.calendar(queue.calendar))},
            {QStringLiteral("lead"), nameOf(catalog.agent(queue.lead))},
            {QStringLiteral("manager"), nameOf(catalog.agent(queue.manager))},
            {QStringLiteral("on_call"), nameOf(catalog.agent(queue.onCall))}};
}

QJsonObject personToJson(const Person &person, const Catalog &catalog)
{
    return {{QStringLiteral("id"), person.id.value},
            {QStringLiteral("name"), person.name},
            {QStringLiteral("address"), person.address},
            {QStringLiteral("phone"), person.phone},
            {QStringLiteral("role"),
             person.role == PersonRole::Agent ? QStringLiteral("agent") : QStringLiteral("requester")},
            {QStringLiteral("admin"), person.admin},
            {QStringLiteral("supervisor"), person.supervisor},
            {QStringLiteral("vip"), person.vip},
            {QStringLiteral("organization"), nameOf(catalog.organization(person.organization))},
            {QStringLiteral("language"), person.language},
            {QStringLiteral("active"), person.active}};
}

} // namespace deskhand::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/row_mapping.h"

#include "domain/condition_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace deskhand {
namespace {

QJsonArray addressesToJson(const QVector<MailAddress> &addresses)
{
    QJsonArray json;
    for (const MailAddress &address : addresses)
        json.append(QJsonArray{address.name, address.address});
    return json;
}

QVector<MailAddress> addressesFromJson(const QJsonValue &json)
{
    QVector<MailAddress> addresses;
    for (const QJsonValue &entry : json.toArray()) {
        const QJsonArray pair = entry.toArray();
        addresses.append(MailAddress{pair.at(0).toString(), pair.at(1).toString()});
    }
    return addresses;
}

Condition storedCondition(const QString &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
    if (!document.isObject())
        return Condition::any({});
    return conditionFromJson(document.object()).value_or(Condition::any({}));
}

ListColumn storedColumn(QStringView name, ListColumn fallback)
{
    ListColumn column = fallback;
    return listColumnFromName(name, &column) ? column : fallback;
}

} // namespace

TicketHead readTicketHead(ColumnReader &row)
{
    TicketHead head;
    head.id = row.id<TicketId>();
    head.number = row.text();
    head.version = row.integer();
    head.subject = row.text();
    head.state = row.id<StateId>();
    head.priority = row.id<PriorityId>();
    head.queue = row.id<QueueId>();
    head.category = row.id<CategoryId>();
    head.owner = row.id<PersonId>();
    head.requester = row.id<PersonId>();
    head.organization = row.id<OrganizationId>();
    head.channel = row.enumerator<Channel>();
    const QString tags = row.text();
    if (!tags.isEmpty())
        head.tags = tags.split(u' ');
    head.createdAt = row.integer();
    head.updatedAt = row.integer();
    head.lastContactAt = row.integer();
    head.dueAt = row.integer();
    head.pendingUntil = row.integer();
    head.solvedAt = row.integer();
    head.closedAt = row.integer();
    head.articleCount = int(row.integer());
    head.attachmentCount = int(row.integer());
    head.lastArticle = row.id<ArticleId>();
    head.lastArticleFromCustomer = row.flag();
    head.delivery = row.enumerator<DeliveryState>();
    head.sla = row.enumerator<SlaStanding>();
    head.slaTarget = row.enumerator<SlaTargetKind>();
    head.slaDueAt = row.integer();
    head.slaLeft = row.integer();
    head.slaMissed = row.flag();
    head.mergedInto = row.id<TicketId>();
    return head;
}

Person readPerson(ColumnReader &row)
{
    Person person;
    person.id = row.id<PersonId>();
    person.name = row.text();
    person.address = row.text();
    person.phone = row.text();
    person.role = row.enumerator<PersonRole>();
    person.admin = row.flag();
    person.supervisor = row.flag();
    person.vip = row.flag();
    person.organization = row.id<OrganizationId>();
    person.language = row.text();
    person.note = row.text();
    person.active = row.flag();
    return person;
}

HistoryEntry readHistoryEntry(ColumnReader &row)
{
    HistoryEntry entry;
    entry.id = row.integer();
    entry.ticket = row.id<TicketId>();
    entry.version = row.integer();
    entry.at = row.integer();
    entry.actorKind = row.enumerator<ActorKind>();
    entry.actor = row.id<PersonId>();
    entry.actorName = row.text();
    entry.what = row.text();
    entry.oldValue = row.text();
    entry.newValue = row.text();
    entry.oldText = row.text();
    entry.newText = row.text();
    entry.why = row.text();
    entry.command = QUuid::fromRfc4122(row.bytes());
    return entry;
}

SavedView readSavedView(ColumnReader &row)
{
    SavedView view;
    view.id = row.id<SavedViewId>();
    view.owner = row.id<PersonId>();
    view.shared = row.flag();
    view.name = row.text();
    view.condition = storedCondition(row.text());
    view.conditionText = row.text();
    for (const QString &name : row.text().split(u' ', Qt::SkipEmptyParts)) {
        ListColumn column = ListColumn::Number;
        if (listColumnFromName(name, &column))
            view.columns.append(column);
    }
    view.sort.column = storedColumn(row.text(), ListColumn::Updated);
    view.sort.descending = row.flag();
    view.grouped = row.flag();
    view.groupBy = storedColumn(row.text(), ListColumn::State);
    view.density = row.enumerator<ListDensity>();
    view.position = int(row.integer());
    return view;
}

QByteArray recipientsToJson(const QVector<MailAddress> &to, const QVector<MailAddress> &cc)
{
    QJsonObject json;
    if (!to.isEmpty())
        json.insert(QStringLiteral("to"), addressesToJson(to));
    if (!cc.isEmpty())
        json.insert(QStringLiteral("cc"), addressesToJson(cc));
    return json.isEmpty() ? QByteArray() : QJsonDocument(json).toJson(QJsonDocument::Compact);
}

void recipientsFromJson(const QByteArray &json, QVector<MailAddress> *to, QVector<MailAddress> *cc)
{
    const QJsonObject object = json.isEmpty() ? QJsonObject() : QJsonDocument::fromJson(json).object();
    *to = addressesFromJson(object.value(QStringLiteral("to")));
    *cc = addressesFromJson(object.value(QStringLiteral("cc")));
}

QString joinedColumns(const QVector<ListColumn> &columns)
{
    QStringList names;
    for (const ListColumn column : columns)
        names.append(listColumnName(column));
    return names.join(u' ');
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/ticket_values.h"

#include "apps/deskhandctl/output.h"
#include "domain/condition_names.h"

#include <QDateTime>

namespace deskhand::ctl {
namespace {

std::optional<ConditionField> referenceField(TicketField field)
{
    switch (field) {
    case TicketField::State: return ConditionField::State;
    case TicketField::Priority: return ConditionField::Priority;
    case TicketField::Queue: return ConditionField::Queue;
    case TicketField::Category: return ConditionField::Category;
    case TicketField::Owner: return ConditionField::Owner;
    default: return {};
    }
}

bool readInstant(const QString &value, FieldChange *change)
{
    if (value == u"none") {
        change->value = qint64(0);
        return true;
    }
    const QDateTime moment = QDateTime::fromString(value, Qt::ISODateWithMs);
    if (!moment.isValid()) {
        printError(QStringLiteral("“%1” is no date such as 2026-12-01T10:00:00Z").arg(value));
        return false;
    }
    change->value = moment.toMSecsSinceEpoch();
    return true;
}

bool readTags(const QString &value, FieldChange *change)
{
    for (const QString &tag : value.split(u',', Qt::SkipEmptyParts)) {
        if (tag.startsWith(u'-'))
            change->removeTags.append(tag.mid(1));
        else
            change->addTags.append(tag.startsWith(u'+') ? tag.mid(1) : tag);
    }
    return true;
}

} // namespace

bool chooseNamed(ConditionField field, const QString &name, const Catalog &catalog, qint64 *id)
{
    if (name.isEmpty())
        return true;
    if (name == u"none") {
        *id = 0;
        return true;
    }
    const NameMatch match = findNamedValue(field, name, catalog);
    if (match.ids.size() == 1) {
        *id = match.ids.first();
        return true;
    }
    printError(match.ids.isEmpty() ? QStringLiteral("there is no “%1”").arg(name)
                                   : QStringLiteral("“%1” could be several").arg(name));
    if (!match.candidates.isEmpty())
        printError(QStringLiteral("possible: ") + match.candidates.join(QStringLiteral(", ")));
    return false;
}

std::optional<FieldChange> fieldChangeFromText(const QString &text, const Catalog &catalog)
{
    const qsizetype equals = text.indexOf(u'=');
    FieldChange change;
    if (equals < 1 || !ticketFieldFromName(QStringView(text).left(equals), &change.field)) {
        printError(QStringLiteral("“%1” is not FIELD=VALUE with a field such as state, owner or tags").arg(text));
        return {};
    }
    const QString value = text.mid(equals + 1);
    bool understood = true;
    if (const std::optional<ConditionField> reference = referenceField(change.field)) {
        qint64 id = 0;
        understood = chooseNamed(*reference, value, catalog, &id);
        change.value = id;
    } else if (change.field == TicketField::Requester) {
        change.value = value.toLongLong(&understood);
        if (!understood)
            printError(QStringLiteral("a requester is named by the id that “person list” shows"));
    } else if (change.field == TicketField::Tags) {
        understood = readTags(value, &change);
    } else if (change.field == TicketField::Subject) {
        change.value = value;
    } else {
        understood = readInstant(value, &change);
    }
    return understood ? std::optional<FieldChange>(change) : std::nullopt;
}

QString displayNameOf(const MailAddress &address)
{
    return address.name.isEmpty() ? address.address : address.name;
}

} // namespace deskhand::ctl

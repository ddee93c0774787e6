// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ticket_model.h"

#include <QSet>

namespace deskhand::test {
namespace {

/// A head's field as history stores it; written apart from the pipeline's own.
QString modelForm(const TicketHead &head, TicketField field)
{
    const auto number = [](qint64 value) { return value == 0 ? QString() : QString::number(value); };
    switch (field) {
    case TicketField::Subject: return head.subject;
    case TicketField::State: return number(head.state.value);
    case TicketField::Priority: return number(head.priority.value);
    case TicketField::Queue: return number(head.queue.value);
    case TicketField::Category: return number(head.category.value);
    case TicketField::Owner: return number(head.owner.value);
    case TicketField::Requester: return number(head.requester.value);
    case TicketField::Tags: return head.tags.join(u' ');
    case TicketField::DueAt: return number(head.dueAt);
    case TicketField::PendingUntil: return number(head.pendingUntil);
    }
    return {};
}

constexpr TicketField modelFields[] = {
    TicketField::Subject, TicketField::State,     TicketField::Priority, TicketField::Queue, TicketField::Category,
    TicketField::Owner,   TicketField::Requester, TicketField::Tags,     TicketField::DueAt, TicketField::PendingUntil};

QString tagsAfter(const QString &before, const RecordedOperation &operation)
{
    QSet<QString> tags;
    for (const QString &tag : before.split(u' ', Qt::SkipEmptyParts) + operation.addTags)
        tags.insert(tag);
    for (const QString &tag : operation.removeTags)
        tags.remove(tag);
    QStringList sorted(tags.cbegin(), tags.cend());
    sorted.sort();
    return sorted.join(u' ');
}

bool hasConflict(const RecordedOperation &operation, TicketField field)
{
    return std::any_of(operation.conflicts.cbegin(), operation.conflicts.cend(),
                       [field](const FieldConflict &conflict) { return conflict.field == field; });
}

} // namespace

/// The value that a version of the ticket had.
QString TicketModel::valueAt(TicketField field, qint64 version) const
{
    QString value = modelForm(m_initial, field);
    const Register written = m_registers.value(field);
    const auto after = std::upper_bound(written.cbegin(), written.cend(), version,
                                        [](qint64 wanted, const Written &one) { return wanted < one.version; });
    return after == written.cbegin() ? value : std::prev(after)->value;
}

QString TicketModel::valueBeforeEntry(TicketField field, qint64 entry) const
{
    const Register written = m_registers.value(field);
    const auto at = std::lower_bound(written.cbegin(), written.cend(), entry,
                                     [](const Written &one, qint64 wanted) { return one.entry < wanted; });
    return at == written.cbegin() ? modelForm(m_initial, field) : std::prev(at)->value;
}

void TicketModel::buildRegisters()
{
    for (const HistoryEntry &entry : m_stored.history) {
        TicketField field;
        if (!ticketFieldFromName(entry.what, &field))
            continue;
        const Register &written = m_registers[field];
        const QString before = written.isEmpty() ? modelForm(m_initial, field) : written.last().value;
        if (entry.oldValue != before)
            say(QStringLiteral("chain of %1 in ticket %2 breaks at entry %3")
                    .arg(entry.what, m_initial.number)
                    .arg(entry.id));
        m_registers[field].append({entry.id, entry.version, entry.newValue});
        checkWrite(field, entry);
    }
    for (const TicketField field : modelFields) {
        if (valueAt(field, m_stored.head.version) != modelForm(m_stored.head, field))
            say(QStringLiteral("chain of %1 in ticket %2 does not end in what is stored")
                    .arg(ticketFieldName(field), m_initial.number));
    }
}

/// Somebody wanted this value, and knew the one that it replaced.
void TicketModel::checkWrite(TicketField field, const HistoryEntry &entry)
{
    const RecordedOperation *operation = m_byCommand.value(entry.command);
    if (!operation)
        return; // said already
    if (operation->kind == RecordedOperation::Kind::Post) {
        // What follows from an article by itself.
        if (field != TicketField::State || (entry.why != u"first-reply" && entry.why != u"follow-up"))
            say(QStringLiteral("stray change of %1 by %2").arg(entry.what, nameOf(*operation)));
        return;
    }
    if (field == TicketField::Tags) {
        if (entry.newValue != tagsAfter(entry.oldValue, *operation))
            say(QStringLiteral("tags after %1 are \"%2\"").arg(nameOf(*operation), entry.newValue));
        return;
    }
    if (!operation->fields.contains(field) || operation->fields.value(field) != entry.newValue
        || hasConflict(*operation, field)) {
        say(QStringLiteral("stray value \"%1\" of %2 by %3").arg(entry.newValue, entry.what, nameOf(*operation)));
        return;
    }
    if (valueAt(field, operation->baseVersion) != entry.oldValue)
        say(QStringLiteral("overwrote \"%1\" of %2: %3, which knew version %4")
                .arg(entry.oldValue, entry.what, nameOf(*operation))
                .arg(operation->baseVersion));
}

/// Each version is made by one command, and none is left out.
void TicketModel::checkVersions()
{
    QMap<qint64, CommandId> madeBy;
    for (const HistoryEntry &entry : m_stored.history) {
        if (entry.what == u"conflict")
            continue;
        if (madeBy.contains(entry.version) && madeBy.value(entry.version) != entry.command)
            say(QStringLiteral("version %1 of ticket %2 was made twice").arg(entry.version).arg(m_initial.number));
        madeBy.insert(entry.version, entry.command);
    }
    for (qint64 version = 1; version <= m_stored.head.version; ++version) {
        if (!madeBy.contains(version))
            say(QStringLiteral("version %1 of ticket %2 was made by nobody").arg(version).arg(m_initial.number));
    }
    QHash<CommandId, qint64> versionOf;
    for (auto made = madeBy.cbegin(); made != madeBy.cend(); ++made) {
        if (versionOf.contains(made.value()))
            say(QStringLiteral("doubled: one command made versions %1 and %2 of ticket %3")
                    .arg(versionOf.value(made.value()))
                    .arg(made.key())
                    .arg(m_initial.number));
        versionOf.insert(made.value(), made.key());
    }
    for (const RecordedOperation *operation : std::as_const(m_operations)) {
        if (operation->outcome == RecordedOperation::Outcome::Ok && versionOf.contains(operation->command)
            && versionOf.value(operation->command) != operation->version)
            say(QStringLiteral("version in the answer to %1 is not the one it made").arg(nameOf(*operation)));
        if (operation->outcome == RecordedOperation::Outcome::Ok && operation->kind == RecordedOperation::Kind::Post
            && !versionOf.contains(operation->command))
            say(QStringLiteral("lost version of %1").arg(nameOf(*operation)));
    }
}

void TicketModel::checkConflictEntry(const HistoryEntry &entry)
{
    const RecordedOperation *operation = m_byCommand.value(entry.command);
    TicketField field;
    if (!operation || !ticketFieldFromName(entry.why, &field))
        return;
    if (entry.newValue != operation->fields.value(field) || entry.oldValue != valueBeforeEntry(field, entry.id))
        say(QStringLiteral("stray conflict entry %1 of %2").arg(entry.id).arg(nameOf(*operation)));
    if (operation->outcome == RecordedOperation::Outcome::Ok && !hasConflict(*operation, field))
        say(QStringLiteral("overwrote in silence: %1 was not told of its conflict").arg(nameOf(*operation)));
}

/// What was answered "ok" is in the register, or was refused for a reason.
void TicketModel::checkAnswers()
{
    for (const HistoryEntry &entry : m_stored.history) {
        if (entry.what == u"conflict")
            checkConflictEntry(entry);
    }
    for (const RecordedOperation *operation : std::as_const(m_operations)) {
        if (operation->kind != RecordedOperation::Kind::Change || operation->outcome != RecordedOperation::Outcome::Ok)
            continue;
        for (auto field = operation->fields.cbegin(); field != operation->fields.cend(); ++field)
            checkAnswer(*operation, field.key(), field.value());
        checkTagsAnswer(*operation);
    }
}

void TicketModel::checkAnswer(const RecordedOperation &operation, TicketField field, const QString &wanted)
{
    for (const FieldConflict &conflict : operation.conflicts) {
        if (conflict.field != field)
            continue;
        const bool real = conflict.theirs != wanted && conflict.mine == wanted
                          && conflict.base == valueAt(field, operation.baseVersion) && conflict.theirs != conflict.base
                          && conflict.theirs == valueAt(field, operation.version);
        if (!real)
            say(QStringLiteral("refused without a conflict: %1 of %2").arg(ticketFieldName(field), nameOf(operation)));
        return;
    }
    if (valueAt(field, operation.version) != wanted)
        say(QStringLiteral("lost %1 of %2").arg(ticketFieldName(field), nameOf(operation)));
}

void TicketModel::checkTagsAnswer(const RecordedOperation &operation)
{
    const QString tags = valueAt(TicketField::Tags, operation.version);
    if (tagsAfter(tags, operation) != tags)
        say(QStringLiteral("tags of %1 were lost").arg(nameOf(operation)));
}

} // namespace deskhand::test

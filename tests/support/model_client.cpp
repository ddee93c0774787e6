// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/model_client.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QtTest>

#include <array>

namespace deskhand::test {
namespace {

constexpr int hearingTimeoutMs = 60'000;
constexpr int serverBackMs = 60'000;

/// The thread has nothing else to do; what the desk announces meanwhile is heard afterwards.
template <typename T>
Result<T> answerOf(QFuture<Result<T>> future)
{
    future.waitForFinished();
    QCoreApplication::processEvents();
    return future.isResultReadyAt(0) ? future.resultAt(0)
                                     : Result<T>(Error{ErrorCode::Cancelled, QStringLiteral("test"), {}, {}});
}

/// Asks until the server is there again.
template <typename Ask>
auto insist(const Ask &ask)
{
    const QDeadlineTimer deadline(serverBackMs);
    auto answer = answerOf(ask());
    while (!answer && answer.error().code == ErrorCode::Offline && !deadline.hasExpired()) {
        QTest::qWait(20);
        answer = answerOf(ask());
    }
    return answer;
}

QVariant valueOfStored(TicketField field, const QString &stored)
{
    return field == TicketField::Subject ? QVariant(stored) : QVariant(stored.toLongLong());
}

} // namespace

ModelClient::ModelClient(Desk &desk, ClientPlan plan)
    : m_desk(desk)
    , m_plan(std::move(plan))
    , m_random(m_plan.seed * 1000U + quint32(m_plan.client))
{
    m_heard.client = m_plan.client;
    connect(&m_desk, &Desk::changed, this, &ModelClient::hear);
}

void ModelClient::hear(const QVector<Change> &changes)
{
    for (const Change &change : changes) {
        if (m_heard.last != 0 && change.seq != m_heard.last + 1)
            m_problems.append(
                QStringLiteral("heard %1 after %2: client %3").arg(change.seq).arg(m_heard.last).arg(m_plan.client));
        m_heard.add(change);
    }
}

bool ModelClient::hearUntil(qint64 seq)
{
    const QDeadlineTimer deadline(hearingTimeoutMs);
    while (m_heard.last < seq && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
    return m_heard.last >= seq;
}

QString ModelClient::unique(const char *what) const
{
    return QStringLiteral("%1 c%2n%3").arg(QLatin1String(what)).arg(m_plan.client).arg(m_number);
}

/// Nobody sees a ticket older than before, or older than what he has written himself.
void ModelClient::look(TicketId ticket)
{
    const auto rows = insist([&] { return m_desk.rows({ticket}, m_plan.me); });
    if (!rows || rows->isEmpty()) {
        m_problems.append(
            QStringLiteral("lost sight of a ticket: client %1 at operation %2").arg(m_plan.client).arg(m_number));
        return;
    }
    const TicketHead &head = rows->first().head;
    Seen &seen = m_seen[ticket];
    if (head.version < seen.version || head.version < m_own.value(ticket) || head.lastArticle < seen.lastArticle)
        m_problems.append(QStringLiteral("version went back: client %1 at operation %2 sees %3 after %4")
                              .arg(m_plan.client)
                              .arg(m_number)
                              .arg(head.version)
                              .arg(qMax(seen.version, m_own.value(ticket))));
    seen = Seen{head.version, head.lastArticle};
}

void ModelClient::step()
{
    ++m_number;
    RecordedOperation operation;
    operation.client = m_plan.client;
    operation.number = m_number;
    operation.actor = m_plan.me;
    operation.ticket = m_plan.tickets[m_random.bounded(m_plan.tickets.size())];
    if (!m_seen.contains(operation.ticket) || chance(55))
        look(operation.ticket);
    const int dice = m_random.bounded(100);
    if (dice < 42) {
        submit(&operation, change(&operation));
    } else if (dice < 72) {
        submit(&operation, post(&operation));
    } else if (dice < 86) {
        submit(&operation, tag(&operation));
    } else if (dice < 97) {
        operation.kind = RecordedOperation::Kind::MarkRead;
        operation.upTo = m_seen[operation.ticket].lastArticle;
        submit(&operation, MarkRead{operation.ticket, operation.upTo});
    } else {
        submit(&operation, open(&operation));
    }
}

QString ModelClient::randomValue(TicketField field)
{
    const auto oneOf = [this](const auto &items) { return items[m_random.bounded(items.size())].id.value; };
    const Catalog &catalog = *m_plan.catalog;
    qint64 value = 0;
    switch (field) {
    case TicketField::Subject: return unique("subject");
    case TicketField::State: {
        // Pending ones change by themselves, which is for the contract of commands.
        constexpr std::array types{StateType::New, StateType::Open, StateType::Solved, StateType::Closed};
        value = catalog.firstStateOf(types[size_t(m_random.bounded(int(types.size())))]).value;
        break;
    }
    case TicketField::Priority: value = oneOf(catalog.priorities); break;
    case TicketField::Queue: value = oneOf(catalog.queues); break;
    case TicketField::Category: value = chance(25) ? 0 : oneOf(catalog.categories); break;
    case TicketField::Owner: value = chance(25) ? 0 : oneOf(catalog.agents); break;
    default: value = 1'800'000'000'000 + qint64(m_plan.client) * 10'000'000 + m_number; // nobody else's
    }
    return value == 0 ? QString() : QString::number(value);
}

CommandBody ModelClient::change(RecordedOperation *operation)
{
    constexpr std::array fields{TicketField::State,    TicketField::Priority, TicketField::Queue,
                                TicketField::Category, TicketField::Owner,    TicketField::DueAt};
    operation->baseVersion = m_seen[operation->ticket].version;
    ChangeTicket body{operation->ticket, operation->baseVersion, {}, {}};
    for (int wanted = 1 + m_random.bounded(3); wanted > 0; --wanted) {
        // A subject is in the index with every article: changing it often only tests patience.
        const TicketField field =
            chance(3) ? TicketField::Subject : fields[size_t(m_random.bounded(int(fields.size())))];
        if (operation->fields.contains(field))
            continue;
        operation->fields.insert(field, randomValue(field));
        body.changes.append(FieldChange{field, valueOfStored(field, operation->fields[field]), {}, {}});
    }
    return body;
}

CommandBody ModelClient::post(RecordedOperation *operation)
{
    operation->kind = RecordedOperation::Kind::Post;
    operation->text = unique("words of");
    PostArticle body;
    body.ticket = operation->ticket;
    body.article.text = operation->text;
    if (chance(12)) {
        operation->actor = {};
        operation->isPublic = true;
        body.article.senderRole = SenderRole::Customer;
        return body;
    }
    operation->isPublic = chance(50);
    body.article.visibility = operation->isPublic ? Visibility::Public : Visibility::Internal;
    operation->lastSeen = m_seen[operation->ticket].lastArticle;
    operation->evenUnseen = chance(20);
    body.lastSeen = operation->lastSeen;
    body.evenUnseen = operation->evenUnseen;
    return body;
}

CommandBody ModelClient::tag(RecordedOperation *operation)
{
    const auto some = [this] {
        QStringList tags;
        for (int wanted = m_random.bounded(3); wanted > 0; --wanted)
            tags.append(QStringLiteral("t%1").arg(m_random.bounded(12)));
        tags.removeDuplicates();
        return tags;
    };
    operation->baseVersion = m_seen[operation->ticket].version;
    operation->addTags = some();
    operation->removeTags = some();
    return ChangeTicket{operation->ticket,
                        operation->baseVersion,
                        {FieldChange{TicketField::Tags, {}, operation->addTags, operation->removeTags}},
                        {}};
}

CommandBody ModelClient::open(RecordedOperation *operation)
{
    operation->kind = RecordedOperation::Kind::Open;
    operation->ticket = {};
    operation->text = unique("opened by");
    OpenTicket body;
    body.subject = operation->text;
    body.requesterAddress =
        MailAddress{QStringLiteral("Somebody"), QStringLiteral("person%1@model.example").arg(m_random.bounded(50))};
    return body;
}

void ModelClient::submit(RecordedOperation *operation, const CommandBody &body)
{
    Command command = Command::make(operation->actor, body);
    if (!operation->actor.isValid())
        command.actorKind = ActorKind::System;
    operation->command = command.id;
    Result<CommandAnswer> answer = answerOf(m_desk.submit(command));
    // Most ask again what has become of it; some never learn.
    if (!answer && answer.error().code == ErrorCode::Offline && chance(70))
        answer = insist([&] { return m_desk.submit(command); });
    note(answer, operation);
    m_operations.append(*operation);
    if (answer && chance(3))
        repeat(command, *answer, *operation);
}

void ModelClient::note(const Result<CommandAnswer> &answer, RecordedOperation *operation)
{
    if (answer) {
        operation->outcome = RecordedOperation::Outcome::Ok;
        operation->version = answer->version;
        operation->article = answer->article;
        operation->conflicts = answer->conflicts;
        operation->ticket = answer->ticket;
        m_own[answer->ticket] = answer->version;
        return;
    }
    const Error &error = answer.error();
    operation->unseen = error.payload.value(QStringLiteral("unseen")).toStringList();
    if (error.code == ErrorCode::Offline)
        operation->outcome = RecordedOperation::Outcome::Unknown;
    else if (error.code == ErrorCode::Conflict && operation->kind == RecordedOperation::Kind::Post)
        operation->outcome = RecordedOperation::Outcome::Held;
    else
        operation->outcome = RecordedOperation::Outcome::Failed;
    // Only what is said above may be refused: everything that is asked for here is valid.
    if (operation->outcome == RecordedOperation::Outcome::Failed)
        m_problems.append(QStringLiteral("refused client %1 operation %2: %3 %4 %5")
                              .arg(operation->client)
                              .arg(operation->number)
                              .arg(errorCodeName(error.code), error.where, error.detail));
}

void ModelClient::repeat(const Command &command, const CommandAnswer &answer, const RecordedOperation &operation)
{
    const Result<CommandAnswer> again = insist([&] { return m_desk.submit(command); });
    if (!again || *again != answer)
        m_problems.append(QStringLiteral("doubled: another answer to the repeated operation %1 of client %2")
                              .arg(operation.number)
                              .arg(operation.client));
}

} // namespace deskhand::test

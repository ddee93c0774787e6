// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql_unit_of_work.h"

#include "base/text_folding.h"
#include "operations/command_answer_json.h"
#include "store/connection.h"
#include "store/history_writing.h"
#include "store/reading.h"
#include "store/row_mapping.h"

namespace deskhand {
namespace {

Error notFound(const char *what)
{
    return Error{ErrorCode::NotFound, QString::fromLatin1(what), QStringLiteral("no such id"), {}};
}

/// The first row as a value. Errors: NotFound.
template <typename T, typename Fn>
Result<T> readOne(Statement statement, Fn read, const char *what)
{
    if (statement.next()) {
        ColumnReader row(statement);
        return read(row);
    }
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return notFound(what);
}

/// The first number of the first row; 0 without a row.
Result<qint64> readFirstNumber(Statement statement)
{
    const qint64 number = statement.next() ? statement.integer(0) : 0;
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return number;
}

} // namespace

SqlUnitOfWork::SqlUnitOfWork(Connection &connection, CatalogCache &cache, SearchIndex &index)
    : m_connection(connection)
    , m_cache(cache)
    , m_index(index)
    , m_transaction(connection)
{
}

SqlUnitOfWork::~SqlUnitOfWork()
{
    // After a commit there is nothing left to take back.
    m_index.rolledBack();
}

Result<void> SqlUnitOfWork::begin()
{
    return m_transaction.begin();
}

Result<void> SqlUnitOfWork::commit()
{
    Result<void> committed = m_transaction.commit();
    if (committed)
        m_index.committed();
    return committed;
}

Result<void> SqlUnitOfWork::lookAhead(const QVector<CommandId> &commands, const QVector<TicketId> &tickets)
{
    QHash<CommandId, ReadAhead::Answer> answers;
    QString ids(u'[');
    for (const CommandId &command : commands) {
        answers[command] = std::nullopt; // asked for; none yet
        ids += QLatin1String(ids.size() > 1 ? ",\"" : "\"") + QString::fromLatin1(command.toRfc4122().toHex()) + u'"';
    }
    {
        Statement earlier = m_connection.sql("command.answers");
        earlier.bind(":ids", ids + u']');
        while (earlier.next()) {
            const Result<CommandAnswer> answer = commandAnswerFromJson(earlier.text(1).toUtf8());
            if (!answer)
                return answer.error();
            answers[CommandId::fromRfc4122(QByteArray::fromHex(earlier.text(0).toLatin1()))] = *answer;
        }
        if (Result<void> status = earlier.status(); !status)
            return status;
    }
    m_ahead.keepAnswers(std::move(answers));
    if (tickets.isEmpty())
        return {};
    const Result<QVector<StoredSubject>> locked = lockSlaSubjects(m_connection, tickets);
    if (!locked)
        return locked.error();
    m_ahead.keepTickets(*locked);
    return {};
}

void SqlUnitOfWork::nextCommand(const QVector<Change> &changes)
{
    m_sla.clear();
    for (const Change &change : changes)
        m_ahead.forget(change.ticket);
}

Result<std::optional<CommandAnswer>> SqlUnitOfWork::answerOf(const CommandId &command)
{
    using Found = Result<std::optional<CommandAnswer>>;
    if (const ReadAhead::Answer *known = m_ahead.answerOf(command))
        return *known;
    Statement statement = m_connection.sql("command.answer");
    statement.bind(":command", command.toRfc4122());
    if (statement.next()) {
        Result<CommandAnswer> answer = commandAnswerFromJson(statement.text(0).toUtf8());
        return answer ? Found(std::optional(*std::move(answer))) : Found(answer.error());
    }
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return std::optional<CommandAnswer>();
}

Result<CatalogPtr> SqlUnitOfWork::catalog()
{
    if (!m_catalog) {
        Result<CatalogPtr> read =
            m_catalogIsOurs ? readCatalog(m_connection, m_cache.slaVersions()) : m_cache.get(m_connection);
        if (!read)
            return read;
        m_catalog = *std::move(read);
    }
    return m_catalog;
}

Result<TicketHead> SqlUnitOfWork::ticket(TicketId id)
{
    if (const TicketHead *known = m_ahead.ticket(id))
        return *known;
    Statement statement = m_connection.sql("ticket.headById");
    statement.bind(":id", id);
    return readOne<TicketHead>(std::move(statement), readTicketHead, "store.ticket");
}

Result<Person> SqlUnitOfWork::person(PersonId id)
{
    Statement statement = m_connection.sql("person.byId");
    statement.bind(":id", id);
    return readOne<Person>(std::move(statement), readPerson, "store.person");
}

Result<PersonId> SqlUnitOfWork::findPerson(const MailAddress &address)
{
    Statement statement =
        address.address.isEmpty() ? m_connection.sql("person.idByName") : m_connection.sql("person.idByAddress");
    if (address.address.isEmpty())
        statement.bind(":name", foldText(address.name));
    else
        statement.bind(":address", foldText(address.address));
    const Result<qint64> id = readFirstNumber(std::move(statement));
    return id ? Result<PersonId>(PersonId{*id}) : Result<PersonId>(id.error());
}

Result<SavedView> SqlUnitOfWork::view(SavedViewId id)
{
    Statement statement = m_connection.sql("view.byId");
    statement.bind(":id", id);
    return readOne<SavedView>(std::move(statement), readSavedView, "store.view");
}

Result<ArticleId> SqlUnitOfWork::readUpTo(PersonId person, TicketId ticket)
{
    Statement statement = m_connection.sql("row.readUpTo");
    statement.bind(":me", person).bind(":ticket", ticket);
    const Result<qint64> read = readFirstNumber(std::move(statement));
    return read ? Result<ArticleId>(ArticleId{*read}) : Result<ArticleId>(read.error());
}

Result<QVector<HistoryEntry>> SqlUnitOfWork::fieldChangesSince(TicketId ticket, qint64 version, TicketField field)
{
    QVector<HistoryEntry> entries;
    Statement statement = m_connection.sql("history.fieldSince");
    statement.bind(":ticket", ticket).bind(":version", version).bind(":what", ticketFieldName(field));
    while (statement.next()) {
        ColumnReader row(statement);
        entries.append(readHistoryEntry(row));
    }
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return entries;
}

Result<void> SqlUnitOfWork::appendHistory(QVector<HistoryEntry> entries)
{
    return appendHistoryEntries(m_connection, std::move(entries), &m_historyEnd);
}

Result<qint64> SqlUnitOfWork::appendChange(const Change &change, Instant at)
{
    Statement append = m_connection.sql("feed.append");
    append.bind(":at", at).bind(":kind", int(change.kind)).bind(":ticket", change.ticket);
    append.bind(":article", change.article).bind(":actor", change.actor).bind(":command", change.command.toRfc4122());
    return append.runForNumber();
}

Result<void> SqlUnitOfWork::remember(const Command &command, const CommandAnswer &answer, Instant at)
{
    Statement remember = m_connection.sql("command.remember");
    remember.bind(":command", command.id.toRfc4122()).bind(":actor", command.actor).bind(":at", at);
    remember.bind(":answer", QString::fromUtf8(commandAnswerToJson(answer)));
    m_ahead.answered(command.id, answer);
    return remember.runLater();
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desk_file.h"

#include "store/sqlite_bulk_loader.h"
#include "store/sqlite_connection.h"
#include "support/sample_tickets.h"

#include <QSet>

namespace deskhand::test {
namespace {

void mustWork(const Result<void> &result, const char *what)
{
    if (!result)
        qFatal("%s: %s (%s)", what, qPrintable(result.error().detail), qPrintable(result.error().where));
}

} // namespace

DeskFile::DeskFile()
{
    Result<StatementCatalogue> statements = StatementCatalogue::load();
    if (!statements)
        qFatal("statements: %s", qPrintable(statements.error().detail));
    m_statements = std::make_shared<const StatementCatalogue>(*std::move(statements));
}

QString DeskFile::path() const
{
    return m_folder.filePath(QStringLiteral("desk.deskhand"));
}

std::unique_ptr<Connection> DeskFile::connect(ConnectionUse use) const
{
    constexpr int cacheKiB = 8192;
    auto opened = SqliteConnection::open(path(), use, m_statements, cacheKiB);
    if (!opened)
        qFatal("open: %s", qPrintable(opened.error().detail));
    return *std::move(opened);
}

void DeskFile::load(const Catalog &catalog, const QVector<Person> &people, const QVector<BulkTicket> &tickets,
                    const QHash<PersonId, QVector<QPair<TicketId, ArticleId>>> &marks) const
{
    auto opened = SqliteBulkLoader::open(path(), std::make_shared<ManualClock>(sampleNow));
    if (!opened)
        qFatal("open: %s", qPrintable(opened.error().detail));
    BulkLoader &loader = **opened;
    QSet<PersonId> given;
    for (const Person &person : people)
        given.insert(person.id);
    QVector<Person> all = people;
    for (const Person &agent : catalog.agents) {
        if (!given.contains(agent.id))
            all.append(agent);
    }
    mustWork(loader.begin(), "begin");
    mustWork(loader.addCatalog(catalog), "catalog");
    mustWork(loader.addOrganizations(catalog.organizations), "organizations");
    mustWork(loader.addPeople(all), "people");
    mustWork(loader.addTickets(tickets), "tickets");
    for (auto mark = marks.cbegin(); mark != marks.cend(); ++mark)
        mustWork(loader.addReadMarks(mark.key(), mark.value()), "read marks");
    mustWork(loader.finish(), "finish");
}

void DeskFile::setClocks(const QVector<TicketHead> &heads) const
{
    const auto writer = connect(ConnectionUse::Write);
    for (const TicketHead &head : heads) {
        const QString set = QStringLiteral("UPDATE ticket SET sla_standing = %1, sla_target = %2, sla_due_at = %3, "
                                           "sla_left = %4, sla_missed = %5 WHERE id = %6")
                                .arg(int(head.sla))
                                .arg(int(head.slaTarget))
                                .arg(head.slaDueAt)
                                .arg(head.slaLeft)
                                .arg(int(head.slaMissed))
                                .arg(head.id.value);
        if (!writer->once(set.toUtf8(), "test.clocks").run())
            qFatal("cannot set clocks");
    }
}

Person requester(qint64 id, const QString &name, const QString &address)
{
    Person person;
    person.id = PersonId{id};
    person.name = name;
    person.address = address;
    return person;
}

BulkTicket bulkTicket(qint64 id, PersonId requester, const QString &subject, const QStringList &texts)
{
    BulkTicket ticket;
    TicketHead &head = ticket.head;
    head.id = TicketId{id};
    head.number = QString::number(10'000 + id);
    head.version = 1;
    head.subject = subject;
    head.state = StateId{1};
    head.priority = PriorityId{3};
    head.queue = QueueId{1};
    head.requester = requester;
    head.createdAt = sampleNow + id;
    head.updatedAt = sampleNow + id;
    for (const QString &text : texts) {
        Article article;
        article.position = int(ticket.articles.size()) + 1;
        article.id = ArticleId{id * 1000 + article.position};
        article.ticket = head.id;
        article.author = requester;
        article.createdAt = sampleNow + id;
        article.text = text;
        ticket.articles.append(article);
        head.lastArticle = article.id;
    }
    head.articleCount = int(texts.size());
    HistoryEntry opened;
    opened.ticket = head.id;
    opened.version = 1;
    opened.at = head.createdAt;
    opened.what = QStringLiteral("opened");
    ticket.history.append(opened);
    return ticket;
}

} // namespace deskhand::test

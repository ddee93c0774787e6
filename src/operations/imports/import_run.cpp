// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/imports/import_run.h"

#include "domain/number_format.h"
#include "operations/handlers/people.h"
#include "operations/imports/import_catalog.h"
#include "operations/imports/import_ticket.h"

#include <QRegularExpression>

#include <algorithm>

namespace deskhand {
namespace {

constexpr size_t casesInOneTransaction = 500;
constexpr int mostTries = 10;
constexpr qsizetype longestKeptNumber = 40;
constexpr QUuid importNamespace{0x6c1f6f5e, 0x0a0d, 0x4d53, 0x9e, 0x35, 0x2b, 0xa7, 0x71, 0x4c, 0xd0, 0x1e};

/// Whether the desk itself could give out this number one day.
bool looksLikeOurs(const QString &number, const QString &format)
{
    QString pattern;
    qsizetype from = 0;
    while (from < format.size()) {
        const qsizetype open = format.indexOf(u'{', from);
        const qsizetype close = open < 0 ? -1 : format.indexOf(u'}', open);
        if (close < 0)
            break;
        pattern += QRegularExpression::escape(format.mid(from, open - from)) + QLatin1String("\\d+");
        from = close + 1;
    }
    pattern += QRegularExpression::escape(format.mid(from));
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern), QRegularExpression::CaseInsensitiveOption)
        .match(number)
        .hasMatch();
}

/// Printable and without blanks: numbers travel in subjects of mails.
bool canBeNumber(const QString &number)
{
    return !number.isEmpty() && number.size() <= longestKeptNumber
           && std::all_of(number.cbegin(), number.cend(), [](QChar c) { return c > u' ' && c < QChar(0x7F); });
}

/// Writes the cases of a table, some in each transaction.
class ImportWriter
{
public:
    ImportWriter(ImportStore &store, const ImportMapping &mapping, const ImportTable &table,
                 const ImportOptions &options, ImportReport *report)
        : m_store(store)
        , m_mapping(mapping)
        , m_table(table)
        , m_options(options)
        , m_report(report)
    {
    }

    Result<void> dryRun()
    {
        return m_store.tryOut([this](UnitOfWork &unit) -> Result<void> {
            for (const ImportCase &one : m_table.cases) {
                const Result<bool> known = isKnown(unit, one);
                if (!known)
                    return known.error();
                m_report->known += *known ? 1 : 0;
                m_report->imported += *known ? 0 : 1;
                m_report->events += *known ? 0 : qint64(one.rows.size());
            }
            return provide(unit);
        });
    }

    Result<void> run()
    {
        if (Result<void> checked = checkResume(); !checked)
            return checked;
        if (Result<void> provided = again([this](UnitOfWork &unit) { return provide(unit); }); !provided)
            return provided;
        const size_t count = m_table.cases.size();
        for (size_t from = 0; from < count; from += casesInOneTransaction) {
            const size_t to = std::min(from + casesInOneTransaction, count);
            if (m_options.progress
                && !m_options.progress({ImportProgress::Phase::Writing, qint64(from), qint64(count), 0})) {
                m_report->cancelled = true;
                return {};
            }
            ImportReport before = *m_report;
            const Result<void> written = again([&, this](UnitOfWork &unit) {
                *m_report = before;
                return writeBatch(unit, from, to);
            });
            if (!written)
                return written;
            m_madeNow.clear();
        }
        return {};
    }

private:
    /// Somebody else may be writing just now: the store itself waits some seconds for them each time.
    Result<void> again(const ImportStore::Work &work)
    {
        Result<void> done = m_store.change(work);
        for (int i = 1; i < mostTries && !done && done.error().code == ErrorCode::Busy; ++i)
            done = m_store.change(work);
        return done;
    }

    Result<bool> isKnown(UnitOfWork &unit, const ImportCase &one)
    {
        const auto answer = unit.answerOf(importedCaseId(m_mapping.source, m_table.texts.at(one.number)));
        return answer ? Result<bool>(answer->has_value()) : Result<bool>(answer.error());
    }

    Result<void> checkResume()
    {
        if (m_options.resume)
            return {};
        qint64 knownCases = 0;
        const Result<void> looked = m_store.tryOut([&, this](UnitOfWork &unit) -> Result<void> {
            for (const ImportCase &one : m_table.cases) {
                const Result<bool> known = isKnown(unit, one);
                if (!known)
                    return known.error();
                knownCases += *known ? 1 : 0;
            }
            return {};
        });
        if (!looked || knownCases == 0)
            return looked;
        return Error{ErrorCode::Conflict,
                     QStringLiteral("operations.importTickets"),
                     QStringLiteral("%1 tickets of this source are there already").arg(knownCases),
                     {{QStringLiteral("known"), knownCases}}};
    }

    Result<void> provide(UnitOfWork &unit)
    {
        ImportReport made = *m_report;
        const Result<ImportIds> ids = provideImportCatalog(unit, m_mapping, m_table, m_options.now, &made);
        if (!ids)
            return ids.error();
        m_ids = *ids;
        *m_report = made;
        return {};
    }

    Result<void> writeBatch(UnitOfWork &unit, size_t from, size_t to)
    {
        // The people whom an undone transaction has made are not there.
        for (const QString &key : std::as_const(m_madeNow))
            m_people.remove(key);
        m_madeNow.clear();
        m_history.clear();
        m_sla.clear();
        m_fired.clear();
        m_tagged = false;
        bool wrote = false;
        for (size_t i = from; i < to; ++i) {
            const ImportCase &one = m_table.cases[i];
            const Result<bool> known = isKnown(unit, one);
            if (!known)
                return known.error();
            if (*known) {
                ++m_report->known;
                continue;
            }
            wrote = true;
            if (Result<void> written = writeCase(unit, one); !written)
                return written;
        }
        return wrote ? writeRest(unit) : Result<void>();
    }

    /// What is written of many tickets at once.
    Result<void> writeRest(UnitOfWork &unit)
    {
        if (Result<void> appended = unit.appendHistory(m_history); !appended)
            return appended;
        if (Result<void> stored = unit.storeSlaResults(m_sla); !stored)
            return stored;
        for (const auto &[ticket, fired] : m_fired) {
            if (const Result<bool> recorded = unit.recordFired(ticket, fired); !recorded)
                return recorded.error();
        }
        if (m_tagged) {
            if (Result<void> raised = unit.raiseCatalogVersion(); !raised)
                return raised;
        }
        return tellOfImport(unit, ChangeKind::BulkLoaded, m_options.now);
    }

    Result<PersonId> personOf(UnitOfWork &unit, const QString &name, const QString &address,
                              OrganizationId organization)
    {
        const QString key = name + QChar(0) + address;
        if (const auto known = m_people.constFind(key); known != m_people.constEnd())
            return *known;
        Person person;
        person.name = oneLine(name, 300);
        person.address = oneLine(address, 320);
        const Result<PersonId> found = unit.findPerson({person.name, person.address});
        if (!found)
            return found;
        if (found->isValid()) {
            m_people.insert(key, *found);
            return found;
        }
        person.organization =
            organization.isValid() ? organization : organizationOfAddress(*m_ids.catalog, person.address);
        const Result<PersonId> made = unit.savePerson(person);
        if (made) {
            m_madeNow.append(key);
            m_people.insert(key, *made);
            ++m_report->people;
        }
        return made;
    }
    Result<PersonId> requesterOf(UnitOfWork &unit, quint32 name, quint32 address, OrganizationId organization)
    {
        const QString nobody = QStringLiteral("Unknown (%1)").arg(m_mapping.source);
        const bool isNamed = name != 0 || address != 0;
        return personOf(unit, isNamed ? m_table.texts.at(name) : nobody, m_table.texts.at(address), organization);
    }

    Result<QString> numberOf(UnitOfWork &unit, const ImportCase &one, Instant at)
    {
        const QString &wanted = m_table.texts.at(one.number);
        if (m_mapping.keepNumbers && canBeNumber(wanted) && !looksLikeOurs(wanted, m_ids.catalog->numberFormat)) {
            const Result<TicketId> taken = unit.ticketOfNumber(wanted);
            if (!taken)
                return taken.error();
            if (!taken->isValid())
                return wanted;
        }
        const Result<qint64> counter = unit.nextTicketCounter();
        return counter ? Result<QString>(formatTicketNumber(m_ids.catalog->numberFormat, *counter, at))
                       : Result<QString>(counter.error());
    }

    Result<void> writeCase(UnitOfWork &unit, const ImportCase &one)
    {
        ImportedTicket ticket = importedTicket(m_mapping, m_table, one, m_ids);
        const Result<PersonId> requester =
            requesterOf(unit, ticket.requester, ticket.address, ticket.head.organization);
        if (!requester)
            return requester.error();
        ticket.head.requester = *requester;
        const Result<QString> number = numberOf(unit, one, ticket.head.createdAt);
        if (!number)
            return number.error();
        ticket.head.number = *number;
        if (Result<void> changed = settleRequesters(unit, &ticket); !changed)
            return changed;
        const Result<TicketId> id = unit.insertTicket(bareHead(ticket.head));
        if (!id)
            return id.error();
        ticket.head.id = *id;
        if (Result<void> written = writeArticles(unit, *requester, &ticket); !written)
            return written;
        m_tagged = m_tagged || !ticket.head.tags.isEmpty();
        return noteWritten(unit, one, std::move(ticket));
    }

    static TicketHead bareHead(TicketHead head)
    {
        head.lastContactAt = 0;
        return head;
    }

    /// Who were requesters later: the head has the last one, and history their ids.
    Result<void> settleRequesters(UnitOfWork &unit, ImportedTicket *ticket)
    {
        PersonId before = ticket->head.requester;
        QString beforeName = m_table.texts.at(ticket->requester);
        for (HistoryEntry &entry : ticket->history) {
            if (entry.what != u"requester")
                continue;
            const auto &[name, address] = ticket->requesters.at(entry.newValue.toLongLong() - 1);
            const Result<PersonId> requester = requesterOf(unit, name, address, ticket->head.organization);
            if (!requester)
                return requester.error();
            entry.oldValue = QString::number(before.value);
            entry.newValue = QString::number(requester->value);
            entry.oldText = beforeName;
            before = *requester;
            beforeName = entry.newText;
        }
        ticket->head.requester = before;
        return {};
    }

    /// Articles get their ids, and what refers to them does.
    Result<void> writeArticles(UnitOfWork &unit, PersonId requester, ImportedTicket *ticket)
    {
        const TicketHead before = bareHead(ticket->head);
        TicketHead &head = ticket->head;
        QVector<ArticleId> ids;
        for (ImportedArticle &imported : ticket->articles) {
            if (Result<void> authored = setAuthor(unit, requester, &imported); !authored)
                return authored;
            imported.article.ticket = head.id;
            const Result<Article> stored = unit.insertArticle(imported.article, {});
            if (!stored)
                return stored.error();
            ids.append(stored->id);
            ++head.articleCount;
            head.lastArticle = stored->id;
            head.lastArticleFromCustomer = stored->senderRole == SenderRole::Customer;
        }
        for (HistoryEntry &entry : ticket->history) {
            if (entry.what == u"article")
                entry.newValue = QString::number(ids.at(entry.newValue.toLongLong() - 1).value);
        }
        for (SlaEvent &event : ticket->slaEvents) {
            if (event.kind >= SlaEventKind::CustomerSpoke && event.kind <= SlaEventKind::NoteWritten)
                event.value = ids.at(event.value - 1).value;
        }
        return ids.isEmpty() ? unit.indexTicket(head) : markRead(unit, before, head);
    }

    Result<void> setAuthor(UnitOfWork &unit, PersonId requester, ImportedArticle *imported)
    {
        Article &article = imported->article;
        const QString name = m_table.texts.at(imported->author);
        PersonId author = article.senderRole == SenderRole::Customer ? requester : PersonId();
        if (!name.isEmpty() && article.senderRole == SenderRole::Customer) {
            const Result<PersonId> other = personOf(unit, name, {}, {});
            if (!other)
                return other.error();
            author = *other;
        }
        article.author = author;
        article.from.name = name;
        if (!name.isEmpty() || !author.isValid())
            return {};
        const Result<Person> person = unit.person(author);
        if (!person)
            return person.error();
        article.from = {person->name, person->address};
        return {};
    }

    /// What is over is nothing that anybody still has to read.
    Result<void> markRead(UnitOfWork &unit, const TicketHead &before, const TicketHead &head)
    {
        if (Result<void> updated = unit.updateTicket(before, head); !updated)
            return updated;
        if (isUnresolved(m_ids.catalog->stateType(head.state)))
            return {};
        for (const Person &agent : m_ids.catalog->agents) {
            if (!agent.active)
                continue;
            if (Result<void> marked = unit.setReadMark(agent.id, head.id, head.lastArticle); !marked)
                return marked;
        }
        return {};
    }

    Result<void> noteWritten(UnitOfWork &unit, const ImportCase &one, ImportedTicket ticket)
    {
        const CommandId command = importedCaseId(m_mapping.source, m_table.texts.at(one.number));
        const TicketHead &head = ticket.head;
        for (HistoryEntry &entry : ticket.history) {
            entry.ticket = head.id;
            entry.command = command;
            if (entry.what == u"imported")
                entry.newValue = head.number;
        }
        m_history += ticket.history;
        const SlaVersions &versions = *m_ids.catalog->slaVersions;
        SlaResult sla;
        sla.ticket = head.id;
        sla.newEvents = ticket.slaEvents;
        sla.clocks = replayClocks(ticket.slaEvents, versions);
        QVector<SlaFired> fired;
        for (const SlaClock &clock : std::as_const(sla.clocks)) {
            if (clock.state == SlaState::Breached)
                fired.append(SlaFired{clock.target, clock.cycle, 0, clock.breachAt, 0});
        }
        sla.summary = summarize(sla.clocks, fired, versions);
        m_sla.append(sla);
        for (const SlaFired &level : std::as_const(fired))
            m_fired.append({head.id, level});
        ++m_report->imported;
        m_report->events += qint64(one.rows.size());
        m_report->articles += ticket.articles.size();
        Command done;
        done.id = command;
        done.actorKind = ActorKind::Import;
        CommandAnswer answer;
        answer.ticket = head.id;
        answer.ticketNumber = head.number;
        answer.article = head.lastArticle;
        answer.version = head.version;
        return unit.remember(done, answer, m_options.now);
    }

    ImportStore &m_store;
    const ImportMapping &m_mapping;
    const ImportTable &m_table;
    const ImportOptions &m_options;
    ImportReport *m_report;
    ImportIds m_ids;
    QHash<QString, PersonId> m_people;
    QStringList m_madeNow;
    // Of the batch.
    QVector<HistoryEntry> m_history;
    QVector<SlaResult> m_sla;
    QVector<std::pair<TicketId, SlaFired>> m_fired;
    bool m_tagged = false;
};

} // namespace

CommandId importedCaseId(const QString &source, const QString &number)
{
    return QUuid::createUuidV5(importNamespace, source.toUtf8() + '\0' + number.toUtf8());
}

Result<ImportReport> importTickets(ImportStore &store, const ImportMapping &mapping, CsvReader::Source source,
                                   const ImportOptions &options)
{
    constexpr qsizetype mostNotesKept = 1000;
    ImportReport report;
    const ImportNoteSink note = [&](const ImportNote &one) {
        if (report.notes.size() < mostNotesKept)
            report.notes.append(one);
        if (options.note)
            options.note(one);
    };
    const Result<ImportTable> table = readImportTable(mapping, std::move(source), &report, note, options.progress);
    if (!table && table.error().code == ErrorCode::Cancelled) {
        report.cancelled = true;
        return report;
    }
    if (!table)
        return table.error();
    ImportWriter writer(store, mapping, *table, options, &report);
    const Result<void> done = options.dryRun ? writer.dryRun() : writer.run();
    return done ? Result<ImportReport>(report) : Result<ImportReport>(done.error());
}

} // namespace deskhand

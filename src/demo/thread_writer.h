// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demo_company.h"
#include "demo/demo_files.h"
#include "demo/letter_writer.h"
#include "operations/bulk_load.h"

namespace deskhand {

/// The next free ids of a load; they rise over all tickets.
struct DemoIds {
    qint64 ticket = 1;
    qint64 article = 1;
    qint64 attachment = 1;
    qint64 work = 1;
    qint64 number = 10001; ///< counter of the ticket numbers
};

/// Who does something to a ticket.
struct DemoActor {
    ActorKind kind = ActorKind::Person;
    PersonId person;
    QString name;

    [[nodiscard]] static DemoActor of(const DemoPerson &who)
    {
        return {ActorKind::Person, who.person.id, who.person.name};
    }
    [[nodiscard]] static DemoActor rule(const QString &name) { return {ActorKind::Rule, {}, name}; }
};

/// Writes one finished ticket the way the pipeline would have: versions, articles, history, and the head that follows.
class ThreadWriter
{
public:
    ThreadWriter(const DemoCompany &company, const DemoFiles &files, DemoIds *ids, DemoRandom *random,
                 BulkTicket *ticket);

    /// Opens the ticket; the head needs everything but ids, number and what follows from articles.
    void open(const TicketHead &head, const DemoActor &actor);

    /// Begins a change by `actor`: what follows, up to the next one, has one version and one time. Times never go back.
    void change(const DemoActor &actor, Instant at, const QString &why = {});
    void setState(StateType type, Instant pendingUntil = 0);
    void setOwner(PersonId owner);
    void setPriority(PriorityId priority);
    void setQueue(QueueId queue);
    void setCategory(CategoryId category);
    void setTags(QStringList tags);
    void setDue(Instant due);

    /// Adds an article with the time of the change; text, people and kind are set by the caller. A file of that kind is
    /// attached unless None. The first article of a ticket belongs to its opening.
    void add(Article article, PieceFile file = PieceFile::None);

    /// Logs work of the change's actor that ends with the change, as a command of its own.
    void logWork(int minutes, const QString &activity, const CommandId &command);

    /// An article's frame for each kind of speaker.
    [[nodiscard]] Article mailFromRequester(const DemoPerson &requester, Channel channel) const;
    [[nodiscard]] Article replyFromAgent(const DemoPerson &agent, const DemoPerson &requester) const;
    [[nodiscard]] Article noteFromAgent(const DemoPerson &agent) const;
    [[nodiscard]] Article callByAgent(const DemoPerson &agent, const DemoPerson &requester, bool inbound) const;

    [[nodiscard]] const TicketHead &head() const { return m_ticket->head; }
    [[nodiscard]] StateType stateType() const { return m_stateType; }
    [[nodiscard]] const QVector<Article> &articles() const { return m_ticket->articles; }
    [[nodiscard]] Instant now() const { return m_at; }

private:
    HistoryEntry &record(QString what);
    void recordField(TicketField field, const QString &oldValue, const QString &newValue, const QString &oldText,
                     const QString &newText);
    void attach(Article *article, PieceFile kind);
    [[nodiscard]] QString messageId();

    const DemoCompany &m_company;
    const DemoFiles &m_files;
    DemoIds *m_ids;
    DemoRandom *m_random;
    BulkTicket *m_ticket;
    DemoActor m_actor;
    Instant m_at = 0;
    QString m_why;
    CommandId m_command;
    StateType m_stateType = StateType::New;
};

} // namespace deskhand

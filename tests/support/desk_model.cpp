// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desk_model.h"

#include "support/ticket_model.h"

#include <QSet>

namespace deskhand::test {
namespace {

class DeskModel
{
public:
    explicit DeskModel(const Recording &recording)
        : m_recording(recording)
    {
        for (const RecordedOperation &operation : recording.operations)
            m_byCommand.insert(operation.command, &operation);
    }

    QStringList check()
    {
        m_anomalies = m_recording.problems;
        collectHistory();
        checkOpenings();
        checkTickets();
        checkFeed();
        checkHeard();
        checkMarks();
        return m_anomalies;
    }

private:
    void say(const QString &what) { m_anomalies.append(what); }

    /// Where each command left history: in one ticket and one version at most.
    void collectHistory()
    {
        for (const DumpedTicket &ticket : m_recording.desk.tickets) {
            for (const HistoryEntry &entry : ticket.history) {
                const RecordedOperation *operation = m_byCommand.value(entry.command);
                if (!operation) {
                    if (entry.what != u"opened" || !m_recording.initial.contains(ticket.head.id))
                        say(QStringLiteral("stray history entry %1 of nobody").arg(entry.id));
                    continue;
                }
                if (operation->kind == RecordedOperation::Kind::Open)
                    m_opened[operation->command].insert(ticket.head.id);
                else if (operation->ticket != ticket.head.id)
                    say(QStringLiteral("stray history of %1 in another ticket").arg(nameOf(*operation)));
                m_entries[operation->command] += 1;
            }
        }
        for (const RecordedOperation &operation : m_recording.operations) {
            const bool refused = operation.outcome == RecordedOperation::Outcome::Held
                                 || operation.outcome == RecordedOperation::Outcome::Failed;
            if (refused && m_entries.contains(operation.command))
                say(QStringLiteral("stray history of %1, which was refused").arg(nameOf(operation)));
        }
    }

    void checkOpenings()
    {
        QSet<QString> numbers;
        QHash<QString, int> subjects;
        for (const DumpedTicket &ticket : m_recording.desk.tickets) {
            if (numbers.contains(ticket.head.number))
                say(QStringLiteral("doubled number %1").arg(ticket.head.number));
            numbers.insert(ticket.head.number);
            if (!m_recording.initial.contains(ticket.head.id))
                subjects[ticket.head.subject] += 1;
        }
        for (const RecordedOperation &operation : m_recording.operations) {
            if (operation.kind != RecordedOperation::Kind::Open)
                continue;
            const int times = subjects.take(operation.text);
            if (times > 1)
                say(QStringLiteral("doubled ticket of %1").arg(nameOf(operation)));
            if (times == 0 && operation.outcome == RecordedOperation::Outcome::Ok)
                say(QStringLiteral("lost ticket of %1").arg(nameOf(operation)));
            if (times > 0 && operation.outcome == RecordedOperation::Outcome::Failed)
                say(QStringLiteral("stray ticket of %1").arg(nameOf(operation)));
            if (times > 0 && operation.outcome == RecordedOperation::Outcome::Ok
                && m_opened.value(operation.command) != QSet<TicketId>{operation.ticket})
                say(QStringLiteral("stray answer to %1").arg(nameOf(operation)));
        }
        for (auto subject = subjects.cbegin(); subject != subjects.cend(); ++subject)
            say(QStringLiteral("stray ticket \"%1\"").arg(subject.key()));
    }

    void checkTickets()
    {
        QHash<TicketId, QVector<const RecordedOperation *>> ofTicket;
        for (const RecordedOperation &operation : m_recording.operations) {
            if (operation.kind != RecordedOperation::Kind::Open)
                ofTicket[operation.ticket].append(&operation);
        }
        for (auto initial = m_recording.initial.cbegin(); initial != m_recording.initial.cend(); ++initial) {
            const auto found = m_recording.desk.tickets.constFind(initial.key());
            if (found == m_recording.desk.tickets.constEnd()) {
                say(QStringLiteral("lost ticket %1").arg(initial->number));
                continue;
            }
            TicketModel model(*initial, *found, ofTicket.value(initial.key()), m_byCommand);
            m_anomalies += model.check();
        }
    }

    void checkFeed()
    {
        qint64 seq = m_recording.feedStart;
        QHash<CommandId, int> articles;
        QHash<CommandId, qint64> lastOf;
        for (const Change &change : m_recording.desk.feed) {
            if (change.seq != ++seq) {
                say(QStringLiteral("feed has %1 in place of %2").arg(change.seq).arg(seq));
                seq = change.seq;
            }
            const RecordedOperation *operation = m_byCommand.value(change.command);
            if (!operation || operation->outcome == RecordedOperation::Outcome::Held
                || operation->outcome == RecordedOperation::Outcome::Failed)
                say(QStringLiteral("feed tells at %1 of what was not done").arg(change.seq));
            if (lastOf.contains(change.command) && lastOf[change.command] != change.seq - 1)
                say(QStringLiteral("feed has a command in two places, again at %1").arg(change.seq));
            lastOf[change.command] = change.seq;
            if (change.kind == ChangeKind::ArticlePosted && operation
                && operation->kind == RecordedOperation::Kind::Post)
                articles[change.command] += 1;
        }
        for (const RecordedOperation &operation : m_recording.operations) {
            const int told = articles.value(operation.command);
            const bool posted =
                operation.kind == RecordedOperation::Kind::Post && operation.outcome == RecordedOperation::Outcome::Ok;
            if (told > 1 || (posted && told == 0))
                say(QStringLiteral("feed tells %1 times of %2").arg(told).arg(nameOf(operation)));
            const bool changed = m_entries.contains(operation.command);
            if (changed && !lastOf.contains(operation.command))
                say(QStringLiteral("feed says nothing of %1").arg(nameOf(operation)));
        }
    }

    void checkHeard()
    {
        const QVector<Change> &feed = m_recording.desk.feed;
        for (const HeardFeed &heard : m_recording.heard) {
            HeardFeed expected;
            expected.client = heard.client;
            for (const Change &change : feed) {
                if (heard.first != 0 && change.seq >= heard.first)
                    expected.add(change);
            }
            if (heard.first == 0 && !feed.isEmpty())
                say(QStringLiteral("heard nothing: client %1").arg(heard.client));
            else if (heard != expected)
                say(QStringLiteral("heard another feed: client %1, %2 changes to %3 instead of %4 to %5")
                        .arg(heard.client)
                        .arg(heard.count)
                        .arg(heard.last)
                        .arg(expected.count)
                        .arg(expected.last));
        }
    }

    void checkMarks()
    {
        for (const RecordedOperation &operation : m_recording.operations) {
            const bool marks = operation.kind == RecordedOperation::Kind::MarkRead
                               && operation.outcome == RecordedOperation::Outcome::Ok;
            const auto mark = m_recording.desk.readUpTo.constFind({operation.actor, operation.ticket});
            if (marks && mark != m_recording.desk.readUpTo.constEnd() && mark->value < operation.upTo.value)
                say(QStringLiteral("mark is behind %1").arg(nameOf(operation)));
        }
    }

    const Recording &m_recording;
    CommandIndex m_byCommand;
    QHash<CommandId, int> m_entries; ///< how many entries of history
    QHash<CommandId, QSet<TicketId>> m_opened;
    QStringList m_anomalies;
};

} // namespace

QString nameOf(const RecordedOperation &operation)
{
    return QStringLiteral("client %1 operation %2").arg(operation.client).arg(operation.number);
}

QStringList anomaliesOf(const Recording &recording)
{
    return DeskModel(recording).check();
}

} // namespace deskhand::test

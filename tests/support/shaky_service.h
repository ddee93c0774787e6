// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deliver.h"
#include "operations/desk.h"
#include "operations/sync_source.h"

#include <QPromise>
#include <QRandomGenerator>
#include <QTimer>

#include <functional>
#include <memory>
#include <utility>

namespace deskhand::test {

/// How bad a network is; in percent of the questions and commands.
struct Shakiness {
    int lost = 0;     ///< never reaches the service
    int unheard = 0;  ///< is done, and the answer is lost
    int doubled = 0;  ///< reaches it twice
    int unpushed = 0; ///< of what the service says by itself
    int longestDelayMs = 0;
};

/// A service without sockets behind a network that can be cut: what a replica talks to. The desk behind it can be taken
/// away and another put in its place, as when a service starts again.
class ShakyService final : public Desk, public SyncSource
{
    Q_OBJECT

public:
    ShakyService(Desk *desk, SyncSource *source, quint32 seed)
        : m_random(seed)
    {
        setDesk(desk, source);
    }

    Shakiness shakiness;

    void setDesk(Desk *desk, SyncSource *source)
    {
        m_desk = desk;
        m_source = source;
        if (!desk)
            return;
        connect(desk, &Desk::changed, this, [this](const QVector<Change> &changes) {
            if (m_connected && !happens(shakiness.unpushed))
                Q_EMIT changed(changes);
        });
    }
    void cut()
    {
        m_connected = false;
        Q_EMIT connectionChanged(DeskConnection::Lost);
    }
    void heal()
    {
        m_connected = true;
        Q_EMIT connectionChanged(DeskConnection::Online);
    }
    [[nodiscard]] bool isConnected() const { return m_connected; }
    /// Every answer from now on, until it is set back.
    std::optional<ErrorCode> refusal;
    /// What epoch it says; null: its own. A restored desk has another.
    QUuid epochShift;
    bool submitsFail = false;    ///< commands do not get through, questions do
    bool submitsUnheard = false; ///< commands are done, and their answers are lost
    /// Of commands, which are not done.
    std::optional<ErrorCode> submitRefusal;
    int submitted = 0; ///< commands that reached the service
    int asked = 0;     ///< questions that did
    int rowsAsked = 0; ///< those for rows of tickets
    /// Rows of tickets are read, and are on their way until they are released.
    void holdRows() { m_holdsRows = true; }
    [[nodiscard]] int heldRows() const { return int(m_heldRows.size()); }
    void releaseRows()
    {
        m_holdsRows = false;
        for (const auto &release : std::exchange(m_heldRows, {}))
            release();
    }

    QFuture<Result<CommandAnswer>> submit(const Command &command) override
    {
        if (submitsFail)
            return readyFuture(Result<CommandAnswer>(Error{ErrorCode::Busy, QStringLiteral("test.service"), {}, {}}));
        if (submitRefusal) {
            ++submitted;
            return readyFuture(Result<CommandAnswer>(Error{*submitRefusal, QStringLiteral("test.service"), {}, {}}));
        }
        if (submitsUnheard) {
            ++submitted;
            auto promise = std::make_shared<QPromise<Result<CommandAnswer>>>();
            promise->start();
            deliver(m_desk->submit(command), this, [promise](const Result<CommandAnswer> &) {
                promise->addResult(Error{ErrorCode::Timeout, QStringLiteral("test.network"), {}, {}});
                promise->finish();
            });
            return promise->future();
        }
        return pass<CommandAnswer>([this, command] {
            ++submitted;
            if (happens(shakiness.doubled)) {
                const auto first = m_desk->submit(command);
                const auto again = m_desk->submit(command);
                return happens(50) ? first : again;
            }
            return m_desk->submit(command);
        });
    }
    QFuture<Result<CatalogPtr>> catalog() override
    {
        return ask<CatalogPtr>([this] { return m_desk->catalog(); });
    }
    QFuture<Result<TicketList>> tickets(const TicketQuery &query) override
    {
        return ask<TicketList>([this, query] { return m_desk->tickets(query); });
    }
    QFuture<Result<QVector<TicketRow>>> rows(const QVector<TicketId> &ids, PersonId me) override
    {
        return ask<QVector<TicketRow>>([this, ids, me] { return m_desk->rows(ids, me); });
    }
    QFuture<Result<QVector<qint64>>> counts(const QVector<Condition> &conditions, PersonId me, Instant now) override
    {
        return ask<QVector<qint64>>([this, conditions, me, now] { return m_desk->counts(conditions, me, now); });
    }
    QFuture<Result<TicketDetail>> ticket(TicketId id, PersonId me) override
    {
        return ask<TicketDetail>([this, id, me] { return m_desk->ticket(id, me); });
    }
    QFuture<Result<TicketId>> ticketByNumber(const QString &number, PersonId me) override
    {
        return ask<TicketId>([this, number, me] { return m_desk->ticketByNumber(number, me); });
    }
    QFuture<Result<ThreadPage>> thread(const ThreadQuery &query) override
    {
        return ask<ThreadPage>([this, query] { return m_desk->thread(query); });
    }
    QFuture<Result<QVector<HistoryEntry>>> history(TicketId id, PersonId me, int limit) override
    {
        return ask<QVector<HistoryEntry>>([this, id, me, limit] { return m_desk->history(id, me, limit); });
    }
    QFuture<Result<SearchHits>> search(const SearchQuery &query) override
    {
        return ask<SearchHits>([this, query] { return m_desk->search(query); });
    }
    QFuture<Result<QVector<Person>>> people(const PeopleQuery &query) override
    {
        return ask<QVector<Person>>([this, query] { return m_desk->people(query); });
    }
    QFuture<Result<QVector<SavedView>>> views(PersonId me) override
    {
        return ask<QVector<SavedView>>([this, me] { return m_desk->views(me); });
    }
    QFuture<Result<QByteArray>> blob(const QByteArray &sha256, PersonId me = {}) override
    {
        return ask<QByteArray>([this, sha256, me] { return m_desk->blob(sha256, me); });
    }
    QFuture<Result<FeedPage>> changesSince(qint64 cursor, int limit, PersonId me = {}) override
    {
        return ask<FeedPage>([this, cursor, limit, me] { return m_desk->changesSince(cursor, limit, me); });
    }
    QFuture<Result<PersonId>> signedIn() override
    {
        return ask<PersonId>([this] { return m_desk->signedIn(); });
    }
    QFuture<Result<MailSetup>> mailSetup() override
    {
        return ask<MailSetup>([this] { return m_desk->mailSetup(); });
    }
    QFuture<Result<MailReport>> mailReport() override
    {
        return ask<MailReport>([this] { return m_desk->mailReport(); });
    }
    QFuture<Result<QVector<HeldMail>>> heldMails(PersonId me, TicketId ticket) override
    {
        return ask<QVector<HeldMail>>([this, me, ticket] { return m_desk->heldMails(me, ticket); });
    }
    QFuture<Result<QVector<MailDelivery>>> outbox(PersonId me) override
    {
        return ask<QVector<MailDelivery>>([this, me] { return m_desk->outbox(me); });
    }
    QFuture<Result<TicketSla>> ticketSla(TicketId id, PersonId me) override
    {
        return ask<TicketSla>([this, id, me] { return m_desk->ticketSla(id, me); });
    }
    QFuture<Result<ReportAnswer>> report(const ReportQuery &query) override
    {
        return ask<ReportAnswer>([this, query] { return m_desk->report(query); });
    }
    QFuture<Result<ReportShelf>> reportShelf(PersonId me) override
    {
        return ask<ReportShelf>([this, me] { return m_desk->reportShelf(me); });
    }
    QFuture<Result<SlaImpact>> slaImpact(const SlaImpactQuery &query) override
    {
        return ask<SlaImpact>([this, query] { return m_desk->slaImpact(query); });
    }
    QFuture<Result<QVector<SlaTask>>> slaTasks() override
    {
        return ask<QVector<SlaTask>>([this] { return m_desk->slaTasks(); });
    }
    QFuture<Result<QVector<Notification>>> notifications(PersonId me, int limit) override
    {
        return ask<QVector<Notification>>([this, me, limit] { return m_desk->notifications(me, limit); });
    }
    void showPresence(PersonId me, const QVector<PresenceSign> &signs) override
    {
        if (m_desk && m_connected)
            m_desk->showPresence(me, signs);
    }

    QFuture<Result<SyncHead>> syncHead() override
    {
        auto promise = std::make_shared<QPromise<Result<SyncHead>>>();
        promise->start();
        deliver(ask<SyncHead>([this] { return m_source->syncHead(); }), this, [this, promise](Result<SyncHead> head) {
            if (head && !epochShift.isNull())
                head->epoch = epochShift;
            promise->addResult(head);
            promise->finish();
        });
        return promise->future();
    }
    QFuture<Result<SyncRows>> syncSettings(PersonId me) override
    {
        return ask<SyncRows>([this, me] { return m_source->syncSettings(me); });
    }
    QFuture<Result<SyncRows>> syncTickets(const QVector<TicketId> &ids, PersonId me) override
    {
        return ask<SyncRows>([this, ids, me] {
            ++rowsAsked;
            return m_holdsRows ? held(m_source->syncTickets(ids, me)) : m_source->syncTickets(ids, me);
        });
    }

private:
    template <typename T>
    using Promise = std::shared_ptr<QPromise<Result<T>>>;

    [[nodiscard]] bool happens(int percent) { return percent > 0 && m_random.bounded(100) < percent; }
    [[nodiscard]] static Error offline()
    {
        return Error{ErrorCode::Offline, QStringLiteral("test.network"), QStringLiteral("cut"), {}};
    }

    QFuture<Result<SyncRows>> held(const QFuture<Result<SyncRows>> &rows)
    {
        auto promise = std::make_shared<QPromise<Result<SyncRows>>>();
        promise->start();
        deliver(rows, this, [this, promise](const Result<SyncRows> &read) {
            m_heldRows.append([promise, read] {
                promise->addResult(read);
                promise->finish();
            });
        });
        return promise->future();
    }

    template <typename T>
    QFuture<Result<T>> ask(std::function<QFuture<Result<T>>()> question)
    {
        return pass<T>([this, question = std::move(question)] {
            ++asked;
            return question();
        });
    }

    template <typename T>
    QFuture<Result<T>> pass(std::function<QFuture<Result<T>>()> question)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        const auto reach = [this, promise, question = std::move(question)] {
            this->template reach<T>(promise, question);
        };
        if (shakiness.longestDelayMs > 0)
            QTimer::singleShot(m_random.bounded(shakiness.longestDelayMs + 1), this, reach);
        else
            reach();
        return promise->future();
    }

    template <typename T>
    void reach(const Promise<T> &promise, const std::function<QFuture<Result<T>>()> &question)
    {
        const auto finish = [promise](const Result<T> &answer) {
            promise->addResult(answer);
            promise->finish();
        };
        if (refusal) {
            finish(Error{*refusal, QStringLiteral("test.service"), {}, {}});
            return;
        }
        if (!m_connected || !m_desk || happens(shakiness.lost)) {
            finish(offline());
            return;
        }
        const bool unheard = happens(shakiness.unheard);
        deliver(question(), this, [this, finish, unheard](const Result<T> &answer) {
            if (unheard || !m_connected)
                finish(offline());
            else
                finish(answer);
        });
    }

    Desk *m_desk = nullptr;
    SyncSource *m_source = nullptr;
    bool m_connected = true;
    bool m_holdsRows = false;
    QVector<std::function<void()>> m_heldRows;
    QRandomGenerator m_random;
};

} // namespace deskhand::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/steady_desk.h"

#include "base/deliver.h"

#include <algorithm>

namespace deskhand {

/// The answer's promise is kept by whoever asked through a future; its cancelling is handed on to the question.
template <typename T>
struct SteadyDesk::TypedWish final : SteadyDesk::Wish {
    TypedWish(SteadyDesk &desk, std::function<QFuture<Result<T>>()> asked)
        : door(desk)
        , question(std::move(asked))
    {
        promise.reportStarted();
        // Of the door, not of the wish: it may be in the middle of its signal when the wish goes.
        cancelWatch = new QFutureWatcher<Result<T>>(&door);
        QObject::connect(cancelWatch, &QFutureWatcherBase::canceled, &door, [this] {
            if (underWay)
                inner.cancel(); // its end settles the wish
            else
                door.remove(this);
        });
        cancelWatch->setFuture(promise.future());
    }
    ~TypedWish() override
    {
        cancelWatch->disconnect();
        cancelWatch->deleteLater();
        innerWatch->disconnect();
        innerWatch->deleteLater();
        promise.reportFinished();
    }

    void ask() override
    {
        underWay = true;
        inner = question();
        innerWatch->disconnect();
        innerWatch->deleteLater();
        innerWatch = new QFutureWatcher<Result<T>>(&door);
        QObject::connect(innerWatch, &QFutureWatcherBase::finished, &door, [this] { take(); });
        innerWatch->setFuture(inner);
    }
    void take()
    {
        underWay = false;
        bool reached = true;
        if (inner.isResultReadyAt(0)) {
            const Result<T> answer = inner.resultAt(0);
            reached =
                answer || (answer.error().code != ErrorCode::Offline && answer.error().code != ErrorCode::Timeout);
            if (reached)
                promise.reportResult(answer);
        }
        door.settle(this, reached);
    }
    bool isWanted() const override { return !promise.isCanceled(); }

    SteadyDesk &door;
    std::function<QFuture<Result<T>>()> question;
    QFutureInterface<Result<T>> promise;
    QFuture<Result<T>> inner;
    QFutureWatcher<Result<T>> *cancelWatch = nullptr;
    QFutureWatcher<Result<T>> *innerWatch = new QFutureWatcher<Result<T>>(&door);
};

SteadyDesk::SteadyDesk(Desk &desk, QObject *parent)
    : Desk(parent)
    , m_desk(desk)
{
    connect(&desk, &Desk::changed, this, &Desk::changed);
    connect(&desk, &Desk::catalogChanged, this, &Desk::catalogChanged);
    connect(&desk, &Desk::presenceChanged, this, [this](const QVector<Presence> &others) {
        m_others = others;
        if (m_connection == DeskConnection::Online)
            Q_EMIT presenceChanged(others);
    });
    connect(&desk, &Desk::connectionChanged, this, &SteadyDesk::setConnection);
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &SteadyDesk::tryOne);
}

SteadyDesk::~SteadyDesk()
{
    m_wishes.clear();
}

int SteadyDesk::waitingCommands() const
{
    return m_connection == DeskConnection::Online
               ? 0
               : int(
                   std::count_if(m_wishes.cbegin(), m_wishes.cend(), [](const auto &wish) { return wish->isCommand; }));
}

template <typename T>
QFuture<Result<T>> SteadyDesk::wish(std::function<QFuture<Result<T>>()> question, bool isCommand)
{
    auto made = std::make_unique<TypedWish<T>>(*this, std::move(question));
    made->isCommand = isCommand;
    QFuture<Result<T>> future = made->promise.future();
    Wish *kept = made.get();
    m_wishes.push_back(std::move(made));
    if (m_connection == DeskConnection::Online)
        kept->ask();
    countCommands();
    return future;
}

void SteadyDesk::settle(Wish *wish, bool reached)
{
    if (!reached && wish->isWanted()) {
        setConnection(DeskConnection::Lost);
        return; // it stays in its place
    }
    const bool wasProof = reached && wish->isWanted() && m_connection == DeskConnection::Lost;
    const bool wasCommand = wish->isCommand;
    remove(wish);
    if (!wasProof)
        return;
    // A desk may answer questions and take no commands: its disk is full. Then nothing is well yet.
    if (wasCommand || waitingCommands() == 0)
        setConnection(DeskConnection::Online);
    else
        askWaiting(false);
}

void SteadyDesk::remove(Wish *wish)
{
    const auto found = std::find_if(m_wishes.begin(), m_wishes.end(),
                                    [wish](const std::unique_ptr<Wish> &kept) { return kept.get() == wish; });
    if (found != m_wishes.end())
        m_wishes.erase(found);
    countCommands();
}

void SteadyDesk::setConnection(DeskConnection connection)
{
    const bool isNew = m_connection != connection;
    m_connection = connection;
    if (connection == DeskConnection::Lost) {
        if (isNew)
            m_retry.setInterval(firstPauseMs);
        if (!m_retry.isActive())
            m_retry.start();
    } else {
        m_retry.stop();
        askWaiting(true);
    }
    countCommands();
    if (!isNew)
        return;
    // What others do is not known while the way is broken.
    if (!m_others.isEmpty())
        Q_EMIT presenceChanged(connection == DeskConnection::Online ? m_others : QVector<Presence>());
    Q_EMIT connectionChanged(connection);
}

void SteadyDesk::askWaiting(bool commandsToo)
{
    std::vector<Wish *> waiting;
    for (const auto &wish : m_wishes) {
        if (!wish->underWay && (commandsToo || !wish->isCommand))
            waiting.push_back(wish.get());
    }
    for (Wish *wish : waiting)
        wish->ask();
}

void SteadyDesk::tryNow()
{
    m_retry.setInterval(firstPauseMs);
    tryOne();
}

void SteadyDesk::tryOne()
{
    if (m_connection == DeskConnection::Online)
        return;
    m_retry.setInterval(qMin(longestPauseMs, m_retry.interval() * 2));
    for (const bool command : {true, false}) {
        const auto isKind = [command](const auto &wish) { return wish->isCommand == command; };
        const auto isTried = [command](const auto &wish) { return wish->isCommand == command && wish->underWay; };
        const auto first = std::find_if(m_wishes.cbegin(), m_wishes.cend(), isKind);
        if (first != m_wishes.cend() && std::none_of(m_wishes.cbegin(), m_wishes.cend(), isTried))
            (*first)->ask();
    }
    m_retry.start();
}

void SteadyDesk::countCommands()
{
    const int now = waitingCommands();
    if (now == m_told)
        return;
    m_told = now;
    Q_EMIT waitingChanged(now);
}

QFuture<Result<CommandAnswer>> SteadyDesk::submit(const Command &command)
{
    return wish<CommandAnswer>([this, command] { return m_desk.submit(command); }, true);
}

QFuture<Result<CatalogPtr>> SteadyDesk::catalog()
{
    return wish<CatalogPtr>([this] { return m_desk.catalog(); });
}

QFuture<Result<TicketList>> SteadyDesk::tickets(const TicketQuery &query)
{
    return wish<TicketList>([this, query] { return m_desk.tickets(query); });
}

QFuture<Result<QVector<TicketRow>>> SteadyDesk::rows(const QVector<TicketId> &ids, PersonId me)
{
    return wish<QVector<TicketRow>>([this, ids, me] { return m_desk.rows(ids, me); });
}

QFuture<Result<QVector<qint64>>> SteadyDesk::counts(const QVector<Condition> &conditions, PersonId me, Instant now)
{
    return wish<QVector<qint64>>([this, conditions, me, now] { return m_desk.counts(conditions, me, now); });
}

QFuture<Result<TicketDetail>> SteadyDesk::ticket(TicketId id, PersonId me)
{
    return wish<TicketDetail>([this, id, me] { return m_desk.ticket(id, me); });
}

QFuture<Result<TicketId>> SteadyDesk::ticketByNumber(const QString &number, PersonId me)
{
    return wish<TicketId>([this, number, me] { return m_desk.ticketByNumber(number, me); });
}

QFuture<Result<ThreadPage>> SteadyDesk::thread(const ThreadQuery &query)
{
    return wish<ThreadPage>([this, query] { return m_desk.thread(query); });
}

QFuture<Result<QVector<HistoryEntry>>> SteadyDesk::history(TicketId id, PersonId me, int limit)
{
    return wish<QVector<HistoryEntry>>([this, id, me, limit] { return m_desk.history(id, me, limit); });
}

QFuture<Result<SearchHits>> SteadyDesk::search(const SearchQuery &query)
{
    return wish<SearchHits>([this, query] { return m_desk.search(query); });
}

QFuture<Result<QVector<Person>>> SteadyDesk::people(const PeopleQuery &query)
{
    return wish<QVector<Person>>([this, query] { return m_desk.people(query); });
}

QFuture<Result<QVector<SavedView>>> SteadyDesk::views(PersonId me)
{
    return wish<QVector<SavedView>>([this, me] { return m_desk.views(me); });
}

QFuture<Result<QByteArray>> SteadyDesk::blob(const QByteArray &sha256, PersonId me)
{
    return wish<QByteArray>([this, sha256, me] { return m_desk.blob(sha256, me); });
}

QFuture<Result<FeedPage>> SteadyDesk::changesSince(qint64 cursor, int limit, PersonId me)
{
    return wish<FeedPage>([this, cursor, limit, me] { return m_desk.changesSince(cursor, limit, me); });
}

QFuture<Result<PersonId>> SteadyDesk::signedIn()
{
    return wish<PersonId>([this] { return m_desk.signedIn(); });
}

QFuture<Result<MailSetup>> SteadyDesk::mailSetup()
{
    return wish<MailSetup>([this] { return m_desk.mailSetup(); });
}

QFuture<Result<MailReport>> SteadyDesk::mailReport()
{
    return wish<MailReport>([this] { return m_desk.mailReport(); });
}

QFuture<Result<QVector<HeldMail>>> SteadyDesk::heldMails(PersonId me, TicketId ticket)
{
    return wish<QVector<HeldMail>>([this, me, ticket] { return m_desk.heldMails(me, ticket); });
}

QFuture<Result<QVector<MailDelivery>>> SteadyDesk::outbox(PersonId me)
{
    return wish<QVector<MailDelivery>>([this, me] { return m_desk.outbox(me); });
}

QFuture<Result<TicketSla>> SteadyDesk::ticketSla(TicketId id, PersonId me)
{
    return wish<TicketSla>([this, id, me] { return m_desk.ticketSla(id, me); });
}

QFuture<Result<ReportAnswer>> SteadyDesk::report(const ReportQuery &query)
{
    return wish<ReportAnswer>([this, query] { return m_desk.report(query); });
}

QFuture<Result<ReportShelf>> SteadyDesk::reportShelf(PersonId me)
{
    return wish<ReportShelf>([this, me] { return m_desk.reportShelf(me); });
}

QFuture<Result<SlaImpact>> SteadyDesk::slaImpact(const SlaImpactQuery &query)
{
    return wish<SlaImpact>([this, query] { return m_desk.slaImpact(query); });
}

QFuture<Result<QVector<SlaTask>>> SteadyDesk::slaTasks()
{
    return wish<QVector<SlaTask>>([this] { return m_desk.slaTasks(); });
}

QFuture<Result<QVector<Notification>>> SteadyDesk::notifications(PersonId me, int limit)
{
    return wish<QVector<Notification>>([this, me, limit] { return m_desk.notifications(me, limit); });
}

void SteadyDesk::showPresence(PersonId me, const QVector<PresenceSign> &signs)
{
    m_desk.showPresence(me, signs);
}

} // namespace deskhand

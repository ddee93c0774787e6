// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/remote_desk.h"

#include "base/deliver.h"
#include "remote/remote_thread.h"
#include "remote/wire_questions.h"

#include <QCryptographicHash>
#include <QNetworkInformation>

#include <algorithm>

namespace deskhand {
namespace {

const QLatin1String blobEndpoint("blob");
constexpr qsizetype sha256Size = 32;
constexpr int mostAnswers = 100'000; ///< what may be asked for at once over the wire

int limited(int limit)
{
    return std::clamp(limit, 0, mostAnswers);
}

/// Of a query with a limit.
template <typename Query>
Query limited(Query query)
{
    query.limit = limited(query.limit);
    return query;
}

/// Rows of tickets are bytes behind a line of JSON; everything else is JSON.
template <typename Call>
Result<typename Call::Answer> decodeRemote(const QByteArray &body)
{
    if constexpr (std::is_same_v<typename Call::Answer, SyncRows>)
        return decodeSyncRows(body);
    else
        return decodeAnswer<Call>(body);
}

} // namespace

RemoteDesk::RemoteDesk(RemoteDeskOptions options, QObject *parent)
    : Desk(parent)
    , m_times(options.place.times)
{
    m_thread = std::make_unique<RemoteThread>([this, options] {
        auto works = std::make_unique<RemoteWorks>(options.place, options.token, options.listens);
        connectWorks(*works);
        works->link.start();
        return works;
    });
    m_thread->start();
    // Where nobody knows (no such backend) the pauses between attempts do.
    if (QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) {
        connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
                [this](QNetworkInformation::Reachability now) {
                    if (now != QNetworkInformation::Reachability::Disconnected)
                        tryNow();
                });
    }
}

RemoteDesk::~RemoteDesk() = default;

/// In the network's thread; what is said arrives in the desk's, in this order.
void RemoteDesk::connectWorks(RemoteWorks &works)
{
    connect(&works.feed, &RemoteFeed::changed, this, &Desk::changed, Qt::QueuedConnection);
    connect(&works.feed, &RemoteFeed::catalogChanged, this, &Desk::catalogChanged, Qt::QueuedConnection);
    connect(&works.feed, &RemoteFeed::presenceChanged, this, &Desk::presenceChanged, Qt::QueuedConnection);
    connect(
        &works.feed, &RemoteFeed::online, this, [this] { setConnection(DeskConnection::Online); },
        Qt::QueuedConnection);
    connect(
        &works.link, &RemoteLink::lost, this,
        [this](const Error &problem) {
            setConnection(DeskConnection::Lost);
            Q_EMIT problemChanged(problem);
        },
        Qt::QueuedConnection);
    connect(
        &works.link, &RemoteLink::signedOut, this,
        [this] {
            setConnection(DeskConnection::Lost); // and Online again as soon as there is another token
            Q_EMIT signedOut();
        },
        Qt::QueuedConnection);
    connect(
        &works.link, &RemoteLink::reached, this,
        [this](qint64 clockSkewMs) {
            m_clockSkewMs = clockSkewMs;
            Q_EMIT clockSkewChanged(clockSkewMs);
        },
        Qt::QueuedConnection);
}

void RemoteDesk::setConnection(DeskConnection now)
{
    if (m_connection == now)
        return;
    m_connection = now;
    Q_EMIT connectionChanged(now);
}

void RemoteDesk::setToken(const QByteArray &token)
{
    m_thread->post([token](RemoteWorks &works) { works.link.setToken(token); });
}

void RemoteDesk::tryNow()
{
    m_thread->post([](RemoteWorks &works) { works.link.tryNow(); });
}

QFuture<Result<CommandAnswer>> RemoteDesk::submit(const Command &command)
{
    const RemotePromise<CommandAnswer> promise;
    m_thread->post([promise, command](RemoteWorks &works) {
        works.submit(command, [promise](const Result<CommandAnswer> &answer) { promise.keep(answer); });
    });
    return promise.future();
}

template <typename Calls, typename Call>
QFuture<Result<typename Call::Answer>> RemoteDesk::ask(const Call &call, int timeOutMs)
{
    const RemotePromise<typename Call::Answer> promise;
    m_thread->post([promise, call, timeOutMs](RemoteWorks &works) {
        if (promise.future().isCanceled())
            return;
        HttpQuestion question = questionOf<Calls>(call);
        question.timeOutMs = timeOutMs;
        const auto asked = works.link.ask(question, [promise](const Result<QByteArray> &body) {
            promise.keep(body ? decodeRemote<Call>(*body) : Result<typename Call::Answer>(body.error()));
        });
        promise.cancelsAsk(works.link, asked);
    });
    return promise.future();
}

QFuture<Result<QByteArray>> RemoteDesk::blob(const QByteArray &sha256, PersonId)
{
    if (sha256.size() != sha256Size)
        return readyFuture<QByteArray>(Error{ErrorCode::NotFound, QStringLiteral("remote.blob"), {}, {}});
    const RemotePromise<QByteArray> promise;
    m_thread->post([promise, sha256](RemoteWorks &works) {
        HttpQuestion question = endpointQuestion(blobEndpoint);
        question.path.replace(QStringLiteral("{sha256}"), QString::fromLatin1(sha256.toHex()));
        const auto asked = works.link.ask(question, [promise, sha256](const Result<QByteArray> &body) {
            if (body && QCryptographicHash::hash(*body, QCryptographicHash::Sha256) != sha256)
                promise.keep(Error{ErrorCode::Corrupt, QStringLiteral("remote.blob"), {}, {}});
            else
                promise.keep(body);
        });
        promise.cancelsAsk(works.link, asked);
    });
    return promise.future();
}

void RemoteDesk::showPresence(PersonId, const QVector<PresenceSign> &signs)
{
    m_thread->post([signs](RemoteWorks &works) { works.feed.showSigns(signs); });
}

QFuture<Result<CatalogPtr>> RemoteDesk::catalog()
{
    return ask<DeskCall>(CatalogCall{});
}

QFuture<Result<TicketList>> RemoteDesk::tickets(const TicketQuery &query)
{
    return ask<DeskCall>(TicketsCall{query});
}

QFuture<Result<QVector<TicketRow>>> RemoteDesk::rows(const QVector<TicketId> &ids, PersonId)
{
    return ask<DeskCall>(RowsCall{ids});
}

QFuture<Result<QVector<qint64>>> RemoteDesk::counts(const QVector<Condition> &conditions, PersonId, Instant now)
{
    return ask<DeskCall>(CountsCall{conditions, now});
}

QFuture<Result<TicketDetail>> RemoteDesk::ticket(TicketId id, PersonId)
{
    return ask<DeskCall>(TicketCall{id});
}

QFuture<Result<TicketId>> RemoteDesk::ticketByNumber(const QString &number, PersonId)
{
    return ask<DeskCall>(TicketByNumberCall{number});
}

QFuture<Result<ThreadPage>> RemoteDesk::thread(const ThreadQuery &query)
{
    return ask<DeskCall>(ThreadCall{limited(query)});
}

QFuture<Result<QVector<HistoryEntry>>> RemoteDesk::history(TicketId id, PersonId, int limit)
{
    return ask<DeskCall>(HistoryCall{id, limited(limit)});
}

QFuture<Result<SearchHits>> RemoteDesk::search(const SearchQuery &query)
{
    return ask<DeskCall>(SearchCall{limited(query)});
}

QFuture<Result<QVector<Person>>> RemoteDesk::people(const PeopleQuery &query)
{
    return ask<DeskCall>(PeopleCall{limited(query)});
}

QFuture<Result<QVector<SavedView>>> RemoteDesk::views(PersonId)
{
    return ask<DeskCall>(ViewsCall{});
}

QFuture<Result<FeedPage>> RemoteDesk::changesSince(qint64 cursor, int limit, PersonId)
{
    return ask<DeskCall>(ChangesSinceCall{cursor, limited(limit)});
}

QFuture<Result<PersonId>> RemoteDesk::signedIn()
{
    return ask<DeskCall>(SignedInCall{});
}

QFuture<Result<MailSetup>> RemoteDesk::mailSetup()
{
    return ask<DeskCall>(MailSetupCall{});
}

QFuture<Result<MailReport>> RemoteDesk::mailReport()
{
    return ask<DeskCall>(MailReportCall{});
}

QFuture<Result<QVector<HeldMail>>> RemoteDesk::heldMails(PersonId, TicketId ticket)
{
    return ask<DeskCall>(HeldMailsCall{ticket});
}

QFuture<Result<QVector<MailDelivery>>> RemoteDesk::outbox(PersonId)
{
    return ask<DeskCall>(OutboxCall{});
}

QFuture<Result<TicketSla>> RemoteDesk::ticketSla(TicketId id, PersonId)
{
    return ask<DeskCall>(TicketSlaCall{id});
}

QFuture<Result<ReportAnswer>> RemoteDesk::report(const ReportQuery &query)
{
    return ask<DeskCall>(ReportCall{query}, m_times.slowAnswer);
}

QFuture<Result<ReportShelf>> RemoteDesk::reportShelf(PersonId)
{
    return ask<DeskCall>(ReportShelfCall{});
}

QFuture<Result<SlaImpact>> RemoteDesk::slaImpact(const SlaImpactQuery &query)
{
    return ask<DeskCall>(SlaImpactCall{query}, m_times.slowAnswer);
}

QFuture<Result<QVector<SlaTask>>> RemoteDesk::slaTasks()
{
    return ask<DeskCall>(SlaTasksCall{});
}

QFuture<Result<QVector<Notification>>> RemoteDesk::notifications(PersonId, int limit)
{
    return ask<DeskCall>(NotificationsCall{limited(limit)});
}

QFuture<Result<SyncHead>> RemoteDesk::syncHead()
{
    return ask<SyncCall>(SyncHeadCall{});
}

QFuture<Result<SyncRows>> RemoteDesk::syncSettings(PersonId)
{
    return ask<SyncCall>(SyncSettingsCall{});
}

QFuture<Result<SyncRows>> RemoteDesk::syncTickets(const QVector<TicketId> &ids, PersonId)
{
    return ask<SyncCall>(SyncTicketsCall{ids});
}

} // namespace deskhand

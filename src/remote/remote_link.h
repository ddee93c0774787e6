// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/http_line.h"
#include "wire/service_hello.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <vector>

namespace deskhand {

/// Asks a service while there is a way to it, and makes the way again when it has broken: greets it first (no token is
/// sent to whoever answers in its place), waits longer after each failure, and by chance, so that not all clients come
/// back at once. What is asked while it greets waits; what is asked while it rests fails with what is in the way, and
/// has it try again. Lives in the network's thread.
class RemoteLink final : public QObject
{
    Q_OBJECT

public:
    enum class Phase {
        Resting,   ///< until the next attempt
        Greeting,  ///< asks who is there
        Reached,   ///< questions go through
        SignedOut, ///< the service does not know the token: setToken()
        Outdated,  ///< the service speaks no language of ours; looked at again, rarely
    };

    struct Ask {
        HttpQuestion question;
        HttpLine::Done done; ///< none: cancelled, or over
        QPointer<HttpExchange> exchange;
        int way = 0; ///< the how many-th it was sent over
    };
    using AskPtr = std::shared_ptr<Ask>;

    RemoteLink(const RemotePlace &place, const QByteArray &token, QObject *parent = nullptr);

    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] HttpLine &line() { return m_line; }
    [[nodiscard]] const RemoteTimes &times() const { return m_line.place().times; }
    /// What is in the way; meaningless when Reached.
    [[nodiscard]] const Error &problem() const { return m_problem; }

    /// Also out of SignedOut.
    void start();
    /// Does not wait for the end of a pause; a way that seems to be there is not touched.
    void tryNow();
    /// The way is no longer what it was (the computer has slept, the network is another): begins anew.
    void restart();
    void setToken(const QByteArray &token);

    /// `done` comes later, once, unless it is cancelled.
    AskPtr ask(const HttpQuestion &question, HttpLine::Done done);
    void cancel(const AskPtr &ask);
    /// Questions wait until releaseQuestions(), but for those that are asked first: whoever listens wants to know where
    /// the feed is before anything is answered, or what changes in between is heard by nobody.
    void holdQuestions() { m_holds = true; }
    void releaseQuestions();
    AskPtr askFirst(const HttpQuestion &question, HttpLine::Done done);
    /// The way has broken, as somebody else has noticed.
    void lose(const Error &problem);
    /// Before the next attempt after lose(): the service has asked for it.
    void restFor(int milliseconds);

Q_SIGNALS:
    /// Greeted; questions go through from now on. `clockSkewMs`: the service's clock minus ours.
    void reached(qint64 clockSkewMs);
    /// Not, or no longer; told again when the problem is another one.
    void lost(const deskhand::Error &problem);
    void signedOut(const deskhand::Error &problem);

private:
    void greet();
    void takeHello(const Result<QByteArray> &answer, qint64 askedAt);
    void send(const AskPtr &ask);
    void sendWaiting();
    void take(const AskPtr &ask, const Result<QByteArray> &answer);
    void rest(Phase phase, const Error &problem);
    void failWaiting();
    void failLater(const AskPtr &ask);

    HttpLine m_line;
    Phase m_phase = Phase::Resting;
    Error m_problem{ErrorCode::Offline, QStringLiteral("remote.link"), {}, {}};
    std::vector<AskPtr> m_waiting;
    QPointer<HttpExchange> m_greeting;
    QTimer m_retry;
    QElapsedTimer m_sinceAttempt; ///< since the last one has failed
    int m_pause = 0;
    int m_way = 0; ///< counted
    bool m_holds = false;
};

} // namespace deskhand

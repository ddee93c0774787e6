// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/oauth_grant.h"

#include <QFutureInterface>
#include <QFutureWatcher>
#include <QTcpServer>
#include <QTimer>

#include <functional>

class QTcpSocket;

namespace deskhand {

/// Lets a person sign in at a provider in their browser, which comes back to a port of this computer (RFC 8252 7.3).
/// Nobody but this computer can reach the port, and it is open only as long as this lives. Ends with the code, with the
/// provider's no, when its future is cancelled, or when nobody has come after ten minutes. Deletes itself then. GUI
/// thread.
class OAuthSignIn final : public QObject
{
    Q_OBJECT

public:
    static constexpr int patienceMs = 10 * 60 * 1000;

    struct Answer {
        OAuthGrant grant;
        QByteArray code;
    };
    using Ended = std::function<void(const Result<Answer> &answer)>;

    /// `ended` is called once, unless this is deleted before.
    OAuthSignIn(const MailOAuth &oauth, const QString &account, QObject *parent, Ended ended);

    /// The page to open; empty: no port could be opened, or the provider's address is none, and `ended` hears of it.
    [[nodiscard]] QUrl begin();
    void cancel();

private:
    void welcome();
    void read(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const QByteArray &status, const QString &words);
    void end(const Result<Answer> &answer);

    MailOAuth m_oauth;
    QString m_account;
    Ended m_ended;
    OAuthGrant m_grant;
    QTcpServer m_server;
    QTimer m_patience;
};

} // namespace deskhand

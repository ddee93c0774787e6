// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/http_line.h"

#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

namespace deskhand {

/// One question and its answer, with the repetitions that it takes. Owned by the line; deletes itself when it is over.
class HttpExchange final : public QObject
{
    Q_OBJECT

public:
    /// No answer can be larger: the ids of ten million tickets.
    static constexpr qint64 largestAnswer = 256LL * 1024 * 1024;
    /// In the payload of an error: the question was sent before, and nobody knows what became of that.
    static inline const QString afterDropKey = QStringLiteral("afterDrop");
    /// Longer pauses are not waited for here.
    static constexpr int longestWaitMs = 5'000;

    HttpExchange(HttpLine &line, HttpQuestion question, HttpLine::Done done);

    /// Ends the request; nobody is told.
    void cancel();

private:
    void send();
    void end();
    void take();
    void finish(const Result<QByteArray> &answer);
    [[nodiscard]] Result<QByteArray> read();
    [[nodiscard]] bool repeats(const Error &error, bool dropped);

    HttpLine &m_line;
    HttpQuestion m_question;
    HttpLine::Done m_done;
    QPointer<QNetworkReply> m_reply;
    QList<QSslError> m_tlsErrors;
    QTimer m_again;
    int m_repeated = 0;
    bool m_tooLarge = false;
    bool m_dropped = false; ///< nobody knows whether an earlier attempt has arrived
};

} // namespace deskhand

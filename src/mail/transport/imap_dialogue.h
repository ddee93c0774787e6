// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/transport/imap_response.h"
#include "mail/transport/mail_channel.h"
#include "mail/transport/sasl.h"

#include <functional>

namespace deskhand {

/// Commands and responses of IMAP4rev1 (RFC 3501) over a channel, with limits. Knows the numbers of the selected
/// folder as responses change them; knows nothing of what the mails are for.
class ImapDialogue
{
public:
    using Seen = std::function<void(ImapResponse &&)>;

    ImapDialogue(MailChannel *channel, MailCredentials credentials);

    /// Reads the greeting, goes over to TLS where that is wished, and reads the capabilities.
    Result<void> begin(MailEncryption encryption, const QString &host, const QString &caFile);
    Result<void> signIn();
    /// Sends a command and reads until its answer. `seen` gets the untagged responses that are not status ones. A NO is
    /// a value; BAD, BYE and what is no IMAP are errors. `literals`: the most bytes one literal may have.
    Result<ImapStatus> command(const QByteArray &text, const Seen &seen = {}, qint64 literals = 65536);
    /// The next response. A literal beyond `literals` is read over, when it is not much longer, and left empty, with
    /// tooLarge() saying so.
    Result<ImapResponse> next(qint64 literals);
    /// For commands in parts.
    Result<QByteArray> send(const QByteArray &text); ///< gives its tag
    Result<ImapStatus> answerTo(const QByteArray &tag, const Seen &seen, qint64 literals);
    Result<void> sendLine(const QByteArray &line) { return m_channel->write(line + "\r\n"); }
    /// Until "+": Invalid when the command is answered instead, with the answer in *refused.
    Result<bool> awaitContinuation(const QByteArray &tag, ImapStatus *refused);

    [[nodiscard]] bool can(const QByteArray &capability) const { return m_capabilities.contains(capability); }
    [[nodiscard]] const QByteArrayList &capabilities() const { return m_capabilities; }
    [[nodiscard]] quint32 messages() const { return m_messages; }
    [[nodiscard]] bool tooLarge() const { return m_tooLarge; }
    /// Whether the folder has got longer since takeNews() was asked.
    bool takeNews();
    [[nodiscard]] Error refusal(const ImapStatus &status, const char *where, ErrorCode code) const;
    [[nodiscard]] MailChannel &channel() { return *m_channel; }

private:
    Result<void> readCapabilities();
    Result<void> startTls(const QString &host, const QString &caFile);
    Result<ImapStatus> authenticate(const QByteArray &mechanism);
    Result<ImapStatus> login();
    void takeCapabilities(const QByteArray &list);
    void note(const ImapResponse &response);

    MailChannel *m_channel;
    MailCredentials m_credentials;
    QByteArrayList m_capabilities;
    quint32 m_messages = 0;
    int m_commands = 0;
    bool m_news = false;
    bool m_tooLarge = false;
    bool m_signedIn = false;
};

} // namespace deskhand

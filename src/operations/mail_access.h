// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/mail_transport.h"

#include <QFuture>
#include <QUrl>

namespace deskhand {

enum class MailHalf { Receiving, Sending };

/// What setting a mailbox up needs of the world around the desk: its servers, the provider's sign-in, and the key that
/// secrets are sealed for. Called in the GUI's thread; every method returns at once, and cancelling a future ends what
/// is under way.
class MailAccess
{
public:
    virtual ~MailAccess() = default;

    /// Walks through the steps of one half, see MailTransport; each is a result of the future as it ends. The secrets
    /// that were not typed are those that are saved, where this computer can open them; otherwise the first step is
    /// "secrets" and is not done.
    virtual QFuture<MailTestStep> test(MailHalf half, const Mailbox &mailbox, const MailSecrets &typed) = 0;

    /// Has a person sign in at the provider, and gives the refresh token. `browse` is called in the caller's thread
    /// with the page to open. Errors: those of the network, Cancelled, Denied (the person or the provider said no),
    /// Timeout, Invalid.
    virtual QFuture<Result<QByteArray>> signIn(const Mailbox &mailbox, const QByteArray &clientSecret,
                                               std::function<void(const QUrl &page)> browse) = 0;

    /// The public key for a desk that has none yet (MailSettings::sealKey), base64; its secret half is kept by this
    /// computer. NotFound: another one does the desk's work, and makes its key.
    virtual QFuture<Result<QString>> makeSealKey() = 0;
};

} // namespace deskhand

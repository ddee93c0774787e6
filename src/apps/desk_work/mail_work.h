// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/transport/mail_transport_factory.h"
#include "operations/jobs/mail_worker.h"
#include "store/local_desk.h"

namespace deskhand {

/// The key that opens a desk's secrets, read when it is first needed: a desk without secrets needs no key. Copies share
/// it. Thread-safe.
class MailKey
{
public:
    /// MailSettings::sealKey as it is now; called in threads of who opens and seals.
    using PublicKey = std::function<Result<QString>()>;

    /// `place`: see replica/seal_key_file.h.
    MailKey(const QString &place, PublicKey publicKey);

    /// Errors: those of readSealKeyFile(), Denied (sealed for another key).
    [[nodiscard]] Result<QByteArray> open(const QByteArray &sealed) const;
    [[nodiscard]] Result<QByteArray> seal(const QByteArray &plain) const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

/// A desk's file or its database, for programs that work for it.
[[nodiscard]] Result<std::unique_ptr<MailStore>> openMailStoreAt(const QString &place);

/// The secrets of a mailbox that are saved in the desk. Errors: those of the store and of MailKey, NotFound.
[[nodiscard]] Result<MailSecrets> storedSecrets(const QString &place, MailboxId mailbox, const MailKey &key);

/// Asks a desk whose threads outlive the key.
[[nodiscard]] MailKey::PublicKey publicKeyOf(LocalDesk &desk);

/// What the mail jobs of a desk need: `desk` runs the commands and outlives the jobs.
[[nodiscard]] MailJobPorts mailJobPorts(LocalDesk &desk, std::function<Result<std::unique_ptr<MailStore>>()> openStore,
                                        const MailKey &key);

} // namespace deskhand

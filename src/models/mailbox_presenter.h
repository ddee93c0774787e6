// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/mail_provider.h"
#include "models/mail_overview.h"
#include "operations/mail_access.h"

#include <QFutureWatcher>

#include <functional>

namespace deskhand {

/// A mailbox while it is set up or changed: what is wrong with it, its tests, its sign-in and saving it. What is typed
/// as a password lives here, unreadable from outside, until it is sealed; then it is overwritten. `overview` and
/// `access` outlive it; GUI thread.
class MailboxPresenter final : public QObject
{
    Q_OBJECT

public:
    struct Test {
        QVector<MailTestStep> steps;
        bool running = false;
        bool passed() const { return !running && !steps.isEmpty() && steps.last().done; }
    };

    MailboxPresenter(const MailOverview &overview, MailAccess &access, QObject *parent = nullptr);
    ~MailboxPresenter() override;

    /// A new mailbox with nothing filled in.
    void begin();
    /// One that is there; false: it is not.
    bool edit(MailboxId id);
    /// A new one with the servers of one that is there, without its secrets.
    bool beginLike(MailboxId id);
    [[nodiscard]] bool isNew() const { return !m_mailbox.id.isValid(); }

    [[nodiscard]] const Mailbox &mailbox() const { return m_mailbox; }
    /// As edited. A test of what is no longer so is stopped and forgotten.
    void setMailbox(const Mailbox &mailbox);
    /// Fills in what the provider has. Address first.
    void usePreset(MailProvider provider);
    /// With what follows from it: POP3 has no flags and no folders, and servers are often called after it.
    void useProtocol(MailProtocol protocol);
    /// Sending signs in as receiving does.
    [[nodiscard]] bool sharesSignIn() const { return m_sharesSignIn; }
    void setSharesSignIn(bool shares);
    [[nodiscard]] bool usesOAuth() const;

    /// Empty: nothing is typed, and what is saved stays.
    void setSecret(MailSecret secret, const QString &typed);
    [[nodiscard]] bool isSaved(MailSecret secret) const { return m_saved.contains(secret); }
    [[nodiscard]] bool isTyped(MailSecret secret) const { return m_typed.contains(secret); }
    [[nodiscard]] bool hasSecret(MailSecret secret) const { return isSaved(secret) || isTyped(secret); }

    /// Why it cannot be saved, in words; empty: it can.
    [[nodiscard]] QString firstProblem() const;
    /// Why this half cannot be tested; empty: it can.
    [[nodiscard]] QString testProblem(MailHalf half) const;
    [[nodiscard]] bool isChanged() const;
    [[nodiscard]] bool isSaving() const { return m_saving; }
    /// saved() or saveFailed() follows.
    void save();

    void test(MailHalf half);
    void stopTest(MailHalf half);
    [[nodiscard]] const Test &testOf(MailHalf half) const
    {
        return half == MailHalf::Receiving ? m_receiving : m_sending;
    }

    /// Has the person sign in at the provider; `browse` opens its page.
    void signIn(const std::function<void(const QUrl &page)> &browse);
    void stopSignIn();
    [[nodiscard]] bool isSigningIn() const { return m_isSigningIn; }

Q_SIGNALS:
    void changed();
    void testChanged(deskhand::MailHalf half);
    void signInChanged();
    void signInFailed(const deskhand::Error &error);
    void saved(deskhand::MailboxId id);
    void saveFailed(const deskhand::Error &error);

private:
    [[nodiscard]] Mailbox effective() const;
    [[nodiscard]] MailSecrets effectiveSecrets() const;
    [[nodiscard]] QSet<MailSecret> needed() const;
    [[nodiscard]] QString problemOfAddress() const;
    [[nodiscard]] QString problemOfServer(MailHalf half) const;
    [[nodiscard]] QString problemOfSignIn(MailHalf half) const;
    [[nodiscard]] QString problemOfOAuth() const;
    void start(const Mailbox &mailbox);
    void forgetTyped();
    void sealAndSave(const QString &sealKey);
    void adoptSealKey(const QString &key);
    void fail(const Error &error);
    [[nodiscard]] Test &testFor(MailHalf half) { return half == MailHalf::Receiving ? m_receiving : m_sending; }
    QFutureWatcher<MailTestStep> &watcherFor(MailHalf half);
    void watchTests(MailHalf half);

    const MailOverview &m_overview;
    MailAccess &m_access;
    Mailbox m_mailbox;
    Mailbox m_before;
    QSet<MailSecret> m_saved;
    MailSecrets m_typed;
    bool m_sharesSignIn = true;
    bool m_saving = false;
    bool m_isSigningIn = false;
    Test m_receiving;
    Test m_sending;
    QFutureWatcher<MailTestStep> m_receivingWatcher;
    QFutureWatcher<MailTestStep> m_sendingWatcher;
    QFuture<Result<QByteArray>> m_signIn;
    quint64 m_signInNumber = 0;
};

} // namespace deskhand

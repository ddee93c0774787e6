// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mailbox_presenter.h"

#include "base/deliver.h"
#include "base/sealed_secret.h"

#include <algorithm>

namespace deskhand {

namespace {

bool sameWay(const Mailbox &one, const Mailbox &other, MailHalf half)
{
    if (one.address != other.address || !(one.oauth == other.oauth))
        return false;
    if (half == MailHalf::Sending)
        return one.outgoing == other.outgoing;
    return one.incoming == other.incoming && one.protocol == other.protocol && one.folder == other.folder
           && one.after == other.after && one.moveTo == other.moveTo;
}

} // namespace

MailboxPresenter::MailboxPresenter(const MailOverview &overview, MailAccess &access, QObject *parent)
    : QObject(parent)
    , m_overview(overview)
    , m_access(access)
{
    watchTests(MailHalf::Receiving);
    watchTests(MailHalf::Sending);
}

MailboxPresenter::~MailboxPresenter()
{
    m_receivingWatcher.cancel();
    m_sendingWatcher.cancel();
    m_signIn.cancel();
    forgetTyped();
}

void MailboxPresenter::forgetTyped()
{
    for (QByteArray &secret : m_typed)
        wipe(&secret);
    m_typed.clear();
}

void MailboxPresenter::start(const Mailbox &mailbox)
{
    stopTest(MailHalf::Receiving);
    stopTest(MailHalf::Sending);
    stopSignIn();
    forgetTyped();
    m_receiving = {};
    m_sending = {};
    m_mailbox = mailbox;
    m_before = mailbox;
    m_saved.clear();
    m_sharesSignIn = mailbox.protocol != MailProtocol::None && mailbox.incoming.user == mailbox.outgoing.user
                     && mailbox.incoming.signIn == mailbox.outgoing.signIn;
}

void MailboxPresenter::begin()
{
    start({});
    Q_EMIT changed();
}

bool MailboxPresenter::edit(MailboxId id)
{
    const QVector<Mailbox> &all = m_overview.setup().mailboxes;
    const auto found = std::find_if(all.cbegin(), all.cend(), [id](const Mailbox &one) { return one.id == id; });
    if (found == all.cend())
        return false;
    start(*found);
    const QVector<MailSecret> secrets = m_overview.setup().secrets.value(id);
    m_saved = QSet<MailSecret>(secrets.cbegin(), secrets.cend());
    Q_EMIT changed();
    return true;
}

bool MailboxPresenter::beginLike(MailboxId id)
{
    if (!edit(id))
        return false;
    Mailbox copy = m_mailbox;
    copy.id = {};
    copy.name.clear();
    copy.address.clear();
    copy.aliases.clear();
    copy.paused = false;
    copy.active = true;
    copy.first = FirstFetch::FromNowOn;
    copy.incoming.user.clear();
    copy.outgoing.user.clear();
    start(copy);
    Q_EMIT changed();
    return true;
}

void MailboxPresenter::setMailbox(const Mailbox &mailbox)
{
    if (m_mailbox == mailbox)
        return;
    const Mailbox before = m_mailbox;
    m_mailbox = mailbox;
    for (const MailHalf half : {MailHalf::Receiving, MailHalf::Sending}) {
        if (!sameWay(before, mailbox, half)) {
            stopTest(half);
            testFor(half) = {};
            Q_EMIT testChanged(half);
        }
    }
    Q_EMIT changed();
}

void MailboxPresenter::usePreset(MailProvider provider)
{
    Mailbox filled = m_mailbox;
    presetMailbox(&filled, provider);
    m_sharesSignIn = true;
    setMailbox(filled);
}

void MailboxPresenter::useProtocol(MailProtocol protocol)
{
    Mailbox changed = m_mailbox;
    changed.protocol = protocol;
    const bool pop = protocol == MailProtocol::Pop3;
    const QString before = pop ? QStringLiteral("imap.") : QStringLiteral("pop.");
    if (protocol != MailProtocol::None && changed.incoming.host.startsWith(before))
        changed.incoming.host.replace(0, before.size(), pop ? QStringLiteral("pop.") : QStringLiteral("imap."));
    changed.incoming.port = 0;
    if (pop && (changed.after == AfterFetch::Flag || changed.after == AfterFetch::Move))
        changed.after = AfterFetch::Leave;
    const MailProvider provider = mailProviderFromName(changed.oauth.provider);
    if (provider != MailProvider::Other)
        changed.oauth.scope = mailOAuthOf(provider, protocol).scope;
    setMailbox(changed);
}

void MailboxPresenter::setSharesSignIn(bool shares)
{
    if (m_sharesSignIn == shares)
        return;
    m_sharesSignIn = shares;
    Q_EMIT changed();
}

bool MailboxPresenter::usesOAuth() const
{
    const Mailbox now = effective();
    return (now.protocol != MailProtocol::None && now.incoming.signIn == MailSignIn::OAuth2)
           || (now.sends && now.outgoing.signIn == MailSignIn::OAuth2);
}

void MailboxPresenter::setSecret(MailSecret secret, const QString &typed)
{
    if (m_typed.contains(secret)) {
        wipe(&m_typed[secret]);
        m_typed.remove(secret);
    }
    if (!typed.isEmpty())
        m_typed.insert(secret, typed.toUtf8());
    Q_EMIT changed();
}

/// What is shared is in both halves.
Mailbox MailboxPresenter::effective() const
{
    Mailbox mailbox = m_mailbox;
    mailbox.name = mailbox.name.simplified();
    mailbox.address = mailbox.address.trimmed();
    if (m_sharesSignIn && mailbox.protocol != MailProtocol::None) {
        mailbox.outgoing.user = mailbox.incoming.user;
        mailbox.outgoing.signIn = mailbox.incoming.signIn;
    }
    for (MailServer *server : {&mailbox.incoming, &mailbox.outgoing}) {
        server->host = server->host.trimmed();
        if (server->signIn == MailSignIn::None)
            server->user.clear();
    }
    return mailbox;
}

MailSecrets MailboxPresenter::effectiveSecrets() const
{
    MailSecrets secrets = m_typed;
    if (m_sharesSignIn && m_mailbox.protocol != MailProtocol::None) {
        secrets.remove(MailSecret::OutgoingPassword);
        if (secrets.contains(MailSecret::IncomingPassword))
            secrets.insert(MailSecret::OutgoingPassword, secrets.value(MailSecret::IncomingPassword));
    }
    const QSet<MailSecret> wanted = needed();
    for (const MailSecret secret : secrets.keys()) {
        if (!wanted.contains(secret))
            secrets.remove(secret);
    }
    return secrets;
}

QSet<MailSecret> MailboxPresenter::needed() const
{
    const Mailbox now = effective();
    QSet<MailSecret> secrets;
    if (now.protocol != MailProtocol::None && now.incoming.signIn == MailSignIn::Password)
        secrets.insert(MailSecret::IncomingPassword);
    if (now.sends && now.outgoing.signIn == MailSignIn::Password)
        secrets.insert(MailSecret::OutgoingPassword);
    if (usesOAuth())
        secrets += {MailSecret::RefreshToken, MailSecret::ClientSecret};
    return secrets;
}

bool MailboxPresenter::isChanged() const
{
    return !(m_mailbox == m_before) || !m_typed.isEmpty();
}

void MailboxPresenter::save()
{
    if (m_saving || !firstProblem().isEmpty())
        return;
    m_saving = true;
    Q_EMIT changed();
    const QString known = m_overview.setup().settings.sealKey;
    if (effectiveSecrets().isEmpty() || !known.isEmpty())
        return sealAndSave(known);
    deliver(m_access.makeSealKey(), this, [this](const Result<QString> &key) {
        if (key)
            adoptSealKey(*key);
        else
            fail(key.error());
    });
}

/// The desk knows the key before anything is sealed for it.
void MailboxPresenter::adoptSealKey(const QString &key)
{
    MailSettings settings = m_overview.setup().settings;
    settings.sealKey = key;
    const Command command = Command::make(m_overview.catalog().me(), SaveMailSettings{settings});
    deliver(m_overview.desk().submit(command), this, [this, key](const Result<CommandAnswer> &answer) {
        if (answer)
            sealAndSave(key);
        else
            fail(answer.error());
    });
}

void MailboxPresenter::sealAndSave(const QString &sealKey)
{
    SaveMailbox command{effective(), {}};
    const QByteArray key = QByteArray::fromBase64(sealKey.toLatin1());
    MailSecrets secrets = effectiveSecrets();
    for (auto secret = secrets.begin(); secret != secrets.end(); ++secret) {
        const QByteArray sealed = sealSecret(key, *secret);
        wipe(&*secret);
        if (sealed.isEmpty())
            return fail(Error{ErrorCode::Corrupt,
                              QStringLiteral("models.mailbox"),
                              QStringLiteral("the desk's key is not a key"),
                              {}});
        command.sealed.insert(secret.key(), sealed);
    }
    const QSet<MailSecret> wanted = needed();
    for (const MailSecret secret : std::as_const(m_saved)) {
        if (!wanted.contains(secret))
            command.sealed.insert(secret, {}); // of no more use: removed
    }
    deliver(m_overview.desk().submit(Command::make(m_overview.catalog().me(), command)), this,
            [this](const Result<CommandAnswer> &answer) {
                if (!answer)
                    return fail(answer.error());
                m_saving = false;
                forgetTyped();
                m_before = m_mailbox;
                Q_EMIT changed();
                Q_EMIT saved(MailboxId{answer->id});
            });
}

void MailboxPresenter::fail(const Error &error)
{
    m_saving = false;
    Q_EMIT changed();
    Q_EMIT saveFailed(error);
}

QFutureWatcher<MailTestStep> &MailboxPresenter::watcherFor(MailHalf half)
{
    return half == MailHalf::Receiving ? m_receivingWatcher : m_sendingWatcher;
}

void MailboxPresenter::watchTests(MailHalf half)
{
    QFutureWatcher<MailTestStep> &watcher = watcherFor(half);
    connect(&watcher, &QFutureWatcherBase::resultReadyAt, this, [this, half](int index) {
        testFor(half).steps.append(watcherFor(half).resultAt(index));
        Q_EMIT testChanged(half);
    });
    connect(&watcher, &QFutureWatcherBase::finished, this, [this, half] {
        testFor(half).running = false;
        Q_EMIT testChanged(half);
    });
}

void MailboxPresenter::test(MailHalf half)
{
    if (!testProblem(half).isEmpty())
        return;
    stopTest(half);
    testFor(half) = {{}, true};
    watcherFor(half).setFuture(m_access.test(half, effective(), effectiveSecrets()));
    Q_EMIT testChanged(half);
}

void MailboxPresenter::stopTest(MailHalf half)
{
    if (!testFor(half).running)
        return;
    watcherFor(half).cancel();
    watcherFor(half).setFuture({}); // what is under way ends by itself, unheard
    testFor(half).running = false;
    Q_EMIT testChanged(half);
}

void MailboxPresenter::signIn(const std::function<void(const QUrl &)> &browse)
{
    stopSignIn();
    m_isSigningIn = true;
    m_signIn = m_access.signIn(effective(), m_typed.value(MailSecret::ClientSecret), browse);
    deliver(m_signIn, this, [this, number = ++m_signInNumber](const Result<QByteArray> &token) {
        if (number != m_signInNumber)
            return;
        m_isSigningIn = false;
        if (token)
            setSecret(MailSecret::RefreshToken, QString::fromUtf8(*token));
        else if (token.error().code != ErrorCode::Cancelled)
            Q_EMIT signInFailed(token.error());
        Q_EMIT signInChanged();
    });
    Q_EMIT signInChanged();
}

void MailboxPresenter::stopSignIn()
{
    if (!m_isSigningIn)
        return;
    m_signIn.cancel();
    ++m_signInNumber;
    m_isSigningIn = false;
    Q_EMIT signInChanged();
}

} // namespace deskhand

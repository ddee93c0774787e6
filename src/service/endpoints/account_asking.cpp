// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/endpoints/account_asking.h"

#include "wire/wire_calls.h"

namespace deskhand {
namespace {

WireSession wireSession(const AccountSession &session, const QUuid &asking)
{
    WireSession told;
    told.id = session.id;
    told.device = session.device;
    told.address = session.peer;
    told.createdAt = session.createdAt;
    told.usedAt = session.usedAt;
    told.expiresAt = session.expiresAt;
    told.current = session.id == asking;
    return told;
}

WireSignedIn wireSignedIn(const SignedIn &signedIn)
{
    WireSignedIn told;
    told.token = QString::fromLatin1(signedIn.token);
    told.person = signedIn.principal.person;
    told.session = wireSession(signedIn.session, signedIn.session.id);
    told.mustChange = signedIn.mustChange;
    return told;
}

/// Writes what an answer becomes on the wire.
template <typename Call, typename Answer, typename Translate>
Accounts::Done<Answer> answering(const ExchangePtr &exchange, Translate translate)
{
    return [exchange, translate](const Result<Answer> &answer) {
        if (answer)
            exchange->answer(encodeAnswer<Call>(translate(*answer)));
        else
            exchange->fail(answer.error());
    };
}

template <typename Call>
Accounts::Done<void> answeringDone(const ExchangePtr &exchange)
{
    return [exchange](const Result<void> &done) {
        if (done)
            exchange->answer(encodeAnswer<Call>(WireDone{}));
        else
            exchange->fail(done.error());
    };
}

/// Each call with the function of the accounts that it is.
struct AccountAsking {
    Accounts &accounts;
    const ExchangePtr &exchange;

    void operator()(const SignInCall &call) const
    {
        SignInRequest request;
        request.login = call.login;
        request.password = call.password.toUtf8();
        request.code = call.code;
        request.device = call.device;
        request.peer = exchange->request().peer;
        request.remember = call.remember;
        accounts.signIn(request, answering<SignInCall, SignedIn>(exchange, wireSignedIn));
    }
    void operator()(const SignOutCall &) const
    {
        accounts.signOut(exchange->who, answeringDone<SignOutCall>(exchange));
    }
    void operator()(const SessionsCall &) const
    {
        const QUuid asking = exchange->who.session;
        accounts.sessions(exchange->who, answering<SessionsCall, QVector<AccountSession>>(
                                             exchange, [asking](const QVector<AccountSession> &sessions) {
                                                 QVector<WireSession> told;
                                                 for (const AccountSession &session : sessions)
                                                     told.append(wireSession(session, asking));
                                                 return told;
                                             }));
    }
    void operator()(const RevokeSessionCall &call) const
    {
        const auto done = answeringDone<RevokeSessionCall>(exchange);
        if (call.session.isNull())
            accounts.revokeOtherSessions(exchange->who, done);
        else
            accounts.revokeSession(exchange->who, call.session, done);
    }
    void operator()(const ChangePasswordCall &call) const
    {
        accounts.changePassword(exchange->who, call.oldPassword.toUtf8(), call.newPassword.toUtf8(),
                                exchange->request().peer,
                                answering<ChangePasswordCall, SignedIn>(exchange, wireSignedIn));
    }
    void operator()(const OfferSecondFactorCall &call) const
    {
        accounts.offerSecondFactor(
            exchange->who, call.password.toUtf8(), exchange->request().peer,
            answering<OfferSecondFactorCall, SecondFactorOffer>(exchange, [](const SecondFactorOffer &offer) {
                return WireSecondFactor{offer.secret, offer.uri};
            }));
    }
    void operator()(const ConfirmSecondFactorCall &call) const
    {
        accounts.confirmSecondFactor(
            exchange->who, call.code,
            answering<ConfirmSecondFactorCall, QStringList>(exchange, [](const QStringList &codes) { return codes; }));
    }
    void operator()(const DropSecondFactorCall &call) const
    {
        accounts.dropSecondFactor(exchange->who, call.password.toUtf8(), exchange->request().peer,
                                  answeringDone<DropSecondFactorCall>(exchange));
    }
    void operator()(const LinkCall &call) const
    {
        accounts.link(
            call.token.toLatin1(), answering<LinkCall, AccountLink>(exchange, [](const AccountLink &link) {
                return WireLink{link.kind == AccountLinkKind::Invitation, link.name, link.address, link.expiresAt};
            }));
    }
    void operator()(const AcceptLinkCall &call) const
    {
        accounts.acceptLink(call.token.toLatin1(), call.password.toUtf8(), answeringDone<AcceptLinkCall>(exchange));
    }
    void operator()(const RequestResetCall &call) const
    {
        accounts.requestReset(call.login, exchange->request().peer, answeringDone<RequestResetCall>(exchange));
    }
};

} // namespace

void askAccounts(Accounts &accounts, const AccountCall &call, const ExchangePtr &exchange)
{
    std::visit(AccountAsking{accounts, exchange}, call);
}

} // namespace deskhand

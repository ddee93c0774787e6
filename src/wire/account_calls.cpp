// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/account_calls.h"

#include "wire/call_shapes.h"
#include "wire/wire_choice.h"

namespace deskhand {

namespace {

/// Longer ones are refused before anybody looks at them.
const WireType &secretText()
{
    static const WireType *const type = makeWireText(4096);
    return *type;
}

const WireType &shortText()
{
    static const WireType *const type = makeWireText(320);
    return *type;
}

} // namespace

const WireType &wireShape(const WireSession *)
{
    using T = WireSession;
    static const WireType &type = (new WireObjectOf<T>("Session"))
                                      ->field("id", &T::id)
                                      .field("device", &T::device)
                                      .field("address", &T::address)
                                      .field("createdAt", &T::createdAt)
                                      .field("usedAt", &T::usedAt)
                                      .field("expiresAt", &T::expiresAt)
                                      .field("current", &T::current);
    return type;
}

const WireType &wireShape(const WireSignedIn *)
{
    using T = WireSignedIn;
    static const WireType &type = (new WireObjectOf<T>("SignedIn"))
                                      ->field("token", &T::token)
                                      .field("person", &T::person)
                                      .field("session", &T::session)
                                      .field("mustChange", &T::mustChange);
    return type;
}

const WireType &wireShape(const WireDone *)
{
    static const WireObjectOf<WireDone> type("Done");
    return type;
}

const WireType &wireShape(const WireSecondFactor *)
{
    using T = WireSecondFactor;
    static const WireType &type =
        (new WireObjectOf<T>("SecondFactor"))->field("secret", &T::secret).field("uri", &T::uri);
    return type;
}

const WireType &wireShape(const WireLink *)
{
    using T = WireLink;
    static const WireType &type = (new WireObjectOf<T>("Link"))
                                      ->field("invitation", &T::invitation)
                                      .field("name", &T::name)
                                      .field("address", &T::address)
                                      .field("expiresAt", &T::expiresAt);
    return type;
}

const WireType &wireShape(const SignInCall *)
{
    using T = SignInCall;
    static const WireType &type = (new WireObjectOf<T>("SignInCall"))
                                      ->field("login", &T::login, shortText())
                                      .required()
                                      .field("password", &T::password, secretText())
                                      .required()
                                      .field("code", &T::code, shortText())
                                      .field("device", &T::device, shortText())
                                      .field("remember", &T::remember);
    return type;
}

const WireType &wireShape(const SignOutCall *)
{
    static const WireObjectOf<SignOutCall> type("SignOutCall");
    return type;
}

const WireType &wireShape(const SessionsCall *)
{
    static const WireObjectOf<SessionsCall> type("SessionsCall");
    return type;
}

const WireType &wireShape(const RevokeSessionCall *)
{
    static const WireType &type =
        (new WireObjectOf<RevokeSessionCall>("RevokeSessionCall"))->field("session", &RevokeSessionCall::session);
    return type;
}

const WireType &wireShape(const ChangePasswordCall *)
{
    using T = ChangePasswordCall;
    static const WireType &type = (new WireObjectOf<T>("ChangePasswordCall"))
                                      ->field("oldPassword", &T::oldPassword, secretText())
                                      .required()
                                      .field("newPassword", &T::newPassword, secretText())
                                      .required();
    return type;
}

const WireType &wireShape(const OfferSecondFactorCall *)
{
    using T = OfferSecondFactorCall;
    static const WireType &type =
        (new WireObjectOf<T>("OfferSecondFactorCall"))->field("password", &T::password, secretText()).required();
    return type;
}

const WireType &wireShape(const ConfirmSecondFactorCall *)
{
    using T = ConfirmSecondFactorCall;
    static const WireType &type =
        (new WireObjectOf<T>("ConfirmSecondFactorCall"))->field("code", &T::code, shortText()).required();
    return type;
}

const WireType &wireShape(const DropSecondFactorCall *)
{
    using T = DropSecondFactorCall;
    static const WireType &type =
        (new WireObjectOf<T>("DropSecondFactorCall"))->field("password", &T::password, secretText()).required();
    return type;
}

const WireType &wireShape(const LinkCall *)
{
    static const WireType &type =
        (new WireObjectOf<LinkCall>("LinkCall"))->field("token", &LinkCall::token, shortText()).required();
    return type;
}

const WireType &wireShape(const AcceptLinkCall *)
{
    using T = AcceptLinkCall;
    static const WireType &type = (new WireObjectOf<T>("AcceptLinkCall"))
                                      ->field("token", &T::token, shortText())
                                      .required()
                                      .field("password", &T::password, secretText())
                                      .required();
    return type;
}

const WireType &wireShape(const RequestResetCall *)
{
    using T = RequestResetCall;
    static const WireType &type =
        (new WireObjectOf<T>("RequestResetCall"))->field("login", &T::login, shortText()).required();
    return type;
}

QByteArray encodeCall(const AccountCall &call)
{
    return encodeNamedCall(namedAlternatives<AccountCall>(), call);
}

QLatin1String nameOfCall(const AccountCall &call)
{
    return std::visit([](const auto &each) { return each.name; }, call);
}

Result<AccountCall> decodeAccountCall(QByteArrayView name, const QByteArray &json)
{
    return decodeNamedCall(namedAlternatives<AccountCall>(), name, json);
}

} // namespace deskhand

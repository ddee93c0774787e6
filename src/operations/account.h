// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "domain/person.h"

#include <QByteArray>
#include <QString>
#include <QUuid>
#include <QVector>

namespace deskhand {

/// How somebody comes into a desk by its service: an account belongs to a person with the role of an agent. Nothing
/// here is secret.
struct Account {
    PersonId person;
    QString name;    ///< of the person
    QString address; ///< likewise
    bool admin = false;
    bool active = true; ///< the person is, and is an agent
    bool disabled = false;
    bool hasPassword = false; ///< else invited at most
    bool mustChange = false;  ///< the password, before anything else
    bool hasSecondFactor = false;
    int recoveryCodes = 0; ///< that are left
    int sessions = 0;
    int apiTokens = 0;
    Instant createdAt = 0;
    Instant passwordAt = 0; ///< 0: none yet
    Instant signedInAt = 0; ///< last; 0: never
};

/// A computer on which somebody is signed in.
struct AccountSession {
    QUuid id;
    PersonId person;
    QString device; ///< as the computer calls itself; plain text from outside
    QString peer;   ///< address that it signed in from
    Instant createdAt = 0;
    Instant usedAt = 0;    ///< about a minute behind at most
    Instant expiresAt = 0; ///< whatever happens
    qint64 idle = 0;       ///< ms after which it ends when it is not used
    bool remembered = false;
};

/// For programs: works as its person, within its scopes.
struct ApiToken {
    QUuid id;
    PersonId person;
    QString name;
    int scopes = 0; ///< AccessScope (service/principal.h), or-ed
    Instant createdAt = 0;
    PersonId createdBy;
    Instant usedAt = 0;
    Instant expiresAt = 0; ///< 0: does not
};

/// The numbers are stored: never reorder.
enum class AccountLinkKind { Invitation = 1, Reset = 2 };

/// Lets its holder choose a password, once.
struct AccountLink {
    AccountLinkKind kind = AccountLinkKind::Invitation;
    PersonId person;
    QString name;    ///< of the person
    QString address; ///< likewise
    Instant expiresAt = 0;
};

/// What a token stands for, as long as it is good.
struct AccountAccess {
    QUuid id; ///< of the session or API token
    PersonId person;
    PersonRole role = PersonRole::Requester;
    int scopes = 0;
    bool isApi = false;
    bool mustChange = false;
    Instant usedAt = 0; ///< as stored
    qint64 idle = 0;    ///< ms; 0: does not end by silence
    Instant expiresAt = 0;
};

} // namespace deskhand

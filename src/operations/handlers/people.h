// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/address_rules.h"
#include "operations/command_run.h"

namespace deskhand {

/// The person with that address (or, without one, that name), created as a requester when unknown; their organization
/// is the one with the address' domain. The address has one of name and address.
Result<PersonId> findOrCreatePerson(CommandRun &run, const MailAddress &address);

/// The active organization with the address' domain; invalid: none.
[[nodiscard]] OrganizationId organizationOfAddress(const Catalog &catalog, const QString &address);

/// One line of text: control characters and line ends become blanks, cut at `longest` characters.
[[nodiscard]] QString oneLine(const QString &text, int longest);

} // namespace deskhand

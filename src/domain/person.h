// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QString>

namespace deskhand {

struct Organization {
    OrganizationId id;
    QString name;
    QString domain; ///< mail domain whose senders belong to it; empty: none
    QString note;
    bool active = true;

    bool operator==(const Organization &) const = default;
};

/// The numbers are stored: never reorder.
enum class PersonRole { Requester = 1, Agent = 2 };

/// Somebody who writes to the desk or works in it.
struct Person {
    PersonId id;
    QString name;
    QString address; ///< mail address as written; unique when folded; empty: none known
    QString phone;
    PersonRole role = PersonRole::Requester;
    bool admin = false;      ///< an agent who manages people, queues and categories
    bool supervisor = false; ///< an agent who sees every queue, also those that have members
    bool vip = false;
    OrganizationId organization;
    QString language; ///< BCP 47, empty: unknown
    QString note;
    bool active = true;

    bool operator==(const Person &) const = default;
};

/// The name to show: the name, else the address. Plain text from outside, never markup.
[[nodiscard]] inline QString displayName(const Person &person)
{
    return person.name.isEmpty() ? person.address : person.name;
}

} // namespace deskhand

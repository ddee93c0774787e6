// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "domain/business_calendar.h"
#include "domain/catalog_ptr.h"
#include "domain/mailbox.h"
#include "domain/person.h"
#include "domain/sla_policy.h"
#include "domain/ticket.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

#include <memory>

namespace deskhand {

struct State {
    StateId id;
    QString name;
    StateType type = StateType::Open;
    int position = 0;
    bool active = true;
    bool operator==(const State &) const = default;
};

struct Priority {
    PriorityId id;
    QString name;
    int rank = 0; ///< 1 is the most urgent: "priority<=2" means rank; shape and colour follow the rank
    bool active = true;
    bool operator==(const Priority &) const = default;
};

struct Queue {
    QueueId id;
    QueueId parent; ///< invalid: at the top
    QString name;
    QString address; ///< mail address of the queue; empty: none
    int position = 0;
    bool active = true;
    QVector<PersonId> members; ///< agents who see it, ascending; empty: see domain/queue_access.h
    MailboxId mailbox{};       ///< that sends for it; invalid: as above it, else the first that sends
    bool acknowledges = true;  ///< new tickets by mail are acknowledged, where there is a text for it
    FollowUpPolicy followUp = FollowUpPolicy::ReopenForDays;
    int followUpDays = 14;
    CalendarId calendar{}; ///< that its clocks go by; invalid: as above it
    PersonId lead{};       ///< told and given tickets by escalation; invalid: as above it
    PersonId manager{};    ///< likewise
    PersonId onCall{};     ///< likewise
    bool operator==(const Queue &) const = default;
};

struct Category {
    CategoryId id;
    CategoryId parent;
    QString name;
    int position = 0;
    bool active = true;
    bool operator==(const Category &) const = default;
};

/// The small reference data of a desk (not its requesters): what a client keeps in memory.
/// An immutable snapshot; a new one is made when something in it changes. Thread-safe as such.
class Catalog
{
public:
    QString deskName;
    QString numberFormat;         ///< see domain/number_format.h
    QVector<State> states;        ///< by position
    QVector<Priority> priorities; ///< by rank
    QVector<Queue> queues;        ///< by position inside their parent
    QVector<Category> categories;
    QVector<Person> agents; ///< by name
    QVector<Organization> organizations;
    QStringList tags;           ///< in use, sorted
    QVector<Mailbox> mailboxes; ///< by name, the inactive ones too
    QVector<MailText> mailTexts;
    MailSettings mailSettings;
    QVector<BusinessCalendar> calendars; ///< the newest version of each, by name, the inactive ones too
    QVector<SlaPolicy> slaPolicies;      ///< the newest version of each, in their order, the inactive ones too
    SlaVersionsPtr slaVersions;          ///< all versions; never null after index()

    /// Builds the look-up tables; call once after filling the lists.
    void index();

    // Null when there is no such id.
    [[nodiscard]] const State *state(StateId id) const;
    [[nodiscard]] const Priority *priority(PriorityId id) const;
    [[nodiscard]] const Queue *queue(QueueId id) const;
    [[nodiscard]] const Category *category(CategoryId id) const;
    [[nodiscard]] const Person *agent(PersonId id) const;
    [[nodiscard]] const Organization *organization(OrganizationId id) const;

    [[nodiscard]] const Mailbox *mailbox(MailboxId id) const;
    /// The mailbox that sends for a queue; null: none does.
    [[nodiscard]] const Mailbox *sendingMailbox(QueueId id) const;
    /// Whether mail to the address arrives at this desk, or the desk sends from it.
    [[nodiscard]] bool isOwnAddress(const QString &address) const;

    [[nodiscard]] const BusinessCalendar *calendar(CalendarId id) const;
    [[nodiscard]] const SlaPolicy *slaPolicy(SlaPolicyId id) const;
    /// A queue's own, else that of the nearest above it; null: none. Of people only active ones.
    [[nodiscard]] const BusinessCalendar *calendarOfQueue(QueueId id) const;
    [[nodiscard]] const Person *leadOfQueue(QueueId id) const;
    [[nodiscard]] const Person *managerOfQueue(QueueId id) const;
    [[nodiscard]] const Person *onCallOfQueue(QueueId id) const;

    [[nodiscard]] StateType stateType(StateId id) const;      ///< Open for an unknown id
    [[nodiscard]] StateId firstStateOf(StateType type) const; ///< invalid: the desk has none of that type

    /// The node and everything below it, in depth-first order.
    [[nodiscard]] QVector<QueueId> queueWithDescendants(QueueId id) const;
    [[nodiscard]] QVector<CategoryId> categoryWithDescendants(CategoryId id) const;

    /// "Network / VPN": names from the top, for tooltips and completion.
    [[nodiscard]] QString queuePath(QueueId id) const;
    [[nodiscard]] QString categoryPath(CategoryId id) const;

private:
    QHash<StateId, int> m_states;
    QHash<PriorityId, int> m_priorities;
    QHash<QueueId, int> m_queues;
    QHash<CategoryId, int> m_categories;
    QHash<PersonId, int> m_agents;
    QHash<OrganizationId, int> m_organizations;
    QHash<MailboxId, int> m_mailboxes;
    QHash<CalendarId, int> m_calendars;
    QHash<SlaPolicyId, int> m_slaPolicies;
};

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sample_catalog.h"

namespace deskhand::test {
namespace {

Person agentNamed(qint64 id, const QString &name, const QString &address)
{
    Person person;
    person.id = PersonId{id};
    person.name = name;
    person.address = address;
    person.role = PersonRole::Agent;
    return person;
}

} // namespace

CatalogPtr sampleCatalog()
{
    auto catalog = std::make_shared<Catalog>();
    catalog->deskName = QStringLiteral("Sample");
    catalog->numberFormat = QStringLiteral("{n:5}");
    catalog->states = {{StateId{1}, QStringLiteral("New"), StateType::New, 1, true},
                       {StateId{2}, QStringLiteral("Open"), StateType::Open, 2, true},
                       {StateId{3}, QStringLiteral("Waiting for customer"), StateType::PendingReminder, 3, true},
                       {StateId{4}, QStringLiteral("Waiting for supplier"), StateType::PendingReminder, 4, true},
                       {StateId{5}, QStringLiteral("Solved"), StateType::Solved, 5, true},
                       {StateId{6}, QStringLiteral("Closed"), StateType::Closed, 6, true},
                       {StateId{7}, QStringLiteral("Merged"), StateType::Merged, 7, false}};
    catalog->priorities = {{PriorityId{1}, QStringLiteral("Critical"), 1, true},
                           {PriorityId{2}, QStringLiteral("High"), 2, true},
                           {PriorityId{3}, QStringLiteral("Medium"), 3, true},
                           {PriorityId{4}, QStringLiteral("Low"), 4, true}};
    catalog->queues = {{QueueId{1}, {}, QStringLiteral("Support"), {}, 1, true, {}},
                       {QueueId{2}, {}, QStringLiteral("Network"), {}, 2, true, {}},
                       {QueueId{3}, QueueId{2}, QStringLiteral("VPN"), {}, 1, true, {}},
                       {QueueId{4}, QueueId{3}, QStringLiteral("Remote sites"), {}, 1, true, {}},
                       {QueueId{5}, {}, QStringLiteral("Büro, Möbel"), {}, 3, true, {}},
                       {QueueId{6}, QueueId{1}, QStringLiteral("VPN"), {}, 1, true, {}},
                       {QueueId{7}, {}, QStringLiteral("none"), {}, 4, false, {}}};
    catalog->categories = {{CategoryId{1}, {}, QStringLiteral("Hardware"), 1, true},
                           {CategoryId{2}, CategoryId{1}, QStringLiteral("Monitor"), 1, true},
                           {CategoryId{3}, CategoryId{1}, QStringLiteral("Docking \"station\""), 2, true},
                           {CategoryId{4}, {}, QStringLiteral("Software"), 2, true}};
    catalog->agents = {agentNamed(1, QStringLiteral("Mike Brandt"), QStringLiteral("mike@example.com")),
                       agentNamed(2, QStringLiteral("Anna Müller"), QStringLiteral("anna@example.com")),
                       agentNamed(3, QStringLiteral("Anna Müller"), QStringLiteral("anna.m@example.com")),
                       agentNamed(4, QStringLiteral("me"), QString())};
    catalog->organizations = {{OrganizationId{1}, QStringLiteral("Acme"), QStringLiteral("acme.example"), {}, true},
                              {OrganizationId{2}, QStringLiteral("Nord & Söhne"), {}, {}, true}};
    catalog->tags = {QStringLiteral("gold"), QStringLiteral("on site"), QStringLiteral("vip")};
    catalog->index();
    return catalog;
}

} // namespace deskhand::test

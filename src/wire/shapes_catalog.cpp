// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/json_tree.h"
#include "wire/json_writer.h"
#include "wire/wire_object.h"
#include "wire/wire_shapes.h"

namespace deskhand {

namespace {

/// All versions that a clock can refer to: {"policies":[…],"calendars":[…]}.
class WireVersionsType final : public WireType
{
    struct Lists {
        QVector<SlaPolicy> policies;
        QVector<BusinessCalendar> calendars;
    };

    static Lists listsOf(const void *value)
    {
        Lists lists;
        const SlaVersionsPtr &versions = *static_cast<const SlaVersionsPtr *>(value);
        if (!versions)
            return lists;
        for (const SlaPolicyPtr &policy : versions->policies())
            lists.policies.append(*policy);
        for (const WorkingTimePtr &time : versions->calendars())
            lists.calendars.append(time->calendar());
        return lists;
    }

    static const WireObject &shape()
    {
        static const WireObject &type = (new WireObjectOf<Lists>("SlaVersions"))
                                            ->field("policies", &Lists::policies)
                                            .field("calendars", &Lists::calendars);
        return type;
    }

public:
    void write(const void *value, JsonWriter *json) const override
    {
        const Lists lists = listsOf(value);
        shape().write(&lists, json);
    }
    bool read(const JsonNode &node, void *value, WireReading *reading) const override
    {
        Lists lists;
        if (!shape().read(node, &lists, reading))
            return false;
        auto versions = std::make_shared<SlaVersions>();
        for (const SlaPolicy &policy : lists.policies)
            versions->add(policy);
        for (const BusinessCalendar &calendar : lists.calendars)
            versions->add(calendar);
        *static_cast<SlaVersionsPtr *>(value) = std::move(versions);
        return true;
    }
    bool equal(const void *one, const void *other) const override
    {
        const Lists a = listsOf(one);
        const Lists b = listsOf(other);
        return shape().equal(&a, &b);
    }
    QJsonObject schema(WireSchemas *schemas) const override { return shape().schema(schemas); }
};

const WireObject &catalogShape()
{
    using T = Catalog;
    static const WireVersionsType versions;
    static const WireObject &type = (new WireObjectOf<T>("Catalog"))
                                        ->field("deskName", &T::deskName)
                                        .field("numberFormat", &T::numberFormat)
                                        .field("states", &T::states)
                                        .field("priorities", &T::priorities)
                                        .field("queues", &T::queues)
                                        .field("categories", &T::categories)
                                        .field("agents", &T::agents)
                                        .field("organizations", &T::organizations)
                                        .field("tags", &T::tags)
                                        .field("mailboxes", &T::mailboxes)
                                        .field("mailTexts", &T::mailTexts)
                                        .field("mailSettings", &T::mailSettings)
                                        .field("calendars", &T::calendars)
                                        .field("slaPolicies", &T::slaPolicies)
                                        .field("slaVersions", &T::slaVersions, versions);
    return type;
}

class WireCatalogType final : public WireType
{
public:
    void write(const void *value, JsonWriter *json) const override { catalogShape().write(catalogOf(value), json); }
    bool read(const JsonNode &node, void *value, WireReading *reading) const override
    {
        auto catalog = std::make_shared<Catalog>();
        if (!catalogShape().read(node, catalog.get(), reading))
            return false;
        catalog->index();
        *static_cast<CatalogPtr *>(value) = std::move(catalog);
        return true;
    }
    bool equal(const void *one, const void *other) const override
    {
        return catalogShape().equal(catalogOf(one), catalogOf(other));
    }
    QJsonObject schema(WireSchemas *schemas) const override { return catalogShape().schema(schemas); }
    QString schemaName() const override { return catalogShape().schemaName(); }

private:
    static const Catalog *catalogOf(const void *value)
    {
        static const Catalog none;
        const CatalogPtr &catalog = *static_cast<const CatalogPtr *>(value);
        return catalog ? catalog.get() : &none;
    }
};

} // namespace

const WireType &wireShape(const CatalogPtr *)
{
    static const WireCatalogType type;
    return type;
}

const WireType &wireShape(const State *)
{
    using T = State;
    static const WireType &type = (new WireObjectOf<T>("State"))
                                      ->field("id", &T::id)
                                      .field("name", &T::name)
                                      .field("type", &T::type)
                                      .field("position", &T::position)
                                      .field("active", &T::active);
    return type;
}

const WireType &wireShape(const Priority *)
{
    using T = Priority;
    static const WireType &type = (new WireObjectOf<T>("Priority"))
                                      ->field("id", &T::id)
                                      .field("name", &T::name)
                                      .field("rank", &T::rank)
                                      .field("active", &T::active);
    return type;
}

const WireType &wireShape(const Queue *)
{
    using T = Queue;
    static const WireType &type = (new WireObjectOf<T>("Queue"))
                                      ->field("id", &T::id)
                                      .field("parent", &T::parent)
                                      .field("name", &T::name)
                                      .field("address", &T::address)
                                      .field("position", &T::position)
                                      .field("active", &T::active)
                                      .field("members", &T::members)
                                      .field("mailbox", &T::mailbox)
                                      .field("acknowledges", &T::acknowledges)
                                      .field("followUp", &T::followUp)
                                      .field("followUpDays", &T::followUpDays)
                                      .field("calendar", &T::calendar)
                                      .field("lead", &T::lead)
                                      .field("manager", &T::manager)
                                      .field("onCall", &T::onCall);
    return type;
}

const WireType &wireShape(const Category *)
{
    using T = Category;
    static const WireType &type = (new WireObjectOf<T>("Category"))
                                      ->field("id", &T::id)
                                      .field("parent", &T::parent)
                                      .field("name", &T::name)
                                      .field("position", &T::position)
                                      .field("active", &T::active);
    return type;
}

const WireType &wireShape(const Person *)
{
    using T = Person;
    static const WireType &type = (new WireObjectOf<T>("Person"))
                                      ->field("id", &T::id)
                                      .field("name", &T::name)
                                      .field("address", &T::address)
                                      .field("phone", &T::phone)
                                      .field("role", &T::role)
                                      .field("admin", &T::admin)
                                      .field("supervisor", &T::supervisor)
                                      .field("vip", &T::vip)
                                      .field("organization", &T::organization)
                                      .field("language", &T::language)
                                      .field("note", &T::note)
                                      .field("active", &T::active);
    return type;
}

const WireType &wireShape(const Organization *)
{
    using T = Organization;
    static const WireType &type = (new WireObjectOf<T>("Organization"))
                                      ->field("id", &T::id)
                                      .field("name", &T::name)
                                      .field("domain", &T::domain)
                                      .field("note", &T::note)
                                      .field("active", &T::active);
    return type;
}

} // namespace deskhand

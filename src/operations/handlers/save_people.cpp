// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/catalog_saving.h"
#include "operations/handlers/handlers.h"

#include <algorithm>

namespace deskhand {
namespace {

bool isWorkingAdmin(const Person &person)
{
    return person.role == PersonRole::Agent && person.admin && person.active;
}

/// Whether saving would leave the desk without anybody who can manage it.
bool wouldLoseLastAdmin(const Catalog &catalog, const Person &saved)
{
    const Person *before = catalog.agent(saved.id);
    if (!before || !isWorkingAdmin(*before) || isWorkingAdmin(saved))
        return false;
    return std::none_of(catalog.agents.cbegin(), catalog.agents.cend(),
                        [&saved](const Person &other) { return other.id != saved.id && isWorkingAdmin(other); });
}

constexpr qsizetype longestLanguage = 35; ///< of BCP 47 that anybody uses

bool looksLikeLanguage(const QString &language)
{
    return language.size() <= longestLanguage && std::all_of(language.cbegin(), language.cend(), [](QChar one) {
               return one.unicode() < 128 && (one.isLetterOrNumber() || one == u'-' || one == u'_');
           });
}

Result<void> checkPerson(CommandRun &run, const Person &person)
{
    FieldErrors errors;
    if (person.name.isEmpty() && (person.address.isEmpty() || person.role == PersonRole::Agent))
        errors.add(QStringLiteral("name"), QLatin1String("required"));
    if (!person.address.isEmpty()) {
        if (!looksLikeAddress(person.address))
            errors.add(QStringLiteral("address"), QLatin1String("bad-format"));
        const Result<PersonId> owner = run.unit.findPerson(MailAddress{{}, person.address});
        if (!owner)
            return owner.error();
        if (owner->isValid() && *owner != person.id)
            errors.add(QStringLiteral("address"), QLatin1String("taken"));
    }
    if (!looksLikeLanguage(person.language))
        errors.add(QStringLiteral("language"), QLatin1String("bad-format"));
    if (person.organization.isValid() && !run.catalog->organization(person.organization))
        errors.add(QStringLiteral("organization"), QLatin1String("unknown"));
    if (person.admin && person.role != PersonRole::Agent)
        errors.add(QStringLiteral("admin"), QLatin1String("not-an-agent"));
    if (person.supervisor && person.role != PersonRole::Agent)
        errors.add(QStringLiteral("supervisor"), QLatin1String("not-an-agent"));
    if (wouldLoseLastAdmin(*run.catalog, person))
        errors.add(QStringLiteral("admin"), QLatin1String("last-admin"));
    return errors.result(QStringLiteral("operations.savePerson"));
}

} // namespace

Result<CommandAnswer> handleCommand(CommandRun &run, const SavePerson &save)
{
    Person person = save.person;
    person.name = oneLine(person.name, longestCatalogName);
    person.address = person.address.trimmed();
    QString oldName;
    if (person.id.isValid()) {
        const Result<Person> existing = run.unit.person(person.id);
        if (!existing)
            return existing.error();
        oldName = displayName(*existing);
    }
    if (Result<void> checked = checkPerson(run, person); !checked)
        return checked.error();
    const bool concernsCatalog = person.role == PersonRole::Agent || run.catalog->agent(person.id);
    const Result<PersonId> id = run.unit.savePerson(person);
    if (!id)
        return id.error();
    const bool changedBefore = run.catalogChanged;
    CommandAnswer answer = recordSaved(run, QStringLiteral("person"), id->value, oldName, displayName(person));
    run.catalogChanged = changedBefore || concernsCatalog;
    run.change(ChangeKind::PersonChanged);
    return answer;
}

Result<CommandAnswer> handleCommand(CommandRun &run, const SaveOrganization &save)
{
    Organization organization = save.organization;
    const Organization *existing = run.catalog->organization(organization.id);
    if (Result<void> exists = checkExists(organization, existing, "operations.saveOrganization"); !exists)
        return exists.error();
    FieldErrors errors;
    organization.name =
        checkedName(organization, run.catalog->organizations, &errors, [](const Organization &) { return true; });
    organization.domain = organization.domain.trimmed();
    if (organization.domain.contains(u'@') || organization.domain.contains(u' '))
        errors.add(QStringLiteral("domain"), QLatin1String("bad-format"));
    if (Result<void> valid = errors.result(QStringLiteral("operations.saveOrganization")); !valid)
        return valid.error();
    const Result<OrganizationId> id = run.unit.saveOrganization(organization);
    if (!id)
        return id.error();
    return recordSaved(run, QStringLiteral("organization"), id->value, existing ? existing->name : QString(),
                       organization.name);
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/people.h"

#include "base/text_folding.h"

namespace deskhand {
namespace {

constexpr int longestName = 300;

} // namespace

Result<PersonId> findOrCreatePerson(CommandRun &run, const MailAddress &address)
{
    Person person;
    person.name = oneLine(address.name, longestName);
    person.address = oneLine(address.address, longestMailAddress);
    const Result<PersonId> known = run.unit.findPerson(MailAddress{person.name, person.address});
    if (!known || known->isValid())
        return known;
    person.organization = organizationOfAddress(*run.catalog, person.address);
    const Result<PersonId> created = run.unit.savePerson(person);
    if (created)
        run.change(ChangeKind::PersonChanged);
    return created;
}

OrganizationId organizationOfAddress(const Catalog &catalog, const QString &address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    if (at < 0)
        return {};
    const QString domain = foldText(QStringView(address).mid(at + 1));
    for (const Organization &organization : catalog.organizations) {
        if (organization.active && !organization.domain.isEmpty() && foldText(organization.domain) == domain)
            return organization.id;
    }
    return {};
}

QString oneLine(const QString &text, int longest)
{
    QString line = text.left(longest);
    for (QChar &c : line) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line
            || c.category() == QChar::Separator_Paragraph)
            c = u' ';
    }
    return line.trimmed();
}

} // namespace deskhand

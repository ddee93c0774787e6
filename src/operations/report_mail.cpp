// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/report_mail.h"

#include "domain/address_rules.h"

namespace deskhand {

QString reportReaderProblem(const Catalog &catalog, PersonId reader)
{
    const Person *person = catalog.agent(reader);
    if (!person || !person->active)
        return reportproblem::inactive;
    if (!looksLikeAddress(person->address))
        return reportproblem::noAddress;
    return catalog.isOwnAddress(person->address) ? QString(reportproblem::ownAddress) : QString();
}

} // namespace deskhand

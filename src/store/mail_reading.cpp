// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"
#include "store/reading.h"

namespace deskhand {
namespace {

Error notBuilt()
{
    return Error{ErrorCode::Internal, QStringLiteral("store.mail"), QStringLiteral("not built yet"), {}};
}

} // namespace

Result<MailSetup> readMailSetup(Connection &)
{
    return notBuilt();
}

Result<MailReport> readMailReport(Connection &, Instant)
{
    return notBuilt();
}

Result<QVector<HeldMail>> readHeldMails(Connection &, const Catalog &, PersonId, TicketId)
{
    return notBuilt();
}

Result<QVector<MailDelivery>> readOutbox(Connection &, const Catalog &, PersonId, Instant)
{
    return notBuilt();
}

} // namespace deskhand

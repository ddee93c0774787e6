// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sample_tickets.h"

namespace deskhand::test {

TicketRow sampleTicket(int n)
{
    static constexpr qint64 hour = 3'600'000;
    TicketRow row;
    TicketHead &head = row.head;
    head.number = QString::number(10'000 + n);
    head.version = 1;
    head.subject = QStringLiteral("Printer %1 is out of paper").arg(n);
    head.state = StateId{1 + n % 6};
    head.priority = PriorityId{1 + n % 4};
    head.queue = QueueId{1 + n % 6};
    head.owner = PersonId{n % 4};
    head.requester = PersonId{100 + n % 17};
    head.organization = OrganizationId{n % 3};
    head.channel = Channel(1 + n % 7);
    head.createdAt = sampleNow - (n + 1) * hour;
    head.updatedAt = sampleNow - (n % 50) * hour;
    head.dueAt = n % 5 == 0 ? 0 : sampleNow + (n % 96 - 24) * hour;
    head.articleCount = 1 + n % 9;
    head.attachmentCount = n % 7 == 0 ? 2 : 0;
    head.lastArticle = ArticleId{1000 + n};
    row.requesterName = QStringLiteral("Requester %1").arg(n % 17);
    row.requesterAddress = QStringLiteral("r%1@example.com").arg(n % 17);
    row.snippet = QStringLiteral("It says PC LOAD LETTER again, the %1th time.").arg(n);
    row.unread = n % 3 == 0;
    return row;
}

} // namespace deskhand::test

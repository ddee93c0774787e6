// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql_unit_of_work.h"

#include "base/text_folding.h"
#include "store/article_rows.h"
#include "store/connection.h"
#include "store/row_mapping.h"
#include "store/upload_rows.h"

#include <algorithm>
#include <limits>

namespace deskhand {
namespace {

constexpr Instant windowHourMs = 3'600'000;
constexpr Instant windowDayMs = 24 * windowHourMs;
constexpr int followsUp = 1; ///< ticket_link.kind

/// Two numbers: of the last hour and of the last day.
Result<MailCounts> countsOfWindows(Statement statement, Instant now)
{
    statement.bind(":hour", now - windowHourMs).bind(":day", now - windowDayMs);
    MailCounts counts;
    if (statement.next())
        counts = {int(statement.integer(0)), int(statement.integer(1))};
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return counts;
}

Result<bool> flagOf(Statement statement)
{
    const bool flag = statement.next() && statement.flag(0);
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return flag;
}

} // namespace

Result<QByteArray> SqlUnitOfWork::blob(const QByteArray &sha256)
{
    Statement statement = m_connection.sql("blob.bytes");
    statement.bind(":sha256", sha256);
    if (statement.next())
        return statement.bytes(0);
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return Error{ErrorCode::NotFound, QStringLiteral("store.blob"), QStringLiteral("no such bytes"), {}};
}

Result<QByteArray> SqlUnitOfWork::upload(PersonId person, const QByteArray &sha256, Instant now, qint64 largest)
{
    return readUpload(m_connection, person, sha256, now, largest);
}

Result<void> SqlUnitOfWork::dropUpload(PersonId person, const QByteArray &sha256)
{
    return dropUploaded(m_connection, person, sha256);
}

Result<Article> SqlUnitOfWork::article(ArticleId id)
{
    const Result<std::optional<Article>> found = readArticleById(m_connection, id);
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorCode::NotFound, QStringLiteral("store.article"), QStringLiteral("no such article"), {}};
    return **found;
}

Result<QVector<Article>> SqlUnitOfWork::newestArticles(TicketId ticket, int limit)
{
    Result<QVector<Article>> articles = readArticles(m_connection, ticket, std::numeric_limits<int>::max(), limit);
    if (articles)
        std::reverse(articles->begin(), articles->end());
    return articles;
}

Result<TicketId> SqlUnitOfWork::ticketOfNumber(const QString &number)
{
    Statement statement = m_connection.sql("mail.ticketOfNumber");
    statement.bind(":number", number.toLower());
    const TicketId id = statement.next() ? statement.id<TicketId>(0) : TicketId();
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return id;
}

Result<bool> SqlUnitOfWork::isParticipant(TicketId ticket, const QString &foldedAddress)
{
    if (foldedAddress.isEmpty())
        return false;
    Statement known = m_connection.sql("mail.isKnownInTicket");
    known.bind(":ticket", ticket).bind(":address", foldedAddress);
    const Result<bool> isKnown = flagOf(std::move(known));
    if (!isKnown || *isKnown)
        return isKnown;
    const auto isIt = [&foldedAddress](const MailAddress &address) {
        return foldText(address.address) == foldedAddress;
    };
    Statement people = m_connection.sql("mail.peopleOfThread");
    people.bind(":ticket", ticket);
    while (people.next()) {
        if (foldText(people.text(0)) == foldedAddress)
            return true;
        QVector<MailAddress> to;
        QVector<MailAddress> cc;
        recipientsFromJson(people.bytes(1), &to, &cc);
        if (std::any_of(to.cbegin(), to.cend(), isIt) || std::any_of(cc.cbegin(), cc.cend(), isIt))
            return true;
    }
    if (Result<void> status = people.status(); !status)
        return status.error();
    return false;
}

Result<void> SqlUnitOfWork::addParticipant(TicketId ticket, const QString &foldedAddress)
{
    return m_connection.sql("mail.letIn").bind(":ticket", ticket).bind(":address", foldedAddress).run();
}

Result<void> SqlUnitOfWork::linkFollowUp(TicketId follower, TicketId followed)
{
    Statement link = m_connection.sql("mail.link");
    return link.bind(":ticket", follower).bind(":other", followed).bind(":kind", followsUp).run();
}

Result<bool> SqlUnitOfWork::hasBeenAnswered(const QString &foldedAddress)
{
    Statement statement = m_connection.sql("mail.hasBeenAnswered");
    statement.bind(":address", foldedAddress);
    return flagOf(std::move(statement));
}

Result<MailCounts> SqlUnitOfWork::ticketsOpenedBy(const QString &foldedAddress, Instant now)
{
    Statement statement = m_connection.sql("mail.ticketsOpenedBy");
    statement.bind(":address", foldedAddress);
    return countsOfWindows(std::move(statement), now);
}

Result<void> SqlUnitOfWork::recordAutomatic(const QString &foldedAddress, TicketId ticket, Instant at)
{
    Statement forget = m_connection.sql("mail.forgetAutomatic");
    if (Result<void> forgotten = forget.bind(":before", at - 2 * windowDayMs).run(); !forgotten)
        return forgotten;
    Statement record = m_connection.sql("mail.recordAutomatic");
    return record.bind(":at", at).bind(":address", foldedAddress).bind(":ticket", ticket).run();
}

Result<MailCounts> SqlUnitOfWork::automaticTo(const QString &foldedAddress, Instant now)
{
    Statement statement = m_connection.sql("mail.automaticTo");
    statement.bind(":address", foldedAddress);
    return countsOfWindows(std::move(statement), now);
}

Result<MailCounts> SqlUnitOfWork::automaticOf(TicketId ticket, Instant now)
{
    Statement statement = m_connection.sql("mail.automaticOf");
    statement.bind(":ticket", ticket);
    return countsOfWindows(std::move(statement), now);
}

Result<MailCounts> SqlUnitOfWork::automaticOfDesk(Instant now)
{
    return countsOfWindows(m_connection.sql("mail.automaticOfDesk"), now);
}

} // namespace deskhand

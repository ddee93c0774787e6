// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/desk_json.h"
#include "apps/deskhandctl/desk_session.h"
#include "apps/deskhandctl/output.h"

#include <QSet>

#include <algorithm>

namespace deskhand::ctl {
namespace {

/// Ids of articles as typed; nothing when one is no number, which is printed.
std::optional<QVector<ArticleId>> articlesOf(const QStringList &words)
{
    QVector<ArticleId> articles;
    for (const QString &word : words) {
        bool isNumber = false;
        articles.append(ArticleId{word.toLongLong(&isNumber)});
        if (!isNumber) {
            printError(QStringLiteral("“%1” is no article").arg(word));
            return {};
        }
    }
    return articles;
}

int tell(const Arguments &arguments, const std::optional<CommandAnswer> &answer, const QString &words)
{
    if (!answer)
        return Failure;
    if (arguments.has(QStringLiteral("json")))
        printJson(answerToJson(*answer));
    else
        printLine(words.arg(answer->ticketNumber));
    return Success;
}

/// The ticket with the version that it has now; nothing when there is none, which is printed.
std::optional<TicketHead> lookedAt(DeskSession &session, const QString &number)
{
    const std::optional<TicketId> id = session.findTicket(number);
    if (!id)
        return {};
    const Result<TicketDetail> detail = DeskSession::await(session.desk().ticket(*id, session.me()));
    if (detail)
        return detail->row.head;
    printError(detail.error());
    return {};
}

int mergeTickets(const QStringList &given)
{
    const QString usage =
        QStringLiteral("ticket merge FILE TARGET SOURCE… [--why TEXT] [--without-requesters] [--as ADDRESS] [--json]");
    const Arguments arguments(given, {QStringLiteral("json"), QStringLiteral("without-requesters")},
                              {QStringLiteral("why"), QStringLiteral("as")});
    if (!arguments.check(3, usage))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    const auto target = session ? lookedAt(*session, arguments.words()[1]) : std::nullopt;
    if (!target)
        return Failure;
    MergeTickets merge;
    merge.target = target->id;
    merge.targetVersion = target->version;
    merge.keepRequesters = !arguments.has(QStringLiteral("without-requesters"));
    merge.why = arguments.value(QStringLiteral("why"));
    for (const QString &number : arguments.words().mid(2)) {
        const auto source = lookedAt(*session, number);
        if (!source)
            return Failure;
        merge.sources.append({source->id, source->version});
    }
    return tell(arguments, session->submit(merge, merge.why), QStringLiteral("merged into %1"));
}

/// The number of a merged ticket leads to where it is shown: it is looked for among those that were merged there.
std::optional<TicketId> findMerged(DeskSession &session, const QString &number)
{
    const std::optional<TicketId> shown = session.findTicket(number);
    if (!shown)
        return {};
    const Result<TicketDetail> detail = DeskSession::await(session.desk().ticket(*shown, session.me()));
    if (!detail) {
        printError(detail.error());
        return {};
    }
    const auto merged =
        std::find_if(detail->mergedFrom.cbegin(), detail->mergedFrom.cend(), [&number](const MergedTicket &one) {
            return one.number.compare(number, Qt::CaseInsensitive) == 0;
        });
    return merged == detail->mergedFrom.cend() ? *shown : merged->ticket;
}

int unmergeTicket(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")},
                              {QStringLiteral("take"), QStringLiteral("why"), QStringLiteral("as")});
    if (!arguments.check(
            2, QStringLiteral("ticket unmerge FILE NUMBER [--take ARTICLE]… [--why TEXT] [--as ADDRESS] [--json]")))
        return UsageError;
    const auto take = articlesOf(arguments.values(QStringLiteral("take")));
    if (!take)
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    const auto source = session ? findMerged(*session, arguments.words()[1]) : std::nullopt;
    if (!source)
        return Failure;
    const UnmergeTicket unmerge{*source, *take, arguments.value(QStringLiteral("why"))};
    return tell(arguments, session->submit(unmerge, unmerge.why), QStringLiteral("%1 is itself again"));
}

int splitTicket(const QStringList &given)
{
    const QString usage =
        QStringLiteral("ticket split FILE NUMBER ARTICLE… [--copy] [--subject TEXT] [--as ADDRESS] [--json]");
    const Arguments arguments(given, {QStringLiteral("json"), QStringLiteral("copy")},
                              {QStringLiteral("subject"), QStringLiteral("as")});
    if (!arguments.check(3, usage))
        return UsageError;
    const auto articles = articlesOf(arguments.words().mid(2));
    if (!articles)
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    const auto ticket = session ? lookedAt(*session, arguments.words()[1]) : std::nullopt;
    if (!ticket)
        return Failure;
    SplitTicket split;
    split.ticket = ticket->id;
    split.version = ticket->version;
    split.articles = *articles;
    split.copy = arguments.has(QStringLiteral("copy"));
    split.opened.subject = arguments.value(QStringLiteral("subject"));
    return tell(arguments, session->submit(split), QStringLiteral("opened %1"));
}

} // namespace

QVector<CtlCommand> mergeCommands()
{
    return {{{QStringLiteral("ticket"), QStringLiteral("merge")},
             QStringLiteral("FILE TARGET SOURCE… [--why TEXT] [--without-requesters] [--json]"),
             QStringLiteral("Show tickets in another one; their numbers lead there from now on"),
             mergeTickets},
            {{QStringLiteral("ticket"), QStringLiteral("unmerge")},
             QStringLiteral("FILE NUMBER [--take ARTICLE]… [--why TEXT] [--json]"),
             QStringLiteral("Make a merged ticket itself again; --take: with articles written since"),
             unmergeTicket},
            {{QStringLiteral("ticket"), QStringLiteral("split")},
             QStringLiteral("FILE NUMBER ARTICLE… [--copy] [--subject TEXT] [--json]"),
             QStringLiteral("Open a ticket with articles of another one"),
             splitTicket}};
}

} // namespace deskhand::ctl

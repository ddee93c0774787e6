// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/desk_json.h"
#include "apps/deskhandctl/desk_session.h"
#include "apps/deskhandctl/output.h"
#include "apps/deskhandctl/ticket_values.h"

#include <QJsonArray>

namespace deskhand::ctl {
namespace {

void printRow(const TicketRow &row, const Catalog &catalog)
{
    const State *state = catalog.state(row.head.state);
    const QString requester = row.requesterName.isEmpty() ? row.requesterAddress : row.requesterName;
    printLine(QStringLiteral("%1  %2  %3  %4  %5")
                  .arg(row.head.number, state ? state->name.leftJustified(10) : QString(10, u' '),
                       instantText(row.head.updatedAt).left(16), requester.leftJustified(20, u' ', true),
                       row.head.subject));
}

int listTickets(const QStringList &given)
{
    const QString usage = QStringLiteral(
        "ticket list FILE [CONDITION…] [--sort COLUMN] [--ascending] [--limit N] [--as ADDRESS] [--json]");
    Arguments arguments(given, {QStringLiteral("json"), QStringLiteral("ascending")},
                        {QStringLiteral("sort"), QStringLiteral("limit"), QStringLiteral("as")});
    const int limit = int(arguments.number(QStringLiteral("limit"), 1).value_or(100));
    if (!arguments.check(1, usage))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    if (!session)
        return Failure;
    TicketQuery query;
    query.me = session->me();
    query.now = session->now();
    query.sort.descending = !arguments.has(QStringLiteral("ascending"));
    const QString sort = arguments.value(QStringLiteral("sort"), QStringLiteral("updated"));
    if (!listColumnFromName(sort, &query.sort.column)) {
        printError(QStringLiteral("there is no column “%1”").arg(sort));
        return UsageError;
    }
    const std::optional<Condition> condition = session->condition(arguments.words().mid(1).join(u' '));
    if (!condition)
        return UsageError;
    query.condition = *condition;
    const Result<TicketList> list = DeskSession::await(session->desk().tickets(query));
    if (!list) {
        printError(list.error());
        return Failure;
    }
    const auto rows = DeskSession::await(session->desk().rows(list->ids.mid(0, limit), session->me()));
    if (!rows) {
        printError(rows.error());
        return Failure;
    }
    for (const TicketRow &row : *rows) {
        if (arguments.has(QStringLiteral("json")))
            printJson(ticketToJson(row, session->catalog()));
        else
            printRow(row, session->catalog());
    }
    if (!arguments.has(QStringLiteral("json")))
        printLine(QStringLiteral("%1 of %2 tickets").arg(rows->size()).arg(list->ids.size()));
    return Success;
}

/// The whole thread, oldest first, page by page.
std::optional<QVector<Article>> wholeThread(DeskSession &session, TicketId ticket)
{
    QVector<Article> articles;
    ThreadQuery query{ticket, {}, 200, session.me()};
    for (;;) {
        const Result<ThreadPage> page = DeskSession::await(session.desk().thread(query));
        if (!page) {
            printError(page.error());
            return {};
        }
        articles = page->articles + articles;
        if (page->articlesBefore == 0 || page->articles.isEmpty())
            return articles;
        query.before = page->articles.first().id;
    }
}

void printThread(const TicketRow &row, const QVector<Article> &articles, const QVector<HistoryEntry> &history,
                 const Catalog &catalog)
{
    printRow(row, catalog);
    for (const Article &article : articles) {
        const QString kind = article.visibility == Visibility::Internal ? QStringLiteral("note")
                             : article.channel == Channel::Phone        ? QStringLiteral("call")
                                                                        : QStringLiteral("message");
        printLine(QStringLiteral("\n--- %1 %2, %3, %4")
                      .arg(kind)
                      .arg(article.position)
                      .arg(displayNameOf(article.from), instantText(article.createdAt)));
        printLine(article.text + article.quotedText);
        for (const Attachment &attachment : article.attachments)
            printLine(QStringLiteral("[%1, %2, %3 bytes]").arg(attachment.name, attachment.type).arg(attachment.size));
    }
    printLine(QStringLiteral("\nHistory:"));
    for (const HistoryEntry &entry : history)
        printLine(
            QStringLiteral("%1  %2  %3: %4 → %5  %6")
                .arg(instantText(entry.at), entry.actorName, entry.what, entry.oldText, entry.newText, entry.why));
}

int showTicket(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")}, {QStringLiteral("as")});
    if (!arguments.check(2, QStringLiteral("ticket show FILE NUMBER [--as ADDRESS] [--json]")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    const auto id = session ? session->findTicket(arguments.words()[1]) : std::nullopt;
    if (!id)
        return Failure;
    const auto detail = DeskSession::await(session->desk().ticket(*id, session->me()));
    const auto history = DeskSession::await(session->desk().history(*id, session->me(), 10'000));
    const auto articles = wholeThread(*session, *id);
    if (!detail || !history || !articles) {
        printError(!detail ? errorWords(detail.error()) : QStringLiteral("the thread could not be read"));
        return Failure;
    }
    if (!arguments.has(QStringLiteral("json"))) {
        printThread(detail->row, *articles, *history, session->catalog());
        return Success;
    }
    QJsonObject json = ticketToJson(detail->row, session->catalog());
    QJsonArray thread;
    for (const Article &article : *articles)
        thread.append(articleToJson(article));
    QJsonArray entries;
    for (const HistoryEntry &entry : *history)
        entries.append(historyToJson(entry));
    json.insert(QStringLiteral("thread"), thread);
    json.insert(QStringLiteral("history"), entries);
    printJson(json);
    return Success;
}

int report(const std::optional<CommandAnswer> &answer, bool json)
{
    if (!answer)
        return Failure;
    if (json)
        printJson(answerToJson(*answer));
    else if (!answer->ticketNumber.isEmpty())
        printLine(answer->ticketNumber);
    for (const FieldConflict &conflict : answer->conflicts) {
        if (!json)
            printError(
                QStringLiteral("%1: %2 set it to “%3” meanwhile; “%4” was not set")
                    .arg(ticketFieldName(conflict.field), conflict.byName, conflict.theirsText, conflict.mineText));
    }
    return answer->conflicts.isEmpty() ? Success : PartialFailure;
}

int openTicket(const QStringList &given)
{
    const QString usage = QStringLiteral(
        "ticket open FILE --subject TEXT --requester ADDRESS [--requester-name NAME] [--text TEXT] [--queue Q] "
        "[--priority P] [--category C] [--owner O] [--tag T]… [--as ADDRESS] [--json]");
    const Arguments arguments(given, {QStringLiteral("json")},
                              {QStringLiteral("subject"), QStringLiteral("requester"), QStringLiteral("requester-name"),
                               QStringLiteral("text"), QStringLiteral("queue"), QStringLiteral("priority"),
                               QStringLiteral("category"), QStringLiteral("owner"), QStringLiteral("tag"),
                               QStringLiteral("as")});
    if (!arguments.check(1, usage))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    if (!session)
        return Failure;
    OpenTicket open;
    open.subject = arguments.value(QStringLiteral("subject"));
    open.requesterAddress = {arguments.value(QStringLiteral("requester-name")),
                             arguments.value(QStringLiteral("requester"))};
    open.tags = arguments.values(QStringLiteral("tag"));
    open.channel = Channel::Api;
    const Catalog &catalog = session->catalog();
    if (!chooseNamed(ConditionField::Queue, arguments.value(QStringLiteral("queue")), catalog, &open.queue.value)
        || !chooseNamed(ConditionField::Priority, arguments.value(QStringLiteral("priority")), catalog,
                        &open.priority.value)
        || !chooseNamed(ConditionField::Category, arguments.value(QStringLiteral("category")), catalog,
                        &open.category.value)
        || !chooseNamed(ConditionField::Owner, arguments.value(QStringLiteral("owner")), catalog, &open.owner.value))
        return UsageError;
    const QString text = arguments.value(QStringLiteral("text"));
    if (!text.isEmpty()) {
        NewArticle article;
        article.senderRole = SenderRole::Customer;
        article.channel = Channel::Api;
        article.from = open.requesterAddress;
        article.text = text;
        open.article = article;
    }
    return report(session->submit(open), arguments.has(QStringLiteral("json")));
}

int postArticle(const QStringList &given)
{
    const QString usage =
        QStringLiteral("ticket post FILE NUMBER --text TEXT [--note | --call] [--state STATE] [--as ADDRESS] [--json]");
    const Arguments arguments(given, {QStringLiteral("json"), QStringLiteral("note"), QStringLiteral("call")},
                              {QStringLiteral("text"), QStringLiteral("state"), QStringLiteral("as")});
    if (!arguments.check(2, usage))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    const auto id = session ? session->findTicket(arguments.words()[1]) : std::nullopt;
    if (!id)
        return Failure;
    PostArticle post;
    post.ticket = *id;
    post.article.text = arguments.value(QStringLiteral("text"));
    post.article.visibility = arguments.has(QStringLiteral("note")) ? Visibility::Internal : Visibility::Public;
    post.article.channel = arguments.has(QStringLiteral("call")) ? Channel::Phone : Channel::Api;
    if (!chooseNamed(ConditionField::State, arguments.value(QStringLiteral("state")), session->catalog(),
                     &post.state.value))
        return UsageError;
    return report(session->submit(post), arguments.has(QStringLiteral("json")));
}

int setFields(const QStringList &given)
{
    const QString usage = QStringLiteral(
        "ticket set FILE NUMBER FIELD=VALUE… [+TAG…] [--base-version N] [--why TEXT] [--as ADDRESS] [--json]");
    Arguments arguments(given, {QStringLiteral("json")},
                        {QStringLiteral("base-version"), QStringLiteral("why"), QStringLiteral("as")});
    const std::optional<qint64> base = arguments.number(QStringLiteral("base-version"), 1);
    if (!arguments.check(3, usage))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    const auto id = session ? session->findTicket(arguments.words()[1]) : std::nullopt;
    if (!id)
        return Failure;
    ChangeTicket change;
    change.ticket = *id;
    change.why = arguments.value(QStringLiteral("why"));
    for (const QString &word : arguments.words().mid(2)) {
        const std::optional<FieldChange> field = fieldChangeFromText(word, session->catalog());
        if (!field)
            return UsageError;
        change.changes.append(*field);
    }
    if (base) {
        change.baseVersion = *base;
    } else {
        const auto detail = DeskSession::await(session->desk().ticket(*id, session->me()));
        if (!detail) {
            printError(detail.error());
            return Failure;
        }
        change.baseVersion = detail->row.head.version;
    }
    return report(session->submit(change, change.why), arguments.has(QStringLiteral("json")));
}

int searchTickets(const QStringList &given)
{
    const QString usage = QStringLiteral("search FILE TEXT… [--where CONDITION] [--relevance] [--limit N] [--json]");
    Arguments arguments(given, {QStringLiteral("json"), QStringLiteral("relevance")},
                        {QStringLiteral("where"), QStringLiteral("limit"), QStringLiteral("as")});
    const int limit = int(arguments.number(QStringLiteral("limit"), 1).value_or(100));
    if (!arguments.check(2, usage))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    const auto condition = session ? session->condition(arguments.value(QStringLiteral("where"))) : std::nullopt;
    if (!condition)
        return Failure;
    SearchQuery query;
    query.text = arguments.words().mid(1).join(u' ');
    query.condition = *condition;
    query.byRelevance = arguments.has(QStringLiteral("relevance"));
    query.limit = limit;
    query.me = session->me();
    query.now = session->now();
    const Result<SearchHits> hits = DeskSession::await(session->desk().search(query));
    if (!hits) {
        printError(hits.error());
        return Failure;
    }
    QVector<TicketId> ids;
    for (const SearchHit &hit : hits->hits)
        ids.append(hit.ticket);
    const auto rows = DeskSession::await(session->desk().rows(ids, session->me()));
    if (!rows) {
        printError(rows.error());
        return Failure;
    }
    for (qsizetype i = 0; i < rows->size() && i < hits->hits.size(); ++i) {
        if (arguments.has(QStringLiteral("json"))) {
            QJsonObject json = ticketToJson((*rows)[i], session->catalog());
            json.insert(QStringLiteral("excerpt"), hits->hits[i].excerpt);
            printJson(json);
        } else {
            printRow((*rows)[i], session->catalog());
        }
    }
    if (hits->more && !arguments.has(QStringLiteral("json")))
        printLine(QStringLiteral("and more"));
    return Success;
}

} // namespace

QVector<CtlCommand> ticketCommands()
{
    return {
        {{QStringLiteral("ticket"), QStringLiteral("list")},
         QStringLiteral("FILE [CONDITION…] [--sort COLUMN] [--limit N] [--json]"),
         QStringLiteral("Tickets that satisfy a condition such as state:open owner:me"),
         listTickets},
        {{QStringLiteral("ticket"), QStringLiteral("show")},
         QStringLiteral("FILE NUMBER [--json]"),
         QStringLiteral("A ticket with its thread and history"),
         showTicket},
        {{QStringLiteral("ticket"), QStringLiteral("open")},
         QStringLiteral("FILE --subject TEXT --requester ADDRESS [--text TEXT] …"),
         QStringLiteral("Open a ticket"),
         openTicket},
        {{QStringLiteral("ticket"), QStringLiteral("post")},
         QStringLiteral("FILE NUMBER --text TEXT [--note | --call] [--state STATE]"),
         QStringLiteral("Add a reply, an internal note or a call"),
         postArticle},
        {{QStringLiteral("ticket"), QStringLiteral("set")},
         QStringLiteral("FILE NUMBER FIELD=VALUE… [--base-version N] [--why TEXT]"),
         QStringLiteral("Change fields; conflicts are shown with both values"),
         setFields},
        {{QStringLiteral("search")},
         QStringLiteral("FILE TEXT… [--where CONDITION] [--relevance] [--limit N] [--json]"),
         QStringLiteral("Full-text search"),
         searchTickets},
    };
}

} // namespace deskhand::ctl

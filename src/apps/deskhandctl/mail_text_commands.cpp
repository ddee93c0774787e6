// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/desk_session.h"
#include "apps/deskhandctl/output.h"
#include "apps/deskhandctl/ticket_values.h"
#include "base/text_folding.h"
#include "domain/placeholders.h"

#include <QFile>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace deskhand::ctl {
namespace {

struct TextKindWord {
    const char *word;
    MailTextKind kind;
};
constexpr std::array textKindWords{TextKindWord{"acknowledgement", MailTextKind::Acknowledgement},
                                   TextKindWord{"queue-signature", MailTextKind::QueueSignature},
                                   TextKindWord{"agent-signature", MailTextKind::AgentSignature}};

QString textKindName(MailTextKind kind)
{
    for (const TextKindWord &word : textKindWords) {
        if (word.kind == kind)
            return QString::fromLatin1(word.word);
    }
    return {};
}

QJsonObject mailTextToJson(const MailText &text, const Catalog &catalog)
{
    const Queue *queue = catalog.queue(text.queue);
    return {{QStringLiteral("id"), text.id.value},
            {QStringLiteral("kind"), textKindName(text.kind)},
            {QStringLiteral("queue"), queue ? queue->name : QString()},
            {QStringLiteral("agent"), text.agent.value},
            {QStringLiteral("language"), text.language},
            {QStringLiteral("subject"), text.subject},
            {QStringLiteral("text"), text.text},
            {QStringLiteral("active"), text.active}};
}

std::optional<QVector<MailText>> textsOf(DeskSession &session)
{
    const Result<MailSetup> setup = DeskSession::await(session.desk().mailSetup());
    if (setup)
        return setup->texts;
    printError(setup.error());
    return {};
}

std::optional<MailText> findText(const QVector<MailText> &texts, const QString &number)
{
    const auto found = std::find_if(texts.cbegin(), texts.cend(), [&number](const MailText &text) {
        return QString::number(text.id.value) == number;
    });
    if (found != texts.cend())
        return *found;
    printError(QStringLiteral("there is no text %1").arg(number));
    return {};
}

int listTexts(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")}, {QStringLiteral("as")});
    if (!arguments.check(1, QStringLiteral("mail-text list FILE [--json]")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    const auto texts = session ? textsOf(*session) : std::nullopt;
    if (!texts)
        return Failure;
    for (const MailText &text : *texts) {
        if (arguments.has(QStringLiteral("json"))) {
            printJson(mailTextToJson(text, session->catalog()));
            continue;
        }
        const Queue *queue = session->catalog().queue(text.queue);
        printLine(QStringLiteral("%1  %2  %3  %4  %5")
                      .arg(text.id.value, 4)
                      .arg(textKindName(text.kind).leftJustified(16),
                           (text.language.isEmpty() ? QStringLiteral("-") : text.language).leftJustified(3),
                           queue ? queue->name : QStringLiteral("all queues"), text.subject));
    }
    return Success;
}

bool readKind(const Arguments &arguments, MailText *text)
{
    const QString given = arguments.value(QStringLiteral("kind"), textKindName(text->kind));
    for (const TextKindWord &word : textKindWords) {
        if (given == QLatin1String(word.word)) {
            text->kind = word.kind;
            return true;
        }
    }
    printError(QStringLiteral("--kind is acknowledgement, queue-signature or agent-signature, not “%1”").arg(given));
    return false;
}

bool readAgent(const Arguments &arguments, const Catalog &catalog, MailText *text)
{
    const QString wanted = foldText(arguments.value(QStringLiteral("agent")));
    if (wanted.isEmpty())
        return true;
    for (const Person &agent : catalog.agents) {
        if (foldText(agent.address) == wanted || foldText(agent.name) == wanted) {
            text->agent = agent.id;
            return true;
        }
    }
    printError(QStringLiteral("there is no agent “%1”").arg(arguments.value(QStringLiteral("agent"))));
    return false;
}

bool readBody(const Arguments &arguments, MailText *text)
{
    text->text = arguments.value(QStringLiteral("text"), text->text);
    const QString name = arguments.value(QStringLiteral("text-file"));
    if (name.isEmpty())
        return true;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        printError(QStringLiteral("%1: %2").arg(name, file.errorString()));
        return false;
    }
    text->text = QString::fromUtf8(file.readAll());
    return true;
}

int setText(const QStringList &given)
{
    const QString usage = QStringLiteral("mail-text set FILE [NUMBER] --kind acknowledgement|queue-signature|"
                                         "agent-signature [--queue Q] [--agent A] [--language LL] [--subject TEXT] "
                                         "[--text TEXT | --text-file FILE] [--on | --off]");
    const Arguments arguments(given, {QStringLiteral("on"), QStringLiteral("off")},
                              {QStringLiteral("kind"), QStringLiteral("queue"), QStringLiteral("agent"),
                               QStringLiteral("language"), QStringLiteral("subject"), QStringLiteral("text"),
                               QStringLiteral("text-file"), QStringLiteral("as")});
    if (!arguments.check(1, usage))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    const auto texts = session ? textsOf(*session) : std::nullopt;
    if (!texts)
        return Failure;
    std::optional<MailText> text = MailText{};
    if (arguments.words().size() > 1)
        text = findText(*texts, arguments.words()[1]);
    if (!text)
        return Failure;
    text->language = arguments.value(QStringLiteral("language"), text->language);
    text->subject = arguments.value(QStringLiteral("subject"), text->subject);
    text->active = (text->active && !arguments.has(QStringLiteral("off"))) || arguments.has(QStringLiteral("on"));
    if (!readKind(arguments, &*text) || !readAgent(arguments, session->catalog(), &*text)
        || !readBody(arguments, &*text)
        || !chooseNamed(ConditionField::Queue, arguments.value(QStringLiteral("queue")), session->catalog(),
                        &text->queue.value))
        return UsageError;
    const std::optional<CommandAnswer> answer = session->submit(SaveMailText{*text});
    if (!answer)
        return Failure;
    printLine(QString::number(answer->id));
    return Success;
}

int removeText(const QStringList &given)
{
    const Arguments arguments(given, {}, {QStringLiteral("as")});
    if (!arguments.check(2, QStringLiteral("mail-text remove FILE NUMBER")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    const auto texts = session ? textsOf(*session) : std::nullopt;
    const std::optional<MailText> text = texts ? findText(*texts, arguments.words()[1]) : std::nullopt;
    return text && session->submit(DeleteMailText{text->id}) ? Success : Failure;
}

int previewText(const QStringList &given)
{
    const Arguments arguments(given, {}, {QStringLiteral("ticket"), QStringLiteral("as")});
    if (!arguments.check(2, QStringLiteral("mail-text preview FILE NUMBER [--ticket NUMBER]")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    const auto texts = session ? textsOf(*session) : std::nullopt;
    const std::optional<MailText> text = texts ? findText(*texts, arguments.words()[1]) : std::nullopt;
    if (!text)
        return Failure;
    const Catalog &catalog = session->catalog();
    const Queue *queue = catalog.queue(text->queue);
    const Person *agent = catalog.agent(text->agent.isValid() ? text->agent : session->me());
    PlaceholderValues values{{QStringLiteral("ticket.number"), QStringLiteral("10427")},
                             {QStringLiteral("ticket.subject"), QStringLiteral("Printer on fire")},
                             {QStringLiteral("requester.name"), QStringLiteral("Rita Rivera")},
                             {QStringLiteral("requester.address"), QStringLiteral("rita@customer.example")},
                             {QStringLiteral("agent.name"), agent ? displayName(*agent) : QString()},
                             {QStringLiteral("queue.name"), queue ? queue->name : QString()},
                             {QStringLiteral("desk.name"), catalog.deskName},
                             {QStringLiteral("mailbox.address"), QStringLiteral("support@desk.example")}};
    const QString number = arguments.value(QStringLiteral("ticket"));
    if (!number.isEmpty()) {
        const std::optional<TicketId> ticket = session->findTicket(number);
        if (!ticket)
            return Failure;
        const Result<TicketDetail> detail = DeskSession::await(session->desk().ticket(*ticket, session->me()));
        if (!detail) {
            printError(detail.error());
            return Failure;
        }
        values.insert(QStringLiteral("ticket.number"), detail->row.head.number);
        values.insert(QStringLiteral("ticket.subject"), detail->row.head.subject);
        values.insert(QStringLiteral("requester.name"), displayName(detail->requester));
        values.insert(QStringLiteral("requester.address"), detail->requester.address);
    }
    if (!text->subject.isEmpty())
        printLine(fillPlaceholders(text->subject, values) + u'\n');
    printLine(fillPlaceholders(text->text, values));
    return Success;
}

} // namespace

QVector<CtlCommand> mailTextCommands()
{
    return {
        {{QStringLiteral("mail-text"), QStringLiteral("list")},
         QStringLiteral("FILE [--json]"),
         QStringLiteral("Acknowledgements and signatures"),
         listTexts},
        {{QStringLiteral("mail-text"), QStringLiteral("set")},
         QStringLiteral("FILE [NUMBER] --kind KIND [--queue Q] [--language LL] [--subject TEXT] [--text TEXT] …"),
         QStringLiteral("Add a text, or change the one of that number"),
         setText},
        {{QStringLiteral("mail-text"), QStringLiteral("remove")},
         QStringLiteral("FILE NUMBER"),
         QStringLiteral("Remove a text"),
         removeText},
        {{QStringLiteral("mail-text"), QStringLiteral("preview")},
         QStringLiteral("FILE NUMBER [--ticket NUMBER]"),
         QStringLiteral("A text with its placeholders filled in"),
         previewText},
    };
}

} // namespace deskhand::ctl

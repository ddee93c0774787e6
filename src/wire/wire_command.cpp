// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/wire_command.h"

#include "wire/command_shapes.h"
#include "wire/wire_choice.h"
#include "wire/wire_shapes.h"

#include <QJsonArray>

#include <type_traits>

namespace deskhand {

namespace {

using Bodies = QVector<WireAlternative<CommandBody>>;

constexpr QLatin1String commandIdKey{"id"};
constexpr QLatin1String commandKindKey{"kind"};
constexpr QLatin1String commandBodyKey{"body"};

template <typename T>
WireAlternative<CommandBody> command(const char *kind)
{
    return wireAlternative<CommandBody, T>(QLatin1String(kind));
}

/// Every command that a person may give. Those that are not here are for jobs.
const Bodies &wireCommands()
{
    static const Bodies all{command<OpenTicket>("open-ticket"),
                            command<PostArticle>("post-article"),
                            command<ChangeTicket>("change-ticket"),
                            command<MergeTickets>("merge-tickets"),
                            command<UnmergeTicket>("unmerge-ticket"),
                            command<SplitTicket>("split-ticket"),
                            command<MarkRead>("mark-read"),
                            command<DecideHeldMail>("decide-held-mail"),
                            command<UndoSend>("undo-send"),
                            command<ReleaseMail>("release-mail"),
                            command<RecordBreachReason>("record-breach-reason"),
                            command<LogWork>("log-work"),
                            command<RemoveWork>("remove-work"),
                            command<SeeNotifications>("see-notifications"),
                            command<SaveView>("save-view"),
                            command<DeleteView>("delete-view"),
                            command<SaveReportItem>("save-report-item"),
                            command<DeleteReportItem>("delete-report-item"),
                            command<SavePerson>("save-person"),
                            command<SaveOrganization>("save-organization"),
                            command<SaveQueue>("save-queue"),
                            command<SaveCategory>("save-category"),
                            command<SaveState>("save-state"),
                            command<SavePriority>("save-priority"),
                            command<SaveDeskSettings>("save-desk-settings"),
                            command<SaveMailbox>("save-mailbox"),
                            command<SaveMailText>("save-mail-text"),
                            command<DeleteMailText>("delete-mail-text"),
                            command<SaveMailSettings>("save-mail-settings"),
                            command<SaveCalendar>("save-calendar"),
                            command<SaveSlaPolicy>("save-sla-policy"),
                            command<OrderSlaPolicies>("order-sla-policies"),
                            command<CancelSlaTask>("cancel-sla-task")};
    return all;
}

template <typename Body, typename... Bodies>
constexpr bool isAnyOf = (std::is_same_v<Body, Bodies> || ...);

Error refusedCommand(const QString &place, QLatin1String reason)
{
    return invalidWire(QStringLiteral("wire.command"), place, reason);
}

qint64 attachedBytes(const NewArticle &article)
{
    qint64 sum = 0;
    for (const NewAttachment &attachment : article.attachments)
        sum += attachment.bytes.size();
    return sum;
}

qint64 attachedBytes(const CommandBody &body)
{
    if (const auto *post = std::get_if<PostArticle>(&body))
        return attachedBytes(post->article);
    const auto *split = std::get_if<SplitTicket>(&body);
    const OpenTicket *open = split ? &split->opened : std::get_if<OpenTicket>(&body);
    return open && open->article ? attachedBytes(*open->article) : 0;
}

/// Exactly "id", "kind" and "body".
std::optional<Error> wrongKeys(const JsonNode &root)
{
    if (!root.is(JsonTree::Kind::Object))
        return refusedCommand({}, QLatin1String("wrong-type"));
    JsonNode key = root;
    for (int i = 0; i < root.count(); ++i) {
        key = i == 0 ? root.first() : key.next().next();
        if (!key.equals(commandIdKey) && !key.equals(commandKindKey) && !key.equals(commandBodyKey))
            return refusedCommand(key.text().left(60), QLatin1String("unknown"));
    }
    for (const QLatin1String wanted : {commandIdKey, commandKindKey, commandBodyKey}) {
        if (!root.value(wanted))
            return refusedCommand(wanted, QLatin1String("required"));
    }
    return root.count() == 3 ? std::nullopt : std::optional(refusedCommand({}, QLatin1String("repeated")));
}

} // namespace

QString commandKindName(const CommandBody &body)
{
    const auto *found = alternativeOf(wireCommands(), body);
    return found ? QString(found->name) : QString();
}

QStringList commandKindNames()
{
    QStringList names;
    for (const auto &each : wireCommands())
        names.append(each.name);
    return names;
}

bool setsUpDesk(const CommandBody &body)
{
    return std::visit(
        [](const auto &each) {
            using Body = std::decay_t<decltype(each)>;
            if constexpr (std::is_same_v<Body, SavePerson>)
                return each.person.role == PersonRole::Agent || each.person.admin || each.person.supervisor;
            else if constexpr (std::is_same_v<Body, SaveMailText>)
                return each.text.kind != MailTextKind::AgentSignature;
            else
                return isAnyOf<Body, SaveQueue, SaveCategory, SaveState, SavePriority, SaveDeskSettings, SaveMailbox,
                               DeleteMailText, SaveMailSettings, SaveCalendar, SaveSlaPolicy, OrderSlaPolicies,
                               CancelSlaTask>;
        },
        body);
}

QByteArray encodeCommand(const Command &command)
{
    const auto *kind = alternativeOf(wireCommands(), command.body);
    if (!kind || command.actorKind != ActorKind::Person)
        return {};
    JsonWriter json;
    json.beginObject();
    json.key(commandIdKey);
    wireType<QUuid>().write(&command.id, &json);
    json.key(commandKindKey);
    json.text(QString(kind->name));
    json.key(commandBodyKey);
    writeAlternative(*kind, command.body, &json);
    json.endObject();
    return json.bytes();
}

Result<Command> decodeCommand(const QByteArray &bytes, qint64 largest)
{
    JsonTree tree;
    JsonLimits limits = requestJsonLimits;
    limits.size = largest;
    if (!tree.parse(bytes, limits))
        return refusedCommand({}, tree.reason());
    const JsonNode root = tree.root();
    if (const std::optional<Error> wrong = wrongKeys(root))
        return *wrong;
    Command command;
    WireReading reading(true);
    if (!wireType<QUuid>().read(*root.value(commandIdKey), &command.id, &reading))
        return refusedCommand(commandIdKey, reading.reason());
    if (command.id.isNull())
        return refusedCommand(commandIdKey, QLatin1String("required"));
    const JsonNode kindNode = *root.value(commandKindKey);
    if (!kindNode.is(JsonTree::Kind::Text))
        return refusedCommand(commandKindKey, QLatin1String("wrong-type"));
    const auto *kind = findAlternative(wireCommands(), QLatin1String(kindNode.text().toUtf8()));
    if (!kind)
        return refusedCommand(commandKindKey, QLatin1String("unknown"));
    command.body = kind->make();
    if (!kind->type->read(*root.value(commandBodyKey), kind->open(&command.body), &reading)) {
        reading.inside(commandBodyKey);
        return refusedCommand(reading.place(), reading.reason());
    }
    if (attachedBytes(command.body) > largestAttachments)
        return refusedCommand(QStringLiteral("body.article.attachments"), QLatin1String("too-long"));
    return command;
}

QJsonObject wireCommandSchema(WireSchemas *schemas)
{
    QJsonArray kinds;
    for (const auto &each : wireCommands()) {
        const QJsonObject kind{{QStringLiteral("const"), each.name}};
        kinds.append(
            QJsonObject{{QStringLiteral("type"), QStringLiteral("object")},
                        {QStringLiteral("properties"), QJsonObject{{commandIdKey, wireType<QUuid>().schema(schemas)},
                                                                   {commandKindKey, kind},
                                                                   {commandBodyKey, each.type->schema(schemas)}}},
                        {QStringLiteral("required"), QJsonArray{commandIdKey, commandKindKey, commandBodyKey}},
                        {QStringLiteral("additionalProperties"), false}});
    }
    return {{QStringLiteral("oneOf"), kinds}};
}

QByteArray encodeCommandAnswer(const CommandAnswer &answer)
{
    return encodeWireAnswer(wireType<CommandAnswer>(), &answer);
}

Result<CommandAnswer> decodeCommandAnswer(const QByteArray &json)
{
    CommandAnswer answer;
    if (Result<void> read = decodeWireAnswer(wireType<CommandAnswer>(), json, &answer); !read)
        return read.error();
    return answer;
}

} // namespace deskhand

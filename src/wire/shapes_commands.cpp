// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/command_shapes.h"
#include "wire/json_tree.h"
#include "wire/json_writer.h"
#include "wire/wire_object.h"
#include "wire/wire_shapes.h"

#include <QJsonArray>

namespace deskhand {

namespace {

/// {"field":"state","value":3}, {"field":"subject","value":"…"}, {"field":"tags","add":["vpn"],"remove":[]}.
class WireFieldChangeType final : public WireType
{
public:
    void write(const void *value, JsonWriter *json) const override
    {
        const FieldChange &change = *static_cast<const FieldChange *>(value);
        json->beginObject();
        json->key(m_field);
        wireType<TicketField>().write(&change.field, json);
        if (change.value.typeId() == QMetaType::QString) {
            json->key(m_value);
            json->text(change.value.toString());
        } else if (change.value.isValid()) {
            json->key(m_value);
            json->number(change.value.toLongLong());
        }
        for (const auto &[name, tags] : {std::pair(m_add, &change.addTags), std::pair(m_remove, &change.removeTags)}) {
            if (tags->isEmpty())
                continue;
            json->key(name);
            wireType<QStringList>().write(tags, json);
        }
        json->endObject();
    }

    bool read(const JsonNode &node, void *value, WireReading *reading) const override
    {
        FieldChange *change = static_cast<FieldChange *>(value);
        *change = {};
        if (!node.is(JsonTree::Kind::Object))
            return reading->wrong("wrong-type");
        const std::optional<JsonNode> field = node.value(m_field);
        if (!field) {
            reading->wrong("required");
            return reading->inside(m_field);
        }
        if (!wireType<TicketField>().read(*field, &change->field, reading))
            return reading->inside(m_field);
        int known = 1;
        if (change->field == TicketField::Tags) {
            for (const auto &[name, tags] :
                 {std::pair(m_add, &change->addTags), std::pair(m_remove, &change->removeTags)}) {
                const std::optional<JsonNode> list = node.value(name);
                known += list ? 1 : 0;
                if (list && !wireType<QStringList>().read(*list, tags, reading))
                    return reading->inside(name);
            }
        } else if (const std::optional<JsonNode> given = node.value(m_value)) {
            ++known;
            if (!readValue(*given, change, reading))
                return reading->inside(m_value);
        } else {
            reading->wrong("required");
            return reading->inside(m_value);
        }
        return known == node.count() || refuseOthers(node, *change, reading);
    }

    bool equal(const void *one, const void *other) const override
    {
        const FieldChange &a = *static_cast<const FieldChange *>(one);
        const FieldChange &b = *static_cast<const FieldChange *>(other);
        return a.field == b.field && a.value == b.value && a.addTags == b.addTags && a.removeTags == b.removeTags;
    }

    QJsonObject schema(WireSchemas *schemas) const override
    {
        if (!schemas->contains(schemaName())) {
            const QJsonObject tags = wireType<QStringList>().schema(schemas);
            QJsonArray valueTypes{QStringLiteral("string"), QStringLiteral("integer")};
            schemas->set(schemaName(), {{QStringLiteral("type"), QStringLiteral("object")},
                                        {QStringLiteral("properties"),
                                         QJsonObject{{m_field, wireType<TicketField>().schema(schemas)},
                                                     {m_value, QJsonObject{{QStringLiteral("type"), valueTypes}}},
                                                     {m_add, tags},
                                                     {m_remove, tags}}},
                                        {QStringLiteral("required"), QJsonArray{m_field}},
                                        {QStringLiteral("additionalProperties"), false}});
        }
        return {{QStringLiteral("$ref"), QStringLiteral("#/components/schemas/") + schemaName()}};
    }
    QString schemaName() const override { return QStringLiteral("FieldChange"); }

private:
    static bool readValue(const JsonNode &node, FieldChange *change, WireReading *reading)
    {
        if (change->field == TicketField::Subject) {
            if (!node.is(JsonTree::Kind::Text))
                return reading->wrong("wrong-type");
            change->value = node.text();
            return true;
        }
        qint64 number = 0;
        if (!wireType<qint64>().read(node, &number, reading))
            return false;
        change->value = number;
        return true;
    }

    bool refuseOthers(const JsonNode &node, const FieldChange &change, WireReading *reading) const
    {
        const bool isTags = change.field == TicketField::Tags;
        JsonNode key = node;
        for (int i = 0; i < node.count(); ++i) {
            key = i == 0 ? node.first() : key.next().next();
            const bool known =
                key.equals(m_field) || (isTags ? key.equals(m_add) || key.equals(m_remove) : key.equals(m_value));
            if (!known) {
                reading->wrong("unknown");
                return reading->inside(key.text());
            }
        }
        return reading->wrong("repeated");
    }

    static constexpr QLatin1String m_field{"field"};
    static constexpr QLatin1String m_value{"value"};
    static constexpr QLatin1String m_add{"add"};
    static constexpr QLatin1String m_remove{"remove"};
};

const WireObject &openTicketShape()
{
    using T = OpenTicket;
    static const WireObject &type = (new WireObjectOf<T>("OpenTicket"))
                                        ->field("subject", &T::subject)
                                        .field("state", &T::state)
                                        .field("priority", &T::priority)
                                        .field("queue", &T::queue)
                                        .field("category", &T::category)
                                        .field("owner", &T::owner)
                                        .field("requester", &T::requester)
                                        .field("requesterAddress", &T::requesterAddress)
                                        .field("channel", &T::channel)
                                        .field("tags", &T::tags)
                                        .field("dueAt", &T::dueAt)
                                        .field("article", &T::article)
                                        .field("releaseAt", &T::releaseAt);
    return type;
}

/// A command that has one thing to say.
template <typename T, typename M>
const WireType &onlyField(const char *schema, const char *name, M T::*member)
{
    static const WireType &type = (new WireObjectOf<T>(schema))->field(name, member).required();
    return type;
}

} // namespace

const WireType &wireShape(const NewAttachment *)
{
    using T = NewAttachment;
    static const WireType &type = (new WireObjectOf<T>("NewAttachment"))
                                      ->field("name", &T::name)
                                      .field("type", &T::type)
                                      .field("bytes", &T::bytes)
                                      .field("inline", &T::isInline)
                                      .field("contentId", &T::contentId)
                                      .field("upload", &T::upload, wireSha256());
    return type;
}

/// What a person may say of an article; see wire_command.h for the rest.
const WireType &wireShape(const NewArticle *)
{
    using T = NewArticle;
    static const WireType &type = (new WireObjectOf<T>("NewArticle"))
                                      ->field("visibility", &T::visibility)
                                      .field("senderRole", &T::senderRole)
                                      .field("channel", &T::channel)
                                      .field("from", &T::from)
                                      .field("to", &T::to)
                                      .field("cc", &T::cc)
                                      .field("subject", &T::subject)
                                      .field("text", &T::text)
                                      .field("quotedText", &T::quotedText)
                                      .field("html", &T::html)
                                      .field("quotedHtml", &T::quotedHtml)
                                      .field("remoteImages", &T::remoteImages)
                                      .field("attachments", &T::attachments);
    return type;
}

const WireType &wireShape(const FieldChange *)
{
    static const WireFieldChangeType type;
    return type;
}

const WireType &wireShape(const MergeSource *)
{
    using T = MergeSource;
    static const WireType &type =
        (new WireObjectOf<T>("MergeSource"))->field("ticket", &T::ticket).required().field("version", &T::version);
    return type;
}

const WireType &wireShape(const OpenTicket *)
{
    return openTicketShape();
}

const WireType &wireShape(const PostArticle *)
{
    using T = PostArticle;
    static const WireType &type = (new WireObjectOf<T>("PostArticle"))
                                      ->field("ticket", &T::ticket)
                                      .required()
                                      .field("article", &T::article)
                                      .required()
                                      .field("lastSeen", &T::lastSeen)
                                      .field("state", &T::state)
                                      .field("pendingUntil", &T::pendingUntil)
                                      .field("evenUnseen", &T::evenUnseen)
                                      .field("releaseAt", &T::releaseAt);
    return type;
}

const WireType &wireShape(const ChangeTicket *)
{
    using T = ChangeTicket;
    static const WireType &type = (new WireObjectOf<T>("ChangeTicket"))
                                      ->field("ticket", &T::ticket)
                                      .required()
                                      .field("baseVersion", &T::baseVersion)
                                      .required()
                                      .field("changes", &T::changes)
                                      .field("why", &T::why);
    return type;
}

const WireType &wireShape(const MergeTickets *)
{
    using T = MergeTickets;
    static const WireType &type = (new WireObjectOf<T>("MergeTickets"))
                                      ->field("target", &T::target)
                                      .required()
                                      .field("targetVersion", &T::targetVersion)
                                      .field("sources", &T::sources)
                                      .field("keepRequesters", &T::keepRequesters)
                                      .field("why", &T::why);
    return type;
}

const WireType &wireShape(const UnmergeTicket *)
{
    using T = UnmergeTicket;
    static const WireType &type = (new WireObjectOf<T>("UnmergeTicket"))
                                      ->field("source", &T::source)
                                      .required()
                                      .field("take", &T::take)
                                      .field("why", &T::why);
    return type;
}

const WireType &wireShape(const SplitTicket *)
{
    using T = SplitTicket;
    static const WireType &type = (new WireObjectOf<T>("SplitTicket"))
                                      ->field("ticket", &T::ticket)
                                      .required()
                                      .field("version", &T::version)
                                      .field("articles", &T::articles)
                                      .field("copy", &T::copy)
                                      .field("opened", &T::opened);
    return type;
}

const WireType &wireShape(const MarkRead *)
{
    using T = MarkRead;
    static const WireType &type =
        (new WireObjectOf<T>("MarkRead"))->field("ticket", &T::ticket).required().field("upTo", &T::upTo);
    return type;
}

const WireType &wireShape(const DecideHeldMail *)
{
    using T = DecideHeldMail;
    static const WireType &type = (new WireObjectOf<T>("DecideHeldMail"))
                                      ->field("mail", &T::mail)
                                      .required()
                                      .field("decision", &T::decision)
                                      .required()
                                      .field("ticket", &T::ticket)
                                      .field("trust", &T::trust);
    return type;
}

const WireType &wireShape(const UndoSend *)
{
    return onlyField("UndoSend", "mail", &UndoSend::mail);
}

const WireType &wireShape(const ReleaseMail *)
{
    using T = ReleaseMail;
    static const WireType &type =
        (new WireObjectOf<T>("ReleaseMail"))->field("mail", &T::mail).required().field("at", &T::at);
    return type;
}

const WireType &wireShape(const SaveMailbox *)
{
    using T = SaveMailbox;
    static const WireType &type =
        (new WireObjectOf<T>("SaveMailbox"))->field("mailbox", &T::mailbox).required().field("sealed", &T::sealed);
    return type;
}

const WireType &wireShape(const SaveMailText *)
{
    return onlyField("SaveMailText", "text", &SaveMailText::text);
}

const WireType &wireShape(const DeleteMailText *)
{
    return onlyField("DeleteMailText", "text", &DeleteMailText::text);
}

const WireType &wireShape(const SaveMailSettings *)
{
    return onlyField("SaveMailSettings", "settings", &SaveMailSettings::settings);
}

const WireType &wireShape(const SaveCalendar *)
{
    using T = SaveCalendar;
    static const WireType &type =
        (new WireObjectOf<T>("SaveCalendar"))->field("calendar", &T::calendar).required().field("scope", &T::scope);
    return type;
}

const WireType &wireShape(const SaveSlaPolicy *)
{
    using T = SaveSlaPolicy;
    static const WireType &type =
        (new WireObjectOf<T>("SaveSlaPolicy"))->field("policy", &T::policy).required().field("scope", &T::scope);
    return type;
}

const WireType &wireShape(const OrderSlaPolicies *)
{
    using T = OrderSlaPolicies;
    static const WireType &type =
        (new WireObjectOf<T>("OrderSlaPolicies"))->field("order", &T::order).required().field("scope", &T::scope);
    return type;
}

const WireType &wireShape(const CancelSlaTask *)
{
    return onlyField("CancelSlaTask", "task", &CancelSlaTask::task);
}

const WireType &wireShape(const RecordBreachReason *)
{
    using T = RecordBreachReason;
    static const WireType &type = (new WireObjectOf<T>("RecordBreachReason"))
                                      ->field("ticket", &T::ticket)
                                      .required()
                                      .field("target", &T::target)
                                      .required()
                                      .field("cycle", &T::cycle)
                                      .field("reason", &T::reason);
    return type;
}

const WireType &wireShape(const SeeNotifications *)
{
    using T = SeeNotifications;
    static const WireType &type = (new WireObjectOf<T>("SeeNotifications"))->field("ids", &T::ids);
    return type;
}

const WireType &wireShape(const SaveView *)
{
    return onlyField("SaveView", "view", &SaveView::view);
}

const WireType &wireShape(const DeleteView *)
{
    return onlyField("DeleteView", "view", &DeleteView::view);
}

const WireType &wireShape(const SaveReportItem *)
{
    return onlyField("SaveReportItem", "item", &SaveReportItem::item);
}

const WireType &wireShape(const DeleteReportItem *)
{
    return onlyField("DeleteReportItem", "item", &DeleteReportItem::item);
}

const WireType &wireShape(const SavePerson *)
{
    return onlyField("SavePerson", "person", &SavePerson::person);
}

const WireType &wireShape(const SaveOrganization *)
{
    return onlyField("SaveOrganization", "organization", &SaveOrganization::organization);
}

const WireType &wireShape(const SaveQueue *)
{
    return onlyField("SaveQueue", "queue", &SaveQueue::queue);
}

const WireType &wireShape(const SaveCategory *)
{
    return onlyField("SaveCategory", "category", &SaveCategory::category);
}

const WireType &wireShape(const SaveState *)
{
    return onlyField("SaveState", "state", &SaveState::state);
}

const WireType &wireShape(const SavePriority *)
{
    return onlyField("SavePriority", "priority", &SavePriority::priority);
}

const WireType &wireShape(const SaveDeskSettings *)
{
    using T = SaveDeskSettings;
    static const WireType &type = (new WireObjectOf<T>("SaveDeskSettings"))
                                      ->field("deskName", &T::deskName)
                                      .field("numberFormat", &T::numberFormat);
    return type;
}

const WireType &wireShape(const FieldConflict *)
{
    using T = FieldConflict;
    static const WireType &type = (new WireObjectOf<T>("FieldConflict"))
                                      ->field("field", &T::field)
                                      .required()
                                      .field("base", &T::base)
                                      .field("theirs", &T::theirs)
                                      .field("mine", &T::mine)
                                      .field("theirsText", &T::theirsText)
                                      .field("mineText", &T::mineText)
                                      .field("by", &T::by)
                                      .field("byName", &T::byName)
                                      .field("at", &T::at);
    return type;
}

const WireType &wireShape(const CommandAnswer *)
{
    using T = CommandAnswer;
    static const WireType &type = (new WireObjectOf<T>("CommandAnswer"))
                                      ->field("ticket", &T::ticket)
                                      .field("ticketNumber", &T::ticketNumber)
                                      .field("article", &T::article)
                                      .field("version", &T::version)
                                      .field("id", &T::id)
                                      .field("conflicts", &T::conflicts)
                                      .field("outcome", &T::outcome)
                                      .field("outbound", &T::outbound)
                                      .field("slaTask", &T::slaTask);
    return type;
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/imports/import_mapping.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace deskhand {
namespace {

constexpr qsizetype longestMapping = 4 * 1024 * 1024;
constexpr qsizetype longestSource = 100;

Error mappingError(const QString &place, const QString &problem)
{
    return Error{ErrorCode::Invalid,
                 QStringLiteral("operations.importMapping"),
                 QStringLiteral("%1: %2").arg(place.isEmpty() ? QStringLiteral("the mapping") : place, problem),
                 {{QStringLiteral("place"), place}, {QStringLiteral("problem"), problem}}};
}

/// Reads one object; the first mistake is kept, and nothing that is in it is passed over.
class MappingObject
{
public:
    MappingObject(const QJsonObject &object, QString place, std::optional<Error> *error)
        : m_object(object)
        , m_place(std::move(place))
        , m_error(error)
    {
    }
    ~MappingObject()
    {
        for (auto it = m_object.begin(); it != m_object.end(); ++it) {
            if (!m_known.contains(it.key()))
                fail(it.key(), QStringLiteral("there is no such setting"));
        }
    }
    MappingObject(const MappingObject &) = delete;
    MappingObject &operator=(const MappingObject &) = delete;

    [[nodiscard]] QString placeOf(const QString &key) const { return m_place.isEmpty() ? key : m_place + u'.' + key; }
    void fail(const QString &key, const QString &problem) const
    {
        if (!*m_error)
            *m_error = mappingError(placeOf(key), problem);
    }
    QJsonValue take(const QString &key)
    {
        m_known.append(key);
        return m_object.value(key);
    }
    [[nodiscard]] bool has(const QString &key) const { return m_object.contains(key); }

    QString string(const QString &key, bool isRequired = false)
    {
        const QJsonValue value = take(key);
        if (value.isString() && !(isRequired && value.toString().isEmpty()))
            return value.toString();
        if (!value.isUndefined() || isRequired)
            fail(key,
                 isRequired && value.isUndefined() ? QStringLiteral("is missing") : QStringLiteral("must be a text"));
        return {};
    }
    QStringList strings(const QString &key)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return {};
        if (value.isString())
            return {value.toString()};
        QStringList list;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &one : array) {
            if (one.isString())
                list.append(one.toString());
        }
        if (!value.isArray() || list.size() != array.size())
            fail(key, QStringLiteral("must be a text or a list of texts"));
        return list;
    }
    /// One of some words, by its place; the first one when it is not there.
    template <size_t N>
    size_t word(const QString &key, const std::array<QLatin1String, N> &words)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return 0;
        const auto found = std::find(words.begin(), words.end(), value.toString());
        if (found != words.end() && value.isString())
            return size_t(found - words.begin());
        QStringList possible;
        for (const QLatin1String one : words)
            possible.append(one);
        fail(key, QStringLiteral("must be one of: ") + possible.join(QStringLiteral(", ")));
        return 0;
    }
    [[nodiscard]] std::optional<Error> *error() const { return m_error; }

private:
    QJsonObject m_object;
    QString m_place;
    QStringList m_known;
    std::optional<Error> *m_error;
};

enum class TargetKind { Name, State, Priority, Channel };

ImportTarget readTarget(const QJsonValue &value, TargetKind kind, const MappingObject &in, const QString &key)
{
    ImportTarget target;
    const QString place = in.placeOf(key);
    if (value.isString()) {
        target.name = value.toString();
    } else if (value.isObject()) {
        MappingObject object(value.toObject(), place, in.error());
        target.name = object.string(QStringLiteral("name"), true);
        if (kind == TargetKind::State) {
            const QString type = object.string(QStringLiteral("type"), true);
            if (!stateTypeFromName(type, &target.type) || target.type == StateType::Merged)
                object.fail(QStringLiteral("type"), QStringLiteral("is no type of a state"));
        } else if (kind == TargetKind::Priority) {
            const QJsonValue rank = object.take(QStringLiteral("rank"));
            target.rank = rank.toInt();
            if (!rank.isUndefined() && target.rank < 1)
                object.fail(QStringLiteral("rank"), QStringLiteral("must be a number from 1"));
        }
    } else {
        in.fail(key, QStringLiteral("must be a text or an object"));
    }
    Channel channel = Channel::Web;
    if (kind == TargetKind::Channel && !target.name.isEmpty() && !channelFromName(target.name, &channel))
        in.fail(key, QStringLiteral("there is no channel “%1”").arg(target.name));
    if (target.name.trimmed().isEmpty())
        in.fail(key, QStringLiteral("must have a name"));
    return target;
}

void checkTemplate(const QString &text, const MappingObject &in, const QString &key)
{
    if (text.count(u'{') != text.count(u'}') || columnsOfTemplate(text).size() != text.count(u'{'))
        in.fail(key, QStringLiteral("has a brace that is not closed"));
}

ImportField readField(const QJsonValue &value, TargetKind kind, const MappingObject &in, const QString &key)
{
    ImportField field;
    if (value.isUndefined())
        return field;
    if (value.isString() && !value.toString().isEmpty()) {
        field.column = value.toString();
        return field;
    }
    if (!value.isObject()) {
        in.fail(key, QStringLiteral("must be the name of a column or an object"));
        return field;
    }
    MappingObject object(value.toObject(), in.placeOf(key), in.error());
    field.column = object.string(QStringLiteral("column"));
    field.text = object.string(QStringLiteral("text"));
    if (field.column.isEmpty() == field.text.isEmpty())
        object.fail(QStringLiteral("column"), QStringLiteral("either “column” or “text” is needed"));
    checkTemplate(field.text, object, QStringLiteral("text"));
    field.formats = object.strings(QStringLiteral("times"));
    if (const QJsonValue values = object.take(QStringLiteral("values")); !values.isUndefined()) {
        const QJsonObject map = values.toObject();
        if (!values.isObject())
            object.fail(QStringLiteral("values"), QStringLiteral("must be an object"));
        for (auto it = map.begin(); it != map.end(); ++it)
            field.values.insert(it.key(), readTarget(it.value(), kind, object, QStringLiteral("values.") + it.key()));
    }
    constexpr std::array words{QLatin1String("keep"), QLatin1String("skip-row"), QLatin1String("leave-out")};
    field.otherwise = ImportField::Otherwise(object.word(QStringLiteral("otherwise"), words));
    if (const QJsonValue missing = object.take(QStringLiteral("missing")); !missing.isUndefined())
        field.missing = readTarget(missing, kind, object, QStringLiteral("missing"));
    return field;
}

QVector<ImportMessage> readMessages(MappingObject &columns)
{
    QVector<ImportMessage> messages;
    const QJsonValue value = columns.take(QStringLiteral("messages"));
    const QJsonArray array = value.isObject() ? QJsonArray{value} : value.toArray();
    if (!value.isUndefined() && !value.isObject() && !value.isArray())
        columns.fail(QStringLiteral("messages"), QStringLiteral("must be an object or a list of them"));
    for (qsizetype i = 0; i < array.size(); ++i) {
        MappingObject object(array[i].toObject(), columns.placeOf(QStringLiteral("messages.%1").arg(i + 1)),
                             columns.error());
        ImportMessage message;
        const auto read = [&object](const QString &key) {
            return readField(object.take(key), TargetKind::Name, object, key);
        };
        message.text = read(QStringLiteral("text"));
        message.from = read(QStringLiteral("from"));
        message.author = read(QStringLiteral("author"));
        message.isInternal = read(QStringLiteral("internal"));
        if (!message.text.isMapped())
            object.fail(QStringLiteral("text"), QStringLiteral("is missing"));
        messages.append(message);
    }
    return messages;
}

QVector<ImportTag> readTags(MappingObject &columns)
{
    QVector<ImportTag> tags;
    const QJsonValue value = columns.take(QStringLiteral("tags"));
    const QJsonArray array = value.isArray() ? value.toArray() : QJsonArray{value};
    for (qsizetype i = 0; i < array.size() && !value.isUndefined(); ++i) {
        const QString key = QStringLiteral("tags.%1").arg(i + 1);
        ImportTag tag;
        if (array[i].isString()) {
            tag.column = array[i].toString();
        } else if (array[i].isObject()) {
            MappingObject object(array[i].toObject(), columns.placeOf(key), columns.error());
            tag.column = object.string(QStringLiteral("column"), true);
            tag.tag = object.string(QStringLiteral("tag"));
            const QJsonValue when = object.take(QStringLiteral("when"));
            tag.whenMissing = when.toString() == u"missing";
            for (const QJsonValue &one : when.toArray())
                tag.whenOneOf.append(one.toString());
            if (tag.tag.isEmpty() != when.isUndefined() || (!when.isUndefined() && !tag.whenMissing && !when.isArray()))
                object.fail(QStringLiteral("when"), QStringLiteral("must be \"missing\" or a list, beside a “tag”"));
        } else {
            columns.fail(key, QStringLiteral("must be a column or an object"));
        }
        tags.append(tag);
    }
    return tags;
}

QVector<ImportVerdict> readVerdicts(MappingObject &root)
{
    QVector<ImportVerdict> verdicts;
    const QJsonValue value = root.take(QStringLiteral("verdicts"));
    const QJsonArray array = value.toArray();
    if (!value.isUndefined() && !value.isArray())
        root.fail(QStringLiteral("verdicts"), QStringLiteral("must be a list"));
    for (qsizetype i = 0; i < array.size(); ++i) {
        MappingObject object(array[i].toObject(), QStringLiteral("verdicts.%1").arg(i + 1), root.error());
        ImportVerdict verdict;
        verdict.column = object.string(QStringLiteral("column"), true);
        verdict.met = object.strings(QStringLiteral("met"));
        verdict.missed = object.strings(QStringLiteral("missed"));
        if (verdict.met.isEmpty() && verdict.missed.isEmpty())
            object.fail(QStringLiteral("met"), QStringLiteral("“met” or “missed” is needed"));
        if (!slaTargetFromName(object.string(QStringLiteral("target"), true), &verdict.target))
            object.fail(QStringLiteral("target"), QStringLiteral("there is no such target"));
        verdicts.append(verdict);
    }
    return verdicts;
}

void readCsv(MappingObject &root, CsvOptions *options)
{
    const QJsonValue value = root.take(QStringLiteral("csv"));
    if (value.isUndefined())
        return;
    if (!value.isObject())
        root.fail(QStringLiteral("csv"), QStringLiteral("must be an object"));
    MappingObject object(value.toObject(), QStringLiteral("csv"), root.error());
    constexpr std::array delimiters{QLatin1String("auto"), QLatin1String(","), QLatin1String(";"),
                                    QLatin1String("\t"),   QLatin1String("|"), QLatin1String("tab")};
    constexpr std::array letters{'\0', ',', ';', '\t', '|', '\t'};
    options->delimiter = letters[object.word(QStringLiteral("delimiter"), delimiters)];
    constexpr std::array charsets{QLatin1String("auto"), QLatin1String("utf-8"), QLatin1String("windows-1252")};
    options->charset = CsvCharset(object.word(QStringLiteral("charset"), charsets));
}

void readColumns(MappingObject &root, ImportMapping *mapping)
{
    const QJsonValue value = root.take(QStringLiteral("columns"));
    if (!value.isObject()) {
        root.fail(QStringLiteral("columns"), QStringLiteral("is missing, or is no object"));
        return;
    }
    MappingObject columns(value.toObject(), QStringLiteral("columns"), root.error());
    struct Place {
        const char *key;
        ImportField *field;
        TargetKind kind = TargetKind::Name;
    };
    const Place places[] = {{"case", &mapping->number},
                            {"time", &mapping->time},
                            {"subject", &mapping->subject},
                            {"text", &mapping->text},
                            {"requester", &mapping->requester},
                            {"address", &mapping->address},
                            {"organization", &mapping->organization},
                            {"queue", &mapping->queue},
                            {"category", &mapping->category},
                            {"priority", &mapping->priority, TargetKind::Priority},
                            {"state", &mapping->state, TargetKind::State},
                            {"owner", &mapping->owner},
                            {"channel", &mapping->channel, TargetKind::Channel},
                            {"actor", &mapping->actor},
                            {"opened", &mapping->opened},
                            {"solved", &mapping->solved},
                            {"closed", &mapping->closed}};
    for (const Place &place : places) {
        const QString key = QString::fromLatin1(place.key);
        *place.field = readField(columns.take(key), place.kind, columns, key);
    }
    mapping->reassigned = columns.string(QStringLiteral("reassigned"));
    mapping->messages = readMessages(columns);
    mapping->tags = readTags(columns);
    if (mapping->number.column.isEmpty())
        columns.fail(QStringLiteral("case"), QStringLiteral("is missing: the column with the number of the ticket"));
    const bool hasEvents = mapping->rows == ImportMapping::Rows::Events;
    if (hasEvents && mapping->time.column.isEmpty())
        columns.fail(QStringLiteral("time"), QStringLiteral("is missing: the column with the instant of the event"));
    if (!hasEvents && mapping->time.isMapped())
        columns.fail(QStringLiteral("time"), QStringLiteral("is of events; of tickets there is “opened”"));
    if (!hasEvents && mapping->opened.column.isEmpty())
        columns.fail(QStringLiteral("opened"),
                     QStringLiteral("is missing: the column with the instant of the opening"));
    for (const ImportField *time : {&mapping->time, &mapping->opened, &mapping->solved, &mapping->closed}) {
        if (!time->text.isEmpty() || !time->values.isEmpty())
            columns.fail(QStringLiteral("opened"), QStringLiteral("an instant is a column with “times”"));
    }
}

void readRoot(const QJsonObject &json, ImportMapping *mapping, std::optional<Error> *error)
{
    MappingObject root(json, {}, error);
    if (root.take(QStringLiteral("deskhand-import")).toInt() != 1)
        root.fail(QStringLiteral("deskhand-import"), QStringLiteral("must be 1, the version of these mappings"));
    mapping->source = root.string(QStringLiteral("source"), true).trimmed();
    if (mapping->source.isEmpty() || mapping->source.size() > longestSource)
        root.fail(QStringLiteral("source"), QStringLiteral("must have 1 to 100 characters"));
    root.string(QStringLiteral("note"));
    mapping->rows =
        root.word(QStringLiteral("rows"), std::array{QLatin1String("tickets"), QLatin1String("events")}) == 0
            ? ImportMapping::Rows::Tickets
            : ImportMapping::Rows::Events;
    readCsv(root, &mapping->csv);
    if (const QString zone = root.string(QStringLiteral("zone")); !zone.isEmpty()) {
        mapping->zone = QTimeZone(zone.toLatin1());
        if (!mapping->zone.isValid())
            root.fail(QStringLiteral("zone"), QStringLiteral("there is no time zone “%1”").arg(zone));
    }
    mapping->times = root.strings(QStringLiteral("times"));
    if (mapping->times.isEmpty())
        mapping->times = QStringList{QStringLiteral("iso")};
    if (root.has(QStringLiteral("missing")))
        mapping->missing = root.strings(QStringLiteral("missing"));
    mapping->dirty = ImportMapping::Dirty(
        root.word(QStringLiteral("dirty"), std::array{QLatin1String("skip-row"), QLatin1String("leave-out")}));
    mapping->keepNumbers =
        root.word(QStringLiteral("numbers"), std::array{QLatin1String("keep"), QLatin1String("new")}) == 0;
    mapping->sortByTime =
        root.word(QStringLiteral("order"), std::array{QLatin1String("file"), QLatin1String("time")}) == 1;
    mapping->agents = ImportMapping::Agents(
        root.word(QStringLiteral("agents"), std::array{QLatin1String("inactive"), QLatin1String("active")}));
    if (const QJsonValue state = root.take(QStringLiteral("opening-state")); !state.isUndefined())
        mapping->openingState = readTarget(state, TargetKind::State, root, QStringLiteral("opening-state"));
    readColumns(root, mapping);
    mapping->verdicts = readVerdicts(root);
}

Error notJson(const QByteArray &json, const QJsonParseError &error)
{
    const QByteArray before = json.left(error.offset);
    const qsizetype line = before.count('\n') + 1;
    const qsizetype column = before.size() - before.lastIndexOf('\n');
    return mappingError(QStringLiteral("line %1, column %2").arg(line).arg(column), error.errorString());
}

} // namespace

Result<ImportMapping> importMappingFromJson(const QByteArray &json)
{
    if (json.size() > longestMapping)
        return mappingError({}, QStringLiteral("is longer than 4 MB"));
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsed);
    if (parsed.error != QJsonParseError::NoError)
        return notJson(json, parsed);
    if (!document.isObject())
        return mappingError({}, QStringLiteral("must be an object"));
    ImportMapping mapping;
    std::optional<Error> error;
    readRoot(document.object(), &mapping, &error);
    return error ? Result<ImportMapping>(*error) : Result<ImportMapping>(mapping);
}

} // namespace deskhand

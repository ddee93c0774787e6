// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sla_policy_json.h"

#include "domain/catalog.h"
#include "domain/condition_flags.h"
#include "domain/condition_json.h"
#include "domain/condition_names.h"
#include "domain/condition_text.h"
#include "domain/sla_policy_form.h"

#include "base/text_folding.h"

namespace deskhand {
namespace {

constexpr QLatin1String calendarSuffix("calendar");

/// Ids and milliseconds.
class StoredPolicyForm final : public SlaPolicyForm
{
protected:
    QJsonValue reference(Thing, qint64 id) const override { return id; }
    std::optional<qint64> readReference(Thing, const QJsonValue &json) const override { return readDuration(json); }
    QJsonValue duration(qint64 milliseconds) const override { return milliseconds; }
    std::optional<qint64> readDuration(const QJsonValue &json) const override
    {
        return json.isDouble() ? std::optional<qint64>(json.toInteger()) : std::nullopt;
    }

    QJsonValue amount(const TimeAmount &amount) const override
    {
        const auto json = [&](const char *basis, const char *unit) {
            return QJsonObject{{QStringLiteral("basis"), QLatin1String(basis)}, {QLatin1String(unit), amount.amount}};
        };
        switch (amount.basis) {
        case TimeBasis::Business: return json("business", "ms");
        case TimeBasis::Calendar: return json("calendar", "ms");
        case TimeBasis::WorkingDays: return json("working-days", "days");
        }
        return {};
    }

    std::optional<TimeAmount> readAmount(const QJsonValue &value) const override
    {
        const QJsonObject json = value.toObject();
        const QString basis = json.value(QLatin1String("basis")).toString();
        const QJsonValue days = json.value(QLatin1String("days"));
        const QJsonValue milliseconds = json.value(QLatin1String("ms"));
        if (basis == QLatin1String("working-days") && days.isDouble())
            return TimeAmount{TimeBasis::WorkingDays, days.toInteger()};
        if (basis == QLatin1String("business") && milliseconds.isDouble())
            return TimeAmount{TimeBasis::Business, milliseconds.toInteger()};
        if (basis == QLatin1String("calendar") && milliseconds.isDouble())
            return TimeAmount{TimeBasis::Calendar, milliseconds.toInteger()};
        return {};
    }

    void writeCondition(const Condition &condition, const QString &text, QJsonObject *json) const override
    {
        if (!condition.isEverything())
            json->insert(QStringLiteral("condition"), conditionToJson(condition));
        if (!text.isEmpty())
            json->insert(QStringLiteral("conditionText"), text);
    }

    bool readCondition(const QJsonObject &json, Condition *condition, QString *text) const override
    {
        *text = json.value(QLatin1String("conditionText")).toString();
        const QJsonValue value = json.value(QLatin1String("condition"));
        if (value.isUndefined())
            return true;
        const Result<Condition> read = conditionFromJson(value.toObject());
        if (read)
            *condition = *read;
        return bool(read);
    }
};

/// Names, texts and "4h".
class ConfigPolicyForm final : public SlaPolicyForm
{
public:
    explicit ConfigPolicyForm(const Catalog &catalog)
        : m_catalog(catalog)
    {
    }

protected:
    QJsonValue reference(Thing thing, qint64 id) const override
    {
        if (thing != Thing::Calendar)
            return nameOfValue(fieldOf(thing), id, m_catalog);
        const BusinessCalendar *calendar = m_catalog.calendar(CalendarId{id});
        return calendar ? calendar->name : QStringLiteral("#%1").arg(id);
    }

    std::optional<qint64> readReference(Thing thing, const QJsonValue &json) const override
    {
        const QString name = json.toString();
        const bool isKey = name.startsWith(u'#');
        const QVector<qint64> ids = isKey                      ? keyed(thing, name.mid(1).toLongLong())
                                    : thing == Thing::Calendar ? calendarsNamed(name)
                                    : name.isEmpty()           ? QVector<qint64>()
                                                               : findNamedValue(fieldOf(thing), name, m_catalog).ids;
        return ids.size() == 1 ? std::optional<qint64>(ids.first()) : std::nullopt;
    }

    QJsonValue duration(qint64 milliseconds) const override
    {
        for (const char16_t *unit : {u"h", u"m", u"s"}) {
            const qint64 length = durationUnit(QStringView(unit));
            if (milliseconds % length == 0)
                return QString::number(milliseconds / length) + QString::fromUtf16(unit);
        }
        return QString::number(milliseconds) + QStringLiteral("ms");
    }

    std::optional<qint64> readDuration(const QJsonValue &json) const override
    {
        return parsedDuration(json.toString().trimmed(), false);
    }

    QJsonValue amount(const TimeAmount &amount) const override
    {
        if (amount.basis == TimeBasis::WorkingDays)
            return QString::number(amount.amount) + QStringLiteral("wd");
        const QString text = duration(amount.amount).toString();
        return amount.basis == TimeBasis::Calendar ? text + u' ' + calendarSuffix : text;
    }

    std::optional<TimeAmount> readAmount(const QJsonValue &json) const override
    {
        QString text = json.toString().trimmed();
        if (text.endsWith(QLatin1String("wd"))) {
            bool ok = false;
            const int days = text.chopped(2).toInt(&ok);
            return ok && days >= 0 ? std::optional(TimeAmount{TimeBasis::WorkingDays, days}) : std::nullopt;
        }
        const bool isCalendar = text.endsWith(calendarSuffix, Qt::CaseInsensitive);
        if (isCalendar)
            text = text.chopped(calendarSuffix.size()).trimmed();
        const std::optional<qint64> milliseconds = parsedDuration(text, isCalendar);
        if (!milliseconds)
            return {};
        return TimeAmount{isCalendar ? TimeBasis::Calendar : TimeBasis::Business, *milliseconds};
    }

    void writeCondition(const Condition &condition, const QString &, QJsonObject *json) const override
    {
        if (!condition.isEverything())
            json->insert(QStringLiteral("condition"), printCondition(condition, m_catalog));
    }

    bool readCondition(const QJsonObject &json, Condition *condition, QString *text) const override
    {
        *text = json.value(QLatin1String("condition")).toString();
        const Result<Condition> read = parseCondition(*text, m_catalog);
        if (read)
            *condition = *read;
        return bool(read);
    }

private:
    static ConditionField fieldOf(Thing thing)
    {
        switch (thing) {
        case Thing::Priority: return ConditionField::Priority;
        case Thing::State: return ConditionField::State;
        case Thing::Queue: return ConditionField::Queue;
        case Thing::Agent:
        case Thing::Calendar: break;
        }
        return ConditionField::Owner;
    }

    /// A day of working time is said as "8h" or as "1wd"; "1d" would be read as either.
    static std::optional<qint64> parsedDuration(const QString &text, bool withDays)
    {
        qsizetype unitAt = text.size();
        while (unitAt > 0 && text[unitAt - 1].isLetter())
            --unitAt;
        const QStringView unit = QStringView(text).mid(unitAt);
        const qint64 length = durationUnit(unit);
        bool ok = false;
        const qint64 count = text.left(unitAt).trimmed().toLongLong(&ok);
        constexpr qint64 longest = 100LL * 366 * 86'400'000;
        if (!ok || length == 0 || count < 0 || count > longest / length)
            return {};
        if (!withDays && (unit == u"d" || unit == u"w"))
            return {};
        return count * length;
    }

    QVector<qint64> calendarsNamed(const QString &name) const
    {
        QVector<qint64> ids;
        for (const BusinessCalendar &calendar : m_catalog.calendars) {
            if (foldText(calendar.name) == foldText(name))
                ids.append(calendar.id.value);
        }
        return ids;
    }

    QVector<qint64> keyed(Thing thing, qint64 id) const
    {
        bool known = false;
        switch (thing) {
        case Thing::Priority: known = m_catalog.priority(PriorityId{id}); break;
        case Thing::State: known = m_catalog.state(StateId{id}); break;
        case Thing::Queue: known = m_catalog.queue(QueueId{id}); break;
        case Thing::Agent: known = m_catalog.agent(PersonId{id}); break;
        case Thing::Calendar: known = m_catalog.calendar(CalendarId{id}); break;
        }
        return known ? QVector<qint64>{id} : QVector<qint64>();
    }

    const Catalog &m_catalog;
};

} // namespace

Result<SlaPolicy> slaPolicyFromJson(const QJsonObject &json)
{
    return StoredPolicyForm().read(json);
}

QJsonObject slaPolicyToJson(const SlaPolicy &policy)
{
    return StoredPolicyForm().write(policy);
}

Result<SlaPolicy> slaPolicyFromConfig(const QJsonObject &json, const CatalogPtr &catalog)
{
    return ConfigPolicyForm(*catalog).read(json);
}

QJsonObject slaPolicyToConfig(const SlaPolicy &policy, const Catalog &catalog)
{
    return ConfigPolicyForm(catalog).write(policy);
}

} // namespace deskhand

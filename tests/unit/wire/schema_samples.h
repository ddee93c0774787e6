// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/condition_json.h"
#include "support/random_condition.h"
#include "support/sample_catalog.h"
#include "wire/openapi.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

namespace deskhand::test {

/// Values for the schemas of the published description: what is tested with them is what others are told.
class SchemaSamples
{
public:
    explicit SchemaSamples(quint32 seed)
        : m_random(seed)
        , m_catalog(sampleCatalog())
        , m_schemas(
              openApiObject().value(QLatin1String("components")).toObject().value(QLatin1String("schemas")).toObject())
    {
    }

    [[nodiscard]] const QJsonObject &schemas() const { return m_schemas; }
    [[nodiscard]] QJsonObject schema(const QString &name) const { return m_schemas.value(name).toObject(); }
    [[nodiscard]] QJsonObject resolved(const QJsonObject &schema) const
    {
        const QString reference = schema.value(QLatin1String("$ref")).toString();
        return reference.isEmpty() ? schema : this->schema(reference.section(u'/', -1));
    }

    /// Some of the fields, with anything that the schema allows.
    QJsonValue random(const QJsonObject &schema) { return sample(schema, 0); }
    QJsonValue random(const QString &name) { return sample(reference(name), 0); }
    /// Every field, one element in each list, always the same; of several forms the given one.
    QJsonValue full(const QString &name, int form = 0)
    {
        m_full = true;
        m_form = form;
        const QJsonValue value = sample(reference(name), 0);
        m_full = false;
        return value;
    }

    [[nodiscard]] static QJsonObject reference(const QString &name)
    {
        return {{QStringLiteral("$ref"), QStringLiteral("#/components/schemas/") + name}};
    }

private:
    QJsonValue sample(const QJsonObject &schema, int depth, const QString &field = {})
    {
        const QString reference = schema.value(QLatin1String("$ref")).toString().section(u'/', -1);
        if (reference == QLatin1String("Condition"))
            return condition();
        if (reference == QLatin1String("FieldChange"))
            return fieldChange();
        if (reference == QLatin1String("BusinessCalendar") && !m_full)
            return calendar(depth);
        if (reference == QLatin1String("WorkingFrame") && !m_full)
            return frame();
        if (!reference.isEmpty())
            return sample(this->schema(reference), depth, field);
        if (const QJsonValue wanted = schema.value(QLatin1String("const")); !wanted.isUndefined())
            return wanted;
        if (const QJsonArray forms = schema.value(QLatin1String("oneOf")).toArray(); !forms.isEmpty())
            return sample(forms[formOf(int(forms.size()))].toObject(), depth, field);
        if (const QJsonArray names = schema.value(QLatin1String("enum")).toArray(); !names.isEmpty())
            return names[m_full ? names.size() - 1 : m_random.bounded(int(names.size()))];
        const QString type = schema.value(QLatin1String("type")).toString();
        if (type == QLatin1String("object"))
            return object(schema, depth);
        if (type == QLatin1String("array"))
            return array(schema, depth, field);
        if (type == QLatin1String("integer"))
            return number(schema);
        if (type == QLatin1String("boolean"))
            return m_full || m_random.bounded(2) == 1;
        return text(schema, field);
    }

    /// The form that was asked for; further inside there may be fewer.
    int formOf(int forms)
    {
        if (!m_full)
            return m_random.bounded(forms);
        return m_form < forms ? m_form : 0;
    }

    QJsonValue object(const QJsonObject &schema, int depth)
    {
        const QJsonObject properties = schema.value(QLatin1String("properties")).toObject();
        const QJsonArray required = schema.value(QLatin1String("required")).toArray();
        QJsonObject value;
        for (auto it = properties.begin(); it != properties.end(); ++it) {
            if (m_full || required.contains(it.key()) || m_random.bounded(3) != 0)
                value.insert(it.key(), sample(it.value().toObject(), depth + 1, it.key()));
        }
        const QJsonValue others = schema.value(QLatin1String("additionalProperties"));
        if (others.isObject())
            value.insert(m_full ? QStringLiteral("a reason") : oddText(), sample(others.toObject(), depth + 1));
        return value;
    }

    QJsonValue array(const QJsonObject &schema, int depth, const QString &field)
    {
        const QJsonObject items = schema.value(QLatin1String("items")).toObject();
        const int least = schema.value(QLatin1String("minItems")).toInt(m_full ? 1 : 0);
        const QString element = items.value(QLatin1String("$ref")).toString().section(u'/', -1);
        // What is a list on the wire and a table by key in the program has no key twice.
        const bool isTable = element == QLatin1String("MailboxSecrets") || field == QLatin1String("policies")
                             || field == QLatin1String("calendars") || schema.contains(QLatin1String("uniqueItems"));
        const int most = m_full ? least : qMax(least, isTable ? 1 : qMax(0, 3 - depth / 3));
        const int count = m_random.bounded(least, most + 1);
        QJsonArray values;
        for (int i = 0; i < count; ++i)
            values.append(sample(items, depth + 1, field));
        return values;
    }

    QJsonValue number(const QJsonObject &schema)
    {
        const qint64 least = schema.value(QLatin1String("minimum")).toInteger(-1'000'000);
        const qint64 most = schema.value(QLatin1String("maximum")).toInteger(1'000'000);
        if (m_full)
            return qMin<qint64>(most, 7);
        const qint64 choices[] = {least, most, qBound(least, qint64(0), most), qBound(least, qint64(1), most),
                                  least + qint64(m_random.generate64() % quint64(most - least))};
        return choices[m_random.bounded(5)];
    }

    QJsonValue text(const QJsonObject &schema, const QString &field)
    {
        const QString format = schema.value(QLatin1String("format")).toString();
        const quint32 number = m_full ? 7 : m_random.generate();
        if (format == QLatin1String("uuid"))
            return QUuid(number, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11).toString(QUuid::WithoutBraces);
        if (format == QLatin1String("date"))
            return QDate(2026, 1, 1).addDays(number % 10'000).toString(Qt::ISODate);
        if (schema.contains(QLatin1String("pattern")))
            return QString::fromLatin1(QByteArray(32, char(number)).toHex());
        if (schema.contains(QLatin1String("contentEncoding")))
            return QString::fromLatin1(QByteArray::number(number).toBase64());
        return m_full ? QString(field + QStringLiteral(" \"ü\" 接\n")) : oddText();
    }

    QString oddText()
    {
        static const QStringList texts{{},
                                       QStringLiteral("plain"),
                                       QStringLiteral("say \"hi\" \\ / \b\f\n\r\t"),
                                       QString(QChar(0)),
                                       QStringLiteral("接続 \U0001F5A8 \u2028 \u202E"),
                                       QStringLiteral("</script>\u007F\u0080"),
                                       QStringLiteral("\uFFFE\uFFFF")};
        return texts[m_random.bounded(int(texts.size()))];
    }

    /// What is made ready for calculating loses what nobody can work: an unknown zone, an end before its beginning.
    QJsonValue calendar(int depth)
    {
        QJsonObject calendar = object(schema(QStringLiteral("BusinessCalendar")), depth).toObject();
        calendar.insert(QStringLiteral("zone"), QStringLiteral("Europe/Berlin"));
        return calendar;
    }

    QJsonValue frame()
    {
        const int start = m_random.bounded(1440);
        return QJsonObject{{QStringLiteral("start"), start},
                           {QStringLiteral("end"), start + 1 + m_random.bounded(1440)}};
    }

    QJsonValue condition()
    {
        if (m_full)
            return conditionToJson(Condition::is(ConditionField::Queue, {7}));
        return conditionToJson(randomCondition(m_random, *m_catalog, 3, true));
    }

    QJsonValue fieldChange()
    {
        const int kind = m_full ? 1 : m_random.bounded(3);
        if (kind == 0)
            return QJsonObject{{QStringLiteral("field"), QStringLiteral("tags")},
                               {QStringLiteral("add"), QJsonArray{oddText()}},
                               {QStringLiteral("remove"), QJsonArray{oddText(), oddText()}}};
        if (kind == 1)
            return QJsonObject{{QStringLiteral("field"), QStringLiteral("due")},
                               {QStringLiteral("value"), qint64(1'790'000'000'000)}};
        return QJsonObject{{QStringLiteral("field"), QStringLiteral("subject")}, {QStringLiteral("value"), oddText()}};
    }

    QRandomGenerator m_random;
    CatalogPtr m_catalog;
    QJsonObject m_schemas;
    bool m_full = false;
    int m_form = 0;
};

inline QByteArray compactJson(const QJsonValue &value)
{
    return value.isArray() ? QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)
                           : QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

} // namespace deskhand::test

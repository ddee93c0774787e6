// SPDX-License-Identifier: GPL-3.0-or-later
// Facts of some keys, also of those that are texts.
#include "store/report_sql.h"

#include "domain/catalog.h"
#include "store/connection.h"
#include "store/report_pieces.h"

#include <QCryptographicHash>

namespace deskhand {

bool isTextual(ReportDimension dimension)
{
    return dimension == ReportDimension::Tag || dimension == ReportDimension::BreachReason
           || dimension == ReportDimension::Activity;
}

qint64 keyOfText(const QString &text)
{
    if (text.isEmpty())
        return 0;
    const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
    qint64 key = 0;
    for (int i = 0; i < 6; ++i) // 48 bits: exact in JSON, too
        key = key << 8 | quint8(hash[i]);
    return key + 1;
}

Result<SqlPiece> ReportSql::hasKey(ReportDimension dimension, const QVector<qint64> &keys, bool isIn) const
{
    if (!isTextual(dimension))
        return oneOfNumbers(key(dimension, {}), keys, isIn);
    QVector<QString> texts;
    const auto take = [&](const QString &text) {
        if (keys.contains(keyOfText(text)) && !texts.contains(text))
            texts.append(text);
    };
    if (dimension == ReportDimension::Tag) {
        for (const QString &tag : m_context.catalog->tags)
            take(tag);
    }
    if (texts.size() < keys.size()) {
        Statement all = m_connection.sql(dimension == ReportDimension::Tag ? "report.tags" : "report.reasons");
        while (all.next())
            take(all.text(0));
        if (Result<void> status = all.status(); !status)
            return status.error();
    }
    if (texts.isEmpty())
        return SqlPiece{isIn ? "FALSE" : "TRUE", {}};
    SqlPiece piece{key(dimension, {}) + (isIn ? " IN (" : " NOT IN ("), {}};
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (i > 0)
            piece.append(", ");
        piece.appendValue(texts[i]);
    }
    piece.append(")");
    return piece;
}

Result<void> ReportSql::narrowToKeys(ReportDimension dimension, const QVector<qint64> &keys, bool isIn,
                                     Selection *selection) const
{
    const Result<SqlPiece> has = hasKey(dimension, keys, isIn);
    if (!has)
        return has.error();
    andAlso(&selection->where, *has);
    // A server finds its way itself.
    if (dimension != ReportDimension::Tag || !isIn || m_connection.dialect() == SqlDialect::Postgres)
        return {};
    const QByteArray facts = m_connection.fragment("report.facts") + ' ' + m_connection.fragment("report.withTags");
    if (!selection->source.sql.startsWith(facts))
        return {};
    const Result<bool> fewer = areTagsFewer(*has);
    if (!fewer)
        return fewer.error();
    if (*fewer)
        selection->source.sql.replace(0, facts.size(), m_connection.fragment("report.factsOfTags"));
    return {};
}

Result<void> ReportSql::narrowToTagsAgain(const QVector<qint64> &keys, Selection *selection) const
{
    const Result<SqlPiece> has = hasKey(ReportDimension::Tag, keys, true);
    if (!has)
        return has.error();
    // They are few, so that facts are looked for by them.
    const QByteArray facts = m_connection.fragment("report.facts") + ' ' + m_connection.fragment("report.withTags");
    if (!selection->source.sql.startsWith(facts))
        return Error{ErrorCode::Internal, QStringLiteral("store.report"), QStringLiteral("no facts with tags"), {}};
    selection->source.sql.replace(0, facts.size(),
                                  m_connection.fragment("report.factsOfTagsAgain").replace("{tags}", has->sql));
    selection->source.values = has->values + selection->source.values;
    return {};
}

/// Than the facts of the period, whatever else is asked of them: no more of these are looked at than there are tags.
Result<bool> ReportSql::areTagsFewer(const SqlPiece &tags) const
{
    const ReportInterval interval = m_time.interval();
    SqlPiece facts = oneOfNumbers("f.kind", kinds(Facts::Counted), true);
    andAlso(&facts, between("f.at", interval.from, interval.to));
    QByteArray text = m_connection.fragment("report.moreFacts");
    text.replace("{facts}", facts.sql).replace("{tags}", tags.sql);
    Statement rows = m_connection.composed(text, "report.moreFacts");
    bindPiece(rows, tags, bindPiece(rows, facts, 1));
    const bool fewer = rows.next() && rows.integer(0) > 0;
    if (Result<void> status = rows.status(); !status)
        return status.error();
    return fewer;
}

} // namespace deskhand

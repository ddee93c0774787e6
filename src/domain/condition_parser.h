// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/condition_text.h"

#include <QTimeZone>

namespace deskhand {

/// Recursive descent over the text form; see condition_text.h for the grammar. One use: make, parse(), throw away.
class ConditionParser
{
public:
    ConditionParser(const QString &text, const Catalog &catalog, const QTimeZone &zone);
    [[nodiscard]] Result<Condition> parse();

private:
    struct Piece { ///< a value with where it stands
        QString text;
        qsizetype position = 0;
        qsizetype length = 0;
        bool quoted = false;
    };

    // Each returns false after fail().
    bool parseAlternatives(Condition *out);
    bool parseGroup(Condition *out);
    bool parseTerm(Condition *out, QString *words);
    bool parseNegated(Condition *out, qsizetype signLength);
    bool parseParenthesis(Condition *out);
    bool parseFieldTest(QStringView name, qsizetype nameStart, Condition *out);
    bool parseQuoted(Piece *out);
    bool parseValue(Piece *out);
    bool parseValues(QVector<Piece> *out);

    bool buildFlag(const Piece &value, Condition *out);
    bool buildHas(const Piece &value, Condition *out);
    bool buildTest(ConditionField field, QStringView op, const QVector<Piece> &values, Condition *out);
    bool buildReference(ConditionField field, QStringView op, QVector<Piece> values, Condition *out);
    bool buildText(ConditionField field, QStringView op, const QVector<Piece> &values, Condition *out);
    bool buildInstant(ConditionField field, QStringView op, const Piece &value, Condition *out);
    bool buildNumber(ConditionField field, QStringView op, const QVector<Piece> &values, Condition *out);
    bool resolveReference(ConditionField field, const Piece &value, qint64 *id);

    bool fail(qsizetype position, qsizetype length, const char *problem, const QString &what = {},
              const QStringList &candidates = {});
    void skipBlanks();
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] bool atWord(QStringView word) const;

    const QString m_text;
    const Catalog &m_catalog;
    const QTimeZone m_zone;
    qsizetype m_at = 0;
    int m_depth = 0;
    Error m_error;
};

/// Whether a character ends a bare word or value.
[[nodiscard]] bool endsConditionWord(QChar c);

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading.h"

#include "base/text_folding.h"
#include "store/condition_sql.h"
#include "store/connection.h"
#include "store/row_mapping.h"

namespace deskhand {
namespace {

constexpr int mostPeople = 1000;

Result<QVector<Person>> peopleById(Connection &connection, const QVector<PersonId> &ids)
{
    QVector<Person> people;
    Statement statement = connection.sql("person.byId");
    for (const PersonId id : ids) {
        statement.bind(":id", id);
        if (statement.next()) {
            ColumnReader row(statement);
            people.append(readPerson(row));
        }
        statement.restart();
    }
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return people;
}

/// Every typed word begins some word of the person's name or address.
SqlPiece hasTypedWords(const Connection &connection, const QString &typed)
{
    SqlPiece piece;
    for (const QString &word : foldedWords(typed)) {
        piece.append(" AND ");
        SqlPiece one{connection.fragment("person.hasWord"), {word, endOfPrefix(word)}};
        piece.append(one);
    }
    return piece;
}

} // namespace

Result<QVector<Person>> readPeople(Connection &connection, const PeopleQuery &query)
{
    if (!query.ids.isEmpty())
        return peopleById(connection, query.ids);
    SqlPiece where = hasTypedWords(connection, query.startsWith);
    if (query.role) {
        where.append(" AND p.role = ");
        where.appendValue(qint64(*query.role));
    }
    QByteArray sql = connection.fragment("person.found");
    sql.replace("{where}", where.sql);
    Statement statement = connection.composed(sql, "person.found");
    const int next = bindPiece(statement, where, 1);
    statement.bindAt(next, qint64(qBound(1, query.limit, mostPeople)));
    QVector<Person> people;
    while (statement.next()) {
        ColumnReader row(statement);
        people.append(readPerson(row));
    }
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return people;
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

namespace deskhand::test {

/// Whether the database stops it.
enum class Defence {
    Held,  ///< it does
    Known, ///< it does not: the manual says so (help/postgres.md), and the attack shows that it is still true
};

/// Something that somebody with psql tries.
struct Attack {
    const char
        *who; ///< "agent", "member", "supervisor", "admin", "service", "former", "promoted", "demoted", "stranger"
    const char *sql;      ///< {names} are filled in by the test
    const char *expected; ///< "!" and an SQLSTATE, else all that psql prints
    const char *why;
    Defence defence = Defence::Held;
};

[[nodiscard]] QVector<Attack> readingAttacks();     ///< to see what is not theirs
[[nodiscard]] QVector<Attack> writingAttacks();     ///< to change, skip or forge what is kept
[[nodiscard]] QVector<Attack> mailReadingAttacks(); ///< those of the readingAttacks() that are about mail
[[nodiscard]] QVector<Attack> mailWritingAttacks(); ///< likewise
[[nodiscard]] QVector<Attack> slaReadingAttacks();  ///< … about clocks
[[nodiscard]] QVector<Attack> slaWritingAttacks();
[[nodiscard]] QVector<Attack> accountReadingAttacks(); ///< … about accounts and sessions of the service
[[nodiscard]] QVector<Attack> accountWritingAttacks();
[[nodiscard]] QVector<Attack> reportReadingAttacks(); ///< … about reports and what they count
[[nodiscard]] QVector<Attack> reportWritingAttacks();
[[nodiscard]] QVector<Attack> mergeWritingAttacks(); ///< … about where articles are shown
[[nodiscard]] QVector<Attack> workAttacks();         ///< … about logged work, reading and writing
[[nodiscard]] QVector<Attack> serverAttacks();       ///< around the tables: roles, schema, server

/// An entry of history as SQL expressions; honest but for what an attack changes.
struct AttackEntry {
    QString ticket;
    QString version;
    QString what;
    QString before;
    QString after;
    QString actor = QStringLiteral("me()");
    QString kind = QStringLiteral("1");
    QString name = QStringLiteral("(SELECT name FROM person WHERE id = me())");
    QString id = QStringLiteral("l.history_id + 1");
    QString hash = {}; ///< empty: the right one
};

/// The INSERT that goes on with the chain of history, for a psql prompt.
[[nodiscard]] QString historyEntrySql(const AttackEntry &entry);

} // namespace deskhand::test

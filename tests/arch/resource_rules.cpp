// SPDX-License-Identifier: GPL-3.0-or-later
#include "arch/resource_rules.h"

#include <QRegularExpression>
#include <QSet>

namespace deskhand::arch {

namespace {

/// Who may write SQL in C++, and what: the condition compiler makes WHERE clauses, the connection says how it is to be
/// opened before there is a catalogue. Two commands of IMAP are words of SQL, too.
struct SqlPermission {
    QString pathPrefix;
    QRegularExpression what;
};

const QVector<SqlPermission> &sqlPermissions()
{
    static const QVector<SqlPermission> permissions{
        {QStringLiteral("src/store/condition_sql"), QRegularExpression(QStringLiteral("."))},
        {QStringLiteral("src/store/sqlite_connection."),
         QRegularExpression(QStringLiteral("^\\s*(PRAGMA|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)\\b"))},
        {QStringLiteral("src/mail/transport/imap_"), QRegularExpression(QStringLiteral("^(SELECT|CREATE)$"))},
        // A method of HTTP.
        {QStringLiteral("src/edge/"), QRegularExpression(QStringLiteral("^DELETE$"))},
        {QStringLiteral("src/service/"), QRegularExpression(QStringLiteral("^DELETE$"))},
    };
    return permissions;
}

bool isSql(const QString &text)
{
    static const QRegularExpression upper(QStringLiteral(
        "^\\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|PRAGMA|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE"
        "|REPLACE|ATTACH|DETACH|VACUUM|ANALYZE|REINDEX|EXPLAIN|WITH)(\\s|;|$)"));
    // In small letters only with the shape of a statement: "select a ticket" is English.
    static const QRegularExpression lower(
        QStringLiteral(
            "^\\s*(select\\b.*\\bfrom\\b|insert\\s+(or\\s+\\w+\\s+)?into\\b|update\\s+\\w+\\s+set\\b"
            "|delete\\s+from\\b|(create|drop|alter)\\s+(temp\\s+|unique\\s+|virtual\\s+)?(table|index|view|trigger)\\b"
            "|pragma\\s+\\w+\\s*(=|\\(|;|$)|begin\\s+(immediate|exclusive|deferred|transaction)\\b)"),
        QRegularExpression::DotMatchesEverythingOption);
    return upper.match(text).hasMatch() || lower.match(text).hasMatch();
}

/// "sqlite" for "resources/sql/sqlite/connection.sql".
QString sqlFolder(const QString &path)
{
    return path.section(u'/', 2, 2);
}

/// "thread/pane" for an include of "thread/ui_pane.h".
QString formOf(const QString &include)
{
    static const QRegularExpression generated(QStringLiteral("^(.*/)?ui_(\\w+)\\.h$"));
    const auto match = generated.match(include);
    return match.hasMatch() ? match.captured(1) + match.captured(2) : QString();
}

} // namespace

void SqlNames::add(const QString &path, const QString &sql)
{
    static const QRegularExpression declaration(QStringLiteral("^\\s*--\\s*name:\\s*(\\S+)\\s*$"));
    const QStringList lines = sql.split(u'\n');
    for (int i = 0; i < lines.size(); ++i) {
        const auto match = declaration.match(lines[i]);
        if (!match.hasMatch())
            continue;
        const QString name = match.captured(1);
        const Violation here{path, i + 1, QStringLiteral("statement %1").arg(name)};
        const auto known = m_declared.constFind(name);
        if (known == m_declared.constEnd())
            m_declared.insert(name, here);
        else if (sqlFolder(known->path) == sqlFolder(path))
            m_repeated.append({path, i + 1, QStringLiteral("statement %1 is declared twice").arg(name)});
    }
}

Violations SqlNames::unusedBy(const QVector<SourceText> &sources) const
{
    QSet<QString> spelled;
    for (const SourceText &source : sources) {
        for (const StringLiteral &literal : source.literals())
            spelled.insert(literal.text);
    }
    Violations result;
    for (auto it = m_declared.cbegin(); it != m_declared.cend(); ++it) {
        if (!spelled.contains(it.key()))
            result.append({it->path, it->line, QStringLiteral("statement %1 is used by no source").arg(it.key())});
    }
    return result;
}

Violations checkSqlCalls(const SourceText &source, const SqlNames &names)
{
    static const QRegularExpression call(QStringLiteral(
        "\\bsql\\s*\\(\\s*(QStringLiteral\\s*\\(\\s*|QByteArrayLiteral\\s*\\(\\s*|QLatin1String\\s*\\(\\s*|u8?)?$"));
    Violations result;
    for (const StringLiteral &literal : source.literals()) {
        const qsizetype lineStart = source.code().lastIndexOf(u'\n', literal.offset - 1) + 1;
        const QString before = source.code().mid(lineStart, literal.offset - lineStart);
        if (call.match(before).hasMatch() && !names.contains(literal.text))
            result.append(
                {source.path(), literal.line, QStringLiteral("statement %1 is not declared").arg(literal.text)});
    }
    return result;
}

Violations checkSqlText(const SourceText &source)
{
    Violations result;
    for (const StringLiteral &literal : source.literals()) {
        if (!isSql(literal.text))
            continue;
        bool permitted = false;
        for (const SqlPermission &permission : sqlPermissions())
            permitted |=
                source.path().startsWith(permission.pathPrefix) && permission.what.match(literal.text).hasMatch();
        if (!permitted)
            result.append(
                {source.path(), literal.line,
                 QStringLiteral("SQL outside resources/sql: \"%1\"").arg(literal.text.left(40).simplified())});
    }
    return result;
}

Violations checkForms(const QStringList &forms, const QVector<SourceText> &sources)
{
    static const QRegularExpression include(QStringLiteral("#\\s*include\\s*[<\"]([^>\"]+)[>\"]"));
    QSet<QString> used;
    for (const SourceText &source : sources) {
        auto matches = include.globalMatch(source.text());
        while (matches.hasNext())
            used.insert(formOf(matches.next().captured(1)));
    }
    Violations result;
    for (const QString &form : forms) {
        const QString name = form.mid(3).chopped(3); // "ui/" … ".ui"
        // AUTOUIC finds a form without its folder too, beside the source that includes it.
        if (!used.contains(name) && !used.contains(name.section(u'/', -1)))
            result.append({form, 0, QStringLiteral("no source includes this form")});
    }
    return result;
}

Violations checkQrc(const QString &qrcPath, const QString &qrc, const QStringList &filesBelowItsFolder)
{
    static const QRegularExpression entry(QStringLiteral("<file[^>]*>\\s*([^<]+?)\\s*</file>"));
    const QString folder = qrcPath.section(u'/', 0, -2);
    QSet<QString> named;
    Violations result;
    auto entries = entry.globalMatch(qrc);
    while (entries.hasNext()) {
        const QString path = folder + u'/' + entries.next().captured(1);
        named.insert(path);
        if (!filesBelowItsFolder.contains(path))
            result.append({qrcPath, 0, QStringLiteral("names %1, which is not there").arg(path)});
    }
    for (const QString &path : filesBelowItsFolder) {
        if (path != qrcPath && !named.contains(path))
            result.append({path, 0, QStringLiteral("is not named by %1").arg(qrcPath)});
    }
    return result;
}

} // namespace deskhand::arch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/statement_catalogue.h"

#include "store/sql_resources.h"

#include <QDir>
#include <QFile>
#include <QStringList>

#include <algorithm>

namespace deskhand {
namespace {

Error catalogueError(const QString &fileName, const QString &detail)
{
    return Error{ErrorCode::Internal, QStringLiteral("store.catalogue"), fileName + QStringLiteral(": ") + detail, {}};
}

bool isStatementName(const QByteArray &name)
{
    const qsizetype dot = name.indexOf('.');
    if (dot <= 0 || dot != name.lastIndexOf('.') || dot == name.size() - 1)
        return false;
    return std::all_of(name.cbegin(), name.cend(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.';
    });
}

Result<QByteArray> readSqlFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return catalogueError(path, file.errorString());
    return file.readAll();
}

} // namespace

QString sqlDialectName(SqlDialect dialect)
{
    return dialect == SqlDialect::Postgres ? QStringLiteral("postgres") : QStringLiteral("sqlite");
}

Result<StatementCatalogue> StatementCatalogue::load(SqlDialect dialect)
{
    const QString own = sqlDialectName(dialect);
    registerSqlResources();
    StatementCatalogue catalogue;
    for (const QString &folder : {QStringLiteral("common"), own}) {
        const QDir directory(QStringLiteral(":/sql/") + folder);
        for (const QString &name : directory.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
            const Result<QByteArray> text = readSqlFile(directory.filePath(name));
            if (!text)
                return text.error();
            const Result<void> added = folder == own ? catalogue.addDialect(*text, name) : catalogue.add(*text, name);
            if (!added)
                return added.error();
        }
    }
    return catalogue;
}

Result<StatementCatalogue> StatementCatalogue::loadReplica()
{
    Result<StatementCatalogue> catalogue = load(SqlDialect::Sqlite);
    if (!catalogue)
        return catalogue;
    const QString name = QStringLiteral(":/sql/replica/ids.sql");
    const Result<QByteArray> text = readSqlFile(name);
    if (!text)
        return text.error();
    if (const Result<void> added = catalogue->addDialect(*text, name); !added)
        return added.error();
    return catalogue;
}

Result<void> StatementCatalogue::add(const QByteArray &text, const QString &fileName)
{
    return parse(text, fileName, false);
}

Result<void> StatementCatalogue::addDialect(const QByteArray &text, const QString &fileName)
{
    return parse(text, fileName, true);
}

const QByteArray *StatementCatalogue::find(std::string_view name) const
{
    const auto found = m_statements.find(name);
    return found == m_statements.cend() ? nullptr : &found->second.text;
}

QStringList StatementCatalogue::names() const
{
    QStringList names;
    for (const auto &[name, entry] : m_statements)
        names.append(QString::fromStdString(name));
    return names;
}

Result<void> StatementCatalogue::parse(const QByteArray &text, const QString &fileName, bool dialect)
{
    QByteArray name;
    QByteArray statement;
    for (const QByteArray &line : text.split('\n')) {
        const QByteArray trimmed = line.trimmed();
        if (trimmed.startsWith("-- name:")) {
            if (!name.isEmpty()) {
                if (Result<void> inserted = insert(name, statement, fileName, dialect); !inserted)
                    return inserted;
            }
            name = trimmed.mid(8).trimmed();
            statement.clear();
            if (!isStatementName(name))
                return catalogueError(fileName, QStringLiteral("malformed name \"%1\"").arg(QString::fromUtf8(name)));
        } else if (!trimmed.isEmpty() && !trimmed.startsWith("--")) {
            if (name.isEmpty())
                return catalogueError(fileName, QStringLiteral("text before the first name"));
            statement += trimmed;
            statement += '\n';
        }
    }
    return name.isEmpty() ? Result<void>() : insert(name, statement, fileName, dialect);
}

Result<void> StatementCatalogue::insert(const QByteArray &name, const QByteArray &text, const QString &fileName,
                                        bool dialect)
{
    if (text.trimmed().isEmpty())
        return catalogueError(fileName, QStringLiteral("statement \"%1\" is empty").arg(QString::fromUtf8(name)));
    const auto found = m_statements.find(std::string_view(name.constData(), size_t(name.size())));
    if (found != m_statements.end() && found->second.fromDialect == dialect)
        return catalogueError(fileName, QStringLiteral("\"%1\" is there twice").arg(QString::fromUtf8(name)));
    m_statements.insert_or_assign(name.toStdString(), Entry{text.trimmed(), dialect});
    return {};
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arch/source_text.h"

#include <QHash>

namespace deskhand::arch {

/// Named statements of resources/sql and where each is declared. A dialect's folder may declare a name of common/
/// again.
class SqlNames
{
public:
    /// `path` tells common from dialect; statements follow lines "-- name: area.statement".
    void add(const QString &path, const QString &sql);

    [[nodiscard]] bool contains(const QString &name) const { return m_declared.contains(name); }
    [[nodiscard]] bool isEmpty() const { return m_declared.isEmpty(); }
    /// Declared twice in one folder.
    [[nodiscard]] const Violations &repeated() const { return m_repeated; }
    /// Names that no literal of the sources spells.
    [[nodiscard]] Violations unusedBy(const QVector<SourceText> &sources) const;

private:
    QHash<QString, Violation> m_declared;
    Violations m_repeated;
};

/// Literals given to a function named sql() that are no declared statement.
Violations checkSqlCalls(const SourceText &source, const SqlNames &names);
/// SQL written in C++: belongs into resources/sql. The files that may say more are named in resource_rules.cpp.
Violations checkSqlText(const SourceText &source);
/// Forms whose generated header no source includes.
Violations checkForms(const QStringList &forms, const QVector<SourceText> &sources);
/// Files named by a .qrc that are not there, and files beside it in its own folder that it does not name.
Violations checkQrc(const QString &qrcPath, const QString &qrc, const QStringList &filesBelowItsFolder);

} // namespace deskhand::arch

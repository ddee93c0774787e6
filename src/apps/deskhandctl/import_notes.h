// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/imports/import_report.h"

#include <QFile>
#include <QJsonObject>

namespace deskhand::ctl {

/// Notes of an import as a CSV file of their own: row, line, column, value, what became of the row, why. Values that a
/// spreadsheet would calculate begin with an apostrophe.
class ImportNoteFile
{
public:
    /// False: it cannot be written.
    bool open(const QString &path);
    void add(const ImportNote &note);
    /// False: not all of it could be written.
    bool close();

private:
    QFile m_file;
    bool m_ok = true;
};

[[nodiscard]] QJsonObject importNoteToJson(const ImportNote &note);
[[nodiscard]] QJsonObject importReportToJson(const ImportReport &report, bool dryRun);
/// "row 7 (line 9): column “solved”: bad-time: 31/2/2016; skipped".
[[nodiscard]] QString importNoteWords(const ImportNote &note);
void printImportReport(const ImportReport &report, bool dryRun);

} // namespace deskhand::ctl

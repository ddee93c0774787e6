// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/import_notes.h"

#include "apps/deskhandctl/output.h"

#include <QJsonArray>

namespace deskhand::ctl {
namespace {

QByteArray csvField(QString text)
{
    if (!text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front()))
        text.prepend(u'\'');
    text.replace(u'"', QLatin1String("\"\""));
    return (u'"' + text + u'"').toUtf8();
}

QJsonObject madeToJson(const ImportReport &report)
{
    return {{QStringLiteral("states"), QJsonArray::fromStringList(report.states)},
            {QStringLiteral("priorities"), QJsonArray::fromStringList(report.priorities)},
            {QStringLiteral("queues"), QJsonArray::fromStringList(report.queues)},
            {QStringLiteral("categories"), QJsonArray::fromStringList(report.categories)},
            {QStringLiteral("organizations"), QJsonArray::fromStringList(report.organizations)},
            {QStringLiteral("agents"), QJsonArray::fromStringList(report.agents)},
            {QStringLiteral("people"), report.people}};
}

void printMade(const QString &what, const QStringList &names, bool dryRun)
{
    constexpr qsizetype mostNamed = 8;
    if (names.isEmpty())
        return;
    const QString more = names.size() > mostNamed ? QStringLiteral(" …") : QString();
    printLine(QStringLiteral("%1 %2: %3 (%4%5)")
                  .arg(dryRun ? QStringLiteral("would make") : QStringLiteral("made"), what)
                  .arg(names.size())
                  .arg(names.mid(0, mostNamed).join(QStringLiteral(", ")), more));
}

} // namespace

bool ImportNoteFile::open(const QString &path)
{
    m_file.setFileName(path);
    m_ok = m_file.open(QIODevice::WriteOnly | QIODevice::Truncate)
           && m_file.write("row,line,column,value,row_was,why\r\n") > 0;
    return m_ok;
}

void ImportNoteFile::add(const ImportNote &note)
{
    if (!m_file.isOpen())
        return;
    const QByteArray was = note.skipped ? "skipped" : "taken";
    m_ok = m_file.write(QByteArray::number(note.row) + ',' + QByteArray::number(note.line) + ',' + csvField(note.column)
                        + ',' + csvField(note.value) + ',' + was + ',' + csvField(note.why) + "\r\n")
               > 0
           && m_ok;
}

bool ImportNoteFile::close()
{
    if (m_file.isOpen()) {
        m_ok = m_file.flush() && m_ok;
        m_file.close();
    }
    return m_ok;
}

QJsonObject importNoteToJson(const ImportNote &note)
{
    return {{QStringLiteral("row"), note.row},         {QStringLiteral("line"), note.line},
            {QStringLiteral("column"), note.column},   {QStringLiteral("value"), note.value},
            {QStringLiteral("skipped"), note.skipped}, {QStringLiteral("why"), note.why}};
}

QJsonObject importReportToJson(const ImportReport &report, bool dryRun)
{
    QJsonObject why;
    for (auto one = report.why.cbegin(); one != report.why.cend(); ++one)
        why.insert(one.key(), one.value());
    return {{QStringLiteral("dry_run"), dryRun},
            {QStringLiteral("rows"), report.rows},
            {QStringLiteral("skipped_rows"), report.skippedRows},
            {QStringLiteral("mended"), report.mendedRows},
            {QStringLiteral("why"), why},
            {QStringLiteral("cases"), report.cases},
            {QStringLiteral("imported"), report.imported},
            {QStringLiteral("known"), report.known},
            {QStringLiteral("events"), report.events},
            {QStringLiteral("articles"), report.articles},
            {QStringLiteral("made"), madeToJson(report)},
            {QStringLiteral("cancelled"), report.cancelled}};
}

QString importNoteWords(const ImportNote &note)
{
    QString words = QStringLiteral("row %1 (line %2): ").arg(note.row).arg(note.line);
    if (!note.column.isEmpty())
        words += QStringLiteral("column “%1”: ").arg(note.column);
    words += note.why;
    if (!note.value.isEmpty())
        words += QStringLiteral(": “%1”").arg(note.value);
    return words + (note.skipped ? QStringLiteral("; skipped") : QStringLiteral("; mended"));
}

void printImportReport(const ImportReport &report, bool dryRun)
{
    printLine(QStringLiteral("%1 rows read, %2 skipped, %3 mended: %4 tickets")
                  .arg(report.rows)
                  .arg(report.skippedRows)
                  .arg(report.mendedRows)
                  .arg(report.cases));
    for (auto one = report.why.cbegin(); one != report.why.cend(); ++one)
        printLine(QStringLiteral("  %1: %2").arg(one.key()).arg(one.value()));
    printMade(QStringLiteral("states"), report.states, dryRun);
    printMade(QStringLiteral("priorities"), report.priorities, dryRun);
    printMade(QStringLiteral("queues"), report.queues, dryRun);
    printMade(QStringLiteral("categories"), report.categories, dryRun);
    printMade(QStringLiteral("organizations"), report.organizations, dryRun);
    printMade(QStringLiteral("agents"), report.agents, dryRun);
    printLine(QStringLiteral("%1 %2 tickets with %3 events; %4 were there already")
                  .arg(dryRun ? QStringLiteral("would import") : QStringLiteral("imported"))
                  .arg(report.imported)
                  .arg(report.events)
                  .arg(report.known));
    if (report.cancelled)
        printLine(QStringLiteral("stopped; --resume goes on with the rest"));
}

} // namespace deskhand::ctl

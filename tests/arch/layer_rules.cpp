// SPDX-License-Identifier: GPL-3.0-or-later
#include "arch/layer_rules.h"

#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QRegularExpression>

namespace deskhand::arch {

namespace {

const QString documentPath = QStringLiteral("src/ARCHITECTURE.md");

QStringList wordsOf(const QString &cell)
{
    static const QRegularExpression separator(QStringLiteral("[\\s,`–-]+"));
    return cell.split(separator, Qt::SkipEmptyParts);
}

struct Include {
    int line = 0;
    QString name;
    bool quoted = false;
};

QVector<Include> includesOf(const SourceText &source)
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"));
    QVector<Include> result;
    int line = 0;
    const auto lines = QStringView(source.text()).split(u'\n');
    for (const QStringView text : lines) {
        ++line;
        const auto match = pattern.match(text.toString());
        if (match.hasMatch())
            result.append({line, match.captured(2), match.captured(1) == QLatin1String("\"")});
    }
    return result;
}

/// Headers that a build tool writes beside the source.
bool isGenerated(const QString &include)
{
    const QString name = include.section(u'/', -1);
    return name.startsWith(QLatin1String("ui_")) || name.endsWith(QLatin1String(".moc"));
}

/// "gmime" for "gmime/gmime.h", "sqlite3" for "sqlite3.h".
QString libraryOf(const QString &include)
{
    return include.section(u'/', 0, 0).section(u'.', 0, 0);
}

QString sorted(const QSet<QString> &names)
{
    QStringList list(names.cbegin(), names.cend());
    list.sort();
    return list.join(u' ');
}

} // namespace

LayerTable LayerTable::fromMarkdown(const QString &markdown)
{
    LayerTable table;
    QVector<QStringList> rows;
    const QStringList lines = markdown.split(u'\n');
    for (const QString &line : lines) {
        const QStringList cells = line.split(u'|');
        // A row of the table: "| `name` | may use | Qt | libraries | …"; cells.first() is what is before the first bar.
        if (cells.size() >= 6 && cells[0].trimmed().isEmpty() && cells[1].trimmed().startsWith(u'`'))
            rows.append(cells);
    }
    for (const QStringList &cells : rows) {
        Layer layer;
        layer.name = wordsOf(cells[1]).value(0);
        const QStringList uses = wordsOf(cells[2]);
        layer.mayUse = QSet<QString>(uses.cbegin(), uses.cend());
        const QStringList modules = wordsOf(cells[3]);
        for (const QString &module : modules)
            layer.qtModules.insert(QStringLiteral("Qt") + module);
        const QStringList libraries = wordsOf(cells[4]);
        layer.libraries = QSet<QString>(libraries.cbegin(), libraries.cend());
        table.m_layers.insert(layer.name, layer);
    }
    for (Layer &layer : table.m_layers) {
        if (!layer.mayUse.remove(QStringLiteral("everything")))
            continue;
        for (const QStringList &cells : rows)
            layer.mayUse.insert(wordsOf(cells[1]).value(0));
        layer.mayUse.remove(layer.name);
    }
    return table;
}

QStringList LayerTable::names() const
{
    QStringList result = m_layers.keys();
    result.sort();
    return result;
}

QSet<QString> LayerTable::libraries() const
{
    QSet<QString> result;
    for (const Layer &layer : m_layers)
        result += layer.libraries;
    return result;
}

Violations LayerTable::contradictions() const
{
    Violations result;
    for (const Layer &layer : m_layers) {
        for (const QString &used : layer.mayUse) {
            if (!m_layers.contains(used))
                result.append({documentPath, 0, QStringLiteral("%1 uses %2, which is no layer").arg(layer.name, used)});
        }
        QSet<QString> reached = layer.mayUse;
        QStringList todo(reached.cbegin(), reached.cend());
        while (!todo.isEmpty()) {
            const QSet<QString> further = m_layers.value(todo.takeLast()).mayUse - reached;
            reached += further;
            todo.append(QStringList(further.cbegin(), further.cend()));
        }
        if (reached.contains(layer.name))
            result.append({documentPath, 0, QStringLiteral("%1 uses itself by way of others").arg(layer.name)});
        if (layer.qtModules.isEmpty())
            result.append({documentPath, 0, QStringLiteral("%1 has no Qt modules").arg(layer.name)});
    }
    return result;
}

QtHeaders::QtHeaders(QString folder)
    : m_folder(std::move(folder))
    , m_modules(QDir(m_folder).entryList({QStringLiteral("Qt*")}, QDir::Dirs))
{
}

QtHeaders QtHeaders::installed()
{
    return QtHeaders(QLibraryInfo::path(QLibraryInfo::HeadersPath));
}

QString QtHeaders::moduleOf(const QString &include) const
{
    const QString first = include.section(u'/', 0, 0);
    if (m_modules.contains(first))
        return first;
    for (const QString &module : m_modules) {
        if (QFileInfo::exists(m_folder + u'/' + module + u'/' + include))
            return module;
    }
    return QString();
}

Violations checkIncludes(const SourceText &source, const LayerTable &table, const QtHeaders &qt)
{
    Violations result;
    const Layer layer = table.layer(source.layer());
    const QSet<QString> libraries = table.libraries();
    const QVector<Include> includes = includesOf(source);
    for (const Include &include : includes) {
        const QString first = include.name.section(u'/', 0, 0);
        const auto complain = [&](const QString &what) { result.append({source.path(), include.line, what}); };
        if (table.contains(first) && include.name.contains(u'/')) {
            if (first != layer.name && !layer.mayUse.contains(first))
                complain(QStringLiteral("%1 must not include %2").arg(layer.name, include.name));
            continue;
        }
        if (include.quoted) {
            const bool inOwnFolder = layer.name == QLatin1String("apps") && !include.name.contains(QLatin1String(".."));
            if (!isGenerated(include.name) && !inOwnFolder)
                complain(QStringLiteral("\"%1\" is not written relative to src/").arg(include.name));
            continue;
        }
        const QString module = qt.moduleOf(include.name);
        if (!module.isEmpty() && !layer.qtModules.contains(module))
            complain(QStringLiteral("%1 must not use %2 (<%3>)").arg(layer.name, module, include.name));
        const QString library = libraryOf(include.name);
        if (libraries.contains(library) && !layer.libraries.contains(library))
            complain(QStringLiteral("%1 must not use the library %2").arg(layer.name, library));
    }
    return result;
}

Violations checkFolders(const QStringList &foldersBelowSrc, const LayerTable &table)
{
    Violations result;
    for (const QString &folder : foldersBelowSrc) {
        if (!table.contains(folder))
            result.append({QStringLiteral("src/") + folder, 0, QStringLiteral("has no row in the table of layers")});
    }
    const QStringList names = table.names();
    for (const QString &name : names) {
        if (!foldersBelowSrc.contains(name))
            result.append({documentPath, 0, QStringLiteral("the layer %1 has no folder").arg(name)});
    }
    return result;
}

Violations checkCMake(const QString &cmake, const LayerTable &table)
{
    static const QRegularExpression call(QStringLiteral("deskhand_add_layer\\(\\s*(\\w+)([^)]*)\\)"));
    static const QRegularExpression uses(QStringLiteral("\\bUSES\\b([a-z_\\s]*)"));
    const QString path = QStringLiteral("src/CMakeLists.txt");
    Violations result;
    QSet<QString> seen;
    auto calls = call.globalMatch(cmake);
    while (calls.hasNext()) {
        const auto match = calls.next();
        if (match.captured(1) == QLatin1String("name"))
            continue; // the function's own definition
        const Layer layer = table.layer(match.captured(1));
        seen.insert(match.captured(1));
        const QStringList words = wordsOf(uses.match(match.captured(2)).captured(1));
        const QSet<QString> linked(words.cbegin(), words.cend());
        if (linked != layer.mayUse)
            result.append({path, 0,
                           QStringLiteral("%1 links [%2], the table of layers says [%3]")
                               .arg(match.captured(1), sorted(linked), sorted(layer.mayUse))});
    }
    const QStringList names = table.names();
    for (const QString &name : names) {
        if (name != QLatin1String("apps") && !seen.contains(name))
            result.append({path, 0, QStringLiteral("the layer %1 is not built").arg(name)});
    }
    return result;
}

} // namespace deskhand::arch

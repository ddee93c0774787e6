// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arch/source_text.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace deskhand::arch {

struct Layer {
    QString name;
    QSet<QString> mayUse;    ///< other layers
    QSet<QString> qtModules; ///< e.g. "QtCore"
    QSet<QString> libraries; ///< headers of other libraries without ".h", e.g. "sqlite3"
};

/// The table of layers in src/ARCHITECTURE.md: rows "| `name` | layers or – or everything | Qt modules | other
/// libraries or – | …".
/// It is the only place that says what may use what.
class LayerTable
{
public:
    static LayerTable fromMarkdown(const QString &markdown);

    [[nodiscard]] bool isEmpty() const { return m_layers.isEmpty(); }
    [[nodiscard]] bool contains(const QString &layer) const { return m_layers.contains(layer); }
    [[nodiscard]] Layer layer(const QString &name) const { return m_layers.value(name); }
    [[nodiscard]] QStringList names() const;
    /// All that some layer may use; of them every layer may use only its own.
    [[nodiscard]] QSet<QString> libraries() const;
    /// Words that are no layer, layers that use themselves by way of others, rows that say nothing.
    [[nodiscard]] Violations contradictions() const;

private:
    QHash<QString, Layer> m_layers;
};

/// Which Qt module gives a header, by looking where Qt's headers are installed; empty for one that is not Qt's.
class QtHeaders
{
public:
    explicit QtHeaders(QString folder);
    /// The folder that the running Qt was installed with.
    static QtHeaders installed();

    [[nodiscard]] QString moduleOf(const QString &include) const;

private:
    QString m_folder;
    QStringList m_modules;
};

/// Includes of another layer, a Qt module or a library that the table does not allow, and project includes
/// that are not written relative to src/.
Violations checkIncludes(const SourceText &source, const LayerTable &table, const QtHeaders &qt);
/// Folders below src/ that have no row and rows that have no folder.
Violations checkFolders(const QStringList &foldersBelowSrc, const LayerTable &table);
/// deskhand_add_layer(NAME USES …) must link the same layers that the table says.
Violations checkCMake(const QString &cmake, const LayerTable &table);

} // namespace deskhand::arch

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/palette_source.h"

#include <QAbstractListModel>
#include <QStringList>

namespace deskhand {

class Settings;

/// What the palette lists for a text: the items of all sources under their headings, the section with the best match
/// first; for no text what was used last, then everything. GUI thread.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { SubtitleRole = Qt::UserRole + 1, IconRole, KeysRole, PositionsRole, HeadingRole, IdRole };

    explicit PaletteModel(Settings &settings, QObject *parent = nullptr);

    /// Does not take ownership; a source that dies is dropped.
    void addSource(PaletteSource *source);

    /// Asks the sources. Rows change as answers come.
    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    /// All sources have answered to the text.
    [[nodiscard]] bool isComplete() const { return m_waiting == 0; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// Remembers the item as used and gives what to run; empty for a heading.
    [[nodiscard]] std::function<void()> activate(const QModelIndex &index);

Q_SIGNALS:
    void completed();

private:
    struct Section {
        PaletteSource *source;
        QVector<PaletteItem> items;
        bool asked = false;
    };
    struct Row {
        QString heading; // empty: an item
        PaletteItem item;
        QString key; // source and item, for what was used last
    };

    void take(PaletteSource *source, const QString &text, const QVector<PaletteItem> &items);
    void rebuild();
    [[nodiscard]] QVector<Row> recentRows() const;

    Settings &m_settings;
    QVector<Section> m_sections;
    QVector<Row> m_rows;
    QString m_text;  // as typed
    QString m_asked; // without the prefix
    int m_waiting = 0;
};

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/palette_model.h"

#include "models/settings.h"

#include <algorithm>

namespace deskhand {

namespace {
constexpr int itemsOfSection = 8;
constexpr int itemsOfSingleSection = 50;
constexpr int rememberedItems = 6;
const QString recentKey = QStringLiteral("palette/recent");

QString rowKey(const PaletteSource &source, const PaletteItem &item)
{
    return source.id() + QLatin1Char('/') + item.id;
}

} // namespace

PaletteModel::PaletteModel(Settings &settings, QObject *parent)
    : QAbstractListModel(parent)
    , m_settings(settings)
{
}

void PaletteModel::addSource(PaletteSource *source)
{
    m_sections.append({source, {}, false});
    connect(source, &PaletteSource::found, this,
            [this, source](const QString &text, const QVector<PaletteItem> &items) { take(source, text, items); });
    connect(source, &QObject::destroyed, this, [this, source] {
        m_sections.removeIf([source](const Section &section) { return section.source == source; });
        rebuild();
    });
}

void PaletteModel::setText(const QString &text)
{
    m_text = text;
    m_asked = text.trimmed();
    PaletteSource *only = nullptr;
    for (const Section &section : std::as_const(m_sections)) {
        if (!m_asked.isEmpty() && section.source->prefix() == m_asked[0])
            only = section.source;
    }
    if (only)
        m_asked = m_asked.mid(1).trimmed();
    m_waiting = 0;
    for (Section &section : m_sections) {
        section.items.clear();
        section.asked = !only || section.source == only;
        m_waiting += section.asked ? 1 : 0;
    }
    // A source may answer while it is asked; the list must not change under this loop.
    QVector<PaletteSource *> asked;
    for (const Section &section : std::as_const(m_sections)) {
        if (section.asked)
            asked.append(section.source);
    }
    const QString wanted = m_asked;
    const int limit = only || wanted.isEmpty() ? itemsOfSingleSection : itemsOfSection;
    for (PaletteSource *source : asked)
        source->query(wanted, limit);
    rebuild();
}

void PaletteModel::take(PaletteSource *source, const QString &text, const QVector<PaletteItem> &items)
{
    if (text != m_asked)
        return;
    for (Section &section : m_sections) {
        if (section.source != source || !section.asked)
            continue;
        section.items = items;
        section.asked = false;
        --m_waiting;
        rebuild();
        if (m_waiting == 0)
            Q_EMIT completed();
    }
}

QVector<PaletteModel::Row> PaletteModel::recentRows() const
{
    QVector<Row> rows;
    for (const QString &key : m_settings.value(recentKey).toStringList()) {
        for (const Section &section : m_sections) {
            for (const PaletteItem &item : section.items) {
                if (rowKey(*section.source, item) == key)
                    rows.append({{}, item, key});
            }
        }
    }
    return rows;
}

void PaletteModel::rebuild()
{
    QVector<Row> rows;
    QStringList shown;
    if (m_asked.isEmpty()) {
        const QVector<Row> recent = recentRows();
        if (!recent.isEmpty()) {
            rows.append({tr("Recent"), {}, {}});
            for (const Row &row : recent) {
                rows.append(row);
                shown.append(row.key);
            }
        }
    }
    QVector<const Section *> order;
    for (const Section &section : std::as_const(m_sections)) {
        if (!section.items.isEmpty())
            order.append(&section);
    }
    // Best match first; equal ones as the sources were added.
    const auto best = [](const Section *section) {
        int score = 0;
        for (const PaletteItem &item : section->items)
            score = std::max(score, item.score);
        return score;
    };
    std::sort(order.begin(), order.end(), [&best](const Section *one, const Section *other) {
        return best(one) != best(other) ? best(one) > best(other) : one < other;
    });
    for (const Section *section : order) {
        QVector<Row> items;
        for (const PaletteItem &item : section->items) {
            const QString key = rowKey(*section->source, item);
            if (!shown.contains(key))
                items.append({{}, item, key});
        }
        if (items.isEmpty())
            continue;
        rows.append({section->source->title(), {}, {}});
        rows.append(items);
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return row.heading.isEmpty() ? row.item.title : row.heading;
    case Qt::AccessibleTextRole:
        return row.heading.isEmpty()
                   ? QStringList{row.item.title, row.item.subtitle, row.item.keys}.join(QStringLiteral(", "))
                   : row.heading;
    case SubtitleRole: return row.item.subtitle;
    case IconRole: return row.item.icon;
    case KeysRole: return row.item.keys;
    case PositionsRole: return QVariant::fromValue(row.item.positions);
    case HeadingRole: return !row.heading.isEmpty();
    case IdRole: return row.key;
    default: return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || !m_rows[index.row()].heading.isEmpty())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

std::function<void()> PaletteModel::activate(const QModelIndex &index)
{
    if (!index.isValid() || !m_rows[index.row()].heading.isEmpty())
        return {};
    const Row row = m_rows[index.row()];
    QStringList recent = m_settings.value(recentKey).toStringList();
    recent.removeAll(row.key);
    recent.prepend(row.key);
    m_settings.setValue(recentKey, recent.mid(0, rememberedItems));
    return row.item.run;
}

} // namespace deskhand

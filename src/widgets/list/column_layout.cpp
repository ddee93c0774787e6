// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/list/column_layout.h"

#include "models/list_memory.h"

#include <QHeaderView>

#include <algorithm>
#include <array>

namespace deskhand {

namespace {

/// The first to stay when there is little room.
constexpr std::array columnImportance{
    ListColumn::Subject, ListColumn::TimeLeft,     ListColumn::Due,      ListColumn::Requester, ListColumn::Number,
    ListColumn::Owner,   ListColumn::Updated,      ListColumn::State,    ListColumn::Priority,  ListColumn::Queue,
    ListColumn::Created, ListColumn::Organization, ListColumn::Category, ListColumn::Tags,      ListColumn::LastContact,
    ListColumn::Channel, ListColumn::Articles,
};

/// Characters that a column shows at first.
int usualCharacters(ListColumn column)
{
    switch (column) {
    case ListColumn::Number: return 7;
    case ListColumn::Due: return 12;
    case ListColumn::TimeLeft: return 15;
    case ListColumn::Updated:
    case ListColumn::Created:
    case ListColumn::LastContact: return 11;
    case ListColumn::Articles: return 8;
    case ListColumn::Requester:
    case ListColumn::Owner: return 17;
    default: return 14;
    }
}

constexpr int marksWidth = 60; ///< before the text of the first column
constexpr int cellPadding = 16;

} // namespace

ColumnLayout::ColumnLayout(QHeaderView *header, ListMemory &memory, QObject *parent)
    : QObject(parent)
    , m_header(header)
    , m_memory(memory)
{
    connect(header, &QHeaderView::sectionResized, this, [this](int section, int, int width) {
        if (!m_arranging && !m_twoLines && width > 0 && ListColumn(section) != ListColumn::Subject)
            m_memory.setColumnWidth(m_listKey, ListColumn(section), width);
    });
    connect(header, &QHeaderView::sectionMoved, this, [this] {
        if (!m_arranging && !m_twoLines)
            takeMove();
    });
}

void ColumnLayout::setOneLine(const QString &listKey, const QVector<ListColumn> &columns)
{
    m_twoLines = false;
    m_listKey = listKey;
    m_columns = columns;
    if (!m_columns.contains(ListColumn::Subject))
        m_columns.prepend(ListColumn::Subject); // a list without subjects helps nobody
    arrange();
}

void ColumnLayout::setTwoLines()
{
    m_twoLines = true;
    arrange();
}

int ColumnLayout::widthOf(ListColumn column) const
{
    const int remembered = m_memory.columnWidth(m_listKey, column);
    if (remembered > 0)
        return remembered;
    const int letters = m_header->fontMetrics().averageCharWidth() * usualCharacters(column) + cellPadding;
    return m_columns.value(0) == column ? letters + marksWidth - cellPadding / 2 : letters;
}

QVector<ListColumn> ColumnLayout::fitting(const QVector<ListColumn> &chosen, int width) const
{
    int rest = width - leastSubjectWidth;
    QVector<ListColumn> kept{ListColumn::Subject};
    for (const ListColumn column : columnImportance) {
        if (column == ListColumn::Subject || !chosen.contains(column))
            continue;
        rest -= widthOf(column);
        if (rest < 0)
            break;
        kept.append(column);
    }
    QVector<ListColumn> fitting = chosen;
    fitting.removeIf([&kept](ListColumn column) { return !kept.contains(column); });
    return fitting;
}

void ColumnLayout::arrange()
{
    m_arranging = true;
    const QVector<ListColumn> shown =
        m_twoLines ? QVector<ListColumn>{ListColumn::Subject} : fitting(m_columns, m_header->viewport()->width());
    for (int section = 0; section < m_header->count(); ++section)
        m_header->setSectionHidden(section, !shown.contains(ListColumn(section)));
    for (int place = 0; place < shown.size(); ++place) {
        const int section = int(shown.at(place));
        m_header->moveSection(m_header->visualIndex(section), place);
        const bool subject = shown.at(place) == ListColumn::Subject;
        m_header->setSectionResizeMode(section, subject ? QHeaderView::Stretch : QHeaderView::Interactive);
        if (!subject)
            m_header->resizeSection(section, widthOf(shown.at(place)));
    }
    m_arranging = false;
}

int ColumnLayout::firstColumn() const
{
    for (int place = 0; place < m_header->count(); ++place) {
        const int section = m_header->logicalIndex(place);
        if (!m_header->isSectionHidden(section))
            return section;
    }
    return 0;
}

void ColumnLayout::takeMove()
{
    // Columns that had no room keep their place behind the one they followed.
    QVector<ListColumn> order;
    for (int place = 0; place < m_header->count(); ++place) {
        const int section = m_header->logicalIndex(place);
        if (!m_header->isSectionHidden(section))
            order.append(ListColumn(section));
    }
    for (int i = 0; i < m_columns.size(); ++i) {
        if (order.contains(m_columns.at(i)))
            continue;
        const qsizetype before = i > 0 ? order.indexOf(m_columns.at(i - 1)) : -1;
        order.insert(before + 1, m_columns.at(i));
    }
    m_columns = order;
    Q_EMIT reordered(order);
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/list_memory.h"

#include "models/settings.h"

namespace deskhand {

namespace {

QString memoryKey(const QString &listKey, QLatin1String name)
{
    return QStringLiteral("list/%1/%2").arg(listKey, name);
}

QString widthKey(const QString &listKey, ListColumn column)
{
    return QStringLiteral("list/%1/width-%2").arg(listKey, listColumnName(column));
}

constexpr QLatin1String sortName("sort");
constexpr QLatin1String groupName("group");
constexpr QLatin1String columnsName("columns");
constexpr QLatin1String densityName("density");

} // namespace

ListMemory::ListMemory(Settings &settings)
    : m_settings(settings)
{
}

ListSpec ListMemory::recalled(ListSpec spec) const
{
    ListColumn column;
    QString sort = m_settings.value(memoryKey(spec.key, sortName)).toString();
    const bool descending = sort.startsWith(u'-');
    if (descending)
        sort.remove(0, 1);
    if (listColumnFromName(sort, &column))
        spec.sort = ListSort{column, descending};

    const QString group = m_settings.value(memoryKey(spec.key, groupName)).toString();
    if (group == QLatin1String("none"))
        spec.groupBy.reset();
    else if (listColumnFromName(group, &column) && canGroupBy(column))
        spec.groupBy = column;

    QVector<ListColumn> columns;
    for (const QString &name :
         m_settings.value(memoryKey(spec.key, columnsName)).toString().split(u' ', Qt::SkipEmptyParts)) {
        if (listColumnFromName(name, &column) && !columns.contains(column))
            columns.append(column);
    }
    if (!columns.isEmpty())
        spec.columns = columns;

    const int density = m_settings.value(memoryKey(spec.key, densityName)).toInt();
    if (density == int(ListDensity::OneLine) || density == int(ListDensity::TwoLines))
        spec.density = ListDensity(density);
    return spec;
}

void ListMemory::remember(const ListSpec &spec)
{
    m_settings.setValue(memoryKey(spec.key, sortName), QString((spec.sort.descending ? QStringLiteral("-") : QString())
                                                               + listColumnName(spec.sort.column)));
    m_settings.setValue(memoryKey(spec.key, groupName),
                        spec.groupBy ? listColumnName(*spec.groupBy) : QStringLiteral("none"));
    QStringList columns;
    for (const ListColumn column : spec.columns)
        columns.append(listColumnName(column));
    m_settings.setValue(memoryKey(spec.key, columnsName), columns.join(u' '));
    m_settings.setValue(memoryKey(spec.key, densityName), int(spec.density));
}

void ListMemory::forget(const QString &key)
{
    for (const QLatin1String name : {sortName, groupName, columnsName, densityName})
        m_settings.setValue(memoryKey(key, name), {});
}

int ListMemory::columnWidth(const QString &key, ListColumn column) const
{
    return m_settings.value(widthKey(key, column)).toInt();
}

void ListMemory::setColumnWidth(const QString &key, ListColumn column, int width)
{
    m_settings.setValue(widthKey(key, column), width);
}

} // namespace deskhand

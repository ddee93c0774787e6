// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sla/sla_list_models.h"

#include "models/sla/sla_setup_words.h"
#include "models/sla/week_frames.h"

#include <algorithm>

namespace deskhand {

namespace {

/// New rows in place of the old ones; the selection stays where the rows are the same things.
template <typename Row, typename Same>
bool isSameList(const QVector<Row> &rows, const QVector<Row> &before, Same same)
{
    return std::equal(rows.cbegin(), rows.cend(), before.cbegin(), before.cend(), same);
}

} // namespace

CalendarListModel::CalendarListModel(const SlaOverview &overview, QObject *parent)
    : QAbstractListModel(parent)
    , m_overview(overview)
{
    connect(&overview, &SlaOverview::changed, this, &CalendarListModel::take);
    connect(&overview.catalog(), &CatalogHolder::changed, this, &CalendarListModel::take);
    take();
}

void CalendarListModel::take()
{
    QVector<BusinessCalendar> rows = m_overview.catalog().catalog()->calendars;
    std::stable_sort(rows.begin(), rows.end(),
                     [](const BusinessCalendar &a, const BusinessCalendar &b) { return a.active && !b.active; });
    if (isSameList(rows, m_rows, [](const BusinessCalendar &a, const BusinessCalendar &b) { return a.id == b.id; })) {
        m_rows = rows;
        if (!rows.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(rows.size()) - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int CalendarListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant CalendarListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const BusinessCalendar &calendar = m_rows.at(index.row());
    const auto waiting = int(std::count_if(calendar.holidays.cbegin(), calendar.holidays.cend(),
                                           [](const Holiday &one) { return !one.confirmed; }));
    switch (role) {
    case Qt::DisplayRole: return calendar.name;
    case SlaNoteRole:
        return !calendar.active ? tr("disabled")
               : waiting > 0    ? tr("%n day(s) to be confirmed", nullptr, waiting)
                                : tr("%n holiday(s)", nullptr, int(calendar.holidays.size()));
    case SlaDetailRole:
        return QStringList{QString::fromLatin1(calendar.zone), weekText(calendar.week, QLocale())}.join(
            QStringLiteral(" · "));
    case SlaInUseRole: return calendar.active;
    case SlaSeriousRole: return calendar.active && waiting > 0;
    case Qt::AccessibleDescriptionRole:
        return QStringList{data(index, SlaDetailRole).toString(), data(index, SlaNoteRole).toString()}.join(
            QStringLiteral(", "));
    default: return {};
    }
}

int CalendarListModel::rowOf(CalendarId id) const
{
    const auto row =
        std::find_if(m_rows.cbegin(), m_rows.cend(), [id](const BusinessCalendar &one) { return one.id == id; });
    return row == m_rows.cend() ? -1 : int(row - m_rows.cbegin());
}

PolicyListModel::PolicyListModel(const SlaOverview &overview, QObject *parent)
    : QAbstractListModel(parent)
    , m_overview(overview)
{
    connect(&overview, &SlaOverview::changed, this, &PolicyListModel::take);
    connect(&overview.catalog(), &CatalogHolder::changed, this, &PolicyListModel::take);
    take();
}

void PolicyListModel::take()
{
    QVector<SlaPolicy> rows = m_overview.catalog().catalog()->slaPolicies;
    const QVector<SlaPolicyId> shown = order();
    const bool sameOnes =
        rows.size() == shown.size()
        && std::all_of(rows.cbegin(), rows.cend(), [&shown](const SlaPolicy &one) { return shown.contains(one.id); });
    if (sameOnes) { // an order that is not saved stays
        std::sort(rows.begin(), rows.end(), [&shown](const SlaPolicy &a, const SlaPolicy &b) {
            return shown.indexOf(a.id) < shown.indexOf(b.id);
        });
        m_rows = rows;
        if (!rows.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(rows.size()) - 1));
    } else {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }
    Q_EMIT orderChanged();
}

int PolicyListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PolicyListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const SlaPolicy &policy = m_rows.at(index.row());
    const bool wrong =
        std::any_of(m_overview.findings().cbegin(), m_overview.findings().cend(), [&policy](const SlaFinding &finding) {
            return finding.policy == policy.id && SlaSetupWords::isSerious(finding.kind);
        });
    switch (role) {
    case Qt::DisplayRole: return tr("%1. %2", "place of a policy, its name").arg(index.row() + 1).arg(policy.name);
    case SlaNoteRole:
        return !policy.active                   ? tr("disabled")
               : policy.conditionText.isEmpty() ? tr("all tickets")
                                                : policy.conditionText;
    case SlaDetailRole: return SlaSetupWords::promises(policy);
    case SlaInUseRole: return policy.active;
    case SlaSeriousRole: return policy.active && wrong;
    case Qt::AccessibleDescriptionRole:
        return QStringList{data(index, SlaNoteRole).toString(), data(index, SlaDetailRole).toString()}.join(
            QStringLiteral(", "));
    default: return {};
    }
}

Qt::ItemFlags PolicyListModel::flags(const QModelIndex &index) const
{
    const bool mayMove = m_overview.mayAdminister();
    if (!index.isValid())
        return mayMove ? Qt::ItemIsDropEnabled : Qt::NoItemFlags;
    return QAbstractListModel::flags(index) | (mayMove ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

bool PolicyListModel::moveRows(const QModelIndex &sourceParent, int row, int count, const QModelIndex &targetParent,
                               int before)
{
    if (sourceParent.isValid() || targetParent.isValid() || count != 1)
        return false;
    return move(row, before > row ? before - 1 : before);
}

int PolicyListModel::rowOf(SlaPolicyId id) const
{
    const auto row = std::find_if(m_rows.cbegin(), m_rows.cend(), [id](const SlaPolicy &one) { return one.id == id; });
    return row == m_rows.cend() ? -1 : int(row - m_rows.cbegin());
}

bool PolicyListModel::move(int from, int to)
{
    if (from == to || from < 0 || to < 0 || from >= m_rows.size() || to >= m_rows.size())
        return false;
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    m_rows.move(from, to);
    endMoveRows();
    Q_EMIT dataChanged(index(qMin(from, to)), index(qMax(from, to))); // their places
    Q_EMIT orderChanged();
    return true;
}

QVector<SlaPolicyId> PolicyListModel::order() const
{
    QVector<SlaPolicyId> ids;
    for (const SlaPolicy &policy : m_rows)
        ids.append(policy.id);
    return ids;
}

bool PolicyListModel::isReordered() const
{
    QVector<SlaPolicyId> saved;
    for (const SlaPolicy &policy : m_overview.catalog().catalog()->slaPolicies)
        saved.append(policy.id);
    return saved.size() == m_rows.size() && saved != order();
}

void PolicyListModel::resetOrder()
{
    beginResetModel();
    m_rows = m_overview.catalog().catalog()->slaPolicies;
    endResetModel();
    Q_EMIT orderChanged();
}

SlaFindingListModel::SlaFindingListModel(const SlaOverview &overview, QObject *parent)
    : QAbstractListModel(parent)
    , m_overview(overview)
{
    connect(&overview, &SlaOverview::changed, this, &SlaFindingListModel::take);
    take();
}

void SlaFindingListModel::take()
{
    QVector<SlaFinding> rows = m_overview.findings();
    std::stable_sort(rows.begin(), rows.end(), [](const SlaFinding &a, const SlaFinding &b) {
        return SlaSetupWords::isSerious(a.kind) && !SlaSetupWords::isSerious(b.kind);
    });
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int SlaFindingListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SlaFindingListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const SlaFinding &finding = m_rows.at(index.row());
    const SlaFindingText text = SlaSetupWords::finding(finding, *m_overview.catalog().catalog());
    switch (role) {
    case Qt::DisplayRole: return text.title;
    case SlaDetailRole: return text.text;
    case SlaInUseRole: return true;
    case SlaSeriousRole: return SlaSetupWords::isSerious(finding.kind);
    case Qt::AccessibleDescriptionRole: return text.text + u' ' + text.advice;
    default: return {};
    }
}

} // namespace deskhand

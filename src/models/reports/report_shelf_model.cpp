// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/report_shelf_model.h"

#include "base/deliver.h"
#include "models/time_text.h"

#include <algorithm>

namespace deskhand {

namespace {

bool isSchedule(const ReportItem &item)
{
    return std::holds_alternative<ReportSchedule>(item.content);
}

} // namespace

ReportShelfModel::ReportShelfModel(Desk &desk, const CatalogHolder &holder, QObject *parent)
    : QAbstractListModel(parent)
    , m_desk(desk)
    , m_holder(holder)
{
    connect(&m_desk, &Desk::changed, this, [this](const QVector<Change> &changes) {
        if (std::any_of(changes.cbegin(), changes.cend(),
                        [](const Change &change) { return change.kind == ChangeKind::ReportChanged; }))
            refresh();
    });
    connect(&m_holder, &CatalogHolder::changed, this, &ReportShelfModel::rebuild);
    rebuild();
}

void ReportShelfModel::refresh()
{
    if (m_asking) {
        m_again = true;
        return;
    }
    m_asking = true;
    deliver(m_desk.reportShelf(m_holder.me()), this, [this](const Result<ReportShelf> &answer) {
        m_asking = false;
        if (answer) {
            m_shelf = *answer;
            m_known = true;
            rebuild();
            Q_EMIT refreshed();
        } else if (answer.error().code != ErrorCode::Cancelled) {
            Q_EMIT failed(tr("The saved reports could not be read."), answer.error());
        }
        if (std::exchange(m_again, false))
            refresh();
    });
}

const ReportItem *ReportShelfModel::item(const QString &key) const
{
    const auto found = std::find_if(m_shelf.items.cbegin(), m_shelf.items.cend(),
                                    [&](const ReportItem &item) { return keyOf(item.id) == key; });
    return found == m_shelf.items.cend() ? nullptr : &*found;
}

int ReportShelfModel::rowOf(const QString &key) const
{
    const auto found =
        std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const Row &row) { return !key.isEmpty() && row.key == key; });
    return found == m_rows.cend() ? -1 : int(found - m_rows.cbegin());
}

QVector<ReportItem> ReportShelfModel::schedulesOf(ReportItemId id) const
{
    QVector<ReportItem> schedules;
    for (const ReportItem &item : m_shelf.items) {
        const auto *schedule = std::get_if<ReportSchedule>(&item.content);
        if (schedule && schedule->item == id)
            schedules.append(item);
    }
    return schedules;
}

void ReportShelfModel::save(const ReportItem &item)
{
    deliver(m_desk.submit(Command::make(m_holder.me(), SaveReportItem{item})), this,
            [this, item](const Result<CommandAnswer> &answer) {
                if (answer)
                    Q_EMIT saved(item.id.isValid() ? item.id : ReportItemId{answer->id});
                else
                    Q_EMIT failed(tr("“%1” was not saved.").arg(item.name), answer.error());
            });
}

void ReportShelfModel::remove(ReportItemId id)
{
    deliver(m_desk.submit(Command::make(m_holder.me(), DeleteReportItem{id})), this,
            [this](const Result<CommandAnswer> &answer) {
                if (!answer)
                    Q_EMIT failed(tr("It was not deleted."), answer.error());
            });
}

QString ReportShelfModel::detailOf(const ReportItem &item) const
{
    if (const auto *schedule = std::get_if<ReportSchedule>(&item.content)) {
        if (!item.active)
            return tr("off", "a schedule");
        return ReportWords(m_holder.catalog()).schedule(*schedule);
    }
    if (item.owner == m_holder.me())
        return item.shared ? tr("shared") : QString();
    const Person *owner = m_holder.catalog()->agent(item.owner);
    return owner ? displayName(*owner) : QString();
}

void ReportShelfModel::addSection(const QString &title, const std::function<bool(const ReportItem &)> &belongs,
                                  QVector<Row> *rows) const
{
    bool first = true;
    for (const ReportItem &item : m_shelf.items) {
        if (!belongs(item))
            continue;
        if (first)
            rows->append({{}, title, {}, {}});
        first = false;
        const QString icon = isSchedule(item)                               ? QStringLiteral("appointment-new")
                             : std::holds_alternative<Report>(item.content) ? QStringLiteral("view-list-details")
                                                                            : QStringLiteral("office-chart-bar");
        rows->append({keyOf(item.id), item.name, detailOf(item), icon});
    }
}

void ReportShelfModel::rebuild()
{
    QVector<Row> rows;
    rows.append({{}, tr("Dashboards"), {}, {}});
    for (int i = 0; i < builtinDashboardCount; ++i) {
        const auto dashboard = BuiltinDashboard(i);
        rows.append({QStringLiteral("builtin:") + builtinDashboardName(dashboard),
                     ReportWords::dashboard(dashboard),
                     {},
                     QStringLiteral("office-chart-bar")});
    }
    const PersonId me = m_holder.me();
    addSection(
        tr("My reports"), [me](const ReportItem &item) { return !isSchedule(item) && item.owner == me; }, &rows);
    addSection(
        tr("Shared"), [me](const ReportItem &item) { return !isSchedule(item) && item.owner != me; }, &rows);
    addSection(tr("Sent by mail"), isSchedule, &rows);
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int ReportShelfModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ReportShelfModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return row.text;
    case Qt::AccessibleTextRole: return row.detail.isEmpty() ? row.text : tr("%1, %2").arg(row.text, row.detail);
    case KeyRole: return row.key;
    case IconRole: return row.icon;
    case DetailRole: return row.detail;
    case SectionRole: return row.key.isEmpty();
    default: return {};
    }
}

Qt::ItemFlags ReportShelfModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_rows[index.row()].key.isEmpty())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace deskhand

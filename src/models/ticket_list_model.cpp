// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket_list_model.h"

#include "models/list_diff.h"
#include "models/list_layout.h"
#include "models/ticket_text.h"

namespace deskhand {

namespace {
constexpr int rowsOfFirstScreen = 64; ///< fetched with the first answer, before a view said what it sees
} // namespace

TicketListModel::TicketListModel(Desk &desk, CatalogHolder &holder, QObject *parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
    , m_holder(holder)
    , m_source(desk, holder)
    , m_fetcher(desk, holder.me(), [this](int first, int count) { return m_entries.mid(first, count); })
    , m_timesOf(holder.now())
{
    m_turn.setSingleShot(true);
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &TicketListModel::applyChanges);
    connect(&m_source, &ListSource::answered, this, &TicketListModel::takeList);
    connect(&m_source, &ListSource::failed, this, &TicketListModel::takeFailure);
    connect(&m_fetcher, &RowFetcher::arrived, this,
            [this](const QVector<TicketId> &ids) { refreshRows(QSet<TicketId>(ids.cbegin(), ids.cend())); });
    connect(&m_fetcher, &RowFetcher::failed, this, [this](const Error &error) {
        m_error = error;
        Q_EMIT stateChanged();
    });
    connect(&m_desk, &Desk::changed, this, &TicketListModel::takeChanges);
    connect(&m_holder.ticker(), &TimeTicker::ticked, this, &TicketListModel::passTime);
    connect(&m_holder, &CatalogHolder::changed, this, [this] {
        if (!m_entries.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, listColumnCount - 1));
    });
}

void TicketListModel::show(const ListSpec &spec)
{
    m_spec = spec;
    m_error.reset();
    m_changes.clear();
    m_waiting = false;
    m_fetcher.cancelAll();
    m_fetcher.forgetMissing();
    setState(State::Loading);
    m_source.ask(spec);
}

void TicketListModel::restyle(const ListSpec &spec)
{
    Q_ASSERT(spec.asksTheSame(m_spec));
    m_spec = spec;
}

void TicketListModel::takeList(const TicketList &list, bool first)
{
    const bool recovered = m_error.has_value();
    m_error.reset();
    m_list = list;
    countGroups();
    if (first) {
        m_suspects.clear();
        m_held = {};
        m_stale = false;
        resetTo(list_layout::entriesOf(m_list, m_collapsed));
        setState(State::Ready);
    } else {
        if (recovered || m_state != State::Ready)
            setState(State::Ready);
        applyList({});
    }
    Q_EMIT ticketCountChanged(ticketCount());
}

void TicketListModel::takeFailure(const Error &error, bool first)
{
    m_error = error;
    if (first)
        setState(State::Failed);
    else
        Q_EMIT stateChanged();
}

void TicketListModel::resetTo(QVector<TicketId> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
    m_fetcher.cancelAll();
    const int first = m_lastVisible < 0 ? 0 : qMin(m_firstVisible, qMax(0, int(m_entries.size()) - 1));
    m_fetcher.wish(first);
    m_fetcher.wish(qMin(first + rowsOfFirstScreen, int(m_entries.size())));
    m_fetcher.sendNow(); // not a turn later: the first paint waits for this
}

void TicketListModel::takeChanges(const QVector<Change> &changes)
{
    if (m_state == State::Empty)
        return;
    m_changes += changes;
    if (!m_turn.isActive())
        m_turn.start();
}

void TicketListModel::applyChanges()
{
    const QVector<Change> changes = std::exchange(m_changes, {});
    const ListEffect effect = effectOnList(m_spec, changes, m_holder.context(), [this](TicketId id) {
        const TicketRow *row = m_fetcher.cache().peek(id);
        return row ? std::optional<bool>(row->unread) : std::nullopt;
    });
    QSet<TicketId> touched = effect.outdated;
    for (auto row = effect.refreshed.cbegin(); row != effect.refreshed.cend(); ++row) {
        if (m_fetcher.cache().update(*row))
            touched.insert(row.key());
    }
    for (const TicketId id : effect.outdated)
        m_fetcher.cache().outdate(id);
    if (effect.allOutdated)
        m_fetcher.cache().outdateAll();
    m_suspects.unite(effect.suspects);
    if (m_state == State::Ready && !effect.leaving.isEmpty()) {
        const int before = ticketCount();
        list_layout::removeTickets(&m_list, effect.leaving);
        countGroups();
        applyList(effect.leaving);
        if (ticketCount() != before)
            Q_EMIT ticketCountChanged(ticketCount());
    }
    if (effect.allOutdated && m_lastVisible >= m_firstVisible)
        Q_EMIT dataChanged(index(m_firstVisible, 0), index(qMin(m_lastVisible, rowCount() - 1), listColumnCount - 1));
    else
        refreshRows(touched);
    if (effect.askAgain)
        m_source.askAgainSoon();
}

void TicketListModel::applyList(const QSet<TicketId> &suspects)
{
    m_suspects.unite(suspects);
    QVector<TicketId> target = list_layout::entriesOf(m_list, m_collapsed);
    m_stale = false;
    if (m_held.isValid()) {
        QVector<TicketId> held = list_layout::withHeld(m_entries, target, m_held, m_suspects);
        m_stale = held != target;
        target = std::move(held);
    }
    const ListDiff diff = diffLists(m_entries, target, m_suspects);
    const int heldRow = m_held.isValid() ? int(m_entries.indexOf(m_held)) : -1;
    m_waiting = false;
    if (heldRow >= 0 && m_how == Hold::EverythingAbove) {
        const auto isAbove = [heldRow](const ListStep &step) {
            return step.at <= heldRow || (step.kind == ListStep::Kind::Move && step.to <= heldRow);
        };
        m_waiting = !diff.possible || std::any_of(diff.steps.cbegin(), diff.steps.cend(), isAbove);
        if (m_waiting)
            return; // m_suspects keeps what is owed
    }
    if (!diff.possible) {
        Q_EMIT aboutToRearrange();
        resetTo(std::move(target));
        Q_EMIT rearranged();
    } else if (!diff.steps.isEmpty()) {
        Q_EMIT aboutToRearrange();
        for (const ListStep &step : diff.steps)
            doStep(step, target);
        Q_EMIT rearranged();
    }
    m_suspects.clear();
    if (m_stale) {
        m_suspects.insert(m_held);
        refreshRows({m_held});
    }
}

void TicketListModel::doStep(const ListStep &step, const QVector<TicketId> &target)
{
    const int last = step.at + step.count - 1;
    switch (step.kind) {
    case ListStep::Kind::Remove:
        beginRemoveRows({}, step.at, last);
        m_entries.remove(step.at, step.count);
        endRemoveRows();
        break;
    case ListStep::Kind::Insert:
        beginInsertRows({}, step.at, last);
        m_entries.insert(step.at, step.count, TicketId{});
        std::copy(target.cbegin() + step.at, target.cbegin() + last + 1, m_entries.begin() + step.at);
        endInsertRows();
        break;
    case ListStep::Kind::Move: {
        beginMoveRows({}, step.at, step.at, {}, step.to);
        const TicketId id = m_entries.takeAt(step.at);
        m_entries.insert(step.to > step.at ? step.to - 1 : step.to, id);
        endMoveRows();
        break;
    }
    }
}

QPair<int, int> TicketListModel::paintedRows() const
{
    const int first = m_lastVisible < 0 ? 0 : m_firstVisible;
    return {first, qMin(m_lastVisible < 0 ? rowsOfFirstScreen : m_lastVisible, rowCount() - 1)};
}

void TicketListModel::refreshRows(const QSet<TicketId> &ids)
{
    if (ids.isEmpty())
        return;
    // Only what is on screen is painted; the rest asks for its data when it gets there.
    const auto [first, last] = paintedRows();
    int from = -1;
    int to = -1;
    for (int row = first; row <= last; ++row) {
        if (!ids.contains(m_entries.at(row)))
            continue;
        from = from < 0 ? row : from;
        to = row;
    }
    if (from < 0)
        return;
    Q_EMIT dataChanged(index(from, 0), index(to, listColumnCount - 1));
    wakeForCountdowns();
}

void TicketListModel::countGroups()
{
    QSet<TicketId> headers;
    const QHash<qint64, int> before = std::exchange(m_groupSizes, {});
    for (const TicketGroup &group : std::as_const(m_list.groups)) {
        m_groupSizes.insert(group.key, group.rowCount);
        if (before.value(group.key) != group.rowCount)
            headers.insert(list_layout::headerOf(group.key));
    }
    refreshRows(headers);
}

void TicketListModel::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

void TicketListModel::setCollapsed(qint64 key, bool collapsed)
{
    if (m_collapsed.contains(key) == collapsed)
        return;
    if (collapsed)
        m_collapsed.insert(key);
    else
        m_collapsed.remove(key);
    hold({});
    // The members are neighbours: one step, whatever their number.
    for (const TicketGroup &group : std::as_const(m_list.groups)) {
        if (group.key != key)
            continue;
        const int header = int(m_entries.indexOf(list_layout::headerOf(key)));
        if (header < 0 || group.rowCount == 0)
            break;
        Q_EMIT aboutToRearrange();
        if (collapsed)
            doStep({ListStep::Kind::Remove, header + 1, group.rowCount, 0}, {});
        else
            doStep({ListStep::Kind::Insert, header + 1, group.rowCount, 0},
                   list_layout::entriesOf(m_list, m_collapsed));
        Q_EMIT rearranged();
        Q_EMIT dataChanged(index(header, 0), index(header, listColumnCount - 1));
        break;
    }
}

bool TicketListModel::isGroupRow(int row) const
{
    return row >= 0 && row < m_entries.size() && list_layout::isHeader(m_entries.at(row));
}

qint64 TicketListModel::groupKey(int row) const
{
    return list_layout::groupKeyOf(m_entries.at(row));
}

TicketId TicketListModel::ticketAt(int row) const
{
    if (row < 0 || row >= m_entries.size() || list_layout::isHeader(m_entries.at(row)))
        return {};
    return m_entries.at(row);
}

int TicketListModel::rowOf(TicketId id) const
{
    return id.isValid() ? int(m_entries.indexOf(id)) : -1;
}

const TicketRow *TicketListModel::rowAt(int row) const
{
    const TicketId id = ticketAt(row);
    if (!id.isValid())
        return nullptr;
    if (m_fetcher.cache().isWanting(id) && !m_fetcher.isMissing(id))
        m_fetcher.wish(row);
    return m_fetcher.cache().find(id);
}

void TicketListModel::setVisibleRows(int first, int last)
{
    const int before = std::exchange(m_firstVisible, qMax(0, first));
    const int lastBefore = std::exchange(m_lastVisible, qMin(last, rowCount() - 1));
    m_fetcher.setVisibleRows(m_firstVisible, m_lastVisible);
    if (before != m_firstVisible || lastBefore != m_lastVisible)
        wakeForCountdowns();
}

void TicketListModel::hold(TicketId id, Hold how)
{
    if (m_held == id && m_how == how)
        return;
    const bool owed = m_stale || m_waiting;
    const TicketId before = std::exchange(m_held, id);
    m_how = how;
    if (!owed)
        return;
    m_suspects.insert(before);
    applyList({});
    refreshRows({before});
}

void TicketListModel::setPresence(const PresenceBoard &board)
{
    m_presence = &board;
    connect(&board, &PresenceBoard::changed, this, &TicketListModel::refreshRows);
}

void TicketListModel::setDrafts(const QSet<TicketId> &tickets)
{
    const QSet<TicketId> differing = (tickets - m_drafts) + (m_drafts - tickets);
    m_drafts = tickets;
    refreshRows(differing);
}

int TicketListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int TicketListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : listColumnCount;
}

QVariant TicketListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_entries.size())
        return {};
    const TicketId entry = m_entries.at(index.row());
    if (list_layout::isHeader(entry))
        return groupData(list_layout::groupKeyOf(entry), index.column(), role);
    switch (role) {
    case TicketIdRole: return entry.value;
    case GroupRole: return false;
    case LoadedRole: return m_fetcher.cache().peek(entry) != nullptr;
    case StaleRole: return isStale(index.row());
    case UnreadRole: {
        const TicketRow *row = m_fetcher.cache().peek(entry);
        return row && row->unread;
    }
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        const TicketRow *row = rowAt(index.row());
        const TicketText text(m_holder.catalog(), m_holder.now());
        if (!row)
            return role == Qt::AccessibleTextRole ? QVariant(tr("Loading")) : QVariant(QString());
        if (role == Qt::DisplayRole)
            return text.cell(*row, ListColumn(index.column()));
        const QString present = PresenceBoard::words(this->present(entry));
        return present.isEmpty() ? text.spoken(*row) : text.spoken(*row) + QStringLiteral(", ") + present;
    }
    default: return {};
    }
}

QVariant TicketListModel::groupData(qint64 key, int column, int role) const
{
    switch (role) {
    case TicketIdRole: return qint64(0);
    case GroupRole:
    case LoadedRole: return true;
    case UnreadRole:
    case StaleRole: return false;
    case Qt::DisplayRole:
        if (column != 0)
            return QString();
        [[fallthrough]];
    case Qt::AccessibleTextRole: {
        const TicketText text(m_holder.catalog(), m_holder.now());
        return tr("%1, %n ticket(s)", "heading of a group", groupSize(key))
            .arg(text.groupTitle(m_spec.groupBy.value_or(ListColumn::State), key));
    }
    default: return {};
    }
}

QVariant TicketListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= listColumnCount)
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return TicketText::columnTitle(ListColumn(section));
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (ListColumn(section) == ListColumn::Articles ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

Qt::ItemFlags TicketListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || isGroupRow(index.row()))
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view_list_model.h"

#include "base/deliver.h"
#include "operations/ticket_count.h"

#include <algorithm>

namespace deskhand {

namespace {

constexpr int deepestQueue = 16;

struct OwnViewLook {
    QString title;
    QString icon;
};

} // namespace

ViewListModel::ViewListModel(Desk &desk, const CatalogHolder &holder, QObject *parent)
    : QAbstractItemModel(parent)
    , m_desk(desk)
    , m_holder(holder)
    , m_counters(desk, holder)
{
    connect(&m_holder, &CatalogHolder::changed, this, &ViewListModel::rebuild);
    connect(&m_counters, &ViewCounters::countsChanged, this, &ViewListModel::announceCounts);
    connect(&m_desk, &Desk::changed, this, [this](const QVector<Change> &changes) {
        if (std::any_of(changes.cbegin(), changes.cend(),
                        [](const Change &change) { return change.kind == ChangeKind::ViewChanged; }))
            refresh();
    });
    rebuild();
}

void ViewListModel::refresh()
{
    deliver(m_desk.views(m_holder.me()), this, [this](const Result<QVector<SavedView>> &answer) {
        if (!answer) {
            if (answer.error().code != ErrorCode::Cancelled)
                Q_EMIT failed(answer.error());
            return;
        }
        m_viewsKnown = true;
        m_views = *answer;
        rebuild();
    });
}

void ViewListModel::rebuild()
{
    const QVector<OwnViewLook> looks{
        {tr("Mine"), QStringLiteral("user")},
        {tr("Unassigned"), QStringLiteral("mail-folder-inbox")},
        {tr("Due soon"), QStringLiteral("clock")},
        {tr("Unread"), QStringLiteral("mail-unread")},
        {tr("Not delivered"), QStringLiteral("dialog-error")},
        {tr("Open"), QStringLiteral("view-list-text")},
        {tr("All tickets"), QStringLiteral("view-list-tree")},
    };
    std::vector<Node> nodes;
    const int mine = addSection(&nodes, QStringLiteral("section:mine"), tr("My views"));
    QVector<ListSpec> own = ownViewSpecs(promisesTimes(*m_holder.catalog()));
    for (int i = 0; i < own.size(); ++i) {
        own[i].title = looks.at(i).title;
        addNode(&nodes, mine, own.at(i), looks.at(i).icon);
    }
    addSavedViews(&nodes, false);
    addSavedViews(&nodes, true);
    if (!m_holder.catalog()->queues.isEmpty())
        addQueues(&nodes, addSection(&nodes, QStringLiteral("section:queues"), tr("Queues")), {}, 0);

    beginResetModel();
    assignCounters(&nodes);
    m_nodes = std::move(nodes);
    m_top.clear();
    for (int i = 0; i < int(m_nodes.size()); ++i) {
        if (m_nodes[std::size_t(i)].parent < 0)
            m_top.append(i);
    }
    m_complete = m_viewsKnown && m_holder.isReady();
    endResetModel();
}

int ViewListModel::addNode(std::vector<Node> *nodes, int parent, ListSpec spec, const QString &icon, bool section) const
{
    Node node;
    node.parent = parent;
    node.section = section;
    node.icon = icon;
    node.spec = std::move(spec);
    const int added = int(nodes->size());
    if (parent >= 0) {
        QVector<int> &siblings = (*nodes)[std::size_t(parent)].children;
        node.row = int(siblings.size());
        siblings.append(added);
    } else {
        node.row =
            int(std::count_if(nodes->cbegin(), nodes->cend(), [](const Node &other) { return other.parent < 0; }));
    }
    nodes->push_back(std::move(node));
    return added;
}

int ViewListModel::addSection(std::vector<Node> *nodes, const QString &key, const QString &title) const
{
    ListSpec spec;
    spec.key = key;
    spec.title = title;
    return addNode(nodes, -1, std::move(spec), {}, true);
}

void ViewListModel::addQueues(std::vector<Node> *nodes, int parent, QueueId queue, int depth) const
{
    if (depth > deepestQueue)
        return;
    const CatalogPtr catalog = m_holder.catalog();
    for (const Queue &child : catalog->queues) {
        // A parent that does not exist would hide the queue and its tickets.
        const bool orphan = depth == 0 && child.parent.isValid() && !catalog->queue(child.parent);
        if (!child.active || (child.parent != queue && !orphan))
            continue;
        const int added = addNode(nodes, parent, queueSpec(child, promisesTimes(*catalog)), QStringLiteral("folder"));
        addQueues(nodes, added, child.id, depth + 1);
    }
}

void ViewListModel::addSavedViews(std::vector<Node> *nodes, bool shared) const
{
    int section = -1;
    for (const SavedView &view : m_views) {
        if (view.shared != shared)
            continue;
        if (section < 0)
            section = shared ? addSection(nodes, QStringLiteral("section:shared"), tr("Shared views"))
                             : addSection(nodes, QStringLiteral("section:saved"), tr("Saved views"));
        addNode(nodes, section, savedViewSpec(view, *m_holder.catalog()), QStringLiteral("view-filter"));
    }
}

void ViewListModel::assignCounters(std::vector<Node> *nodes)
{
    QVector<Condition> conditions;
    for (Node &node : *nodes) {
        if (node.section)
            continue;
        node.counter = int(conditions.size());
        conditions.append(node.spec.condition);
    }
    if (m_holder.isReady())
        m_counters.setConditions(conditions);
}

void ViewListModel::announceCounts()
{
    for (const Node &parentNode : m_nodes) {
        if (parentNode.children.isEmpty())
            continue;
        const int first = parentNode.children.first();
        const int last = parentNode.children.last();
        Q_EMIT dataChanged(createIndex(0, 0, quintptr(first)),
                           createIndex(int(parentNode.children.size()) - 1, 0, quintptr(last)),
                           {CountRole, CountIsPartRole, Qt::AccessibleTextRole});
    }
}

std::optional<ListSpec> ViewListModel::spec(const QString &key) const
{
    const int found = nodeOf(key);
    if (found < 0 || m_nodes[std::size_t(found)].section)
        return std::nullopt;
    return m_nodes[std::size_t(found)].spec;
}

std::optional<SavedView> ViewListModel::savedView(const QString &key) const
{
    const std::optional<ListSpec> found = spec(key);
    if (!found || !found->savedView.isValid())
        return std::nullopt;
    for (const SavedView &view : m_views) {
        if (view.id == found->savedView)
            return view;
    }
    return std::nullopt;
}

QStringList ViewListModel::keys() const
{
    QStringList found;
    for (const Node &candidate : m_nodes) {
        if (!candidate.section)
            found.append(candidate.spec.key);
    }
    return found;
}

QModelIndex ViewListModel::indexOf(const QString &key) const
{
    const int found = nodeOf(key);
    return found < 0 ? QModelIndex() : createIndex(m_nodes[std::size_t(found)].row, 0, quintptr(found));
}

int ViewListModel::nodeOf(const QString &key) const
{
    for (int i = 0; i < int(m_nodes.size()); ++i) {
        if (m_nodes[std::size_t(i)].spec.key == key)
            return i;
    }
    return -1;
}

const ViewListModel::Node *ViewListModel::node(const QModelIndex &index) const
{
    const std::size_t number = index.internalId();
    return index.isValid() && number < m_nodes.size() ? &m_nodes[number] : nullptr;
}

QModelIndex ViewListModel::index(int row, int column, const QModelIndex &parentIndex) const
{
    const Node *above = node(parentIndex);
    const QVector<int> &siblings = above ? above->children : m_top;
    if (column != 0 || row < 0 || row >= siblings.size())
        return {};
    return createIndex(row, column, quintptr(siblings.at(row)));
}

QModelIndex ViewListModel::parent(const QModelIndex &child) const
{
    const Node *found = node(child);
    if (!found || found->parent < 0)
        return {};
    return createIndex(m_nodes[std::size_t(found->parent)].row, 0, quintptr(found->parent));
}

int ViewListModel::rowCount(const QModelIndex &parentIndex) const
{
    if (!parentIndex.isValid())
        return int(m_top.size());
    const Node *found = node(parentIndex);
    return found && parentIndex.column() == 0 ? int(found->children.size()) : 0;
}

int ViewListModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant ViewListModel::data(const QModelIndex &index, int role) const
{
    const Node *found = node(index);
    if (!found)
        return {};
    const qint64 counted = found->counter < 0 ? uncounted : m_counters.count(found->counter);
    const qint64 count = ticketsCounted(counted);
    const int tickets = int(qMin<qint64>(count, INT_MAX));
    switch (role) {
    case Qt::DisplayRole: return found->spec.title;
    case KeyRole: return found->spec.key;
    case CountRole: return count;
    case CountIsPartRole: return isAtLeast(counted);
    case SectionRole: return found->section;
    case IconRole: return found->icon;
    case SavedViewRole: return found->spec.savedView.value;
    case Qt::AccessibleTextRole:
        if (isAtLeast(counted))
            return tr("%1, at least %n ticket(s): not all are on this computer", "a view and its count", tickets)
                .arg(found->spec.title);
        return count < 0 ? found->spec.title
                         : tr("%1, %n ticket(s)", "a view and its count", tickets).arg(found->spec.title);
    default: return {};
    }
}

Qt::ItemFlags ViewListModel::flags(const QModelIndex &index) const
{
    const Node *found = node(index);
    if (!found)
        return Qt::NoItemFlags;
    return found->section ? Qt::ItemIsEnabled : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace deskhand

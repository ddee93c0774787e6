// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/list_spec.h"
#include "models/view_counters.h"

#include <QAbstractItemModel>

#include <vector>

namespace deskhand {

/// The sidebar: sections with the program's own views, the queues as a tree, own saved views and shared ones, each with
/// its live count. GUI thread.
class ViewListModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        KeyRole = Qt::UserRole + 1, ///< as in Navigator; "section:…" for a heading
        CountRole,                  ///< qint64; -1: none to show
        CountIsPartRole,            ///< true: there are at least so many
        SectionRole,                ///< true: a heading
        IconRole,                   ///< name in the icon set; empty: none
        SavedViewRole,              ///< qint64 id; 0: not a saved view
    };

    ViewListModel(Desk &desk, const CatalogHolder &holder, QObject *parent = nullptr);

    /// Asks for the saved views; also done by itself when one changes.
    void refresh();

    /// nullopt: no such view (any more).
    [[nodiscard]] std::optional<ListSpec> spec(const QString &key) const;
    [[nodiscard]] std::optional<SavedView> savedView(const QString &key) const;
    [[nodiscard]] QModelIndex indexOf(const QString &key) const;
    [[nodiscard]] QString keyOf(const QModelIndex &index) const { return data(index, KeyRole).toString(); }
    /// Keys of all views in the order shown, headings left out.
    [[nodiscard]] QStringList keys() const;
    /// False until catalog and saved views were answered once: before, a view that is not found may still come.
    [[nodiscard]] bool isComplete() const { return m_complete; }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// The saved views could not be read.
    void failed(const deskhand::Error &error);

private:
    struct Node {
        int parent = -1; ///< index in m_nodes
        int row = 0;     ///< among its siblings
        QVector<int> children;
        bool section = false;
        QString icon;
        ListSpec spec;    ///< of a section: key and title only
        int counter = -1; ///< index in m_counters
    };

    void rebuild();
    int addNode(std::vector<Node> *nodes, int parent, ListSpec spec, const QString &icon, bool section = false) const;
    int addSection(std::vector<Node> *nodes, const QString &key, const QString &title) const;
    void addQueues(std::vector<Node> *nodes, int parent, QueueId queue, int depth) const;
    void addSavedViews(std::vector<Node> *nodes, bool shared) const;
    void assignCounters(std::vector<Node> *nodes);
    void announceCounts();
    [[nodiscard]] const Node *node(const QModelIndex &index) const;
    [[nodiscard]] int nodeOf(const QString &key) const;

    Desk &m_desk;
    const CatalogHolder &m_holder;
    ViewCounters m_counters;
    QVector<SavedView> m_views;
    std::vector<Node> m_nodes; ///< parents before children
    QVector<int> m_top;
    bool m_viewsKnown = false;
    bool m_complete = false;
};

} // namespace deskhand

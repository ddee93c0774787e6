// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"
#include "models/reports/report_words.h"

#include <QAbstractListModel>

#include <functional>

namespace deskhand {

/// What there is of reports, as a list with headings: the program's dashboards, one's own, shared ones, and what is
/// mailed. Asks again when somebody saves something. GUI thread; desk and catalog outlive it.
class ReportShelfModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        KeyRole = Qt::UserRole + 1, ///< as DashboardPresenter::key(); empty: a heading
        IconRole,
        DetailRole, ///< who shares it, when it is sent next
        SectionRole,
    };

    ReportShelfModel(Desk &desk, const CatalogHolder &holder, QObject *parent = nullptr);

    void refresh();
    [[nodiscard]] const ReportShelf &shelf() const { return m_shelf; }
    [[nodiscard]] bool isKnown() const { return m_known; }
    /// Null: there is no such item (any more).
    [[nodiscard]] const ReportItem *item(const QString &key) const;
    [[nodiscard]] static QString keyOf(ReportItemId id) { return QStringLiteral("item:%1").arg(id.value); }
    [[nodiscard]] int rowOf(const QString &key) const;
    /// The schedules of an item.
    [[nodiscard]] QVector<ReportItem> schedulesOf(ReportItemId id) const;

    /// Stores an item; shown when the desk says so.
    void save(const ReportItem &item);
    void remove(ReportItemId id);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// The shelf was read.
    void refreshed();
    void saved(deskhand::ReportItemId id);
    void failed(const QString &what, const deskhand::Error &error);

private:
    struct Row {
        QString key;
        QString text;
        QString detail;
        QString icon;
    };
    void rebuild();
    void addSection(const QString &title, const std::function<bool(const ReportItem &)> &belongs,
                    QVector<Row> *rows) const;
    [[nodiscard]] QString detailOf(const ReportItem &item) const;

    Desk &m_desk;
    const CatalogHolder &m_holder;
    ReportShelf m_shelf;
    QVector<Row> m_rows;
    bool m_known = false;
    bool m_asking = false;
    bool m_again = false;
};

} // namespace deskhand

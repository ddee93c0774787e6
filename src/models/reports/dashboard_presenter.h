// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/reports/report_card_presenter.h"
#include "models/reports/report_filter.h"

#include <QObject>

#include <memory>
#include <vector>

namespace deskhand {

/// A dashboard as it is shown and arranged: one of the program's own, one that somebody has saved, or a saved report as
/// the only card. What is changed is shown at once and kept by save(). GUI thread; desk and catalog outlive it.
class DashboardPresenter final : public QObject
{
    Q_OBJECT

public:
    DashboardPresenter(Desk &desk, const CatalogHolder &holder, QObject *parent = nullptr);
    ~DashboardPresenter() override;

    void showBuiltin(BuiltinDashboard dashboard);
    /// A dashboard or a report. The same one again in a newer version takes the place of the older one, unless it has
    /// been changed here.
    void showItem(const ReportItem &item);
    void showNew(const QString &name);

    /// "builtin:sla", "item:7", "new"; empty: nothing is shown.
    [[nodiscard]] QString key() const { return m_key; }
    [[nodiscard]] bool isBuiltin() const { return m_builtin.has_value(); }
    /// Only when isBuiltin().
    [[nodiscard]] BuiltinDashboard builtin() const { return *m_builtin; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString hint() const;
    [[nodiscard]] const ReportItem &item() const { return m_item; }
    /// Saved, and by this person or one who may change it.
    [[nodiscard]] bool mayChange() const;
    /// Its cards can be arranged; a saved report alone has nothing to arrange.
    [[nodiscard]] bool isDashboard() const;
    [[nodiscard]] bool isChanged() const { return m_changed; }

    [[nodiscard]] const QVector<DashboardCard> &cards() const { return m_cards; }
    [[nodiscard]] ReportCardPresenter *card(int index) const { return m_presenters[size_t(index)].get(); }
    [[nodiscard]] const ReportFilter &filter() const { return m_filter; }
    void setFilter(const ReportFilter &filter);
    /// Cards ask only while somebody looks.
    void setActive(bool active);
    void refresh();

    void moveCard(int card, int column, int row);
    void resizeCard(int card, int width, int height);
    /// False: there is no room for one more.
    bool addCard(const DashboardCard &card);
    void changeCard(int card, const QString &title, const Report &report);
    void removeCard(int card);
    /// As it was saved, or as the program made it.
    void revert();

    /// Keeps what is shown; `name` empty: under its own. What this person may not change becomes one of their own.
    void save(const QString &name = {}, std::optional<bool> shared = std::nullopt);
    void saveAs(const QString &name);
    void remove();

Q_SIGNALS:
    /// Other cards than before, or in another order of creation.
    void cardsReset();
    /// The same cards stand elsewhere.
    void cardsMoved();
    /// Title, filter, whether it is changed.
    void changed();
    void saved(deskhand::ReportItemId id);
    void removed();
    void failed(const QString &what, const deskhand::Error &error);

private:
    void setCards(const QVector<DashboardCard> &cards, const QStringList &titles = {});
    void place(const QVector<DashboardCard> &cards);
    void apply(int card);
    void submit(ReportItem item);
    [[nodiscard]] QString titleOf(int card) const;

    Desk &m_desk;
    const CatalogHolder &m_holder;
    QString m_key;
    std::optional<BuiltinDashboard> m_builtin;
    ReportItem m_item;
    QVector<DashboardCard> m_cards;
    QStringList m_titles; ///< of the program's own cards, for those that have none
    std::vector<std::unique_ptr<ReportCardPresenter>> m_presenters;
    ReportFilter m_filter;
    bool m_active = true;
    bool m_changed = false;
};

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/dashboard_presenter.h"

#include "base/deliver.h"
#include "models/reports/dashboard_layout.h"

namespace deskhand {

namespace {

constexpr int loneCardHeight = 6; ///< of a saved report

} // namespace

DashboardPresenter::DashboardPresenter(Desk &desk, const CatalogHolder &holder, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_holder(holder)
{
    connect(&m_holder, &CatalogHolder::changed, this, [this] {
        for (int card = 0; card < m_cards.size(); ++card)
            apply(card);
    });
}

DashboardPresenter::~DashboardPresenter() = default;

void DashboardPresenter::showBuiltin(BuiltinDashboard dashboard)
{
    m_key = QStringLiteral("builtin:") + builtinDashboardName(dashboard);
    m_builtin = dashboard;
    m_item = {};
    QVector<DashboardCard> cards;
    QStringList titles;
    for (const BuiltinCard &card : builtinCards(dashboard)) {
        cards.append(card.card);
        titles.append(ReportWords::builtinCard(dashboard, card.id));
    }
    m_changed = false;
    setCards(cards, titles);
}

void DashboardPresenter::showItem(const ReportItem &item)
{
    const QString key = QStringLiteral("item:%1").arg(item.id.value);
    if (key == m_key && (m_changed || item == m_item)) {
        if (m_changed && item.version > m_item.version)
            Q_EMIT changed();
        return;
    }
    const auto *now = std::get_if<Dashboard>(&item.content);
    if (key == m_key && now && settledCards(now->cards) == m_cards) {
        m_item = item; // only its name, or whether it is shared
        Q_EMIT changed();
        return;
    }
    m_key = key;
    m_builtin.reset();
    m_item = item;
    m_changed = false;
    if (const auto *dashboard = std::get_if<Dashboard>(&item.content)) {
        setCards(settledCards(dashboard->cards));
    } else if (const auto *report = std::get_if<Report>(&item.content)) {
        setCards({DashboardCard{item.name, *report, 0, 0, dashboardColumns, loneCardHeight}});
    }
}

void DashboardPresenter::showNew(const QString &name)
{
    m_key = QStringLiteral("new");
    m_builtin.reset();
    m_item = {};
    m_item.name = name;
    m_item.content = Dashboard{};
    m_changed = true;
    setCards({});
}

QString DashboardPresenter::title() const
{
    return m_builtin ? ReportWords::dashboard(*m_builtin) : m_item.name;
}

QString DashboardPresenter::hint() const
{
    if (m_builtin)
        return ReportWords::dashboardHint(*m_builtin);
    if (!m_item.id.isValid() || m_item.owner == m_holder.me())
        return m_item.shared ? tr("Shared with every agent") : QString();
    const Person *owner = m_holder.catalog()->agent(m_item.owner);
    return owner ? tr("Shared by %1").arg(displayName(*owner)) : QString();
}

bool DashboardPresenter::mayChange() const
{
    if (!m_item.id.isValid())
        return false;
    const Person *me = m_holder.catalog()->agent(m_holder.me());
    return m_item.owner == m_holder.me() || (m_item.shared && me && me->admin);
}

bool DashboardPresenter::isDashboard() const
{
    return m_builtin || std::holds_alternative<Dashboard>(m_item.content);
}

void DashboardPresenter::setFilter(const ReportFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    for (int card = 0; card < m_cards.size(); ++card)
        apply(card);
    Q_EMIT changed();
}

void DashboardPresenter::setActive(bool active)
{
    m_active = active;
    for (const auto &presenter : m_presenters)
        presenter->setActive(active);
}

void DashboardPresenter::refresh()
{
    for (const auto &presenter : m_presenters)
        presenter->refresh();
}

QString DashboardPresenter::titleOf(int card) const
{
    const QString &own = m_cards[card].title;
    return own.isEmpty() ? m_titles.value(card) : own;
}

void DashboardPresenter::apply(int card)
{
    ReportFilter filter = m_filter;
    if (m_cards[card].ownPeriod)
        filter.period.reset();
    m_presenters[size_t(card)]->setReport(filteredReport(m_cards[card].report, filter, *m_holder.catalog()),
                                          titleOf(card));
}

void DashboardPresenter::setCards(const QVector<DashboardCard> &cards, const QStringList &titles)
{
    m_cards = cards;
    m_titles = titles;
    std::vector<std::unique_ptr<ReportCardPresenter>> before = std::move(m_presenters);
    m_presenters.clear();
    for (int card = 0; card < m_cards.size(); ++card) {
        m_presenters.push_back(std::make_unique<ReportCardPresenter>(m_desk, m_holder));
        m_presenters.back()->setActive(m_active);
        apply(card);
    }
    Q_EMIT cardsReset(); // who shows the cards before lets go of them
    Q_EMIT changed();
}

void DashboardPresenter::place(const QVector<DashboardCard> &cards)
{
    if (cards == m_cards)
        return;
    m_cards = cards;
    m_changed = true;
    Q_EMIT cardsMoved();
    Q_EMIT changed();
}

void DashboardPresenter::moveCard(int card, int column, int row)
{
    place(withMovedCard(m_cards, card, column, row));
}

void DashboardPresenter::resizeCard(int card, int width, int height)
{
    place(withResizedCard(m_cards, card, width, height));
}

bool DashboardPresenter::addCard(const DashboardCard &card)
{
    if (m_cards.size() >= mostDashboardCards)
        return false;
    m_cards = withAddedCard(m_cards, card);
    m_titles.append(QString());
    while (m_titles.size() < m_cards.size())
        m_titles.append(QString());
    m_presenters.push_back(std::make_unique<ReportCardPresenter>(m_desk, m_holder));
    m_presenters.back()->setActive(m_active);
    apply(int(m_cards.size()) - 1);
    m_changed = true;
    Q_EMIT cardsReset();
    Q_EMIT changed();
    return true;
}

void DashboardPresenter::changeCard(int card, const QString &title, const Report &report)
{
    if (card < 0 || card >= m_cards.size())
        return;
    m_cards[card].title = title;
    m_cards[card].report = report;
    if (!isDashboard()) {
        m_item.name = title.isEmpty() ? m_item.name : title;
        m_item.content = report;
    }
    m_changed = true;
    apply(card);
    Q_EMIT changed();
}

void DashboardPresenter::removeCard(int card)
{
    if (card < 0 || card >= m_cards.size())
        return;
    m_cards.removeAt(card);
    if (card < m_titles.size())
        m_titles.removeAt(card);
    m_cards = settledCards(m_cards);
    const std::unique_ptr<ReportCardPresenter> gone = std::move(m_presenters[size_t(card)]);
    m_presenters.erase(m_presenters.begin() + card);
    m_changed = true;
    Q_EMIT cardsReset();
    Q_EMIT changed();
}

void DashboardPresenter::revert()
{
    if (m_builtin)
        return showBuiltin(*m_builtin);
    if (!m_item.id.isValid())
        return showNew(m_item.name);
    const ReportItem item = m_item;
    m_key.clear();
    m_changed = false;
    showItem(item);
}

void DashboardPresenter::save(const QString &name, std::optional<bool> shared)
{
    ReportItem item = mayChange() ? m_item : ReportItem{};
    item.name = name.isEmpty() ? title() : name;
    if (shared)
        item.shared = *shared;
    submit(item);
}

void DashboardPresenter::saveAs(const QString &name)
{
    ReportItem item;
    item.name = name;
    submit(item);
}

void DashboardPresenter::submit(ReportItem item)
{
    item.owner = item.id.isValid() ? item.owner : m_holder.me();
    if (isDashboard()) {
        Dashboard dashboard{m_cards};
        for (int card = 0; card < m_cards.size(); ++card)
            dashboard.cards[card].title = titleOf(card);
        item.content = dashboard;
    } else {
        item.content = m_cards.first().report;
    }
    deliver(m_desk.submit(Command::make(m_holder.me(), SaveReportItem{item})), this,
            [this, item, key = m_key](const Result<CommandAnswer> &answer) {
                if (!answer) {
                    Q_EMIT failed(tr("“%1” was not saved.").arg(item.name), answer.error());
                    return;
                }
                if (key == m_key) {
                    m_changed = false;
                    Q_EMIT changed();
                }
                Q_EMIT saved(item.id.isValid() ? item.id : ReportItemId{answer->id});
            });
}

void DashboardPresenter::remove()
{
    deliver(m_desk.submit(Command::make(m_holder.me(), DeleteReportItem{m_item.id})), this,
            [this, name = m_item.name](const Result<CommandAnswer> &answer) {
                if (answer)
                    Q_EMIT removed();
                else
                    Q_EMIT failed(tr("“%1” was not deleted.").arg(name), answer.error());
            });
}

} // namespace deskhand

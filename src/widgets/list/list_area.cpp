// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/list/list_area.h"

#include "domain/condition_text.h"
#include "models/navigator.h"
#include "models/notices.h"
#include "models/settings.h"
#include "models/view_list_model.h"
#include "widgets/actions/action_registry.h"
#include "widgets/frame/empty_state.h"
#include "widgets/frame/error_banner.h"
#include "widgets/list/action_strip.h"
#include "widgets/list/condition_edit.h"
#include "widgets/list/empty_words.h"
#include "widgets/list/list_header.h"
#include "widgets/list/ticket_list_view.h"
#include "widgets/list/triage_actions.h"
#include "widgets/plain_label.h"
#include "widgets/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace deskhand {

namespace {

constexpr int previewPauseMs = 60; ///< rows that are passed quickly are not opened
constexpr int slowAfterMs = 200;

QString lastViewKey()
{
    return QStringLiteral("list/lastView");
}

QString lastTicketKey()
{
    return QStringLiteral("list/lastTicket");
}

} // namespace

ListArea::ListArea(const AreaContext &context, Desk &desk, CatalogHolder &holder, ViewListModel &views, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_desk(desk)
    , m_holder(holder)
    , m_views(views)
    , m_memory(context.settings)
    , m_model(desk, holder)
    , m_presenter(holder, context.settings)
    , m_search(new ConditionEdit(context.theme, this))
    , m_header(new ListHeader(context.theme, this))
    , m_partial(new PlainLabel(tr("Only what is on this computer: the service cannot be reached."), this))
    , m_banner(new ErrorBanner(context.theme, this))
    , m_stack(new QWidget(this))
    , m_view(new TicketListView(m_model, m_memory, context.theme, m_stack))
    , m_empty(new EmptyState(context.theme, m_stack))
{
    setObjectName(QStringLiteral("listArea"));
    setAccessibleName(tr("Ticket list"));
    m_triage = new TriageActions(
        context, desk, holder, this,
        [this] {
            TriageActions::Targets targets;
            if (isInTicketArea()) {
                targets.tickets = {m_context.navigator.currentTicket()};
            } else {
                targets.tickets = m_view->targetTickets();
                const QRect row = m_view->currentRect();
                if (row.isValid())
                    targets.beside = QRect(m_view->viewport()->mapTo(window(), row.topLeft()), row.size());
            }
            for (const TicketId id : std::as_const(targets.tickets)) {
                if (const TicketRow *row = m_model.peek(id))
                    targets.rows.insert(id, *row);
            }
            return targets;
        },
        [this] { return hasTargets(); }, this);
    m_strip = new ActionStrip(context.actions, context.theme, this);
    layOut();
    connectSearch();
    connectList();
    connectHeader();
    addActions();
    addMarkActions();
}

ListArea::~ListArea() = default;

void ListArea::layOut()
{
    setFocusProxy(m_view);
    m_search->setObjectName(QStringLiteral("searchLineEdit"));
    m_search->setAccessibleName(tr("Search tickets"));
    m_search->setPlaceholderText(tr("Search: words, state:open, owner:me…"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(m_context.theme.icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_partial->setObjectName(QStringLiteral("partialPlainLabel"));
    m_partial->setStyleOf(m_context.theme, TextStyle::Small, Token::Warning);
    m_partial->setContentsMargins(metrics::medium, 0, metrics::medium, metrics::tight);
    m_partial->setWordWrap(true);
    m_partial->hide();
    // An empty list keeps the keyboard: what it says about itself stands over it.
    auto *stack = new QStackedLayout(m_stack);
    stack->setStackingMode(QStackedLayout::StackAll);
    stack->addWidget(m_view);
    stack->addWidget(m_empty);
    m_empty->hide();
    auto *searchRow = new QHBoxLayout;
    searchRow->setContentsMargins(metrics::small, metrics::small, metrics::small, metrics::tight);
    searchRow->addWidget(m_search);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(searchRow);
    layout->addWidget(m_header);
    layout->addWidget(m_partial);
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_strip);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_preview.setSingleShot(true);
    m_preview.setInterval(previewPauseMs);
    connect(&m_preview, &QTimer::timeout, this, &ListArea::previewCurrent);
    m_slow.setSingleShot(true);
    m_slow.setInterval(slowAfterMs);
    connect(&m_slow, &QTimer::timeout, this, [this] { m_header->setBusy(true); });
}

void ListArea::connectSearch()
{
    m_search->setCompleter(
        [this](const QString &text, int cursor) { return completeCondition(text, cursor, *m_holder.catalog()); });
    m_search->setSuggestions([this] { return m_presenter.recent(); });
    connect(m_search, &QLineEdit::textChanged, &m_presenter, &SearchPresenter::setText);
    connect(&m_presenter, &SearchPresenter::checked, this, [this] { m_search->setProblem(m_presenter.problem()); });
    connect(&m_presenter, &SearchPresenter::wanted, this, [this](ListSpec spec) {
        spec.title = tr("Search");
        const ListSpec recalled = m_memory.recalled(spec);
        spec.columns = recalled.columns;
        spec.density = recalled.density;
        showSpec(spec);
    });
    connect(&m_presenter, &SearchPresenter::cleared, this, [this] { showView(m_viewKey); });
    connect(m_search, &ConditionEdit::submitted, this, [this] {
        m_presenter.submit();
        if (!m_presenter.problem() && !m_presenter.text().isEmpty())
            m_view->setFocus(Qt::ShortcutFocusReason);
    });
    connect(m_search, &ConditionEdit::escaped, this, &ListArea::leaveSearch);
    connect(m_search, &ConditionEdit::leftDownwards, this, [this] { m_view->setFocus(Qt::ShortcutFocusReason); });
    connect(&m_context.navigator, &Navigator::searchRequested, this, &ListArea::searchFor);
    connect(&m_context.navigator, &Navigator::searchFocusRequested, this, [this] {
        m_context.navigator.focusArea(Area::List);
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
}

void ListArea::connectList()
{
    Navigator &navigator = m_context.navigator;
    connect(&navigator, &Navigator::viewRequested, this, &ListArea::showView);
    connect(&navigator, &Navigator::ticketRequested, this, [this](TicketId id) {
        m_context.settings.setValue(lastTicketKey(), id.value);
        m_view->setCurrentTicket(id);
    });
    connect(&navigator, &Navigator::ticketStepRequested, this, [this](int step) {
        if (m_view->step(step))
            openCurrent(m_view->currentTicket());
    });
    connect(&m_views, &QAbstractItemModel::modelReset, this, &ListArea::followViews);
    connect(&m_model, &TicketListModel::stateChanged, this, &ListArea::showState);
    connect(&m_model, &TicketListModel::ticketCountChanged, this, &ListArea::showState);
    connect(m_view, &TicketListView::currentTicketChanged, this, &ListArea::takeCurrent);
    connect(m_view, &TicketListView::currentTicketLeft, this, [this](TicketId left, TicketId now) {
        // Who has solved a ticket from the list goes on with the next; who reads one that a colleague solved reads on.
        if (m_own.remove(left) && m_context.navigator.currentTicket() == left)
            takeCurrent(now);
        m_context.actions.refresh();
    });
    connect(m_view, &TicketListView::ticketOpened, this, [this](TicketId id) {
        m_preview.stop();
        m_context.navigator.openTicket(id, true);
    });
    connect(m_view, &TicketListView::marksChanged, this, [this](int count) {
        m_strip->setCount(count);
        m_context.actions.refresh();
    });
    connect(m_triage, &TriageActions::started, this, &ListArea::ticketsChanging);
    connect(m_triage, &TriageActions::started, this,
            [this](const QVector<TicketId> &tickets) { m_own = QSet<TicketId>(tickets.cbegin(), tickets.cend()); });
    connect(m_triage, &TriageActions::mergeRequested, this, &ListArea::mergeRequested);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &ListArea::showTicketMenu);
    connect(m_strip, &ActionStrip::clearRequested, m_view, &TicketListView::clearMarks);
}

void ListArea::connectHeader()
{
    const auto change = [this](auto &&edit) {
        ListSpec spec = m_model.spec();
        edit(spec);
        changeSpec(spec);
    };
    connect(m_view, &TicketListView::sortRequested, this, [change](ListColumn column) {
        change([column](ListSpec &spec) {
            spec.sort = {column, spec.sort.column == column ? !spec.sort.descending : spec.sort.descending};
        });
    });
    connect(m_view, &TicketListView::columnsChanged, this, [change](const QVector<ListColumn> &columns) {
        change([&columns](ListSpec &spec) { spec.columns = columns; });
    });
    connect(m_view, &TicketListView::columnMenuRequested, m_header, &ListHeader::showColumnMenu);
    connect(m_header, &ListHeader::sortRequested, this,
            [change](const ListSort &sort) { change([&sort](ListSpec &spec) { spec.sort = sort; }); });
    connect(m_header, &ListHeader::groupRequested, this, [change](const std::optional<ListColumn> &column) {
        change([&column](ListSpec &spec) { spec.groupBy = column; });
    });
    connect(m_header, &ListHeader::densityRequested, this,
            [change](ListDensity density) { change([density](ListSpec &spec) { spec.density = density; }); });
    connect(m_header, &ListHeader::columnsRequested, this, [change](const QVector<ListColumn> &columns) {
        change([&columns](ListSpec &spec) { spec.columns = columns; });
    });
    connect(m_header, &ListHeader::relevanceRequested, &m_presenter, &SearchPresenter::setByRelevance);
    connect(m_header, &ListHeader::backRequested, this, &ListArea::reportRequested);
    connect(m_header, &ListHeader::saveRequested, this, &ListArea::saveView);
    connect(m_header, &ListHeader::editRequested, this, [this] { editView(m_viewKey); });
    connect(m_header, &ListHeader::resetRequested, this, [this] {
        m_memory.forget(m_model.spec().key);
        if (const auto spec = m_views.spec(m_model.spec().key))
            showSpec(*spec);
        else if (m_model.spec().counted)
            showCounted(m_model.spec());
    });
}

void ListArea::start()
{
    m_restored = TicketId{m_context.settings.value(lastTicketKey(), 0).toLongLong()};
    m_context.navigator.openView(m_context.settings.value(lastViewKey(), QStringLiteral("open")).toString());
}

void ListArea::showView(const QString &key)
{
    m_viewKey = key;
    if (!m_search->text().isEmpty()) {
        const QSignalBlocker blocker(&m_presenter); // it would ask for this view again
        m_search->clear();
    }
    const std::optional<ListSpec> spec = m_views.spec(key);
    if (!spec) {
        // A view that was deleted meanwhile; before all are known it may still come, see followViews().
        if (m_views.isComplete() && key != QLatin1String("open"))
            m_context.navigator.openView(QStringLiteral("open"));
        return;
    }
    m_context.settings.setValue(lastViewKey(), key);
    if (m_holder.isReady()) // names in conditions mean nothing before
        showSpec(m_memory.recalled(*spec));
}

void ListArea::followView(SavedViewId provisional, SavedViewId now)
{
    if (m_viewKey == savedViewKey(provisional))
        m_awaitedView = savedViewKey(now);
}

void ListArea::showCounted(const ListSpec &spec)
{
    if (!m_search->text().isEmpty()) {
        const QSignalBlocker blocker(&m_presenter);
        m_search->clear();
    }
    ListSpec counted = m_memory.recalled(spec);
    counted.groupBy = spec.groupBy;
    showSpec(counted);
    m_view->setFocus(Qt::OtherFocusReason);
}

void ListArea::followViews()
{
    if (!m_awaitedView.isEmpty() && m_views.spec(m_awaitedView))
        return m_context.navigator.openView(std::exchange(m_awaitedView, {}));
    if (m_model.spec().key == QLatin1String("search") || m_model.spec().counted)
        return;
    if (m_model.spec().key != m_viewKey || m_model.state() == TicketListModel::State::Empty)
        return showView(m_viewKey);
    const std::optional<ListSpec> spec = m_views.spec(m_viewKey);
    if (!spec)
        return showView(m_viewKey);
    const ListSpec now = m_memory.recalled(*spec);
    if (now.asksTheSame(m_model.spec())) {
        m_model.restyle(now);
        applyLook(now);
    } else {
        showSpec(now);
    }
}

void ListArea::showSpec(const ListSpec &spec)
{
    m_slow.start();
    m_model.show(spec);
    applyLook(spec);
}

void ListArea::applyLook(const ListSpec &spec)
{
    m_header->setSpec(spec);
    Q_EMIT densityShown(spec.density);
    m_view->applySpec();
}

void ListArea::changeSpec(const ListSpec &spec)
{
    m_memory.remember(spec);
    if (spec.asksTheSame(m_model.spec())) {
        m_model.restyle(spec);
        applyLook(spec);
    } else {
        showSpec(spec);
    }
}

void ListArea::showState()
{
    const TicketListModel::State state = m_model.state();
    if (state != TicketListModel::State::Loading) {
        m_slow.stop();
        m_header->setBusy(false);
    }
    if (m_model.error())
        m_banner->showError(tr("The list could not be read."), *m_model.error(), [this] { m_model.retry(); });
    else
        m_banner->hide();
    if (state == TicketListModel::State::Loading || state == TicketListModel::State::Empty)
        return; // what is shown stays until there is an answer
    m_partial->setVisible(state == TicketListModel::State::Ready && m_model.isPartial());
    m_header->setCount(state == TicketListModel::State::Ready ? m_model.ticketCount() : -1, m_model.hasMore());
    const bool nothing =
        state == TicketListModel::State::Ready && m_model.ticketCount() == 0 && m_model.rowCount() == 0;
    if (nothing)
        showEmptyState();
    m_empty->setVisible(nothing);
    if (nothing)
        m_empty->raise();
    if (state == TicketListModel::State::Ready && m_restored.isValid())
        m_view->setCurrentTicket(std::exchange(m_restored, {}));
    m_context.actions.refresh();
}

void ListArea::showEmptyState()
{
    const EmptyWords words = emptyWordsFor(m_model.spec());
    m_empty->setContent(words.icon, words.title, words.sentence,
                        words.actionId.isEmpty() ? nullptr : m_context.actions.action(words.actionId));
}

void ListArea::searchFor(const QString &text)
{
    m_context.navigator.focusArea(Area::List);
    m_search->setText(text);
    m_presenter.submit();
}

void ListArea::leaveSearch()
{
    if (m_search->text().isEmpty())
        m_view->setFocus(Qt::ShortcutFocusReason);
    else
        m_search->clear();
}

void ListArea::takeCurrent(TicketId id)
{
    m_context.actions.refresh();
    if (id.isValid() && id != m_context.navigator.currentTicket() && m_context.navigator.showsTicketBesideList())
        m_preview.start();
    else
        m_preview.stop();
}

void ListArea::previewCurrent()
{
    openCurrent(m_view->currentTicket());
}

void ListArea::openCurrent(TicketId id)
{
    if (id.isValid() && id != m_context.navigator.currentTicket())
        m_context.navigator.openTicket(id, false);
}

bool ListArea::isInTicketArea() const
{
    const QWidget *focus = QApplication::focusWidget();
    return focus && !isAncestorOf(focus) && m_context.navigator.currentTicket().isValid()
           && !m_view->selectionModel()->hasSelection();
}

bool ListArea::hasTargets() const
{
    return m_context.navigator.currentTicket().isValid() || m_model.ticketCount() > 0;
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"
#include "models/list_memory.h"
#include "models/search_presenter.h"
#include "models/ticket_list_model.h"
#include "widgets/area_context.h"

#include <QPointer>
#include <QWidget>

namespace deskhand {

class ActionStrip;
class ConditionEdit;
class EmptyState;
class ErrorBanner;
class ListHeader;
class PlainLabel;
class TicketListView;
class TriageActions;
class ViewListModel;

/// The second column: search box, the view's name and order, its tickets, and what can be done to the marked ones.
/// Shows the view that the Navigator asks for, or what is searched, and opens tickets through it.
class ListArea final : public QWidget
{
    Q_OBJECT

public:
    /// `views` belongs to the composition root, as the sidebar reads the same model.
    ListArea(const AreaContext &context, Desk &desk, CatalogHolder &holder, ViewListModel &views,
             QWidget *parent = nullptr);
    ~ListArea() override;

    /// Shows the view and the ticket this person looked at last.
    void start();
    /// A view that was saved without the service has its id from there.
    void followView(SavedViewId provisional, SavedViewId now);
    /// Tickets with unsent text on this computer.
    void setDrafts(const QSet<TicketId> &tickets) { m_model.setDrafts(tickets); }
    /// Marks tickets that others are in; `board` outlives the area.
    void setPresence(const PresenceBoard &board) { m_model.setPresence(board); }

    /// Shows the tickets behind a value of a report; see ListSpec::counted.
    void showCounted(const ListSpec &spec);
    void saveView();
    void editView(const QString &viewKey);

    [[nodiscard]] TicketListModel &model() { return m_model; }
    [[nodiscard]] TicketListView *view() const { return m_view; }
    [[nodiscard]] ConditionEdit *searchBox() const { return m_search; }
    [[nodiscard]] SearchPresenter &search() { return m_presenter; }

Q_SIGNALS:
    /// The person has begun to change tickets.
    void ticketsChanging();
    /// See TriageActions.
    void mergeRequested(const QVector<deskhand::TicketId> &tickets);
    void densityShown(deskhand::ListDensity density);
    /// Back to the report whose tickets are shown.
    void reportRequested();

private:
    void layOut();
    void connectSearch();
    void connectList();
    void connectHeader();
    void addActions();
    void addMarkActions();
    void showTicketMenu(const QPoint &position);

    void showView(const QString &key);
    void followViews();
    void showSpec(const ListSpec &spec);
    void applyLook(const ListSpec &spec);
    void changeSpec(const ListSpec &spec);
    void showState();
    void showEmptyState();
    void searchFor(const QString &text);
    void leaveSearch();

    void takeCurrent(TicketId id);
    void previewCurrent();
    void openCurrent(TicketId id);
    [[nodiscard]] bool isInTicketArea() const;
    [[nodiscard]] bool hasTargets() const;
    void openViewDialog(const SavedView &view);

    AreaContext m_context;
    Desk &m_desk;
    CatalogHolder &m_holder;
    ViewListModel &m_views;
    ListMemory m_memory;
    TicketListModel m_model;
    SearchPresenter m_presenter;
    ConditionEdit *m_search;
    ListHeader *m_header;
    PlainLabel *m_partial; ///< "Only what is on this computer"
    ErrorBanner *m_banner;
    QWidget *m_stack;
    TicketListView *m_view;
    EmptyState *m_empty;
    ActionStrip *m_strip = nullptr;
    TriageActions *m_triage = nullptr;
    QString m_viewKey;     ///< the view under a search, too
    QTimer m_preview;      ///< a ticket is shown when moving rests
    QTimer m_slow;         ///< after which an answer is worth a sign that it takes long
    QSet<TicketId> m_own;  ///< changed by this person from here: when they leave, the next one is shown
    QString m_awaitedView; ///< saved just now, to be shown as soon as it is among the views
    TicketId m_restored;   ///< to be made current with the first list
};

} // namespace deskhand

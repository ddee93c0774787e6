// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/composer_presenter.h"
#include "models/presence_board.h"
#include "models/presence_presenter.h"
#include "models/sla_presenter.h"
#include "models/thread_model.h"
#include "models/ticket_presenter.h"
#include "widgets/area_context.h"
#include "widgets/composer/html_cleaner.h"
#include "widgets/thread/link_opener.h"

#include <QWidget>

class QStackedWidget;

namespace deskhand {

class Composer;
class OutboxPresenter;
class EmptyState;
class ErrorBanner;
class SlaExplainer;
class ThreadPanel;
class TicketHeader;

/// What widgets cannot know of themselves, given by the composition root.
struct TicketAreaServices {
    HtmlCleaner cleaner; ///< mail/html_sanitizer.h
    UrlOpener openUrl = systemUrlOpener();
};

/// The ticket that is open: header, thread and composer. Follows the Navigator. Opened articles are marked as read when
/// they were before the person's eyes.
///
/// Desk, catalog, drafts and everything in the context outlive it.
class TicketArea final : public QWidget
{
    Q_OBJECT

public:
    TicketArea(const AreaContext &context, Desk &desk, const CatalogHolder &catalog, DraftKeeper &drafts,
               TicketAreaServices services, QWidget *parent = nullptr);
    ~TicketArea() override;

    void openTicket(TicketId ticket, bool focus);
    /// Shows who else is in the open ticket; `board` outlives the area.
    void setPresence(const PresenceBoard &board);
    /// What can still be done about mails of the thread; `outbox` outlives the area.
    void setOutbox(OutboxPresenter &outbox);
    [[nodiscard]] TicketPresenter &presenter() { return m_presenter; }
    /// The clocks of the open ticket, and who explains them.
    [[nodiscard]] SlaExplainer &explainer() { return *m_explainer; }
    [[nodiscard]] ThreadModel &thread() { return m_thread; }
    [[nodiscard]] ThreadPanel *threadPanel() const { return m_threadPanel; }
    [[nodiscard]] Composer *composer() const { return m_composer; }

Q_SIGNALS:
    /// See ThreadPanel: apps/deskhand has the network.
    void remotePicturesRequested(const deskhand::Article &article);
    void heldMailRequested(deskhand::TicketId ticket);
    void outboxRequested(deskhand::OutboundMailId mail);
    /// The person wants a ticket of its own made of these articles.
    void splitRequested(const QSet<deskhand::ArticleId> &articles);
    /// The open ticket lives on in another one. `open`: the person wanted it, not only looked at it in the list.
    void mergedAway(deskhand::TicketId source, deskhand::TicketId target, bool open);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build(TicketAreaServices services);
    void connectModels();
    void showError(const Error &error);
    void noteSeen();
    void noteWriting();
    void showColleagues();
    void giveContext();
    void followMerges();
    void requestSplit(ArticleId article, bool andLater);
    void goOnWriting(TicketId ticket, DraftKind kind);
    void takeSent(DraftKind kind, const CommandAnswer &answer);
    void showMenu(const QPoint &position);
    void showDeliveryMenu(const MailDelivery &mail, const QPoint &position);
    void addActions();

    AreaContext m_context;
    Desk &m_desk;
    const CatalogHolder &m_catalog;
    TicketPresenter m_presenter;
    SlaPresenter m_sla;
    ThreadModel m_thread;
    ComposerPresenter m_composerPresenter;
    PresencePresenter m_presence;
    const PresenceBoard *m_board = nullptr;
    OutboxPresenter *m_outbox = nullptr;
    SlaExplainer *m_explainer;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QWidget *m_page = nullptr;
    TicketHeader *m_header = nullptr;
    ErrorBanner *m_error = nullptr;
    ThreadPanel *m_threadPanel = nullptr;
    Composer *m_composer = nullptr;
    bool m_focusWhenOpened = false;
    bool m_wanted = false; ///< the person has opened it, and not only come past it
    TicketId m_toldMerged; ///< that mergedAway() was said of
};

} // namespace deskhand

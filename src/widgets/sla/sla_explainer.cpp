// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sla/sla_explainer.h"

#include "models/notices.h"
#include "widgets/actions/action_registry.h"
#include "widgets/sla/ledger_popup.h"
#include "widgets/sla/target_button.h"

namespace deskhand {

namespace {

constexpr int pointerRestMs = 450;
constexpr int pointerWayMs = 250;

QRect placeInWindow(const QWidget *widget)
{
    return {widget->mapTo(widget->window(), QPoint()), widget->size()};
}

} // namespace

SlaExplainer::SlaExplainer(const AreaContext &context, SlaPresenter &presenter, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_presenter(presenter)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(pointerRestMs);
    connect(&m_rest, &QTimer::timeout, this, &SlaExplainer::peek);
    m_gone.setSingleShot(true);
    m_gone.setInterval(pointerWayMs);
    connect(&m_gone, &QTimer::timeout, this, &SlaExplainer::leave);
    connect(&presenter, &SlaPresenter::changed, &context.actions, &ActionRegistry::refresh);
    connect(&presenter, &SlaPresenter::failed, this, [this](const Error &error) {
        m_context.notices.fail(tr("The clocks of the ticket could not be read or changed."), error);
    });
    addAction();
}

SlaExplainer::~SlaExplainer()
{
    delete m_popup;
}

void SlaExplainer::addAction()
{
    m_context.actions.add({.id = QStringLiteral("ticket.explainTime"),
                           .text = tr("Explain the &time left"),
                           .category = tr("Ticket"),
                           .icon = QStringLiteral("clock"),
                           .shortcuts = {QKeySequence(QStringLiteral("Ctrl+Shift+T"))},
                           .scope = ActionScope::Tickets,
                           .menu = ActionMenu::Ticket,
                           .menuGroup = 30,
                           .enabledWhen = [this] { return m_presenter.nearest() != SlaTargetKind::None; }},
                          this, [this] {
                              if (m_place)
                                  explain(m_presenter.nearest(), 0, m_place);
                          });
}

LedgerPopup *SlaExplainer::popupOver(QWidget *widget)
{
    if (m_popup && m_popup->parentWidget() != widget->window())
        delete m_popup;
    if (!m_popup) {
        m_popup = new LedgerPopup(m_context.theme, m_presenter, widget->window());
        connect(m_popup, &LedgerPopup::left, &m_gone, qOverload<>(&QTimer::start));
        connect(m_popup, &LedgerPopup::copied, this,
                [this] { m_context.notices.post(tr("Copied what was counted and why")); });
    }
    return m_popup;
}

LedgerPopup *SlaExplainer::popup() const
{
    return m_popup;
}

void SlaExplainer::follow(TargetButton *button)
{
    connect(button, &QAbstractButton::clicked, this, [this, button] {
        m_rest.stop();
        explain(button->block().target, button->block().cycle, button);
    });
    connect(button, &TargetButton::pointed, this, [this, button](bool here) {
        m_pointed = here ? button : nullptr;
        if (here) {
            m_gone.stop();
            m_rest.start();
        } else {
            m_rest.stop();
            m_gone.start();
        }
    });
}

void SlaExplainer::peek()
{
    if (m_pointed)
        popupOver(m_pointed)->peek(m_pointed->block().target, m_pointed->block().cycle, placeInWindow(m_pointed));
}

void SlaExplainer::leave()
{
    if (m_popup && m_popup->isPeeking() && !m_popup->underMouse())
        m_popup->dismiss();
}

void SlaExplainer::explain(SlaTargetKind target, int cycle, QWidget *beside)
{
    if (target != SlaTargetKind::None)
        popupOver(beside)->open(target, cycle, placeInWindow(beside));
}

} // namespace deskhand

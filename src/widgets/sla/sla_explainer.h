// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sla_presenter.h"
#include "widgets/area_context.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace deskhand {

class LedgerPopup;
class TargetButton;

/// Shows the ledger of the open ticket's clocks beside whatever it is asked for at. Adds the action
/// "ticket.explainTime". Everything given outlives it.
class SlaExplainer final : public QObject
{
    Q_OBJECT

public:
    SlaExplainer(const AreaContext &context, SlaPresenter &presenter, QObject *parent = nullptr);
    ~SlaExplainer() override;

    [[nodiscard]] SlaPresenter &presenter() const { return m_presenter; }
    /// Explains the button's target when it is pressed or pointed at.
    void follow(TargetButton *button);
    /// With the keyboard in it. Cycle 0: the newest.
    void explain(SlaTargetKind target, int cycle, QWidget *beside);
    /// Where the action shows it.
    void setPlace(QWidget *place) { m_place = place; }
    /// Null: nothing was explained yet.
    [[nodiscard]] LedgerPopup *popup() const;

private:
    LedgerPopup *popupOver(QWidget *widget);
    void addAction();
    void peek();
    void leave();

    AreaContext m_context;
    SlaPresenter &m_presenter;
    QPointer<LedgerPopup> m_popup; ///< of the window
    QPointer<QWidget> m_place;
    QPointer<TargetButton> m_pointed;
    QTimer m_rest; ///< a pointer that only passes wants nothing explained
    QTimer m_gone; ///< time for the way from the button to the popup
};

} // namespace deskhand

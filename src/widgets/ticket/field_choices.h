// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ticket_presenter.h"
#include "widgets/choice_popup.h"

#include <QObject>
#include <QPointer>

namespace deskhand {

class FieldButton;
class Theme;

/// Opens the small popups in which a field of the open ticket is chosen, beside the control that shows it.
class FieldChoices final : public QObject
{
    Q_OBJECT

public:
    /// `window`: any widget of the window the popups appear in.
    FieldChoices(TicketPresenter &presenter, const CatalogHolder &catalog, const Theme &theme, QWidget *window);

    /// A button of `parent` that lets choose one of the fields below; it has no value yet.
    [[nodiscard]] FieldButton *makeButton(const QString &objectName, const QString &caption,
                                          void (FieldChoices::*choose)(QWidget *), QWidget *parent);

    void chooseState(QWidget *beside);
    void choosePriority(QWidget *beside);
    void chooseQueue(QWidget *beside);
    void chooseCategory(QWidget *beside);
    void chooseOwner(QWidget *beside);
    void chooseDue(QWidget *beside);
    void chooseTag(QWidget *beside);

private:
    void ask(QWidget *beside, ChoicePopup::Request request);
    void choosePending(QWidget *beside, StateId state);
    void askDate(Instant start);

    TicketPresenter &m_presenter;
    const CatalogHolder &m_catalog;
    const Theme &m_theme;
    QWidget *m_window;
    QPointer<ChoicePopup> m_popup;
};

} // namespace deskhand

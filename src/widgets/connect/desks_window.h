// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/area_context.h"

#include <QDialog>

class QListView;
class QPushButton;

namespace deskhand {

class ChoicePopup;
class EmptyState;
class SavedDesks;

/// The desks of this person: opened, edited, taken out; and the quick way from one to another, in a popup over the
/// window. Adds the actions "desk.switch" and "desk.manage". What is wished is said in signals; whoever listens does
/// it.
class DesksWindow final : public QDialog
{
    Q_OBJECT

public:
    DesksWindow(const AreaContext &context, SavedDesks &desks, QWidget *parent);

    void open() override;
    /// The quick switch.
    void showSwitch();

Q_SIGNALS:
    void openWanted(const QString &id);
    void editWanted(const QString &id);
    void removeWanted(const QString &id);
    void connectWanted(); ///< to a desk that is not among them yet
    void otherWanted();   ///< one of the first start's choices

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void addDeskActions();
    void showState();
    void askRemove();
    [[nodiscard]] QString currentId() const;

    AreaContext m_context;
    SavedDesks &m_desks;
    ChoicePopup *m_popup = nullptr; // of the parent; made when first wanted
    QListView *m_list;
    EmptyState *m_empty;
    QPushButton *m_connect;
    QPushButton *m_edit;
    QPushButton *m_remove;
    QPushButton *m_open;
};

} // namespace deskhand

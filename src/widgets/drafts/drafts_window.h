// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/draft_list_model.h"
#include "widgets/area_context.h"

#include <QDialog>

class QListView;
class QPushButton;

namespace deskhand {

class EmptyState;

/// All that was begun and not sent: opened, it goes on where it is written; thrown away, it can be taken back. Adds the
/// action "go.drafts". The model and everything in the context outlive it.
class DraftsWindow final : public QDialog
{
    Q_OBJECT

public:
    DraftsWindow(const AreaContext &context, DraftListModel &drafts, QWidget *parent = nullptr);

    void open() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void goOn();
    void throwAway();
    void showState();

    AreaContext m_context;
    DraftListModel &m_drafts;
    QListView *m_list;
    EmptyState *m_empty;
    QPushButton *m_throwAway;
    QPushButton *m_goOn;
};

} // namespace deskhand

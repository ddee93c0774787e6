// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/unmerge_presenter.h"
#include "widgets/area_context.h"

#include <QDialog>

class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace deskhand {

class ErrorBanner;
class PlainLabel;

/// Takes a merge back, and asks of each message that came since on which side it belongs. Blocks nothing; deletes
/// itself when it is closed. Desk, catalog and everything in the context outlive it.
class UnmergeDialog final : public QDialog
{
    Q_OBJECT

public:
    UnmergeDialog(const AreaContext &context, Desk &desk, const CatalogHolder &catalog, QWidget *parent = nullptr);

    void start(const TicketDetail &target, const MergedTicket &merged);
    [[nodiscard]] UnmergePresenter &presenter() { return m_presenter; }

Q_SIGNALS:
    void unmerged(const deskhand::MergedTicket &source);

private:
    void build();
    void showState();

    AreaContext m_context;
    const CatalogHolder &m_catalog;
    UnmergePresenter m_presenter;
    ErrorBanner *m_error;
    PlainLabel *m_text;
    PlainLabel *m_question;
    QTreeWidget *m_later;
    QLineEdit *m_why;
    QPushButton *m_unmerge;
    bool m_filling = false;
};

} // namespace deskhand

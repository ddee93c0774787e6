// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/draft_moving.h"
#include "models/merge_presenter.h"
#include "widgets/area_context.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>

namespace deskhand {

class ListArea;
class MergeDialog;
class SidePanel;
class SplitDialog;
class TicketArea;
class UnmergeDialog;

/// Merging, parting and splitting of tickets while a desk is open: the dialogs, what is said afterwards with the way
/// back, drafts that go with their ticket, and old numbers that lead to where a ticket lives on. Everything given
/// outlives it.
class SurgeryPlace final : public QObject
{
    Q_OBJECT

public:
    SurgeryPlace(const AreaContext &context, Desk &desk, const CatalogHolder &catalog, DraftKeeper &drafts,
                 QWidget *window, QObject *parent = nullptr);
    ~SurgeryPlace() override;

    void follow(ListArea &list, TicketArea &ticket, SidePanel &panel);

    void merge(const QVector<TicketId> &tickets);
    void unmerge(const TicketDetail &target, const MergedTicket &merged);
    void split(const QSet<ArticleId> &chosen);
    /// Null: not open.
    [[nodiscard]] MergeDialog *mergeDialog() const;
    [[nodiscard]] UnmergeDialog *unmergeDialog() const;
    [[nodiscard]] SplitDialog *splitDialog() const;

private:
    void takeMerged(const MergeDone &done);
    void undoMerge(const MergeDone &done);
    void undoNext(MergeDone done, int index);
    void takeMergedAway(TicketId source, TicketId target, bool open);
    void moveDraftsOf(TicketId source, TicketId target);

    AreaContext m_context;
    Desk &m_desk;
    const CatalogHolder &m_catalog;
    DraftKeeper &m_drafts;
    QWidget *m_window;
    TicketArea *m_ticket = nullptr;
    QPointer<MergeDialog> m_merge;
    QPointer<UnmergeDialog> m_unmerge;
    QPointer<SplitDialog> m_split;
    QHash<TicketId, QVector<MovedDraft>> m_moved; ///< by source, of this run of the program
};

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/surgery/surgery_place.h"

#include "base/deliver.h"
#include "models/navigator.h"
#include "models/notices.h"
#include "widgets/composer/composer.h"
#include "widgets/list/list_area.h"
#include "widgets/sidepanel/side_panel.h"
#include "widgets/surgery/merge_dialog.h"
#include "widgets/surgery/split_dialog.h"
#include "widgets/surgery/unmerge_dialog.h"
#include "widgets/ticket/ticket_area.h"

namespace deskhand {

namespace {

constexpr int undoMergeMs = 20'000; ///< as long as somebody needs to see that it was the wrong one

QString numbersText(const QStringList &numbers)
{
    QStringList signs;
    for (const QString &number : numbers)
        signs.append(u'#' + number);
    return signs.join(QStringLiteral(", "));
}

} // namespace

SurgeryPlace::SurgeryPlace(const AreaContext &context, Desk &desk, const CatalogHolder &catalog, DraftKeeper &drafts,
                           QWidget *window, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_desk(desk)
    , m_catalog(catalog)
    , m_drafts(drafts)
    , m_window(window)
{
}

SurgeryPlace::~SurgeryPlace()
{
    delete m_merge;
    delete m_unmerge;
    delete m_split;
}

MergeDialog *SurgeryPlace::mergeDialog() const
{
    return m_merge;
}

UnmergeDialog *SurgeryPlace::unmergeDialog() const
{
    return m_unmerge;
}

SplitDialog *SurgeryPlace::splitDialog() const
{
    return m_split;
}

void SurgeryPlace::follow(ListArea &list, TicketArea &ticket, SidePanel &panel)
{
    m_ticket = &ticket;
    connect(&list, &ListArea::mergeRequested, this, &SurgeryPlace::merge);
    connect(&ticket, &TicketArea::splitRequested, this, &SurgeryPlace::split);
    connect(&ticket, &TicketArea::mergedAway, this, &SurgeryPlace::takeMergedAway);
    connect(&panel, &SidePanel::unmergeRequested, this, &SurgeryPlace::unmerge);
}

void SurgeryPlace::merge(const QVector<TicketId> &tickets)
{
    delete m_merge;
    m_merge = new MergeDialog(m_context, m_desk, m_catalog, m_window);
    m_merge->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_merge, &MergeDialog::merged, this, &SurgeryPlace::takeMerged);
    if (tickets.size() > MergePresenter::mostTickets)
        m_context.notices.post(
            tr("Only the first %n ticket(s) can be merged at once.", nullptr, MergePresenter::mostTickets));
    m_merge->start(tickets);
}

void SurgeryPlace::takeMerged(const MergeDone &done)
{
    for (const TicketId source : done.sources)
        moveDraftsOf(source, done.target);
    m_context.navigator.openTicket(done.target, true);
    Notice notice;
    notice.text = tr("Merged %1 into #%2").arg(numbersText(done.sourceNumbers), done.targetNumber);
    notice.actionText = tr("Undo");
    notice.milliseconds = undoMergeMs;
    notice.action = [place = QPointer<SurgeryPlace>(this), done] {
        if (place)
            place->undoMerge(done);
    };
    m_context.notices.post(notice);
}

void SurgeryPlace::undoMerge(const MergeDone &done)
{
    undoNext(done, int(done.sources.size()) - 1); // the last one first, as they came
}

void SurgeryPlace::undoNext(MergeDone done, int index)
{
    if (index < 0) {
        m_context.notices.post(
            tr("%1 and #%2 are tickets of their own again").arg(numbersText(done.sourceNumbers), done.targetNumber));
        return;
    }
    const TicketId source = done.sources.at(index);
    deliver(m_desk.submit(Command::make(m_catalog.me(), UnmergeTicket{source, {}, {}})), this,
            [this, done, index, source](const Result<CommandAnswer> &answer) {
                if (!answer)
                    return m_context.notices.fail(
                        tr("#%1 was not parted from #%2.").arg(done.sourceNumbers.at(index), done.targetNumber),
                        answer.error(), [place = QPointer<SurgeryPlace>(this), done, index] {
                            if (place)
                                place->undoNext(done, index);
                        });
                moveDraftsBack(m_drafts, m_moved.take(source));
                undoNext(done, index - 1);
            });
}

void SurgeryPlace::unmerge(const TicketDetail &target, const MergedTicket &merged)
{
    delete m_unmerge;
    m_unmerge = new UnmergeDialog(m_context, m_desk, m_catalog, m_window);
    m_unmerge->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_unmerge, &UnmergeDialog::unmerged, this, [this](const MergedTicket &source) {
        moveDraftsBack(m_drafts, m_moved.take(source.ticket));
        Notice notice;
        notice.text = tr("#%1 is a ticket of its own again").arg(source.number);
        notice.actionText = tr("Open");
        notice.action = [navigator = &m_context.navigator, id = source.ticket] { navigator->openTicket(id, true); };
        m_context.notices.post(notice);
    });
    m_unmerge->start(target, merged);
}

void SurgeryPlace::split(const QSet<ArticleId> &chosen)
{
    if (m_ticket == nullptr || !m_ticket->presenter().isLoaded())
        return;
    delete m_split;
    m_split = new SplitDialog(m_context, m_desk, m_catalog, m_window);
    m_split->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_split, &SplitDialog::split, this, [this](TicketId opened, const QString &number) {
        m_context.navigator.openTicket(opened, true);
        m_context.notices.post(tr("Split off as #%1").arg(number));
    });
    m_split->start(m_ticket->presenter().detail(), m_ticket->thread().articles(), chosen);
}

void SurgeryPlace::takeMergedAway(TicketId source, TicketId target, bool open)
{
    moveDraftsOf(source, target);
    if (!open || m_context.navigator.currentTicket() != source)
        return;
    const TicketDetail &stub = m_ticket->presenter().detail();
    m_context.notices.post(tr("#%1 was merged into #%2").arg(stub.row.head.number, stub.mergedIntoNumber));
    m_context.navigator.openTicket(target, true);
}

void SurgeryPlace::moveDraftsOf(TicketId source, TicketId target)
{
    if (m_ticket != nullptr)
        m_ticket->composer()->flush();
    const QVector<MovedDraft> moved = moveDrafts(m_drafts, source, target, m_catalog.now());
    if (!moved.isEmpty())
        m_moved[source] += moved;
}

} // namespace deskhand

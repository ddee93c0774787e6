// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/list/triage_actions.h"

#include "base/text_folding.h"
#include "models/notices.h"
#include "models/task_list.h"
#include "models/ticket_text.h"
#include "widgets/actions/action_registry.h"
#include "widgets/choice_popup.h"
#include "widgets/list/edit_result_dialog.h"
#include "widgets/prompt.h"
#include "widgets/theme/theme.h"
#include "widgets/ticket_marks.h"

#include <QDateTime>
#include <QWidget>

namespace deskhand {

namespace {

constexpr int askFrom = 100; ///< tickets, before which a change of so many is asked for
constexpr int showProgressFrom = 25;
constexpr int nineOClock = 9;

FieldChange idChange(TicketField field, qint64 id)
{
    return FieldChange{field, id, {}, {}};
}

Instant morningInDays(Instant now, int days)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(now).date().addDays(days);
    return QDateTime(day, QTime(nineOClock, 0)).toMSecsSinceEpoch();
}

} // namespace

TriageActions::TriageActions(const AreaContext &context, Desk &desk, const CatalogHolder &holder, QWidget *window,
                             FindTargets findTargets, std::function<bool()> hasTargets, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_holder(holder)
    , m_window(window)
    , m_findTargets(std::move(findTargets))
    , m_hasTargets(std::move(hasTargets))
    , m_changer(desk, holder)
{
    addActions();
    connect(&m_changer, &TicketChanger::progressed, this, [this](quint64 run, int done, int total) {
        if (const quint64 task = m_watched.value(run).task)
            m_context.tasks.setProgress(task, int(qint64(done) * 1000 / qMax(1, total)));
    });
    connect(&m_changer, &TicketChanger::finished, this, &TriageActions::takeOutcome);
}

void TriageActions::addActions()
{
    struct Wanted {
        QString id;
        QString text;
        QString icon;
        QKeySequence keys;
        void (TriageActions::*run)();
    };
    const Wanted all[] = {
        {QStringLiteral("ticket.state"), tr("Set &state…"), QStringLiteral("view-pim-tasks"), Qt::Key_S,
         &TriageActions::chooseState},
        {QStringLiteral("ticket.priority"), tr("Set &priority…"), QStringLiteral("flag"), Qt::Key_P,
         &TriageActions::choosePriority},
        {QStringLiteral("ticket.owner"), tr("Set &owner…"), QStringLiteral("user"), Qt::Key_O,
         &TriageActions::chooseOwner},
        {QStringLiteral("ticket.assignToMe"), tr("Assign to &me"), QStringLiteral("im-user"), Qt::Key_M,
         &TriageActions::assignToMe},
        {QStringLiteral("ticket.queue"), tr("Move to &queue…"), QStringLiteral("folder"), Qt::Key_Q,
         &TriageActions::chooseQueue},
        {QStringLiteral("ticket.tag"), tr("Add or remove &tag…"), QStringLiteral("tag"), Qt::Key_T,
         &TriageActions::chooseTag},
        {QStringLiteral("ticket.read"), tr("Mark as read or &unread"), QStringLiteral("mail-mark-unread"), Qt::Key_U,
         &TriageActions::toggleRead},
        {QStringLiteral("ticket.merge"), tr("Mer&ge…"), QStringLiteral("merge"), QKeySequence(Qt::SHIFT | Qt::Key_M),
         &TriageActions::requestMerge},
    };
    for (const Wanted &wanted : all) {
        m_context.actions.add({.id = wanted.id,
                               .text = wanted.text,
                               .category = tr("Ticket"),
                               .icon = wanted.icon,
                               .shortcuts = {wanted.keys},
                               .scope = ActionScope::Tickets,
                               .menu = ActionMenu::Ticket,
                               .menuGroup = 20,
                               .enabledWhen = m_hasTargets},
                              this, [this, run = wanted.run] { (this->*run)(); });
    }
    m_context.actions.add({.id = QStringLiteral("ticket.undoChange"),
                           .text = tr("U&ndo last change of tickets"),
                           .category = tr("Ticket"),
                           .icon = QStringLiteral("edit-undo"),
                           .shortcuts = {QKeySequence::Undo},
                           .scope = ActionScope::List,
                           .menu = ActionMenu::Edit,
                           .enabledWhen = [this] { return m_changer.canUndo(); }},
                          this, [this] { undo(); });
}

ChoicePopup &TriageActions::popup()
{
    if (!m_popup)
        m_popup = new ChoicePopup(m_context.theme, m_window->window());
    return *m_popup;
}

std::optional<qint64> TriageActions::common(const Targets &targets,
                                            const std::function<qint64(const TicketHead &)> &value)
{
    std::optional<qint64> found;
    for (const TicketRow &row : targets.rows) {
        if (found && *found != value(row.head))
            return std::nullopt;
        found = value(row.head);
    }
    return found;
}

void TriageActions::sayNothingChosen()
{
    m_context.notices.post(tr("Choose a ticket in the list first"));
}

void TriageActions::chooseState()
{
    const Targets targets = m_findTargets();
    if (targets.tickets.isEmpty())
        return sayNothingChosen();
    const auto now = common(targets, [](const TicketHead &head) { return head.state.value; });
    ChoicePopup::Request request{tr("Set state"), {}, {}, targets.beside, {}};
    const CatalogPtr catalog = m_holder.catalog();
    for (const State &state : catalog->states) {
        if (state.active && state.type != StateType::Merged)
            request.choices.append({state.id.value, state.name, ticket_marks::stateIcon(state.type, m_context.theme),
                                    now == state.id.value});
    }
    request.chosen = [this, targets, catalog](qint64 id, const QString &) {
        const StateType type = catalog->stateType(StateId{id});
        const QString name = catalog->state(StateId{id})->name;
        if (type == StateType::PendingReminder || type == StateType::PendingAuto)
            chooseReminder(targets, StateId{id}, name);
        else
            change(targets, {idChange(TicketField::State, id)}, tr("state %1").arg(name));
    };
    popup().ask(request);
}

void TriageActions::chooseReminder(const Targets &targets, StateId state, const QString &stateName)
{
    static constexpr qint64 hour = 3'600'000;
    const Instant now = m_holder.now();
    const int toMonday = 8 - QDateTime::fromMSecsSinceEpoch(now).date().dayOfWeek();
    const QIcon icon = m_context.theme.icon(QStringLiteral("clock"));
    ChoicePopup::Request request{tr("Comes back"), {}, {}, targets.beside, {}};
    request.choices = {{morningInDays(now, 1), tr("Tomorrow morning"), icon, false},
                       {now + 3 * hour, tr("In 3 hours"), icon, false},
                       {morningInDays(now, 2), tr("In 2 days"), icon, false},
                       {morningInDays(now, toMonday), tr("Next Monday"), icon, false},
                       {morningInDays(now, 7), tr("In a week"), icon, false},
                       {morningInDays(now, 14), tr("In two weeks"), icon, false},
                       {0, tr("Without a reminder"), QIcon(), false}};
    request.chosen = [this, targets, state, stateName](qint64 until, const QString &) {
        change(targets, {idChange(TicketField::State, state.value), idChange(TicketField::PendingUntil, until)},
               tr("state %1").arg(stateName));
    };
    popup().ask(request);
}

void TriageActions::choosePriority()
{
    const Targets targets = m_findTargets();
    if (targets.tickets.isEmpty())
        return sayNothingChosen();
    const auto now = common(targets, [](const TicketHead &head) { return head.priority.value; });
    ChoicePopup::Request request{tr("Set priority"), {}, {}, targets.beside, {}};
    const CatalogPtr catalog = m_holder.catalog();
    for (const Priority &priority : catalog->priorities) {
        if (priority.active)
            request.choices.append({priority.id.value, priority.name,
                                    ticket_marks::priorityIcon(priority.rank, m_context.theme),
                                    now == priority.id.value});
    }
    request.chosen = [this, targets, catalog](qint64 id, const QString &) {
        change(targets, {idChange(TicketField::Priority, id)},
               tr("priority %1").arg(catalog->priority(PriorityId{id})->name));
    };
    popup().ask(request);
}

void TriageActions::chooseOwner()
{
    const Targets targets = m_findTargets();
    if (targets.tickets.isEmpty())
        return sayNothingChosen();
    const auto now = common(targets, [](const TicketHead &head) { return head.owner.value; });
    ChoicePopup::Request request{tr("Set owner"), {}, {}, targets.beside, {}};
    const CatalogPtr catalog = m_holder.catalog();
    const auto offer = [&](const Person &agent) {
        const bool me = agent.id == m_holder.me();
        const QString name = displayName(agent);
        request.choices.append({agent.id.value, name,
                                ticket_marks::personIcon(TicketText::initials(name), me, m_context.theme),
                                now == agent.id.value, me ? tr("me") : agent.address});
    };
    if (const Person *self = catalog->agent(m_holder.me()))
        offer(*self);
    request.choices.append({0, tr("Nobody"), m_context.theme.icon(QStringLiteral("user")), now == 0});
    for (const Person &agent : catalog->agents) {
        if (agent.active && agent.id != m_holder.me())
            offer(agent);
    }
    request.chosen = [this, targets, catalog](qint64 id, const QString &) {
        const Person *agent = catalog->agent(PersonId{id});
        change(targets, {idChange(TicketField::Owner, id)},
               agent ? tr("owner %1").arg(displayName(*agent)) : tr("no owner"));
    };
    popup().ask(request);
}

void TriageActions::chooseQueue()
{
    const Targets targets = m_findTargets();
    if (targets.tickets.isEmpty())
        return sayNothingChosen();
    const auto now = common(targets, [](const TicketHead &head) { return head.queue.value; });
    ChoicePopup::Request request{tr("Move to queue"), {}, {}, targets.beside, {}};
    const CatalogPtr catalog = m_holder.catalog();
    for (const Queue &queue : catalog->queues) {
        if (queue.active)
            request.choices.append({queue.id.value, catalog->queuePath(queue.id),
                                    m_context.theme.icon(QStringLiteral("folder")), now == queue.id.value});
    }
    request.chosen = [this, targets, catalog](qint64 id, const QString &) {
        change(targets, {idChange(TicketField::Queue, id)}, tr("queue %1").arg(catalog->queuePath(QueueId{id})));
    };
    popup().ask(request);
}

void TriageActions::chooseTag()
{
    const Targets targets = m_findTargets();
    if (targets.tickets.isEmpty())
        return sayNothingChosen();
    const CatalogPtr catalog = m_holder.catalog();
    QStringList tags = catalog->tags;
    const auto allHave = [targets](const QString &tag) {
        return !targets.rows.isEmpty()
               && std::all_of(targets.rows.cbegin(), targets.rows.cend(),
                              [&tag](const TicketRow &row) { return row.head.tags.contains(tag); });
    };
    ChoicePopup::Request request{tr("Add or remove tag"), {}, tr("Add “%1”"), targets.beside, {}};
    for (const bool first : {true, false}) { // those that are set stand at the top
        for (int i = 0; i < tags.size(); ++i) {
            if (allHave(tags.at(i)) == first)
                request.choices.append({i + 1, tags.at(i), m_context.theme.icon(QStringLiteral("tag")), first});
        }
    }
    request.chosen = [this, targets, tags, allHave](qint64 id, const QString &typed) {
        const QString tag = id > 0 ? tags.value(int(id) - 1) : foldText(typed);
        if (allHave(tag))
            change(targets, {FieldChange{TicketField::Tags, {}, {}, {tag}}}, tr("without tag %1").arg(tag));
        else
            change(targets, {FieldChange{TicketField::Tags, {}, {tag}, {}}}, tr("tag %1").arg(tag));
    };
    popup().ask(request);
}

void TriageActions::assignToMe()
{
    change(m_findTargets(), {idChange(TicketField::Owner, m_holder.me().value)}, tr("assigned to me"));
}

void TriageActions::toggleRead()
{
    const Targets targets = m_findTargets();
    const bool anyUnread =
        std::any_of(targets.rows.cbegin(), targets.rows.cend(), [](const TicketRow &row) { return row.unread; });
    run(targets, TicketEdit::read(anyUnread), anyUnread ? tr("marked as read") : tr("marked as unread"));
}

void TriageActions::requestMerge()
{
    const Targets targets = m_findTargets();
    if (targets.tickets.isEmpty())
        return sayNothingChosen();
    Q_EMIT mergeRequested(targets.tickets);
}

void TriageActions::change(const Targets &targets, const QVector<FieldChange> &changes, const QString &what)
{
    run(targets, TicketEdit::fields(changes), what);
}

void TriageActions::run(const Targets &targets, const TicketEdit &edit, const QString &what)
{
    if (targets.tickets.isEmpty())
        return sayNothingChosen();
    if (targets.tickets.size() < askFrom)
        return start(targets, edit, what);
    Question question;
    question.title = tr("Change many tickets");
    question.text = tr("Change %n ticket(s): %1?", nullptr, int(targets.tickets.size())).arg(what);
    question.detail = tr("It can be undone right afterwards.");
    question.answers = {tr("Change")};
    m_context.prompt.ask(m_window, question, [this, guard = QPointer(this), targets, edit, what](int answer) {
        if (guard && answer == 0)
            start(targets, edit, what);
    });
}

void TriageActions::start(const Targets &targets, const TicketEdit &edit, const QString &what)
{
    Q_EMIT started(targets.tickets);
    watch(m_changer.run(targets.tickets, edit, targets.rows), what, int(targets.tickets.size()));
}

void TriageActions::watch(quint64 run, const QString &what, int total)
{
    Watched watched{what, 0};
    if (total >= showProgressFrom)
        watched.task =
            m_context.tasks.start(tr("Changing %n ticket(s)", nullptr, total), [this, run] { m_changer.cancel(run); });
    m_watched.insert(run, watched);
}

void TriageActions::undo()
{
    if (const quint64 run = m_changer.undo())
        watch(run, tr("change undone"), 0);
}

void TriageActions::takeOutcome(quint64 run, const EditOutcome &outcome)
{
    const Watched watched = m_watched.take(run);
    if (watched.task != 0)
        m_context.tasks.finish(watched.task);
    m_context.actions.refresh();
    if (!outcome.refused.isEmpty()) {
        Notice notice;
        notice.text = tr("%n ticket(s) not changed", nullptr, int(outcome.refused.size()));
        if (outcome.done > 0)
            notice.text =
                tr("%n ticket(s): %1", nullptr, outcome.done).arg(watched.what) + QStringLiteral(" · ") + notice.text;
        notice.actionText = tr("Show");
        notice.milliseconds = 12'000;
        notice.action = [guard = QPointer(this), outcome] {
            if (!guard)
                return;
            const auto takeMine = [guard](TicketId ticket, const FieldChange &change) {
                if (guard) // without a row: the ticket is read as it is now, and that is what it is compared with
                    guard->watch(guard->m_changer.run({ticket}, TicketEdit::fields({change}), {}), tr("yours set"), 1);
            };
            showEditResult(outcome, guard->m_context.theme, takeMine, guard->m_window->window());
        };
        m_context.notices.post(notice);
        return;
    }
    if (outcome.done == 0)
        return m_context.notices.post(tr("Nothing to change: %1 already").arg(watched.what));
    Notice notice;
    notice.text = tr("%n ticket(s): %1", nullptr, outcome.done).arg(watched.what);
    if (outcome.cancelled)
        notice.text += QStringLiteral(" · ") + tr("the rest was left alone");
    if (m_changer.canUndo()) {
        notice.actionText = tr("Undo");
        notice.action = [guard = QPointer(this)] {
            if (guard)
                guard->undo();
        };
    }
    m_context.notices.post(notice);
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/screenshot_service.h"

#include "apps/deskhand/program.h"
#include "apps/deskhand/workplace.h"
#include "base/deliver.h"
#include "widgets/connect/connection_dialog.h"
#include "widgets/connect/service_dialog.h"
#include "widgets/connect/sign_in_dialog.h"
#include "widgets/sync/sync_window.h"

#include <QAbstractButton>
#include <QLineEdit>

#include <algorithm>

namespace deskhand {
namespace {

constexpr qint64 stagedMinuteMs = 60'000;
constexpr int stagedCommands = 4;

void stagedClick(QWidget *in, const char *name)
{
    if (auto *button = in != nullptr ? in->findChild<QAbstractButton *>(QLatin1String(name)) : nullptr)
        button->click();
}

void stagedText(QWidget *in, const char *name, const QString &text)
{
    if (auto *line = in != nullptr ? in->findChild<QLineEdit *>(QLatin1String(name)) : nullptr)
        line->setText(text);
}

template <typename T>
QFuture<Result<T>> notThere()
{
    return readyFuture(Result<T>(Error{ErrorCode::Offline, QStringLiteral("deskhand.screenshots"), {}, {}}));
}

QString stagedStateName(const Catalog &catalog, StateType type)
{
    const StateId id = catalog.firstStateOf(type);
    const auto found =
        std::find_if(catalog.states.cbegin(), catalog.states.cend(), [id](const State &one) { return one.id == id; });
    return found == catalog.states.cend() ? QString() : found->name;
}

FieldChange stagedChange(TicketField field, qint64 value)
{
    FieldChange change;
    change.field = field;
    change.value = value;
    return change;
}

} // namespace

/// Any name and any password, and then a code.
class ScreenshotService::StagedAccount final : public ServiceAccount
{
public:
    QFuture<Result<void>> greet() override { return readyFuture(Result<void>()); }
    QFuture<Result<ServiceSession>> signIn(const SignInWish &) override
    {
        return readyFuture(
            Result<ServiceSession>(Error{ErrorCode::Unauthenticated,
                                         QStringLiteral("deskhand.screenshots"),
                                         {},
                                         {{QStringLiteral("reason"), QStringLiteral("second-factor")}}}));
    }
    QFuture<Result<void>> signOut(const QByteArray &) override { return notThere<void>(); }
    QFuture<Result<ServiceSession>> changePassword(const QByteArray &, const QString &, const QString &) override
    {
        return notThere<ServiceSession>();
    }
    QFuture<Result<QVector<ServiceDevice>>> devices(const QByteArray &) override
    {
        return notThere<QVector<ServiceDevice>>();
    }
    QFuture<Result<void>> signOutThere(const QByteArray &, const QUuid &) override { return notThere<void>(); }
    QFuture<Result<SecondFactorOffer>> offerSecondFactor(const QByteArray &, const QString &) override
    {
        return notThere<SecondFactorOffer>();
    }
    QFuture<Result<QStringList>> confirmSecondFactor(const QByteArray &, const QString &) override
    {
        return notThere<QStringList>();
    }
    QFuture<Result<void>> dropSecondFactor(const QByteArray &, const QString &) override { return notThere<void>(); }
    QFuture<Result<void>> requestReset(const QString &) override { return notThere<void>(); }
};

/// Offline, with what somebody has done on the way.
class ScreenshotService::StagedSync final : public DeskSync
{
public:
    SyncState now;
    QVector<QueuedCommand> commands;

    [[nodiscard]] SyncState state() const override { return now; }
    [[nodiscard]] QVector<QueuedCommand> queue() const override { return commands; }
    void tryNow() override {}
    QFuture<Result<void>> insist(const CommandId &) override { return notThere<void>(); }
    QFuture<Result<void>> giveUp(const CommandId &) override { return notThere<void>(); }
    [[nodiscard]] ReplicaScope scope() const override { return {}; }
    void setScope(const ReplicaScope &) override {}
};

ScreenshotService::ScreenshotService(Program &program)
    : m_program(program)
    , m_account(std::make_unique<StagedAccount>())
    , m_sync(std::make_unique<StagedSync>())
{
}

ScreenshotService::~ScreenshotService() = default;

AreaContext ScreenshotService::context()
{
    return AreaContext{
        m_program.theme(), m_program.actions(), m_program.navigator(), m_notices, m_tasks, m_program.settings(),
        m_prompt};
}

void ScreenshotService::closeAll()
{
    delete m_signIn;
    delete m_waiting;
    if (ServiceDialog *dialog = m_program.serviceDialog())
        dialog->close();
    if (ConnectionDialog *dialog = m_program.connectionDialog())
        dialog->close();
}

void ScreenshotService::showAddress()
{
    m_program.connectToTeam();
    stagedClick(m_program.connectionDialog(), "serviceButton");
    stagedText(m_program.serviceDialog(), "serviceAddressLineEdit", QStringLiteral("desk.example.org"));
}

void ScreenshotService::showSignIn()
{
    delete m_signIn;
    m_signIn = new SignInDialog(m_program.theme(), *m_account, QStringLiteral("desk.example.org"),
                                QStringLiteral("mia@example.org"), &m_program.window());
    stagedText(m_signIn, "signInPasswordLineEdit", QStringLiteral("correct horse battery"));
    m_signIn->open();
}

void ScreenshotService::showSecondFactor()
{
    showSignIn();
    stagedClick(m_signIn, "signInGoOnPushButton");
}

bool ScreenshotService::asksForCode() const
{
    const auto *code = m_signIn ? m_signIn->findChild<QLineEdit *>(QStringLiteral("signInCodeLineEdit")) : nullptr;
    return code != nullptr && code->isVisible();
}

void ScreenshotService::showWaiting()
{
    Workplace *place = m_program.workplace();
    TicketQuery query;
    query.condition = Condition::is(ConditionField::Owner, {Condition::meId});
    query.sort = {ListColumn::Updated, true};
    query.me = place->catalog().me();
    query.now = place->catalog().now();
    deliver(place->desk().tickets(query), this, [this, place](const Result<TicketList> &list) {
        if (!list || list->ids.size() < stagedCommands || m_program.workplace() != place)
            return;
        deliver(place->desk().rows(list->ids.mid(0, stagedCommands), place->catalog().me()), this,
                [this, place](const Result<QVector<TicketRow>> &rows) {
                    if (!rows || rows->size() < stagedCommands || m_program.workplace() != place)
                        return;
                    fillQueue(*rows);
                    delete m_waiting;
                    m_waiting = new SyncWindow(context(), *m_sync, place->catalog(), &m_program.window());
                    m_waiting->open();
                });
    });
}

bool ScreenshotService::showsWaiting() const
{
    return m_waiting && m_waiting->isVisible();
}

/// A change that waits, a held reply, a conflict and a new ticket.
void ScreenshotService::fillQueue(const QVector<TicketRow> &rows)
{
    const CatalogHolder &holder = m_program.workplace()->catalog();
    const CatalogPtr catalog = holder.catalog();
    const Instant now = holder.now();
    const auto queued = [&](const TicketHead &head, const CommandBody &body, QueuedState state, int minutesAgo) {
        QueuedCommand one;
        one.command = Command::make(holder.me(), body);
        one.state = state;
        one.at = now - minutesAgo * stagedMinuteMs;
        one.ticket = head.id;
        one.ticketNumber = head.number;
        one.ticketSubject = head.subject;
        return one;
    };
    const FieldChange solved = stagedChange(TicketField::State, catalog->firstStateOf(StateType::Solved).value);
    PostArticle reply;
    reply.ticket = rows[1].head.id;
    reply.article.text = tr("Good morning,\n\nthe new dock is in the mail room. Please come by before noon.");
    OpenTicket open;
    open.subject = tr("Projector in room 4 stays dark");
    const TicketHead &third = rows[2].head;
    QueuedCommand conflict =
        queued(third, ChangeTicket{third.id, third.version, {solved}, {}}, QueuedState::Conflict, 41);
    FieldConflict both;
    both.field = TicketField::State;
    both.theirsText = stagedStateName(*catalog, StateType::PendingReminder);
    both.mineText = stagedStateName(*catalog, StateType::Solved);
    for (const Person &agent : catalog->agents) {
        if (agent.id == holder.me() || !both.byName.isEmpty())
            continue;
        both.by = agent.id;
        both.byName = agent.name;
    }
    both.at = now - 24 * stagedMinuteMs;
    conflict.conflicts = {both};
    QueuedCommand opened = queued({}, open, QueuedState::Waiting, 19);
    opened.ticketNumber = QStringLiteral("new-1");
    opened.ticketSubject = open.subject;
    const TicketHead &first = rows[0].head;
    m_sync->commands = {queued(first, ChangeTicket{first.id, first.version, {solved}, {}}, QueuedState::Waiting, 46),
                        queued(rows[1].head, reply, QueuedState::Held, 43), conflict, opened};
    m_sync->now.phase = SyncPhase::Offline;
    m_sync->now.offlineSince = now - 52 * stagedMinuteMs;
    m_sync->now.queued = 2;
    m_sync->now.attention = 2;
}

} // namespace deskhand

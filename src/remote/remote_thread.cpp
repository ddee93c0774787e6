// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/remote_thread.h"

#include "remote/http_exchange.h"
#include "wire/command_done.h"
#include "wire/wire_command.h"

#include <utility>

namespace deskhand {
namespace {

/// Every error but Offline, Timeout and Cancelled says that a command has not happened. Only the service can say so, of
/// all attempts: what comes back in another form, or comes before it has looked at the command again, leaves it open.
Error errorOfCommand(const Error &error, bool wasAnswered)
{
    bool leavesOpen = wasAnswered || error.where == u"remote.http";
    switch (error.code) {
    case ErrorCode::Corrupt: break;
    case ErrorCode::Busy:
    case ErrorCode::Unauthenticated:
    case ErrorCode::TooOld:
    case ErrorCode::TooNew:
    case ErrorCode::Internal: leavesOpen = error.payload.contains(HttpExchange::afterDropKey); break;
    default: leavesOpen = false;
    }
    if (!leavesOpen)
        return error;
    return Error{ErrorCode::Timeout, QStringLiteral("remote.command"),
                 errorCodeName(error.code) + QStringLiteral(" leaves it open: ") + error.detail, error.payload};
}

} // namespace

RemoteWorks::RemoteWorks(const RemotePlace &place, const QByteArray &token, bool listens)
    : link(place, token)
    , feed(link, listens)
    , wakes(&link)
    , m_sender(link, listens)
    , m_lanes([this](const Command &command) { send(command); })
{
    QObject::connect(&wakes, &WakeWatch::woke, &link, &RemoteLink::restart);
}

void RemoteWorks::submit(const Command &command, Done done)
{
    if (command.actorKind != ActorKind::Person || commandKindName(command.body).isEmpty()) {
        done(Error{ErrorCode::Denied,
                   QStringLiteral("remote.submit"),
                   QStringLiteral("only the desk itself gives this command"),
                   {}});
        return;
    }
    QVector<Done> &all = m_commands[command.id];
    all.append(std::move(done));
    if (all.size() == 1)
        m_lanes.add(command);
}

void RemoteWorks::send(const Command &command)
{
    feed.sent(command.id);
    m_sender.send(command, [this, id = command.id](const CommandSender::Sent &sent) { take(id, sent); });
}

void RemoteWorks::take(const CommandId &command, const CommandSender::Sent &sent)
{
    const Result<QByteArray> &answer = sent.answer;
    Result<WireCommandDone> read = answer ? decodeCommandDone(*answer) : Result<WireCommandDone>(answer.error());
    if (!read && !sent.ofUpload)
        read = errorOfCommand(read.error(), bool(answer));
    const Result<CommandAnswer> done = read ? Result<CommandAnswer>(read->answer) : read.error();
    const QVector<Done> all = m_commands.take(command);
    const auto deliver = [all, done] {
        for (const Done &one : all)
            one(done);
    };
    // What was refused has changed nothing; what has failed on the way may have, and is found in the feed.
    feed.answered(command, read ? read->changes : QVector<Change>(), deliver);
    m_lanes.done(command);
}

RemoteThread::RemoteThread(Make make)
    : m_make(std::move(make))
{
    m_receiver.moveToThread(this);
}

RemoteThread::~RemoteThread()
{
    quit();
    wait();
}

void RemoteThread::run()
{
    const std::unique_ptr<RemoteWorks> works = m_make();
    m_works = works.get();
    exec();
    m_works = nullptr;
}

void RemoteThread::post(std::function<void(RemoteWorks &works)> work)
{
    QMetaObject::invokeMethod(
        &m_receiver, [this, work = std::move(work)] { work(*m_works); }, Qt::QueuedConnection);
}

} // namespace deskhand

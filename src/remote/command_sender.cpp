// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/command_sender.h"

#include "remote/http_exchange.h"
#include "remote/wire_questions.h"
#include "wire/upload_calls.h"

#include <QStringList>

#include <algorithm>
#include <optional>
#include <utility>

namespace deskhand {
namespace {

const QLatin1String commandEndpoint("commands");
const QLatin1String uploadEndpoint("upload");
const QLatin1String keptEndpoint("upload-kept");
/// Its own JSON and its attachments may both be missing, and something may be used or swept up in between.
constexpr int mostRounds = 4;

/// What a command names and the service does not have.
QStringList missingUploads(const Error &error)
{
    const bool isMissing = error.code == ErrorCode::Invalid
                           && error.payload.value(QStringLiteral("reason")).toString() == u"upload-missing";
    return isMissing ? error.payload.value(QStringLiteral("uploads")).toStringList() : QStringList();
}

/// A service from before there were uploads does not know the words.
bool knowsNoUploads(const Error &error)
{
    if (error.where == u"service.endpoint")
        return true;
    const QStringList places = error.payload.keys();
    return error.where == u"wire.command" && std::any_of(places.cbegin(), places.cend(), [](const QString &place) {
               return place.endsWith(QLatin1String(".upload")) || place == u"uploaded";
           });
}

Error tooOldForUploads()
{
    return Error{ErrorCode::TooOld,
                 QStringLiteral("remote.upload"),
                 QStringLiteral("the service takes no attachments of this size"),
                 {}};
}

/// Of an upload, and not of the command.
Error toldOfUpload(const Error &error)
{
    Error told = knowsNoUploads(error) ? tooOldForUploads() : error;
    told.payload.remove(HttpExchange::afterDropKey);
    return told;
}

HttpQuestion questionAbout(QLatin1String endpoint, const QByteArray &sha256)
{
    HttpQuestion question = endpointQuestion(endpoint);
    question.path.replace(QStringLiteral("{sha256}"), QString::fromLatin1(sha256.toHex()));
    return question;
}

/// What is in the way of something that is not kept yet; nothing: it may be sent.
std::optional<Error> refusalBefore(const Error &error, qint64 size)
{
    if (error.code != ErrorCode::NotFound || !error.payload.contains(uploadRoomKey))
        return toldOfUpload(error);
    const qint64 largest = error.payload.value(uploadLargestKey).toLongLong();
    if (size <= largest && size <= error.payload.value(uploadRoomKey).toLongLong())
        return std::nullopt;
    return Error{ErrorCode::Invalid,
                 QStringLiteral("remote.upload"),
                 {},
                 {{QStringLiteral("reason"), size > largest ? QStringLiteral("too-large") : QStringLiteral("quota")},
                  {QStringLiteral("largest"), largest}}};
}

} // namespace

struct CommandSender::Sending {
    PackedCommand packed;
    Done done;
    QList<QByteArray> missing; ///< to be uploaded before the command is sent again
    int rounds = 0;
};

void CommandSender::send(const Command &command, Done done)
{
    post(std::make_shared<Sending>(Sending{packedCommand(command), std::move(done), {}, 0}));
}

void CommandSender::post(const SendingPtr &sending)
{
    ++sending->rounds;
    HttpQuestion question = endpointQuestion(commandEndpoint);
    question.body = sending->packed.json;
    question.tellChanges = m_tellChanges;
    m_link.ask(question, [this, sending](const Result<QByteArray> &answer) { takeAnswer(sending, answer); });
}

void CommandSender::takeAnswer(const SendingPtr &sending, const Result<QByteArray> &answer)
{
    if (!answer && !sending->packed.uploads.isEmpty()) {
        const QStringList missing = missingUploads(answer.error());
        for (const QString &hex : missing)
            sending->missing.append(QByteArray::fromHex(hex.toLatin1()));
        const bool areOurs = std::all_of(sending->missing.cbegin(), sending->missing.cend(),
                                         [&](const QByteArray &one) { return sending->packed.uploads.contains(one); });
        if (!missing.isEmpty() && areOurs && sending->rounds < mostRounds) {
            upload(sending);
            return;
        }
        if (knowsNoUploads(answer.error())) {
            sending->done({tooOldForUploads(), true});
            return;
        }
    }
    sending->done({answer, false});
}

/// Asks first: what is refused while it is sent may never hear why.
void CommandSender::upload(const SendingPtr &sending)
{
    if (sending->missing.isEmpty()) {
        post(sending);
        return;
    }
    const QByteArray sha256 = sending->missing.takeFirst();
    m_link.ask(questionAbout(keptEndpoint, sha256), [this, sending, sha256](const Result<QByteArray> &kept) {
        if (kept)
            upload(sending);
        else if (const auto refusal = refusalBefore(kept.error(), sending->packed.uploads.value(sha256).size()))
            sending->done({*refusal, true});
        else
            put(sending, sha256);
    });
}

void CommandSender::put(const SendingPtr &sending, const QByteArray &sha256)
{
    HttpQuestion question = questionAbout(uploadEndpoint, sha256);
    question.body = sending->packed.uploads.value(sha256);
    question.bodyType = QByteArrayLiteral("application/octet-stream");
    question.timeOutMs = m_link.times().slowAnswer;
    m_link.ask(question, [this, sending](const Result<QByteArray> &answer) {
        if (answer)
            upload(sending);
        else
            sending->done({toldOfUpload(answer.error()), true});
    });
}

} // namespace deskhand

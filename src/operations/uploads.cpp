// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/uploads.h"

#include "operations/upload_store.h"

#include <algorithm>
#include <utility>

namespace deskhand {
namespace {

Error refusedUpload(const char *reason)
{
    return Error{ErrorCode::Invalid,
                 QStringLiteral("operations.uploads"),
                 {},
                 {{QStringLiteral("reason"), QString::fromLatin1(reason)}}};
}

bool namesUpload(const NewArticle *article)
{
    return std::any_of(article->attachments.cbegin(), article->attachments.cend(),
                       [](const NewAttachment &attachment) { return !attachment.upload.isEmpty(); });
}

qint64 attachedBytes(const QVector<NewArticle *> &articles)
{
    qint64 bytes = 0;
    for (const NewArticle *article : articles) {
        for (const NewAttachment &attachment : article->attachments)
            bytes += attachment.bytes.size();
    }
    return bytes;
}

/// What it names by its hash, filled in; `missing` gets what is not there.
Result<void> fill(NewAttachment *attachment, PersonId actor, UnitOfWork &unit, Instant now, qint64 largest,
                  QStringList *missing)
{
    if (!attachment->bytes.isEmpty())
        return refusedUpload("repeated");
    Result<QByteArray> bytes = unit.upload(actor, attachment->upload, now, largest);
    if (bytes)
        attachment->bytes = *std::move(bytes);
    else if (bytes.error().code == ErrorCode::NotFound)
        missing->append(QString::fromLatin1(attachment->upload.toHex()));
    else if (bytes.error().code == ErrorCode::Invalid)
        return refusedUpload("too-long");
    else
        return bytes.error();
    return {};
}

} // namespace

QVector<NewArticle *> articlesOf(CommandBody *body)
{
    if (auto *post = std::get_if<PostArticle>(body))
        return {&post->article};
    auto *split = std::get_if<SplitTicket>(body);
    OpenTicket *open = split ? &split->opened : std::get_if<OpenTicket>(body);
    return open && open->article ? QVector<NewArticle *>{&*open->article} : QVector<NewArticle *>();
}

bool namesUploads(const CommandBody &body)
{
    const auto named = [](const NewArticle &article) { return namesUpload(&article); };
    if (const auto *post = std::get_if<PostArticle>(&body))
        return named(post->article);
    const auto *split = std::get_if<SplitTicket>(&body);
    const OpenTicket *open = split ? &split->opened : std::get_if<OpenTicket>(&body);
    return open && open->article && named(*open->article);
}

Result<Command> withUploads(const Command &command, UnitOfWork &unit, Instant now)
{
    if (command.actorKind != ActorKind::Person || !command.actor.isValid())
        return refusedUpload("reserved");
    Command whole = command;
    const QVector<NewArticle *> articles = articlesOf(&whole.body);
    QVector<QByteArray> used;
    QStringList missing;
    for (NewArticle *article : articles) {
        for (NewAttachment &attachment : article->attachments) {
            if (attachment.upload.isEmpty())
                continue;
            const qint64 room = largestAttachments - attachedBytes(articles);
            if (Result<void> filled = fill(&attachment, command.actor, unit, now, room, &missing); !filled)
                return filled.error();
            used.append(std::exchange(attachment.upload, {}));
        }
    }
    if (!missing.isEmpty()) {
        Error error = refusedUpload("upload-missing");
        error.payload.insert(QStringLiteral("uploads"), missing);
        return error;
    }
    for (const QByteArray &sha256 : std::as_const(used)) {
        if (Result<void> dropped = unit.dropUpload(command.actor, sha256); !dropped)
            return dropped.error();
    }
    return whole;
}

} // namespace deskhand

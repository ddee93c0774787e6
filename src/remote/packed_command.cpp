// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/packed_command.h"

#include "operations/uploads.h"
#include "wire/upload_calls.h"
#include "wire/wire_command.h"

#include <QCryptographicHash>

#include <utility>

namespace deskhand {
namespace {

/// Gives the hash that it is found by.
QByteArray addUpload(const QByteArray &bytes, PackedCommand *packed)
{
    const QByteArray sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    packed->uploads.insert(sha256, bytes);
    return sha256;
}

} // namespace

PackedCommand packedCommand(const Command &command)
{
    PackedCommand packed;
    Command sent = command;
    qsizetype inlineBytes = 0;
    const QVector<NewArticle *> articles = articlesOf(&sent.body);
    for (NewArticle *article : articles) {
        for (NewAttachment &attachment : article->attachments) {
            const qsizetype size = attachment.bytes.size();
            if (size <= largestInlineAttachment && inlineBytes + size <= largestInlineAttachments)
                inlineBytes += size;
            else
                attachment.upload = addUpload(std::exchange(attachment.bytes, {}), &packed);
        }
    }
    packed.json = encodeCommand(sent);
    if (packed.json.size() > largestWireCommand)
        packed.json = encodeUploadedCommand(addUpload(packed.json, &packed));
    return packed;
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
// What is sent before a command that uses it.
#include "service/endpoints/desk_service.h"
#include "service/endpoints/uploads.h"
#include "service/watch/service_log.h"
#include "wire/upload_calls.h"
#include "wire/wire_command.h"

#include <utility>

namespace deskhand {
namespace {

/// -1: nobody has said.
qint64 announcedBytes(const HttpRequest &head)
{
    const QByteArray length = headerOf(head.headers, "Content-Length");
    return length.isEmpty() ? -1 : length.toLongLong();
}

void answerKept(Exchange &exchange, const QByteArray &sha256, const Result<qint64> &kept)
{
    if (kept)
        exchange.answer(encodeUploadAnswer({sha256, *kept}));
    else
        exchange.fail(kept.error());
}

} // namespace

bool DeskService::isUpload(const HttpRequest &head)
{
    const EndpointMatch match = findEndpoint(head.method, head.path);
    return match.endpoint && match.endpoint->kind == EndpointKind::Upload && head.method == "PUT";
}

void DeskService::admitUpload(HttpRequest head, std::function<void(UploadPermit)> decide)
{
    const EndpointMatch match = findEndpoint(head.method, head.path);
    const qint64 announced = announcedBytes(head);
    const auto refuse = [decide](HttpResponse response) { decide({std::move(response), 0, {}}); };
    const auto exchange = std::make_shared<Exchange>(std::move(head), refuse, match, watch());
    authorise(exchange, [this, exchange, announced, decide] {
        const std::optional<QByteArray> sha256 = sha256OfPath(exchange->parameter());
        if (!sha256) {
            exchange->fail(uploadRefusal(ErrorCode::NotFound, "no-hash"));
            return;
        }
        m_uploads->admit(exchange->who.person, *sha256, announced,
                         [exchange, decide](const Result<UploadPermit> &permit) {
                             if (permit)
                                 decide(*permit);
                             else
                                 exchange->fail(permit.error());
                         });
    });
}

void DeskService::upload(const ExchangePtr &exchange)
{
    const std::optional<QByteArray> sha256 = sha256OfPath(exchange->parameter());
    const std::shared_ptr<UploadFile> &file = exchange->request().upload;
    if (!sha256) {
        exchange->fail(uploadRefusal(ErrorCode::NotFound, "no-hash"));
        return;
    }
    const auto answer = [exchange, sha256 = *sha256](const Result<qint64> &kept) {
        answerKept(*exchange, sha256, kept);
    };
    if (exchange->request().method != "PUT")
        m_uploads->look(exchange->who.person, *sha256, answer);
    else if (!file)
        exchange->fail(uploadRefusal(ErrorCode::Invalid, "empty"));
    else
        m_uploads->keep(exchange->who.person, *sha256, file, answer);
}

/// Every service does it: whoever comes second finds nothing.
void DeskService::sweepUploads()
{
    m_uploads->sweep([this](const Result<int> &swept) {
        if (!swept)
            m_ports.log.tell(LogLevel::Warning, "uploads-not-swept",
                             {{QStringLiteral("error"), errorCodeName(swept.error().code)}});
        else if (*swept > 0)
            m_ports.log.tell(LogLevel::Info, "uploads-swept", {{QStringLiteral("uploads"), *swept}});
    });
}

/// In a thread of the pool, or of the uploads.
void DeskService::uploadedCommand(const ExchangePtr &exchange, const QByteArray &sha256)
{
    m_uploads->read(
        exchange->who.person, sha256, largestUploadedCommand, [this, exchange, sha256](const Result<QByteArray> &json) {
            if (!json && json.error().code == ErrorCode::NotFound) {
                Error missing = uploadRefusal(ErrorCode::Invalid, "upload-missing");
                missing.payload.insert(QStringLiteral("uploads"), QStringList{QString::fromLatin1(sha256.toHex())});
                exchange->fail(missing);
            } else if (!json) {
                exchange->fail(json.error());
            } else {
                aside([this, exchange, sha256, json = *json] {
                    decideCommand(exchange, decodeCommand(json, largestUploadedCommand), sha256);
                });
            }
        });
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/endpoints/uploads.h"

#include "wire/upload_calls.h"

#include <QHash>

#include <algorithm>
#include <mutex>
#include <optional>
#include <utility>

namespace deskhand {

Error uploadRefusal(ErrorCode code, const char *reason)
{
    return Error{code, QStringLiteral("service.upload"), {}, {{QStringLiteral("reason"), QString::fromLatin1(reason)}}};
}

namespace {

Error tooManyUploads()
{
    Error error = uploadRefusal(ErrorCode::Busy, "limit");
    error.payload.insert(QStringLiteral("retryAfter"), 1);
    return error;
}

/// A database without room is no defect, and may have some later.
Error toldOfDisk(const Error &error)
{
    return error.code == ErrorCode::Integrity ? uploadRefusal(ErrorCode::Busy, "disk") : error;
}

} // namespace

/// Of each person, in this process. Lives as long as any of them.
class UploadsUnderWay : public std::enable_shared_from_this<UploadsUnderWay>
{
public:
    /// Counts it as long as what is given lives; null: too many at once.
    [[nodiscard]] std::shared_ptr<void> begin(PersonId person, qint64 bytes, int most)
    {
        const std::lock_guard lock(m_mutex);
        Sum &sum = m_sums[person];
        if (sum.count >= most)
            return {};
        ++sum.count;
        sum.bytes += bytes;
        return {this, [self = shared_from_this(), person, bytes](void *) { self->end(person, bytes); }};
    }
    [[nodiscard]] qint64 bytesOf(PersonId person) const
    {
        const std::lock_guard lock(m_mutex);
        return m_sums.value(person).bytes;
    }

private:
    struct Sum {
        int count = 0;
        qint64 bytes = 0;
    };

    void end(PersonId person, qint64 bytes)
    {
        const std::lock_guard lock(m_mutex);
        const auto sum = m_sums.find(person);
        sum->bytes -= bytes;
        if (--sum->count == 0)
            m_sums.erase(sum);
    }

    mutable std::mutex m_mutex;
    QHash<PersonId, Sum> m_sums;
};

Uploads::Uploads(OpenStore openStore, const UploadLimits &limits, std::shared_ptr<const Clock> clock)
    : m_openStore(std::move(openStore))
    , m_limits(limits)
    , m_clock(std::move(clock))
    , m_underWay(std::make_shared<UploadsUnderWay>())
{
    for (Lane *lane : {&m_looking, &m_keeping}) {
        lane->pool.setMaxThreadCount(1);
        lane->pool.setExpiryTimeout(-1); // a connection is used by one thread
    }
}

Uploads::~Uploads()
{
    for (Lane *lane : {&m_looking, &m_keeping})
        lane->pool.start([lane] { lane->store.reset(); });
    m_looking.pool.waitForDone();
    m_keeping.pool.waitForDone();
}

template <typename T, typename Work>
void Uploads::run(Lane &lane, const Done<T> &done, Work work)
{
    lane.pool.start([this, &lane, done, work = std::move(work)] {
        if (!lane.store) {
            Result<std::unique_ptr<UploadStore>> opened = m_openStore();
            if (!opened) {
                done(opened.error());
                return;
            }
            lane.store = *std::move(opened);
        }
        const Result<T> result = work(*lane.store);
        done(result ? result : Result<T>(toldOfDisk(result.error())));
    });
}

void Uploads::admit(PersonId person, const QByteArray &sha256, qint64 announced, const Done<UploadPermit> &done)
{
    if (announced > m_limits.largest) {
        Error error = uploadRefusal(ErrorCode::Invalid, "too-large");
        error.payload.insert(QStringLiteral("largest"), m_limits.largest);
        done(error);
        return;
    }
    const qint64 counted = announced < 0 ? m_limits.largest : announced;
    const std::shared_ptr<void> companion = m_underWay->begin(person, counted, m_limits.atOnce);
    if (!companion) {
        done(tooManyUploads());
        return;
    }
    run<UploadPermit>(
        m_looking, done,
        [this, person, sha256, announced, counted, companion](UploadStore &store) -> Result<UploadPermit> {
            const Result<UploadsOfPerson> kept = store.look(person, sha256, m_clock->now());
            if (!kept)
                return kept.error();
            const qint64 room = m_limits.quota - kept->others - (m_underWay->bytesOf(person) - counted);
            if (std::max(announced, smallestUploadShare) > room) {
                Error error = uploadRefusal(ErrorCode::Invalid, "quota");
                error.payload.insert(QStringLiteral("quota"), m_limits.quota);
                return error;
            }
            return UploadPermit{std::nullopt, std::min(counted, room), companion};
        });
}

void Uploads::keep(PersonId person, const QByteArray &sha256, const std::shared_ptr<UploadFile> &file,
                   const Done<qint64> &done)
{
    if (file->sha256() != sha256) {
        done(uploadRefusal(ErrorCode::Invalid, "wrong-hash"));
        return;
    }
    run<qint64>(m_keeping, done, [this, person, sha256, file](UploadStore &store) -> Result<qint64> {
        const Instant now = m_clock->now();
        const NewUpload upload{person, sha256, file->size(), m_limits.quota, now, now + m_limits.lasts};
        const Result<void> kept =
            store.keep(upload, [&file](qint64 offset, qint64 bytes) { return file->read(offset, bytes); });
        return kept ? Result<qint64>(file->size()) : Result<qint64>(kept.error());
    });
}

void Uploads::look(PersonId person, const QByteArray &sha256, const Done<qint64> &done)
{
    run<qint64>(m_looking, done, [this, person, sha256](UploadStore &store) -> Result<qint64> {
        const Result<UploadsOfPerson> kept = store.look(person, sha256, m_clock->now());
        if (!kept)
            return kept.error();
        if (kept->thisBytes)
            return *kept->thisBytes;
        // Whoever asks before sending need not send in vain.
        Error missing = uploadRefusal(ErrorCode::NotFound, "upload-missing");
        missing.payload.insert(uploadLargestKey, m_limits.largest);
        missing.payload.insert(uploadRoomKey,
                               std::max<qint64>(0, m_limits.quota - kept->others - m_underWay->bytesOf(person)));
        return missing;
    });
}

void Uploads::read(PersonId person, const QByteArray &sha256, qint64 largest, const Done<QByteArray> &done)
{
    run<QByteArray>(m_keeping, done, [this, person, sha256, largest](UploadStore &store) {
        return store.bytes(person, sha256, m_clock->now(), largest);
    });
}

void Uploads::drop(PersonId person, const QByteArray &sha256)
{
    run<bool>(
        m_keeping, [](const Result<bool> &) {},
        [person, sha256](UploadStore &store) -> Result<bool> {
            const Result<void> dropped = store.drop(person, sha256);
            return dropped ? Result<bool>(true) : Result<bool>(dropped.error());
        });
}

void Uploads::sweep(const Done<int> &done)
{
    run<int>(m_keeping, done, [this](UploadStore &store) { return store.sweep(m_clock->now()); });
}

} // namespace deskhand

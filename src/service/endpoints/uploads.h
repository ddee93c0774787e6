// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edge/http_server.h"
#include "edge/upload_file.h"
#include "operations/upload_store.h"

#include <QThreadPool>

#include <functional>
#include <memory>

namespace deskhand {

class UploadsUnderWay;

struct UploadLimits {
    qint64 largest = largestAttachments; ///< bytes of one
    qint64 quota = 256LL * 1024 * 1024;  ///< of a person's, together: under way, and kept but not used yet
    int atOnce = 8;                      ///< of a person, under way
    qint64 lasts = 24LL * 3600 * 1000;   ///< ms that one is kept until a command uses it
};

/// What is wrong with an upload, as the wire tells it.
[[nodiscard]] Error uploadRefusal(ErrorCode code, const char *reason);

/// What people send to be used by a command that follows: lets them begin within their quota and keeps what has come
/// in the desk's database. `done` is called once, in a thread of its own or the caller's. Thread-safe.
class Uploads
{
public:
    using OpenStore = std::function<Result<std::unique_ptr<UploadStore>>()>;
    template <typename T>
    using Done = std::function<void(const Result<T> &)>;

    Uploads(OpenStore openStore, const UploadLimits &limits, std::shared_ptr<const Clock> clock);
    /// Waits for what has begun.
    ~Uploads();
    Uploads(const Uploads &) = delete;
    Uploads &operator=(const Uploads &) = delete;

    /// Before the first byte. `announced`: -1 when nobody has said how many there will be. Errors: Invalid with the
    /// reason "too-large" or "quota", Busy (too many of that person at once), those of the store.
    void admit(PersonId person, const QByteArray &sha256, qint64 announced, const Done<UploadPermit> &done);
    /// Errors: Invalid with the reason "wrong-hash" or "quota", Busy with the reason "disk", those of the store.
    void keep(PersonId person, const QByteArray &sha256, const std::shared_ptr<UploadFile> &file,
              const Done<qint64> &done);
    /// Bytes of what is kept. Errors: NotFound (with uploadLargestKey and uploadRoomKey), those of the store.
    void look(PersonId person, const QByteArray &sha256, const Done<qint64> &done);
    /// See UploadStore::bytes().
    void read(PersonId person, const QByteArray &sha256, qint64 largest, const Done<QByteArray> &done);
    void drop(PersonId person, const QByteArray &sha256);
    /// Removes those whose time is over; gives how many. Errors: those of the store.
    void sweep(const Done<int> &done);

private:
    /// A thread with a connection.
    struct Lane {
        QThreadPool pool;
        std::unique_ptr<UploadStore> store; ///< of the thread
    };

    template <typename T, typename Work>
    void run(Lane &lane, const Done<T> &done, Work work);

    const OpenStore m_openStore;
    const UploadLimits m_limits;
    const std::shared_ptr<const Clock> m_clock;
    const std::shared_ptr<UploadsUnderWay> m_underWay;
    Lane m_looking; ///< who wants to begin does not wait for what others have sent
    Lane m_keeping;
};

} // namespace deskhand

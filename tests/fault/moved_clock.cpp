// SPDX-License-Identifier: GPL-3.0-or-later
// Put before everything else into a program (LD_PRELOAD), this moves its wall clock: by the milliseconds in the file
// that DESKHAND_MOVED_CLOCK names (eight bytes, which a test writes while it runs), and by those of
// DESKHAND_MOVED_CLOCK_SKEW besides. So days go by in a second for programs that are as they are delivered. Clocks that
// only measure how long something takes are left alone.
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

namespace {

constexpr long nanosecondsOfMillisecond = 1'000'000;
constexpr long millisecondsOfSecond = 1000;

const std::atomic<std::int64_t> *sharedMove()
{
    const char *path = std::getenv("DESKHAND_MOVED_CLOCK");
    const int file = path != nullptr ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    if (file < 0)
        return nullptr;
    void *bytes = mmap(nullptr, sizeof(std::int64_t), PROT_READ, MAP_SHARED, file, 0);
    close(file);
    return bytes == MAP_FAILED ? nullptr : static_cast<const std::atomic<std::int64_t> *>(bytes);
}

std::int64_t movedMs()
{
    static const std::atomic<std::int64_t> *const shared = sharedMove();
    static const char *const skew = std::getenv("DESKHAND_MOVED_CLOCK_SKEW");
    static const std::int64_t own = skew != nullptr ? std::strtoll(skew, nullptr, 10) : 0;
    return own + (shared != nullptr ? shared->load(std::memory_order_relaxed) : 0);
}

} // namespace

extern "C" {

int clock_gettime(clockid_t clock, struct timespec *now) noexcept
{
    const long done = syscall(SYS_clock_gettime, clock, now);
    if (done != 0 || (clock != CLOCK_REALTIME && clock != CLOCK_REALTIME_COARSE))
        return int(done);
    const std::int64_t ms = movedMs();
    now->tv_sec += ms / millisecondsOfSecond;
    now->tv_nsec += ms % millisecondsOfSecond * nanosecondsOfMillisecond;
    if (now->tv_nsec < 0) {
        now->tv_nsec += millisecondsOfSecond * nanosecondsOfMillisecond;
        --now->tv_sec;
    } else if (now->tv_nsec >= millisecondsOfSecond * nanosecondsOfMillisecond) {
        now->tv_nsec -= millisecondsOfSecond * nanosecondsOfMillisecond;
        ++now->tv_sec;
    }
    return 0;
}

int gettimeofday(struct timeval *__restrict now, void *__restrict) noexcept
{
    struct timespec exact {
    };
    clock_gettime(CLOCK_REALTIME, &exact);
    now->tv_sec = exact.tv_sec;
    now->tv_usec = exact.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *now) noexcept
{
    struct timespec exact {
    };
    clock_gettime(CLOCK_REALTIME, &exact);
    if (now != nullptr)
        *now = exact.tv_sec;
    return exact.tv_sec;
}

} // extern "C"

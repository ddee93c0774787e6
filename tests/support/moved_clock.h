// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QTemporaryDir>

#include <atomic>

namespace deskhand::test {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool clocksCanBeMoved = false; // a sanitizer wants to be the first to be loaded
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
inline constexpr bool clocksCanBeMoved = false;
#else
inline constexpr bool clocksCanBeMoved = true;
#endif
#else
inline constexpr bool clocksCanBeMoved = true;
#endif

/// The wall clock of all programs that are started while it is there; see fault/moved_clock.cpp. Who uses it depends
/// on the target deskhand_moved_clock.
class MovedClock
{
public:
    MovedClock()
    {
        m_file.setFileName(m_folder.filePath(QStringLiteral("clock")));
        if (!m_file.open(QIODevice::ReadWrite) || !m_file.resize(sizeof(qint64)))
            qFatal("no file for the clock");
        m_moved = reinterpret_cast<std::atomic<qint64> *>(m_file.map(0, sizeof(qint64)));
        if (!clocksCanBeMoved)
            return;
        qputenv("DESKHAND_MOVED_CLOCK", m_file.fileName().toUtf8());
        qputenv("LD_PRELOAD", DESKHAND_BINARY_DIR "/tests/libdeskhand_moved_clock.so");
    }
    ~MovedClock()
    {
        qunsetenv("LD_PRELOAD");
        qunsetenv("DESKHAND_MOVED_CLOCK");
    }
    MovedClock(const MovedClock &) = delete;
    MovedClock &operator=(const MovedClock &) = delete;

    void advance(qint64 milliseconds) { *m_moved += milliseconds; }
    [[nodiscard]] qint64 moved() const { return *m_moved; }

private:
    QTemporaryDir m_folder;
    QFile m_file;
    std::atomic<qint64> *m_moved = nullptr;
};

} // namespace deskhand::test

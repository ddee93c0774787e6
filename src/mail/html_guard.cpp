// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/html_guard.h"

#include <array>
#include <csetjmp>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <vector>

namespace deskhand {
namespace {

constexpr size_t memoryBudget = size_t(96) * 1024 * 1024;
constexpr qint64 timeBudgetMilliseconds = 300;

/// Memory in blocks, freed pieces reused by size class. Running out of budget jumps back out of gumbo, which is C
/// and holds nothing but memory of this arena.
class GumboArena
{
public:
    GumboArena() = default;
    ~GumboArena()
    {
        for (void *block : m_blocks)
            std::free(block);
    }
    GumboArena(const GumboArena &) = delete;
    GumboArena &operator=(const GumboArena &) = delete;

    void *allocate(size_t size)
    {
        const size_t kind = sizeClass(size);
        const size_t room = kind < classCount ? (size_t(32) << kind) : size + headerSize;
        if ((++m_calls & 0xff) == 0 && workedMilliseconds() - m_start > timeBudgetMilliseconds)
            std::longjmp(m_exit, 1);
        char *piece = nullptr;
        if (kind < classCount && m_free[kind]) {
            piece = m_free[kind];
            std::memcpy(&m_free[kind], piece + headerSize, sizeof(char *));
        } else {
            piece = kind < classCount ? carve(room) : largeBlock(room);
        }
        std::memcpy(piece, &kind, sizeof kind);
        return piece + headerSize;
    }

    void release(void *memory)
    {
        if (!memory)
            return;
        char *piece = static_cast<char *>(memory) - headerSize;
        size_t kind = 0;
        std::memcpy(&kind, piece, sizeof kind);
        if (kind >= classCount)
            return; // large ones go with the arena
        std::memcpy(piece + headerSize, &m_free[kind], sizeof(char *));
        m_free[kind] = piece;
    }

    std::jmp_buf &exitPoint() { return m_exit; }

private:
    static constexpr size_t headerSize = 16; ///< keeps what follows aligned for everything
    static constexpr size_t classCount = 12; ///< 32 bytes … 64 KiB
    static constexpr size_t blockSize = size_t(256) * 1024;

    static size_t sizeClass(size_t size)
    {
        size_t kind = 0;
        while (kind < classCount && (size_t(32) << kind) < size + headerSize)
            ++kind;
        return kind;
    }

    char *largeBlock(size_t room)
    {
        if (m_total + room > memoryBudget)
            std::longjmp(m_exit, 1);
        void *block = std::malloc(room);
        if (!block)
            std::longjmp(m_exit, 1);
        m_total += room;
        m_blocks.push_back(block);
        return static_cast<char *>(block);
    }

    char *carve(size_t room)
    {
        if (m_left < room) {
            m_next = largeBlock(blockSize);
            m_left = blockSize;
        }
        char *piece = m_next;
        m_next += room;
        m_left -= room;
        return piece;
    }

    std::jmp_buf m_exit;
    std::vector<void *> m_blocks;
    std::array<char *, classCount> m_free{};
    char *m_next = nullptr;
    size_t m_left = 0;
    size_t m_total = 0;
    quint64 m_calls = 0;
    qint64 m_start = workedMilliseconds();
};

void *arenaAllocate(void *arena, size_t size)
{
    return static_cast<GumboArena *>(arena)->allocate(size);
}

void arenaRelease(void *arena, void *memory)
{
    static_cast<GumboArena *>(arena)->release(memory);
}

/// No object with a destructor may live in this function: longjmp comes back here.
bool runGumbo(GumboArena &arena, const GumboOptions *options, const char *text, size_t size, const GumboOutput **output)
{
    if (setjmp(arena.exitPoint()) != 0)
        return false;
    *output = gumbo_parse_with_options(options, text, size);
    return true;
}

} // namespace

qint64 workedMilliseconds()
{
#ifdef CLOCK_THREAD_CPUTIME_ID
    timespec now{};
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now) == 0)
        return qint64(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
#endif
    return qint64(std::clock()) * 1000 / CLOCKS_PER_SEC;
}

bool parseHtmlBounded(const QByteArray &utf8, const std::function<void(const GumboNode *root)> &use)
{
    GumboArena arena;
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = arenaAllocate;
    options.deallocator = arenaRelease;
    options.userdata = &arena;
    options.max_errors = 0;
    const GumboOutput *output = nullptr;
    if (!runGumbo(arena, &options, utf8.constData(), static_cast<size_t>(utf8.size()), &output) || !output)
        return false;
    use(output->root);
    return true;
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/html_guard.h"

#include <QByteArrayView>
#include <QElapsedTimer>
#include <QList>

#include <array>
#include <csetjmp>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace deskhand {
namespace {

constexpr qsizetype deepestStack = 256;
constexpr int mostAttributes = 100;
constexpr size_t memoryBudget = size_t(128) * 1024 * 1024;
constexpr qint64 timeBudgetMilliseconds = 3000;

// ---- The arena -------------------------------------------------------------------------------------------------

/// Memory in blocks, freed pieces reused by size class. Running out of budget jumps back out of gumbo, which is C
/// and holds nothing but memory of this arena.
class GumboArena
{
public:
    GumboArena() { m_clock.start(); }
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
        if ((++m_calls & 0xfff) == 0 && m_clock.elapsed() > timeBudgetMilliseconds)
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
    QElapsedTimer m_clock;
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

// ---- The depth guard -------------------------------------------------------------------------------------------

bool isTagNameEnd(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '/' || c == '>';
}

bool isOneOf(const QByteArray &name, std::initializer_list<const char *> names)
{
    for (const char *one : names) {
        if (name == one)
            return true;
    }
    return false;
}

bool isNeverNested(const QByteArray &name)
{
    return isOneOf(name, {"br",    "img",      "hr",      "meta", "link",  "input", "area",
                          "base",  "basefont", "bgsound", "col",  "embed", "frame", "keygen",
                          "param", "source",   "track",   "wbr",  "html",  "head",  "body"});
}

bool isRawTextElement(const QByteArray &name)
{
    return isOneOf(name, {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"});
}

/// A rough copy of the parser's stack of open elements: too high an estimate only removes tags that lie beyond
/// what is shown anyway, too low a one is caught by the arena's budget.
class OpenElements
{
public:
    [[nodiscard]] bool isFull() const { return m_open.size() >= deepestStack; }

    void opens(const QByteArray &name)
    {
        if (isOneOf(name, {"p", "li", "option", "a"}))
            closesUpTo(name, {"table", "td", "th", "ul", "ol", "dl", "div", "blockquote"});
        else if (isOneOf(name, {"dd", "dt"})) {
            closesUpTo("dd", {"table", "td", "th", "dl", "ul", "ol"});
            closesUpTo("dt", {"table", "td", "th", "dl", "ul", "ol"});
        } else if (isOneOf(name, {"tr", "td", "th", "tbody", "thead", "tfoot", "caption", "colgroup"})) {
            if (isOneOf(name, {"td", "th"})) {
                closesUpTo("td", {"table"});
                closesUpTo("th", {"table"});
            } else {
                closesUpTo("tr", {"table"});
            }
            closesUpTo(name, {"table"});
        }
        m_open.append(name);
    }

    void closes(const QByteArray &name)
    {
        const qsizetype at = m_open.lastIndexOf(name);
        if (at >= 0)
            m_open.resize(at);
    }

private:
    void closesUpTo(const QByteArray &name, std::initializer_list<const char *> barriers)
    {
        for (qsizetype i = m_open.size() - 1; i >= 0 && !isOneOf(m_open[i], barriers); --i) {
            if (m_open[i] == name) {
                m_open.resize(i);
                return;
            }
        }
    }

    QList<QByteArray> m_open;
};

struct TagScan {
    QByteArray name;
    qsizetype end = 0; ///< behind '>'
    int attributes = 0;
    bool isEnd = false;
};

TagScan scanTag(QByteArrayView html, qsizetype at)
{
    constexpr qsizetype longestName = 32;
    TagScan tag;
    ++at;
    tag.isEnd = html[at] == '/';
    at += tag.isEnd;
    while (at < html.size() && !isTagNameEnd(html[at])) {
        if (tag.name.size() < longestName)
            tag.name += static_cast<char>(html[at] >= 'A' && html[at] <= 'Z' ? html[at] + 32 : html[at]);
        ++at;
    }
    bool between = true; // between attributes: the next character begins one
    while (at < html.size() && html[at] != '>') {
        const char c = html[at];
        if (c == '=') {
            ++at;
            while (at < html.size()
                   && (html[at] == ' ' || html[at] == '\t' || html[at] == '\n' || html[at] == '\r' || html[at] == '\f'))
                ++at;
            if (at < html.size() && (html[at] == '"' || html[at] == '\'')) {
                const qsizetype close = html.indexOf(html[at], at + 1);
                at = close < 0 ? html.size() : close + 1;
                between = true;
            } else {
                while (at < html.size() && html[at] != '>' && html[at] != ' ' && html[at] != '\t' && html[at] != '\n'
                       && html[at] != '\r' && html[at] != '\f')
                    ++at;
                between = true;
            }
            continue;
        }
        if (isTagNameEnd(c)) {
            between = true;
        } else if (between) {
            ++tag.attributes;
            between = false;
        }
        ++at;
    }
    tag.end = qMin(at + 1, html.size());
    return tag;
}

/// Where the text of a raw element (script, style, …) ends: at its end tag.
qsizetype rawTextEnd(QByteArrayView html, qsizetype at, const QByteArray &name)
{
    for (qsizetype close = html.indexOf("</", at); close >= 0; close = html.indexOf("</", close + 2)) {
        const qsizetype nameEnd = close + 2 + name.size();
        if (nameEnd <= html.size()
            && qstrnicmp(html.data() + close + 2, name.size(), name.constData(), name.size()) == 0
            && (nameEnd == html.size() || isTagNameEnd(html[nameEnd])))
            return close;
    }
    return html.size();
}

qsizetype markupDeclarationEnd(QByteArrayView html, qsizetype at)
{
    if (html.sliced(at).startsWith("<!--")) {
        // "<!-->" and "<!--->" are whole comments.
        const qsizetype end = html.indexOf("-->", at + 2);
        const QByteArrayView inside = end < 0 ? html.sliced(at) : html.sliced(at, end - at);
        const qsizetype bang = inside.size() > 4 ? inside.indexOf("--!>", 4) : -1;
        if (bang >= 0)
            return at + bang + 4;
        return end < 0 ? html.size() : end + 3;
    }
    const qsizetype end = html.indexOf('>', at);
    return end < 0 ? html.size() : end + 1;
}

} // namespace

QByteArray boundedHtml(const QByteArray &utf8)
{
    const QByteArrayView html(utf8);
    OpenElements open;
    QByteArray bounded;
    qsizetype copied = 0;
    for (qsizetype at = html.indexOf('<'); at >= 0 && at + 1 < html.size(); at = html.indexOf('<', at)) {
        const char next = html[at + 1];
        if (next == '!' || next == '?') {
            at = markupDeclarationEnd(html, at);
            continue;
        }
        const char first = next == '/' && at + 2 < html.size() ? html[at + 2] : next;
        if (!((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z'))) {
            ++at;
            continue;
        }
        const TagScan tag = scanTag(html, at);
        bool leaveOut = tag.attributes > mostAttributes;
        if (tag.isEnd) {
            open.closes(tag.name);
        } else if (!leaveOut && !isNeverNested(tag.name)) {
            leaveOut = open.isFull();
            if (!leaveOut && !isRawTextElement(tag.name))
                open.opens(tag.name);
        }
        if (leaveOut) {
            bounded += html.sliced(copied, at - copied);
            copied = tag.end;
        }
        at = !tag.isEnd && isRawTextElement(tag.name) ? rawTextEnd(html, tag.end, tag.name) : tag.end;
        if (tag.name == "plaintext" && !tag.isEnd)
            break;
    }
    if (copied == 0)
        return utf8;
    return bounded.append(html.sliced(copied));
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

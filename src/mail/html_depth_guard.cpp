// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/html_guard.h"

#include <QByteArrayView>
#include <QHash>
#include <QList>

#include <initializer_list>

namespace deskhand {
namespace {

constexpr qsizetype deepestStack = 128;
constexpr int mostAttributes = 100;
/// A long newsletter has 5,000, a table of 5,000 rows that somebody pasted 100,000.
constexpr int mostTags = 150'000;

/// Elements that gumbo does not know are told apart by a hash of their name: this is an estimate.
using TagId = int;
constexpr TagId unknownTags = 1 << 16;

TagId tagIdOf(const QByteArray &name)
{
    const GumboTag tag = gumbo_tagn_enum(name.constData(), static_cast<unsigned>(name.size()));
    return tag != GUMBO_TAG_UNKNOWN ? static_cast<TagId>(tag) : unknownTags + static_cast<TagId>(qHash(name) & 0xffff);
}

bool isTagNameEnd(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '/' || c == '>';
}

bool isOneOf(TagId tag, std::initializer_list<GumboTag> tags)
{
    for (const GumboTag one : tags) {
        if (tag == static_cast<TagId>(one))
            return true;
    }
    return false;
}

bool isNeverNested(TagId tag)
{
    return isOneOf(tag, {GUMBO_TAG_BR,     GUMBO_TAG_IMG,   GUMBO_TAG_HR,    GUMBO_TAG_META,     GUMBO_TAG_LINK,
                         GUMBO_TAG_INPUT,  GUMBO_TAG_AREA,  GUMBO_TAG_BASE,  GUMBO_TAG_BASEFONT, GUMBO_TAG_BGSOUND,
                         GUMBO_TAG_COL,    GUMBO_TAG_EMBED, GUMBO_TAG_FRAME, GUMBO_TAG_KEYGEN,   GUMBO_TAG_PARAM,
                         GUMBO_TAG_SOURCE, GUMBO_TAG_TRACK, GUMBO_TAG_WBR,   GUMBO_TAG_HTML,     GUMBO_TAG_HEAD,
                         GUMBO_TAG_BODY});
}

bool isRawTextElement(TagId tag)
{
    return isOneOf(tag, {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TEXTAREA, GUMBO_TAG_TITLE, GUMBO_TAG_XMP,
                         GUMBO_TAG_IFRAME, GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES});
}

/// What the parser does not look through for an element to close.
bool isScope(TagId tag)
{
    return isOneOf(tag, {GUMBO_TAG_TABLE, GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_CAPTION, GUMBO_TAG_TEMPLATE,
                         GUMBO_TAG_MARQUEE, GUMBO_TAG_OBJECT, GUMBO_TAG_APPLET});
}

/// What an element means for the elements around it, as the HTML standard sorts them.
enum class ElementKind { Formatting, TablePart, Block, Ordinary };

ElementKind kindOf(TagId tag)
{
    switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_NOBR:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U: return ElementKind::Formatting;
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_COLGROUP: return ElementKind::TablePart;
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_APPLET:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIR:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_MARQUEE:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PLAINTEXT:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_UL: return ElementKind::Block;
    default: return ElementKind::Ordinary;
    }
}

/// A copy of the parser's stack of open elements, close enough to bound it: too high an estimate only removes tags
/// that lie beyond what is shown anyway, too low a one is caught by the arena's budget.
class OpenElements
{
public:
    [[nodiscard]] bool isFull() const { return m_open.size() >= deepestStack; }

    void opens(TagId tag)
    {
        closeWhatEnds(tag);
        m_open.append({tag, kindOf(tag)});
    }

    void closes(TagId tag)
    {
        const ElementKind kind = kindOf(tag);
        bool blockAbove = false;
        for (qsizetype i = m_open.size() - 1; i >= 0; --i) {
            const Open &open = m_open[i];
            if (open.tag == tag) {
                // A formatting element that a block was opened in ends alone; the block stays open.
                if (kind == ElementKind::Formatting && blockAbove)
                    m_open.removeAt(i);
                else
                    m_open.resize(i);
                return;
            }
            const bool special = open.kind == ElementKind::Block || open.kind == ElementKind::TablePart;
            blockAbove = blockAbove || special;
            if ((kind == ElementKind::Ordinary && special) || (kind == ElementKind::Block && isScope(open.tag))
                || isOneOf(open.tag, {GUMBO_TAG_TEMPLATE, GUMBO_TAG_TABLE}))
                return;
        }
    }

private:
    struct Open {
        TagId tag;
        ElementKind kind;
    };

    /// What the parser closes by itself when `tag` begins.
    void closeWhatEnds(TagId tag)
    {
        const auto isItemBarrier = [](const Open &open) {
            return open.kind == ElementKind::TablePart
                   || (open.kind == ElementKind::Block
                       && !isOneOf(open.tag, {GUMBO_TAG_ADDRESS, GUMBO_TAG_DIV, GUMBO_TAG_P}));
        };
        const auto isTableBarrier = [](const Open &open) {
            return isOneOf(open.tag, {GUMBO_TAG_TABLE, GUMBO_TAG_TEMPLATE});
        };
        switch (tag) {
        case GUMBO_TAG_LI: closesUpTo({GUMBO_TAG_LI}, isItemBarrier); return;
        case GUMBO_TAG_DD:
        case GUMBO_TAG_DT: closesUpTo({GUMBO_TAG_DD, GUMBO_TAG_DT}, isItemBarrier); return;
        case GUMBO_TAG_P:
        case GUMBO_TAG_A:
            closesUpTo({static_cast<GumboTag>(tag)},
                       [](const Open &open) { return isScope(open.tag) || open.tag == GUMBO_TAG_BUTTON; });
            return;
        case GUMBO_TAG_OPTION:
            closesUpTo({GUMBO_TAG_OPTION}, [](const Open &open) { return open.tag != GUMBO_TAG_OPTION; });
            return;
        case GUMBO_TAG_TD:
        case GUMBO_TAG_TH: closesUpTo({GUMBO_TAG_TD, GUMBO_TAG_TH}, isTableBarrier); return;
        default: break;
        }
        if (kindOf(tag) == ElementKind::TablePart && tag != GUMBO_TAG_TABLE) {
            closesUpTo({GUMBO_TAG_TR}, isTableBarrier);
            closesUpTo({static_cast<GumboTag>(tag)}, isTableBarrier);
        }
    }

    /// Closes the innermost of `tags` with all that is in it, unless a barrier stands before.
    template <typename Barrier>
    void closesUpTo(std::initializer_list<GumboTag> tags, Barrier isBarrier)
    {
        for (qsizetype i = m_open.size() - 1; i >= 0; --i) {
            if (isOneOf(m_open[i].tag, tags)) {
                m_open.resize(i);
                return;
            }
            if (isBarrier(m_open[i]))
                return;
        }
    }

    QList<Open> m_open;
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

BoundedHtml boundedHtml(const QByteArray &utf8)
{
    const QByteArrayView html(utf8);
    OpenElements open;
    QByteArray bounded;
    qsizetype copied = 0;
    int tags = 0;
    for (qsizetype at = html.indexOf('<'); at >= 0 && at + 1 < html.size(); at = html.indexOf('<', at)) {
        const char next = html[at + 1];
        const char first = next == '/' && at + 2 < html.size() ? html[at + 2] : next;
        const bool declaration = next == '!' || next == '?';
        if (!declaration && !((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z'))) {
            ++at;
            continue;
        }
        if (++tags > mostTags)
            return {bounded.append(html.sliced(copied, at - copied)), true};
        if (declaration) {
            at = markupDeclarationEnd(html, at);
            continue;
        }
        const TagScan tag = scanTag(html, at);
        const TagId id = tagIdOf(tag.name);
        bool leaveOut = tag.attributes > mostAttributes;
        if (tag.isEnd) {
            open.closes(id);
        } else if (!leaveOut && !isNeverNested(id)) {
            leaveOut = open.isFull();
            if (!leaveOut && !isRawTextElement(id))
                open.opens(id);
        }
        if (leaveOut) {
            bounded += html.sliced(copied, at - copied);
            copied = tag.end;
        }
        at = !tag.isEnd && isRawTextElement(id) ? rawTextEnd(html, tag.end, tag.name) : tag.end;
        if (id == GUMBO_TAG_PLAINTEXT && !tag.isEnd)
            break;
    }
    if (copied == 0)
        return {utf8, false};
    return {bounded.append(html.sliced(copied)), false};
}

} // namespace deskhand

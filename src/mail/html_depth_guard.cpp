// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/html_guard.h"

#include <QByteArrayView>
#include <QList>

#include <initializer_list>

namespace deskhand {
namespace {

constexpr qsizetype deepestStack = 256;
constexpr int mostAttributes = 100;

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

/// What an element means for the elements around it, as the HTML standard sorts them.
enum class ElementKind { Formatting, TablePart, Block, Ordinary };

ElementKind kindOf(const QByteArray &name)
{
    if (isOneOf(name,
                {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"}))
        return ElementKind::Formatting;
    if (isOneOf(name, {"table", "td", "th", "tr", "tbody", "thead", "tfoot", "caption", "colgroup"}))
        return ElementKind::TablePart;
    if (isOneOf(name, {"address",    "applet",  "article", "aside",  "blockquote", "button",   "center",
                       "dd",         "details", "dir",     "div",    "dl",         "dt",       "fieldset",
                       "figcaption", "figure",  "footer",  "form",   "h1",         "h2",       "h3",
                       "h4",         "h5",      "h6",      "header", "hgroup",     "li",       "listing",
                       "main",       "marquee", "menu",    "nav",    "object",     "ol",       "p",
                       "plaintext",  "pre",     "section", "select", "summary",    "template", "ul"}))
        return ElementKind::Block;
    return ElementKind::Ordinary;
}

/// A copy of the parser's stack of open elements, close enough to bound it: too high an estimate only removes tags
/// that lie beyond what is shown anyway, too low a one is caught by the arena's budget.
class OpenElements
{
public:
    [[nodiscard]] bool isFull() const { return m_open.size() >= deepestStack; }

    void opens(const QByteArray &name)
    {
        if (name == "li")
            closesUpTo(name, {"table", "td", "th", "ul", "ol", "dl", "dd", "dt", "blockquote", "pre"});
        else if (isOneOf(name, {"p", "option", "a"}))
            closesUpTo(name, {"table", "td", "th", "button"});
        else if (isOneOf(name, {"dd", "dt"})) {
            closesUpTo("dd", {"table", "td", "th", "dl", "ul", "ol", "li", "blockquote", "pre"});
            closesUpTo("dt", {"table", "td", "th", "dl", "ul", "ol", "li", "blockquote", "pre"});
        } else if (isOneOf(name, {"tr", "td", "th", "tbody", "thead", "tfoot", "caption", "colgroup"})) {
            if (isOneOf(name, {"td", "th"})) {
                closesUpTo("td", {"table"});
                closesUpTo("th", {"table"});
            } else {
                closesUpTo("tr", {"table"});
            }
            closesUpTo(name, {"table"});
        }
        m_open.append({name, kindOf(name)});
    }

    void closes(const QByteArray &name)
    {
        const ElementKind kind = kindOf(name);
        bool blockAbove = false;
        for (qsizetype i = m_open.size() - 1; i >= 0; --i) {
            const Open &open = m_open[i];
            if (open.name == name) {
                // A formatting element that a block was opened in ends alone; the block stays open.
                if (kind == ElementKind::Formatting && blockAbove)
                    m_open.removeAt(i);
                else
                    m_open.resize(i);
                return;
            }
            const bool special = open.kind == ElementKind::Block || open.kind == ElementKind::TablePart;
            blockAbove = blockAbove || special;
            if ((kind == ElementKind::Ordinary && special) || (kind == ElementKind::TablePart && open.name == "table")
                || (kind == ElementKind::Block && isOneOf(open.name, {"table", "td", "th", "caption"})))
                return;
        }
    }

private:
    struct Open {
        QByteArray name;
        ElementKind kind;
    };

    void closesUpTo(const QByteArray &name, std::initializer_list<const char *> barriers)
    {
        for (qsizetype i = m_open.size() - 1; i >= 0 && !isOneOf(m_open[i].name, barriers); --i) {
            if (m_open[i].name == name) {
                m_open.resize(i);
                return;
            }
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

} // namespace deskhand

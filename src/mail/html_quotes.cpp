// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/html_quotes.h"

#include "mail/quote_detection.h"
#include "mail/quote_lines.h"

#include <QStringList>

#include <vector>

namespace deskhand {
namespace {

constexpr qsizetype attributionLength = 400;

HtmlFold foldOf(const HtmlTree &tree, HtmlIndex index)
{
    for (HtmlIndex at = index; at != noHtmlNode; at = tree.node(at).parent) {
        if (tree.node(at).fold != HtmlFold::None)
            return tree.node(at).fold;
    }
    return HtmlFold::None;
}

bool isBlank(const HtmlTree &tree, HtmlIndex index)
{
    return tree.node(index).tag != HtmlTag::Img && tree.textOf(index, 200).trimmed().isEmpty();
}

/// A forwarded mail says so in its first line.
HtmlFold quoteOrForward(const HtmlTree &tree, HtmlIndex index)
{
    const QString begin = tree.textOf(index, attributionLength).simplified();
    const QString firstWords = begin.left(60);
    qsizetype letter = 0;
    while (letter < firstWords.size() && !firstWords[letter].isLetter())
        ++letter;
    const qsizetype dashes = firstWords.indexOf(QLatin1String("--"), letter);
    // "---------- Forwarded message ---------- From: …" is one line in HTML text.
    const qsizetype end = dashes > 0 ? begin.indexOf(u' ', dashes) : begin.indexOf(u':') + 1;
    const QString line = end > 0 ? begin.left(end) : firstWords;
    return classifyLine(line) == LineKind::Forward ? HtmlFold::Forward : HtmlFold::Quote;
}

/// The node that begins the last line inside `block`, and that line's text.
HtmlIndex lastLineOf(const HtmlTree &tree, HtmlIndex block, QString &text)
{
    HtmlIndex start = block;
    bool ended = false;
    text.clear();
    for (HtmlIndex at = block; at != noHtmlNode; at = tree.following(at, block)) {
        const HtmlNode &node = tree.node(at);
        ended = ended || node.tag == HtmlTag::Br || (at != block && isBlockTag(node.tag));
        if (node.tag != HtmlTag::Text || node.text.trimmed().isEmpty())
            continue;
        if (ended && !text.isEmpty()) {
            text.clear();
            start = at;
        }
        ended = false;
        text += node.text + u' ';
    }
    text = text.simplified();
    return start;
}

/// From `start` to the end of `block`.
void foldWithin(HtmlTree &tree, HtmlIndex start, HtmlIndex block, HtmlFold fold)
{
    while (start != block && tree.node(start).previous == noHtmlNode)
        start = tree.node(start).parent;
    tree.node(start).fold = fold;
    for (HtmlIndex at = start; at != block; at = tree.node(at).parent) {
        for (HtmlIndex next = tree.node(at).next; next != noHtmlNode; next = tree.node(next).next)
            tree.node(next).fold = fold;
    }
}

/// The "On … wrote:" that stands right before a quote belongs to it.
bool markAttributionBefore(HtmlTree &tree, HtmlIndex quote, HtmlFold fold)
{
    constexpr int fewSteps = 6;
    HtmlIndex at = quote;
    // The quote may be wrapped: go up while it is the first thing in its parent.
    for (int up = 0; up < fewSteps; ++up) {
        HtmlIndex before = tree.node(at).previous;
        std::vector<HtmlIndex> passed;
        for (int step = 0; before != noHtmlNode && step < fewSteps && isBlank(tree, before); ++step) {
            passed.push_back(before);
            before = tree.node(before).previous;
        }
        if (before != noHtmlNode) {
            QString line;
            const HtmlIndex start = lastLineOf(tree, before, line);
            if (classifyLine(line.left(attributionLength)) != LineKind::Attribution)
                return false;
            foldWithin(tree, start, before, fold);
            for (const HtmlIndex blank : passed)
                tree.node(blank).fold = fold;
            return true;
        }
        at = tree.node(at).parent;
        if (at == noHtmlNode || at == HtmlTree::root())
            return false;
    }
    return false;
}

/// This node and everything behind it.
void foldFrom(HtmlTree &tree, HtmlIndex index, HtmlFold fold)
{
    tree.node(index).fold = fold;
    for (HtmlIndex at = index; at != noHtmlNode && at != HtmlTree::root(); at = tree.node(at).parent) {
        for (HtmlIndex next = tree.node(at).next; next != noHtmlNode; next = tree.node(next).next)
            tree.node(next).fold = fold;
    }
}

/// The sibling before a node, blank text left aside.
HtmlIndex previousShown(const HtmlTree &tree, HtmlIndex index)
{
    HtmlIndex before = tree.node(index).previous;
    while (before != noHtmlNode && tree.node(before).tag == HtmlTag::Text && tree.node(before).text.trimmed().isEmpty())
        before = tree.node(before).previous;
    return before;
}

/// Goes up while the node is the first thing in its parent, so that a whole block is marked rather than its inside.
HtmlIndex outermostStart(const HtmlTree &tree, HtmlIndex index)
{
    while (tree.node(index).parent != HtmlTree::root() && previousShown(tree, index) == noHtmlNode)
        index = tree.node(index).parent;
    return index;
}

/// A rule counts as the begin of a quote when mail headers ("From: …") follow it.
bool headersFollow(const HtmlTree &tree, HtmlIndex divider)
{
    constexpr int fewNodes = 200;
    constexpr qsizetype enoughText = 40;
    QString text = tree.textOf(divider, attributionLength).simplified();
    HtmlIndex at = tree.following(divider, HtmlTree::root(), true);
    for (int i = 0; at != noHtmlNode && i < fewNodes && text.size() < enoughText; ++i) {
        if (tree.node(at).tag == HtmlTag::Text)
            text = (text + u' ' + tree.node(at).text.left(attributionLength)).simplified();
        at = tree.following(at, HtmlTree::root());
    }
    return classifyLine(text.left(attributionLength)) == LineKind::Header;
}

bool applyHint(HtmlTree &tree, HtmlIndex index)
{
    switch (tree.node(index).hint) {
    case HtmlHint::QuoteBlock:
    case HtmlHint::CiteBlock: {
        const HtmlFold fold = quoteOrForward(tree, index);
        tree.node(index).fold = fold;
        markAttributionBefore(tree, index, fold);
        return true;
    }
    case HtmlHint::Forward: tree.node(index).fold = HtmlFold::Forward; return true;
    case HtmlHint::Signature: tree.node(index).fold = HtmlFold::Signature; return true;
    case HtmlHint::QuoteBegins: foldFrom(tree, index, HtmlFold::Quote); return true;
    case HtmlHint::Divider:
        if (!headersFollow(tree, index))
            return false;
        foldFrom(tree, outermostStart(tree, index), HtmlFold::Quote);
        return true;
    case HtmlHint::None: break;
    }
    return false;
}

bool markByHints(HtmlTree &tree)
{
    bool found = false;
    for (HtmlIndex at = tree.following(HtmlTree::root(), HtmlTree::root()); at != noHtmlNode;) {
        bool skip = foldOf(tree, at) != HtmlFold::None;
        if (!skip && tree.node(at).hint != HtmlHint::None) {
            found = applyHint(tree, at) || found;
            skip = tree.node(at).fold != HtmlFold::None;
        }
        at = tree.following(at, HtmlTree::root(), skip);
    }
    return found;
}

/// A blockquote without any hint is a quoted mail when an attribution stands before it.
bool markBlockquotes(HtmlTree &tree)
{
    bool found = false;
    for (HtmlIndex at = tree.following(HtmlTree::root(), HtmlTree::root()); at != noHtmlNode;) {
        bool skip = foldOf(tree, at) != HtmlFold::None;
        if (!skip && tree.node(at).tag == HtmlTag::Blockquote) {
            skip = true;
            if (markAttributionBefore(tree, at, HtmlFold::Quote)) {
                tree.node(at).fold = HtmlFold::Quote;
                found = true;
            }
        }
        at = tree.following(at, HtmlTree::root(), skip);
    }
    return found;
}

struct HtmlLine {
    QString text;
    HtmlIndex start = noHtmlNode;
};

/// The text as lines, each with the node that begins it. Quotes that are marked already appear as quoted lines.
std::vector<HtmlLine> linesOf(const HtmlTree &tree)
{
    std::vector<HtmlLine> lines(1);
    for (HtmlIndex at = tree.following(HtmlTree::root(), HtmlTree::root()); at != noHtmlNode;) {
        const HtmlNode &node = tree.node(at);
        const bool breaks =
            isBlockTag(node.tag) || node.tag == HtmlTag::Br || node.tag == HtmlTag::Td || node.tag == HtmlTag::Th;
        // A block that ended before this node ends the line too.
        const bool ended = node.previous != noHtmlNode && isBlockTag(tree.node(node.previous).tag);
        if ((breaks || ended) && !lines.back().text.isEmpty())
            lines.emplace_back();
        const bool folded = node.fold != HtmlFold::None;
        if (folded) {
            if (!lines.back().text.isEmpty())
                lines.emplace_back();
            lines.back() = {QStringLiteral("> "), at};
            lines.emplace_back();
        } else if (node.tag == HtmlTag::Text && !node.text.trimmed().isEmpty()) {
            if (lines.back().start == noHtmlNode)
                lines.back().start = at;
            lines.back().text += node.text.simplified() + u' ';
        }
        at = tree.following(at, HtmlTree::root(), folded);
    }
    return lines;
}

/// Reads the HTML as lines and looks for what the plain-text rules find.
bool markByLines(HtmlTree &tree)
{
    const std::vector<HtmlLine> lines = linesOf(tree);
    QStringList texts;
    for (const HtmlLine &line : lines)
        texts.append(line.text.trimmed());
    const QList<PartKind> kinds = splitLines(texts);
    // Only a quote that runs to the end can be cut at one place.
    qsizetype start = kinds.size();
    while (start > 0 && (kinds[start - 1] != PartKind::Reply || texts[start - 1].isEmpty()))
        --start;
    while (start < kinds.size()
           && (lines[static_cast<size_t>(start)].start == noHtmlNode || kinds[start] == PartKind::Signature))
        ++start;
    if (start >= kinds.size() || kinds[start] == PartKind::Reply)
        return false;
    const HtmlIndex node = lines[static_cast<size_t>(start)].start;
    if (foldOf(tree, node) != HtmlFold::None)
        return false;
    const HtmlFold fold = kinds[start] == PartKind::Forward ? HtmlFold::Forward : HtmlFold::Quote;
    const HtmlIndex from = outermostStart(tree, node);
    foldFrom(tree, from, fold);
    // The rule above a quoted mail belongs to it.
    if (const HtmlIndex before = previousShown(tree, from);
        before != noHtmlNode && tree.node(before).tag == HtmlTag::Hr)
        tree.node(before).fold = fold;
    return true;
}

QString partName(HtmlFold fold)
{
    switch (fold) {
    case HtmlFold::Quote: return QStringLiteral("quote");
    case HtmlFold::Forward: return QStringLiteral("forward");
    case HtmlFold::Signature: return QStringLiteral("signature");
    case HtmlFold::None: break;
    }
    return {};
}

/// A mark on a row or a cell goes to what the cells hold: there is no <div> around rows.
void pushIntoCells(HtmlTree &tree)
{
    for (HtmlIndex at = tree.following(HtmlTree::root(), HtmlTree::root()); at != noHtmlNode;
         at = tree.following(at, HtmlTree::root())) {
        const HtmlTag tag = tree.node(at).tag;
        const bool structure = tag == HtmlTag::Thead || tag == HtmlTag::Tbody || tag == HtmlTag::Tr
                               || tag == HtmlTag::Td || tag == HtmlTag::Th || tag == HtmlTag::Li || tag == HtmlTag::Dt
                               || tag == HtmlTag::Dd;
        const HtmlFold fold = tree.node(at).fold;
        if (!structure || fold == HtmlFold::None)
            continue;
        tree.node(at).fold = HtmlFold::None;
        for (HtmlIndex child = tree.node(at).firstChild; child != noHtmlNode; child = tree.node(child).next)
            tree.node(child).fold = fold;
    }
}

void dropPart(HtmlNode &node)
{
    node.fold = HtmlFold::None;
    std::erase_if(node.attributes, [](const auto &one) { return one.first == HtmlAttribute::Part; });
}

/// Runs of marked siblings become one <div data-part>, with no other one inside.
void wrapFolds(HtmlTree &tree)
{
    for (HtmlIndex at = tree.following(HtmlTree::root(), HtmlTree::root()); at != noHtmlNode;) {
        const HtmlFold fold = tree.node(at).fold;
        if (fold == HtmlFold::None) {
            at = tree.following(at, HtmlTree::root());
            continue;
        }
        HtmlIndex wrapper = at;
        if (!tree.node(at).hasAttribute(HtmlAttribute::Part)) {
            wrapper = tree.insertBefore(at, HtmlTag::Div);
            tree.node(wrapper).setAttribute(HtmlAttribute::Part, partName(fold));
            tree.node(wrapper).fold = fold;
        }
        for (HtmlIndex next = tree.node(wrapper).next; next != noHtmlNode && tree.node(next).fold == fold;
             next = tree.node(wrapper).next)
            tree.moveToEnd(next, wrapper);
        for (HtmlIndex inner = tree.following(wrapper, wrapper); inner != noHtmlNode;
             inner = tree.following(inner, wrapper))
            dropPart(tree.node(inner));
        at = tree.following(wrapper, HtmlTree::root(), true);
    }
}

} // namespace

void markQuotesByMarkup(HtmlTree &tree)
{
    const bool found = markByHints(tree);
    for (HtmlIndex at = HtmlTree::root(); at != noHtmlNode; at = tree.following(at, HtmlTree::root()))
        tree.node(at).hint = HtmlHint::None;
    if (!found)
        return;
    pushIntoCells(tree);
    wrapFolds(tree);
}

bool markQuotesByText(HtmlTree &tree)
{
    bool found = markBlockquotes(tree);
    found = markByLines(tree) || found;
    if (!found)
        return false;
    pushIntoCells(tree);
    wrapFolds(tree);
    return true;
}

bool hasQuoteMarks(const HtmlTree &tree)
{
    for (HtmlIndex at = HtmlTree::root(); at != noHtmlNode; at = tree.following(at, HtmlTree::root())) {
        if (tree.node(at).hasAttribute(HtmlAttribute::Part))
            return true;
    }
    return false;
}

} // namespace deskhand

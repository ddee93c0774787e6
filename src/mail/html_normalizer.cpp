// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/html_normalizer.h"

#include <vector>

namespace deskhand {
namespace {

bool isBlankText(const HtmlNode &node)
{
    if (node.tag != HtmlTag::Text)
        return false;
    for (const QChar c : node.text) {
        if (c != u' ' && c != u'\n' && c != u'\t')
            return false;
    }
    return true;
}

bool isCell(HtmlTag tag)
{
    return tag == HtmlTag::Td || tag == HtmlTag::Th;
}

bool isRowGroup(HtmlTag tag)
{
    return tag == HtmlTag::Tbody || tag == HtmlTag::Thead;
}

bool isTableStructure(HtmlTag tag)
{
    return isRowGroup(tag) || isCell(tag) || tag == HtmlTag::Tr || tag == HtmlTag::Table;
}

/// All nodes below the root in document order, as they are now.
std::vector<HtmlIndex> documentOrder(const HtmlTree &tree)
{
    std::vector<HtmlIndex> order;
    for (HtmlIndex at = tree.following(HtmlTree::root(), HtmlTree::root()); at != noHtmlNode;
         at = tree.following(at, HtmlTree::root()))
        order.push_back(at);
    return order;
}

// ---- Tables ----------------------------------------------------------------------------------------------------

/// What is neither blank nor allowed inside a table goes in front of it, where the parser would put it too.
void hoist(HtmlTree &tree, HtmlIndex child, HtmlIndex table)
{
    HtmlNode &node = tree.node(child);
    if (isBlankText(node)) {
        tree.detach(child);
        return;
    }
    if (isTableStructure(node.tag) && node.tag != HtmlTag::Table) {
        node.tag = HtmlTag::Div;
        std::erase_if(node.attributes, [](const auto &one) { return one.first != HtmlAttribute::Style; });
    }
    tree.moveBefore(child, table);
}

void tidyRow(HtmlTree &tree, HtmlIndex row, HtmlIndex table)
{
    for (HtmlIndex cell = tree.node(row).firstChild; cell != noHtmlNode;) {
        const HtmlIndex next = tree.node(cell).next;
        if (!isCell(tree.node(cell).tag))
            hoist(tree, cell, table);
        cell = next;
    }
    if (tree.node(row).firstChild == noHtmlNode)
        tree.detach(row);
}

void tidyGroup(HtmlTree &tree, HtmlIndex group, HtmlIndex table)
{
    for (HtmlIndex row = tree.node(group).firstChild; row != noHtmlNode;) {
        const HtmlIndex next = tree.node(row).next;
        if (tree.node(row).tag == HtmlTag::Tr)
            tidyRow(tree, row, table);
        else
            hoist(tree, row, table);
        row = next;
    }
    if (tree.node(group).firstChild == noHtmlNode)
        tree.detach(group);
}

void tidyTable(HtmlTree &tree, HtmlIndex table)
{
    for (HtmlIndex child = tree.node(table).firstChild; child != noHtmlNode;) {
        const HtmlIndex next = tree.node(child).next;
        if (tree.node(child).tag == HtmlTag::Tr) {
            const HtmlIndex group = tree.insertBefore(child, HtmlTag::Tbody);
            tree.moveToEnd(child, group);
            child = group;
        }
        if (isRowGroup(tree.node(child).tag))
            tidyGroup(tree, child, table);
        else
            hoist(tree, child, table);
        child = next;
    }
    if (tree.node(table).firstChild == noHtmlNode)
        tree.detach(table);
}

// ---- Nesting ---------------------------------------------------------------------------------------------------

void becomeDiv(HtmlTree &tree, HtmlIndex index)
{
    tree.node(index).tag = HtmlTag::Div;
}

/// The parser closes an open <p> before a block: such a <p> must be a <div>.
void freeFromParagraphs(HtmlTree &tree, HtmlIndex block)
{
    for (HtmlIndex up = tree.node(block).parent; up != noHtmlNode && !isCell(tree.node(up).tag);
         up = tree.node(up).parent) {
        if (tree.node(up).tag == HtmlTag::P)
            becomeDiv(tree, up);
    }
}

/// Whether the parser, on seeing such an item, would close one that is open above it.
bool closesOpenItem(const HtmlTree &tree, HtmlIndex item)
{
    const HtmlTag tag = tree.node(item).tag;
    for (HtmlIndex up = tree.node(item).parent; up != noHtmlNode; up = tree.node(up).parent) {
        const HtmlTag above = tree.node(up).tag;
        if (tag == HtmlTag::Li ? above == HtmlTag::Li : (above == HtmlTag::Dt || above == HtmlTag::Dd))
            return true;
        const bool transparent = !isBlockTag(above) && !isCell(above);
        if (!transparent && above != HtmlTag::Div && above != HtmlTag::P)
            return false;
    }
    return false;
}

void fixNesting(HtmlTree &tree, HtmlIndex index)
{
    const HtmlTag tag = tree.node(index).tag;
    if (tag == HtmlTag::A) {
        const bool leads = tree.node(index).hasAttribute(HtmlAttribute::Href);
        if (!leads || tree.isWithin(index, HtmlTag::A))
            tree.unwrap(index);
        return;
    }
    if ((tag == HtmlTag::Li || tag == HtmlTag::Dt || tag == HtmlTag::Dd) && closesOpenItem(tree, index))
        becomeDiv(tree, index);
    if (isHeadingTag(tag) && tree.node(index).parent != noHtmlNode
        && isHeadingTag(tree.node(tree.node(index).parent).tag))
        becomeDiv(tree, index);
    if (isBlockTag(tag) && (tag == HtmlTag::Table || !isTableStructure(tag)))
        freeFromParagraphs(tree, index);
}

// ---- Emptiness -------------------------------------------------------------------------------------------------

bool isInlineTag(HtmlTag tag)
{
    return !isBlockTag(tag) && !isVoidTag(tag) && !isCell(tag) && tag != HtmlTag::Text && tag != HtmlTag::Root;
}

/// Whether a line begins anyway where an empty block stands.
bool isRedundantBlock(const HtmlTree &tree, HtmlIndex index)
{
    const HtmlNode &node = tree.node(index);
    const HtmlTag parent = tree.node(node.parent).tag;
    const bool blockParent = isBlockTag(parent) || isCell(parent) || parent == HtmlTag::Root;
    const auto breaks = [&](HtmlIndex sibling) {
        return sibling == noHtmlNode ? blockParent
                                     : isBlockTag(tree.node(sibling).tag) || tree.node(sibling).tag == HtmlTag::Br;
    };
    return breaks(node.previous) || breaks(node.next);
}

bool says(const HtmlNode &node)
{
    return node.firstChild != noHtmlNode;
}

/// Takes a node away that shows nothing. True if the tree changed.
bool dropIfEmpty(HtmlTree &tree, HtmlIndex index)
{
    const HtmlNode &node = tree.node(index);
    if (node.parent == noHtmlNode)
        return false;
    bool drop = false;
    if (node.tag == HtmlTag::Text) {
        drop = node.text.isEmpty();
    } else if (isInlineTag(node.tag)) {
        drop = !says(node);
    } else if (!isVoidTag(node.tag) && !isTableStructure(node.tag) && node.tag != HtmlTag::Li && node.tag != HtmlTag::Dt
               && node.tag != HtmlTag::Dd && node.tag != HtmlTag::Pre) {
        drop = !says(node) && isRedundantBlock(tree, index);
    }
    if (drop)
        tree.detach(index);
    return drop;
}

/// The parser ignores blanks before the first thing in a document. True if there were some.
bool trimStart(HtmlTree &tree)
{
    bool trimmed = false;
    for (HtmlIndex first = tree.node(HtmlTree::root()).firstChild;
         first != noHtmlNode && tree.node(first).tag == HtmlTag::Text; first = tree.node(HtmlTree::root()).firstChild) {
        QString &text = tree.node(first).text;
        qsizetype blanks = 0;
        while (blanks < text.size() && (text[blanks] == u' ' || text[blanks] == u'\n' || text[blanks] == u'\t'))
            ++blanks;
        text.remove(0, blanks);
        trimmed = trimmed || blanks > 0;
        if (!text.isEmpty())
            return trimmed;
        tree.detach(first);
    }
    return trimmed;
}

} // namespace

void normalizeHtml(HtmlTree &tree)
{
    // Inner tables first: what they give up may land inside an outer one's cell.
    std::vector<HtmlIndex> order = documentOrder(tree);
    for (auto it = order.rbegin(); it != order.rend(); ++it) {
        if (tree.node(*it).tag == HtmlTag::Table)
            tidyTable(tree, *it);
    }
    for (const HtmlIndex index : documentOrder(tree)) {
        const HtmlNode &node = tree.node(index);
        if ((node.tag == HtmlTag::Span || node.tag == HtmlTag::Font) && node.attributes.empty())
            tree.unwrap(index);
    }
    for (const HtmlIndex index : documentOrder(tree))
        fixNesting(tree, index);
    // Dropping one thing can make another one redundant; ordinary mail settles at once.
    constexpr int mostRounds = 50;
    bool changed = true;
    for (int round = 0; changed && round < mostRounds; ++round) {
        changed = false;
        order = documentOrder(tree);
        for (auto it = order.rbegin(); it != order.rend(); ++it)
            changed = dropIfEmpty(tree, *it) || changed;
        changed = trimStart(tree) || changed;
    }
}

} // namespace deskhand

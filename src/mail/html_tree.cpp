// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/html_tree.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr const char *tagNames[] = {
    "",   "",   "p",   "br",    "div",   "span",  "blockquote", "pre", "code", "b",  "strong", "i",   "em",
    "u",  "s",  "sub", "sup",   "h1",    "h2",    "h3",         "h4",  "h5",   "h6", "ul",     "ol",  "li",
    "dl", "dt", "dd",  "table", "thead", "tbody", "tr",         "th",  "td",   "hr", "a",      "img", "font",
};

constexpr const char *attributeNames[] = {"href",    "title",   "src",   "alt",   "width", "height",
                                          "colspan", "rowspan", "align", "color", "style", "data-part"};

} // namespace

QLatin1String htmlTagName(HtmlTag tag)
{
    return QLatin1String(tagNames[static_cast<size_t>(tag)]);
}

QLatin1String htmlAttributeName(HtmlAttribute attribute)
{
    return QLatin1String(attributeNames[static_cast<size_t>(attribute)]);
}

bool isVoidTag(HtmlTag tag)
{
    return tag == HtmlTag::Br || tag == HtmlTag::Hr || tag == HtmlTag::Img;
}

bool isHeadingTag(HtmlTag tag)
{
    return tag >= HtmlTag::H1 && tag <= HtmlTag::H6;
}

bool isBlockTag(HtmlTag tag)
{
    switch (tag) {
    case HtmlTag::P:
    case HtmlTag::Div:
    case HtmlTag::Blockquote:
    case HtmlTag::Pre:
    case HtmlTag::Ul:
    case HtmlTag::Ol:
    case HtmlTag::Li:
    case HtmlTag::Dl:
    case HtmlTag::Dt:
    case HtmlTag::Dd:
    case HtmlTag::Table:
    case HtmlTag::Thead:
    case HtmlTag::Tbody:
    case HtmlTag::Tr:
    case HtmlTag::Hr: return true;
    default: return isHeadingTag(tag);
    }
}

QString HtmlNode::attribute(HtmlAttribute name) const
{
    for (const auto &[key, value] : attributes) {
        if (key == name)
            return value;
    }
    return {};
}

bool HtmlNode::hasAttribute(HtmlAttribute name) const
{
    return std::any_of(attributes.begin(), attributes.end(), [name](const auto &one) { return one.first == name; });
}

void HtmlNode::setAttribute(HtmlAttribute name, const QString &value)
{
    const auto place = std::lower_bound(attributes.begin(), attributes.end(), name,
                                        [](const auto &one, HtmlAttribute wanted) { return one.first < wanted; });
    if (place != attributes.end() && place->first == name)
        place->second = value;
    else
        attributes.insert(place, {name, value});
}

HtmlTree::HtmlTree()
{
    newNode(HtmlTag::Root);
}

HtmlIndex HtmlTree::newNode(HtmlTag tag)
{
    m_nodes.emplace_back();
    m_nodes.back().tag = tag;
    return static_cast<HtmlIndex>(m_nodes.size() - 1);
}

HtmlIndex HtmlTree::append(HtmlIndex parent, HtmlTag tag)
{
    const HtmlIndex index = newNode(tag);
    moveToEnd(index, parent);
    return index;
}

HtmlIndex HtmlTree::appendText(HtmlIndex parent, const QString &text)
{
    const HtmlIndex last = node(parent).lastChild;
    if (last != noHtmlNode && node(last).tag == HtmlTag::Text) {
        node(last).text += text;
        return last;
    }
    const HtmlIndex index = append(parent, HtmlTag::Text);
    node(index).text = text;
    return index;
}

HtmlIndex HtmlTree::insertBefore(HtmlIndex sibling, HtmlTag tag)
{
    const HtmlIndex index = newNode(tag);
    moveBefore(index, sibling);
    return index;
}

void HtmlTree::detach(HtmlIndex index)
{
    HtmlNode &self = node(index);
    if (self.parent == noHtmlNode)
        return;
    if (self.previous != noHtmlNode)
        node(self.previous).next = self.next;
    else
        node(self.parent).firstChild = self.next;
    if (self.next != noHtmlNode)
        node(self.next).previous = self.previous;
    else
        node(self.parent).lastChild = self.previous;
    self.parent = self.previous = self.next = noHtmlNode;
}

void HtmlTree::moveToEnd(HtmlIndex index, HtmlIndex newParent)
{
    detach(index);
    HtmlNode &self = node(index);
    HtmlNode &parent = node(newParent);
    self.parent = newParent;
    self.previous = parent.lastChild;
    if (parent.lastChild != noHtmlNode)
        node(parent.lastChild).next = index;
    else
        parent.firstChild = index;
    parent.lastChild = index;
}

void HtmlTree::moveBefore(HtmlIndex index, HtmlIndex sibling)
{
    detach(index);
    HtmlNode &self = node(index);
    HtmlNode &other = node(sibling);
    self.parent = other.parent;
    self.previous = other.previous;
    self.next = sibling;
    if (other.previous != noHtmlNode)
        node(other.previous).next = index;
    else
        node(other.parent).firstChild = index;
    other.previous = index;
}

void HtmlTree::unwrap(HtmlIndex index)
{
    while (node(index).firstChild != noHtmlNode)
        moveBefore(node(index).firstChild, index);
    detach(index);
}

HtmlIndex HtmlTree::following(HtmlIndex index, HtmlIndex top, bool skipChildren) const
{
    if (!skipChildren && node(index).firstChild != noHtmlNode)
        return node(index).firstChild;
    while (index != top && index != noHtmlNode) {
        if (node(index).next != noHtmlNode)
            return node(index).next;
        index = node(index).parent;
    }
    return noHtmlNode;
}

QString HtmlTree::textOf(HtmlIndex index, qsizetype limit) const
{
    QString text;
    for (HtmlIndex at = index; at != noHtmlNode && text.size() < limit; at = following(at, index)) {
        if (node(at).tag == HtmlTag::Text)
            text += node(at).text;
        else if (isBlockTag(node(at).tag) || node(at).tag == HtmlTag::Br || node(at).tag == HtmlTag::Td)
            text += u' ';
    }
    return text.first(qMin(text.size(), limit));
}

bool HtmlTree::isWithin(HtmlIndex index, HtmlTag tag) const
{
    for (HtmlIndex up = node(index).parent; up != noHtmlNode; up = node(up).parent) {
        if (node(up).tag == tag)
            return true;
    }
    return false;
}

} // namespace deskhand

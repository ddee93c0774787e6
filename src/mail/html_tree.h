// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QList>
#include <QString>

#include <cstdint>
#include <vector>

namespace deskhand {

/// The closed list of elements that a shown mail can consist of.
enum class HtmlTag : std::uint8_t {
    Root,
    Text,
    P,
    Br,
    Div,
    Span,
    Blockquote,
    Pre,
    Code,
    B,
    Strong,
    I,
    Em,
    U,
    S,
    Sub,
    Sup,
    H1,
    H2,
    H3,
    H4,
    H5,
    H6,
    Ul,
    Ol,
    Li,
    Dl,
    Dt,
    Dd,
    Table,
    Thead,
    Tbody,
    Tr,
    Th,
    Td,
    Hr,
    A,
    Img,
    Font,
};

/// The closed list of attributes. Their values are canonical: writing and reading them again gives the same.
enum class HtmlAttribute : std::uint8_t {
    Href,
    Title,
    Src,
    Alt,
    Width,
    Height,
    Colspan,
    Rowspan,
    Align,
    Color,
    Style,
    Part
};

[[nodiscard]] QLatin1String htmlTagName(HtmlTag tag);
[[nodiscard]] QLatin1String htmlAttributeName(HtmlAttribute attribute);
/// No content and no end tag.
[[nodiscard]] bool isVoidTag(HtmlTag tag);
/// Begins on a line of its own; an HTML parser closes an open <p> before it.
[[nodiscard]] bool isBlockTag(HtmlTag tag);
[[nodiscard]] bool isHeadingTag(HtmlTag tag);

/// What role a part of the mail plays, found by html_quotes.
enum class HtmlFold : std::uint8_t { None, Quote, Forward, Signature };

/// Hints about the sender's markup that are gone in the tree itself but tell quotes apart.
enum class HtmlHint : std::uint8_t { None, QuoteBlock, QuoteBegins, Divider, Signature, CiteBlock, Forward };

using HtmlIndex = std::int32_t;
constexpr HtmlIndex noHtmlNode = -1;

struct HtmlNode {
    HtmlTag tag = HtmlTag::Text;
    HtmlFold fold = HtmlFold::None;
    HtmlHint hint = HtmlHint::None;
    QString text;                                              ///< of Text nodes
    std::vector<std::pair<HtmlAttribute, QString>> attributes; ///< in the order of the enum
    HtmlIndex parent = noHtmlNode;
    HtmlIndex firstChild = noHtmlNode;
    HtmlIndex lastChild = noHtmlNode;
    HtmlIndex previous = noHtmlNode;
    HtmlIndex next = noHtmlNode;

    [[nodiscard]] QString attribute(HtmlAttribute name) const;
    [[nodiscard]] bool hasAttribute(HtmlAttribute name) const;
    void setAttribute(HtmlAttribute name, const QString &value);
};

/// A small document tree in one vector: no recursion to destroy it, cheap to walk and to rearrange. Node 0 is the root.
class HtmlTree
{
public:
    HtmlTree();

    [[nodiscard]] HtmlNode &node(HtmlIndex index) { return m_nodes[static_cast<size_t>(index)]; }
    [[nodiscard]] const HtmlNode &node(HtmlIndex index) const { return m_nodes[static_cast<size_t>(index)]; }
    [[nodiscard]] static constexpr HtmlIndex root() { return 0; }
    [[nodiscard]] bool isEmpty() const { return m_nodes.front().firstChild == noHtmlNode; }

    HtmlIndex append(HtmlIndex parent, HtmlTag tag);
    /// Text joins a text node that already ends `parent`.
    HtmlIndex appendText(HtmlIndex parent, const QString &text);
    HtmlIndex insertBefore(HtmlIndex sibling, HtmlTag tag);
    /// Takes the node out of the tree; its memory stays until the tree goes.
    void detach(HtmlIndex index);
    void moveToEnd(HtmlIndex index, HtmlIndex newParent);
    void moveBefore(HtmlIndex index, HtmlIndex sibling);
    /// Puts the children in the place of the node.
    void unwrap(HtmlIndex index);
    /// The node that follows in document order, below `top`; `skipChildren` goes past the node's own.
    [[nodiscard]] HtmlIndex following(HtmlIndex index, HtmlIndex top, bool skipChildren = false) const;
    /// Text of the node and everything below it, blocks parted by blanks.
    [[nodiscard]] QString textOf(HtmlIndex index, qsizetype limit) const;
    [[nodiscard]] bool isWithin(HtmlIndex index, HtmlTag tag) const;

private:
    HtmlIndex newNode(HtmlTag tag);
    std::vector<HtmlNode> m_nodes;
};

} // namespace deskhand

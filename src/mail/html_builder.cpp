// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/html_builder.h"

#include "mail/html_quotes.h"
#include "mail/html_values.h"

#include <optional>

namespace deskhand {
namespace {

enum class ElementAction { Keep, Unwrap, Drop };

struct ElementRule {
    ElementAction action = ElementAction::Unwrap;
    HtmlTag tag = HtmlTag::Div;
};

/// Elements that stand for one of ours.
std::optional<HtmlTag> keptTag(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_P: return HtmlTag::P;
    case GUMBO_TAG_BR: return HtmlTag::Br;
    case GUMBO_TAG_SPAN: return HtmlTag::Span;
    case GUMBO_TAG_BLOCKQUOTE: return HtmlTag::Blockquote;
    case GUMBO_TAG_B: return HtmlTag::B;
    case GUMBO_TAG_STRONG: return HtmlTag::Strong;
    case GUMBO_TAG_I:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_DFN: return HtmlTag::I;
    case GUMBO_TAG_EM: return HtmlTag::Em;
    case GUMBO_TAG_U:
    case GUMBO_TAG_INS: return HtmlTag::U;
    case GUMBO_TAG_S:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_DEL: return HtmlTag::S;
    case GUMBO_TAG_SUB: return HtmlTag::Sub;
    case GUMBO_TAG_SUP: return HtmlTag::Sup;
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_SAMP: return HtmlTag::Code;
    case GUMBO_TAG_H1: return HtmlTag::H1;
    case GUMBO_TAG_H2: return HtmlTag::H2;
    case GUMBO_TAG_H3: return HtmlTag::H3;
    case GUMBO_TAG_H4: return HtmlTag::H4;
    case GUMBO_TAG_H5: return HtmlTag::H5;
    case GUMBO_TAG_H6: return HtmlTag::H6;
    case GUMBO_TAG_UL:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_DIR: return HtmlTag::Ul;
    case GUMBO_TAG_OL: return HtmlTag::Ol;
    case GUMBO_TAG_LI: return HtmlTag::Li;
    case GUMBO_TAG_DL: return HtmlTag::Dl;
    case GUMBO_TAG_DT: return HtmlTag::Dt;
    case GUMBO_TAG_DD: return HtmlTag::Dd;
    case GUMBO_TAG_TABLE: return HtmlTag::Table;
    case GUMBO_TAG_THEAD: return HtmlTag::Thead;
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TFOOT: return HtmlTag::Tbody;
    case GUMBO_TAG_TR: return HtmlTag::Tr;
    case GUMBO_TAG_TH: return HtmlTag::Th;
    case GUMBO_TAG_TD: return HtmlTag::Td;
    case GUMBO_TAG_HR: return HtmlTag::Hr;
    case GUMBO_TAG_A: return HtmlTag::A;
    case GUMBO_TAG_FONT: return HtmlTag::Font;
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_XMP:
    case GUMBO_TAG_PLAINTEXT: return HtmlTag::Pre;
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_FORM: return HtmlTag::Div; // a form's inputs go, what it says stays
    default: return std::nullopt;
    }
}

bool isDroppedWithContent(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_FRAME:
    case GUMBO_TAG_FRAMESET:
    case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_NOEMBED:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_SOURCE:
    case GUMBO_TAG_TRACK:
    case GUMBO_TAG_PARAM:
    case GUMBO_TAG_LINK:
    case GUMBO_TAG_META:
    case GUMBO_TAG_BASE:
    case GUMBO_TAG_APPLET:
    case GUMBO_TAG_COL:
    case GUMBO_TAG_COLGROUP: return true;
    default: return false;
    }
}

ElementRule ruleFor(const GumboElement &element)
{
    if (element.tag_namespace != GUMBO_NAMESPACE_HTML || isDroppedWithContent(element.tag))
        return {ElementAction::Drop, HtmlTag::Div};
    if (const std::optional<HtmlTag> kept = keptTag(element.tag))
        return {ElementAction::Keep, *kept};
    return {};
}

QString attributeOf(const GumboElement &element, const char *name)
{
    const GumboAttribute *attribute = gumbo_get_attribute(&element.attributes, name);
    return attribute ? QString::fromUtf8(attribute->value) : QString();
}

/// Table parts of a table that is nested too deep: rows and cells become blocks.
std::optional<HtmlTag> flattened(HtmlTag tag)
{
    switch (tag) {
    case HtmlTag::Table:
    case HtmlTag::Tr:
    case HtmlTag::Td:
    case HtmlTag::Th: return HtmlTag::Div;
    case HtmlTag::Thead:
    case HtmlTag::Tbody: return std::nullopt;
    default: return tag;
    }
}

bool isTablePart(HtmlTag tag)
{
    return tag == HtmlTag::Thead || tag == HtmlTag::Tbody || tag == HtmlTag::Tr || tag == HtmlTag::Td
           || tag == HtmlTag::Th;
}

} // namespace

QString cleanHtmlText(QStringView text)
{
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const char16_t u = c.unicode();
        if (u == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n')
            continue;
        if (u == u'\r' || u == u'\f')
            clean += u'\n';
        else if ((u >= 0x20 || u == u'\n' || u == u'\t') && !(u >= 0x7f && u < 0xa0) && u != 0x202d && u != 0x202e
                 && u != 0xfeff && u < 0xfffe)
            clean += c;
    }
    return clean;
}

void HtmlBuilder::build(const GumboNode *root)
{
    if (!root || root->type != GUMBO_NODE_ELEMENT)
        return;
    m_stack.push_back({&root->v.element.children, 0, HtmlTree::root(), 0, 0, false});
    while (!m_stack.empty() && m_text < m_limits.text) {
        Frame &top = m_stack.back();
        if (top.next >= top.children->length) {
            m_stack.pop_back();
            continue;
        }
        const auto *child = static_cast<const GumboNode *>(top.children->data[top.next++]);
        const Frame above = top;
        if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE)
            addText(above.target, child->v.text.text);
        else if (child->type == GUMBO_NODE_ELEMENT)
            addElement(child, above);
    }
    m_cut = m_cut || !m_stack.empty();
}

void HtmlBuilder::addText(HtmlIndex target, const char *text)
{
    QString clean = cleanHtmlText(QString::fromUtf8(text));
    if (m_text + clean.size() > m_limits.text) {
        clean.truncate(m_limits.text - m_text);
        if (!clean.isEmpty() && clean.back().isHighSurrogate())
            clean.chop(1);
        m_text = m_limits.text;
        m_cut = true;
    }
    m_text += clean.size();
    // One endless word makes the layout quadratic; scripts that may be broken anywhere need no help.
    QString broken;
    qsizetype copied = 0;
    for (qsizetype i = 0; i < clean.size(); ++i) {
        const QChar c = clean[i];
        if ((c.isSpace() && c.unicode() != 0xa0) || c.unicode() == 0x200b
            || (c.unicode() >= 0x2e80 && !c.isSurrogate())) {
            m_word = 0;
        } else if (++m_word > m_limits.longestWord && !c.isLowSurrogate()) {
            broken += QStringView(clean).sliced(copied, i - copied);
            broken += QChar(0x200b);
            copied = i;
            m_word = 1;
        }
    }
    if (copied > 0)
        clean = broken.append(QStringView(clean).sliced(copied));
    if (!clean.isEmpty())
        m_tree.appendText(target, clean);
}

void HtmlBuilder::addElement(const GumboNode *node, const Frame &above)
{
    const GumboElement &element = node->v.element;
    if (element.tag == GUMBO_TAG_IMG && element.tag_namespace == GUMBO_NAMESPACE_HTML) {
        addImage(element, above.target);
        return;
    }
    const ElementRule rule = ruleFor(element);
    if (rule.action == ElementAction::Drop) {
        noteDropped(element);
        return;
    }
    Frame frame = above;
    frame.children = &element.children;
    frame.next = 0;
    if (rule.tag == HtmlTag::Table && rule.action == ElementAction::Keep) {
        ++frame.tables;
        // The rows and cells of a table that is kept need room below the depth limit too.
        frame.flatTable = frame.tables > m_limits.tableDepth || above.depth + 4 > m_limits.depth;
    }
    if (rule.action == ElementAction::Keep) {
        Frame place = above;
        place.flatTable = frame.flatTable;
        frame.target = openElement(element, rule.tag, place);
        if (frame.target != above.target)
            ++frame.depth;
        if (frame.target == noHtmlNode)
            return;
    }
    if (rule.action == ElementAction::Keep && isVoidTag(rule.tag))
        return;
    m_stack.push_back(frame);
}

HtmlIndex HtmlBuilder::openElement(const GumboElement &element, HtmlTag tag, const Frame &above)
{
    if (above.flatTable || !m_tree.isWithin(above.target, HtmlTag::Table)) {
        // Rows and cells without a table of ours around them are blocks.
        const bool orphan = isTablePart(tag) && !(m_tree.node(above.target).tag == HtmlTag::Table);
        if (above.flatTable || orphan) {
            const std::optional<HtmlTag> flat = flattened(tag);
            if (!flat)
                return above.target;
            tag = *flat;
        }
    }
    if (above.depth >= m_limits.depth && !isTablePart(tag))
        return above.target;
    if (isBlockTag(tag) || tag == HtmlTag::Br || tag == HtmlTag::Td || tag == HtmlTag::Th)
        m_word = 0;
    if (tag == HtmlTag::A && ++m_links > m_limits.links) {
        m_cut = true;
        return above.target;
    }
    const SafeStyle style = safeStyle(attributeOf(element, "style"));
    if (style.hidden)
        return noHtmlNode;
    const HtmlIndex index = m_tree.append(above.target, tag);
    m_tree.node(index).hint = quoteHint(element, tag);
    if (!style.blockedUrl.isEmpty())
        block(QStringLiteral("background"), style.blockedUrl);
    if (!style.text.isEmpty() && !isVoidTag(tag))
        m_tree.node(index).setAttribute(HtmlAttribute::Style, style.text);
    if (element.attributes.length > 0 && !isVoidTag(tag))
        readAttributes(element, index);
    if (element.tag == GUMBO_TAG_CENTER && style.text.isEmpty())
        m_tree.node(index).setAttribute(HtmlAttribute::Style, QStringLiteral("text-align:center"));
    return index;
}

void HtmlBuilder::readAttributes(const GumboElement &element, HtmlIndex index)
{
    HtmlNode &node = m_tree.node(index);
    if (const QString background = attributeOf(element, "background"); !background.isEmpty())
        block(QStringLiteral("background"), background);
    QString style = node.attribute(HtmlAttribute::Style);
    const auto addStyle = [&](const QString &declaration) {
        style = safeStyle(style.isEmpty() ? declaration : declaration + u';' + style).text;
    };
    if (const std::optional<QString> color = canonicalColor(attributeOf(element, "bgcolor")))
        addStyle(QStringLiteral("background-color:") + *color);
    const QString align = attributeOf(element, "align").trimmed().toLower();
    const bool knownAlign = align == QLatin1String("left") || align == QLatin1String("right")
                            || align == QLatin1String("center") || align == QLatin1String("justify");
    const bool cell = node.tag == HtmlTag::Td || node.tag == HtmlTag::Th;
    if (knownAlign && cell)
        node.setAttribute(HtmlAttribute::Align, align);
    else if (knownAlign && (node.tag == HtmlTag::P || node.tag == HtmlTag::Div || isHeadingTag(node.tag)))
        addStyle(QStringLiteral("text-align:") + align);
    if (!style.isEmpty())
        node.setAttribute(HtmlAttribute::Style, style);
    readLinkOrCell(element, index);
}

void HtmlBuilder::readLinkOrCell(const GumboElement &element, HtmlIndex index)
{
    HtmlNode &node = m_tree.node(index);
    if (node.tag == HtmlTag::A) {
        const QString href = safeLink(attributeOf(element, "href"));
        if (!href.isEmpty())
            node.setAttribute(HtmlAttribute::Href, href);
        const QString title = cleanHtmlText(attributeOf(element, "title")).simplified().left(500);
        if (!title.isEmpty())
            node.setAttribute(HtmlAttribute::Title, title);
    } else if (node.tag == HtmlTag::Font) {
        if (const std::optional<QString> color = canonicalColor(attributeOf(element, "color")))
            node.setAttribute(HtmlAttribute::Color, *color);
    } else if (node.tag == HtmlTag::Td || node.tag == HtmlTag::Th) {
        constexpr int mostSpan = 100;
        const int columns = boundedNumber(attributeOf(element, "colspan"), mostSpan);
        const int rows = boundedNumber(attributeOf(element, "rowspan"), mostSpan);
        if (columns > 1)
            node.setAttribute(HtmlAttribute::Colspan, QString::number(columns));
        if (rows > 1)
            node.setAttribute(HtmlAttribute::Rowspan, QString::number(rows));
    } else if (node.tag == HtmlTag::Div) {
        const QString part = attributeOf(element, "data-part");
        const HtmlFold fold = part == QLatin1String("quote")       ? HtmlFold::Quote
                              : part == QLatin1String("forward")   ? HtmlFold::Forward
                              : part == QLatin1String("signature") ? HtmlFold::Signature
                                                                   : HtmlFold::None;
        if (fold != HtmlFold::None && !isInPart(node.parent)) {
            node.setAttribute(HtmlAttribute::Part, part);
            node.fold = fold;
            m_partMarks.push_back(index);
        }
    }
}

bool HtmlBuilder::isInPart(HtmlIndex index) const
{
    for (HtmlIndex up = m_partMarks.empty() ? noHtmlNode : index; up != noHtmlNode; up = m_tree.node(up).parent) {
        if (m_tree.node(up).hasAttribute(HtmlAttribute::Part))
            return true;
    }
    return false;
}

void HtmlBuilder::addImage(const GumboElement &element, HtmlIndex target)
{
    constexpr int largestSide = 4096;
    const int width = boundedNumber(attributeOf(element, "width"), largestSide);
    const int height = boundedNumber(attributeOf(element, "height"), largestSide);
    ImageSource source = imageSource(attributeOf(element, "src"));
    const QString alt = cleanHtmlText(attributeOf(element, "alt")).simplified().left(500);
    const QString written = cleanHtmlText(attributeOf(element, "src")).simplified().left(2000);
    const bool hidden = safeStyle(attributeOf(element, "style")).hidden;
    const bool tiny = (width == 1 && height <= 1) || (height == 1 && width == 0);
    if (source.kind == ImageSource::Remote && (tiny || hidden)) {
        block(QStringLiteral("pixel"), source.value);
        return;
    }
    if (hidden)
        return;
    m_dataBytes += source.kind == ImageSource::Data ? source.value.size() : 0;
    if (source.kind == ImageSource::Refused || ++m_images > m_limits.images || m_dataBytes > m_limits.dataImages) {
        if (source.kind != ImageSource::Refused)
            m_cut = true;
        if (!written.isEmpty())
            block(written.startsWith(QLatin1String("data:"), Qt::CaseInsensitive) ? QStringLiteral("data")
                                                                                  : QStringLiteral("local"),
                  written.left(200));
        if (!alt.isEmpty())
            addText(target, alt.toUtf8().constData());
        return;
    }
    if (source.kind == ImageSource::Remote) {
        m_blocked.append({QStringLiteral("image"), source.value});
        m_remoteImages.append(source.value);
        source.value = QStringLiteral("deskhand-remote:%1").arg(m_remoteImages.size() - 1);
    }
    const HtmlIndex index = m_tree.append(target, HtmlTag::Img);
    HtmlNode &image = m_tree.node(index);
    image.setAttribute(HtmlAttribute::Src, source.value);
    if (!alt.isEmpty())
        image.setAttribute(HtmlAttribute::Alt, alt);
    if (width > 0)
        image.setAttribute(HtmlAttribute::Width, QString::number(width));
    if (height > 0)
        image.setAttribute(HtmlAttribute::Height, QString::number(height));
}

void HtmlBuilder::block(const QString &kind, const QString &url)
{
    if (m_blocked.size() < m_limits.blocked + m_limits.images)
        m_blocked.append({kind, cleanHtmlText(url).simplified().left(2000)});
}

void HtmlBuilder::noteDropped(const GumboElement &element)
{
    struct Dropped {
        GumboTag tag;
        const char *attribute;
        const char *kind;
    };
    static constexpr Dropped dropped[] = {
        {GUMBO_TAG_SCRIPT, "src", "script"}, {GUMBO_TAG_IFRAME, "src", "frame"},   {GUMBO_TAG_FRAME, "src", "frame"},
        {GUMBO_TAG_EMBED, "src", "object"},  {GUMBO_TAG_OBJECT, "data", "object"}, {GUMBO_TAG_APPLET, "code", "object"},
        {GUMBO_TAG_LINK, "href", "link"},    {GUMBO_TAG_VIDEO, "src", "media"},    {GUMBO_TAG_AUDIO, "src", "media"},
        {GUMBO_TAG_SOURCE, "src", "media"},  {GUMBO_TAG_INPUT, "src", "input"},
    };
    for (const Dropped &one : dropped) {
        if (element.tag != one.tag)
            continue;
        const QString url = attributeOf(element, one.attribute);
        if (!url.isEmpty())
            block(QString::fromLatin1(one.kind), url);
    }
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/html_normalizer.h"

namespace deskhand {
namespace {

void appendEscaped(QString &out, const QString &text, bool attribute)
{
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'&': out += QStringLiteral("&amp;"); break;
        case u'<': out += QStringLiteral("&lt;"); break;
        case u'>': out += QStringLiteral("&gt;"); break;
        case u'"':
            if (attribute)
                out += QStringLiteral("&quot;");
            else
                out += c;
            break;
        default: out += c;
        }
    }
}

void appendStartTag(QString &out, const HtmlTree &tree, HtmlIndex index)
{
    const HtmlNode &node = tree.node(index);
    out += u'<';
    out += htmlTagName(node.tag);
    for (const auto &[name, value] : node.attributes) {
        out += u' ';
        out += htmlAttributeName(name);
        out += QStringLiteral("=\"");
        appendEscaped(out, value, true);
        out += u'"';
    }
    out += u'>';
    // The parser swallows one line end behind <pre>.
    if (node.tag == HtmlTag::Pre && node.firstChild != noHtmlNode && tree.node(node.firstChild).text.startsWith(u'\n'))
        out += u'\n';
}

void appendEndTag(QString &out, HtmlTag tag)
{
    if (isVoidTag(tag) || tag == HtmlTag::Text || tag == HtmlTag::Root)
        return;
    out += QStringLiteral("</");
    out += htmlTagName(tag);
    out += u'>';
}

} // namespace

QString writeHtml(const HtmlTree &tree)
{
    QString out;
    HtmlIndex at = tree.node(HtmlTree::root()).firstChild;
    while (at != noHtmlNode) {
        const HtmlNode &node = tree.node(at);
        if (node.tag == HtmlTag::Text)
            appendEscaped(out, node.text, false);
        else
            appendStartTag(out, tree, at);
        if (node.firstChild != noHtmlNode) {
            at = node.firstChild;
            continue;
        }
        appendEndTag(out, node.tag);
        while (at != noHtmlNode && at != HtmlTree::root() && tree.node(at).next == noHtmlNode) {
            at = tree.node(at).parent;
            if (at != noHtmlNode)
                appendEndTag(out, tree.node(at).tag);
        }
        if (at == noHtmlNode || at == HtmlTree::root())
            break;
        at = tree.node(at).next;
    }
    return out;
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/html_normalizer.h"

#include <algorithm>

namespace deskhand {
namespace {

/// Writes lines with the prefixes of the blocks they are in; blanks collapse as a browser does it.
class PlainTextWriter
{
public:
    void words(const QString &text)
    {
        for (const QChar c : text) {
            if (c == u' ' || c == u'\n' || c == u'\t') {
                m_blankWanted = true;
            } else if (c.unicode() != 0x200b && c.unicode() != 0xad) {
                beginLine();
                if (m_blankWanted && !m_lineEmpty)
                    m_out += u' ';
                m_blankWanted = false;
                m_lineEmpty = false;
                m_out += c.unicode() == 0xa0 ? QChar(u' ') : c;
            }
        }
    }

    void verbatim(const QString &text)
    {
        for (const QChar c : text) {
            if (c == u'\n') {
                lineBreak();
            } else {
                beginLine();
                m_lineEmpty = false;
                m_out += c.unicode() == 0xa0 ? QChar(u' ') : c;
            }
        }
    }

    /// A block begins or ends here; `blankLines` empty lines stand before what comes next.
    void blockBoundary(int blankLines)
    {
        m_blankWanted = false;
        if (m_started)
            m_linesWanted = std::max(m_linesWanted, blankLines + 1);
    }

    void lineBreak()
    {
        m_blankWanted = false;
        if (m_linesWanted > 0 || m_lineOpen) {
            m_linesWanted = m_lineOpen && m_linesWanted == 0 ? 1 : m_linesWanted + 1;
            m_lineOpen = false;
        } else if (m_started) {
            m_linesWanted = 1;
        }
    }

    void pushPrefix(const QString &prefix) { m_prefixes.append(prefix); }
    void popPrefix()
    {
        if (!m_prefixes.isEmpty())
            m_prefixes.removeLast();
    }
    /// Put once before the next word, in place of the last prefix.
    void setMarker(const QString &marker) { m_marker = marker; }

    QString take()
    {
        while (m_out.endsWith(u'\n') || m_out.endsWith(u' '))
            m_out.chop(1);
        return std::move(m_out);
    }

private:
    QString prefix() const { return m_prefixes.join(QString()); }

    void beginLine()
    {
        if (m_lineOpen && m_linesWanted == 0)
            return;
        constexpr int mostEmptyLines = 3;
        // Quote marks run through the empty lines inside a quote.
        QString quote;
        for (const QString &one : m_prefixes) {
            if (one.startsWith(u'>'))
                quote += one;
        }
        const QString between = quote.size() < m_quote.size() ? quote : m_quote;
        m_quote = quote;
        const int lines = std::min(m_linesWanted, mostEmptyLines);
        for (int i = 0; i < lines; ++i) {
            m_out += u'\n';
            if (i + 1 < lines)
                m_out += between.trimmed();
        }
        m_linesWanted = 0;
        QString start = prefix();
        if (!m_marker.isEmpty()) {
            start.chop(m_prefixes.isEmpty() ? 0 : m_prefixes.last().size());
            start += m_marker;
            m_marker.clear();
        }
        m_out += start;
        m_lineOpen = true;
        m_lineEmpty = true;
        m_started = true;
        m_blankWanted = false;
    }

    QString m_out;
    QStringList m_prefixes;
    QString m_quote; ///< quote marks of the line before
    QString m_marker;
    int m_linesWanted = 0;
    bool m_lineOpen = false;
    bool m_lineEmpty = true;
    bool m_blankWanted = false;
    bool m_started = false;
};

class TreeToText
{
public:
    TreeToText(const HtmlTree &tree, bool withFolds)
        : m_tree(tree)
        , m_withFolds(withFolds)
    {
    }

    QString write()
    {
        HtmlIndex at = m_tree.node(HtmlTree::root()).firstChild;
        while (at != noHtmlNode) {
            const HtmlNode &node = m_tree.node(at);
            const bool folded = !m_withFolds && node.hasAttribute(HtmlAttribute::Part);
            if (!folded)
                enter(at);
            if (!folded && node.firstChild != noHtmlNode) {
                at = node.firstChild;
                continue;
            }
            if (!folded)
                leave(at);
            while (at != HtmlTree::root() && m_tree.node(at).next == noHtmlNode) {
                at = m_tree.node(at).parent;
                if (at == HtmlTree::root() || at == noHtmlNode)
                    return m_writer.take();
                leave(at);
            }
            at = m_tree.node(at).next;
        }
        return m_writer.take();
    }

private:
    static bool hasMargin(HtmlTag tag)
    {
        return tag == HtmlTag::P || tag == HtmlTag::Blockquote || tag == HtmlTag::Pre || tag == HtmlTag::Ul
               || tag == HtmlTag::Ol || tag == HtmlTag::Dl || tag == HtmlTag::Table || isHeadingTag(tag);
    }

    void enter(HtmlIndex index)
    {
        const HtmlNode &node = m_tree.node(index);
        switch (node.tag) {
        case HtmlTag::Text:
            if (m_pre > 0)
                m_writer.verbatim(node.text);
            else
                m_writer.words(node.text);
            return;
        case HtmlTag::Br: m_writer.lineBreak(); return;
        case HtmlTag::Hr:
            m_writer.blockBoundary(0);
            m_writer.words(QStringLiteral("--------"));
            m_writer.blockBoundary(0);
            return;
        case HtmlTag::Img:
            if (node.hasAttribute(HtmlAttribute::Alt))
                m_writer.words(u'[' + node.attribute(HtmlAttribute::Alt) + u']');
            return;
        case HtmlTag::Td:
        case HtmlTag::Th: m_writer.words(QStringLiteral(" ")); return;
        default: break;
        }
        if (isBlockTag(node.tag))
            m_writer.blockBoundary(hasMargin(node.tag) && !nestedList(index) ? 1 : 0);
        beginBlock(index);
    }

    void beginBlock(HtmlIndex index)
    {
        const HtmlNode &node = m_tree.node(index);
        if (node.tag == HtmlTag::Blockquote) {
            m_writer.pushPrefix(QStringLiteral("> "));
        } else if (node.tag == HtmlTag::Pre) {
            ++m_pre;
        } else if (node.tag == HtmlTag::Dd) {
            m_writer.pushPrefix(QStringLiteral("    "));
        } else if (node.tag == HtmlTag::Ul || node.tag == HtmlTag::Ol) {
            m_counters.append(0);
        } else if (node.tag == HtmlTag::Li) {
            const bool numbered =
                node.parent != noHtmlNode && m_tree.node(node.parent).tag == HtmlTag::Ol && !m_counters.isEmpty();
            const QString marker = numbered ? QStringLiteral("%1. ").arg(++m_counters.last()) : QStringLiteral("- ");
            m_writer.pushPrefix(QString(marker.size(), u' '));
            m_writer.setMarker(marker);
        }
    }

    void leave(HtmlIndex index)
    {
        const HtmlNode &node = m_tree.node(index);
        if (node.tag == HtmlTag::A)
            linkTarget(index);
        if (node.tag == HtmlTag::Blockquote || node.tag == HtmlTag::Dd || node.tag == HtmlTag::Li)
            m_writer.popPrefix();
        else if (node.tag == HtmlTag::Pre)
            --m_pre;
        else if ((node.tag == HtmlTag::Ul || node.tag == HtmlTag::Ol) && !m_counters.isEmpty())
            m_counters.removeLast();
        if (isBlockTag(node.tag) && !isVoidTag(node.tag))
            m_writer.blockBoundary(hasMargin(node.tag) && !nestedList(index) ? 1 : 0);
        if (node.tag == HtmlTag::Li)
            m_writer.setMarker(QString());
    }

    bool nestedList(HtmlIndex index) const
    {
        const HtmlTag tag = m_tree.node(index).tag;
        return (tag == HtmlTag::Ul || tag == HtmlTag::Ol) && m_tree.isWithin(index, HtmlTag::Li);
    }

    /// The address of a link, unless its text says it already.
    void linkTarget(HtmlIndex index)
    {
        QString target = m_tree.node(index).attribute(HtmlAttribute::Href);
        const QString text = m_tree.textOf(index, 4096).simplified();
        if (target.startsWith(QLatin1String("mailto:")) || target.startsWith(QLatin1String("tel:"))) {
            target = target.section(u':', 1).section(u'?', 0, 0);
            if (text.contains(target, Qt::CaseInsensitive) || text.isEmpty())
                return;
        }
        QString bare = target;
        if (bare.endsWith(u'/'))
            bare.chop(1);
        bare = bare.section(QStringLiteral("://"), 1);
        if (text.isEmpty() || text == target || (!bare.isEmpty() && text.contains(bare)))
            return;
        m_writer.words(QStringLiteral(" <") + target + u'>');
    }

    const HtmlTree &m_tree;
    const bool m_withFolds;
    PlainTextWriter m_writer;
    QList<int> m_counters;
    int m_pre = 0;
};

} // namespace

QString writePlainText(const HtmlTree &tree, bool withFolds)
{
    return TreeToText(tree, withFolds).write();
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/html_sanitizer.h"
#include "mail/html_tree.h"

#include <gumbo.h>

namespace deskhand {

/// Copies what is allowed out of gumbo's tree into ours: elements and attributes of the closed lists, values
/// parsed and written anew, limits applied. Everything else is unwrapped or dropped with its content.
class HtmlBuilder
{
public:
    explicit HtmlBuilder(const HtmlLimits &limits)
        : m_limits(limits)
    {
    }

    void build(const GumboNode *root);

    [[nodiscard]] HtmlTree &tree() { return m_tree; }
    [[nodiscard]] const QList<BlockedResource> &blocked() const { return m_blocked; }
    /// URLs of the pictures that became "deskhand-remote:N", by N.
    [[nodiscard]] const QStringList &remoteImages() const { return m_remoteImages; }
    [[nodiscard]] bool wasCut() const { return m_cut; }
    /// The elements that carry our own part marks already.
    [[nodiscard]] const std::vector<HtmlIndex> &partMarks() const { return m_partMarks; }

private:
    struct Frame {
        const GumboVector *children;
        unsigned next;
        HtmlIndex target;
        int depth;
        int tables;
        bool flatTable;
    };

    void addText(HtmlIndex target, const char *text);
    void addElement(const GumboNode *node, const Frame &above);
    /// The element for `tag` under `above`, or its parent when it is unwrapped here.
    HtmlIndex openElement(const GumboElement &element, HtmlTag tag, const Frame &above);
    void readAttributes(const GumboElement &element, HtmlIndex index);
    void readLinkOrCell(const GumboElement &element, HtmlIndex index);
    void addImage(const GumboElement &element, HtmlIndex target);
    [[nodiscard]] bool isInPart(HtmlIndex index) const;
    void block(const QString &kind, const QString &url);
    void noteDropped(const GumboElement &element);

    const HtmlLimits &m_limits;
    HtmlTree m_tree;
    QList<BlockedResource> m_blocked;
    QStringList m_remoteImages;
    std::vector<Frame> m_stack;
    qsizetype m_text = 0;
    qsizetype m_word = 0; ///< length of the word that the text is in
    qsizetype m_dataBytes = 0;
    int m_links = 0;
    int m_images = 0;
    bool m_cut = false;
    std::vector<HtmlIndex> m_partMarks;
};

/// Text without what must not be in a document: control characters, direction overrides, byte-order marks.
[[nodiscard]] QString cleanHtmlText(QStringView text);

} // namespace deskhand

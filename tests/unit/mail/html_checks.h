// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QString>
#include <QStringList>

#include <gumbo.h>

#include <vector>

namespace deskhand::test {

/// What every attribute of sanitised HTML must look like, by element ("*": any).
inline const QHash<QString, QString> &allowedAttributePatterns()
{
    static const QHash<QString, QString> patterns = {
        {QStringLiteral("a href"), QStringLiteral("^(?:https?://[^/?#:@]|mailto:.|tel:.)")},
        {QStringLiteral("a title"), QStringLiteral("^[^\\x00-\\x1f]*$")},
        {QStringLiteral("img src"),
         QStringLiteral(
             "^(?:cid:[^<>\"]+|data:image/(?:png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=]*|deskhand-remote:[0-9]{1,4})$")},
        {QStringLiteral("img alt"), QStringLiteral("^[^\\x00-\\x1f]*$")},
        {QStringLiteral("img width"), QStringLiteral("^[0-9]{1,4}$")},
        {QStringLiteral("img height"), QStringLiteral("^[0-9]{1,4}$")},
        {QStringLiteral("td colspan"), QStringLiteral("^(?:[0-9]{1,2}|100)$")},
        {QStringLiteral("th colspan"), QStringLiteral("^(?:[0-9]{1,2}|100)$")},
        {QStringLiteral("td rowspan"), QStringLiteral("^(?:[0-9]{1,2}|100)$")},
        {QStringLiteral("th rowspan"), QStringLiteral("^(?:[0-9]{1,2}|100)$")},
        {QStringLiteral("td align"), QStringLiteral("^(?:left|right|center|justify)$")},
        {QStringLiteral("th align"), QStringLiteral("^(?:left|right|center|justify)$")},
        {QStringLiteral("font color"), QStringLiteral("^#[0-9a-f]{6}$")},
        {QStringLiteral("div data-part"), QStringLiteral("^(?:quote|forward|signature)$")},
        {QStringLiteral("* style"), QStringLiteral("^(?:(?:^|;)(?:color:#[0-9a-f]{6}|background-color:#[0-9a-f]{6}|"
                                                   "font-weight:(?:bold|normal)|font-style:(?:italic|normal)|"
                                                   "text-decoration:(?:underline|line-through|none)|text-align:(?:left|"
                                                   "right|center|justify)|margin-left:[0-9]{1,2}px))+$")},
    };
    return patterns;
}

inline QString attributeProblem(const QString &element, const GumboAttribute &attribute)
{
    const QString name = QString::fromUtf8(attribute.name);
    const QString value = QString::fromUtf8(attribute.value);
    const auto &patterns = allowedAttributePatterns();
    const QString key = patterns.contains(element + u' ' + name) ? element + u' ' + name : QStringLiteral("* ") + name;
    if (!patterns.contains(key))
        return QStringLiteral("attribute %1 of %2").arg(name, element);
    static QHash<QString, QRegularExpression> compiled;
    if (!compiled.contains(key))
        compiled.insert(key, QRegularExpression(patterns.value(key)));
    if (!compiled.value(key).match(value.left(100'000)).hasMatch())
        return QStringLiteral("value of %1: %2").arg(key, value.left(200));
    return {};
}

/// Reads HTML with the HTML5 parser again and says what in it is not on the closed lists; empty when all is well.
/// An independent second reading: it shares nothing with the sanitiser but the parser.
inline QString htmlProblem(const QString &html)
{
    static const QSet<QString> elements = [] {
        const QStringList names =
            QStringLiteral(
                "p br div span blockquote pre code b strong i em u s sub sup h1 h2 h3 h4 h5 h6 ul ol li dl dt dd "
                "table thead tbody tr th td hr a img font")
                .split(u' ');
        return QSet<QString>(names.begin(), names.end());
    }();
    const QByteArray utf8 = html.toUtf8();
    GumboOptions options = kGumboDefaultOptions;
    GumboOutput *output = gumbo_parse_with_options(&options, utf8.constData(), static_cast<size_t>(utf8.size()));
    QString problem;
    std::vector<const GumboNode *> open = {output->root};
    while (!open.empty() && problem.isEmpty()) {
        const GumboNode *node = open.back();
        open.pop_back();
        if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE)
            continue;
        if (node->type != GUMBO_NODE_ELEMENT) {
            problem = QStringLiteral("node of type %1").arg(int(node->type));
            break;
        }
        const GumboElement &element = node->v.element;
        const QString name = QString::fromLatin1(gumbo_normalized_tagname(element.tag));
        const bool frame =
            element.tag == GUMBO_TAG_HTML || element.tag == GUMBO_TAG_HEAD || element.tag == GUMBO_TAG_BODY;
        if (element.tag_namespace != GUMBO_NAMESPACE_HTML || (!frame && !elements.contains(name)))
            problem = QStringLiteral("element ") + name;
        for (unsigned i = 0; i < element.attributes.length && problem.isEmpty(); ++i)
            problem = attributeProblem(name, *static_cast<const GumboAttribute *>(element.attributes.data[i]));
        for (unsigned i = element.children.length; i > 0; --i)
            open.push_back(static_cast<const GumboNode *>(element.children.data[i - 1]));
    }
    gumbo_destroy_output(&options, output);
    return problem;
}

/// Characters that escaping alone adds, so that growth can be judged.
inline qsizetype escapingGrowth(const QString &html)
{
    return html.count(u'&') * 4 + html.count(u'<') * 3 + html.count(u'>') * 3 + html.count(u'"') * 5;
}

} // namespace deskhand::test

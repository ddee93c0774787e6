// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/html_quotes.h"

#include <QByteArray>
#include <QByteArrayList>

namespace deskhand {
namespace {

QByteArray hintAttribute(const GumboElement &element, const char *name)
{
    constexpr int longest = 300;
    const GumboAttribute *attribute = gumbo_get_attribute(&element.attributes, name);
    return attribute ? QByteArray(attribute->value).left(longest).toLower() : QByteArray();
}

bool isAnyOf(const QByteArray &value, std::initializer_list<const char *> known)
{
    for (const char *one : known) {
        if (value == one)
            return true;
    }
    return false;
}

/// Outlook on the web and other mailers put a prefix before ids and classes of a mail that they quote.
QByteArray withoutPrefix(QByteArray name)
{
    while (name.startsWith("x_") || name.startsWith("ecx"))
        name.remove(0, name.startsWith("x_") ? 2 : 3);
    return name;
}

HtmlHint hintByClass(const QByteArray &name)
{
    if (isAnyOf(name, {"gmail_quote", "gmail_quote_container", "yahoo_quoted", "protonmail_quote", "tutanota_quote",
                       "zmail_extra", "moz-cite-prefix", "gmail_attr", "quotedtext", "outlookmessageheader",
                       "cm-quote-collapse"})
        || name.endsWith("yahoo_quoted"))
        return HtmlHint::QuoteBlock;
    if (isAnyOf(name, {"moz-forward-container", "gmail_forward"}))
        return HtmlHint::Forward;
    if (isAnyOf(name, {"gmail_signature", "moz-signature", "yahoo-signature", "protonmail_signature_block", "signature",
                       "tutanota_signature"}))
        return HtmlHint::Signature;
    return HtmlHint::None;
}

HtmlHint hintById(const QByteArray &id)
{
    if (isAnyOf(id, {"divrplyfwdmsg", "appendonsend", "stopspelling", "mail-editor-reference-message-container",
                     "yahoo_quoted"}))
        return HtmlHint::QuoteBegins;
    if (isAnyOf(id, {"olk_src_body_section", "reply-content", "orimsghtmlseperator"}))
        return HtmlHint::QuoteBlock;
    if (isAnyOf(id, {"signature", "ms-outlook-mobile-signature", "applemailsignature", "applemail-signature"}))
        return HtmlHint::Signature;
    return HtmlHint::None;
}

/// The rule above a quoted mail in Outlook and Windows Mail is a div with a thin top border.
bool isOutlookDivider(const QByteArray &rawStyle)
{
    QByteArray style = rawStyle;
    style.replace(' ', "");
    const bool wordBorder =
        style.contains("border:none;border-top:solid") && style.contains("1.0pt") && style.contains("padding:3.0pt0");
    const bool mailBorder = style.contains("padding-top:5px") && style.contains("border-top-width:1px")
                            && style.contains("border-top-style:solid");
    return wordBorder || mailBorder;
}

} // namespace

HtmlHint quoteHint(const GumboElement &element, HtmlTag tag)
{
    if (element.attributes.length == 0)
        return HtmlHint::None;
    if (tag == HtmlTag::Blockquote && hintAttribute(element, "type") == "cite")
        return HtmlHint::CiteBlock;
    const QByteArrayList classes = hintAttribute(element, "class").simplified().split(' ');
    for (const QByteArray &name : classes) {
        if (const HtmlHint hint = hintByClass(withoutPrefix(name)); hint != HtmlHint::None && !name.isEmpty())
            return hint;
    }
    if (const QByteArray id = withoutPrefix(hintAttribute(element, "id")); !id.isEmpty()) {
        if (const HtmlHint hint = hintById(id); hint != HtmlHint::None)
            return hint;
    }
    if (tag == HtmlTag::Hr) {
        if (hintAttribute(element, "data-marker") == "__divider__")
            return HtmlHint::QuoteBegins;
        return HtmlHint::Divider;
    }
    if (tag == HtmlTag::Div && isOutlookDivider(hintAttribute(element, "style")))
        return HtmlHint::Divider;
    return HtmlHint::None;
}

} // namespace deskhand

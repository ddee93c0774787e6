// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/endpoints/safe_command.h"

#include "mail/html_sanitizer.h"

#include <type_traits>

namespace deskhand {
namespace {

void makeArticleSafe(NewArticle *article)
{
    for (QString *html : {&article->html, &article->quotedHtml}) {
        if (!html->isEmpty())
            *html = sanitizeHtml(*html, {}, false).html;
    }
    const auto isWebAddress = [](const QString &address) {
        return address.startsWith(u"https://") || address.startsWith(u"http://");
    };
    // The numbers in the HTML are places in this list: what is no address of the web leaves a gap.
    for (QString &address : article->remoteImages) {
        if (!isWebAddress(address))
            address.clear();
    }
}

template <typename Body>
void makeBodySafe(Body *body)
{
    if constexpr (std::is_same_v<Body, PostArticle> || std::is_same_v<Body, AcceptMail>)
        makeArticleSafe(&body->article);
    else if constexpr (std::is_same_v<Body, OpenTicket>) {
        if (body->article)
            makeArticleSafe(&*body->article);
    }
}

} // namespace

void makeSafe(CommandBody *body)
{
    std::visit([](auto &one) { makeBodySafe(&one); }, *body);
}

} // namespace deskhand

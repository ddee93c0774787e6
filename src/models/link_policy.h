// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace deskhand {

/// What happens when a person follows a link of a customer's text.
struct LinkVerdict {
    enum class Kind {
        Open,   ///< a link that is what it says
        Ask,    ///< may open after the person has seen where it really goes
        Refuse, ///< not a kind of link that is ever opened
    };
    enum class Reason {
        None,
        OtherHost,      ///< the text names one host, the link goes to another
        ForeignLetters, ///< the host has letters that can imitate others; `host` has its ASCII form
        UserInfo,       ///< it carried a name or password before the host; that was removed
        Scheme,         ///< not http, https, mailto or tel
        Broken,         ///< not a link at all
    };
    Kind kind = Kind::Refuse;
    Reason reason = Reason::Broken;
    QUrl url;          ///< what to open: without user name and password
    QString host;      ///< where it goes, in ASCII; for mailto the address, for tel the number
    QString shownHost; ///< what the text claims; empty: nothing
};

/// Judges a link by where it goes and by the text that is shown for it. Pure.
[[nodiscard]] LinkVerdict judgeLink(const QString &href, const QString &shownText);

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <functional>

class QWidget;

namespace deskhand {

class Prompt;

/// Gives a link or a file to the system's programs. Injected, so that tests see what would be opened.
using UrlOpener = std::function<void(const QUrl &url)>;
[[nodiscard]] UrlOpener systemUrlOpener();

/// Follows links of customers' text: opens what is what it says, asks where it is not, refuses what is no web, mail or
/// telephone link.
class LinkOpener
{
public:
    /// `prompt` outlives it.
    LinkOpener(Prompt &prompt, UrlOpener opener);

    void follow(QWidget *parent, const QString &href, const QString &shownText) const;

private:
    Prompt &m_prompt;
    UrlOpener m_opener;
};

} // namespace deskhand

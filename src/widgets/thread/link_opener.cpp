// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/thread/link_opener.h"

#include "models/link_policy.h"
#include "widgets/prompt.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QGuiApplication>

namespace deskhand {

namespace {

struct LinkWords {
    Q_DECLARE_TR_FUNCTIONS(deskhand::LinkOpener)
};

QString reasonText(const LinkVerdict &verdict)
{
    switch (verdict.reason) {
    case LinkVerdict::Reason::OtherHost:
        return LinkWords::tr("The text says “%1”, but the link goes to “%2”.").arg(verdict.shownHost, verdict.host);
    case LinkVerdict::Reason::ForeignLetters:
        return LinkWords::tr("The name “%1” has letters that can look like others. Its exact name is “%2”.")
            .arg(verdict.shownHost, verdict.host);
    case LinkVerdict::Reason::UserInfo:
        return LinkWords::tr(
                   "The link had a name before the host, which can make it look like another. It goes to “%1”.")
            .arg(verdict.host);
    case LinkVerdict::Reason::Scheme:
        return LinkWords::tr("Links of the kind “%1” are never opened from messages.").arg(verdict.host);
    case LinkVerdict::Reason::Broken: return LinkWords::tr("This is not an address that can be opened.");
    case LinkVerdict::Reason::None: break;
    }
    return {};
}

} // namespace

UrlOpener systemUrlOpener()
{
    return [](const QUrl &url) { QDesktopServices::openUrl(url); };
}

LinkOpener::LinkOpener(Prompt &prompt, UrlOpener opener)
    : m_prompt(prompt)
    , m_opener(std::move(opener))
{
}

void LinkOpener::follow(QWidget *parent, const QString &href, const QString &shownText) const
{
    const LinkVerdict verdict = judgeLink(href, shownText);
    if (verdict.kind == LinkVerdict::Kind::Open) {
        m_opener(verdict.url);
        return;
    }
    Question question;
    question.title = LinkWords::tr("Link in a message");
    question.detail = reasonText(verdict);
    if (verdict.kind == LinkVerdict::Kind::Refuse) {
        question.text = LinkWords::tr("This link is not opened.");
        question.answers = {LinkWords::tr("Close")};
        question.cancelAnswer = 0;
        m_prompt.ask(parent, question, [](int) {});
        return;
    }
    question.text =
        LinkWords::tr("Open %1?").arg(verdict.url.toString(QUrl::EncodeUnicode | QUrl::RemoveFragment).left(300));
    question.answers = {LinkWords::tr("Do not open"), LinkWords::tr("Open"), LinkWords::tr("Copy the address")};
    question.cancelAnswer = 0;
    m_prompt.ask(parent, question, [opener = m_opener, url = verdict.url](int answer) {
        if (answer == 1)
            opener(url);
        else if (answer == 2)
            QGuiApplication::clipboard()->setText(url.toString(QUrl::FullyEncoded));
    });
}

} // namespace deskhand

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

QString linkTr(const char *text)
{
    return QCoreApplication::translate("deskhand::LinkOpener", text);
}

QString reasonText(const LinkVerdict &verdict)
{
    switch (verdict.reason) {
    case LinkVerdict::Reason::OtherHost:
        return linkTr("The text says “%1”, but the link goes to “%2”.").arg(verdict.shownHost, verdict.host);
    case LinkVerdict::Reason::ForeignLetters:
        return linkTr("The name “%1” has letters that can look like others. Its exact name is “%2”.")
            .arg(verdict.shownHost, verdict.host);
    case LinkVerdict::Reason::UserInfo:
        return linkTr("The link had a name before the host, which can make it look like another. It goes to “%1”.")
            .arg(verdict.host);
    case LinkVerdict::Reason::Scheme:
        return linkTr("Links of the kind “%1” are never opened from messages.").arg(verdict.host);
    case LinkVerdict::Reason::Broken: return linkTr("This is not an address that can be opened.");
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
    question.title = linkTr("Link in a message");
    question.detail = reasonText(verdict);
    if (verdict.kind == LinkVerdict::Kind::Refuse) {
        question.text = linkTr("This link is not opened.");
        question.answers = {linkTr("Close")};
        question.cancelAnswer = 0;
        m_prompt.ask(parent, question, [](int) {});
        return;
    }
    question.text = linkTr("Open %1?").arg(verdict.url.toString(QUrl::EncodeUnicode | QUrl::RemoveFragment).left(300));
    question.answers = {linkTr("Do not open"), linkTr("Open"), linkTr("Copy the address")};
    question.cancelAnswer = 0;
    m_prompt.ask(parent, question, [opener = m_opener, url = verdict.url](int answer) {
        if (answer == 1)
            opener(url);
        else if (answer == 2)
            QGuiApplication::clipboard()->setText(url.toString(QUrl::FullyEncoded));
    });
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/link_policy.h"

#include <QRegularExpression>

namespace deskhand {

namespace {

QString bareHost(QString host)
{
    host = host.toLower();
    if (host.startsWith(QLatin1String("www.")))
        host.remove(0, 4);
    while (host.endsWith(u'.'))
        host.chop(1);
    return host;
}

// The first thing in a text that reads as a host or a mail address: "https://bank.example/x", "bank.example".
QString claimedHost(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("(?:[a-z][a-z0-9+.-]*://)?(?:[^\\s/"
                       "@]{1,80}@)?((?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62})\\.){1,10}\\p{L}{2,24})"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const QRegularExpressionMatch match = pattern.match(text.left(500));
    return match.hasMatch() ? match.captured(1) : QString();
}

bool isNameOfFile(const QString &host)
{
    static const QStringList endings{QStringLiteral("pdf"),  QStringLiteral("doc"),  QStringLiteral("docx"),
                                     QStringLiteral("txt"),  QStringLiteral("png"),  QStringLiteral("jpg"),
                                     QStringLiteral("xlsx"), QStringLiteral("html"), QStringLiteral("log"),
                                     QStringLiteral("csv"),  QStringLiteral("exe"),  QStringLiteral("php")};
    return endings.contains(host.section(u'.', -1).toLower());
}

LinkVerdict judgeWebLink(QUrl url, const QString &shownText)
{
    LinkVerdict verdict;
    const bool hadUser = !url.userInfo().isEmpty();
    url.setUserInfo(QString());
    verdict.url = url;
    verdict.host = url.host(QUrl::EncodeUnicode);
    if (verdict.host.isEmpty())
        return verdict;
    verdict.kind = LinkVerdict::Kind::Ask;
    const QString claimed = claimedHost(shownText);
    const QString claimedAscii = QString::fromLatin1(QUrl::toAce(claimed));
    if (!claimed.isEmpty() && !isNameOfFile(claimed) && bareHost(claimedAscii) != bareHost(verdict.host)) {
        verdict.reason = LinkVerdict::Reason::OtherHost;
        verdict.shownHost = claimed;
    } else if (hadUser) {
        verdict.reason = LinkVerdict::Reason::UserInfo;
    } else if (verdict.host.contains(QLatin1String("xn--"))) {
        verdict.reason = LinkVerdict::Reason::ForeignLetters;
        verdict.shownHost = url.host();
    } else {
        verdict.kind = LinkVerdict::Kind::Open;
        verdict.reason = LinkVerdict::Reason::None;
    }
    return verdict;
}

} // namespace

LinkVerdict judgeLink(const QString &href, const QString &shownText)
{
    LinkVerdict verdict;
    QUrl url(href.trimmed(), QUrl::StrictMode);
    if (!url.isValid())
        url = QUrl(href.trimmed(), QUrl::TolerantMode);
    if (!url.isValid() || url.scheme().isEmpty())
        return verdict;
    const QString scheme = url.scheme().toLower();
    if (scheme == QLatin1String("http") || scheme == QLatin1String("https"))
        return judgeWebLink(url, shownText);
    if (scheme != QLatin1String("mailto") && scheme != QLatin1String("tel")) {
        verdict.reason = LinkVerdict::Reason::Scheme;
        verdict.host = scheme;
        return verdict;
    }
    verdict.url = url;
    verdict.host = url.path();
    const QString claimed = scheme == QLatin1String("mailto") ? claimedHost(shownText) : QString();
    const bool other = !claimed.isEmpty() && claimed.compare(verdict.host.section(u'@', -1), Qt::CaseInsensitive) != 0;
    verdict.kind = other ? LinkVerdict::Kind::Ask : LinkVerdict::Kind::Open;
    verdict.reason = other ? LinkVerdict::Reason::OtherHost : LinkVerdict::Reason::None;
    verdict.shownHost = other ? claimed : QString();
    return verdict;
}

} // namespace deskhand

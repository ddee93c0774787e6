// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reply_recipients.h"

#include <QSet>

namespace deskhand {

namespace {

QSet<QString> agentAddresses(const Catalog &catalog)
{
    QSet<QString> addresses;
    for (const Person &agent : catalog.agents)
        addresses.insert(agent.address.toCaseFolded());
    return addresses;
}

} // namespace

const Article *newestPublicArticle(const QVector<Article> &thread)
{
    for (auto article = thread.crbegin(); article != thread.crend(); ++article) {
        if (article->visibility == Visibility::Public && article->senderRole != SenderRole::System)
            return &*article;
    }
    return nullptr;
}

ReplyRecipients replyRecipients(const Person &requester, const QVector<Article> &thread, const Catalog &catalog)
{
    ReplyRecipients recipients;
    QSet<QString> known = agentAddresses(catalog);
    if (!requester.address.isEmpty()) {
        recipients.to.append({requester.name, requester.address});
        known.insert(requester.address.toCaseFolded());
    }
    const Article *article = newestPublicArticle(thread);
    if (article == nullptr || article->channel != Channel::Email)
        return recipients;
    for (const MailAddress &address : QVector<MailAddress>{article->from} + article->to + article->cc) {
        const QString folded = address.address.toCaseFolded();
        if (!folded.isEmpty() && !known.contains(folded) && !catalog.isOwnAddress(address.address)) {
            known.insert(folded);
            recipients.cc.append(address);
        }
    }
    return recipients;
}

} // namespace deskhand

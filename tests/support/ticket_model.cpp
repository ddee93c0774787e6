// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ticket_model.h"

#include <algorithm>

namespace deskhand::test {

TicketModel::TicketModel(const TicketHead &initial, const DumpedTicket &stored,
                         QVector<const RecordedOperation *> operations, const CommandIndex &byCommand)
    : m_initial(initial)
    , m_stored(stored)
    , m_operations(std::move(operations))
    , m_byCommand(byCommand)
{
    for (const DumpedArticle &article : m_stored.articles) {
        if (article.position > m_initial.articleCount)
            m_articles[article.text].append(&article);
    }
}

QStringList TicketModel::check()
{
    checkArticles();
    checkHolding();
    checkArticleOrder();
    checkCounters();
    buildRegisters();
    checkVersions();
    checkAnswers();
    return m_anomalies;
}

void TicketModel::checkArticles()
{
    auto unclaimed = m_articles;
    for (const RecordedOperation *operation : std::as_const(m_operations)) {
        if (operation->kind != RecordedOperation::Kind::Post)
            continue;
        const QVector<const DumpedArticle *> found = unclaimed.take(operation->text);
        if (found.size() > 1)
            say(QStringLiteral("doubled article of %1").arg(nameOf(*operation)));
        if (found.isEmpty()) {
            if (operation->outcome == RecordedOperation::Outcome::Ok)
                say(QStringLiteral("lost article of %1").arg(nameOf(*operation)));
            continue;
        }
        if (operation->outcome == RecordedOperation::Outcome::Held
            || operation->outcome == RecordedOperation::Outcome::Failed)
            say(QStringLiteral("stray article of %1, which was refused").arg(nameOf(*operation)));
        if (operation->outcome == RecordedOperation::Outcome::Ok && found.first()->id != operation->article)
            say(QStringLiteral("stray answer to %1: another article").arg(nameOf(*operation)));
        const PersonId author = operation->actor.isValid() ? operation->actor : m_initial.requester;
        if (found.first()->author != author)
            say(QStringLiteral("stray author of the article of %1").arg(nameOf(*operation)));
    }
    for (auto left = unclaimed.cbegin(); left != unclaimed.cend(); ++left)
        say(QStringLiteral("stray article \"%1\" in ticket %2").arg(left.key(), m_initial.number));
}

/// Whoever said what he had seen was not let past the word of somebody else, and was held only by such a word.
void TicketModel::checkHolding()
{
    // The newest articles are few: only those behind the one that was seen are looked at.
    const auto isNews = [](const DumpedArticle &article, const RecordedOperation &operation) {
        return article.id > operation.lastSeen && article.author != operation.actor;
    };
    const auto behind = [this](ArticleId id) {
        return std::upper_bound(m_stored.articles.cbegin(), m_stored.articles.cend(), id,
                                [](ArticleId wanted, const DumpedArticle &article) { return wanted < article.id; });
    };
    for (const RecordedOperation *operation : std::as_const(m_operations)) {
        const bool asks = operation->kind == RecordedOperation::Kind::Post && operation->actor.isValid()
                          && operation->lastSeen.isValid() && !operation->evenUnseen;
        if (!asks)
            continue;
        if (operation->outcome == RecordedOperation::Outcome::Ok) {
            for (auto at = behind(operation->lastSeen); at != m_stored.articles.cend() && at->id < operation->article;
                 ++at) {
                if (isNews(*at, *operation)) {
                    say(QStringLiteral("unseen article %1 before %2").arg(at->id.value).arg(nameOf(*operation)));
                    break;
                }
            }
        } else if (operation->outcome == RecordedOperation::Outcome::Held) {
            bool reason = !operation->unseen.isEmpty();
            for (const QString &id : operation->unseen) {
                const auto at = behind(ArticleId{id.toLongLong() - 1});
                reason = reason && at != m_stored.articles.cend() && at->id.value == id.toLongLong()
                         && isNews(*at, *operation);
            }
            if (!reason)
                say(QStringLiteral("held without a reason: %1").arg(nameOf(*operation)));
        }
    }
}

void TicketModel::checkArticleOrder()
{
    int position = 0;
    ArticleId last;
    for (const DumpedArticle &article : m_stored.articles) {
        if (article.position != ++position || !(last < article.id))
            say(QStringLiteral("order of articles in ticket %1 at place %2").arg(m_initial.number).arg(position));
        last = article.id;
    }
    QHash<int, std::pair<int, int>> lastOf; // client: number of the operation, place
    QVector<const RecordedOperation *> posts;
    for (const RecordedOperation *operation : std::as_const(m_operations)) {
        if (operation->kind == RecordedOperation::Kind::Post && m_articles.contains(operation->text))
            posts.append(operation);
    }
    std::sort(posts.begin(), posts.end(), [](const RecordedOperation *a, const RecordedOperation *b) {
        return std::pair(a->client, a->number) < std::pair(b->client, b->number);
    });
    for (const RecordedOperation *operation : std::as_const(posts)) {
        // What was left unknown may have come late.
        if (operation->outcome != RecordedOperation::Outcome::Ok)
            continue;
        const int place = m_articles.value(operation->text).first()->position;
        const auto before = lastOf.constFind(operation->client);
        if (before != lastOf.constEnd() && before->second >= place)
            say(QStringLiteral("order: %1 stands before its operation %2").arg(nameOf(*operation)).arg(before->first));
        lastOf.insert(operation->client, {operation->number, place});
    }
}

void TicketModel::checkCounters()
{
    const TicketHead &head = m_stored.head;
    const auto wrong = [this](const char *what) {
        say(QStringLiteral("count: %1 of ticket %2").arg(QLatin1String(what), m_initial.number));
    };
    if (head.articleCount != m_stored.articles.size())
        wrong("articles");
    if (!m_stored.articles.isEmpty()) {
        const DumpedArticle &last = m_stored.articles.last();
        if (head.lastArticle != last.id)
            wrong("last article");
        if (head.lastArticleFromCustomer != (last.role == SenderRole::Customer))
            wrong("last sender");
    }
    const auto newest = std::max_element(m_stored.history.cbegin(), m_stored.history.cend(),
                                         [](const auto &a, const auto &b) { return a.version < b.version; });
    if (newest == m_stored.history.cend() || newest->version != head.version)
        wrong("version");
}

} // namespace deskhand::test

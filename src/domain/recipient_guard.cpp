// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/recipient_guard.h"

#include "base/text_folding.h"
#include "domain/attachment_words.h"
#include "domain/language_guess.h"

#include <QSet>

#include <algorithm>

namespace deskhand {
namespace {

constexpr int shortestQuotedRun = 6; ///< words in a row that tell that an internal text was copied
constexpr int longestExcerpt = 80;

QString domainOf(const QString &address)
{
    return foldText(QStringView(address).mid(address.lastIndexOf(u'@') + 1));
}

void addOnce(QStringList *list, const QString &value)
{
    if (!value.isEmpty() && !list->contains(value))
        list->append(value);
}

QStringList addressesOf(const QVector<MailAddress> &recipients)
{
    QStringList addresses;
    for (const MailAddress &recipient : recipients)
        addOnce(&addresses, foldText(recipient.address));
    return addresses;
}

/// Everybody whom a public article names.
QStringList everybodyIn(const Article &article)
{
    QStringList addresses = addressesOf(article.to + article.cc);
    addOnce(&addresses, foldText(article.from.address));
    return addresses;
}

/// Those of a list for whom something holds.
template <typename Fn>
QStringList recipientsWhere(const QStringList &addresses, Fn holds)
{
    QStringList found;
    std::copy_if(addresses.cbegin(), addresses.cend(), std::back_inserter(found), holds);
    return found;
}

/// Where an internal text and the reply have a run of words in common; empty: nowhere.
QString copiedWords(const QString &internal, const QString &reply)
{
    const QStringList words = foldedWords(internal);
    const QString haystack = u' ' + foldedWords(reply).join(u' ') + u' ';
    // A short note counts when it is there as a whole.
    const qsizetype run = qMin(qsizetype(shortestQuotedRun), words.size());
    if (run < 3)
        return {};
    for (qsizetype i = 0; i + run <= words.size(); ++i) {
        const QString needle = QStringList(words.mid(i, run)).join(u' ');
        if (haystack.contains(u' ' + needle + u' '))
            return needle.left(longestExcerpt);
    }
    return {};
}

/// The word that promises a file; empty: none does.
QString promisedFile(const QString &text, const QString &language)
{
    const QString spoken = u' ' + foldedWords(text).join(u' ') + u' ';
    const QString known = language.isEmpty() ? guessLanguage(text) : language.section(u'-', 0, 0).toLower();
    for (const AttachmentWords &words : attachmentWords) {
        // In a language that cannot be told every language's words count.
        if (!known.isEmpty() && known != QLatin1String(words.language))
            continue;
        QString rest = spoken;
        for (const QString &other : QString::fromUtf8(words.ofOthers).split(u'|', Qt::SkipEmptyParts))
            rest.replace(u' ' + other + u' ', QStringLiteral(" "));
        for (const QString &phrase : QString::fromUtf8(words.phrases).split(u'|', Qt::SkipEmptyParts)) {
            if (rest.contains(u' ' + phrase + u' '))
                return phrase;
        }
    }
    return {};
}

class GuardCheck
{
public:
    GuardCheck(const GuardedDraft &draft, const GuardFacts &facts)
        : m_draft(draft)
        , m_facts(facts)
        , m_recipients(addressesOf(draft.to + draft.cc))
    {
    }

    QVector<GuardWarning> run()
    {
        unknownDomains();
        manyRecipients();
        requesterChanged();
        addAddresses(GuardConcern::OwnMailbox,
                     recipientsWhere(m_recipients, [this](const QString &a) { return isOwn(a); }));
        addAddresses(GuardConcern::FormerRecipient, recipientsWhere(m_recipients, [this](const QString &a) {
                         return m_facts.formerRecipients.contains(a);
                     }));
        internalQuoted();
        noAttachment();
        return m_warnings;
    }

private:
    [[nodiscard]] bool isOwn(const QString &address) const { return m_facts.ownAddresses.contains(address); }

    void addAddresses(GuardConcern concern, const QStringList &addresses)
    {
        if (!addresses.isEmpty())
            m_warnings.append({concern, addresses, int(addresses.size()), {}});
    }

    void unknownDomains()
    {
        QStringList known = m_facts.knownDomains;
        known.append(domainOf(m_facts.requester));
        for (const QString &own : m_facts.ownAddresses)
            known.append(domainOf(own));
        addAddresses(GuardConcern::UnknownDomain, recipientsWhere(m_recipients, [&known](const QString &a) {
                         return !known.contains(domainOf(a));
                     }));
    }

    void manyRecipients()
    {
        const QStringList others = recipientsWhere(m_recipients, [this](const QString &a) { return !isOwn(a); });
        if (m_facts.manyRecipients > 0 && others.size() >= m_facts.manyRecipients)
            m_warnings.append({GuardConcern::ManyRecipients, {}, int(others.size()), {}});
    }

    /// The ticket is somebody else's now, and the reply would still go to whom it went to before.
    void requesterChanged()
    {
        const QString now = foldText(m_facts.requester);
        const QString before = foldText(m_facts.requesterAtLastReply);
        const bool changed = !now.isEmpty() && !before.isEmpty() && now != before;
        if (changed && m_recipients.contains(before) && !m_recipients.contains(now))
            addAddresses(GuardConcern::RequesterChanged, {before});
    }

    void internalQuoted()
    {
        const QString reply = m_draft.text + u'\n' + m_draft.quotedText;
        for (const QString &internal : m_facts.internalTexts) {
            const QString copied = copiedWords(internal, reply);
            if (!copied.isEmpty()) {
                m_warnings.append({GuardConcern::InternalQuoted, {}, 0, copied});
                return;
            }
        }
    }

    void noAttachment()
    {
        if (m_draft.attachments > 0)
            return;
        const QString word = promisedFile(m_draft.text, m_draft.language);
        if (!word.isEmpty())
            m_warnings.append({GuardConcern::NoAttachment, {}, 0, word});
    }

    const GuardedDraft &m_draft;
    const GuardFacts &m_facts;
    QStringList m_recipients; ///< folded, each once
    QVector<GuardWarning> m_warnings;
};

void noteParticipants(const QVector<Article> &thread, const Catalog &catalog, GuardFacts *facts)
{
    QStringList everybody;
    const Article *newestOfCustomer = nullptr;
    for (const Article &article : thread) {
        if (article.visibility == Visibility::Internal) {
            facts->internalTexts.append(article.text);
            continue;
        }
        for (const QString &address : everybodyIn(article)) {
            addOnce(&everybody, address);
            addOnce(&facts->knownDomains, domainOf(address));
        }
        if (article.senderRole == SenderRole::Agent && !article.to.isEmpty())
            facts->requesterAtLastReply = article.to.first().address;
        if (article.senderRole == SenderRole::Customer)
            newestOfCustomer = &article;
    }
    // What the customer's newest mail names is the conversation; agents and the desk are never "left out".
    const QStringList present = newestOfCustomer ? everybodyIn(*newestOfCustomer) : everybody;
    for (const QString &address : everybody) {
        const bool agent = std::any_of(catalog.agents.cbegin(), catalog.agents.cend(),
                                       [&address](const Person &p) { return foldText(p.address) == address; });
        const bool left = !present.contains(address) && !agent && !catalog.isOwnAddress(address)
                          && address != foldText(facts->requester);
        if (left)
            addOnce(&facts->formerRecipients, address);
    }
}

} // namespace

GuardFacts guardFacts(const QVector<Article> &thread, const QString &requester, const QString &organizationDomain,
                      const Catalog &catalog)
{
    GuardFacts facts;
    facts.requester = requester;
    facts.manyRecipients = catalog.mailSettings.replyAllWarning;
    addOnce(&facts.knownDomains, domainOf(requester));
    addOnce(&facts.knownDomains, foldText(organizationDomain));
    for (const Mailbox &mailbox : catalog.mailboxes) {
        addOnce(&facts.ownAddresses, foldText(mailbox.address));
        for (const QString &alias : mailbox.aliases)
            addOnce(&facts.ownAddresses, foldText(alias));
    }
    for (const Queue &queue : catalog.queues)
        addOnce(&facts.ownAddresses, foldText(queue.address));
    noteParticipants(thread, catalog, &facts);
    return facts;
}

QVector<GuardWarning> guardReply(const GuardedDraft &draft, const GuardFacts &facts)
{
    if (draft.visibility != Visibility::Public)
        return {};
    return GuardCheck(draft, facts).run();
}

} // namespace deskhand

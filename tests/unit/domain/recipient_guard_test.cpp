// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/recipient_guard.h"

#include <QtTest>

using namespace deskhand;
using namespace Qt::Literals::StringLiterals;

namespace {

using Concerns = QVector<GuardConcern>;

MailAddress person(const QString &address)
{
    return {{}, address};
}

/// A ticket of Rita's at customer.example, with Carl in copy, an answer of Ada's and a note of Ben's.
GuardFacts plainFacts()
{
    GuardFacts facts;
    facts.requester = u"rita@customer.example"_s;
    facts.requesterAtLastReply = u"Rita@customer.example"_s;
    facts.knownDomains = {u"customer.example"_s, u"desk.example"_s};
    facts.ownAddresses = {u"support@desk.example"_s, u"sales@desk.example"_s};
    facts.internalTexts = {u"The customer has not paid since May, do not tell them that we know."_s, u"call them"_s};
    return facts;
}

GuardedDraft plainDraft()
{
    GuardedDraft draft;
    draft.to = {person(u"rita@customer.example"_s)};
    draft.text = u"Hello Rita,\nthe printer was restarted and should work again.\nBest regards, Ada"_s;
    draft.quotedText = u"> My printer does not work."_s;
    draft.language = u"en"_s;
    return draft;
}

struct GuardCase {
    const char *name;
    Concerns expected;
    void (*change)(GuardedDraft *draft, GuardFacts *facts);
};

QVector<GuardCase> casesOfRecipients()
{
    using D = GuardedDraft *;
    using F = GuardFacts *;
    using enum GuardConcern;
    return {
        {"a plain reply", {}, [](D, F) {}},
        {"a reply to another case of letters", {}, [](D d, F) { d->to = {person(u"RITA@Customer.Example"_s)}; }},
        {"a colleague of the customer in copy", {}, [](D d, F) { d->cc = {person(u"carl@customer.example"_s)}; }},
        {"a colleague of ours in copy", {}, [](D d, F) { d->cc = {person(u"ben@desk.example"_s)}; }},
        {"a domain that nobody knows", {UnknownDomain}, [](D d, F) { d->cc = {person(u"eve@rival.example"_s)}; }},
        {"a domain that only looks like the customer's",
         {UnknownDomain},
         [](D d, F) { d->to = {person(u"rita@custorner.example"_s)}; }},
        {"a domain below the customer's",
         {UnknownDomain},
         [](D d, F) { d->cc = {person(u"x@mail.customer.example"_s)}; }},
        {"FS #4573: sixty in copy",
         {ManyRecipients},
         [](D d, F) {
             for (int i = 0; i < 60; ++i)
                 d->cc.append(person(u"p%1@customer.example"_s.arg(i)));
         }},
        {"five of them",
         {ManyRecipients},
         [](D d, F) {
             for (int i = 0; i < 4; ++i)
                 d->cc.append(person(u"p%1@customer.example"_s.arg(i)));
         }},
        {"four of them, one twice",
         {},
         [](D d, F) {
             for (int i = 0; i < 3; ++i)
                 d->cc.append(person(u"p%1@customer.example"_s.arg(i)));
             d->cc.append(d->cc.first());
         }},
        {"sixty, where nobody wants to be asked",
         {},
         [](D d, F f) {
             f->manyRecipients = 0;
             for (int i = 0; i < 60; ++i)
                 d->cc.append(person(u"p%1@customer.example"_s.arg(i)));
         }},
        {"FS #2455: the requester is somebody else now, the reply goes to the old one",
         {RequesterChanged},
         [](D, F f) { f->requester = u"nora@customer.example"_s; }},
        {"the requester is somebody else now and gets the reply",
         {},
         [](D d, F f) {
             f->requester = u"nora@customer.example"_s;
             d->to = {person(u"nora@customer.example"_s)};
         }},
        {"the old requester in copy of the new one",
         {},
         [](D d, F f) {
             f->requester = u"nora@customer.example"_s;
             d->to = {person(u"nora@customer.example"_s)};
             d->cc = {person(u"rita@customer.example"_s)};
         }},
        {"the first reply to a ticket whose requester was set by hand",
         {},
         [](D, F f) { f->requesterAtLastReply.clear(); }},
        {"FS #2922: our own mailbox in copy",
         {OwnMailbox},
         [](D d, F) { d->cc = {person(u"Support@Desk.example"_s)}; }},
        {"FS #2207: somebody who left the thread",
         {FormerRecipient},
         [](D d, F f) {
             f->formerRecipients = {u"carl@customer.example"_s};
             d->cc = {person(u"carl@customer.example"_s)};
         }},
    };
}

QVector<GuardCase> casesOfText()
{
    using D = GuardedDraft *;
    using F = GuardFacts *;
    using enum GuardConcern;
    return {
        {"an internal note was copied",
         {InternalQuoted},
         [](D d, F) { d->text += u"\nThe customer has not paid since May, do not answer."_s; }},
        {"an internal note stands in the quote",
         {InternalQuoted},
         [](D d, F) { d->quotedText += u"\n> the customer   has not paid\n> since May, do not tell them"_s; }},
        {"words that a note happens to have, too",
         {},
         [](D d, F) { d->text += u"\nPlease call them, the customer has."_s; }},
        {"a file is promised", {NoAttachment}, [](D d, F) { d->text += u"\nPlease find the manual attached."_s; }},
        {"a file is promised and there",
         {},
         [](D d, F) {
             d->text += u"\nPlease find the manual attached."_s;
             d->attachments = 1;
         }},
        {"a file of the customer", {}, [](D d, F) { d->text += u"\nI have read your attachment."_s; }},
        {"a file is promised in the quote", {}, [](D d, F) { d->quotedText += u"\n> I attached the log"_s; }},
        {"German",
         {NoAttachment},
         [](D d, F) {
             d->language = u"de"_s;
             d->text = u"Hallo Rita,\nanbei das Handbuch."_s;
         }},
        {"German, guessed",
         {NoAttachment},
         [](D d, F) {
             d->language.clear();
             d->text = u"Hallo Rita,\nim Anhang finden Sie das Handbuch und die Lizenz."_s;
         }},
        {"French",
         {NoAttachment},
         [](D d, F) {
             d->language = u"fr-CA"_s;
             d->text = u"Bonjour,\nvous trouverez ci-joint le manuel."_s;
         }},
        {"Spanish",
         {NoAttachment},
         [](D d, F) {
             d->language = u"es"_s;
             d->text = u"Hola, le envío el manual adjunto."_s;
         }},
        {"Portuguese",
         {NoAttachment},
         [](D d, F) {
             d->language = u"pt"_s;
             d->text = u"Olá, segue em anexo o manual."_s;
         }},
        {"Italian",
         {NoAttachment},
         [](D d, F) {
             d->language = u"it"_s;
             d->text = u"Buongiorno, in allegato il manuale."_s;
         }},
        {"Dutch",
         {NoAttachment},
         [](D d, F) {
             d->language = u"nl"_s;
             d->text = u"Hallo, in de bijlage vindt u de handleiding."_s;
         }},
        {"a word of another language", {}, [](D d, F) { d->text += u"\nThe Anlage in hall 3 runs again."_s; }},
        {"an internal note",
         {},
         [](D d, F) {
             d->visibility = Visibility::Internal;
             d->cc = {person(u"eve@rival.example"_s), person(u"support@desk.example"_s)};
             d->text = u"attached: The customer has not paid since May, do not tell them"_s;
         }},
        {"everything at once",
         {UnknownDomain, RequesterChanged, OwnMailbox, NoAttachment},
         [](D d, F f) {
             f->requester = u"nora@customer.example"_s;
             d->cc = {person(u"eve@rival.example"_s), person(u"sales@desk.example"_s)};
             d->text = u"See attachment"_s;
         }},
    };
}

const QVector<GuardCase> &guardCases()
{
    static const QVector<GuardCase> cases = casesOfRecipients() + casesOfText();
    return cases;
}

Article article(SenderRole role, const QString &from, const QStringList &to, const QString &text = {},
                Visibility visibility = Visibility::Public)
{
    Article made;
    made.senderRole = role;
    made.visibility = visibility;
    made.from = person(from);
    for (const QString &address : to)
        made.to.append(person(address));
    made.text = text;
    return made;
}

} // namespace

class RecipientGuardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void warns_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < guardCases().size(); ++i)
            QTest::newRow(guardCases()[i].name) << i;
        QVERIFY(guardCases().size() >= 20);
    }
    void warns()
    {
        QFETCH(int, index);
        GuardedDraft draft = plainDraft();
        GuardFacts facts = plainFacts();
        guardCases()[index].change(&draft, &facts);
        Concerns concerns;
        for (const GuardWarning &warning : guardReply(draft, facts))
            concerns.append(warning.concern);
        QCOMPARE(concerns, guardCases()[index].expected);
    }

    void saysWhatItIsAbout()
    {
        GuardedDraft draft = plainDraft();
        draft.cc = {person(u"eve@rival.example"_s), person(u"support@desk.example"_s)};
        draft.text += u"\nThe customer has not paid since May, do not. See the attachment."_s;
        const QVector<GuardWarning> warnings = guardReply(draft, plainFacts());
        QCOMPARE(warnings.size(), 4);
        QCOMPARE(warnings[0].addresses, QStringList{u"eve@rival.example"_s});
        QCOMPARE(warnings[1].addresses, QStringList{u"support@desk.example"_s});
        QCOMPARE(warnings[2].text, u"the customer has not paid since"_s);
        QCOMPARE(warnings[3].text, u"attachment"_s);
    }

    /// The facts come from the thread as a client knows it.
    void factsComeFromTheThread()
    {
        Catalog catalog;
        Mailbox mailbox;
        mailbox.address = u"Support@desk.example"_s;
        mailbox.aliases = {u"help@desk.example"_s};
        catalog.mailboxes = {mailbox};
        Queue queue;
        queue.address = u"sales@desk.example"_s;
        catalog.queues = {queue};
        Person ada;
        ada.address = u"ada@desk.example"_s;
        catalog.agents = {ada};
        catalog.mailSettings.replyAllWarning = 7;
        const QVector<Article> thread{
            article(SenderRole::Customer, u"rita@customer.example"_s,
                    {u"support@desk.example"_s, u"carl@customer.example"_s}),
            article(SenderRole::Agent, u"ada@desk.example"_s, {}, u"a secret"_s, Visibility::Internal),
            article(SenderRole::Agent, u"ada@desk.example"_s,
                    {u"rita@customer.example"_s, u"carl@customer.example"_s, u"dan@partner.example"_s}),
            article(SenderRole::Customer, u"rita@customer.example"_s,
                    {u"support@desk.example"_s, u"dan@partner.example"_s}),
        };
        const GuardFacts facts = guardFacts(thread, u"rita@customer.example"_s, u"holding.example"_s, catalog);
        QCOMPARE(facts.requesterAtLastReply, u"rita@customer.example"_s);
        QCOMPARE(facts.formerRecipients, QStringList{u"carl@customer.example"_s});
        QCOMPARE(facts.internalTexts, QStringList{u"a secret"_s});
        QCOMPARE(facts.ownAddresses,
                 (QStringList{u"support@desk.example"_s, u"help@desk.example"_s, u"sales@desk.example"_s}));
        QCOMPARE(facts.manyRecipients, 7);
        for (const QString &domain : {u"customer.example"_s, u"partner.example"_s, u"holding.example"_s})
            QVERIFY(facts.knownDomains.contains(domain));
        // A plain reply to what the customer has just written.
        GuardedDraft draft = plainDraft();
        draft.cc = {person(u"dan@partner.example"_s)};
        QCOMPARE(guardReply(draft, facts), QVector<GuardWarning>());
    }
};

QTEST_GUILESS_MAIN(RecipientGuardTest)
#include "recipient_guard_test.moc"

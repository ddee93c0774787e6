// SPDX-License-Identifier: GPL-3.0-or-later
// Random tickets of several customers on a real desk: what leaves it holds the words and files that its author meant
// for its recipients, and none of an internal note, of another ticket, or of another customer.
#include "../unit/mail/wire_check.h"
#include "mail/gmime_codec.h"
#include "mail/mime_parser.h"
#include "store/local_desk.h"
#include "store/sql_mail_store.h"
#include "support/nightly.h"
#include "support/test_desk.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QtTest>

using namespace deskhand;
using namespace Qt::Literals::StringLiterals;
using deskhand::test::await;

namespace {

/// Words that stand in one place only, so that it can be seen where they get to.
QSet<QString> marksIn(const QString &text)
{
    static const QRegularExpression mark(u"mark\\d+x"_s);
    QSet<QString> found;
    QRegularExpressionMatchIterator matches = mark.globalMatch(text);
    while (matches.hasNext())
        found.insert(matches.next().captured());
    return found;
}

QSet<QString> marksIn(const ParsedMail &mail)
{
    QSet<QString> found = marksIn(mail.text) | marksIn(mail.html) | marksIn(mail.subject);
    for (const MailAttachment &file : mail.attachments)
        found |= marksIn(file.name) | marksIn(QString::fromUtf8(file.bytes));
    return found;
}

/// A ticket as its customer may know it.
struct KnownTicket {
    TicketId id;
    QString customer;
    QStringList publicTexts; ///< with their marks, oldest first
};

class Story
{
public:
    explicit Story(quint32 seed)
        : m_random(seed)
        , m_clock(std::make_shared<ManualClock>(1'780'000'000'000))
        , m_codec(makeMailCodec())
    {
    }

    bool begin()
    {
        const NewDesk desk{u"Test desk"_s, u"Ada Admin"_s, u"ada@desk.example"_s};
        auto made = LocalDesk::create(m_folder.filePath(u"a.desk"_s), desk, {m_clock, true, m_codec});
        if (!made)
            return false;
        m_desk = *std::move(made);
        m_agent = (*await(m_desk->catalog()))->agents.first().id;
        m_mailbox.name = u"Support"_s;
        m_mailbox.address = u"support@desk.example"_s;
        m_mailbox.incoming = {u"imap.desk.example"_s, 993, MailEncryption::Tls, MailSignIn::Password, u"s"_s, {}};
        m_mailbox.outgoing = m_mailbox.incoming;
        const auto saved = submit(SaveMailbox{m_mailbox, {}});
        MailText text;
        text.subject = u"Got it: {ticket.subject}"_s;
        text.text = u"Dear {requester.name}, we have it."_s;
        if (!saved || !submit(SaveMailText{text}))
            return false;
        m_mailbox.id = MailboxId{saved->id};
        return true;
    }

    void step()
    {
        m_clock->advance(60'000);
        const int what = below(10);
        if (m_tickets.isEmpty() || what == 0)
            openTicket();
        else if (what < 3)
            customerWrites(anyTicket());
        else if (what < 5)
            note(anyTicket());
        else
            reply(anyTicket());
    }

    /// Why what is in the outbox is not what may leave; empty: it is.
    QString problem()
    {
        const Result<QVector<MailDelivery>> outbox = await(m_desk->outbox(m_agent));
        const auto store = openMailStore(m_folder.filePath(u"a.desk"_s));
        if (!outbox || !store || m_refused > 0)
            return u"no outbox, or a command was refused"_s;
        for (const MailDelivery &one : *outbox) {
            const Result<QByteArray> bytes = (*store)->mailBytes(one.id);
            if (!bytes)
                return u"no bytes"_s;
            const QString wire = deskhand::test::wireProblem(*bytes);
            if (!wire.isEmpty())
                return wire;
            const ParsedMail mail = parseMail(*bytes);
            if (!mail.defects.isEmpty())
                return mail.defects.join(u',');
            const bool reply = one.kind == MailKind::Reply;
            const QSet<QString> meant = reply ? m_meant.value(one.article.value) : QSet<QString>();
            const QSet<QString> found = marksIn(mail);
            if (reply && !m_meant.contains(one.article.value))
                return u"a reply that nobody wrote"_s;
            // A stranger's subject stays out of an acknowledgement; one who has had an answer knows it.
            const QSet<QString> allowed = reply ? meant | m_subjects.value(one.ticket.value)
                                                : (m_answered.contains(one.recipients.first().address.address)
                                                       ? m_subjects.value(one.ticket.value)
                                                       : QSet<QString>());
            if (!(found - allowed).isEmpty())
                return u"not meant for its reader: "_s + QStringList((found - allowed).values()).join(u' ');
            if (!(meant - found).isEmpty())
                return u"words that are missing: "_s + QStringList((meant - found).values()).join(u' ');
            if (mail.autoSubmitted == reply || mail.messageId != one.messageId)
                return u"headers"_s;
            ++m_checked;
        }
        return {};
    }

    [[nodiscard]] int checked() const { return m_checked; }

private:
    int below(int limit) { return int(m_random.bounded(limit)); }
    KnownTicket &anyTicket() { return m_tickets[below(int(m_tickets.size()))]; }
    QString mark() { return u"mark%1x"_s.arg(++m_marks); }

    Result<CommandAnswer> submit(const CommandBody &body)
    {
        return await(m_desk->submit(Command::make(m_agent, body)));
    }

    CommandAnswer receive(const QByteArray &headers, const QString &customer, const QString &text)
    {
        const QByteArray raw = "From: " + customer.toUtf8() + "\nTo: support@desk.example\nMessage-ID: <in."
                               + QByteArray::number(++m_mails) + "@customer.example>\n" + headers + "\n"
                               + text.toUtf8();
        Command command = Command::make({}, m_codec->read(raw, u"support"_s, &m_mailbox));
        command.actorKind = ActorKind::System;
        const Result<CommandAnswer> answer = await(m_desk->submit(command));
        return answer ? *answer : CommandAnswer();
    }

    void openTicket()
    {
        KnownTicket ticket;
        ticket.customer = u"customer%1@customer.example"_s.arg(below(5));
        const QString subject = u"Help with "_s + mark();
        ticket.publicTexts.append(u"It does not work: "_s + mark());
        const CommandAnswer answer =
            receive("Subject: " + subject.toUtf8() + "\n", ticket.customer, ticket.publicTexts.last());
        ticket.id = answer.ticket;
        if (!ticket.id.isValid())
            return;
        m_subjects[ticket.id.value] = marksIn(subject);
        m_tickets.append(ticket);
    }

    void customerWrites(KnownTicket &ticket)
    {
        const QString text = u"And another thing: "_s + mark();
        const QByteArray hook = "Subject: x\nIn-Reply-To: <in.1@customer.example>\n";
        // Whether it joins or not, its words are the customer's own.
        receive(hook, ticket.customer, text);
    }

    NewAttachment file()
    {
        const QString name = mark();
        return {name + u".txt"_s, u"text/plain"_s, mark().toUtf8(), below(2) == 0, {}};
    }

    void note(KnownTicket &ticket)
    {
        PostArticle post;
        post.ticket = ticket.id;
        post.evenUnseen = true;
        post.article.visibility = Visibility::Internal;
        post.article.text = u"Between us: "_s + mark();
        post.article.attachments = {file()};
        m_refused += !submit(post);
    }

    void reply(KnownTicket &ticket)
    {
        PostArticle post;
        post.ticket = ticket.id;
        post.evenUnseen = true;
        NewArticle &article = post.article;
        article.channel = Channel::Email;
        article.to = {{QString(), ticket.customer}};
        article.text = u"Try this: "_s + mark();
        if (below(2) == 0)
            article.html = u"<p>Try <b>this</b>: "_s + article.text + u"</p>"_s;
        if (below(2) == 0)
            article.quotedText = u"You wrote:\n> "_s + ticket.publicTexts[below(int(ticket.publicTexts.size()))];
        for (int i = below(3); i > 0; --i)
            article.attachments.append(file());
        QSet<QString> meant = marksIn(article.text) | marksIn(article.quotedText);
        for (const NewAttachment &one : article.attachments)
            meant |= marksIn(one.name) | marksIn(QString::fromUtf8(one.bytes));
        const Result<CommandAnswer> answer = submit(post);
        if (!answer) {
            ++m_refused;
            return;
        }
        m_meant[answer->article.value] = meant;
        m_answered.insert(ticket.customer);
        ticket.publicTexts.append(article.text);
    }

    QRandomGenerator m_random;
    QTemporaryDir m_folder;
    std::shared_ptr<ManualClock> m_clock;
    std::shared_ptr<const MailCodec> m_codec;
    std::unique_ptr<LocalDesk> m_desk;
    PersonId m_agent;
    Mailbox m_mailbox;
    QVector<KnownTicket> m_tickets;
    QHash<qint64, QSet<QString>> m_subjects; ///< by ticket
    QHash<qint64, QSet<QString>> m_meant;    ///< by article: what its author gave to it
    QSet<QString> m_answered;                ///< customers
    int m_marks = 0;
    int m_mails = 0;
    int m_checked = 0;
    int m_refused = 0; ///< commands
};

} // namespace

class OutgoingMailTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatWasMeantLeaves()
    {
        int checked = 0;
        const int stories = deskhand::test::randomRounds(4);
        for (int seed = 1; seed <= stories; ++seed) {
            Story story{quint32(seed)};
            QVERIFY(story.begin());
            for (int i = 0; i < 80; ++i)
                story.step();
            const QString problem = story.problem();
            QVERIFY2(problem.isEmpty(), qPrintable(u"story %1: %2"_s.arg(seed).arg(problem)));
            checked += story.checked();
        }
        QVERIFY2(checked > 30 * stories, qPrintable(QString::number(checked)));
    }
};

QTEST_GUILESS_MAIN(OutgoingMailTest)
#include "outgoing_mail_test.moc"

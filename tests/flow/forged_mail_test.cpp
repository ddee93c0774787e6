// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/gmime_codec.h"
#include "support/mailbox_desk.h"
#include "support/nightly.h"

#include <QSet>
#include <QtTest>

#include <array>
#include <random>

using namespace deskhand;
using namespace Qt::Literals::StringLiterals;

namespace {

enum class From {
    Customer,
    Colleague,
    Stranger,
    Agent,
    Ourselves,
    Daemon,
    Nobody,
    TwoAddresses,
    Group,
    FalseName,
    Twin
};
enum class Hint {
    None,
    Hook,
    OtherHook,
    Bare,
    Stored,
    Signed,
    NoSignature,
    OtherSigned,
    Swapped,
    Cut,
    Shouted,
    InText
};
enum class Proof { None, Pass, Fail, ForgedBelow, OtherServer, TwoHeaders, Folded };
enum class Kind { Plain, Bounce, Receipt, AutoReply, Calendar };

constexpr int froms = 11;
constexpr int hints = 12;
constexpr int proofs = 7;
constexpr int kinds = 5;

struct Forged {
    From from;
    Hint hint;
    Proof proof;
    bool replyTo;
    Kind kind;
};
constexpr int allForged = froms * hints * proofs * 2 * kinds;

Forged forgedMail(int index)
{
    Forged made{};
    made.from = From(index % froms);
    index /= froms;
    made.hint = Hint(index % hints);
    index /= hints;
    made.proof = Proof(index % proofs);
    index /= proofs;
    made.replyTo = index % 2 == 1;
    made.kind = Kind(index / 2);
    return made;
}

// ---- What must become of it: the table of resources/help/mail.md, asked from top to bottom.

enum class Which { NoTicket, First, Second };

struct Verdict {
    MailOutcome outcome;
    Which which;
    int rule; ///< of the table
};

/// Which ticket the hint points to, if it counts from a stranger.
Which claimed(Hint hint)
{
    switch (hint) {
    case Hint::Hook:
    case Hint::Stored:
    case Hint::Signed:
    case Hint::Shouted: return Which::First;
    case Hint::OtherHook:
    case Hint::OtherSigned: return Which::Second;
    case Hint::None:
    case Hint::Bare:
    case Hint::NoSignature:
    case Hint::Swapped:
    case Hint::Cut:
    case Hint::InText: break;
    }
    return Which::NoTicket;
}

bool isSigned(Hint hint)
{
    return hint == Hint::Signed || hint == Hint::Shouted || hint == Hint::OtherSigned;
}

/// Writes as Rita, who has a part in the first ticket only; that nobody vouches for her is a customer's lot.
bool hasPartInFirst(From from)
{
    return from == From::Customer || from == From::TwoAddresses || from == From::Group;
}

bool isProven(Proof proof)
{
    return proof == Proof::Pass || proof == Proof::TwoHeaders || proof == Proof::Folded;
}

Verdict verdictOf(const Forged &mail)
{
    if (mail.kind == Kind::Bounce || mail.kind == Kind::Receipt)
        return {MailOutcome::Report, Which::NoTicket, 3};
    if (mail.from == From::Ourselves)
        return {MailOutcome::Quarantined, Which::NoTicket, 4};
    const Which claim = mail.hint == Hint::Bare ? Which::First : claimed(mail.hint);
    const bool mayJoin =
        (hasPartInFirst(mail.from) && claim == Which::First) || (mail.from == From::Agent && isProven(mail.proof));
    if (claim != Which::NoTicket && mayJoin)
        return {MailOutcome::FollowUp, claim, mail.from == From::Agent ? 12 : isSigned(mail.hint) ? 5 : 8};
    if (mail.from == From::Colleague && isSigned(mail.hint) && claim == Which::First)
        return {MailOutcome::FollowUp, Which::First, 6};
    if (claimed(mail.hint) != Which::NoTicket)
        return {MailOutcome::Held, claimed(mail.hint), 9};
    return {MailOutcome::Opened, Which::NoTicket, 11};
}

// ---- The mail itself.

struct TwoTickets {
    CommandAnswer first;  ///< Rita's, of the organization Customer
    QString firstMail;    ///< her Message-ID
    QString firstReply;   ///< ours
    CommandAnswer second; ///< Otto's
    QString secondReply;
};

QByteArray fromHeader(From from)
{
    switch (from) {
    case From::Customer: return "Rita <rita@customer.example>";
    case From::Colleague: return "carl@customer.example";
    case From::Stranger: return "eve@evil.example";
    case From::Agent: return "Ben Agent <ben@desk.example>";
    case From::Ourselves: return "Contoso Support <support@desk.example>";
    case From::Daemon: return "MAILER-DAEMON@mx.evil.example";
    case From::Nobody: return "";
    case From::TwoAddresses: return "rita@customer.example, eve@evil.example";
    case From::Group: return "friends: rita@customer.example;";
    case From::FalseName: return "\"rita@customer.example\" <eve@evil.example>";
    case From::Twin: return "Rita <r\xC3\xADta@customer.example>";
    }
    return {};
}

/// The signed part of one id under another's ticket.
QString swappedId(const QString &one, const QString &other)
{
    QStringList parts = one.split(u'.');
    parts[1] = other.split(u'.')[1];
    return parts.join(u'.');
}

QString hintedId(Hint hint, const TwoTickets &tickets)
{
    const QString &ours = tickets.firstReply;
    switch (hint) {
    case Hint::Stored: return tickets.firstMail;
    case Hint::Signed: return ours;
    case Hint::OtherSigned: return tickets.secondReply;
    case Hint::Shouted: return ours.toUpper();
    case Hint::NoSignature: return ours.section(u'.', 0, 2) + u'.' + QString(20, u'0') + u"@desk.example"_s;
    case Hint::Swapped: return swappedId(tickets.secondReply, ours);
    case Hint::Cut: return ours.section(u'@', 0, 0).chopped(4) + u"@desk.example"_s;
    case Hint::None:
    case Hint::Hook:
    case Hint::OtherHook:
    case Hint::Bare:
    case Hint::InText: break;
    }
    return {};
}

QString hintedSubject(Hint hint, const TwoTickets &tickets)
{
    switch (hint) {
    case Hint::Hook: return u"Printer [#"_s + tickets.first.ticketNumber + u']';
    case Hint::OtherHook: return u"Printer [#"_s + tickets.second.ticketNumber + u']';
    case Hint::Bare: return u"About #"_s + tickets.first.ticketNumber;
    default: return u"Printer"_s;
    }
}

QByteArray proofHeaders(Proof proof, From from)
{
    const QByteArray domain = from == From::Agent || from == From::Ourselves ? "desk.example" : "customer.example";
    const QByteArray pass = "dmarc=pass header.from=" + domain;
    const QByteArray ours = "Authentication-Results: mx.desk.example; ";
    const QByteArray received = "Received: from mx.evil.example by mx.desk.example; Mon, 2 Mar 2026 09:00:00 +0000\r\n";
    switch (proof) {
    case Proof::None: return received;
    case Proof::Pass: return ours + pass + "\r\n" + received;
    case Proof::Fail: return ours + "dmarc=fail header.from=" + domain + "\r\n" + received;
    case Proof::ForgedBelow: return ours + "dmarc=none\r\n" + received + ours + pass + "\r\n";
    case Proof::OtherServer: return "Authentication-Results: mx.evil.example; " + pass + "\r\n" + received;
    case Proof::TwoHeaders:
        return ours + pass + "\r\nAuthentication-Results: mx.evil.example; dmarc=fail\r\n" + received;
    case Proof::Folded:
        return "Authentication-Results: (ours) mx.desk.example (it is);\r\n\tdmarc=pass (p=none)\r\n header.from="
               + domain + "\r\n" + received;
    }
    return {};
}

QByteArray bodyOf(Kind kind, Hint hint, const TwoTickets &tickets)
{
    const QByteArray text =
        "Please give me access\r\n"
        + (hint == Hint::InText ? "> [#" + tickets.first.ticketNumber.toLatin1() + "]\r\n" : QByteArray());
    const auto report = [&text](const QByteArray &type, const QByteArray &part) {
        return "MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=" + type
               + "; boundary=b\r\n\r\n--b\r\n\r\n" + text + "--b\r\nContent-Type: message/" + type + "\r\n\r\n" + part
               + "\r\n--b--\r\n";
    };
    switch (kind) {
    case Kind::Plain: return "\r\n" + text;
    case Kind::Bounce:
        return report("delivery-status", "Reporting-MTA: dns; mx.evil.example\r\n\r\nFinal-Recipient: rfc822; "
                                         "rita@customer.example\r\nAction: failed\r\nStatus: 5.1.1\r\n");
    case Kind::Receipt:
        return report("disposition-notification", "Final-Recipient: rfc822; rita@customer.example\r\nDisposition: "
                                                  "manual-action/MDN-sent-manually; displayed\r\n");
    case Kind::AutoReply: return "Auto-Submitted: auto-replied\r\n\r\n" + text;
    case Kind::Calendar:
        return "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n\r\n" + text
               + "--b\r\nContent-Type: text/calendar; "
                 "method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n--b--\r\n";
    }
    return {};
}

QByteArray rawMail(const Forged &mail, const TwoTickets &tickets, int count)
{
    QByteArray raw = proofHeaders(mail.proof, mail.from);
    const QByteArray from = fromHeader(mail.from);
    if (!from.isEmpty())
        raw += "From: " + from + "\r\n";
    raw += "To: support@desk.example\r\nSubject: " + hintedSubject(mail.hint, tickets).toUtf8()
           + "\r\nMessage-ID: <forged-" + QByteArray::number(count) + "@evil.example>\r\n";
    const QString id = hintedId(mail.hint, tickets);
    if (!id.isEmpty())
        raw += "In-Reply-To: <" + id.toLatin1() + ">\r\nReferences: <x" + QByteArray::number(count) + "@evil.example> <"
               + id.toLatin1() + ">\r\n";
    if (mail.replyTo)
        raw += "Reply-To: rita@customer.example\r\n";
    return raw + bodyOf(mail.kind, mail.hint, tickets);
}

} // namespace

/// Mails as somebody makes them who wants to speak in another's ticket: every combination has one right outcome.
class ForgedMailTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::MailboxDesk> m_mails;
    TwoTickets m_tickets;
    int m_count = 0;

    void newTickets()
    {
        AcceptMail rita = m_mails->mail(u"rita@customer.example"_s, u"Printer"_s, u"Help"_s);
        m_tickets.firstMail = rita.article.messageId;
        m_tickets.first = m_mails->arrive(rita);
        QVERIFY(m_mails->replyTo(m_tickets.first.ticket, u"Hello"_s).has_value());
        m_tickets.firstReply = m_mails->thread(m_tickets.first.ticket).last().messageId;
        m_tickets.second = m_mails->arrive(m_mails->mail(u"otto@other.example"_s, u"Printer"_s, u"Help"_s));
        QVERIFY(m_mails->replyTo(m_tickets.second.ticket, u"Hello"_s).has_value());
        m_tickets.secondReply = m_mails->thread(m_tickets.second.ticket).last().messageId;
    }

    void check(int index)
    {
        const Forged mail = forgedMail(index);
        const Verdict verdict = verdictOf(mail);
        const QByteArray raw = rawMail(mail, m_tickets, ++m_count);
        const auto sizeBefore = m_mails->desk().row(m_tickets.first.ticket).head.articleCount
                                + m_mails->desk().row(m_tickets.second.ticket).head.articleCount;
        const CommandAnswer answer = m_mails->arrive(raw);
        const QByteArray what =
            "combination " + QByteArray::number(index) + ", rule " + QByteArray::number(verdict.rule) + ":\n" + raw;
        QVERIFY2(answer.outcome == verdict.outcome, what.constData());
        const auto sizeAfter = m_mails->desk().row(m_tickets.first.ticket).head.articleCount
                               + m_mails->desk().row(m_tickets.second.ticket).head.articleCount;
        const bool joins = verdict.outcome == MailOutcome::FollowUp;
        QVERIFY2(sizeAfter - sizeBefore == (joins ? 1 : 0), what.constData());
        const TicketId wanted = verdict.which == Which::First    ? m_tickets.first.ticket
                                : verdict.which == Which::Second ? m_tickets.second.ticket
                                                                 : TicketId();
        if (verdict.outcome == MailOutcome::Held)
            QVERIFY2(m_mails->held().first().ticket == wanted, what.constData());
        // What it answers stays with the ticket that it opened.
        if (verdict.outcome == MailOutcome::Opened && !hintedId(mail.hint, m_tickets).isEmpty())
            newTickets();
        if (!joins)
            return;
        QVERIFY2(answer.ticket == wanted, what.constData());
        const bool speaksForUs = m_mails->thread(wanted).last().senderRole == SenderRole::Agent;
        QVERIFY2(speaksForUs == (mail.from == From::Agent), what.constData());
        // Who joined has a part from now on.
        if (!hasPartInFirst(mail.from))
            newTickets();
    }

private Q_SLOTS:
    void init()
    {
        m_mails = std::make_unique<test::MailboxDesk>(makeMailCodec());
        MailSettings settings;
        settings.newTicketsPerAddressHour = settings.newTicketsPerAddressDay = 1'000'000;
        m_mails->saveSettings(settings);
        m_mails->desk().addAgent(u"Ben Agent"_s);
        newTickets();
    }

    void everyCombinationHasItsOutcome()
    {
        constexpr int combinations = 1200;
        QVector<int> order(allForged);
        std::iota(order.begin(), order.end(), 0);
        std::mt19937 random(20'260'302);
        std::shuffle(order.begin(), order.end(), random);
        order.resize(qMin(allForged, test::randomRounds(combinations)));
        QSet<int> rules;
        for (const int index : std::as_const(order)) {
            check(index);
            if (QTest::currentTestFailed())
                return;
            rules.insert(verdictOf(forgedMail(index)).rule);
        }
        qInfo("%lld of %d combinations, %lld rules", qint64(order.size()), allForged, qint64(rules.size()));
        QVERIFY(rules.size() >= 8);
        // Nobody outside was written to but by us.
        QVERIFY(m_mails->sums().seen() >= order.size());
    }
};

QTEST_GUILESS_MAIN(ForgedMailTest)
#include "forged_mail_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/thread_match.h"

#include "domain/number_format.h"

#include <QtTest>

using namespace deskhand;
using namespace Qt::Literals::StringLiterals;

class ThreadMatchTest : public QObject
{
    Q_OBJECT

    static ThreadClaim claim(ClaimKind kind, qint64 ticket, bool participant = false, bool colleague = false,
                             bool agent = false)
    {
        return {kind, TicketId{ticket}, participant, colleague, agent};
    }

private Q_SLOTS:
    void subjectsLoseTheirPrefixes_data()
    {
        QTest::addColumn<QString>("subject");
        for (const char *subject : {"Printer on fire",
                                    "Re: Printer on fire",
                                    "RE: re: Re: Printer on fire",
                                    "AW: WG: Printer on fire",
                                    "Antw: Printer on fire",
                                    "Re[2]: Printer on fire",
                                    "RE(3): Printer on fire",
                                    "Re^4: Printer on fire",
                                    "Fwd: Printer on fire",
                                    "FW: Printer on fire",
                                    "SV: VS: Printer on fire",
                                    "R: I: Printer on fire",
                                    "RIF: Printer on fire",
                                    "RES: ENC: Printer on fire",
                                    "RV: Printer on fire",
                                    "TR: Printer on fire",
                                    "Réf: Printer on fire",
                                    "Odp: PD: Printer on fire",
                                    "Doorst: Printer on fire",
                                    "VB: Printer on fire",
                                    "Vá: Printer on fire",
                                    "YNT: İLT: Printer on fire",
                                    "ΑΠ: Printer on fire",
                                    "Отв: Printer on fire",
                                    "НА: Printer on fire",
                                    "回复：Printer on fire",
                                    "答复: 转发：Printer on fire",
                                    "返信: Printer on fire",
                                    "답장: 전달: Printer on fire",
                                    "תשובה: Printer on fire",
                                    "  Re :  Printer   on fire ",
                                    "Re:Fwd:Re: Printer on fire",
                                    "Antwort: Printer on fire",
                                    "Re: AW[12]： Printer on fire"})
            QTest::newRow(subject) << QString::fromUtf8(subject);
    }
    void subjectsLoseTheirPrefixes()
    {
        QFETCH(QString, subject);
        QCOMPARE(bareSubject(subject), u"Printer on fire"_s);
        QCOMPARE(isReplySubject(subject), subject != u"Printer on fire"_s);
        QCOMPARE(comparableSubject(subject + u" [#10427]"_s), u"printer on fire"_s);
    }

    void wordsThatAreNoPrefixStay()
    {
        for (const QString &subject :
             {u"Regarding: the invoice"_s, u"Reset: password"_s, u"Info: maintenance"_s, u"Rechnung: 12"_s,
              u"Wegen: Urlaub"_s, u"Question: how"_s, u"I have a question"_s})
            QCOMPARE(bareSubject(subject), subject);
        QCOMPARE(bareSubject(QString()), QString());
        QCOMPARE(bareSubject(u"Re:"_s), QString());
        QElapsedTimer timer;
        timer.start();
        QVERIFY(bareSubject(u"Re: "_s.repeated(500'000)).size() < 2000);
        QVERIFY(timer.elapsed() < 2000);
    }

    void numbersAreFound()
    {
        using Numbers = QVector<SubjectNumber>;
        QCOMPARE(numbersInSubject(u"Re: Printer [#10427]"_s), (Numbers{{u"10427"_s, true}}));
        QCOMPARE(numbersInSubject(u"about #10427, please"_s), (Numbers{{u"10427"_s, false}}));
        QCOMPARE(numbersInSubject(u"(#10427)"_s), (Numbers{{u"10427"_s, false}}));
        QCOMPARE(numbersInSubject(u"#1 and [#2] and #3"_s),
                 (Numbers{{u"2"_s, true}, {u"1"_s, false}, {u"3"_s, false}}));
        QCOMPARE(numbersInSubject(u"[# 10427 ]"_s), (Numbers{{u"10427"_s, true}}));
        QCOMPARE(numbersInSubject(u"[#10427] #10427"_s), (Numbers{{u"10427"_s, true}}));
        QCOMPARE(numbersInSubject(u"#hashtag and page#7 and &#169;"_s), Numbers());
        QCOMPARE(numbersInSubject(u"10427"_s), Numbers());
        QVERIFY(numbersInSubject(u"#1 "_s.repeated(5000)).size() == 1);
        QString many;
        for (int i = 0; i < 100; ++i)
            many += u"#"_s + QString::number(i) + u' ';
        QCOMPARE(numbersInSubject(many).size(), 10);
    }

    /// Whatever a desk's numbers look like, or looked like once.
    void numbersOfEveryFormatAreFound()
    {
        for (const QString &format : {u"{n:5}"_s, u"{yyyy}{mm}{dd}{n:4}{c}"_s, u"INC-{n}"_s, u"DH/{yyyy}/{n:6}"_s,
                                      u"T.{yy}.{n}"_s, u"case_{n}"_s}) {
            QVERIFY(checkNumberFormat(format).has_value());
            const QString number = formatTicketNumber(format, 4711, 1'772'000'000'000);
            QCOMPARE(numbersInSubject(replySubject(u"Printer"_s, number)), (QVector<SubjectNumber>{{number, true}}));
            QCOMPARE(numbersInSubject(u"your #"_s + number + u", thanks"_s), (QVector<SubjectNumber>{{number, false}}));
        }
    }

    void subjectsGoToAndFro()
    {
        QString subject = u"Printer on fire"_s;
        QCOMPARE(hookedSubject(subject, u"7"_s), u"Printer on fire [#7]"_s);
        for (int i = 0; i < 20; ++i)
            subject = (i % 2 == 0 ? u"AW: "_s : u"Fwd: "_s) + replySubject(subject, u"7"_s);
        QCOMPARE(replySubject(subject, u"7"_s), u"Re: Printer on fire [#7]"_s);
        QCOMPARE(replySubject(u"[#7] Re: Printer on fire"_s, u"7"_s), u"Re: Printer on fire [#7]"_s);
        QCOMPARE(replySubject(u"Re: [#8] Printer"_s, u"7"_s), u"Re: [#8] Printer [#7]"_s);
        QCOMPARE(replySubject(QString(), u"7"_s), u"Re: [#7]"_s);
    }

    void theFirstClaimThatCountsDecides()
    {
        using Claims = QVector<ThreadClaim>;
        const auto match = [](const Claims &claims) { return matchThread(claims); };
        const ThreadMatch opens;
        const auto joins = [](qint64 id) { return ThreadMatch{ThreadDecision::Join, TicketId{id}}; };
        const auto holds = [](qint64 id) { return ThreadMatch{ThreadDecision::Hold, TicketId{id}}; };
        QCOMPARE(match({}), opens);
        for (const ClaimKind kind : {ClaimKind::SignedId, ClaimKind::StoredId, ClaimKind::HookedNumber}) {
            QCOMPARE(match({claim(kind, 1)}), holds(1));
            QCOMPARE(match({claim(kind, 1, true)}), joins(1));
            QCOMPARE(match({claim(kind, 1, false, false, true)}), joins(1));
        }
        QCOMPARE(match({claim(ClaimKind::SignedId, 1, false, true)}), joins(1));
        QCOMPARE(match({claim(ClaimKind::StoredId, 1, false, true)}), holds(1));
        QCOMPARE(match({claim(ClaimKind::HookedNumber, 1, false, true)}), holds(1));
        QCOMPARE(match({claim(ClaimKind::BareNumber, 1)}), opens);
        QCOMPARE(match({claim(ClaimKind::BareNumber, 1, true)}), joins(1));
        // The order: the kind first, then as the mail has them; who may not join steps back for a claim that may.
        QCOMPARE(match({claim(ClaimKind::HookedNumber, 3, true), claim(ClaimKind::SignedId, 1, true)}), joins(1));
        QCOMPARE(match({claim(ClaimKind::SignedId, 1, true), claim(ClaimKind::SignedId, 2, true)}), joins(1));
        QCOMPARE(match({claim(ClaimKind::SignedId, 1), claim(ClaimKind::HookedNumber, 2, true)}), joins(2));
        QCOMPARE(match({claim(ClaimKind::HookedNumber, 2), claim(ClaimKind::SignedId, 1)}), holds(1));
        QCOMPARE(match({claim(ClaimKind::SignedId, 0, true)}), opens);
    }
};

QTEST_GUILESS_MAIN(ThreadMatchTest)
#include "thread_match_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/delivery_text.h"

#include "models/guard_words.h"
#include "models/reminder_times.h"
#include "models/ticket_text.h"

#include <QDateTime>
#include <QtTest>

using namespace deskhand;

namespace {

const QTimeZone utc = QTimeZone::utc();
const Instant now = QDateTime(QDate(2026, 3, 4), QTime(9, 30), utc).toMSecsSinceEpoch(); // a Wednesday
const TimeWords words{QLocale(QLocale::English, QLocale::UnitedKingdom), utc};

RecipientDelivery to(const QString &address, DeliveryState state, const QString &reply = {})
{
    RecipientDelivery one;
    one.address = {{}, address};
    one.state = state;
    one.reply = reply;
    return one;
}

MailDelivery mailTo(const QVector<RecipientDelivery> &recipients)
{
    MailDelivery mail;
    mail.id = OutboundMailId{1};
    mail.recipients = recipients;
    mail.state = overallState(recipients);
    return mail;
}

QString timeOf(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at, utc).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

} // namespace

class DeliveryTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneLineForAMail()
    {
        MailDelivery mail = mailTo({to(QStringLiteral("a@x.example"), DeliveryState::Queued)});
        mail.releaseAt = now + 3'600'000;
        QCOMPARE(deliveryLine(mail, now, words).text, QStringLiteral("Waiting: sends Today 10:30"));
        QCOMPARE(deliveryLine(mail, now, words).tone, DeliveryTone::Waiting);
        QCOMPARE(deliveryLine(mail, mail.releaseAt, words).text, QStringLiteral("Waiting for the mail server"));

        mail = mailTo({to(QStringLiteral("a@x.example"), DeliveryState::Sent),
                       to(QStringLiteral("b@x.example"), DeliveryState::Sent)});
        QCOMPARE(deliveryLine(mail, now, words).text, QStringLiteral("Sent to 2"));
        QCOMPARE(deliveryLine(mail, now, words).tone, DeliveryTone::Quiet);

        mail = mailTo({to(QStringLiteral("a@x.example"), DeliveryState::Sent),
                       to(QStringLiteral("b@x.example"), DeliveryState::Delayed, QStringLiteral("mailbox full"))});
        QCOMPARE(deliveryLine(mail, now, words).text,
                 QStringLiteral("Delayed: b@x.example (mailbox full) · sent to 1 other(s)"));
        QCOMPARE(deliveryLine(mail, now, words).tone, DeliveryTone::Warning);

        mail.recipients.append(to(QStringLiteral("c@x.example"), DeliveryState::Failed, QStringLiteral("550\r\nno")));
        mail.state = overallState(mail.recipients);
        QCOMPARE(deliveryLine(mail, now, words).text,
                 QStringLiteral("Not delivered: c@x.example (550 no) · sent to 1 other(s)"));
        QCOMPARE(deliveryLine(mail, now, words).tone, DeliveryTone::Danger);
    }

    void everyRecipientHasALineInTheDetails()
    {
        RecipientDelivery bounced =
            to(QStringLiteral("b@x.example"), DeliveryState::Bounced, QStringLiteral("no user"));
        bounced.status = QStringLiteral("5.1.1");
        bounced.at = now;
        MailDelivery mail = mailTo({to(QStringLiteral("a@x.example"), DeliveryState::Sent), bounced});
        mail.messageId = QStringLiteral("dh.1@x.example");
        const QStringList lines = deliveryDetails(mail, now, words).split(u'\n');
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines.at(0), QStringLiteral("a@x.example: Sent"));
        QVERIFY(lines.at(1).startsWith(QLatin1String("b@x.example: Bounced")));
        QCOMPARE(lines.at(2).trimmed(), QStringLiteral("5.1.1 no user"));
        QCOMPARE(lines.at(3), QStringLiteral("Message-ID: <dh.1@x.example>"));
        QCOMPARE(addressTroubleText(bounced, now, words),
                 QStringLiteral("Mail to this address bounced: Today 09:30 (5.1.1 no user)"));
    }

    void countdownsAreShortAndLaterTimesAreSaid()
    {
        QCOMPARE(releaseText(now + 12'000, now, words), QStringLiteral("in 12 s"));
        QCOMPARE(releaseText(now + 11'001, now, words), QStringLiteral("in 12 s"));
        QCOMPARE(releaseText(now + 180'000, now, words), QStringLiteral("in 3 min"));
        QCOMPARE(releaseText(now + 24 * 3'600'000, now, words), QStringLiteral("Tomorrow 09:30"));
    }

    void laterIsOffered()
    {
        const QVector<ReminderTime> times = sendLaterTimes(now, utc);
        QCOMPARE(times.size(), 4);
        QCOMPARE(timeOf(times.at(0).at), QStringLiteral("2026-03-04 10:30"));
        QCOMPARE(timeOf(times.at(1).at), QStringLiteral("2026-03-04 18:00"));
        QCOMPARE(timeOf(times.at(2).at), QStringLiteral("2026-03-05 08:00"));
        QCOMPARE(timeOf(times.at(3).at), QStringLiteral("2026-03-09 08:00"));
        const Instant sundayNight = QDateTime(QDate(2026, 3, 8), QTime(20, 0), utc).toMSecsSinceEpoch();
        const QVector<ReminderTime> few = sendLaterTimes(sundayNight, utc);
        QCOMPARE(few.size(), 2); // tomorrow is Monday
        QCOMPARE(timeOf(few.last().at), QStringLiteral("2026-03-09 08:00"));
    }

    void warningsHaveWordsAndAnIdentity()
    {
        const GuardWarning outside{GuardConcern::UnknownDomain, {QStringLiteral("eve@x.example")}, 1, {}};
        const GuardWarning file{GuardConcern::NoAttachment, {}, 0, QStringLiteral("attached")};
        QVERIFY(guardText(outside).contains(QLatin1String("eve@x.example")));
        QVERIFY(guardText(file).contains(QLatin1String("attached")));
        for (int concern = int(GuardConcern::UnknownDomain); concern <= int(GuardConcern::NoAttachment); ++concern)
            QVERIFY(!guardText({GuardConcern(concern), {}, 2, {}}).isEmpty());
        QCOMPARE(guardKey({outside, file}), guardKey({outside, file}));
        QVERIFY(guardKey({outside}) != guardKey({outside, file}));
        GuardWarning other = outside;
        other.addresses = QStringList{QStringLiteral("mallory@x.example")};
        QVERIFY(guardKey({outside}) != guardKey({other}));
    }

    void aTicketThatIsNotReachedSaysSo()
    {
        TicketHead head;
        QVERIFY(TicketText::deliveryTrouble(head).isEmpty());
        head.delivery = DeliveryState::Sent;
        QVERIFY(TicketText::deliveryTrouble(head).isEmpty());
        head.delivery = DeliveryState::Bounced;
        QCOMPARE(TicketText::deliveryTrouble(head), QStringLiteral("the newest reply bounced"));
    }
};

QTEST_GUILESS_MAIN(DeliveryTextTest)
#include "delivery_text_test.moc"

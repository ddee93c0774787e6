// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk_work/mail_work.h"
#include "bench/benches.h"
#include "bench/report.h"
#include "mail/gmime_codec.h"
#include "operations/jobs/arrival_applier.h"
#include "store/sql_mail_store.h"

#include <QCryptographicHash>
#include <QTemporaryDir>

#include <sqlite3.h>

namespace deskhand::bench {
namespace {

constexpr int mailsToTake = 3000;

/// Every third answers the one before it; sizes as mail has them, some of it in HTML.
QByteArray intakeMail(int number)
{
    const bool answers = number % 3 == 2;
    const QByteArray n = QByteArray::number(number);
    const QByteArray person = QByteArray::number(answers ? number - 1 : number);
    const bool html = number % 2 == 0;
    QByteArray mail = "Return-Path: <c" + person + "@customer" + person
                      + ".example>\r\nReceived: from mx.example by mail.example; Mon, 2 Mar 2026 09:00:00 +0000\r\n"
                      + "From: =?utf-8?Q?J=C3=BCrgen_" + person + "?= <c" + person + "@customer" + person
                      + ".example>\r\nTo: Support <support@desk.example>\r\nSubject: " + (answers ? "Re: " : "")
                      + "Order " + person + " has not arrived\r\nMessage-ID: <" + n + "@customer.example>\r\n"
                      + "Date: Mon, 02 Mar 2026 09:00:00 +0000\r\n";
    if (answers)
        mail += "In-Reply-To: <" + person + "@customer.example>\r\n";
    QByteArray text;
    for (int line = 0; line < 12 + number % 40; ++line)
        text += "Line " + QByteArray::number(line) + ": parcel "
                + QByteArray::number((number * 7919 + line * 31) % 5000)
                + " was promised for Tuesday and nobody of the depot in K=C3=B6ln knows of it.\r\n";
    if (!html)
        return mail + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
               + text;
    return mail + "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b" + n + "\r\n\r\n--b" + n
           + "\r\nContent-Type: text/plain; charset=utf-8\r\n" + "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
           + text + "\r\n--b" + n
           + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>"
           + QByteArray(text).replace("\r\n", "<br>\r\n") + "</p>\r\n--b" + n + "--\r\n";
}

template <typename T>
T mustDo(Result<T> result)
{
    if (!result)
        giveUp(result.error().where + u' ' + result.error().detail);
    return *std::move(result);
}

Command byAdmin(CommandBody body)
{
    return Command::make(PersonId{1}, std::move(body));
}

/// A desk that acknowledges, with a mailbox.
MailboxId setUpMail(LocalDesk &desk)
{
    MailSettings settings = mustDo(waitFor(desk.mailSetup())).settings;
    settings.automaticPerDeskHour = 10 * mailsToTake;
    (void)mustDo(waitFor(desk.submit(byAdmin(SaveMailSettings{settings}))));
    MailText text;
    text.subject = QStringLiteral("We have {{ticket.number}}");
    text.text = QStringLiteral("Dear {{requester.name}},\n\nwe have your mail and will answer it.\n");
    (void)mustDo(waitFor(desk.submit(byAdmin(SaveMailText{text}))));
    Mailbox mailbox;
    mailbox.name = QStringLiteral("Support");
    mailbox.address = QStringLiteral("support@desk.example");
    mailbox.incoming.host = mailbox.outgoing.host = QStringLiteral("mail.example");
    mailbox.incoming.signIn = mailbox.outgoing.signIn = MailSignIn::None;
    return MailboxId{mustDo(waitFor(desk.submit(byAdmin(SaveMailbox{mailbox, {}})))).id};
}

/// The same bytes into a table, each durable before the next: what the disk allows.
double rawInserts(const QString &path, const QVector<QByteArray> &mails)
{
    sqlite3 *handle = nullptr;
    if (sqlite3_open(path.toUtf8().constData(), &handle) != SQLITE_OK)
        giveUp(QStringLiteral("cannot make a database"));
    sqlite3_exec(handle, "PRAGMA journal_mode=WAL", nullptr, nullptr, nullptr);
    sqlite3_exec(handle, "PRAGMA synchronous=FULL", nullptr, nullptr, nullptr);
    sqlite3_exec(handle, "CREATE TABLE mail (id INTEGER PRIMARY KEY, bytes BLOB)", nullptr, nullptr, nullptr);
    sqlite3_stmt *insert = nullptr;
    sqlite3_prepare_v2(handle, "INSERT INTO mail (bytes) VALUES (?)", -1, &insert, nullptr);
    const double took = milliseconds([&] {
        for (const QByteArray &mail : mails) {
            sqlite3_bind_blob(insert, 1, mail.constData(), int(mail.size()), SQLITE_STATIC);
            if (sqlite3_step(insert) != SQLITE_DONE)
                giveUp(QStringLiteral("cannot insert"));
            sqlite3_reset(insert);
        }
    });
    sqlite3_finalize(insert);
    sqlite3_close(handle);
    return took;
}

} // namespace

void benchIntake(BenchDesk &)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("intake.desk"));
    const NewDesk made{QStringLiteral("Intake"), QStringLiteral("Ada Admin"), QStringLiteral("ada@desk.example")};
    LocalDeskOptions deskOptions;
    deskOptions.codec = makeMailCodec();
    const auto desk = mustDo(LocalDesk::create(path, made, deskOptions));
    const MailboxId mailbox = setUpMail(*desk);
    QVector<QByteArray> mails;
    for (int i = 0; i < mailsToTake; ++i)
        mails.append(intakeMail(i));

    const auto store = mustDo(openMailStore(path));
    const SystemClock clock;
    const std::optional<Lease> lease =
        mustDo(store->takeLease(QStringLiteral("mail-intake"), QStringLiteral("bench"), clock.now(), 60 * 60 * 1000));
    const double storing = milliseconds([&] {
        for (int i = 0; i < mailsToTake; ++i)
            (void)mustDo(store->storeArrival(
                *lease, {mailbox, QStringLiteral("INBOX"), 1, QString::number(i + 1), clock.now()}, mails[i]));
    });
    const MailJobPorts ports = mailJobPorts(
        *desk, [path] { return openMailStore(path); }, MailKey({}, [] { return Result<QString>(QString()); }));
    HeldLease held(ports.clock);
    held.hold(*lease);
    ArrivalApplier applier(ports, held);
    applier.setMailboxes(mustDo(store->mailboxes()));
    const double applying = milliseconds([&] { applier.applyAll([] { return true; }); });
    const MailReport now = mustDo(waitFor(desk->mailReport()));
    const MailReconciliation sums = now.mailboxes.value(0).sums;
    if (applier.applied() != mailsToTake || sums.opened + sums.followUps != mailsToTake || now.queued < sums.opened)
        giveUp(QStringLiteral("%1 applied, %2 opened, %3 follow-ups, %4 acknowledgements")
                   .arg(applier.applied())
                   .arg(sums.opened)
                   .arg(sums.followUps)
                   .arg(now.queued));
    const double raw = rawInserts(folder.filePath(QStringLiteral("raw")), mails);
    const auto perSecond = [](double took) { return double(mailsToTake) * 1000 / took; };
    report({QStringLiteral("intake"), QStringLiteral("stored, parsed, routed, acknowledged and indexed, each durable"),
            perSecond(storing + applying), QStringLiteral("mails/s"), perSecond(raw), 50.0});
    report({QStringLiteral("intake"),
            QStringLiteral("of it: stored"),
            perSecond(storing),
            QStringLiteral("mails/s"),
            perSecond(raw),
            {}});
    report({QStringLiteral("intake"),
            QStringLiteral("of it: applied"),
            perSecond(applying),
            QStringLiteral("mails/s"),
            perSecond(raw),
            {}});
}

} // namespace deskhand::bench

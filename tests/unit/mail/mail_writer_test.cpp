// SPDX-License-Identifier: GPL-3.0-or-later
// What single mails look like when they go out; the rules that hold for all of them are in
// mail_writer_properties_test.
#include "mail/gmime_codec.h"
#include "mail/header_writer.h"
#include "mail/mime_parser.h"

#include <QtTest>

using namespace deskhand;
using namespace Qt::Literals::StringLiterals;

namespace {

OutgoingMail sampleMail()
{
    OutgoingMail mail;
    mail.from = {u"Contoso Support"_s, u"support@contoso.com"_s};
    mail.to = {{u"Ana Martínez"_s, u"ana@example.org"_s}};
    mail.subject = u"Re: Drucker läuft nicht [#2026-1042]"_s;
    mail.messageId = u"dh.1k.abc.0123456789@contoso.com"_s;
    mail.references = {u"first@example.org"_s, u"second@example.org"_s};
    mail.date = 1'700'000'000'000;
    mail.text = u"Hello Ana,\n\nplease try again.\n\n-- \nContoso Support"_s;
    mail.quotedText = u"On 14 Nov, Ana wrote:\n> It does not print.\n>\n> Ana"_s;
    return mail;
}

QByteArray written(const OutgoingMail &mail)
{
    const Result<QByteArray> bytes = makeMailCodec()->write(mail);
    return bytes ? *bytes : QByteArray();
}

QByteArray errorField(const OutgoingMail &mail)
{
    const Result<QByteArray> bytes = makeMailCodec()->write(mail);
    if (bytes || bytes.error().code != ErrorCode::Invalid)
        return "none";
    return bytes.error().payload.value(u"field"_s).toByteArray();
}

} // namespace

class MailWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReply()
    {
        const QByteArray bytes = written(sampleMail());
        for (const char *line :
             {"Date: Tue, 14 Nov 2023 22:13:20 +0000\r\n", "From: Contoso Support <support@contoso.com>\r\n",
              "Message-ID: <dh.1k.abc.0123456789@contoso.com>\r\n", "In-Reply-To: <second@example.org>\r\n",
              "References: <first@example.org>\r\n <second@example.org>\r\n", "MIME-Version: 1.0\r\n",
              "X-Deskhand-Loop: support@contoso.com\r\n", "\r\n> It does not print.\r\n>\r\n> Ana\r\n",
              "\r\n-- \r\nContoso Support\r\n"})
            QVERIFY2(bytes.contains(line), line);
        QVERIFY(!bytes.contains("Auto-Submitted"));
        QVERIFY(!bytes.contains("List-Unsubscribe"));
        const ParsedMail mail = parseMail(bytes);
        QCOMPARE(mail.defects, QStringList());
        QCOMPARE(mail.subject, sampleMail().subject);
        QCOMPARE(mail.to.first().name, u"Ana Martínez"_s);
        QVERIFY(mail.html.contains(u"please try again."));
        QVERIFY(!mail.autoSubmitted);
    }

    void anAutomaticOneSaysSo()
    {
        OutgoingMail mail = sampleMail();
        mail.automatic = true;
        mail.loopChain = {u"help@other.example"_s, u"bad\r\nX-Evil: 1"_s};
        mail.language = u"de"_s;
        const QByteArray bytes = written(mail);
        QVERIFY(bytes.contains("\r\nAuto-Submitted: auto-replied\r\n"));
        QVERIFY(bytes.contains("\r\nX-Auto-Response-Suppress: All\r\n"));
        QVERIFY(bytes.contains("\r\nContent-Language: de\r\n"));
        QVERIFY(!bytes.contains("\nX-Evil"));
        const AcceptMail read = makeMailCodec()->read(bytes, u"test"_s, nullptr);
        QCOMPARE(read.loopChain, (QStringList{u"help@other.example"_s, u"badX-Evil1"_s, u"support@contoso.com"_s}));
        QCOMPARE(read.nature, MailNature::AutoReply);
        // Our own replies have a chain as well, and are a person's.
        QCOMPARE(makeMailCodec()->read(written(sampleMail()), u"test"_s, nullptr).nature, MailNature::Human);
    }

    void picturesAndFiles()
    {
        OutgoingMail mail = sampleMail();
        mail.html =
            u"<p>See <img src=\"cid:pic@x\" alt=\"it\"> and <img src=\"data:image/png;base64,iVBORw0KGgo=\"> and "
            "<img src=\"https://tracker.example/p.gif\" width=\"1\" height=\"1\"></p>"_s;
        mail.files = {{u"shown.png"_s, u"image/png"_s, "\x89PNG\r\n\x1a\n\0x"_ba, true, u"pic@x"_s},
                      {u"Übersicht – \"neu\".txt"_s, u"text/plain"_s, "a\nb\r\nc\rd"_ba, false, {}},
                      {u"mail.eml"_s, u"message/rfc822"_s, "From: a@b\n\nx\n"_ba, false, {}}};
        const QByteArray bytes = written(mail);
        QVERIFY(!bytes.contains("tracker"));
        const ParsedMail read = parseMail(bytes);
        QCOMPARE(read.defects, QStringList());
        QCOMPARE(read.attachments.size(), 4);
        QCOMPARE(read.html.count(u"<img"), 2);
        QCOMPARE(read.html.count(u"cid:"), 2);
        for (const MailAttachment &part : read.attachments)
            QCOMPARE(part.isInline, part.shownInBody);
        for (const OutgoingFile &file : mail.files) {
            const bool found = std::any_of(read.attachments.begin(), read.attachments.end(),
                                           [&](const MailAttachment &part) { return part.bytes == file.bytes; });
            QVERIFY2(found, qPrintable(file.name));
        }
        QVERIFY(std::any_of(read.attachments.begin(), read.attachments.end(), [](const MailAttachment &part) {
            return part.name.startsWith(u"Übersicht") && part.name.endsWith(u".txt");
        }));
    }

    void whatCannotBeSentIsRefused()
    {
        OutgoingMail mail = sampleMail();
        mail.from.address = u"nobody"_s;
        QCOMPARE(errorField(mail), "from"_ba);
        mail = sampleMail();
        mail.to.clear();
        QCOMPARE(errorField(mail), "to"_ba);
        for (const QString &address :
             {u"jürgen@example.org"_s, u"a@b@"_s, u"@x.org"_s, u"a@-x.org"_s, u"a\r\nBcc: b@x.org"_s, u"a@x..org"_s,
              u"a@x org"_s, u"<a@x.org>"_s, u"a@[1.2.3.4"_s, QString(200, u'a') + u"@x.org"_s}) {
            mail = sampleMail();
            mail.cc = {{QString(), address}};
            QVERIFY2(errorField(mail) == "cc", qPrintable(address));
        }
        mail = sampleMail();
        mail.messageId = u"a b@c"_s;
        QCOMPARE(errorField(mail), "messageId"_ba);
    }

    void addressesThatCanBeSentTo()
    {
        QCOMPARE(sendableAddress(u"Joe@Example.ORG"_s), "Joe@Example.ORG"_ba);
        QCOMPARE(sendableAddress(u"joe@bücher.example"_s), "joe@xn--bcher-kva.example"_ba);
        QCOMPARE(sendableAddress(u"a..b@docomo.example"_s), "\"a..b\"@docomo.example"_ba);
        QCOMPARE(sendableAddress(u"\"a b\"@x.org"_s), "\"a b\"@x.org"_ba);
        QCOMPARE(sendableAddress(u"root@localhost"_s), "root@localhost"_ba);
        QCOMPARE(sendableAddress(u"a@[127.0.0.1]"_s), "a@[127.0.0.1]"_ba);
    }

    void referencesAreCutInTheMiddle()
    {
        OutgoingMail mail = sampleMail();
        mail.references.clear();
        for (int i = 0; i < 1000; ++i)
            mail.references.append(u"some-quite-long-id-of-a-mail-%1@example.org"_s.arg(i));
        const QByteArray bytes = written(mail);
        const qsizetype begin = bytes.indexOf("\r\nReferences:") + 2;
        const qsizetype end = bytes.indexOf("\r\nMIME-Version");
        QVERIFY(end - begin <= 8 * 1024);
        QVERIFY(end - begin > 7 * 1024);
        const ParsedMail read = parseMail(bytes);
        QCOMPARE(read.references.first(), mail.references.first());
        QCOMPARE(read.references.last(), mail.references.last());
        QCOMPARE(read.inReplyTo, mail.references.last());
    }

    void aBoundaryIsInNoPart()
    {
        // A mail that quotes the very separators that the same mail had before.
        OutgoingMail mail = sampleMail();
        const QByteArray first = written(mail);
        const qsizetype at = first.indexOf("boundary=\"") + 10;
        const QByteArray boundary = first.mid(at, first.indexOf('"', at) - at);
        mail.text += u"\n--"_s + QString::fromLatin1(boundary) + u"\n--"_s + QString::fromLatin1(boundary) + u"--\n"_s;
        const QByteArray second = written(mail);
        QVERIFY(!second.contains("boundary=\"" + boundary));
        QVERIFY(parseMail(second).text.contains(QString::fromLatin1(boundary)));
    }
};

QTEST_APPLESS_MAIN(MailWriterTest)
#include "mail_writer_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every mail that goes out, over random ones made to break it: hostile words in every field, long lines,
// all planes of Unicode, quotes, pictures, files, long threads.
#include "mail/encoded_words.h"
#include "mail/gmime_codec.h"
#include "mail/header_block.h"
#include "mail/mime_parser.h"
#include "support/nightly.h"
#include "wire_check.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QtTest>

using namespace deskhand;
using deskhand::test::wireProblem;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Makes outgoing mails; every one has a number that makes it again.
class MailMaker
{
public:
    explicit MailMaker(quint32 seed)
        : m_random(seed)
    {
    }

    OutgoingMail make()
    {
        OutgoingMail mail;
        mail.from = {line(30), u"support@contoso.example"_s};
        for (int i = below(4); i >= 0; --i)
            mail.to.append(address());
        for (int i = below(3); i > 0; --i)
            mail.cc.append(address());
        mail.subject = line(200).left(1900);
        mail.messageId = u"dh.%1.abc.def@contoso.example"_s.arg(m_random.generate());
        for (int i = oneIn(20) ? below(2000) : below(8); i > 0; --i)
            mail.references.append(reference());
        mail.date = qint64(m_random.bounded(4'000'000'000.0)) * 1000;
        mail.text = text(false);
        if (oneIn(2))
            mail.quotedText = text(true);
        addFiles(mail);
        if (oneIn(3))
            addHtml(mail);
        mail.automatic = oneIn(3);
        for (int i = below(3); i > 0; --i)
            mail.loopChain.append(line(40));
        if (oneIn(2))
            mail.language = oneIn(5) ? line(10) : u"pt-BR"_s;
        return mail;
    }

private:
    int below(int limit) { return int(m_random.bounded(limit)); }
    bool oneIn(int many) { return below(many) == 0; }

    QString word()
    {
        static const QStringList words{u"printer"_s,
                                       u"Grüße"_s,
                                       u"漢字かな交じり文"_s,
                                       u"\r\nBcc: evil@x.org"_s,
                                       u"=?utf-8?Q?a?="_s,
                                       u"👩‍👩‍👧"_s,
                                       u"نص عربي"_s,
                                       u"\"quoted\""_s,
                                       u"a,b;c"_s,
                                       u"<x@y.org>"_s,
                                       u"(comment"_s,
                                       u"\\"_s,
                                       u"\u2028"_s,
                                       u"--"_s,
                                       u"[#2026-1042]"_s,
                                       u"\t"_s,
                                       QString(QChar(0)),
                                       u"\r"_s,
                                       u"é"_s,
                                       u"="_s,
                                       u"__"_s,
                                       u"https://example.org/a?b=c&d=%20"_s};
        if (oneIn(60))
            return QString(below(3000), u'x');
        if (oneIn(8))
            return QString::fromUcs4(U"\U0001F4A9").repeated(below(30));
        return words[below(int(words.size()))];
    }

    QString line(int length)
    {
        QString all;
        const int most = below(length + 1);
        while (all.size() < most)
            all += word() + (oneIn(8) ? u"  "_s : oneIn(6) ? QString() : u" "_s);
        // Cut anywhere, inside of a character too.
        return QString::fromUtf8(all.left(length * 20).toUtf8());
    }

    MailAddress address()
    {
        static const QStringList addresses{
            u"ana@example.org"_s,      u"a..b@docomo.example"_s,
            u"o'neil+tag@x.example"_s, u"\"a b\"@example.org"_s,
            u"root@localhost"_s,       u"a-very-long-local-part-that-goes-on-and-on@mail.sub.example.museum"_s};
        return {line(60), addresses[below(int(addresses.size()))]};
    }

    QString reference()
    {
        if (oneIn(30))
            return oneIn(2) ? u"broken id\r\nX: y@z"_s : QString(950, u'q') + u"@x"_s;
        return u"%1.%2@example.org"_s.arg(m_random.generate()).arg(QString(below(60), u'r'));
    }

    QString text(bool quoted)
    {
        QString all;
        for (int i = below(20); i >= 0; --i) {
            QString one = line(oneIn(4) ? 400 : 60);
            one.remove(u'\r').remove(QChar(0)).remove(QChar(0x2028)).remove(u'\n');
            if (oneIn(12))
                one = u"From here on"_s;
            if (oneIn(12))
                one = u"."_s;
            if (oneIn(15))
                one = u"-- "_s;
            if (quoted ? !oneIn(5) : oneIn(8))
                one.prepend(QString(1 + below(3), u'>') + (oneIn(6) && !quoted ? QString() : u" "_s));
            if (oneIn(10))
                one.prepend(u"   "_s);
            all += one + (oneIn(9) ? u"\r\n"_s : u"\n"_s);
        }
        return all;
    }

    void addFiles(OutgoingMail &mail)
    {
        static const QStringList types{u"image/png"_s,       u"text/plain"_s,  u"message/rfc822"_s,
                                       u"not a type\r\n"_s,  u"image/png\n"_s, u"application/pdf"_s,
                                       u"multipart/mixed"_s, u"text/html"_s};
        for (int i = below(4); i > 0; --i) {
            OutgoingFile file;
            file.name = oneIn(4) ? line(200) : u"report %1.pdf"_s.arg(i);
            file.type = types[below(int(types.size()))];
            QByteArray bytes(below(oneIn(10) ? 20'000 : 300), Qt::Uninitialized);
            for (char &byte : bytes)
                byte = static_cast<char>(m_random.bounded(256));
            // So that each can be told from the others.
            file.bytes = bytes + QByteArray::number(i) + '\n';
            file.isInline = oneIn(2);
            if (file.isInline)
                file.contentId = oneIn(5) ? line(20) : u"pic%1@x"_s.arg(i) + (oneIn(9) ? u"\n"_s : QString());
            mail.files.append(file);
        }
    }

    void addHtml(OutgoingMail &mail)
    {
        mail.html = u"<p>written "_s + line(60).toHtmlEscaped()
                    + u"<img src=\"https://track.example/p.gif\" width=\"1\"><img src=\"deskhand-remote:0\"></p>"_s;
        for (const OutgoingFile &file : mail.files) {
            if (oneIn(2))
                mail.html += u"<div><img src=\"cid:"_s + file.contentId.toHtmlEscaped() + u"\"></div>"_s;
        }
        if (oneIn(3))
            mail.html += u"<img src=\"data:image/png;base64,iVBORw0KGgo=\">"_s;
        if (!mail.quotedText.isEmpty())
            mail.quotedHtml = u"<blockquote>quoted "_s + mail.quotedText.toHtmlEscaped() + u"</blockquote>"_s;
    }

    QRandomGenerator m_random;
};

QString sameText(QString text)
{
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    QStringList lines;
    for (QString one : text.split(u'\n')) {
        QString kept;
        for (const QChar c : one) {
            if (c >= u' ' || c == u'\t')
                kept += c;
        }
        while (kept.endsWith(u' ') || kept.endsWith(u'\t'))
            kept.chop(1);
        lines.append(kept);
    }
    while (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines.join(u'\n');
}

/// What a reader makes of a name or subject: it shows no control and no direction characters.
QString sameLine(const QString &text)
{
    return cleanHeaderText(text).simplified();
}

QString headerProblem(const QByteArray &bytes, const OutgoingMail &mail)
{
    DefectNotes defects;
    const HeaderBlock headers = HeaderBlock::read(bytes, {}, defects);
    for (const char *name : {"From", "Date", "Message-ID", "MIME-Version", "Content-Type", "X-Deskhand-Loop"}) {
        if (headers.values(name).size() != 1)
            return QString::fromLatin1(name) + u" not once"_s;
    }
    static const QSet<QByteArray> known{"date",
                                        "from",
                                        "to",
                                        "cc",
                                        "subject",
                                        "message-id",
                                        "in-reply-to",
                                        "references",
                                        "mime-version",
                                        "auto-submitted",
                                        "x-auto-response-suppress",
                                        "x-deskhand-loop",
                                        "content-language",
                                        "content-type",
                                        "content-transfer-encoding"};
    QSet<QByteArray> seen;
    for (const HeaderBlock::Field &field : headers.fields()) {
        const QByteArray name = field.name.toByteArray().toLower();
        if (!known.contains(name) || seen.contains(name))
            return u"a field that nobody asked for: "_s + QString::fromLatin1(name);
        seen.insert(name);
    }
    if (headers.value("References").size() > 8 * 1024)
        return u"References of more than 8 kB"_s;
    if ((headers.value("Auto-Submitted").trimmed() == "auto-replied") != mail.automatic)
        return u"Auto-Submitted"_s;
    if (headers.value("X-Auto-Response-Suppress").isEmpty() == mail.automatic)
        return u"X-Auto-Response-Suppress"_s;
    if (headers.value("Message-ID").trimmed() != '<' + mail.messageId.toLatin1() + '>')
        return u"Message-ID"_s;
    return {};
}

QString addressProblem(const QList<MailAddress> &read, const QVector<MailAddress> &given)
{
    if (read.size() != given.size())
        return u"%1 addresses became %2"_s.arg(given.size()).arg(read.size());
    for (qsizetype i = 0; i < read.size(); ++i) {
        if (read[i].address != given[i].address)
            return read[i].address + u" was "_s + given[i].address;
        // A reader takes quotes around a whole name away.
        const auto bare = [](const QString &name) { return sameLine(name).remove(u'"').remove(u'\''); };
        if (bare(read[i].name) != bare(given[i].name))
            return read[i].name + u" was "_s + given[i].name;
    }
    return {};
}

/// Why a mail that was read again is not what was given; empty: it is.
QString contentProblem(const ParsedMail &read, const OutgoingMail &given)
{
    if (!read.defects.isEmpty())
        return u"defects: "_s + read.defects.join(u',');
    if (sameLine(read.subject) != sameLine(given.subject))
        return u"subject: "_s + read.subject;
    for (const auto &[mine, theirs] : {std::pair(read.from, QVector<MailAddress>{given.from}),
                                       std::pair(read.to, given.to), std::pair(read.cc, given.cc)}) {
        if (const QString problem = addressProblem(mine, theirs); !problem.isEmpty())
            return problem;
    }
    const QString quoted = sameText(given.quotedText);
    const QString written = sameText(given.text);
    const QString both = quoted.isEmpty() ? written : written.isEmpty() ? quoted : written + u"\n\n"_s + quoted;
    if (sameText(read.text) != both)
        return u"text:\n"_s + read.text + u"\n-- was --\n"_s + both;
    if (given.html.isEmpty() ? false : !read.html.contains(u"written"))
        return u"no HTML"_s;
    if (read.html.contains(u"track.example") || read.html.contains(u"deskhand-remote"))
        return u"a picture from elsewhere"_s;
    QList<QByteArray> files;
    for (const MailAttachment &file : read.attachments)
        files.append(file.bytes);
    for (const OutgoingFile &file : given.files) {
        if (!files.removeOne(file.bytes))
            return u"a file is not what it was: "_s + file.name;
    }
    if (files.size() > (given.html.contains(u"data:image") ? 1 : 0))
        return u"a file that nobody gave"_s;
    return {};
}

} // namespace

class MailWriterPropertiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMailKeepsTheRules()
    {
        const auto codec = makeMailCodec();
        const auto many = quint32(deskhand::test::randomRounds(1'000));
        for (quint32 seed = 1; seed <= many; ++seed) {
            const OutgoingMail mail = MailMaker(seed).make();
            const Result<QByteArray> bytes = codec->write(mail);
            QVERIFY2(bytes, qPrintable(QString::number(seed)));
            const auto fails = [&](const QString &problem) {
                return u"mail %1: %2\n%3"_s.arg(seed).arg(problem, QString::fromLatin1(bytes->left(9000))).toUtf8();
            };
            for (const QString &problem : {wireProblem(*bytes), headerProblem(*bytes, mail)})
                QVERIFY2(problem.isEmpty(), fails(problem).constData());
            const QString problem = contentProblem(parseMail(*bytes), mail);
            QVERIFY2(problem.isEmpty(), fails(problem).constData());
            // The same mail gives the same bytes.
            QCOMPARE(*codec->write(mail), *bytes);
        }
    }

    void nothingButWhatWasGivenIsInIt()
    {
        // Every text has a word of its own; a mail has exactly the words of the texts that were given to it.
        const auto codec = makeMailCodec();
        for (quint32 seed = 1; seed <= 300; ++seed) {
            QRandomGenerator random(seed);
            OutgoingMail mail = MailMaker(seed).make();
            mail.html.clear();
            mail.quotedHtml.clear();
            QStringList given;
            QStringList others;
            for (int i = 0; i < 6; ++i) {
                const QString mark = u"article%1x%2"_s.arg(seed).arg(i);
                if (random.bounded(2) == 0) {
                    mail.quotedText += u"\n> "_s + mark + u'\n';
                    given.append(mark);
                } else {
                    others.append(mark);
                }
            }
            const ParsedMail read = parseMail(*codec->write(mail));
            for (const QString &mark : given)
                QVERIFY(read.text.contains(mark) && read.html.contains(mark));
            for (const QString &mark : others)
                QVERIFY(!read.text.contains(mark) && !read.html.contains(mark));
        }
    }

    void agreesWithAnotherParser()
    {
        const QString python = QStandardPaths::findExecutable(u"python3"_s);
        if (python.isEmpty())
            QSKIP("no python3 on this machine");
        static const char *script =
            "import sys, email, email.policy, json, base64\n"
            "for line in sys.stdin:\n"
            "    m = email.message_from_bytes(base64.b64decode(line), policy=email.policy.default)\n"
            "    files = [base64.b64encode(p.get_payload(decode=True)).decode() for p in m.walk()\n"
            "             if not p.is_multipart() and p.get_filename()]\n"
            "    defects = [type(d).__name__ for p in m.walk() for d in p.defects]\n"
            "    print(json.dumps({'subject': m['subject'] or '', 'to': [a.addr_spec for a in m['to'].addresses],\n"
            "                      'files': files, 'defects': defects, 'types': [p.get_content_type() for p in "
            "m.walk()]}))\n";
        QProcess process;
        process.start(python, {u"-c"_s, QString::fromLatin1(script)});
        constexpr quint32 many = 200;
        for (quint32 seed = 1; seed <= many; ++seed)
            process.write(makeMailCodec()->write(MailMaker(seed).make())->toBase64() + '\n');
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(60'000));
        const QList<QByteArray> answers = process.readAllStandardOutput().trimmed().split('\n');
        QVERIFY2(answers.size() == many, process.readAllStandardError().right(2000).constData());
        for (quint32 seed = 1; seed <= many; ++seed) {
            const OutgoingMail mail = MailMaker(seed).make();
            const QJsonObject theirs = QJsonDocument::fromJson(answers[seed - 1]).object();
            const auto fails = [&] {
                return QByteArray(u"mail %1: %2"_s.arg(seed).arg(QString::fromUtf8(answers[seed - 1])).toUtf8()
                                  + sameLine(mail.subject).toUtf8());
            };
            QVERIFY2(theirs[u"defects"_s].toArray().isEmpty(), fails().constData());
            QVERIFY2(sameLine(theirs[u"subject"_s].toString()) == sameLine(mail.subject), fails().constData());
            QVERIFY2(theirs[u"to"_s].toArray().size() == mail.to.size(), fails().constData());
            QStringList files;
            for (const QJsonValue &file : theirs[u"files"_s].toArray())
                files.append(file.toString());
            for (const OutgoingFile &file : mail.files)
                QVERIFY2(files.removeOne(QString::fromLatin1(file.bytes.toBase64())), fails().constData());
            QVERIFY2(theirs[u"types"_s].toArray().contains(u"text/plain"_s), fails().constData());
        }
    }
};

QTEST_APPLESS_MAIN(MailWriterPropertiesTest)
#include "mail_writer_properties_test.moc"

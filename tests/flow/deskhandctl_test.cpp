// SPDX-License-Identifier: GPL-3.0-or-later
// The command-line program as it is started: what it prints, and how it ends.
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

namespace {

struct Outcome {
    int code = -1;
    QString output;
    QString errors;

    [[nodiscard]] QStringList lines() const { return output.split(u'\n', Qt::SkipEmptyParts); }
    [[nodiscard]] QJsonObject json(qsizetype line = 0) const
    {
        return QJsonDocument::fromJson(lines().value(line).toUtf8()).object();
    }
};

Outcome deskhandctl(const QStringList &arguments)
{
    const QString folder = qEnvironmentVariable("DESKHAND_BIN", QStringLiteral(DESKHAND_BINARY_DIR "/bin"));
    QProcess process;
    process.start(folder + QStringLiteral("/deskhandctl"), arguments);
    Outcome outcome;
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        return outcome;
    outcome.code = process.exitCode();
    outcome.output = QString::fromUtf8(process.readAllStandardOutput());
    outcome.errors = QString::fromUtf8(process.readAllStandardError());
    return outcome;
}

QString sample(const QString &name)
{
    return QStringLiteral(DESKHAND_SOURCE_DIR "/tests/data/") + name;
}

} // namespace

class DeskhandctlTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString file(const QString &name) const { return m_folder.filePath(name); }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QDir().mkpath(QFileInfo(file(name)).path());
        QFile out(file(name));
        QVERIFY(out.open(QIODevice::WriteOnly));
        QCOMPARE(out.write(bytes), bytes.size());
    }

    void makeDesk(const QString &name)
    {
        const Outcome made =
            deskhandctl({QStringLiteral("init"), file(name), QStringLiteral("--agent"), QStringLiteral("Ann Lee"),
                         QStringLiteral("--address"), QStringLiteral("ann@desk.example")});
        QVERIFY2(made.code == 0, qPrintable(made.errors));
    }

private Q_SLOTS:
    void mailIsParsedToOneJsonLineAMail()
    {
        const QByteArray separator = "From a@x.org Thu Jan  1 10:00:00 2024\n";
        write(QStringLiteral("two.mbox"), separator + "Subject: One\nFrom: Ann <a@x.org>\n\n1\n\n" + separator
                                              + "Subject: Two\nFrom: b@x.org\n\n2\n");
        const Outcome parsed =
            deskhandctl({QStringLiteral("mail"), QStringLiteral("parse"), QStringLiteral("--json"),
                         sample(QStringLiteral("mail/related_inline_picture.eml")), file(QStringLiteral("two.mbox"))});
        QCOMPARE(parsed.code, 0);
        QCOMPARE(parsed.lines().size(), 3);
        const QJsonObject mail = parsed.json();
        for (const char *key :
             {"file", "subject", "from", "to", "cc", "reply_to", "message_id", "in_reply_to", "references", "date",
              "text", "reply", "html", "attachments", "auto_submitted", "bounce", "list", "defects"})
            QVERIFY2(mail.contains(QLatin1String(key)), key);
        QCOMPARE(mail.value(QStringLiteral("file")).toString(),
                 sample(QStringLiteral("mail/related_inline_picture.eml")));
        const QJsonObject attachment = mail.value(QStringLiteral("attachments")).toArray().first().toObject();
        for (const char *key : {"name", "type", "size", "sha256", "inline", "content_id"})
            QVERIFY2(attachment.contains(QLatin1String(key)), key);
        QCOMPARE(attachment.value(QStringLiteral("sha256")).toString().size(), 64);
        QVERIFY(QDateTime::fromString(mail.value(QStringLiteral("date")).toString(), Qt::ISODate).isValid());
        QCOMPARE(parsed.json(1).value(QStringLiteral("subject")).toString(), QStringLiteral("One"));
        const QJsonObject from = parsed.json(1).value(QStringLiteral("from")).toArray().first().toObject();
        QCOMPARE(from, (QJsonObject{{QStringLiteral("name"), QStringLiteral("Ann")},
                                    {QStringLiteral("address"), QStringLiteral("a@x.org")}}));
        QCOMPARE(parsed.json(2).value(QStringLiteral("subject")).toString(), QStringLiteral("Two"));
        const Outcome missing =
            deskhandctl({QStringLiteral("mail"), QStringLiteral("parse"), file(QStringLiteral("no"))});
        QCOMPARE(missing.code, 1);
        QVERIFY(missing.errors.contains(QStringLiteral("no")));
    }

    void htmlIsSanitised()
    {
        write(QStringLiteral("page.html"), "<p onclick=x>Hi <b>you</b><script>alert(1)</script><img "
                                           "src=\"http://x.org/a.png\"></p>");
        const QString safe = QStringLiteral("<p>Hi <b>you</b><img src=\"deskhand-remote:0\"></p>");
        const Outcome plain =
            deskhandctl({QStringLiteral("html"), QStringLiteral("sanitize"), file(QStringLiteral("page.html"))});
        QCOMPARE(plain.code, 0);
        QCOMPARE(plain.output.trimmed(), safe);
        const Outcome json = deskhandctl({QStringLiteral("html"), QStringLiteral("sanitize"), QStringLiteral("--json"),
                                          file(QStringLiteral("page.html"))});
        QCOMPARE(json.lines().size(), 1);
        QCOMPARE(json.json().value(QStringLiteral("html")).toString(), safe);
        QCOMPARE(json.json().value(QStringLiteral("text")).toString(), QStringLiteral("Hi you"));
        const QJsonObject blocked = json.json().value(QStringLiteral("blocked")).toArray().first().toObject();
        QCOMPARE(blocked.value(QStringLiteral("url")).toString(), QStringLiteral("http://x.org/a.png"));
    }

    void mailIsImportedOnce()
    {
        makeDesk(QStringLiteral("mail.desk"));
        const QStringList command = {QStringLiteral("import-mail"), file(QStringLiteral("mail.desk")),
                                     sample(QStringLiteral("mail")), QStringLiteral("--json")};
        const Outcome first = deskhandctl(command);
        QCOMPARE(first.code, 0);
        const QJsonObject report = first.json(first.lines().size() - 1);
        const int mails = int(QDir(sample(QStringLiteral("mail"))).entryList({QStringLiteral("*.eml")}).size());
        QVERIFY(mails > 20);
        QCOMPARE(report.value(QStringLiteral("seen")).toInt(), mails);
        QCOMPARE(report.value(QStringLiteral("opened")).toInt() + report.value(QStringLiteral("follow_ups")).toInt()
                     + report.value(QStringLiteral("kept_raw")).toInt(),
                 mails);
        QVERIFY(report.value(QStringLiteral("kept_raw")).toInt() > 0);
        // What is no mail is told with its reason, a line a file.
        QVERIFY(first.output.contains(QStringLiteral("\"reason\":\"not-a-mail\"")));
        const Outcome second = deskhandctl(command);
        QCOMPARE(second.json(second.lines().size() - 1).value(QStringLiteral("duplicates")).toInt(), mails);
    }

    void ticketsAreWorked()
    {
        makeDesk(QStringLiteral("work.desk"));
        const QString desk = file(QStringLiteral("work.desk"));
        QCOMPARE(deskhandctl({QStringLiteral("queue"), QStringLiteral("add"), desk, QStringLiteral("Network")}).code,
                 0);
        QCOMPARE(deskhandctl({QStringLiteral("queue"), QStringLiteral("add"), desk, QStringLiteral("WLAN"),
                              QStringLiteral("--parent"), QStringLiteral("Network")})
                     .code,
                 0);
        const Outcome opened =
            deskhandctl({QStringLiteral("ticket"), QStringLiteral("open"), desk, QStringLiteral("--subject"),
                         QStringLiteral("Blue screen"), QStringLiteral("--requester"),
                         QStringLiteral("rita@customer.example"), QStringLiteral("--queue"), QStringLiteral("WLAN"),
                         QStringLiteral("--text"), QStringLiteral("It says memory")});
        QCOMPARE(opened.code, 0);
        const QString number = opened.output.trimmed();
        // A queue's children belong to it.
        const Outcome listed = deskhandctl({QStringLiteral("ticket"), QStringLiteral("list"), desk,
                                            QStringLiteral("queue:Network \"blue screen\""), QStringLiteral("--json")});
        QVERIFY2(listed.output.contains(QLatin1Char('"') + number + QLatin1Char('"')), qPrintable(listed.output));
        QVERIFY(deskhandctl({QStringLiteral("search"), desk, QStringLiteral("emor")}).output.contains(number));

        // Two changes from the same version: different fields merge, the same one is a conflict with both values.
        QCOMPARE(deskhandctl(
                     {QStringLiteral("ticket"), QStringLiteral("set"), desk, number, QStringLiteral("priority=high")})
                     .code,
                 0);
        QCOMPARE(deskhandctl({QStringLiteral("ticket"), QStringLiteral("set"), desk, number,
                              QStringLiteral("owner=Ann Lee"), QStringLiteral("--base-version"), QStringLiteral("1")})
                     .code,
                 0);
        const Outcome conflict =
            deskhandctl({QStringLiteral("ticket"), QStringLiteral("set"), desk, number, QStringLiteral("priority=low"),
                         QStringLiteral("--base-version"), QStringLiteral("1")});
        QCOMPARE(conflict.code, 3);
        QVERIFY2(conflict.errors.contains(QStringLiteral("High")) && conflict.errors.contains(QStringLiteral("Low")),
                 qPrintable(conflict.errors));
        const QString shown = deskhandctl({QStringLiteral("ticket"), QStringLiteral("show"), desk, number}).output;
        QVERIFY(shown.contains(QStringLiteral("priority: Medium → High")));
        QVERIFY(shown.contains(QStringLiteral("It says memory")));
    }

    void aWrongConditionIsPointedAt()
    {
        makeDesk(QStringLiteral("wrong.desk"));
        const Outcome wrong = deskhandctl({QStringLiteral("ticket"), QStringLiteral("list"),
                                           file(QStringLiteral("wrong.desk")), QStringLiteral("owner:me state:opne")});
        QCOMPARE(wrong.code, 2);
        const QStringList lines = wrong.errors.split(u'\n');
        const qsizetype text = lines.indexOf(QRegularExpression(QStringLiteral(".*owner:me state:opne.*")));
        QVERIFY2(text >= 0 && text + 1 < lines.size(), qPrintable(wrong.errors));
        QCOMPARE(lines[text + 1].indexOf(u'^'), lines[text].indexOf(QStringLiteral("opne")));
        QVERIFY(wrong.errors.contains(QStringLiteral("Open")));
    }

    void aDemoIsTheSameForTheSameNumbers()
    {
        QStringList lists;
        for (const QString &name : {QStringLiteral("one.desk"), QStringLiteral("two.desk")}) {
            const Outcome made =
                deskhandctl({QStringLiteral("demo"), QStringLiteral("--tickets"), QStringLiteral("300"),
                             QStringLiteral("--seed"), QStringLiteral("7"), file(name)});
            QVERIFY2(made.code == 0, qPrintable(made.errors));
            lists.append(deskhandctl({QStringLiteral("ticket"), QStringLiteral("list"), file(name),
                                      QStringLiteral("--limit"), QStringLiteral("300"), QStringLiteral("--json")})
                             .output);
        }
        QCOMPARE(lists[0].count(u'\n'), 300);
        QCOMPARE(lists[0], lists[1]);
    }

    void wrongUseIsExplained()
    {
        QCOMPARE(deskhandctl({QStringLiteral("nonsense")}).code, 2);
        const Outcome option =
            deskhandctl({QStringLiteral("mail"), QStringLiteral("parse"), QStringLiteral("--wrong")});
        QCOMPARE(option.code, 2);
        QVERIFY(option.errors.contains(QStringLiteral("--wrong")));
        const Outcome help = deskhandctl({QStringLiteral("help")});
        QCOMPARE(help.code, 0);
        QVERIFY(help.output.contains(QStringLiteral("import-mail")));
        QVERIFY(deskhandctl({QStringLiteral("--version")}).output.contains(QStringLiteral(DESKHAND_VERSION)));
    }
};

QTEST_GUILESS_MAIN(DeskhandctlTest)
#include "deskhandctl_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Merging and splitting from the command line, as the program is started.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

namespace {

struct MergeOutcome {
    int code = -1;
    QJsonObject json;
    QString text;
};

MergeOutcome mergeCtl(const QStringList &arguments)
{
    const QString folder = qEnvironmentVariable("DESKHAND_BIN", QStringLiteral(DESKHAND_BINARY_DIR "/bin"));
    QProcess process;
    process.start(folder + QStringLiteral("/deskhandctl"), arguments);
    MergeOutcome outcome;
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        return outcome;
    outcome.code = process.exitCode();
    const QByteArray output = process.readAllStandardOutput();
    outcome.text = QString::fromUtf8(output + process.readAllStandardError());
    outcome.json = QJsonDocument::fromJson(output.split('\n').value(0)).object();
    return outcome;
}

} // namespace

class DeskhandctlMergeTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_desk;

    QString open(const QString &subject)
    {
        const MergeOutcome opened =
            mergeCtl({QStringLiteral("ticket"), QStringLiteral("open"), m_desk, QStringLiteral("--subject"), subject,
                      QStringLiteral("--requester"), QStringLiteral("rita@customer.example"), QStringLiteral("--text"),
                      QStringLiteral("words of ") + subject, QStringLiteral("--json")});
        return opened.json.value(QStringLiteral("number")).toString();
    }
    MergeOutcome run(QStringList words)
    {
        words.insert(2, m_desk);
        return mergeCtl(words << QStringLiteral("--json"));
    }
    QString shownBy(const QString &number)
    {
        const MergeOutcome shown = run({QStringLiteral("ticket"), QStringLiteral("show"), number});
        return shown.json.value(QStringLiteral("number")).toString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_desk = m_folder.filePath(QStringLiteral("desk"));
        const MergeOutcome made =
            mergeCtl({QStringLiteral("init"), m_desk, QStringLiteral("--agent"), QStringLiteral("Ann Lee"),
                      QStringLiteral("--address"), QStringLiteral("ann@desk.example")});
        QVERIFY2(made.code == 0, qPrintable(made.text));
    }

    void mergedAndPartedByNumber()
    {
        const QString first = open(QStringLiteral("first"));
        const QString second = open(QStringLiteral("second"));
        const MergeOutcome merged = run({QStringLiteral("ticket"), QStringLiteral("merge"), first, second,
                                         QStringLiteral("--why"), QStringLiteral("the same")});
        QVERIFY2(merged.code == 0, qPrintable(merged.text));
        QCOMPARE(merged.json.value(QStringLiteral("number")).toString(), first);
        QCOMPARE(shownBy(second), first);
        QCOMPARE(run({QStringLiteral("ticket"), QStringLiteral("merge"), first, first}).code, 1);
        const MergeOutcome parted = run({QStringLiteral("ticket"), QStringLiteral("unmerge"), second});
        QVERIFY2(parted.code == 0, qPrintable(parted.text));
        QCOMPARE(parted.json.value(QStringLiteral("number")).toString(), second);
        QCOMPARE(shownBy(second), second);
        QCOMPARE(run({QStringLiteral("ticket"), QStringLiteral("unmerge"), second}).code, 1);
    }

    void articlesAreSplitOff()
    {
        const QString number = open(QStringLiteral("two things"));
        const MergeOutcome posted = run({QStringLiteral("ticket"), QStringLiteral("post"), number,
                                         QStringLiteral("--text"), QStringLiteral("the other thing")});
        const QString article = QString::number(posted.json.value(QStringLiteral("article")).toInteger());
        const MergeOutcome split = run({QStringLiteral("ticket"), QStringLiteral("split"), number, article,
                                        QStringLiteral("--subject"), QStringLiteral("other")});
        QVERIFY2(split.code == 0, qPrintable(split.text));
        QVERIFY(split.json.value(QStringLiteral("number")).toString() != number);
        QCOMPARE(split.json.value(QStringLiteral("version")).toInt(), 1);
        QCOMPARE(run({QStringLiteral("ticket"), QStringLiteral("split"), number, QStringLiteral("x")}).code, 2);
        QCOMPARE(run({QStringLiteral("ticket"), QStringLiteral("split"), number, article}).code, 1);
    }
};

QTEST_GUILESS_MAIN(DeskhandctlMergeTest)
#include "deskhandctl_merge_test.moc"

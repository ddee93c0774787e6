// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/draft_files.h"

#include "replica/draft_json.h"

#include <QDir>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace deskhand;

namespace {

Draft sampleDraft(const QString &html = QStringLiteral("<p>Hello <b>Sarah</b></p>"))
{
    Draft draft;
    draft.kind = DraftKind::Reply;
    draft.ticket = TicketId{10427};
    draft.author = PersonId{7};
    draft.key = draftKey(draft.kind, draft.ticket, draft.author);
    draft.lastSeen = ArticleId{9007199254740993}; // beyond what a double holds
    draft.html = html;
    draft.to = {{QStringLiteral("Sarah Lind"), QStringLiteral("sarah@example.org")}};
    draft.cc = {{QString(), QStringLiteral("boss@example.org")}};
    draft.attachments = {{QStringLiteral("../../etc/passwd"), QStringLiteral("image/png"),
                          QByteArray("\x89PNG\0bytes", 10), true, QStringLiteral("pic1@desk")}};
    draft.fields = {{QStringLiteral("tags"), QStringList{QStringLiteral("vpn"), QStringLiteral("dock")}}};
    draft.savedAt = 1718000000123;
    return draft;
}

bool sameDraft(const Draft &a, const Draft &b)
{
    return draftToJson(a) == draftToJson(b);
}

// Run as a child: saves drafts of growing number as fast as it can and says which save is durable.
int saveUntilKilled(const QString &folder)
{
    DraftFiles store(folder);
    for (int round = 1;; ++round) {
        const QString text =
            QStringLiteral("%1:").arg(round) + QString(2000 + round % 5000, u'x') + QStringLiteral(":%1").arg(round);
        if (!store.save(sampleDraft(text)))
            return 1;
        printf("%d\n", round);
        fflush(stdout);
    }
}

} // namespace

class DraftFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryField()
    {
        const QTemporaryDir folder;
        DraftFiles store(folder.filePath(QStringLiteral("drafts")));
        const Draft draft = sampleDraft();
        QVERIFY(store.save(draft));
        QStringList damaged;
        const Result<QVector<Draft>> loaded = store.load(&damaged);
        QVERIFY(loaded);
        QCOMPARE(damaged, QStringList());
        QCOMPARE(loaded->size(), 1);
        QVERIFY(sameDraft(loaded->first(), draft));
        QCOMPARE(loaded->first().lastSeen, draft.lastSeen);
        QCOMPARE(loaded->first().attachments.first().bytes, draft.attachments.first().bytes);
    }

    void anEmptyFolderHasNoDrafts()
    {
        const QTemporaryDir folder;
        DraftFiles store(folder.filePath(QStringLiteral("never made")));
        const Result<QVector<Draft>> loaded = store.load(nullptr);
        QVERIFY(loaded);
        QVERIFY(loaded->isEmpty());
        QVERIFY(store.remove(QStringLiteral("7-1-1")));
    }

    void loadsOldestFirstAndForgetsTheRemoved()
    {
        const QTemporaryDir folder;
        DraftFiles store(folder.path());
        Draft young = sampleDraft();
        Draft old = sampleDraft();
        old.kind = DraftKind::Note;
        old.key = draftKey(old.kind, old.ticket, old.author);
        old.savedAt = 5;
        QVERIFY(store.save(young));
        QVERIFY(store.save(old));
        QCOMPARE(store.load(nullptr)->first().key, old.key);
        QVERIFY(store.remove(old.key));
        QCOMPARE(store.load(nullptr)->size(), 1);
        QCOMPARE(store.load(nullptr)->first().key, young.key);
        QVERIFY(store.remove(young.key));
        QVERIFY(store.load(nullptr)->isEmpty());
        QCOMPARE(QDir(folder.filePath(QStringLiteral("files"))).entryList(QDir::Files), QStringList());
    }

    void typingDoesNotWriteAttachmentsAgain()
    {
        const QTemporaryDir folder;
        DraftFiles store(folder.path());
        QVERIFY(store.save(sampleDraft()));
        const QFileInfo bytes = QDir(folder.filePath(QStringLiteral("files"))).entryInfoList(QDir::Files).first();
        const QDateTime marked = QDateTime::currentDateTimeUtc().addDays(-3);
        QFile file(bytes.filePath());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(marked, QFileDevice::FileModificationTime));
        file.close();
        QVERIFY(store.save(sampleDraft(QStringLiteral("<p>more</p>"))));
        QVERIFY(qAbs(QFileInfo(bytes.filePath()).lastModified().msecsTo(marked)) < 1000);
        QCOMPARE(store.load(nullptr)->first().attachments.size(), 1);
    }

    void setsDamagedOnesAside_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("half") << QByteArray("{\"format\":1,\"key\":\"7-10");
        QTest::newRow("not a draft") << QByteArray("[1,2]");
        QTest::newRow("kind of the future") << QByteArray("{\"format\":1,\"key\":\"7-1-9\",\"kind\":9}");
    }

    void setsDamagedOnesAside()
    {
        QFETCH(QByteArray, content);
        const QTemporaryDir folder;
        DraftFiles store(folder.path());
        QVERIFY(store.save(sampleDraft()));
        QFile bad(folder.filePath(QStringLiteral("7-10-1.json")));
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write(content);
        bad.close();
        QStringList damaged;
        const Result<QVector<Draft>> loaded = store.load(&damaged);
        QVERIFY(loaded);
        QCOMPARE(loaded->size(), 1);
        QCOMPARE(damaged.size(), 1);
        QFile aside(damaged.first());
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), content);
        damaged.clear();
        QVERIFY(store.load(&damaged));
        QCOMPARE(damaged, QStringList()); // reported once
    }

    void aLostAttachmentDoesNotLoseTheText()
    {
        const QTemporaryDir folder;
        DraftFiles store(folder.path());
        QVERIFY(store.save(sampleDraft()));
        QDir files(folder.filePath(QStringLiteral("files")));
        QVERIFY(files.remove(files.entryList(QDir::Files).first()));
        const Result<QVector<Draft>> loaded = store.load(nullptr);
        QVERIFY(loaded);
        QCOMPARE(loaded->first().html, sampleDraft().html);
        QVERIFY(loaded->first().attachments.isEmpty());
    }

    void aKeyNeverLeavesTheFolder()
    {
        const QTemporaryDir folder;
        DraftFiles store(folder.filePath(QStringLiteral("drafts")));
        Draft draft = sampleDraft();
        draft.key = QStringLiteral("../../outside");
        QVERIFY(store.save(draft));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList());
        QCOMPARE(store.load(nullptr)->first().key, draft.key);
    }

    void saysWhenItCannotWrite()
    {
        const QTemporaryDir folder;
        QFile inTheWay(folder.filePath(QStringLiteral("drafts")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        DraftFiles store(inTheWay.fileName());
        const Result<void> saved = store.save(sampleDraft());
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::Internal);
    }

    void survivesKill()
    {
#ifndef Q_OS_UNIX
        QSKIP("kill -9 needs a Unix system");
#else
        for (int round = 0; round < 12; ++round) {
            const QTemporaryDir folder;
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(),
                        {QStringLiteral("--save-until-killed"), folder.path()});
            QVERIFY(child.waitForStarted());
            int durable = 0;
            QByteArray output;
            while (durable < 3 + round * 4) {
                QVERIFY(child.waitForReadyRead());
                output += child.readAllStandardOutput();
                durable = output.left(output.lastIndexOf('\n')).split('\n').last().toInt();
            }
            ::kill(pid_t(child.processId()), SIGKILL);
            QVERIFY(child.waitForFinished());
            output += child.readAllStandardOutput();
            durable = output.left(output.lastIndexOf('\n')).split('\n').last().toInt();
            QStringList damaged;
            const Result<QVector<Draft>> loaded = DraftFiles(folder.path()).load(&damaged);
            QVERIFY(loaded);
            QCOMPARE(damaged, QStringList());
            QCOMPARE(loaded->size(), 1);
            const QStringList parts = loaded->first().html.split(u':');
            QCOMPARE(parts.size(), 3);
            QCOMPARE(parts.first(), parts.last()); // whole, not half of one
            QVERIFY2(parts.first().toInt() >= durable,
                     qPrintable(QStringLiteral("%1 < %2").arg(parts.first()).arg(durable)));
        }
#endif
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--save-until-killed") == 0)
        return saveUntilKilled(QString::fromLocal8Bit(argv[2]));
    DraftFilesTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "draft_files_test.moc"

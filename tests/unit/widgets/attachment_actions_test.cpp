// SPDX-License-Identifier: GPL-3.0-or-later
// What a click on a file of a message does: shown here when it can be, given to other programs only after a question
// and never when it is a program itself.
#include "support/fake_desk.h"
#include "support/sample_catalog.h"
#include "support/shell_fixture.h"
#include "widgets/thread/attachment_actions.h"
#include "widgets/thread/preview_dialog.h"

#include <QApplication>
#include <QBuffer>
#include <QCryptographicHash>
#include <QFutureInterface>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QtTest>

using namespace deskhand;

namespace {

/// A desk that has files.
class FileDesk final : public test::FakeDesk
{
public:
    using FakeDesk::FakeDesk;

    Attachment add(const QString &name, const QString &type, const QByteArray &bytes)
    {
        Attachment attachment;
        attachment.name = name;
        attachment.type = type;
        attachment.size = bytes.size();
        attachment.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
        m_files.insert(attachment.sha256, bytes);
        return attachment;
    }

    QFuture<Result<QByteArray>> blob(const QByteArray &sha256, PersonId) override
    {
        QFutureInterface<Result<QByteArray>> promise;
        promise.reportStarted();
        if (m_files.contains(sha256))
            promise.reportResult(Result<QByteArray>(m_files.value(sha256)));
        else
            promise.reportResult(Result<QByteArray>(Error{ErrorCode::NotFound, QStringLiteral("test"), {}, {}}));
        promise.reportFinished();
        return promise.future();
    }

private:
    QHash<QByteArray, QByteArray> m_files;
};

QByteArray pngBytes(const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

class AttachmentActionsTest : public QObject
{
    Q_OBJECT

private:
    struct Fixture {
        test::ShellFixture shell;
        FileDesk desk{test::sampleCatalog(), shell.clock};
        QWidget window;
        QList<QUrl> opened;
        AttachmentActions actions{
            desk, shell.prompt, shell.notices, shell.theme, [this](const QUrl &url) {
                                      opened.append(url); }, &window};

        PreviewDialog *dialog() { return window.findChild<PreviewDialog *>(); }
    };

private Q_SLOTS:
    void aPictureIsShown()
    {
        Fixture f;
        f.actions.activate(f.desk.add(QStringLiteral("photo.png"), QStringLiteral("image/png"), pngBytes({400, 300})));
        QVERIFY(f.dialog());
        QTRY_VERIFY(f.dialog()->findChild<QWidget *>(QStringLiteral("previewPicture")));
        QCOMPARE(f.dialog()->findChild<QWidget *>(QStringLiteral("previewPicture"))->sizeHint(), QSize(400, 300));
        QCOMPARE(f.shell.prompt.asked, QStringList());
        QCOMPARE(f.opened, QList<QUrl>());
        // From there it is saved as it is.
        const QString path = f.shell.folder.filePath(QStringLiteral("saved.png"));
        f.shell.prompt.paths = {path};
        f.dialog()->findChild<QPushButton *>(QStringLiteral("previewSavePushButton"))->click();
        QFile saved(path);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll(), pngBytes({400, 300}));
    }

    void textIsShownAsText()
    {
        Fixture f;
        const QByteArray text = "<b>not bold</b>\nsecond line\n";
        f.actions.activate(f.desk.add(QStringLiteral("notes.txt"), QStringLiteral("text/plain"), text));
        QTRY_VERIFY(f.dialog() && f.dialog()->findChild<QPlainTextEdit *>());
        const auto *edit = f.dialog()->findChild<QPlainTextEdit *>();
        QCOMPARE(edit->toPlainText(), QString::fromUtf8(text));
        QVERIFY(edit->isReadOnly());
    }

    void whatIsNoPictureIsNotShownAsOne()
    {
        Fixture f;
        f.actions.activate(f.desk.add(QStringLiteral("photo.png"), QStringLiteral("image/png"),
                                      QByteArray("\x7f"
                                                 "ELF\x02\x01\x01")
                                          + QByteArray(4000, '\0')));
        QTRY_VERIFY(f.dialog() && !f.dialog()->findChildren<QLabel *>().isEmpty());
        QTRY_VERIFY(!f.dialog()->findChild<QWidget *>(QStringLiteral("previewPicture")));
        QCOMPARE(f.opened, QList<QUrl>());
    }

    void anotherProgramGetsACopyAfterAQuestion()
    {
        Fixture f;
        const QByteArray pdf = "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n";
        const Attachment attachment =
            f.desk.add(QStringLiteral("../../report.pdf"), QStringLiteral("application/pdf"), pdf);
        f.shell.prompt.answer = -1; // Cancel
        f.actions.activate(attachment);
        QTRY_COMPARE(f.shell.prompt.asked.size(), 1);
        QCOMPARE(f.opened, QList<QUrl>());
        f.shell.prompt.answer = 0; // Open
        f.actions.activate(attachment);
        QTRY_COMPARE(f.opened.size(), 1);
        const QFileInfo copy(f.opened.first().toLocalFile());
        QCOMPARE(copy.fileName(), QStringLiteral("report.pdf"));
        QVERIFY(!(QFile::permissions(copy.filePath()) & (QFileDevice::ExeOwner | QFileDevice::ReadOther)));
        QFile file(copy.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), pdf);
    }

    void programsAreNeverOpened_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("windows program") << QStringLiteral("setup.exe") << QByteArray("MZ") + QByteArray(600, '\0');
        QTest::newRow("script") << QStringLiteral("run.sh") << QByteArray("#!/bin/sh\nrm -rf ~\n");
        QTest::newRow("linux program") << QStringLiteral("tool")
                                       << QByteArray("\x7f"
                                                     "ELF\x02\x01\x01")
                                              + QByteArray(600, '\0');
        QTest::newRow("starter") << QStringLiteral("a.desktop")
                                 << QByteArray("[Desktop Entry]\nExec=x\nType=Application\n");
        QTest::newRow("called a document") << QStringLiteral("invoice.pdf") << QByteArray("MZ") + QByteArray(600, '\0');
    }

    void programsAreNeverOpened()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        Fixture f;
        f.shell.prompt.answer = 0; // the first answer is to save
        f.actions.open(f.desk.add(name, QStringLiteral("application/pdf"), bytes));
        QTRY_VERIFY(f.shell.prompt.asked.size() >= 2); // the question, and where to save
        QCOMPARE(f.opened, QList<QUrl>());
    }

    void aFileThatCannotBeReadIsTold()
    {
        Fixture f;
        QSignalSpy failed(&f.shell.notices, &Notices::failed);
        Attachment missing;
        missing.name = QStringLiteral("gone.bin");
        missing.sha256 = QByteArray(32, 'x');
        f.actions.save(missing);
        QTRY_COMPARE(failed.size(), 1);
    }
};

QTEST_MAIN(AttachmentActionsTest)
#include "attachment_actions_test.moc"

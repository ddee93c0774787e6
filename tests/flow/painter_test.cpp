// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/report_paper/painter_process.h"
#include "domain/catalog.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

namespace deskhand::test {
namespace {

using namespace Qt::Literals::StringLiterals;

const QString painter = QStringLiteral(DESKHAND_BINARY_DIR "/bin/deskhand-painter");

PaperOrder orderOf(PaperKind kind)
{
    PaperOrder order;
    order.kind = kind;
    ReportLetter &letter = order.letter;
    letter.catalog = std::make_shared<const Catalog>();
    letter.name = u"Tickets & more"_s;
    letter.scheduleName = u"Monday"_s;
    letter.schedule.item = ReportItemId{1};
    letter.schedule.readers = {PersonId{1}};
    letter.schedule.zone = u"Europe/Berlin"_s;
    letter.dueAt = 1'772'442'000'000;
    ReportLetterCard card;
    card.title = u"Lamps <dark>"_s;
    card.report.by = {ReportDimension::Tag};
    ReportAnswer answer;
    answer.zone = u"Europe/Berlin"_s;
    answer.interval = {letter.dueAt - 86'400'000, letter.dueAt};
    answer.axes = {{ReportDimension::Tag, {{1, u"dark"_s, 0}, {2, u"bright"_s, 0}}, false}};
    answer.cells = {ReportCell{3, 3, 0, 0}, ReportCell{1, 1, 0, 0}};
    answer.total = ReportCell{4, 4, 0, 0};
    card.answer = answer;
    letter.cards = {card};
    return order;
}

/// A program that does this and no more.
QString script(const QTemporaryDir &folder, const QByteArray &lines)
{
    const QString path = folder.filePath(u"painter"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write("#!/bin/sh\n" + lines + '\n');
    file.close();
    file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    return path;
}

} // namespace

class PainterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOrderSurvivesTheWay()
    {
        const PaperOrder order = orderOf(PaperKind::Pdf);
        const Result<PaperOrder> read = decodePaperOrder(encodePaperOrder(order));
        QVERIFY(read);
        QCOMPARE(read->kind, PaperKind::Pdf);
        QCOMPARE(read->letter.name, order.letter.name);
        QCOMPARE(read->letter.schedule, order.letter.schedule);
        QCOMPARE(read->letter.dueAt, order.letter.dueAt);
        QCOMPARE(read->letter.cards.size(), 1);
        QCOMPARE(read->letter.cards.first().report, order.letter.cards.first().report);
        QCOMPARE(*read->letter.cards.first().answer, *order.letter.cards.first().answer);
        QVERIFY(read->letter.catalog);
        QVERIFY(!decodePaperOrder("{}"));
        QVERIFY(!decodePaperOrder("\"kind\""));
        QVERIFY(!decodePaper("{}"));
    }

    void itPaintsWithoutADisplay()
    {
        const Result<ReportMail> mail = paintInProcess(orderOf(PaperKind::Mail), {}, painter);
        QVERIFY2(mail, qPrintable(mail ? QString() : mail.error().detail));
        QCOMPARE(mail->files.size(), 2);
        QVERIFY(mail->files[0].isInline && mail->files[0].bytes.startsWith("\x89PNG"));
        QVERIFY(mail->files[1].bytes.startsWith("%PDF-"));
        QVERIFY(mail->subject.contains(u"Tickets & more"_s));
        QVERIFY(mail->html.contains(u"Lamps &lt;dark&gt;"_s)
                && mail->html.contains(u"cid:"_s + mail->files[0].contentId));
        QVERIFY(mail->text.contains(u"dark: 3"_s));
        // The same order gives the same words.
        QCOMPARE(paintInProcess(orderOf(PaperKind::Mail), {}, painter)->html, mail->html);
        const Result<ReportMail> pdf = paintInProcess(orderOf(PaperKind::Pdf), {}, painter);
        QVERIFY(pdf && pdf->files.size() == 1 && pdf->html.isEmpty());
        const Result<ReportMail> pictures = paintInProcess(orderOf(PaperKind::Pictures), {}, painter);
        QVERIFY(pictures && pictures->files.size() == 1);
    }

    /// A service runs in the C locale, which groups no digits and writes seconds where nobody does.
    void numbersAreWrittenAsTheReaderDoes()
    {
        PaperOrder order = orderOf(PaperKind::Mail);
        order.letter.cards[0].answer->total = ReportCell{7'170, 7'170, 0, 0};
        const Result<ReportMail> plain = paintInProcess(order, {}, painter);
        QVERIFY2(plain && plain->text.contains(u"7,170 tickets"_s), qPrintable(plain ? plain->text : QString()));
        QVERIFY2(!plain->text.contains(u":00:00"_s), qPrintable(plain->text));
        order.letter.language = u"de"_s;
        const Result<ReportMail> german = paintInProcess(order, {}, painter);
        QVERIFY2(german && german->text.contains(u"7.170 Tickets"_s), qPrintable(german ? german->text : QString()));
        QVERIFY(!german->text.contains(u"7170"_s) && !german->html.contains(u"7170"_s));
    }

    void whatIsNoOrderIsRefused()
    {
        for (const QByteArray &given : {QByteArray(), QByteArray("{}"), QByteArray(R"({"letter":{"catalog":null}})"),
                                        QByteArray("[1,2"), QByteArray(1'000'000, '[')}) {
            QProcess process;
            process.start(painter, QStringList());
            QVERIFY(process.waitForStarted());
            process.write(given);
            process.closeWriteChannel();
            QVERIFY(process.waitForFinished());
            QCOMPARE(process.exitStatus(), QProcess::NormalExit);
            QCOMPARE(process.exitCode(), 2);
            QVERIFY(process.readAllStandardOutput().isEmpty());
            QVERIFY(!process.readAllStandardError().isEmpty());
        }
    }

    void whateverGoesWrongThereIsAnError()
    {
        const QTemporaryDir folder;
        const PaperOrder order = orderOf(PaperKind::Mail);
        QCOMPARE(paintInProcess(order, {}, QString()).error().code, ErrorCode::NotFound);
        QCOMPARE(paintInProcess(order, {}, folder.filePath(u"none"_s)).error().code, ErrorCode::NotFound);
        QCOMPARE(paintInProcess(order, {}, script(folder, "cat > /dev/null; kill -SEGV $$")).error().code,
                 ErrorCode::Internal);
        QFile::remove(folder.filePath(u"painter"_s));
        const Result<ReportMail> complains =
            paintInProcess(order, {}, script(folder, "cat > /dev/null; echo no fonts >&2; exit 3"));
        QVERIFY(!complains && complains.error().detail.contains(u"no fonts"_s));
        QFile::remove(folder.filePath(u"painter"_s));
        QCOMPARE(paintInProcess(order, {}, script(folder, "cat")).error().code, ErrorCode::Internal);
        QFile::remove(folder.filePath(u"painter"_s));
        const QString sleeper = script(folder, "cat > /dev/null; exec sleep 100");
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(paintInProcess(order, {}, sleeper, 500).error().code, ErrorCode::Timeout);
        QCOMPARE(paintInProcess(
                     order, [] { return false; }, sleeper)
                     .error()
                     .code,
                 ErrorCode::Cancelled);
        QVERIFY(timer.elapsed() < 30'000);
    }
};

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::PainterTest)

#include "painter_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_files.h"
#include "charts/chart_inks.h"
#include "support/sample_charts.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

namespace {

const ChartWords words{QLocale(QLocale::English, QLocale::UnitedStates)};

ChartPicture paper()
{
    ChartPicture picture;
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPointSizeF(10);
    picture.style = paperStyle(font);
    return picture;
}

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(30'000) && process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
}

} // namespace

class ChartDocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textOfAPdfCanBeSelected()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty())
            QSKIP("pdftotext of poppler-utils is not installed");
        const QTemporaryDir folder;
        for (const auto &[name, data] : sampleCharts()) {
            const QByteArray pdf = chartsPdf({data}, words, paper(), data.title);
            QVERIFY(pdf.startsWith("%PDF-"));
            const QString path = folder.filePath(name + QStringLiteral(".pdf"));
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(pdf);
            file.close();
            const QString text = QString::fromUtf8(
                outputOf(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")}));
            if (data.kind == ChartKind::Sparkline)
                continue; // it has no text
            QVERIFY2(text.contains(data.title), qPrintable(name + text));
            for (const ChartMark &mark : data.marks) {
                if (!data.horizontal)
                    QVERIFY2(text.contains(mark.label), qPrintable(name + text));
            }
            // Vectors: no picture is in it.
            const QByteArray images = outputOf(QStringLiteral("pdfimages"), {QStringLiteral("-list"), path});
            QVERIFY2(images.count('\n') == 2, images.constData());
        }
    }

    void manyChartsAreManyPages()
    {
        QVector<ChartData> all;
        for (const auto &[name, data] : sampleCharts())
            all.append(data);
        const QByteArray pdf = chartsPdf(all, words, paper(), QStringLiteral("Weekly report"));
        if (QStandardPaths::findExecutable(QStringLiteral("pdfinfo")).isEmpty())
            QSKIP("pdfinfo of poppler-utils is not installed");
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(pdf);
        file.flush();
        const QByteArray info = outputOf(QStringLiteral("pdfinfo"), {file.fileName()});
        QVERIFY2(info.contains("Weekly report"), info.constData());
        const QRegularExpressionMatch pages =
            QRegularExpression(QStringLiteral("Pages:\\s+(\\d+)")).match(QString::fromUtf8(info));
        QVERIFY(pages.captured(1).toInt() >= 3);
    }

    void anSvgIsDrawingAndText()
    {
        for (const auto &[name, data] : sampleCharts()) {
            const QByteArray svg = chartSvg(data, words, paper());
            QString texts;
            QXmlStreamReader reader(svg);
            while (!reader.atEnd()) {
                if (reader.readNext() == QXmlStreamReader::StartElement) {
                    QVERIFY(reader.name() != QLatin1String("image"));
                    if (reader.name() == QLatin1String("text"))
                        texts += reader.readElementText(QXmlStreamReader::IncludeChildElements) + u'\n';
                }
            }
            QVERIFY2(!reader.hasError(), qPrintable(name + reader.errorString()));
            if (data.kind != ChartKind::Sparkline)
                QVERIFY2(texts.contains(data.title), qPrintable(name + texts));
        }
    }

    void aPictureIsTwiceAsSharp()
    {
        const QByteArray png = chartPng(sampleLines(), words, paper());
        const QImage image = QImage::fromData(png, "PNG");
        QCOMPARE(image.size(), QSize(1920, 960));
        QCOMPARE(image.text(QStringLiteral("Title")), sampleLines().title);
    }

    void everyKindOfFileIsOne_data()
    {
        QTest::addColumn<ChartFile>("kind");
        QTest::addColumn<QByteArray>("beginning");
        QTest::newRow("png") << ChartFile::Png << QByteArray("\x89PNG");
        QTest::newRow("svg") << ChartFile::Svg << QByteArray("<?xml");
        QTest::newRow("pdf") << ChartFile::Pdf << QByteArray("%PDF");
        QTest::newRow("csv") << ChartFile::Csv << QByteArray("\xEF\xBB\xBF");
        QTest::newRow("xlsx") << ChartFile::Xlsx << QByteArray("PK\x03\x04");
    }
    void everyKindOfFileIsOne()
    {
        QFETCH(ChartFile, kind);
        QFETCH(QByteArray, beginning);
        const Result<QByteArray> bytes = chartFile(kind, sampleStack(), words, paper());
        QVERIFY(bytes);
        QVERIFY(bytes->startsWith(beginning));
    }

    void anEmptyChartSaysSo()
    {
        ChartData data;
        data.title = QStringLiteral("CSAT");
        data.emptyText = QStringLiteral("No surveys were sent");
        QVERIFY(chartSvg(data, words, paper()).contains("No surveys were sent"));
    }
};

QTEST_MAIN(ChartDocumentTest)
#include "chart_document_test.moc"

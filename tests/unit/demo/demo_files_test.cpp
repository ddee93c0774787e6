// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_files.h"
#include "demo/plain_deflate.h"

#include <QCryptographicHash>
#include <QtEndian>
#include <QtTest>

using namespace deskhand;

namespace {

/// What a zlib stream holds, by Qt's copy of zlib.
QByteArray inflated(const QByteArray &stream, qsizetype expected)
{
    QByteArray input(4, '\0');
    qToBigEndian(quint32(expected), input.data());
    return qUncompress(input + stream);
}

} // namespace

class DemoFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deflateIsReadByZlib()
    {
        QByteArray bytes;
        DemoRandom random(3);
        for (int i = 0; i < 30'000; ++i)
            bytes.append(random.chance(90) ? 'a' : char(random.below(256)));
        for (const QByteArray &sample : {bytes, QByteArray(), QByteArray("x"), QByteArray(100'000, 'z')}) {
            const QByteArray packed = plainDeflate(sample, 761);
            QCOMPARE(inflated(packed, sample.size()), sample);
        }
        QVERIFY(plainDeflate(QByteArray(100'000, 'z'), 761).size() < 1200);
        QCOMPARE(plainCrc32("123456789"), 0xcbf43926U);
    }

    void picturesAreWholePngs()
    {
        const DemoFiles files(1);
        QVERIFY(files.all(PieceFile::Image).size() >= 30);
        for (const DemoFiles::File &file : files.all(PieceFile::Image)) {
            const QByteArray &png = file.bytes;
            QVERIFY(png.startsWith("\x89PNG\r\n\x1a\n"));
            QVERIFY(png.size() < 12'000);
            qsizetype at = 8;
            QByteArray types;
            QByteArray pixels;
            while (at + 12 <= png.size()) {
                const auto length = qFromBigEndian<quint32>(png.constData() + at);
                const QByteArray body = png.mid(at + 4, 4 + length);
                QCOMPARE(qFromBigEndian<quint32>(png.constData() + at + 8 + length), plainCrc32(body));
                types += body.left(4);
                if (body.startsWith("IDAT"))
                    pixels = body.mid(4);
                at += 12 + length;
            }
            QCOMPARE(at, png.size());
            QCOMPARE(types, QByteArray("IHDRPLTEIDATIEND"));
            const auto width = qFromBigEndian<quint32>(png.constData() + 16);
            const auto height = qFromBigEndian<quint32>(png.constData() + 20);
            QCOMPARE(inflated(pixels, (width + 1) * height).size(), qsizetype((width + 1) * height));
        }
    }

    void othersAreSmallAndTheSame()
    {
        const DemoFiles files(1);
        const DemoFiles again(1);
        const DemoFiles other(2);
        for (const PieceFile kind : {PieceFile::Image, PieceFile::Log, PieceFile::Sheet, PieceFile::Pdf}) {
            bool differs = false;
            for (int i = 0; i < files.all(kind).size(); ++i) {
                const DemoFiles::File &file = files.all(kind)[i];
                QVERIFY(!file.bytes.isEmpty() && file.bytes.size() < 12'000);
                QCOMPARE(file.sha256, QCryptographicHash::hash(file.bytes, QCryptographicHash::Sha256));
                QCOMPARE(file.bytes, again.all(kind)[i].bytes);
                differs = differs || file.bytes != other.all(kind)[i].bytes;
            }
            QVERIFY(differs);
        }
        const QByteArray pdf = files.all(PieceFile::Pdf).first().bytes;
        QVERIFY(pdf.startsWith("%PDF-1.4") && pdf.endsWith("%%EOF\n"));
        // The table of objects points at them.
        const qsizetype table = pdf.indexOf("xref\n");
        QVERIFY(pdf.contains("startxref\n" + QByteArray::number(table) + "\n"));
        const QByteArray firstEntry = pdf.mid(table + 29, 10);
        QVERIFY(pdf.mid(firstEntry.toLongLong()).startsWith("1 0 obj"));
    }
};

QTEST_APPLESS_MAIN(DemoFilesTest)
#include "demo_files_test.moc"

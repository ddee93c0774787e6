// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_files.h"

#include "demo/demo_pictures.h"

#include <QCryptographicHash>

#include <array>

namespace deskhand {
namespace {

constexpr int demoPictureCount = 36;
constexpr int demoLogCount = 120;
constexpr int demoSheetCount = 40;
constexpr int demoPdfCount = 12;

QByteArray twoDigits(qint64 number)
{
    return QByteArray::number(number).rightJustified(2, '0');
}

QByteArray demoLog(DemoRandom *random)
{
    static const std::array sources{"dhcp", "tunnel", "auth", "disk", "display", "spooler", "update", "session"};
    static const std::array messages{"link state changed to down",
                                     "retry 1 of 3",
                                     "retry 2 of 3",
                                     "timeout after 30000 ms",
                                     "reconnected",
                                     "certificate valid, 212 days left",
                                     "device removed by host",
                                     "device arrived, revision C2",
                                     "queue length 14",
                                     "access denied for svc-scan",
                                     "rekey started",
                                     "rekey finished in 412 ms",
                                     "DTLS session closed by peer",
                                     "falling back to TLS",
                                     "write failed: no space left",
                                     "display 2 lost, reason: link training failed",
                                     "0x80070643 returned by handler",
                                     "rolled back",
                                     "heartbeat ok",
                                     "profile loaded in 38.2 s"};
    static const std::array levels{"INFO ", "INFO ", "INFO ", "WARN ", "ERROR"};
    QByteArray log;
    int minute = int(random->between(0, 1300));
    const qint64 lines = random->between(12, 44);
    // One drawing of a number a statement: the order inside of an expression differs between compilers.
    for (qint64 i = 0; i < lines; ++i) {
        minute = qMin(1439, minute + int(random->below(6)));
        log += twoDigits(minute / 60) + ':' + twoDigits(minute % 60) + ':';
        log += twoDigits(random->below(60)) + '.';
        log += QByteArray::number(random->between(100, 999)) + "  ";
        log += QByteArray(levels[random->below(levels.size())]) + "  ";
        log += QByteArray(sources[random->below(sources.size())]) + ": ";
        log += QByteArray(messages[random->below(messages.size())]) + "\r\n";
    }
    return log;
}

QByteArray demoSheet(DemoRandom *random)
{
    static const std::array items{"Sensor head", "Cable 2 m", "Housing", "Display", "Battery pack", "Seal 40 mm",
                                  "Gauge block", "Clamp",     "Probe",   "Adapter", "Power supply", "Label roll"};
    QByteArray sheet = "Item;Number;Quantity;Unit;Price;Date\r\n";
    const qint64 rows = random->between(8, 40);
    for (qint64 i = 0; i < rows; ++i) {
        sheet += QByteArray(items[random->below(items.size())]) + ';';
        sheet += QByteArray::number(random->between(100200, 998700)) + ';';
        sheet += QByteArray::number(random->between(1, 250)) + ";pcs;";
        sheet += QByteArray::number(random->between(1, 480)) + '.';
        sheet += twoDigits(random->below(100)) + ';';
        sheet += twoDigits(random->between(1, 28)) + '.';
        sheet += twoDigits(random->between(1, 12)) + ".\r\n";
    }
    return sheet;
}

/// One page with a few lines of Helvetica, which every reader has.
QByteArray demoPdf(DemoRandom *random)
{
    static const std::array titles{"Calibration certificate", "Invoice", "Delivery note", "Test report"};
    const QByteArray number = QByteArray::number(random->between(24100, 29980));
    const char *title = titles[random->below(titles.size())];
    QByteArray content =
        "BT /F1 22 Tf 72 740 Td (" + QByteArray(title) + ") Tj 0 -34 Td /F1 12 Tf (Number " + number + ") Tj";
    for (int line = 1; line <= 6; ++line) {
        content += " 0 -20 Td (Position " + QByteArray::number(line) + ": ";
        content += QByteArray::number(random->between(10, 990)) + '.';
        content += twoDigits(random->below(100)) + " \\(";
        content += QByteArray::number(random->between(1, 20)) + " pcs\\)) Tj";
    }
    content += " ET";
    const std::array<QByteArray, 5> objects{
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        "<</Length " + QByteArray::number(content.size()) + ">>stream\n" + content + "\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"};
    QByteArray pdf = "%PDF-1.4\n";
    QByteArray table = "xref\n0 6\n0000000000 65535 f \n";
    for (size_t i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(qint64(i) + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(pdf.size());
    return pdf + table + "trailer<</Size 6/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n";
}

} // namespace

DemoFiles::DemoFiles(quint64 seed)
{
    DemoRandom random(seed, 0xf11e5);
    for (int i = 0; i < demoPictureCount; ++i)
        add(PieceFile::Image, i % 3 == 2 ? "photo" : "screenshot", "png", "image/png",
            i % 3 == 2 ? drawDemoPhoto(&random) : drawDemoScreenshot(&random));
    for (int i = 0; i < demoLogCount; ++i)
        add(PieceFile::Log, i % 2 == 0 ? "report" : "client", "log", "text/plain", demoLog(&random));
    for (int i = 0; i < demoSheetCount; ++i)
        add(PieceFile::Sheet, i % 2 == 0 ? "list" : "export", "csv", "text/csv", demoSheet(&random));
    for (int i = 0; i < demoPdfCount; ++i)
        add(PieceFile::Pdf, "document", "pdf", "application/pdf", demoPdf(&random));
}

void DemoFiles::add(PieceFile kind, const char *stem, const char *suffix, const char *type, const QByteArray &bytes)
{
    m_files[size_t(kind)].append({QLatin1String(stem), QLatin1String(suffix), QLatin1String(type), bytes,
                                  QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)});
}

const DemoFiles::File &DemoFiles::pick(PieceFile kind, DemoRandom *random) const
{
    const QVector<File> &files = m_files[size_t(kind)];
    return files[random->below(quint32(files.size()))];
}

} // namespace deskhand

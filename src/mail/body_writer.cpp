// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/body_writer.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr qsizetype shortLine = 76;

/// Number of ">" that a line of quoted history begins with, when they are marks (followed by a blank or nothing).
qsizetype quoteDepth(QStringView line)
{
    qsizetype depth = 0;
    while (depth < line.size() && line[depth] == u'>')
        ++depth;
    return depth == line.size() || line[depth] == u' ' ? depth : 0;
}

/// One paragraph in lines that end in a blank, the last one excepted; each with the marks before it.
void appendFlowed(QString &out, QStringView paragraph, const QString &marks)
{
    const qsizetype room = std::max<qsizetype>(20, shortLine - marks.size() - 1);
    do {
        qsizetype end = paragraph.size();
        if (end > room) {
            end = paragraph.lastIndexOf(u' ', room - 1) + 1;
            if (end <= 0)
                end = paragraph.indexOf(u' ', room) + 1;
            // A break behind the last blank would leave a line of nothing.
            if (end <= 0 || end >= paragraph.size())
                end = paragraph.size();
        }
        // By itself that line would mean that a signature follows.
        if (paragraph.first(end) == u"-- ")
            end = paragraph.size();
        const QStringView line = paragraph.first(end);
        const bool stuffed =
            !marks.isEmpty() || line.startsWith(u' ') || line.startsWith(u'>') || line.startsWith(u"From ");
        out += marks;
        // Nothing but marks needs no blank, which would make it flow.
        if (stuffed && !line.isEmpty())
            out += u' ';
        out += line;
        out += u'\n';
        paragraph = paragraph.sliced(end);
    } while (!paragraph.isEmpty());
}

void appendLines(QString &out, const QString &text, bool quotes)
{
    if (text.isEmpty())
        return;
    QStringView rest(text);
    if (rest.endsWith(u'\n'))
        rest.chop(1);
    for (const QStringView line : rest.split(u'\n')) {
        const qsizetype depth = quotes ? quoteDepth(line) : 0;
        QStringView words = line.sliced(depth);
        if (depth > 0 && words.startsWith(u' '))
            words = words.sliced(1);
        if (line == u"-- ")
            out += u"-- \n";
        else
            appendFlowed(out, words, QString(depth, u'>'));
    }
}

QByteArray quotedPrintable(const QByteArray &utf8)
{
    static const char digits[] = "0123456789ABCDEF";
    QByteArray out;
    out.reserve(utf8.size() * 5 / 4);
    qsizetype column = 0;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const char c = utf8[i];
        if (c == '\n') {
            out += "\r\n";
            column = 0;
            continue;
        }
        const bool atEnd = i + 1 == utf8.size() || utf8[i + 1] == '\n';
        const bool plain = (c > ' ' && c <= '~' && c != '=') || ((c == ' ' || c == '\t') && !atEnd);
        const qsizetype width = plain ? 1 : 3;
        if (column + width > (atEnd ? shortLine : shortLine - 1)) {
            out += "=\r\n";
            column = 0;
        }
        if (plain) {
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += '=';
            out += digits[byte >> 4];
            out += digits[byte & 15];
        }
        column += width;
    }
    return out;
}

QByteArray inLines(const QByteArray &base64)
{
    QByteArray out;
    out.reserve(base64.size() + base64.size() / shortLine * 2 + 2);
    for (qsizetype at = 0; at < base64.size(); at += shortLine) {
        out += QByteArrayView(base64).sliced(at, std::min(shortLine, base64.size() - at));
        out += "\r\n";
    }
    return out;
}

bool isShortAscii(const QByteArray &utf8)
{
    qsizetype column = 0;
    for (const char c : utf8) {
        column = c == '\n' ? 0 : column + 1;
        if (column > 78 || static_cast<unsigned char>(c) >= 0x7f)
            return false;
    }
    return true;
}

} // namespace

QString mailText(const QString &text)
{
    QString lines = text;
    lines.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    lines.replace(u'\r', u'\n');
    lines.replace(QChar(0x2028), u'\n');
    lines.replace(QChar(0x2029), u'\n');
    QString out;
    out.reserve(lines.size());
    for (const QStringView line : QStringView(lines).split(u'\n')) {
        const qsizetype start = out.size();
        for (const QChar c : line) {
            if (c >= u' ' || c == u'\t')
                out += c;
        }
        if (QStringView(out).sliced(start) != u"-- ") {
            while (out.size() > start && (out.back() == u' ' || out.back() == u'\t'))
                out.chop(1);
        }
        out += u'\n';
    }
    out.chop(1);
    return out;
}

QString flowedText(const QString &text, const QString &quoted)
{
    QString out;
    out.reserve(text.size() + quoted.size() + (text.size() + quoted.size()) / 40);
    appendLines(out, text, false);
    appendLines(out, quoted, true);
    return out;
}

EncodedBody encodeText(const QString &text)
{
    QByteArray utf8 = text.toUtf8();
    if (!utf8.endsWith('\n'))
        utf8 += '\n';
    if (isShortAscii(utf8))
        return {"7bit", utf8.replace("\n", "\r\n")};
    EncodedBody printable{"quoted-printable", quotedPrintable(utf8)};
    if (printable.bytes.size() <= utf8.size() * 7 / 5 + 200)
        return printable;
    return {"base64", inLines(utf8.replace("\n", "\r\n").toBase64())};
}

EncodedBody encodeFile(const QByteArray &bytes)
{
    return {"base64", inLines(bytes.toBase64())};
}

} // namespace deskhand

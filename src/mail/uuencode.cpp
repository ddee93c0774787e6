// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/uuencode.h"

#include <optional>

namespace deskhand {
namespace {

QStringView uuLineAt(QStringView text, qsizetype start, qsizetype &next)
{
    const qsizetype end = text.indexOf(u'\n', start);
    next = end < 0 ? text.size() : end + 1;
    return text.sliced(start, (end < 0 ? text.size() : end) - start);
}

int sixBits(QChar c)
{
    return (c.unicode() - 0x20) & 0x3f;
}

/// One data line: its first character says how many bytes follow. False when the line cannot be one.
bool decodeUuLine(QStringView line, QByteArray &bytes)
{
    if (line.isEmpty() || line[0].unicode() < 0x20 || line[0].unicode() > 0x60)
        return false;
    const int count = sixBits(line[0]);
    const qsizetype needed = (count * 4 + 2) / 3;
    // Trailing blanks are lost on the way at times; more than a checksum character too many is no data line.
    if (line.size() - 1 > (count + 2) / 3 * 4 + 1)
        return false;
    if (line.size() - 1 < needed && count > 0 && line.size() < 2)
        return false;
    for (const QChar c : line) {
        if (c.unicode() < 0x20 || c.unicode() > 0x60)
            return false;
    }
    const auto value = [line](qsizetype index) { return index < line.size() ? sixBits(line[index]) : 0; };
    int left = count;
    for (qsizetype at = 1; left > 0; at += 4, left -= 3) {
        const int block = value(at) << 18 | value(at + 1) << 12 | value(at + 2) << 6 | value(at + 3);
        bytes += static_cast<char>(block >> 16);
        if (left > 1)
            bytes += static_cast<char>(block >> 8);
        if (left > 2)
            bytes += static_cast<char>(block);
    }
    return true;
}

/// File name of a "begin 644 name" line, or nothing.
std::optional<QString> uuBeginName(QStringView line)
{
    if (!line.startsWith(u"begin ") || line.size() < 11)
        return std::nullopt;
    qsizetype at = 6;
    while (at < line.size() && line[at] >= u'0' && line[at] <= u'7')
        ++at;
    if (at - 6 < 3 || at - 6 > 4 || at >= line.size() || line[at] != u' ')
        return std::nullopt;
    const QString name = line.sliced(at).trimmed().toString();
    return name.isEmpty() ? std::nullopt : std::optional<QString>(name);
}

} // namespace

QList<UuencodedFile> takeUuencodedFiles(QString &text, const MailLimits &limits)
{
    QList<UuencodedFile> files;
    qsizetype begin = text.startsWith(u"begin ") ? 0 : text.indexOf(u"\nbegin ") + 1;
    if (begin == 0 && !text.startsWith(u"begin "))
        return files;
    const QStringView view(text);
    QString rest;
    qsizetype copied = 0;
    while (files.size() < limits.unpackedParts) {
        qsizetype next = 0;
        const std::optional<QString> name = uuBeginName(uuLineAt(view, begin, next));
        UuencodedFile file;
        bool ended = false;
        bool sound = name.has_value();
        while (sound && !ended && next < view.size()) {
            const QStringView line = uuLineAt(view, next, next);
            if (line == u"end")
                ended = true;
            else
                sound = line.isEmpty() || decodeUuLine(line, file.bytes);
        }
        if (sound && ended) {
            file.name = *name;
            files.append(file);
            rest += view.sliced(copied, begin - copied);
            copied = next;
        }
        const qsizetype from = sound && ended ? next - 1 : begin;
        begin = text.indexOf(u"\nbegin ", qMax<qsizetype>(from, 0)) + 1;
        if (begin == 0)
            break;
    }
    if (copied > 0)
        text = rest.append(view.sliced(copied));
    return files;
}

} // namespace deskhand

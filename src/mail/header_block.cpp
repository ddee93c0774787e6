// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/header_block.h"

namespace deskhand {
namespace {

/// The line at `start` without its line end; `next` becomes the begin of the following one.
QByteArrayView headerLineAt(QByteArrayView raw, qsizetype start, qsizetype &next)
{
    const qsizetype end = raw.indexOf('\n', start);
    next = end < 0 ? raw.size() : end + 1;
    QByteArrayView line = raw.sliced(start, (end < 0 ? raw.size() : end) - start);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

qsizetype nameLength(QByteArrayView line)
{
    const qsizetype colon = line.first(qMin<qsizetype>(line.size(), 256)).indexOf(':');
    if (colon <= 0)
        return -1;
    qsizetype end = colon;
    while (end > 0 && (line[end - 1] == ' ' || line[end - 1] == '\t'))
        --end;
    for (qsizetype i = 0; i < end; ++i) {
        if (line[i] <= 32 || line[i] >= 127)
            return -1;
    }
    return end > 0 ? end : -1;
}

/// Whether real headers go on within the next lines, before a blank one: then a line that is no header is a
/// wrongly folded rest of the one above, not the begin of the body.
bool headersGoOn(QByteArrayView raw, qsizetype from)
{
    constexpr int linesAhead = 6;
    qsizetype next = from;
    for (int i = 0; i < linesAhead && next < raw.size(); ++i) {
        const QByteArrayView line = headerLineAt(raw, next, next);
        if (line.isEmpty())
            return false;
        if (isKnownMailHeader(line))
            return true;
    }
    return false;
}

bool isFromLine(QByteArrayView line)
{
    return line.startsWith("From ") || line.startsWith(">From ");
}

} // namespace

bool equalsIgnoringCase(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && qstrnicmp(a.data(), a.size(), b.data(), b.size()) == 0;
}

bool looksLikeHeaderLine(QByteArrayView line)
{
    return nameLength(line) > 0;
}

bool isKnownMailHeader(QByteArrayView line)
{
    const qsizetype length = nameLength(line);
    if (length <= 0)
        return false;
    static constexpr const char *known[] = {
        "From",         "To",           "Cc",         "Bcc",        "Subject",        "Date",           "Message-ID",
        "In-Reply-To",  "References",   "Reply-To",   "Sender",     "Received",       "Return-Path",    "Delivered-To",
        "MIME-Version", "Importance",   "Priority",   "Precedence", "Auto-Submitted", "Thread-Topic",   "Thread-Index",
        "Errors-To",    "Organization", "User-Agent", "Status",     "Lines",          "DKIM-Signature", "ARC-Seal"};
    const QByteArrayView name = line.first(length);
    for (const char *one : known) {
        if (equalsIgnoringCase(name, one))
            return true;
    }
    for (const char *prefix : {"X-", "Content-", "List-", "Resent-", "Received-", "ARC-", "Authentication-"}) {
        const QByteArrayView start(prefix);
        if (name.size() > start.size() && equalsIgnoringCase(name.first(start.size()), start))
            return true;
    }
    return false;
}

HeaderBlock HeaderBlock::read(QByteArrayView raw, const MailLimits &limits, DefectNotes &defects)
{
    HeaderBlock block;
    qsizetype at = 0;
    qsizetype next = 0;
    QByteArrayView line;
    while (at < raw.size() && (line = headerLineAt(raw, at, next)).trimmed().isEmpty())
        at = next;
    if (at < raw.size() && isFromLine(headerLineAt(raw, at, next)))
        at = next;
    const qsizetype begin = at;
    const auto keeps = [&](qsizetype upTo) {
        if (upTo - begin > limits.headerBlock)
            defects.note(defect::headersTooLarge);
        else if (block.m_fields.size() >= limits.headers)
            defects.note(defect::tooManyHeaders);
        else
            return true;
        return false;
    };
    bool lastKept = false;
    for (; at < raw.size(); at = next) {
        line = headerLineAt(raw, at, next);
        if (line.isEmpty()) {
            block.m_bodyStart = next;
            return block;
        }
        const qsizetype length = nameLength(line);
        const bool folded = line[0] == ' ' || line[0] == '\t';
        if (!folded && length > 0) {
            lastKept = keeps(at);
            if (!lastKept)
                continue;
            const QByteArrayView value = line.sliced(line.indexOf(':') + 1);
            // Cut one endless line; what is left is looked at.
            const QByteArrayView kept = value.first(qMin(value.size(), limits.headerBlock));
            if (kept.size() < value.size())
                defects.note(defect::headersTooLarge);
            block.m_fields.append({line.first(length), kept.toByteArray()});
        } else if (folded || (begin == at && isFromLine(line)) || (!line.startsWith("--") && headersGoOn(raw, next))) {
            if (!folded)
                defects.note(defect::headerMalformed);
            // A blank-only line in the middle of a fold is part of it; otherwise it would end the block early.
            if (!block.m_fields.isEmpty() && lastKept && (lastKept = keeps(at))) {
                QByteArray &value = block.m_fields.last().value;
                value += folded ? "\r\n" : "\r\n ";
                value += line;
            }
        } else {
            defects.note(block.m_fields.isEmpty() ? defect::noHeaders : defect::noHeaderEnd);
            block.m_bodyStart = at;
            return block;
        }
    }
    block.m_bodyStart = raw.size();
    return block;
}

QByteArray HeaderBlock::value(QByteArrayView name) const
{
    for (const Field &field : m_fields) {
        if (equalsIgnoringCase(field.name, name))
            return field.value;
    }
    return {};
}

QList<QByteArray> HeaderBlock::values(QByteArrayView name) const
{
    QList<QByteArray> found;
    for (const Field &field : m_fields) {
        if (equalsIgnoringCase(field.name, name))
            found.append(field.value);
    }
    return found;
}

bool HeaderBlock::has(QByteArrayView name) const
{
    for (const Field &field : m_fields) {
        if (equalsIgnoringCase(field.name, name))
            return true;
    }
    return false;
}

} // namespace deskhand

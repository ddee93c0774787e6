// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/structure_guard.h"

#include <QByteArray>
#include <QSet>

namespace deskhand {
namespace {

/// The boundaries that a text declares anywhere. A boundary in pieces (RFC 2231, "boundary*0=") makes every line
/// that begins with "--" a possible separator.
struct DeclaredBoundaries {
    QSet<QByteArray> names;
    bool any = false;
};

bool wordAt(QByteArrayView text, qsizetype at, QByteArrayView lowerWord)
{
    if (at + lowerWord.size() > text.size())
        return false;
    for (qsizetype i = 0; i < lowerWord.size(); ++i) {
        if ((text[at + i] | 0x20) != lowerWord[i])
            return false;
    }
    return true;
}

void collectBoundaries(QByteArrayView text, DeclaredBoundaries &found)
{
    constexpr QByteArrayView word("boundary");
    constexpr qsizetype longest = 256;
    // 'd' (or 'D') is rarer at its place than 'b'; the exact letter does not matter for correctness.
    for (qsizetype i = 0; i + word.size() < text.size(); ++i) {
        if ((text[i] | 0x20) != 'b' || !wordAt(text, i, word))
            continue;
        qsizetype at = i + word.size();
        i = at;
        const auto skipBlanks = [&] {
            while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == '\n'))
                ++at;
        };
        skipBlanks();
        if (at < text.size() && text[at] == '*')
            found.any = true;
        if (at >= text.size() || text[at] != '=')
            continue;
        ++at;
        skipBlanks();
        const bool quoted = at < text.size() && text[at] == '"';
        at += quoted;
        qsizetype end = at;
        while (end < text.size() && end - at < longest && text[end] != '"' && text[end] != '\n'
               && (quoted || (text[end] != ';' && text[end] != ' ' && text[end] != '\r')))
            ++end;
        QByteArray name = text.sliced(at, end - at).toByteArray();
        if (name.contains('\\'))
            found.any = true;
        found.names.insert(name.trimmed());
    }
}

QByteArrayView lineFrom(QByteArrayView body, qsizetype start)
{
    const qsizetype end = body.indexOf('\n', start);
    return body.sliced(start, (end < 0 ? body.size() : end) - start);
}

/// Bytes and lines of the header block that would follow a separator line at `start`.
bool headersTooLarge(QByteArrayView body, qsizetype start, const MailLimits &limits)
{
    qsizetype at = body.indexOf('\n', start);
    const qsizetype begin = at;
    for (int lines = 0; at >= 0 && at + 1 < body.size(); ++lines) {
        const char first = body[at + 1];
        if (first == '\n' || (first == '\r' && at + 2 < body.size() && body[at + 2] == '\n'))
            return false;
        if (lines > limits.headers || at - begin > limits.headerBlock)
            return true;
        at = body.indexOf('\n', at + 1);
    }
    return false;
}

class SeparatorScan
{
public:
    SeparatorScan(QByteArrayView body, QByteArrayView contentType)
        : m_body(body)
    {
        collectBoundaries(contentType, m_declared);
        collectBoundaries(body, m_declared);
    }

    [[nodiscard]] bool isSeparator(qsizetype at) const
    {
        if (m_declared.any)
            return true;
        QByteArray name = lineFrom(m_body, at + 2)
                              .trimmed()
                              .first(qMin<qsizetype>(lineFrom(m_body, at + 2).trimmed().size(), 260))
                              .toByteArray();
        if (m_declared.names.contains(name))
            return true;
        if (!name.endsWith("--"))
            return false;
        name.chop(2);
        return m_declared.names.contains(name);
    }
    [[nodiscard]] qsizetype boundaryCount() const { return m_declared.any ? 1000 : m_declared.names.size(); }

private:
    QByteArrayView m_body;
    DeclaredBoundaries m_declared;
};

} // namespace

QByteArrayView boundedBody(QByteArrayView body, QByteArrayView contentType, const MailLimits &limits,
                           DefectNotes &defects)
{
    constexpr QByteArrayView mark("\n--");
    const qsizetype few = limits.parts;
    qsizetype lines = 0;
    bool suspicious = false;
    for (qsizetype at = body.indexOf(mark); at >= 0 && !suspicious; at = body.indexOf(mark, at + 1))
        suspicious = ++lines > few || headersTooLarge(body, at + 1, limits);
    suspicious = suspicious || (body.startsWith("--") && headersTooLarge(body, 0, limits));
    if (!suspicious)
        return body;

    const SeparatorScan scan(body, contentType);
    // A separator line opens a part or closes a multipart, so there are at most two for a part.
    const qsizetype mostSeparators = 2 * qsizetype(limits.parts);
    // Every line with "--" is compared with all open boundaries.
    const qsizetype mostLines = scan.boundaryCount() > 2 * limits.depth ? 100'000 : body.size();
    qsizetype separators = 0;
    lines = 0;
    for (qsizetype at = body.startsWith("--") ? 0 : body.indexOf(mark) + 1; at > 0 || (at == 0 && lines == 0);
         at = body.indexOf(mark, at) + 1) {
        if (++lines > mostLines) {
            defects.note(defect::tooManyParts);
            return body.first(at);
        }
        if (at == 0 && !body.startsWith("--"))
            break;
        if (!scan.isSeparator(at))
            continue;
        if (++separators > mostSeparators) {
            defects.note(defect::tooManyParts);
            return body.first(at);
        }
        if (headersTooLarge(body, at, limits)) {
            defects.note(defect::headersTooLarge);
            return body.first(at);
        }
    }
    return body;
}

} // namespace deskhand

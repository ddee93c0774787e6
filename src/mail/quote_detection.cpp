// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/quote_detection.h"

#include "mail/quote_lines.h"

#include <QStringList>

#include <vector>

namespace deskhand {
namespace {

/// A line that is still in play while the rules take lines away.
struct OpenLine {
    LineKind kind;
    qsizetype index;
};

bool isMarker(LineKind kind)
{
    return kind == LineKind::Attribution || kind == LineKind::Forward;
}

/// Works through the rules in the order in which mailers build a reply: delimiters and device signatures go, then
/// the first attribution or header block that nothing of the sender's own follows begins the quote.
class LineSplitter
{
public:
    explicit LineSplitter(const QStringList &lines)
        : m_kinds(lines.size(), PartKind::Reply)
    {
        classify(lines);
    }

    QList<PartKind> split()
    {
        cutUsenetSignature();
        takeDelimiters();
        cutAtMarker();
        takeQuoteAtTop();
        blankOtherMarkers();
        joinHeaderBlock();
        cutAtHeaders();
        takeOtherHeaders();
        takeTrailingQuotes();
        return m_kinds;
    }

private:
    void classify(const QStringList &lines)
    {
        for (qsizetype i = 0; i < lines.size();) {
            const LineKind kind = classifyLine(lines[i]);
            if (const qsizetype end = codeFenceEnd(lines, i); end > i) {
                // What stands between code fences is the sender's, whatever it looks like.
                for (; i <= end; ++i)
                    m_open.push_back({LineKind::Text, i});
                continue;
            }
            const int joined = kind == LineKind::Text || kind == LineKind::Quote || kind == LineKind::Attribution
                                   ? splitAttributionLength(lines, i)
                                   : 0;
            if (joined > 0) {
                // One attribution: its first line stands for it, the others follow their fate.
                m_open.push_back({LineKind::Attribution, i});
                for (int k = 1; k < joined; ++k)
                    m_follows.push_back({i + k, i});
                i += joined;
            } else {
                m_open.push_back({kind, i});
                ++i;
            }
            if (m_open.back().kind == LineKind::Delimiter)
                m_signatureMark = m_signatureMark || signatureLines(lines[m_open.back().index]) > 0;
        }
        m_lines = &lines;
    }

    /// The line of the closing fence if an opening one ("```") is at `from`, else -1.
    static qsizetype codeFenceEnd(const QStringList &lines, qsizetype from)
    {
        if (!lines[from].startsWith(QLatin1String("```")))
            return -1;
        for (qsizetype i = from + 1; i < lines.size(); ++i) {
            if (lines[i].startsWith(QLatin1String("```")))
                return i;
        }
        return -1;
    }

    /// How many lines a signature below this delimiter may have: "-- " is made for it, a long rule stands above
    /// footers, other rules mean nothing.
    static int signatureLines(const QString &delimiter)
    {
        const QString rule = delimiter.trimmed();
        if (rule == QLatin1String("--"))
            return 12;
        return rule.size() >= 10 && rule.count(u'_') == rule.size() ? 5 : 0;
    }

    /// "-- " on a line of its own, then a few lines to the end of what is not quoted.
    void cutUsenetSignature()
    {
        if (!m_signatureMark)
            return;
        for (size_t i = m_open.size(); i-- > 0;) {
            const int mostLines =
                m_open[i].kind == LineKind::Delimiter ? signatureLines((*m_lines)[m_open[i].index]) : 0;
            if (mostLines == 0)
                continue;
            size_t end = i + 1;
            int texts = 0;
            while (end < m_open.size() && !isMarker(m_open[end].kind) && m_open[end].kind != LineKind::Quote
                   && m_open[end].kind != LineKind::Header) {
                texts += m_open[end].kind != LineKind::Empty;
                ++end;
            }
            bool textBefore = false;
            for (size_t k = 0; k < i && !textBefore; ++k)
                textBefore = m_open[k].kind == LineKind::Text;
            if (texts <= mostLines && textBefore) {
                for (size_t k = i; k < end; ++k)
                    mark(m_open[k].index, PartKind::Signature);
                m_open.erase(m_open.begin() + static_cast<std::ptrdiff_t>(i),
                             m_open.begin() + static_cast<std::ptrdiff_t>(end));
            }
            return;
        }
    }

    void takeDelimiters()
    {
        std::erase_if(m_open, [this](const OpenLine &line) {
            const bool taken = line.kind == LineKind::Delimiter || line.kind == LineKind::Signature;
            if (taken)
                mark(line.index, PartKind::Signature);
            return taken;
        });
    }

    /// An attribution below the sender's text that is followed by no quote, or by nothing but the quoted mail.
    void cutAtMarker()
    {
        for (int rule = 0; rule < 2; ++rule) {
            bool text = false;
            for (size_t i = 0; i < m_open.size(); ++i) {
                const LineKind kind = m_open[i].kind;
                if (kind == LineKind::Text) {
                    text = true;
                } else if (isMarker(kind)) {
                    if (text && (rule == 0 ? noQuoteAfter(i) : onlyQuotedAfter(i))) {
                        cutFrom(i, kind == LineKind::Forward ? PartKind::Forward : PartKind::Quote);
                        return;
                    }
                    text = false;
                } else if (kind != LineKind::Empty) {
                    text = false;
                }
            }
        }
    }

    [[nodiscard]] bool noQuoteAfter(size_t from) const
    {
        for (size_t i = from + 1; i < m_open.size(); ++i) {
            if (m_open[i].kind == LineKind::Quote)
                return false;
        }
        return true;
    }

    /// Quote, markers, headers and blanks, then a few lines at the end: a footer, not an answer below the quote.
    [[nodiscard]] bool onlyQuotedAfter(size_t from) const
    {
        constexpr int longestFooter = 6;
        int tail = 0;
        for (size_t i = from + 1; i < m_open.size(); ++i) {
            const LineKind kind = m_open[i].kind;
            if (kind == LineKind::Text)
                ++tail;
            else if (kind != LineKind::Empty && tail > 0)
                return false;
        }
        return tail <= longestFooter;
    }

    /// Answered below the quote: an attribution before any text takes the quote under it along.
    void takeQuoteAtTop()
    {
        size_t i = 0;
        while (i < m_open.size() && m_open[i].kind == LineKind::Empty)
            ++i;
        if (i >= m_open.size() || !isMarker(m_open[i].kind))
            return;
        size_t end = i + 1;
        while (end < m_open.size() && m_open[end].kind != LineKind::Text)
            ++end;
        bool quoted = false;
        for (size_t k = i; k < end; ++k)
            quoted = quoted || m_open[k].kind == LineKind::Quote;
        if (!quoted)
            return;
        for (size_t k = i; k < end; ++k)
            mark(m_open[k].index, PartKind::Quote);
        m_open.erase(m_open.begin() + static_cast<std::ptrdiff_t>(i),
                     m_open.begin() + static_cast<std::ptrdiff_t>(end));
    }

    void cutFrom(size_t at, PartKind kind)
    {
        for (size_t i = at; i < m_open.size(); ++i)
            mark(m_open[i].index, kind);
        m_open.resize(at);
    }

    /// Attributions between which the sender goes on writing are not the sender's words.
    void blankOtherMarkers()
    {
        for (OpenLine &line : m_open) {
            if (!isMarker(line.kind))
                continue;
            mark(line.index, PartKind::Quote);
            line.kind = LineKind::Empty;
        }
    }

    /// Headers that are folded over several lines: what stands between two of them belongs to them.
    void joinHeaderBlock()
    {
        for (size_t i = 0; i < m_open.size(); ++i) {
            if (m_open[i].kind != LineKind::Header)
                continue;
            size_t end = i;
            size_t last = i;
            while (end < m_open.size()
                   && (m_open[end].kind == LineKind::Header || m_open[end].kind == LineKind::Text
                       || m_open[end].kind == LineKind::Empty)) {
                const bool closes = m_open[end].kind == LineKind::Header && end + 1 < m_open.size()
                                    && m_open[end + 1].kind == LineKind::Empty;
                if (closes)
                    last = end;
                ++end;
            }
            for (size_t k = i; k <= last; ++k)
                m_open[k].kind = LineKind::Header;
            return;
        }
    }

    /// Three header lines in a row below text are the begin of the quoted mail.
    void cutAtHeaders()
    {
        bool text = false;
        for (size_t i = 0; i + 2 < m_open.size(); ++i) {
            const LineKind kind = m_open[i].kind;
            if (kind == LineKind::Text)
                text = true;
            const bool three = kind == LineKind::Header && m_open[i + 1].kind == LineKind::Header
                               && m_open[i + 2].kind == LineKind::Header;
            if (three && text) {
                cutFrom(i, PartKind::Quote);
                return;
            }
            if (kind == LineKind::Header)
                text = false;
        }
    }

    void takeOtherHeaders()
    {
        std::erase_if(m_open, [this](const OpenLine &line) {
            if (line.kind == LineKind::Header)
                mark(line.index, PartKind::Quote);
            return line.kind == LineKind::Header;
        });
    }

    void takeTrailingQuotes()
    {
        bool text = false;
        for (const OpenLine &line : m_open)
            text = text || line.kind == LineKind::Text;
        while (text && !m_open.empty()
               && (m_open.back().kind == LineKind::Quote || m_open.back().kind == LineKind::Empty)) {
            if (m_open.back().kind == LineKind::Quote)
                mark(m_open.back().index, PartKind::Quote);
            m_open.pop_back();
        }
    }

    void mark(qsizetype index, PartKind kind)
    {
        m_kinds[index] = kind;
        for (const auto &[line, leader] : m_follows) {
            if (leader == index)
                m_kinds[line] = kind;
        }
    }

    QList<PartKind> m_kinds;
    std::vector<OpenLine> m_open;
    std::vector<std::pair<qsizetype, qsizetype>> m_follows; ///< line → the line that decides for it
    const QStringList *m_lines = nullptr;
    bool m_signatureMark = false;
};

} // namespace

QList<PartKind> splitLines(const QStringList &lines)
{
    constexpr qsizetype mostLines = 20'000;
    if (lines.size() <= mostLines)
        return LineSplitter(lines).split();
    // A log of a megabyte is not a conversation; look at its begin.
    QList<PartKind> kinds = LineSplitter(lines.first(mostLines)).split();
    kinds.append(QList<PartKind>(lines.size() - mostLines, kinds.isEmpty() ? PartKind::Reply : kinds.last()));
    return kinds;
}

QList<TextPart> splitPlainText(const QString &text)
{
    QList<TextPart> parts;
    const QStringList lines = text.split(u'\n');
    const QList<PartKind> kinds = splitLines(lines);
    qsizetype at = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const qsizetype length = lines[i].size() + (i + 1 < lines.size() ? 1 : 0);
        // A blank line goes with what stands before it.
        const bool blank = lines[i].trimmed().isEmpty();
        const PartKind kind = blank && !parts.isEmpty() ? parts.last().kind : kinds[i];
        if (!parts.isEmpty() && parts.last().kind == kind)
            parts.last().length += length;
        else if (length > 0)
            parts.append({kind, at, length});
        at += length;
    }
    return parts;
}

QString replyText(const QString &text)
{
    const QStringList lines = text.split(u'\n');
    const QList<PartKind> kinds = splitLines(lines);
    QStringList kept;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (kinds[i] == PartKind::Reply)
            kept.append(lines[i]);
    }
    QString reply = kept.join(u'\n');
    while (!reply.isEmpty() && reply.back().isSpace())
        reply.chop(1);
    qsizetype start = 0;
    for (qsizetype i = 0; i < reply.size() && reply[i].isSpace(); ++i) {
        if (reply[i] == u'\n')
            start = i + 1;
    }
    return reply.sliced(start);
}

} // namespace deskhand

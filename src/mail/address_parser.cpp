// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/address_parser.h"

#include "mail/encoded_words.h"

namespace deskhand {
namespace {

/// Stands for a blank inside a quoted local part, where blanks do not part words.
constexpr char hiddenBlank = '\x01';

bool needsNoQuotes(QByteArrayView localPart)
{
    for (const char c : localPart) {
        if (static_cast<unsigned char>(c) <= 0x20 || QByteArrayView("()<>[]:;@\\,\"").contains(c))
            return false;
    }
    return !localPart.isEmpty();
}

/// What stands between two separators of the list.
struct MailboxText {
    QByteArray phrase;  ///< outside of brackets, quotes resolved
    QByteArray angle;   ///< inside <>
    QByteArray comment; ///< the last (comment)
    bool hasAngle = false;
    bool hasSign = false; ///< an @ in the phrase
    bool wasQuoted = false;

    [[nodiscard]] bool isEmpty() const { return phrase.trimmed().isEmpty() && !hasAngle && comment.isEmpty(); }
};

/// Splits a header value into mailbox texts, one at a time.
class MailboxSplitter
{
public:
    explicit MailboxSplitter(QByteArrayView text)
        : m_text(text)
        , m_lastQuote(text.lastIndexOf('"'))
        , m_lastParenthesis(text.lastIndexOf(')'))
        , m_lastAngle(text.lastIndexOf('>'))
    {
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }

    MailboxText next()
    {
        MailboxText box;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '"' && m_lastQuote > m_at) {
                quoted(box);
            } else if (c == '(' && m_lastParenthesis > m_at) {
                comment(box);
            } else if (c == '<') {
                angle(box);
            } else if (c == ',' || c == ';') {
                ++m_at;
                return box;
            } else if (c == ':' && !box.hasAngle && !box.hasSign && !isMailto(box.phrase)) {
                // The name of a group, not of a person.
                box = {};
                ++m_at;
            } else {
                box.hasSign = box.hasSign || c == '@';
                box.phrase += c;
                ++m_at;
            }
        }
        return box;
    }

private:
    static bool isMailto(const QByteArray &phrase) { return phrase.trimmed().toLower() == "mailto"; }

    void quoted(MailboxText &box)
    {
        box.wasQuoted = true;
        const qsizetype begin = box.phrase.size();
        for (++m_at; m_at < m_text.size() && m_text[m_at] != '"'; ++m_at) {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size())
                ++m_at;
            box.phrase += m_text[m_at];
        }
        ++m_at;
        if (m_at < m_text.size() && m_text[m_at] == '@')
            quoteLocalPart(box, begin);
    }

    /// "Big Bug"@bug.com: the quoted text is the local part of an address, not a name.
    static void quoteLocalPart(MailboxText &box, qsizetype begin)
    {
        const QByteArray local = box.phrase.sliced(begin);
        box.phrase.truncate(begin);
        QByteArray escaped = local;
        escaped.replace('\\', "\\\\").replace('"', "\\\"").replace(' ', hiddenBlank);
        box.phrase += needsNoQuotes(local) ? local : '"' + escaped + '"';
        box.wasQuoted = false;
    }

    void comment(MailboxText &box)
    {
        int depth = 1;
        box.comment.clear();
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '\\' && m_at + 1 < m_text.size()) {
                box.comment += m_text[++m_at];
                continue;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0)
                break;
            box.comment += c;
        }
        ++m_at;
    }

    void angle(MailboxText &box)
    {
        ++m_at;
        if (box.hasAngle && !box.angle.isEmpty())
            box.angle.clear(); // "<a@b> <c@d>": the last one is the address in all mailers that were looked at
        box.hasAngle = true;
        const bool closes = m_lastAngle >= m_at;
        bool inQuotes = false;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '\\' && inQuotes && m_at + 1 < m_text.size()) {
                box.angle += c;
                box.angle += m_text[m_at + 1];
                m_at += 2;
                continue;
            }
            if (c == '"')
                inQuotes = !inQuotes;
            if (c == '>'
                && !(inQuotes && m_lastAngle > m_at
                     && m_text.sliced(m_at, qMin<qsizetype>(m_text.size() - m_at, 256)).contains('"')))
                break;
            if (!closes && (c == ',' || c == ';'))
                return;
            // Blanks inside quotes belong to the address, all others do not.
            if (c != '<')
                box.angle += c == ' ' && inQuotes ? hiddenBlank : c;
            ++m_at;
        }
        if (inQuotes)
            box.angle.replace(hiddenBlank, ' ');
        while (m_at < m_text.size() && m_text[m_at] == '>')
            ++m_at;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    // A quote, comment or bracket that is never closed is an ordinary character.
    qsizetype m_lastQuote;
    qsizetype m_lastParenthesis;
    qsizetype m_lastAngle;
};

QString addressText(QByteArrayView raw, DefectNotes &defects)
{
    QByteArray bare;
    int comment = 0;
    const bool comments = raw.contains('(') && raw.contains(')') && !raw.contains('"');
    for (const char c : raw) {
        if (comments && (c == '(' || c == ')')) {
            comment = qMax(0, comment + (c == '(' ? 1 : -1));
            continue;
        }
        if (comment > 0)
            continue;
        if (c == hiddenBlank)
            bare += ' ';
        else if (c != ' ' && c != '\t' && c != '\r' && c != '\n' && c != '\0')
            bare += c;
    }
    // A source route ("<@relay:user@host>") is not part of the address.
    if (bare.startsWith('@')) {
        if (const qsizetype colon = bare.indexOf(':'); colon > 0)
            bare.remove(0, colon + 1);
    }
    if (bare.size() > 7 && bare.first(7).toLower() == "mailto:")
        bare.remove(0, 7);
    // A local part in quotes that needs none.
    if (bare.startsWith('"')) {
        const qsizetype close = bare.indexOf("\"@");
        const QByteArray local = close > 1 ? bare.sliced(1, close - 1) : QByteArray();
        if (needsNoQuotes(local))
            bare = local + bare.sliced(close + 1);
    }
    return decodeHeaderText(bare, defects);
}

QString withoutOuterQuotes(QString name)
{
    name = name.trimmed();
    while (name.size() >= 2
           && ((name.startsWith(u'\'') && name.endsWith(u'\'')) || (name.startsWith(u'"') && name.endsWith(u'"'))))
        name = name.sliced(1, name.size() - 2).trimmed();
    return name;
}

/// "John Doe j@x.org" or "j@x.org": the word with the @ is the address, the others are the name.
MailAddress fromBarePhrase(const MailboxText &box, DefectNotes &defects, QByteArrayView hint)
{
    MailAddress address;
    const QByteArray phrase = box.phrase.simplified();
    const qsizetype sign = phrase.indexOf('@');
    if (sign < 0) {
        if (phrase.contains(' ') || box.wasQuoted || phrase.contains("=?"))
            address.name = withoutOuterQuotes(decodeHeaderText(phrase, defects, hint));
        else
            address.address = addressText(phrase, defects);
        if (!box.comment.isEmpty() && address.name.isEmpty())
            address.name = withoutOuterQuotes(decodeHeaderText(box.comment, defects, hint));
        return address;
    }
    // "user @ host" is one address; blanks elsewhere part it from a name.
    qsizetype start = phrase.lastIndexOf(' ', sign);
    if (start == sign - 1 && start >= 0)
        start = phrase.lastIndexOf(' ', start - 1);
    qsizetype end = phrase.indexOf(' ', sign);
    if (end == sign + 1)
        end = phrase.indexOf(' ', end + 1);
    if (box.wasQuoted)
        start = -1;
    const qsizetype from = start + 1;
    const qsizetype to = end < 0 ? phrase.size() : end;
    address.address = addressText(phrase.sliced(from, to - from), defects);
    // "a@x.org b@y.org" without a comma: the second one is no name.
    QByteArray name = phrase.first(from) + (phrase.sliced(to).contains('@') ? QByteArray() : phrase.sliced(to));
    if (name.trimmed().isEmpty())
        name = box.comment;
    address.name = withoutOuterQuotes(decodeHeaderText(name, defects, hint));
    return address;
}

MailAddress toAddress(const MailboxText &box, DefectNotes &defects, QByteArrayView hint)
{
    if (!box.hasAngle)
        return fromBarePhrase(box, defects, hint);
    MailAddress address;
    address.address = addressText(box.angle, defects);
    const QByteArray name = box.phrase.trimmed().isEmpty() ? box.comment : box.phrase;
    address.name = withoutOuterQuotes(decodeHeaderText(name, defects, hint));
    if (address.address.isEmpty() && address.name.contains(u'@') && !address.name.contains(u' '))
        std::swap(address.name, address.address);
    return address;
}

} // namespace

QList<MailAddress> parseAddresses(QByteArrayView raw, int limit, DefectNotes &defects, QByteArrayView charsetHint)
{
    QList<MailAddress> addresses;
    const QByteArray flat = unfolded(raw);
    MailboxSplitter splitter{QByteArrayView(flat)};
    MailboxText pending;
    bool hasPending = false;
    while (!splitter.atEnd()) {
        if (addresses.size() >= limit) {
            defects.note(defect::tooManyAddresses);
            break;
        }
        MailboxText box = splitter.next();
        if (hasPending) {
            // "Doe, John <j@x>": a piece without an address belongs to the name that follows it.
            const bool joins = box.hasAngle && !box.phrase.trimmed().isEmpty();
            if (joins)
                box.phrase = pending.phrase.trimmed() + ", " + box.phrase.trimmed();
            else
                addresses.append(toAddress(pending, defects, charsetHint));
            hasPending = false;
        }
        if (box.isEmpty())
            continue;
        const bool nameOnly = !box.hasAngle && !box.phrase.contains('@') && box.comment.isEmpty();
        if (nameOnly && !splitter.atEnd()) {
            pending = box;
            hasPending = true;
            continue;
        }
        MailAddress address = toAddress(box, defects, charsetHint);
        // Everything, brackets included, was put into one encoded word.
        if (!address.name.contains(u'<') || !address.name.contains(u'@') || address.address.contains(u'@')) {
            if (!address.address.isEmpty() || !address.name.isEmpty())
                addresses.append(address);
        } else {
            const QByteArray decoded = address.name.toUtf8();
            MailboxSplitter inner{QByteArrayView(decoded)};
            addresses.append(toAddress(inner.next(), defects, charsetHint));
        }
    }
    if (hasPending && addresses.size() < limit)
        addresses.append(toAddress(pending, defects, charsetHint));
    addresses.removeIf([](const MailAddress &one) { return one.address.isEmpty() && one.name.isEmpty(); });
    for (const MailAddress &address : addresses) {
        if (!address.address.contains(u'@'))
            defects.note(defect::addressMalformed);
    }
    return addresses;
}

} // namespace deskhand

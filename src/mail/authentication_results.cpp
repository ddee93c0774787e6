// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/authentication_results.h"

#include "mail/encoded_words.h"

#include <QUrl>

#include <algorithm>

namespace deskhand {
namespace {

/// A word, or one of ";" "=" "/" "." that stands for itself; comments are gone.
class ResultTokens
{
public:
    explicit ResultTokens(QByteArrayView value)
        : m_text(unfolded(value.first(qMin<qsizetype>(value.size(), 64 * 1024))))
    {
    }

    /// The next one without moving on; empty at the end.
    QByteArray peek()
    {
        if (!m_hasNext) {
            m_next = read();
            m_hasNext = true;
        }
        return m_next;
    }
    QByteArray take()
    {
        const QByteArray token = peek();
        m_hasNext = false;
        return token;
    }
    bool takeIf(const char *token)
    {
        if (peek() != token || m_quoted)
            return false;
        take();
        return true;
    }
    [[nodiscard]] bool isQuoted() const { return m_quoted; }
    /// Whether the last comment, string or escape was never closed.
    [[nodiscard]] bool isBroken() const { return m_broken; }

private:
    void skipBlanksAndComments()
    {
        int depth = 0;
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (depth > 0 && c == '\\') {
                ++m_at;
            } else if (c == '(') {
                ++depth;
            } else if (c == ')' && depth > 0) {
                --depth;
            } else if (depth == 0 && c != ' ' && c != '\t' && c != '\r' && c != '\n') {
                break;
            }
        }
        m_broken = m_broken || depth > 0;
    }

    QByteArray read()
    {
        m_quoted = false;
        skipBlanksAndComments();
        if (m_at >= m_text.size())
            return {};
        const char first = m_text[m_at];
        if (first == ';' || first == '=')
            return m_text.mid(m_at++, 1);
        QByteArray token;
        if (first == '"') {
            m_quoted = true;
            for (++m_at; m_at < m_text.size() && m_text[m_at] != '"'; ++m_at) {
                if (m_text[m_at] == '\\' && m_at + 1 < m_text.size())
                    ++m_at;
                token += m_text[m_at];
            }
            m_broken = m_broken || m_at >= m_text.size();
            ++m_at;
            // An address with a quoted local part goes on behind the quotes.
            while (m_at < m_text.size() && m_text[m_at] != ' ' && m_text[m_at] != '\t' && m_text[m_at] != ';')
                token += m_text[m_at++];
            return token;
        }
        while (m_at < m_text.size() && !QByteArrayView(" \t\r\n;=(\"").contains(m_text[m_at]))
            token += m_text[m_at++];
        if (token.isEmpty())
            token += m_text[m_at++];
        return token;
    }

    QByteArray m_text;
    qsizetype m_at = 0;
    QByteArray m_next;
    bool m_hasNext = false;
    bool m_quoted = false;
    bool m_broken = false;
};

QString domainOf(const QByteArray &value)
{
    const QByteArray domain = value.sliced(value.lastIndexOf('@') + 1).toLower();
    const QString text = QString::fromUtf8(domain);
    return text.isEmpty() ? text : QString::fromLatin1(QUrl::toAce(text));
}

/// Registries that sell names below a second level; nobody is all of "co.uk".
bool isPublicSuffix(const QString &domain)
{
    const QString second = domain.section(u'.', 0, 0);
    static const QStringList shared{QStringLiteral("co"),  QStringLiteral("com"), QStringLiteral("org"),
                                    QStringLiteral("net"), QStringLiteral("ac"),  QStringLiteral("gov"),
                                    QStringLiteral("edu"), QStringLiteral("or"),  QStringLiteral("ne"),
                                    QStringLiteral("go"),  QStringLiteral("gob"), QStringLiteral("gouv")};
    const qsizetype dots = domain.count(u'.');
    return dots == 0 || (dots == 1 && domain.section(u'.', 1).size() == 2 && shared.contains(second));
}

/// Relaxed alignment (RFC 7489 3.1): the same domain, or one below the other.
bool isAligned(const QString &one, const QString &other)
{
    if (one.isEmpty() || other.isEmpty())
        return false;
    if (one == other)
        return true;
    const QString &shorter = one.size() < other.size() ? one : other;
    const QString &longer = one.size() < other.size() ? other : one;
    return longer.endsWith(u'.' + shorter) && !isPublicSuffix(shorter);
}

/// "mx.example.com" of a Received header's "by", without the trailing dot; empty: an address, or nothing.
QString receivedBy(const QByteArray &value)
{
    const QByteArray flat = ' ' + unfolded(value).simplified().toLower();
    const qsizetype by = flat.indexOf(" by ");
    if (by < 0)
        return {};
    QByteArray host = flat.sliced(by + 4);
    host.truncate(qMax<qsizetype>(0, std::min({host.size(), host.indexOf(' ') < 0 ? host.size() : host.indexOf(' '),
                                               host.indexOf(';') < 0 ? host.size() : host.indexOf(';')})));
    if (host.endsWith('.'))
        host.chop(1);
    const bool name =
        host.contains('.') && !host.contains(':') && !host.startsWith('[') && host.back() >= 'a' && host.back() <= 'z';
    return name ? QString::fromLatin1(host) : QString();
}

/// The registered domain, near enough: the last two labels, or three below a shared second level.
QString organisation(const QString &host)
{
    const QString two = host.section(u'.', -2);
    return isPublicSuffix(two) ? host.section(u'.', -3) : two;
}

bool provesSender(const AuthenticationResults &header, const QString &from)
{
    for (const AuthenticationResult &one : header.results) {
        if (one.result != "pass")
            continue;
        const auto property = [&one](const char *name) { return domainOf(one.properties.value(name)); };
        if (one.method == "dmarc" && (property("header.from").isEmpty() || property("header.from") == from))
            return true;
        if (one.method == "dkim") {
            const QString domain = property("header.d");
            if (isAligned(domain.isEmpty() ? property("header.i") : domain, from))
                return true;
        }
        if (one.method == "spf" && isAligned(property("smtp.mailfrom"), from))
            return true;
    }
    return false;
}

bool failsDmarc(const AuthenticationResults &header)
{
    return std::any_of(header.results.begin(), header.results.end(), [](const AuthenticationResult &one) {
        return one.method == "dmarc" && one.result != "pass" && one.result != "none" && one.result != "bestguesspass";
    });
}

} // namespace

AuthenticationResults parseAuthenticationResults(QByteArrayView value)
{
    AuthenticationResults parsed;
    ResultTokens tokens(value);
    parsed.authservId = tokens.take().toLower();
    if (parsed.authservId == ";" || parsed.authservId == "=")
        return {};
    // A version, or nothing, stands before the first semicolon.
    while (!tokens.peek().isEmpty() && (tokens.peek() != ";" || tokens.isQuoted())) {
        if (tokens.take() == "=")
            return {};
    }
    while (tokens.takeIf(";")) {
        AuthenticationResult one;
        one.method = tokens.take().toLower();
        if (const qsizetype slash = one.method.indexOf('/'); slash > 0)
            one.method.truncate(slash);
        if (!tokens.takeIf("=")) {
            while (!tokens.peek().isEmpty() && tokens.peek() != ";")
                tokens.take();
            continue;
        }
        one.result = tokens.take().toLower();
        while (!tokens.peek().isEmpty() && (tokens.peek() != ";" || tokens.isQuoted())) {
            const QByteArray name = tokens.take().toLower();
            if (tokens.takeIf("=") && !one.properties.contains(name))
                one.properties.insert(name, tokens.take());
        }
        parsed.results.append(one);
    }
    return tokens.isBroken() ? AuthenticationResults() : parsed;
}

bool isSenderProven(const HeaderBlock &headers, const QString &authservId, const QString &fromAddress)
{
    const QByteArray ours = authservId.trimmed().toLower().toUtf8();
    const QString from = domainOf(fromAddress.toUtf8());
    if (ours.isEmpty() || from.isEmpty() || !fromAddress.contains(u'@') || headers.values("From").size() != 1)
        return false;
    bool proven = false;
    bool seen = false;
    QString home;
    bool passedReceived = false;
    for (const HeaderBlock::Field &field : headers.fields()) {
        if (equalsIgnoringCase(field.name, "Received")) {
            if (seen)
                break;
            passedReceived = true;
            const QString by = receivedBy(field.value);
            if (by.isEmpty())
                continue;
            if (home.isEmpty())
                home = organisation(by);
            else if (organisation(by) != home && organisation(by) != organisation(QString::fromUtf8(ours)))
                break;
        } else if (equalsIgnoringCase(field.name, "Authentication-Results")) {
            const AuthenticationResults header = parseAuthenticationResults(field.value);
            if (header.authservId != ours)
                continue;
            if (failsDmarc(header))
                return false;
            proven = proven || ((!seen || !passedReceived) && provesSender(header, from));
            seen = true;
        }
    }
    return proven;
}

} // namespace deskhand

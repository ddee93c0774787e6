// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses as they stand in headers: every list ends, gives no line end, and what can be sent to comes out of a header
// of ours as it went in. The same bytes as an Authentication-Results header prove nothing that they do not say.
#include "mail/address_parser.h"
#include "mail/authentication_results.h"
#include "mail/encoded_words.h"
#include "mail/header_writer.h"

#include <cstdint>
#include <cstdlib>

using namespace deskhand;

namespace {

void require(bool holds, const char *what, const QString &text)
{
    if (holds)
        return;
    qCritical("%s: %s", what, qPrintable(text));
    std::abort();
}

void checkHeader(const QByteArray &header)
{
    for (qsizetype i = 0; i < header.size(); ++i) {
        const auto c = static_cast<unsigned char>(header[i]);
        require(c == '\r' || c == '\n' || (c >= ' ' && c <= '~'), "no ASCII", QString::fromLatin1(header));
        if (c == '\n' && i + 1 < header.size())
            require(header[i - 1] == '\r' && header[i + 1] == ' ', "breaks out", QString::fromLatin1(header));
    }
}

/// Whoever is written into a header is read out of it again.
void checkWritten(const QList<MailAddress> &parsed)
{
    QVector<MailAddress> sendable;
    for (const MailAddress &one : parsed) {
        if (!sendableAddress(one.address).isEmpty())
            sendable.append(one);
    }
    const QByteArray header = addressField("To", sendable);
    checkHeader(header);
    DefectNotes defects;
    const QList<MailAddress> again = parseAddresses(header.mid(4), 1000, defects);
    require(again.size() == sendable.size(), "another number", QString::fromLatin1(header));
    for (qsizetype i = 0; i < again.size(); ++i)
        require(sendableAddress(again[i].address) == sendableAddress(sendable[i].address), "another address",
                QString::fromLatin1(header));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView raw(data, qsizetype(size));
    DefectNotes defects;
    const QList<MailAddress> parsed = parseAddresses(raw, 200, defects);
    require(parsed.size() <= 200, "more than the limit", QString());
    for (const MailAddress &one : parsed) {
        require(!one.address.contains(u'\n') && !one.address.contains(u'\0') && !one.name.contains(u'\n')
                    && !one.name.contains(u'\0'),
                "a line end or NUL", one.address + u' ' + one.name);
        require(!one.address.isEmpty() || !one.name.isEmpty(), "nobody", QString());
    }
    checkWritten(parsed);

    const QString text = QString::fromUtf8(raw);
    checkHeader(textField("Subject", text));
    checkHeader("X: y" + parameter("filename", text) + legacyParameter("name", text));
    const AuthenticationResults results = parseAuthenticationResults(raw);
    for (const AuthenticationResult &one : results.results)
        require(one.result.isEmpty() || raw.toByteArray().toLower().contains(one.result.left(1)), "made up", text);
    return 0;
}

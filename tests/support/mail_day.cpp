// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/mail_day.h"

#include "mail/transport/mail_transport_factory.h"
#include "support/shared_data.h"

#include <QDateTime>
#include <QDirIterator>
#include <QFile>
#include <QLocale>

#include <algorithm>

namespace deskhand::test {
namespace {

constexpr qsizetype largestOfOthers = 2 * 1024 * 1024;

QByteArray headerOf(const QByteArray &mail, const QByteArray &name)
{
    const QByteArray lower = mail.left(64 * 1024).toLower();
    const qsizetype at = lower.indexOf('\n' + name.toLower() + ':');
    if (at < 0)
        return {};
    qsizetype end = mail.indexOf('\n', at + 1);
    while (end > 0 && end + 1 < mail.size() && (mail[end + 1] == ' ' || mail[end + 1] == '\t'))
        end = mail.indexOf('\n', end + 1);
    const qsizetype begin = at + name.size() + 2;
    return mail.mid(begin, end - begin).simplified();
}

QByteArray withCrlf(QByteArray bytes)
{
    bytes.replace("\r\n", "\n");
    bytes.replace('\r', '\n');
    bytes.replace("\n", "\r\n");
    if (!bytes.endsWith("\r\n"))
        bytes.append("\r\n");
    return bytes;
}

QByteArray dateNow()
{
    return QLocale::c()
        .toString(QDateTime::currentDateTimeUtc(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss +0000"))
        .toLatin1();
}

} // namespace

std::unique_ptr<MailDay> MailDay::start(QString *reason)
{
    if (!TestCertificates::canBeMade()) {
        *reason = QStringLiteral("openssl is not installed");
        return nullptr;
    }
    std::unique_ptr<MailDay> day(new MailDay);
    const auto authority = day->m_certificates.newAuthority();
    const auto certificate = day->m_certificates.newCertificate(authority, QStringLiteral("127.0.0.1"));
    day->m_caFile = authority.certificate;
    day->m_dovecot = DovecotServer::start(certificate.certificate, certificate.key);
    if (!day->m_dovecot) {
        *reason = QStringLiteral("Dovecot is not installed");
        return nullptr;
    }
    day->m_postfix = PostfixServer::start(*day->m_dovecot, certificate.certificate, certificate.key);
    if (!day->m_postfix) {
        *reason = QStringLiteral("Postfix is not installed, or this user is not root");
        return nullptr;
    }
    day->m_dovecot->addUser(deskAddress(), deskPassword());
    day->m_dovecot->addUser(loopAddress(), QStringLiteral("loop"));
    day->m_transport = makeMailTransport();
    day->m_street.address = QStringLiteral("street@elsewhere.example");
    day->m_street.outgoing.host = QStringLiteral("127.0.0.1");
    day->m_street.outgoing.port = day->m_postfix->port();
    day->m_street.outgoing.encryption = MailEncryption::None;
    day->m_street.outgoing.signIn = MailSignIn::None;
    return day;
}

QString MailDay::deskAddress()
{
    return QStringLiteral("support@example.test");
}

QString MailDay::deskPassword()
{
    return QStringLiteral("a long password");
}

QString MailDay::loopAddress()
{
    return QStringLiteral("machine@example.test");
}

QString MailDay::goneAddress()
{
    return QStringLiteral("gone@example.test");
}

Mailbox MailDay::mailbox() const
{
    Mailbox mailbox = m_postfix->sender(m_dovecot->mailbox(deskAddress(), m_caFile), MailEncryption::Tls);
    mailbox.id = {};
    mailbox.name = QStringLiteral("Support");
    mailbox.address = deskAddress();
    mailbox.first = FirstFetch::Everything;
    mailbox.pollSeconds = 5;
    return mailbox;
}

QString MailDay::addCustomer(const QString &name)
{
    const QString address = name.toLower().replace(u' ', u'.') + QStringLiteral("@example.test");
    m_dovecot->addUser(address, QStringLiteral("customer"));
    return address;
}

bool MailDay::hand(const QByteArray &bytes, const QString &envelopeFrom)
{
    // A server may end a session between two mails; then there is another one.
    for (int attempt = 0; attempt < 2; ++attempt) {
        if (!m_outlet) {
            auto opened = m_transport->openOutlet(m_street, {}, [] { return true; }, {});
            if (!opened)
                return false;
            m_outlet = *std::move(opened);
        }
        const auto outcome = m_outlet->send(bytes, envelopeFrom, {{{}, deskAddress()}});
        if (!outcome) {
            m_outlet.reset();
            continue;
        }
        const bool taken = overallState(outcome->recipients) == DeliveryState::Sent && !outcome->unknown;
        m_sent += taken ? 1 : 0;
        return taken;
    }
    return false;
}

bool MailDay::write(const QString &from, const QString &subject, const QString &text, const QByteArray &moreHeaders)
{
    const QByteArray mail = "From: " + from.toUtf8() + "\r\nTo: " + deskAddress().toUtf8()
                            + "\r\nSubject: " + subject.toUtf8() + "\r\nDate: " + dateNow() + "\r\nMessage-ID: <letter"
                            + QByteArray::number(++m_letters) + "@example.test>\r\n" + moreHeaders
                            + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                            + withCrlf(text.toUtf8());
    return hand(mail, from);
}

bool MailDay::answer(const QString &from, const QByteArray &received, const QString &text)
{
    const QByteArray id = headerOf(received, "Message-ID");
    const QByteArray references = headerOf(received, "References");
    return write(from, QStringLiteral("Re: ") + QString::fromUtf8(headerOf(received, "Subject")), text,
                 "In-Reply-To: " + id + "\r\nReferences: " + (references + ' ' + id).simplified() + "\r\n");
}

bool MailDay::pass(const QByteArray &raw)
{
    const QByteArray mail = withCrlf(raw);
    if (mail.contains('\0') || mail.startsWith("From ") || !mail.contains("\r\n\r\n"))
        return false;
    for (qsizetype line = 0, next = 0; next >= 0; line = next + 2) {
        next = mail.indexOf("\r\n", line);
        if ((next < 0 ? mail.size() : next) - line > 998)
            return false;
    }
    return hand(mail, m_street.address);
}

void MailDay::deliverTwice(const QByteArray &raw)
{
    m_dovecot->deliver(deskAddress(), raw);
    m_dovecot->deliver(deskAddress(), raw);
    m_sent += 2;
}

qint64 MailDay::arrived()
{
    return m_dovecot->mails(deskAddress()).size();
}

int MailDay::letMachineAnswer()
{
    const QVector<QByteArray> all = received(loopAddress());
    int answered = 0;
    for (; m_machineAnswered < all.size(); ++m_machineAnswered) {
        // A new subject and no references: nothing in it says that it belongs to anything, or that a machine wrote it.
        answered += write(loopAddress(), QStringLiteral("Your message number %1").arg(m_machineAnswered + 1),
                          QStringLiteral("I have read your message and will come back to you."))
                        ? 1
                        : 0;
    }
    return answered;
}

QVector<QByteArray> mailsOfOthers(int most)
{
    const QString folder = sharedData(QStringLiteral("mail"));
    if (folder.isEmpty())
        return {};
    QStringList files;
    for (QDirIterator it(folder,
                         {QStringLiteral("*.eml"), QStringLiteral("msg_*"), QStringLiteral("*.txt"),
                          QStringLiteral("*.box"), QStringLiteral("m[0-9]*")},
                         QDir::Files, QDirIterator::Subdirectories);
         it.hasNext();) {
        const QString file = it.next();
        if (QFileInfo(file).size() <= largestOfOthers)
            files.append(file);
    }
    files.sort();
    QVector<QByteArray> mails;
    const double step = std::max(1.0, double(files.size()) / most);
    for (double at = 0; at < double(files.size()) && mails.size() < most; at += step) {
        QFile file(files.at(qsizetype(at)));
        if (file.open(QIODevice::ReadOnly))
            mails.append(file.readAll());
    }
    return mails;
}

} // namespace deskhand::test

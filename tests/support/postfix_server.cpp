// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/postfix_server.h"

#include "support/scripted_server.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTcpSocket>

#include <unistd.h>

namespace deskhand::test {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int postfixTimeoutMs = 60'000;
const QString postfixMaster = QStringLiteral("/usr/lib/postfix/sbin/master");
const QString postfixProgram = QStringLiteral("/usr/sbin/postfix");

void runPostfixTool(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(postfixTimeoutMs) || process.exitCode() != 0)
        qFatal("%s failed: %s", qPrintable(program), process.readAll().constData());
}

void writePostfixFile(const QString &name, const QString &text)
{
    QFile file(name);
    const QByteArray bytes = text.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
}

} // namespace

std::unique_ptr<PostfixServer> PostfixServer::start(DovecotServer &dovecot, const QString &certificate,
                                                    const QString &key, const QStringList &settings)
{
    if (::geteuid() != 0 || !QFile::exists(postfixMaster))
        return nullptr;
    std::unique_ptr<PostfixServer> server(new PostfixServer);
    QFile::setPermissions(server->m_folder.path(), QFile::Permissions(0x7755));
    for (const QString &name : {u"etc"_s, u"queue"_s, u"data"_s})
        QDir(server->m_folder.path()).mkdir(name);
    runPostfixTool(u"chown"_s, {u"postfix"_s, server->path(u"data"_s)});
    server->m_port = unusedPort();
    server->m_tlsPort = unusedPort();
    server->writeConfiguration(dovecot, certificate, key, settings);
    runPostfixTool(postfixProgram, {u"-c"_s, server->path(u"etc"_s), u"check"_s});
    server->launch();
    return server;
}

void PostfixServer::writeConfiguration(const DovecotServer &dovecot, const QString &certificate, const QString &key,
                                       const QStringList &settings)
{
    const QString main =
        u"compatibility_level = 3.6\nqueue_directory = %1/queue\ndata_directory = %1/data\n"
        "daemon_directory = /usr/lib/postfix/sbin\ncommand_directory = /usr/sbin\n"
        "maillog_file = %1/log\nmaillog_file_prefixes = %1\n"
        "myhostname = mx.example.test\nmydestination =\nmynetworks =\nalias_maps =\nlocal_recipient_maps =\n"
        "inet_interfaces = loopback-only\ninet_protocols = ipv4\ndisable_dns_lookups = yes\n"
        "virtual_mailbox_domains = example.test\nvirtual_transport = lmtp:inet:127.0.0.1:%2\n"
        "lmtp_destination_recipient_limit = 1\nsmtpd_reject_unlisted_recipient = no\n"
        "smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination\n"
        "default_transport = error:5.4.4 nothing leaves this computer\n"
        "smtpd_tls_security_level = may\nsmtpd_tls_cert_file = %3\nsmtpd_tls_key_file = %4\n"
        "smtpd_sasl_auth_enable = yes\nsmtpd_sasl_type = dovecot\nsmtpd_sasl_path = inet:127.0.0.1:%5\n"
        "in_flow_delay = 0\nsmtpd_client_connection_count_limit = 0\n"_s.arg(
            m_folder.path(), QString::number(dovecot.ports().lmtp), certificate, key,
            QString::number(dovecot.ports().auth));
    writePostfixFile(path(u"etc/main.cf"_s), main + settings.join(u'\n') + u'\n');
    const QString services =
        u"127.0.0.1:%1 inet n - n - - smtpd\n127.0.0.1:%2 inet n - n - - smtpd -o smtpd_tls_wrappermode=yes\n"
        "pickup unix n - n 60 1 pickup\ncleanup unix n - n - 0 cleanup\nqmgr unix n - n 300 1 qmgr\n"
        "tlsmgr unix - - n 1000? 1 tlsmgr\nrewrite unix - - n - - trivial-rewrite\nbounce unix - - n - 0 bounce\n"
        "defer unix - - n - 0 bounce\ntrace unix - - n - 0 bounce\nverify unix - - n - 1 verify\n"
        "flush unix n - n 1000? 0 flush\nproxymap unix - - n - - proxymap\nproxywrite unix - - n - 1 proxymap\n"
        "error unix - - n - - error\nretry unix - - n - - error\ndiscard unix - - n - - discard\n"
        "lmtp unix - - n - - lmtp\nanvil unix - - n - 1 anvil\nscache unix - - n - 1 scache\n"
        "postlog unix-dgram n - n - 1 postlogd\n"_s.arg(m_port)
            .arg(m_tlsPort);
    writePostfixFile(path(u"etc/master.cf"_s), services);
}

void PostfixServer::launch()
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(path(u"output"_s));
    // A test that crashes takes its server with it. Postfix changes its user, by which it would be spared: a shell that
    // does not watches over it.
    m_process.setProgram(u"setpriv"_s);
    m_process.setArguments({u"--pdeathsig=TERM"_s, u"sh"_s, u"-c"_s,
                            u"\"$0\" -c \"$1\" -d & server=$!; trap 'kill $server' TERM; wait $server; wait $server"_s,
                            postfixMaster, path(u"etc"_s)});
    m_process.start();
    const QDeadlineTimer deadline(postfixTimeoutMs);
    while (!deadline.hasExpired()) {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, quint16(m_port));
        if (socket.waitForConnected(200) && socket.waitForReadyRead(5000))
            return;
        if (m_process.state() == QProcess::NotRunning)
            break;
        m_process.waitForFinished(50);
    }
    qFatal("Postfix does not start: %s", log().constData());
}

PostfixServer::~PostfixServer()
{
    m_process.terminate();
    if (!m_process.waitForFinished(postfixTimeoutMs))
        m_process.kill();
}

bool PostfixServer::isQueueEmpty() const
{
    for (const QString &part : {u"maildrop"_s, u"incoming"_s, u"active"_s, u"deferred"_s}) {
        if (QDirIterator(path(u"queue/"_s + part), QDir::Files, QDirIterator::Subdirectories).hasNext())
            return false;
    }
    return true;
}

void PostfixServer::flush()
{
    runPostfixTool(postfixProgram, {u"-c"_s, path(u"etc"_s), u"flush"_s});
}

QByteArray PostfixServer::log() const
{
    QFile file(path(u"log"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Mailbox PostfixServer::sender(const Mailbox &receiver, MailEncryption encryption) const
{
    Mailbox mailbox = receiver;
    mailbox.sends = true;
    mailbox.outgoing = receiver.incoming;
    mailbox.outgoing.port = encryption == MailEncryption::Tls ? m_tlsPort : m_port;
    mailbox.outgoing.encryption = encryption;
    return mailbox;
}

} // namespace deskhand::test

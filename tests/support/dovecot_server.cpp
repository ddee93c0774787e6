// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/dovecot_server.h"

#include "support/scripted_server.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTcpSocket>

#include <algorithm>
#include <grp.h>
#include <pwd.h>
#include <unistd.h>

namespace deskhand::test {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int dovecotTimeoutMs = 60'000;
const QString sbinFolders = QStringLiteral("/usr/sbin:/usr/bin:/sbin:/bin");

QString dovecotProgram(const QString &name)
{
    return QStandardPaths::findExecutable(name, sbinFolders.split(u':'));
}

QByteArray runDovecotTool(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(dovecotTimeoutMs) || process.exitCode() != 0)
        qFatal("%s failed: %s", qPrintable(program), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

void writeWhole(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
}

} // namespace

std::unique_ptr<DovecotServer> DovecotServer::start(const QString &certificate, const QString &key,
                                                    const QString &introspectionUrl, const QStringList &settings)
{
    if (dovecotProgram(u"dovecot"_s).isEmpty())
        return nullptr;
    std::unique_ptr<DovecotServer> server(new DovecotServer);
    if (!QFile::setPermissions(server->m_folder.path(), QFile::Permissions(0x7755)))
        qFatal("the folder of Dovecot cannot be opened for its workers");
    for (const QString &name : {u"mail"_s, u"users"_s})
        QDir(server->m_folder.path()).mkdir(name);
    QFile::setPermissions(server->path(u"users"_s), QFile::Permissions(0x7755));
    if (::geteuid() == 0)
        runDovecotTool(u"chown"_s, {u"mail:mail"_s, server->path(u"mail"_s)});
    server->m_ports = {unusedPort(), unusedPort(), unusedPort(), unusedPort(), unusedPort(), unusedPort()};
    server->writeConfiguration(certificate, key, introspectionUrl, settings);
    server->launch();
    return server;
}

DovecotServer::~DovecotServer()
{
    stop();
}

void DovecotServer::writeConfiguration(const QString &certificate, const QString &key, const QString &introspectionUrl,
                                       const QStringList &settings)
{
    const bool root = ::geteuid() == 0;
    const QString own = root ? u"mail"_s : QString::fromLocal8Bit(::getpwuid(::geteuid())->pw_name);
    const QString group = root ? u"mail"_s : QString::fromLocal8Bit(::getgrgid(::getegid())->gr_name);
    const auto listener = [](const char *service, const char *name, int port, bool tls) {
        return u"service %1 {\n inet_listener %2 {\n address = 127.0.0.1\n port = %3\n ssl = %4\n }\n}\n"_s.arg(
            QLatin1String(service), QLatin1String(name), QString::number(port), tls ? u"yes"_s : u"no"_s);
    };
    QString text =
        u"base_dir = %1/run\nstate_dir = %1/state\nlog_path = %1/log\ninstance_name = %1\n"
        "protocols = imap pop3 lmtp\nssl = yes\nssl_cert = <%2\nssl_key = <%3\n"
        "disable_plaintext_auth = no\nauth_mechanisms = plain login%4\n"
        "mail_location = maildir:%1/mail/%u\nmail_uid = %5\nmail_gid = %6\nfirst_valid_uid = 1\n"
        "mail_fsync = never\nauth_failure_delay = 0\nmailbox_list_index = no\n"
        "pop3_uidl_format = %08Xu%08Xv\nimap_idle_notify_interval = 2 mins\nmailbox_idle_check_interval = 1s\n"
        "mail_max_userip_connections = 100\nlmtp_save_to_detail_mailbox = no\n"
        "recipient_delimiter = +\nlda_mailbox_autocreate = yes\nlda_mailbox_autosubscribe = yes\n"_s.arg(
            m_folder.path(), certificate, key, introspectionUrl.isEmpty() ? QString() : u" xoauth2 oauthbearer"_s, own,
            group);
    if (!root)
        text += u"default_internal_user = %1\ndefault_internal_group = %2\ndefault_login_user = %1\nservice anvil {\n "
                u"chroot =\n}\n"
                "service imap-login {\n chroot =\n}\nservice pop3-login {\n chroot =\n}\n"_s.arg(own, group);
    text += u"passdb {\n driver = passwd-file\n args = scheme=PLAIN username_format=%u %1/users/%u\n}\n"
            "userdb {\n driver = passwd-file\n args = username_format=%u %1/users/%u\n}\n"
            "protocol lmtp {\n postmaster_address = postmaster@example.test\n}\n"
            "namespace inbox {\n inbox = yes\n separator = /\n}\n"_s.arg(m_folder.path());
    text += u"service anvil {\n unix_listener anvil-auth-penalty {\n mode = 0\n }\n}\n"_s; // no waiting after a wrong
                                                                                           // password
    if (!introspectionUrl.isEmpty()) {
        writeWhole(path(u"oauth2.conf"_s), u"introspection_url = %1\nintrospection_mode = get\n"
                                           "username_attribute = username\nactive_attribute = active\n"
                                           "active_value = true\n"_s.arg(introspectionUrl)
                                               .toUtf8());
        text += u"passdb {\n driver = oauth2\n mechanisms = xoauth2 oauthbearer\n args = %1/oauth2.conf\n}\n"_s.arg(
            m_folder.path());
    }
    text += listener("imap-login", "imap", m_ports.imap, false) + listener("imap-login", "imaps", m_ports.imaps, true);
    text += listener("pop3-login", "pop3", m_ports.pop3, false) + listener("pop3-login", "pop3s", m_ports.pop3s, true);
    text += listener("lmtp", "lmtp", m_ports.lmtp, false) + listener("auth", "postfix", m_ports.auth, false)
            + settings.join(u'\n') + u'\n';
    writeWhole(path(u"dovecot.conf"_s), text.toUtf8());
}

void DovecotServer::launch()
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(path(u"output"_s));
    // A test that crashes takes its server with it.
    m_process.setProgram(u"setpriv"_s);
    m_process.setArguments(
        {u"--pdeathsig=TERM"_s, dovecotProgram(u"dovecot"_s), u"-F"_s, u"-c"_s, path(u"dovecot.conf"_s)});
    m_process.start();
    const QDeadlineTimer deadline(dovecotTimeoutMs);
    while (!deadline.hasExpired()) {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, quint16(m_ports.imap));
        if (socket.waitForConnected(200) && socket.waitForReadyRead(2000))
            return;
        if (m_process.state() == QProcess::NotRunning)
            break;
        m_process.waitForFinished(50);
    }
    QFile output(path(u"output"_s));
    const bool readable = output.open(QIODevice::ReadOnly);
    qFatal("Dovecot does not start: %s%s", readable ? output.readAll().constData() : "", log().constData());
}

void DovecotServer::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(dovecotTimeoutMs))
        m_process.kill();
}

void DovecotServer::restart()
{
    stop();
    launch();
}

QByteArray DovecotServer::log() const
{
    QFile file(path(u"log"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void DovecotServer::addUser(const QString &address, const QString &password)
{
    // One file each: a file that has changed within a second is not read again.
    const QString name = path(u"users/"_s + address);
    writeWhole(name, u"%1:{PLAIN}%2::::::\n"_s.arg(address, password).toUtf8());
    QFile::setPermissions(name, QFile::Permissions(0x6644));
}

QByteArray DovecotServer::doveadm(const QStringList &arguments)
{
    return runDovecotTool(dovecotProgram(u"doveadm"_s), QStringList{u"-c"_s, path(u"dovecot.conf"_s)} + arguments);
}

QString DovecotServer::maildir(const QString &address, const QString &folder) const
{
    const QString root = path(u"mail/"_s + address);
    return folder == u"INBOX"_s ? root : root + u"/."_s + folder;
}

void DovecotServer::deliver(const QString &address, const QByteArray &mail, const QString &folder)
{
    const QString root = maildir(address, folder);
    const bool isNew = !QDir(root + u"/new"_s).exists();
    for (const QString &part : {u"cur"_s, u"new"_s, u"tmp"_s})
        QDir().mkpath(root + u'/' + part);
    const QString name = u"%1.%2.test"_s.arg(1'700'000'000 + m_delivered).arg(m_delivered);
    ++m_delivered;
    const QString written = root + u"/tmp/"_s + name;
    writeWhole(written, mail);
    if (::geteuid() == 0)
        runDovecotTool(u"chown"_s, isNew ? QStringList{u"-R"_s, u"mail:mail"_s, path(u"mail/"_s + address)}
                                         : QStringList{u"mail:mail"_s, written});
    if (!QFile::rename(written, root + u"/new/"_s + name))
        qFatal("cannot deliver");
}

QVector<QByteArray> DovecotServer::mails(const QString &address, const QString &folder)
{
    QVector<QPair<QString, QByteArray>> found;
    for (const QString &part : {u"new"_s, u"cur"_s}) {
        const QDir directory(maildir(address, folder) + u'/' + part);
        const QStringList names = directory.entryList(QDir::Files);
        for (const QString &name : names) {
            QFile file(directory.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                found.append({name, file.readAll()});
        }
    }
    std::sort(found.begin(), found.end(), [](const auto &one, const auto &other) { return one.first < other.first; });
    QVector<QByteArray> result;
    for (const auto &[name, bytes] : std::as_const(found))
        result.append(bytes);
    return result;
}

Mailbox DovecotServer::mailbox(const QString &address, const QString &caFile) const
{
    Mailbox mailbox;
    mailbox.id = MailboxId(1);
    mailbox.name = u"Desk"_s;
    mailbox.address = address;
    mailbox.incoming.host = u"127.0.0.1"_s;
    mailbox.incoming.port = m_ports.imaps;
    mailbox.incoming.encryption = MailEncryption::Tls;
    mailbox.incoming.user = address;
    mailbox.incoming.caFile = caFile;
    return mailbox;
}

} // namespace deskhand::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/postgres_server.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>

#include <unistd.h>

namespace deskhand::test {
namespace {

constexpr int startTimeoutMs = 60'000;

/// The newest version that Debian has installed; empty: none.
QString folderOfTools()
{
    QDir versions(QStringLiteral("/usr/lib/postgresql"));
    const QStringList names = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const QString &name : names) {
        const QString folder = versions.filePath(name + QStringLiteral("/bin"));
        if (QFile::exists(folder + QStringLiteral("/initdb")))
            return folder;
    }
    return {};
}

int freePort()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost, 0))
        qFatal("no free port");
    return server.serverPort();
}

} // namespace

QString PostgresServer::tool(const char *name) const
{
    return m_tools + u'/' + QLatin1String(name);
}

std::unique_ptr<PostgresServer> PostgresServer::startIn(const QString &folder, const QStringList &settings)
{
    const QString tools = folderOfTools();
    if (tools.isEmpty())
        return nullptr;
    std::unique_ptr<PostgresServer> server(new PostgresServer);
    if (folder.isEmpty())
        server->m_folder = std::make_unique<QTemporaryDir>();
    server->m_path = folder.isEmpty() ? server->m_folder->path() : folder;
    server->m_settings = settings;
    server->m_tools = tools;
    server->m_port = freePort();
    QDir().mkpath(server->m_path);
    if (!QFile::exists(server->path(QStringLiteral("data"))))
        server->initialise();
    server->launch();
    return server;
}

std::unique_ptr<PostgresServer> PostgresServer::start(const QStringList &settings)
{
    return startIn({}, settings);
}

std::unique_ptr<PostgresServer> PostgresServer::startKept(const QString &folder, const QStringList &settings)
{
    return startIn(folder, settings);
}

PostgresServer::~PostgresServer()
{
    if (m_folder)
        crash();
    else
        stop("-INT"); // fast shutdown: everything is written
}

void PostgresServer::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(startTimeoutMs) || process.exitCode() != 0)
        qFatal("%s failed: %s", qPrintable(program), process.readAll().constData());
}

void PostgresServer::initialise()
{
    const QString data = path(QStringLiteral("data"));
    QStringList arguments{QStringLiteral("-D"),
                          data,
                          QStringLiteral("-U"),
                          QStringLiteral("owner"),
                          QStringLiteral("-A"),
                          QStringLiteral("trust"),
                          QStringLiteral("-E"),
                          QStringLiteral("UTF8"),
                          QStringLiteral("--locale=C.UTF-8"),
                          QStringLiteral("--no-sync")};
    if (::geteuid() == 0) {
        run(QStringLiteral("chown"), {QStringLiteral("postgres"), m_path});
        arguments.prepend(tool("initdb"));
        arguments = QStringList{QStringLiteral("-u"), QStringLiteral("postgres"), QStringLiteral("--")} + arguments;
        run(QStringLiteral("runuser"), arguments);
    } else {
        run(tool("initdb"), arguments);
    }
}

void PostgresServer::launch()
{
    const QString data = path(QStringLiteral("data"));
    QStringList arguments{QStringLiteral("-D"), data,
                          QStringLiteral("-p"), QString::number(m_port),
                          QStringLiteral("-c"), QStringLiteral("listen_addresses=127.0.0.1"),
                          QStringLiteral("-c"), QStringLiteral("unix_socket_directories=") + m_path,
                          QStringLiteral("-c"), QStringLiteral("logging_collector=off"),
                          QStringLiteral("-c"), QStringLiteral("max_connections=400")};
    for (const QString &setting : std::as_const(m_settings))
        arguments += {QStringLiteral("-c"), setting};
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(path(QStringLiteral("log")));
    // A test that crashes takes its server with it.
    QStringList setup{QStringLiteral("--pdeathsig=QUIT")};
    if (::geteuid() == 0)
        setup +=
            {QStringLiteral("--reuid=postgres"), QStringLiteral("--regid=postgres"), QStringLiteral("--init-groups")};
    m_process.setProgram(QStringLiteral("setpriv"));
    m_process.setArguments(setup + QStringList{tool("postgres")} + arguments);
    m_process.start();
    const QDeadlineTimer deadline(startTimeoutMs);
    while (!deadline.hasExpired()) {
        QProcess ready;
        ready.start(tool("pg_isready"), {QStringLiteral("-q"), QStringLiteral("-h"), QStringLiteral("127.0.0.1"),
                                         QStringLiteral("-p"), QString::number(m_port)});
        if (ready.waitForFinished() && ready.exitCode() == 0)
            return;
        if (m_process.state() == QProcess::NotRunning)
            qFatal("PostgreSQL does not start");
    }
    qFatal("PostgreSQL is not ready in time");
}

PostgresServer::Attempt PostgresServer::attempt(const PostgresAddress &address, const QString &script)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PGOPTIONS"),
                       QStringLiteral("-c search_path=deskhand -c client_min_messages=error"));
    process.setProcessEnvironment(environment);
    process.start(tool("psql"),
                  {QStringLiteral("-X"), QStringLiteral("-A"), QStringLiteral("-t"), QStringLiteral("-q"),
                   QStringLiteral("-v"), QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-v"),
                   QStringLiteral("VERBOSITY=sqlstate"), QStringLiteral("-h"), address.host, QStringLiteral("-p"),
                   QString::number(address.port), QStringLiteral("-U"), address.user, QStringLiteral("-d"),
                   address.database, QStringLiteral("-f"), QStringLiteral("-")});
    process.write(script.toUtf8() + ";\n");
    process.closeWriteChannel();
    if (!process.waitForFinished(startTimeoutMs))
        qFatal("psql hangs: %s", qPrintable(script));
    return {QString::fromUtf8(process.readAllStandardOutput()).trimmed(),
            QString::fromUtf8(process.readAllStandardError()).trimmed()};
}

void PostgresServer::crash()
{
    // SIGQUIT is PostgreSQL's immediate shutdown: nothing is written any more, but its memory is given back.
    stop("-QUIT");
}

void PostgresServer::stop(const char *signal)
{
    if (m_process.state() != QProcess::NotRunning)
        run(QStringLiteral("kill"), {QLatin1String(signal), QString::number(m_process.processId())});
    m_process.waitForFinished(startTimeoutMs);
}

void PostgresServer::restart()
{
    crash();
    launch();
}

void PostgresServer::installFile(const QString &from, const QString &name, bool secret)
{
    const QString to = path(QStringLiteral("data/") + name);
    QFile::remove(to);
    if (!QFile::copy(from, to))
        qFatal("cannot copy %s", qPrintable(from));
    if (secret)
        QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner);
    if (::geteuid() == 0)
        run(QStringLiteral("chown"), {QStringLiteral("postgres"), to});
}

void PostgresServer::reload()
{
    run(QStringLiteral("kill"), {QStringLiteral("-HUP"), QString::number(m_process.processId())});
}

void PostgresServer::setAccess(const QStringList &lines)
{
    QFile file(path(QStringLiteral("data/pg_hba.conf")));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        qFatal("cannot write pg_hba.conf");
    const QStringList all =
        lines
        + QStringList{QStringLiteral("host all owner 127.0.0.1/32 trust"),
                      QStringLiteral("host all all 127.0.0.1/32 trust"), QStringLiteral("local all all trust")};
    file.write(all.join(u'\n').toUtf8() + '\n');
    file.close();
    reload();
}

void PostgresServer::setTls(const QString &certificate, const QString &key)
{
    PostgresAddress server;
    server.host = QStringLiteral("127.0.0.1");
    server.port = m_port;
    server.database = QStringLiteral("postgres");
    const bool on = !certificate.isEmpty();
    if (on) {
        installFile(certificate, QStringLiteral("server.crt"), false);
        installFile(key, QStringLiteral("server.key"), true);
    }
    psql(server, QStringLiteral("ALTER SYSTEM SET ssl = %1").arg(on ? QStringLiteral("on") : QStringLiteral("off")));
    reload();
}

PostgresAddress PostgresServer::addressOf(const QString &database) const
{
    PostgresAddress address;
    address.host = QStringLiteral("127.0.0.1");
    address.port = m_port;
    address.user = QStringLiteral("owner");
    address.database = database;
    address.tls = PostgresTls::Off;
    return address;
}

PostgresAddress PostgresServer::newDatabase()
{
    return newDatabaseFrom(QStringLiteral("template1"));
}

PostgresAddress PostgresServer::newDatabaseLike(const QString &name,
                                                const std::function<void(const PostgresAddress &)> &fill)
{
    if (!m_filled.contains(name)) {
        fill(database(name));
        m_filled.append(name);
    }
    return newDatabaseFrom(name);
}

PostgresAddress PostgresServer::newDatabaseFrom(const QString &name)
{
    const QString fresh = QStringLiteral("desk%1").arg(++m_databases);
    psql(addressOf(QStringLiteral("postgres")), QStringLiteral("CREATE DATABASE %1 TEMPLATE %2").arg(fresh, name));
    return addressOf(fresh);
}

PostgresAddress PostgresServer::database(const QString &name)
{
    const PostgresAddress first = addressOf(QStringLiteral("postgres"));
    if (psql(first, QStringLiteral("SELECT 1 FROM pg_database WHERE datname = '%1'").arg(name)).isEmpty())
        psql(first, QStringLiteral("CREATE DATABASE %1").arg(name));
    return addressOf(name);
}

QString PostgresServer::psql(const PostgresAddress &address, const QString &sql)
{
    QProcess process;
    process.start(tool("psql"),
                  {QStringLiteral("-X"), QStringLiteral("-A"), QStringLiteral("-t"), QStringLiteral("-q"),
                   QStringLiteral("-v"), QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-h"), address.host,
                   QStringLiteral("-p"), QString::number(address.port), QStringLiteral("-U"), QStringLiteral("owner"),
                   QStringLiteral("-d"), address.database, QStringLiteral("-c"), sql});
    if (!process.waitForFinished(startTimeoutMs) || process.exitCode() != 0)
        qFatal("psql failed: %s", process.readAllStandardError().constData());
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

} // namespace deskhand::test

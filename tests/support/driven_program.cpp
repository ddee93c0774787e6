// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/driven_program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QSettings>
#include <QStandardPaths>

namespace deskhand::test {
namespace {

constexpr int drivenAnswerMs = 60'000;

} // namespace

HiddenScreen::HiddenScreen()
{
    m_process.start(QStringLiteral("Xvfb"),
                    {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"), QStringLiteral("0"),
                     QStringLiteral("1440x900x24"), QStringLiteral("-nolisten"), QStringLiteral("tcp")});
    if (!m_process.waitForStarted() || !m_process.waitForReadyRead(20'000))
        qFatal("Xvfb does not start");
    m_name = u':' + QString::fromLatin1(m_process.readLine()).trimmed();
}

HiddenScreen::~HiddenScreen()
{
    m_process.terminate();
    m_process.waitForFinished(5000);
}

bool HiddenScreen::isInstalled()
{
    return !QStandardPaths::findExecutable(QStringLiteral("Xvfb")).isEmpty();
}

DrivenProgram::DrivenProgram(const QString &person, const QString &place)
    : m_person(person)
{
    QSettings settings(m_folder.filePath(QStringLiteral("deskhand.ini")), QSettings::IniFormat);
    settings.setValue(QStringLiteral("appearance/theme"), QStringLiteral("light"));
    settings.sync();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DISPLAY"), m_screen.name());
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent/bus"));
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(DESKHAND_BINARY_DIR "/tests/driven_client"), {m_folder.path(), place});
    if (!m_process.waitForStarted())
        qFatal("the client does not start");
}

DrivenProgram::~DrivenProgram()
{
    m_process.terminate();
    if (!m_process.waitForFinished(10'000))
        m_process.kill();
    m_process.waitForFinished(5000);
}

void DrivenProgram::begin(const QStringList &order, int patience)
{
    QJsonArray line = QJsonArray::fromStringList(order);
    if (patience > 0)
        line.append(patience);
    m_last = order.join(u' ');
    m_process.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    m_process.waitForBytesWritten();
}

QString DrivenProgram::finish()
{
    m_problem.clear();
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(drivenAnswerMs)) {
            m_problem = m_person + QStringLiteral(": no answer to ") + m_last;
            return {};
        }
    }
    const QJsonObject answer = QJsonDocument::fromJson(m_process.readLine()).object();
    if (!answer.value(QStringLiteral("ok")).toBool())
        m_problem = m_person + QStringLiteral(", ") + m_last + QStringLiteral(": ")
                    + answer.value(QStringLiteral("problem")).toString();
    return answer.value(QStringLiteral("value")).toString();
}

bool DrivenProgram::tell(const QStringList &order, int patience)
{
    begin(order, patience);
    finish();
    return m_problem.isEmpty();
}

QString DrivenProgram::text(const QString &name)
{
    begin({QStringLiteral("text"), name});
    return finish();
}

} // namespace deskhand::test

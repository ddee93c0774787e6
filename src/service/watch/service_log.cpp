// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/watch/service_log.h"

#include <QDateTime>
#include <QJsonDocument>

#include <cstdio>
#include <utility>

namespace deskhand {
namespace {

const char *nameOfLevel(LogLevel level)
{
    switch (level) {
    case LogLevel::Error: return "error";
    case LogLevel::Warning: return "warning";
    case LogLevel::Info: return "info";
    case LogLevel::Debug: return "debug";
    }
    return "";
}

LogLevel levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg: return LogLevel::Debug;
    case QtInfoMsg: return LogLevel::Info;
    case QtWarningMsg: return LogLevel::Warning;
    default: return LogLevel::Error;
    }
}

std::mutex logMutex;
ServiceLog *takingLog = nullptr;
QtMessageHandler handlerBefore = nullptr;

void takeMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const std::lock_guard lock(logMutex);
    if (!takingLog)
        return;
    const QString category = QString::fromLatin1(context.category ? context.category : "default");
    QJsonObject fields{{QStringLiteral("category"), category}};
    if (category.startsWith(u"deskhand."))
        fields.insert(QStringLiteral("message"), message);
    takingLog->tell(levelOf(type), "message", fields);
}

} // namespace

ServiceLog::ServiceLog(LogLevel level, Sink sink)
    : m_sink(std::move(sink))
    , m_level(level)
{
}

ServiceLog::~ServiceLog()
{
    const std::lock_guard lock(logMutex);
    if (takingLog != this)
        return;
    takingLog = nullptr;
    qInstallMessageHandler(std::exchange(handlerBefore, nullptr));
}

void ServiceLog::takeOver()
{
    const std::lock_guard lock(logMutex);
    const QtMessageHandler before = qInstallMessageHandler(takeMessage);
    if (!std::exchange(takingLog, this))
        handlerBefore = before;
}

void ServiceLog::tell(LogLevel level, const char *event, QJsonObject fields)
{
    if (!tells(level))
        return;
    fields.insert(QStringLiteral("time"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    fields.insert(QStringLiteral("level"), QLatin1String(nameOfLevel(level)));
    fields.insert(QStringLiteral("event"), QLatin1String(event));
    const QByteArray line = QJsonDocument(fields).toJson(QJsonDocument::Compact) + '\n';
    const std::lock_guard lock(m_mutex);
    if (m_sink) {
        m_sink(line);
        return;
    }
    std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
    std::fflush(stderr);
}

} // namespace deskhand

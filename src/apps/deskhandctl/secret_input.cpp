// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/secret_input.h"

#include "apps/deskhandctl/output.h"

#include <QFile>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <termios.h>
#include <unistd.h>
#endif

namespace deskhand::ctl {
namespace {

constexpr qint64 longestSecret = 64 * 1024;

QByteArray firstLine(QByteArray bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    if (end >= 0)
        bytes.truncate(end);
    if (bytes.endsWith('\r'))
        bytes.chop(1);
    return bytes;
}

} // namespace

std::optional<QByteArray> readSecret(const QString &file)
{
    QFile source(file);
    const bool opened = file == u"-" ? source.open(stdin, QIODevice::ReadOnly) : source.open(QIODevice::ReadOnly);
    if (!opened) {
        printError(QStringLiteral("%1: %2").arg(file, source.errorString()));
        return {};
    }
    return firstLine(source.readLine(longestSecret));
}

std::optional<QByteArray> askSecret(const QString &what)
{
#ifdef Q_OS_UNIX
    termios shown{};
    if (isatty(STDIN_FILENO) == 0 || tcgetattr(STDIN_FILENO, &shown) != 0)
        return {};
    termios hidden = shown;
    hidden.c_lflag &= ~tcflag_t(ECHO);
    std::fprintf(stderr, "%s: ", what.toUtf8().constData());
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    const std::optional<QByteArray> typed = readSecret(QStringLiteral("-"));
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
    std::fputc('\n', stderr);
    return typed;
#else
    Q_UNUSED(what)
    return {};
#endif
}

} // namespace deskhand::ctl

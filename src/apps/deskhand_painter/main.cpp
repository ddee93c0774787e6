// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/translations.h"
#include "apps/deskhand_painter/painted_paper.h"

#include <QFile>
#include <QGuiApplication>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace {

enum ExitCode { Painted = 0, WrongOrder = 2, NotWritten = 3 };

#ifdef Q_OS_UNIX
void limit(decltype(RLIMIT_CORE) what, rlim_t most)
{
    struct rlimit limits = {};
    if (getrlimit(what, &limits) != 0)
        return;
    limits.rlim_cur = limits.rlim_max == RLIM_INFINITY ? most : qMin<rlim_t>(most, limits.rlim_max);
    setrlimit(what, &limits);
}
#endif

/// A report that would take more than that is a mistake, and must not be one of the whole computer.
void limitOneself()
{
#ifdef Q_OS_UNIX
    constexpr rlim_t mostSeconds = 60;
    limit(RLIMIT_CPU, mostSeconds);
    limit(RLIMIT_CORE, 0);
#ifndef DESKHAND_SANITIZED // their shadow memory is larger than any limit
    constexpr rlim_t mostMemory = rlim_t(2) * 1024 * 1024 * 1024;
    limit(RLIMIT_AS, mostMemory);
#endif
#endif
}

int complain(const QString &what)
{
    std::fputs(qPrintable(what + u'\n'), stderr);
    return WrongOrder;
}

} // namespace

/// Makes the words, pictures and paper of a report out of an order on the standard input; see
/// apps/report_paper/paper_order.h. Needs no display.
int main(int argc, char *argv[])
{
    limitOneself();
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("deskhand-painter"));
    QGuiApplication::setApplicationVersion(QStringLiteral(DESKHAND_VERSION));
    if (QGuiApplication::arguments().value(1) == QStringLiteral("--version")) {
        std::puts("deskhand-painter " DESKHAND_VERSION);
        return Painted;
    }
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return complain(QStringLiteral("there is no standard input"));
    const QByteArray json = input.read(deskhand::mostPaperBytes + 1);
    if (json.size() > deskhand::mostPaperBytes)
        return complain(QStringLiteral("the order is too large"));
    const deskhand::Result<deskhand::PaperOrder> order = deskhand::decodePaperOrder(json);
    if (!order)
        return complain(order.error().detail);
    const QLocale locale = deskhand::readersLocale(order->letter.language);
    QLocale::setDefault(locale);
    deskhand::installTranslations(application);
    const QByteArray paper = deskhand::encodePaper(deskhand::paintedPaper(*order, locale));
    QFile output;
    const bool written =
        output.open(stdout, QIODevice::WriteOnly) && output.write(paper) == paper.size() && output.flush();
    return written ? Painted : NotWritten;
}

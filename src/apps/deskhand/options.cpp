// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

namespace deskhand {

namespace {
constexpr qint64 maxTickets = 10'000'000;
}

ParsedOptions parseOptions(const QStringList &arguments)
{
    using namespace Qt::Literals::StringLiterals;
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Deskhand, a native service desk."_s);
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption demo(u"demo"_s, u"Open the demo desk; make it when it is not there."_s);
    const QCommandLineOption tickets(u"tickets"_s, u"How many tickets a demo desk is made with."_s, u"N"_s);
    const QCommandLineOption screenshots(u"screenshots"_s, u"Leave pictures of the main screens in DIR and end."_s,
                                         u"DIR"_s);
    const QCommandLineOption size(
        u"size"_s, u"Of the window on the pictures, in pixels; without it, 1280x800, at twice the scale too."_s,
        u"WIDTHxHEIGHT"_s);
    const QCommandLineOption settings(u"settings-dir"_s, u"Keep settings, drafts and the demo desk in DIR."_s,
                                      u"DIR"_s);
    QCommandLineOption saysPainted(u"say-painted"_s);
    saysPainted.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({demo, tickets, screenshots, size, settings, saysPainted});
    parser.addPositionalArgument(
        u"DESK"_s,
        u"The desk to open, a file, https://HOST of a service or postgresql://USER@HOST/DATABASE; without it, the one "
        "used last."_s,
        u"[DESK]"_s);

    ParsedOptions parsed;
    const auto refuse = [&parsed](const QString &what) {
        parsed.text = u"deskhand: %1\nTry 'deskhand --help'.\n"_s.arg(what);
        parsed.exitCode = 2;
        return parsed;
    };
    if (!parser.parse(arguments))
        return refuse(parser.errorText());
    if (parser.isSet(help)) {
        parsed.text = parser.helpText();
        return parsed;
    }
    if (parser.isSet(version)) {
        parsed.text = u"deskhand %1\n"_s.arg(QStringLiteral(DESKHAND_VERSION));
        return parsed;
    }
    if (parser.positionalArguments().size() > 1)
        return refuse(u"only one desk can be opened"_s);
    Options &options = parsed.options;
    options.deskFile = parser.positionalArguments().value(0);
    // Everybody on this computer can read the arguments of a program.
    const bool isAddress = options.deskFile.startsWith(u"postgresql://") || options.deskFile.startsWith(u"https://")
                           || options.deskFile.startsWith(u"http://");
    if (isAddress && !QUrl(options.deskFile).password().isEmpty())
        return refuse(u"a password does not belong on the command line; it is asked for"_s);
    options.demo = parser.isSet(demo);
    options.screenshots = parser.value(screenshots);
    options.settingsFolder = parser.value(settings);
    options.saysPainted = parser.isSet(saysPainted);
    if (parser.isSet(size)) {
        static const QRegularExpression form(u"^(\\d{3,4})x(\\d{3,4})$"_s);
        const QRegularExpressionMatch sides = form.match(parser.value(size));
        if (!sides.hasMatch())
            return refuse(u"--size needs a width and a height, as 1920x1080"_s);
        options.pictureSize = {sides.captured(1).toInt(), sides.captured(2).toInt()};
    }
    if (parser.isSet(tickets)) {
        bool number = false;
        options.tickets = parser.value(tickets).toLongLong(&number);
        if (!number || options.tickets < 1 || options.tickets > maxTickets)
            return refuse(u"--tickets needs a number from 1 to %1"_s.arg(maxTickets));
    }
    if (options.demo && !options.deskFile.isEmpty())
        return refuse(u"either --demo or a desk"_s);
    return parsed;
}

} // namespace deskhand

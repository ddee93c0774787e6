// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>

namespace deskhand {

/// What the command line asks for.
struct Options {
    QString deskFile;         ///< or postgresql://…; empty: the one used last
    bool demo = false;        ///< open the demo desk, make it when it is not there
    qint64 tickets = 20000;   ///< of a demo desk that is made
    QString screenshots;      ///< folder for the pictures of the screenshot tour; empty: none are taken
    QSize pictureSize;        ///< of the window on those pictures; empty: the usual one, and at twice the scale too
    QString settingsFolder;   ///< instead of the person's own
    bool saysPainted = false; ///< print "painted" when the first list is on screen: for measuring the start
};

struct ParsedOptions {
    Options options;
    QString text; ///< help, version or what is wrong; empty: start the program
    int exitCode = 0;
};

/// `arguments` with the program's name first. Needs a QCoreApplication for the text of --help only.
[[nodiscard]] ParsedOptions parseOptions(const QStringList &arguments);

} // namespace deskhand

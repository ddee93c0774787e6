// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QJsonObject>
#include <QString>

namespace deskhand::ctl {

/// A line in UTF-8 on standard output.
void printLine(const QString &line);
/// A line on standard error, after the program's name.
void printError(const QString &line);
/// An Error in words, with its detail.
void printError(const Error &error);
/// One compact object on a line.
void printJson(const QJsonObject &object);

/// RFC 3339 in UTC; empty for 0.
[[nodiscard]] QString instantText(Instant instant);

/// What an error code means, for people at a terminal.
[[nodiscard]] QString errorWords(const Error &error);

} // namespace deskhand::ctl

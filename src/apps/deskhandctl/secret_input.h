// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace deskhand::ctl {

/// A secret never stands on a command line, where every program of the computer can read it: it comes from the first
/// line of a file, of standard input ("-"), or is typed without being shown. Prints what is wrong.
[[nodiscard]] std::optional<QByteArray> readSecret(const QString &file);
/// Nothing when there is nobody to ask: standard input is no terminal.
[[nodiscard]] std::optional<QByteArray> askSecret(const QString &what);

} // namespace deskhand::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace deskhand {

/// Makes safe HTML of HTML from anywhere (mail/html_sanitizer.h does). Given by the composition root, as widgets cannot
/// see `mail`. Empty: pasted HTML comes in as plain text.
using HtmlCleaner = std::function<QString(const QString &html)>;

} // namespace deskhand

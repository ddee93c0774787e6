// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/report_paper/paper_order.h"

#include <QLocale>

namespace deskhand {

/// Words, pictures and PDF of an order, in the language of the installed translators. Needs a QGuiApplication.
[[nodiscard]] ReportMail paintedPaper(const PaperOrder &order, const QLocale &locale);

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_inks.h"

#include <QColor>

class QTextDocument;

namespace deskhand {

/// Mail names colours for white paper. Takes away backgrounds that fight with `surface` and gives text that could not
/// be read on what it stands on (below 4.5:1) the plain colour instead. The meaning of what stays is kept: red stays
/// red.
void makeColorsReadable(QTextDocument &document, const QColor &text, const QColor &link, const QColor &surface);

} // namespace deskhand

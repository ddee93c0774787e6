// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

class QCoreApplication;

namespace deskhand {

/// How dates and numbers are written for somebody of this language (BCP 47); empty: as on this computer. C, in which
/// services run and which nobody reads, is English.
[[nodiscard]] QLocale readersLocale(const QString &language);

/// Makes the program speak the system's language where there is a translation: our own texts
/// (translations/deskhand_*.ts, built into the program) and Qt's. The translators belong to the application. To be
/// called before the first window.
void installTranslations(QCoreApplication &application);

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

namespace deskhand {

/// Makes the program speak the system's language where there is a translation: our own texts
/// (translations/deskhand_*.ts, built into the program) and Qt's. The translators belong to the application. To be
/// called before the first window.
void installTranslations(QCoreApplication &application);

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace deskhand {

QLocale readersLocale(const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    // As our own texts write it: the day before the month, and 24 hours.
    return locale.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedKingdom) : locale;
}

void installTranslations(QCoreApplication &application)
{
    const auto install = [&](const QLocale &locale, const QString &name, const QString &folder) {
        auto *translator = new QTranslator(&application);
        if (translator->load(locale, name, QStringLiteral("_"), folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    };
    // The translator installed last is asked first.
    const QString own = QStringLiteral(":/i18n");
    // The sources are English but for their plurals: those are wanted wherever there is no other language.
    install(QLocale(QLocale::English), QStringLiteral("deskhand"), own);
    install(QLocale(), QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QLocale(), QStringLiteral("deskhand"), own);
}

} // namespace deskhand

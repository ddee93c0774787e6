// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/library_credits.h"

#include <gmime/gmime.h>
#include <sqlite3.h>

namespace deskhand {

QVector<LibraryCredit> libraryCredits()
{
    using namespace Qt::Literals::StringLiterals;
    const QString gmime = u"%1.%2.%3"_s.arg(gmime_major_version).arg(gmime_minor_version).arg(gmime_micro_version);
    return {
        {u"Qt"_s, QLatin1String(qVersion()), u"LGPL 3 or GPL"_s},
        {u"SQLite"_s, QLatin1String(sqlite3_libversion()), u"public domain"_s},
        {u"GMime"_s, gmime, u"LGPL 2.1 or later"_s},
        {u"gumbo"_s, QString(), u"Apache 2.0"_s},
        {u"Breeze icons"_s, QString(), u"LGPL 3 or later"_s},
    };
}

} // namespace deskhand

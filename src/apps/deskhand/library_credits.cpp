// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/library_credits.h"

#include <sqlite3.h>

namespace deskhand {

QVector<LibraryCredit> libraryCredits()
{
    using namespace Qt::Literals::StringLiterals;
    return {
        {u"Qt"_s, QLatin1String(qVersion()), u"LGPL 3 or GPL"_s},
        {u"SQLite"_s, QLatin1String(sqlite3_libversion()), u"public domain"_s},
        {u"PostgreSQL client"_s, QString(), u"PostgreSQL licence"_s},
        {u"GMime"_s, QStringLiteral(DESKHAND_GMIME_VERSION), u"LGPL 2.1 or later"_s},
        {u"gumbo"_s, QStringLiteral(DESKHAND_GUMBO_VERSION), u"Apache 2.0"_s},
        {u"libical"_s, QStringLiteral(DESKHAND_ICAL_VERSION), u"LGPL 2.1 / MPL 2.0"_s},
        {u"libxlsxwriter"_s, QStringLiteral(DESKHAND_XLSXWRITER_VERSION), u"BSD 2-Clause"_s},
        {u"Breeze icons"_s, QString(), u"LGPL 3 or later"_s},
    };
}

} // namespace deskhand

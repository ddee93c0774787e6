// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/authorisation_matrix.h"

#include <QtTest>

#include <cstdio>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    deskhand::test::DeskPlaces places;
    if (!places.startServer()) {
        std::puts("Totals: 0 passed, 0 failed, 1 skipped (PostgreSQL is not installed)");
        return 0;
    }
    deskhand::test::AuthorisationMatrix matrix(places.newPlace(true));
    return QTest::qExec(&matrix, argc, argv);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/authorisation_matrix.h"

#include <QtTest>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    deskhand::test::DeskPlaces places;
    deskhand::test::AuthorisationMatrix matrix(places.newPlace(false));
    return QTest::qExec(&matrix, argc, argv);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/machine_zone.h"

#include <QTimeZone>

namespace deskhand {

QByteArray machineZone()
{
    const QByteArray id = QTimeZone::systemTimeZoneId();
    return QTimeZone::isTimeZoneIdAvailable(id) ? id : QByteArrayLiteral("UTC");
}

} // namespace deskhand

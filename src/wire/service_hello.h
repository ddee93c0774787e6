// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "wire/wire_error.h"

#include <QByteArray>
#include <QString>

namespace deskhand {

/// What anybody is told who asks GET /api/hello, without a token: that this is a service of ours and not a portal of
/// some network, which languages it speaks and what time it has. Clients ask it before they send who they are. The path
/// and these fields are the same for ever: they are how programs of different age find out about each other.
struct ServiceHello {
    int oldestWire = wireVersion; ///< the wire versions that the service speaks
    int newestWire = wireVersion;
    QString version; ///< of the service's program, for people
    Instant now = 0; ///< the service's clock
    bool operator==(const ServiceHello &) const = default;
};
constexpr QLatin1String serviceHelloPath{"/api/hello"};

/// {"service":"deskhand","oldestWire":1,"newestWire":1,"version":"0.1.0","now":…}
[[nodiscard]] QByteArray encodeServiceHello(const ServiceHello &hello);
/// Errors: Corrupt: it is no service of ours.
[[nodiscard]] Result<ServiceHello> decodeServiceHello(const QByteArray &json);

/// Whether a program that speaks wireVersion understands the service. Errors: TooOld (the service is), TooNew.
[[nodiscard]] Result<void> checkServiceHello(const ServiceHello &hello);

} // namespace deskhand

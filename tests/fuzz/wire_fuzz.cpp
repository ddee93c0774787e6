// SPDX-License-Identifier: GPL-3.0-or-later
// What anybody sends to the service, and what a service sends to clients: whatever it is, it is refused with its place
// and a reason, or it is taken, and written it is the same when it is read again. What is JSON for us is for others,
// too.
#include "unit/wire/wire_doors.h"

#include "wire/json_tree.h"
#include "wire/service_hello.h"
#include "wire/service_status.h"

#include <QJsonDocument>

#include <cstdint>
#include <cstdlib>

using namespace deskhand;
using namespace deskhand::test;

namespace {

void require(bool holds, const char *what, const QString &door)
{
    if (holds)
        return;
    qCritical("%s: %s", qPrintable(door), what);
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QVector<WireDoor> doors = wireDoors();
    const QByteArray json(reinterpret_cast<const char *>(data), qsizetype(size));
    JsonTree tree;
    if (tree.parse(json, requestJsonLimits) && (json.trimmed().startsWith('{') || json.trimmed().startsWith('['))) {
        QJsonParseError error;
        QJsonDocument::fromJson(json, &error);
        require(error.error == QJsonParseError::NoError, "others do not take it", QStringLiteral("tree"));
    }
    for (const WireDoor &door : doors) {
        const Result<QByteArray> written = door.pass(json);
        if (!written) {
            const Error &error = written.error();
            if (door.fromOutside)
                require(error.code == ErrorCode::Invalid && error.payload.size() == 1, "no reason", door.name);
            else
                require(error.code == ErrorCode::Corrupt || error.code == ErrorCode::NotFound, "no error", door.name);
            continue;
        }
        const Result<QByteArray> again = door.pass(*written);
        require(again && *again == *written, "it does not survive being written", door.name);
    }
    static_cast<void>(decodeSyncRows(json));
    static_cast<void>(decodeServiceHello(json));
    static_cast<void>(decodeServiceStatus(json));
    return 0;
}

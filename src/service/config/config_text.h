// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QVector>

namespace deskhand {

/// A setting as it was written somewhere.
struct ConfigEntry {
    QString section;
    QString key;
    QString value;
    QString place; ///< "deskhandd.conf:12", "DESKHAND_LISTEN_PORT", "--listen-port"
};

struct ConfigText {
    QVector<ConfigEntry> entries;
    QStringList problems; ///< "deskhandd.conf:3: …", in the order of the file
};

/// Reads "[section]", "key = value" and lines that begin with '#' or ';'. Nothing else is taken: no quotes, no
/// continued lines, no section or key twice. `name`: of the file, for the places.
[[nodiscard]] ConfigText readConfigText(const QByteArray &bytes, const QString &name);

} // namespace deskhand

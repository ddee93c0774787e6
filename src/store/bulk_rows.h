// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QStringEncoder>
#include <QStringView>

namespace deskhand {

class Connection;

/// Rows for one INSERT, packed one value after another, so that one thread can make them and another write them without
/// an allocation for each text. A value; made by one thread at a time.
class BulkRows
{
public:
    BulkRows &add(qint64 number);
    BulkRows &add(QStringView text);
    BulkRows &addBlob(const QByteArray &bytes);
    BulkRows &addNull();
    void endRow() { ++m_rows; }

    [[nodiscard]] qsizetype rows() const { return m_rows; }

    /// Runs the catalogue's statement `name` for each row; its placeholders take the values in their order.
    /// Errors: of the store.
    Result<void> write(Connection &connection, const char *name) const;

private:
    enum class Kind : char { Number, Text, Blob, Null };

    void beginValue(Kind kind, qsizetype size);

    QByteArray m_bytes;
    qsizetype m_rows = 0;
    qsizetype m_values = 0;
};

} // namespace deskhand

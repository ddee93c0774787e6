// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/field_errors.h"

namespace deskhand {

void FieldErrors::add(const QString &field, QLatin1String reason)
{
    // The first reason of a field is the one to repair first.
    if (!m_reasons.contains(field))
        m_reasons.insert(field, QString(reason));
}

Result<void> FieldErrors::result(const QString &where) const
{
    if (m_reasons.isEmpty())
        return {};
    return Error{ErrorCode::Invalid, where, QStringLiteral("fields: ") + m_reasons.keys().join(u' '), m_reasons};
}

} // namespace deskhand

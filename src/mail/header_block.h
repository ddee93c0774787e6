// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/defects.h"
#include "mail/mail_limits.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace deskhand {

/// The header fields of a mail, in order, with their raw values (folds included). The views point into the mail
/// that was read, which must live as long.
class HeaderBlock
{
public:
    struct Field {
        QByteArrayView name;
        QByteArray value; ///< a shallow view of the mail unless lines had to be joined
    };

    /// Reads the block at the begin of `raw`: skips blank lines and an mbox "From " line before it, lives with
    /// lines that are no header (they continue the one above when headers follow, otherwise the body begins
    /// there), and stops keeping fields at the limits.
    static HeaderBlock read(QByteArrayView raw, const MailLimits &limits, DefectNotes &defects);

    /// First field of that name (any case), or an empty value.
    [[nodiscard]] QByteArray value(QByteArrayView name) const;
    [[nodiscard]] QList<QByteArray> values(QByteArrayView name) const;
    [[nodiscard]] bool has(QByteArrayView name) const;
    [[nodiscard]] const QList<Field> &fields() const { return m_fields; }

    /// Where the body begins in `raw`.
    [[nodiscard]] qsizetype bodyStart() const { return m_bodyStart; }

private:
    QList<Field> m_fields;
    qsizetype m_bodyStart = 0;
};

/// "Name:" with at least one printable name character; blanks before the colon are forgiven.
[[nodiscard]] bool looksLikeHeaderLine(QByteArrayView line);

/// A header line that mail really has (From, To, Subject, Received, X-…, Content-…): used to tell mail from other
/// files.
[[nodiscard]] bool isKnownMailHeader(QByteArrayView line);

/// ASCII case-insensitive equality.
[[nodiscard]] bool equalsIgnoringCase(QByteArrayView a, QByteArrayView b);

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mail_limits.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

namespace deskhand {

struct TnefAttachment {
    QString name;
    QString type;      ///< media type if the sender stated one
    QString contentId; ///< without angle brackets
    QByteArray bytes;
};

/// What an Outlook "winmail.dat" holds.
struct TnefContent {
    QString text;
    QByteArray html;     ///< in `codepage`
    QByteArray rtf;      ///< decompressed
    QByteArray codepage; ///< charset name, for text and HTML without their own mark
    QList<TnefAttachment> attachments;
    bool sound = true; ///< false: it ended early or broke its own lengths; what came before is kept
    bool cut = false;  ///< a limit was reached
};

/// Decodes the transport-neutral encapsulation format ([MS-OXTNEF]) and its MAPI property lists as far as a
/// reader needs them. Bounded by `limits`, every length is checked.
[[nodiscard]] TnefContent decodeTnef(QByteArrayView data, const MailLimits &limits);

/// Compressed RTF of MAPI ([MS-OXRTFCP]), "LZFu" or stored. Empty when it is damaged.
[[nodiscard]] QByteArray decompressRtf(QByteArrayView data, qsizetype limit);

} // namespace deskhand

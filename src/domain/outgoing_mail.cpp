// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/outgoing_mail.h"

namespace deskhand {

QString loopName(const QString &address)
{
    QString name;
    for (const QChar c : address.toLower().left(200)) {
        const bool letter = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
        if (letter || QStringView(u"._@+-").contains(c))
            name += c;
    }
    return name;
}

} // namespace deskhand

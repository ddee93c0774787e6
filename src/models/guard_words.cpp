// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/guard_words.h"

#include <QCoreApplication>

namespace deskhand {

namespace {

constexpr qsizetype namedAddresses = 3;

struct GuardWords {
    Q_DECLARE_TR_FUNCTIONS(deskhand::GuardWords)

public:
    static QString names(const QStringList &addresses)
    {
        QString text = addresses.mid(0, namedAddresses).join(QStringLiteral(", "));
        if (addresses.size() > namedAddresses)
            text += u' ' + tr("and %n other(s)", nullptr, int(addresses.size() - namedAddresses));
        return text;
    }
};

} // namespace

QString guardText(const GuardWarning &warning)
{
    const QString names = GuardWords::names(warning.addresses);
    switch (warning.concern) {
    case GuardConcern::UnknownDomain: return GuardWords::tr("New to this ticket, from outside: %1").arg(names);
    case GuardConcern::ManyRecipients:
        return GuardWords::tr("It goes to %n people.", "number of recipients", warning.count);
    case GuardConcern::RequesterChanged:
        return GuardWords::tr("The ticket has another requester now; this goes to the former one: %1").arg(names);
    case GuardConcern::OwnMailbox: return GuardWords::tr("This is an address of your own desk: %1").arg(names);
    case GuardConcern::FormerRecipient:
        return GuardWords::tr("Left out of the conversation by the newest mail: %1").arg(names);
    case GuardConcern::InternalQuoted:
        return GuardWords::tr("Words of an internal note stand in it: “%1”").arg(warning.text.simplified());
    case GuardConcern::NoAttachment:
        return GuardWords::tr("It says “%1”, but no file is attached.").arg(warning.text.simplified());
    }
    return {};
}

QString guardKey(const QVector<GuardWarning> &warnings)
{
    QStringList parts;
    for (const GuardWarning &warning : warnings)
        parts.append(QStringLiteral("%1:%2:%3:%4")
                         .arg(int(warning.concern))
                         .arg(warning.count)
                         .arg(warning.addresses.join(u','), warning.text));
    return parts.join(u'|');
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/delivery.h"

#include <algorithm>
#include <array>

namespace deskhand {
namespace {

constexpr std::array<const char *, 8> deliveryNames{"none",    "withdrawn", "sent",   "queued",
                                                    "sending", "delayed",   "failed", "bounced"};

} // namespace

QString deliveryStateName(DeliveryState state)
{
    return QString::fromLatin1(deliveryNames.at(size_t(state)));
}

bool deliveryStateFromName(QStringView name, DeliveryState *state)
{
    const auto *const found = std::find_if(deliveryNames.begin(), deliveryNames.end(),
                                           [name](const char *known) { return name == QLatin1String(known); });
    if (found == deliveryNames.end())
        return false;
    *state = DeliveryState(found - deliveryNames.begin());
    return true;
}

DeliveryState overallState(const QVector<RecipientDelivery> &recipients)
{
    DeliveryState overall = DeliveryState::None;
    for (const RecipientDelivery &recipient : recipients)
        overall = worse(overall, recipient.state);
    return overall;
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/holiday_feed.h"

namespace deskhand {

/// Reads calendar feeds with libical's parser. libical has global state: calls wait for each other.
class IcalHolidayReader final : public HolidayFeedReader
{
public:
    Result<QVector<Holiday>> read(const QByteArray &ics, QDate from, QDate to, const QByteArray &zone) const override;
};

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/area_context.h"

namespace deskhand {

class HolidayFeedReader;
class SlaOverview;

/// What the pages about promises are given; all of it outlives them. Copy it freely.
struct SlaSetupContext {
    AreaContext area;
    SlaOverview &overview;
    const HolidayFeedReader &feedReader;
};

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <functional>

class QMenu;

namespace deskhand {

class Notices;

/// Fills a menu with moments at which a mail can be sent, ending with one that the person picks. A moment that has
/// passed is not taken. Clock and notices outlive the menu.
void addSendLaterTimes(QMenu *menu, const Clock &clock, Notices &notices, std::function<void(Instant at)> chosen);

} // namespace deskhand

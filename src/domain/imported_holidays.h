// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/business_calendar.h"

namespace deskhand {

/// Puts what a feed says into a calendar. Days that are there already, by date and by the feed's id or their name, stay
/// as they are, confirmed or not; unconfirmed ones of [from, to] that came out of a feed and are in it no more are
/// taken out. Gives the number of new ones.
int takeImported(const QVector<Holiday> &imported, QDate from, QDate to, BusinessCalendar *calendar);

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ticket.h"
#include "models/time_left.h"
#include "operations/presence.h"
#include "widgets/theme/tokens.h"

#include <QIcon>

class QPainter;
class QRectF;

namespace deskhand {

class Theme;

/// The small signs of a ticket, the same wherever one is shown: each has its own shape beside its colour.
namespace ticket_marks {

/// Side of the square in which a mark is drawn, in logical pixels.
inline constexpr int size = 14;

/// Rank 1: two chevrons up; 2: one; 3: a bar; below: a chevron down.
void paintPriority(QPainter *painter, const QRectF &square, int rank, const Theme &theme);

/// New: a ring with a dot; open: half filled; pending: a pause; solved: a check on a full circle; closed: a check in a
/// ring; merged: an arrow in a ring.
void paintState(QPainter *painter, const QRectF &square, StateType type, const Theme &theme);

/// Plenty: a dial; soon: half of it full; critical: full; overdue: a full triangle with a line; paused: two bars; met:
/// a check; missed: a cross. None paints nothing.
void paintTimeLeft(QPainter *painter, const QRectF &square, TimeLeft level, const Theme &theme);
[[nodiscard]] Token timeLeftToken(TimeLeft level);

/// Initials in a circle. `mine`: the circle of the person at the screen stands out.
void paintPerson(QPainter *painter, const QRectF &square, const QString &initials, bool mine, const Theme &theme);

/// Initials in a circle with a pencil (who writes) or an eye (who looks) at its foot, which stands out of the square by
/// a quarter of its side.
void paintPresence(QPainter *painter, const QRectF &square, const QString &initials, PresenceKind kind,
                   const Theme &theme);
/// The pencil or the eye alone.
void paintPresenceSign(QPainter *painter, const QRectF &square, PresenceKind kind, const QColor &color);

/// The same for menus and popups; painted anew in the theme's colours and at the screen's scale.
[[nodiscard]] QIcon priorityIcon(int rank, const Theme &theme);
[[nodiscard]] QIcon timeLeftIcon(TimeLeft level, const Theme &theme);
[[nodiscard]] QIcon stateIcon(StateType type, const Theme &theme);
[[nodiscard]] QIcon personIcon(const QString &initials, bool mine, const Theme &theme);

} // namespace ticket_marks
} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "demo/demo_random.h"
#include "demo/template_library.h"

#include <QVector>

namespace deskhand {

enum class ThreadStep {
    Assign,
    Handover,
    Ack,
    Ask,
    Answer,
    Note,
    Call,
    Nudge,
    Pending,
    Resume,
    Solution,
    Thanks,
    Reopen,
    Resolve,
    Close,
};

/// What happens to a ticket after it was opened, with times, as if nothing ended it: whoever carries it out stops at
/// the end of the demo's time, and the ticket is then in the state that this moment finds it in.
struct ThreadPlan {
    struct Entry {
        ThreadStep step = ThreadStep::Assign;
        Instant at = 0;
    };
    QVector<Entry> entries; ///< by time
    Instant pendingUntil = 0;
    Instant solvedAt = 0; ///< for good
};

/// A moment at which an agent works: the instant itself in office hours, else on the next working morning.
[[nodiscard]] Instant demoOfficeTime(Instant at, DemoRandom *random);

/// `priority`: 0 low … 3 urgent.
[[nodiscard]] ThreadPlan planThread(const DemoTopic &topic, int priority, Instant opened, DemoRandom *random);

} // namespace deskhand

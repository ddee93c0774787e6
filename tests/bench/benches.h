// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/bench_desk.h"

namespace deskhand::bench {

// Each prints its figures. They run one after another in the order given here.
void benchDemo(BenchDesk &desk);
void benchList(BenchDesk &desk);   ///< what the store gives
void benchScroll(BenchDesk &desk); ///< what the list shows of it
void benchOpen(BenchDesk &desk);
void benchSearch(BenchDesk &desk);
void benchStartup(BenchDesk &desk);
void benchImport(BenchDesk &desk);
void benchIntake(BenchDesk &desk); ///< mail from its stored bytes to its ticket; on a desk of its own
void benchCommand(BenchDesk &desk);
void benchSla(BenchDesk &desk);      ///< business calendars and the clocks that go by them
void benchReplica(BenchDesk &desk);  ///< what a client keeps on its computer
void benchLive(BenchDesk &desk);     ///< what a colleague does, until it is on this screen; on desks of its own
void benchAccounts(BenchDesk &desk); ///< signing in to the service; on a desk of its own
void benchService(BenchDesk &desk);  ///< deskhandd with a thousand clients; on a server only
void benchCharts(BenchDesk &desk);   ///< pictures of reports; needs no desk
void benchReports(BenchDesk &desk);  ///< what reports say, and the lists behind them

/// When something is due, by a calendar; needs no desk.
void benchSlaDue();
/// Clocks of a desk: recalculating, watching, what-if, and changes that touch one.
void benchSlaDesk(BenchDesk &desk);

} // namespace deskhand::bench

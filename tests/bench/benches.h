// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/bench_desk.h"

namespace deskhand::bench {

// Each prints its figures. They run one after another in the order given here.
void benchDemo(BenchDesk &desk);
void benchList(BenchDesk &desk);
void benchScroll(BenchDesk &desk);
void benchOpen(BenchDesk &desk);
void benchSearch(BenchDesk &desk);
void benchCommand(BenchDesk &desk);

} // namespace deskhand::bench

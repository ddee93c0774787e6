// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"
#include "bench/report.h"
#include "bench/service_world.h"

#include <sys/resource.h>

namespace deskhand::bench {

void benchService(BenchDesk &bench)
{
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files); // the service inherits it
    ServiceWorld world(bench);
    std::unique_ptr<Listeners> listeners;
    benchServiceMemory(world, &listeners);
    benchServiceEvents(world, *listeners);
    benchServicePresence(world, *listeners);
    benchServiceRestart(world, *listeners);
    listeners.reset();
    benchServiceCommands(world, bench);
    benchServiceLists(world, bench);
}

} // namespace deskhand::bench

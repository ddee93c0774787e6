// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/endpoints/running_exchanges.h"

#include <algorithm>
#include <utility>

namespace deskhand {

RunningExchanges::RunningExchanges()
{
    constexpr int lookEveryMs = 250;
    connect(&m_look, &QTimer::timeout, this, &RunningExchanges::look);
    m_look.start(lookEveryMs);
}

void RunningExchanges::add(const ExchangePtr &exchange, qint64 milliseconds, std::function<void()> giveUp)
{
    m_running.push_back({exchange, milliseconds, std::move(giveUp)});
}

qsizetype RunningExchanges::count() const
{
    return std::count_if(m_running.cbegin(), m_running.cend(),
                         [](const Running &running) { return !running.exchange->isAnswered(); });
}

void RunningExchanges::look()
{
    for (auto running = m_running.begin(); running != m_running.end();) {
        const bool late = running->exchange->microseconds() / 1000 > running->milliseconds;
        if (!running->exchange->isAnswered() && !late) {
            ++running;
            continue;
        }
        if (late && !running->exchange->isAnswered()) {
            running->giveUp();
            running->exchange->fail({ErrorCode::Timeout, QStringLiteral("service.desk"), {}, {}});
        }
        running = m_running.erase(running);
    }
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/endpoints/exchange.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <list>

namespace deskhand {

/// What the desk is being asked, to give it up when it takes too long. In the desk's thread.
class RunningExchanges final : public QObject
{
    Q_OBJECT

public:
    RunningExchanges();

    /// `giveUp` is called when there is no answer after `milliseconds`: the client has then been told Timeout.
    void add(const ExchangePtr &exchange, qint64 milliseconds, std::function<void()> giveUp);
    /// Those that are not answered.
    [[nodiscard]] qsizetype count() const;

private:
    struct Running {
        ExchangePtr exchange;
        qint64 milliseconds;
        std::function<void()> giveUp;
    };
    void look();

    std::list<Running> m_running;
    QTimer m_look;
};

} // namespace deskhand

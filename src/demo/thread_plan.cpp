// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/thread_plan.h"

#include "demo/demo_calendar.h"

#include <array>

namespace deskhand {
namespace {

/// So many percent of the tickets are solved within these hours after they were taken.
struct DurationShare {
    quint32 percent;
    int leastHours;
    int mostHours;
};

// The long tails make the backlog: together 5 to 8 % of a year's tickets are unresolved at its end.
constexpr std::array quickDurations{DurationShare{60, 0, 6}, DurationShare{27, 6, 48}, DurationShare{10, 48, 200},
                                    DurationShare{3, 300, 3000}};
constexpr std::array normalDurations{DurationShare{30, 0, 8}, DurationShare{34, 20, 96}, DurationShare{18, 96, 340},
                                     DurationShare{10, 340, 1100}, DurationShare{8, 1100, 6400}};
constexpr std::array longDurations{DurationShare{8, 1, 24}, DurationShare{20, 48, 240}, DurationShare{26, 240, 720},
                                   DurationShare{24, 720, 2400}, DurationShare{22, 2400, 9000}};
constexpr std::array projectDurations{DurationShare{100, 900, 4000}};

template <typename Shares>
Instant durationFrom(const Shares &shares, DemoRandom *random)
{
    quint32 point = random->below(100);
    size_t at = 0;
    while (point >= shares[at].percent)
        point -= shares[at++].percent;
    return random->between(shares[at].leastHours * 60 + 6, shares[at].mostHours * 60) * demoMinute;
}

Instant durationOf(const DemoTopic &topic, DemoRandom *random)
{
    if (topic.type == TopicType::Spam)
        return random->between(1, 60) * demoMinute;
    switch (topic.effort) {
    case TopicEffort::Quick: return durationFrom(quickDurations, random);
    case TopicEffort::Normal: return durationFrom(normalDurations, random);
    case TopicEffort::Long: return durationFrom(longDurations, random);
    case TopicEffort::Project: return durationFrom(projectDurations, random);
    }
    return demoHour;
}

Instant untilTaken(const DemoTopic &topic, int priority, DemoRandom *random)
{
    if (topic.type == TopicType::Alert)
        return random->between(1, 40) * demoMinute;
    const std::array<std::pair<int, int>, 4> minutes{{{30, 900}, {8, 360}, {4, 90}, {2, 20}}};
    const auto [least, most] = minutes[size_t(priority)];
    const Instant usual = random->between(least, most) * demoMinute;
    return priority < 2 && random->chance(9) ? usual + random->between(1, 3) * demoWholeDay : usual;
}

/// Builds the entries of one plan.
class PlanBuilder
{
public:
    PlanBuilder(const DemoTopic &topic, DemoRandom *random)
        : m_topic(topic)
        , m_random(random)
    {
    }

    void start(Instant opened, int priority)
    {
        const Instant wanted = opened + untilTaken(m_topic, priority, m_random);
        const bool onCall = m_topic.type == TopicType::Alert && m_random->chance(45);
        add(ThreadStep::Assign, onCall ? wanted : demoOfficeTime(wanted, m_random));
    }

    /// Chooses what happens before the solution.
    void work(Instant duration)
    {
        const bool isAlert = m_topic.type == TopicType::Alert;
        const bool isPlain = isAlert || m_topic.type == TopicType::Spam;
        const bool isLong = duration > 14 * demoWholeDay;
        QVector<ThreadStep> steps;
        const auto maybe = [&](int percent, ThreadStep step) {
            if (m_random->chance(percent))
                steps.append(step);
        };
        maybe(isPlain ? 0 : duration > 40 * demoHour ? 16 : 5, ThreadStep::Ack);
        if (m_random->chance(isPlain ? 0 : 16))
            steps += {ThreadStep::Ask, ThreadStep::Answer};
        maybe(isAlert ? 55 : isPlain ? 4 : 17, ThreadStep::Note);
        maybe(isPlain ? 0 : 7, ThreadStep::Call);
        maybe(4, ThreadStep::Handover);
        maybe(isPlain ? 0 : duration > 5 * demoWholeDay ? 22 : 2, ThreadStep::Nudge);
        maybe(isLong ? 50 : 1, ThreadStep::Note);
        maybe(isLong ? 20 : 0, ThreadStep::Call);
        spread(steps, duration);
        if (!isPlain && duration > 2 * demoWholeDay && m_random->chance(isLong ? 68 : 20))
            wait(duration);
    }

    void finish(Instant duration)
    {
        const Instant wanted = m_start + duration;
        m_plan.solvedAt =
            m_topic.type == TopicType::Alert && m_random->chance(30) ? qMax(wanted, m_last + demoMinute) : next(wanted);
        if (m_waits)
            add(ThreadStep::Resume, m_plan.solvedAt - m_random->between(3, 50) * demoMinute);
        add(ThreadStep::Solution, m_plan.solvedAt);
        const bool hasRequester = m_topic.type != TopicType::Alert && m_topic.type != TopicType::Spam;
        if (hasRequester && m_random->chance(22))
            add(ThreadStep::Thanks, next(m_last + m_random->between(4, 1500) * demoMinute));
        else if (hasRequester && m_random->chance(7))
            reopen();
        if (!hasRequester)
            add(ThreadStep::Close, m_plan.solvedAt);
        else
            add(ThreadStep::Close, m_last + 7 * demoWholeDay + m_random->between(0, 59) * 1000);
    }

    [[nodiscard]] ThreadPlan take() { return std::move(m_plan); }

private:
    void add(ThreadStep step, Instant at)
    {
        m_last = qMax(at, m_last + 20'000);
        if (step == ThreadStep::Assign)
            m_start = m_last;
        m_plan.entries.append({step, m_last});
    }

    Instant next(Instant wanted) { return demoOfficeTime(qMax(wanted, m_last + 3 * demoMinute), m_random); }

    void spread(const QVector<ThreadStep> &steps, Instant duration)
    {
        const Instant share = duration / (steps.size() + 1);
        for (int i = 0; i < steps.size(); ++i) {
            if (steps[i] == ThreadStep::Ack)
                add(steps[i], m_start + m_random->between(1, 9) * demoMinute);
            else
                add(steps[i], next(m_start + share * i + share * m_random->between(20, 95) / 100));
        }
    }

    void wait(Instant duration)
    {
        const Instant at = next(m_last + qMin<Instant>(duration / 8, demoWholeDay));
        const Instant end = m_start + duration;
        if (end < at + demoWholeDay)
            return;
        add(ThreadStep::Pending, at);
        const DemoLocal local = demoLocal(end);
        m_plan.pendingUntil = demoInstant(demoWorkdayAfter(local.day), 9 * 60);
        m_waits = true;
    }

    void reopen()
    {
        add(ThreadStep::Reopen, next(m_last + m_random->between(200, 6000) * demoMinute));
        if (m_random->chance(35))
            add(ThreadStep::Note, next(m_last + m_random->between(20, 900) * demoMinute));
        m_plan.solvedAt = next(m_last + m_random->between(40, 4000) * demoMinute);
        add(ThreadStep::Resolve, m_plan.solvedAt);
        if (m_random->chance(40))
            add(ThreadStep::Thanks, next(m_last + m_random->between(4, 900) * demoMinute));
    }

    const DemoTopic &m_topic;
    DemoRandom *m_random;
    ThreadPlan m_plan;
    Instant m_start = 0;
    Instant m_last = 0;
    bool m_waits = false;
};

} // namespace

Instant demoOfficeTime(Instant at, DemoRandom *random)
{
    const DemoLocal local = demoLocal(at);
    const bool isWorkday = isDemoWorkday(local.day);
    if (isWorkday && local.minute >= 7 * 60 + 20 && local.minute < 18 * 60 + 15)
        return at;
    const qint64 day = demoWorkdayAfter(isWorkday && local.minute < 7 * 60 + 20 ? local.day : local.day + 1);
    const auto minute = int(random->between(7 * 60 + 40, 11 * 60));
    return demoInstant(day, minute) + random->between(0, 59'999);
}

ThreadPlan planThread(const DemoTopic &topic, int priority, Instant opened, DemoRandom *random)
{
    PlanBuilder builder(topic, random);
    builder.start(opened, priority);
    Instant duration = durationOf(topic, random);
    if (priority == 3)
        duration /= 4;
    else if (priority == 2)
        duration = duration * 3 / 5;
    builder.work(duration);
    builder.finish(duration);
    return builder.take();
}

} // namespace deskhand

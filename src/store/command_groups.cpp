// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/command_groups.h"

#include "store/feed_watch.h"

#include <algorithm>
#include <utility>

namespace deskhand {
namespace {

/// So long others wait for the end of the feed, and the last of a group for its answer: some dozens of milliseconds.
constexpr qsizetype mostTogether = 24;

} // namespace

void CommandGroups::add(const WaitingPtr &waiting, const std::function<void()> &enqueue)
{
    const std::lock_guard lock(m_mutex);
    m_waiting.push_back(waiting);
    enqueue();
}

QVector<CommandGroups::WaitingPtr> CommandGroups::groupOf(const WaitingPtr &first, DeskWriter &writer)
{
    QVector<WaitingPtr> group{first};
    {
        const std::lock_guard lock(m_mutex);
        // Those before it are done, or have failed without a connection; with a new one it is asked for again.
        const auto found = std::find(m_waiting.cbegin(), m_waiting.cend(), first);
        if (found != m_waiting.cend())
            m_waiting.erase(m_waiting.cbegin(), found + 1);
        if (first->alone || !DeskWriter::isGroupable(first->command))
            return group;
        for (const WaitingPtr &next : m_waiting) {
            if (group.size() == mostTogether || next->alone || next->rows != first->rows || next->outcome
                || !DeskWriter::isGroupable(next->command))
                break;
            group.append(next);
        }
    }
    if (group.size() > 1 && !writer.mayGroup())
        group.resize(1);
    return group;
}

void CommandGroups::doTogether(QVector<WaitingPtr> *group, DeskWriter &writer, Connection &connection, FeedWatch &feed)
{
    QVector<Command> commands;
    QVector<CommandId> ids;
    for (const WaitingPtr &one : std::as_const(*group)) {
        commands.append(one->command);
        ids.append(one->command.id);
    }
    feed.begin(ids);
    DeskWriter::Together together = writer.executeTogether(commands, group->first()->rows);
    QVector<Change> changes;
    for (const CommandOutcome &outcome : std::as_const(together.outcomes))
        changes += outcome.changes;
    feed.end(connection, changes);
    if (together.outcomes.isEmpty()) {
        // Those before the one that failed; when it was the commit, each on its own.
        const bool isCommit = together.failedAt == group->size();
        if (!isCommit)
            group->at(together.failedAt)->alone = true;
        group->resize(isCommit ? 1 : std::max<qsizetype>(1, together.failedAt));
        return;
    }
    for (qsizetype i = 0; i < group->size(); ++i)
        group->at(i)->outcome = std::move(together.outcomes[i]);
}

Result<CommandAnswer> CommandGroups::take(const WaitingPtr &waiting, DeskWriter &writer, Connection &connection,
                                          FeedWatch &feed)
{
    QVector<WaitingPtr> group = groupOf(waiting, writer);
    while (!waiting->outcome && group.size() > 1 && !connection.isBroken())
        doTogether(&group, writer, connection, feed);
    if (!waiting->outcome) {
        feed.begin({waiting->command.id});
        Result<CommandOutcome> outcome = writer.execute(waiting->command, waiting->rows);
        feed.end(connection, outcome ? outcome->changes : QVector<Change>());
        if (!outcome)
            return outcome.error(); // not kept: it may be asked for again on a new connection
        return outcome->answer;
    }
    return (*waiting->outcome)->answer;
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/desk_writer.h"

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace deskhand {

class FeedWatch;

/// Commands that wait for the writer. Where several do, those that may are done in one transaction: the disk is waited
/// for once, not once for each. Nobody waits for others to come; who is alone is done alone. Their order is kept, and
/// each still happens wholly or not at all: when one of a group does not go through, nothing of it has happened, and
/// those before it are done again without it.
class CommandGroups
{
public:
    struct Waiting {
        Command command;
        DeskWriter::Rows rows = DeskWriter::Rows::Without;
        bool alone = false;                                 ///< it has spoiled a group
        std::optional<Result<CommandOutcome>> outcome = {}; ///< it was done with another's group
    };
    using WaitingPtr = std::shared_ptr<Waiting>;

    /// Notes a command and calls `enqueue`, which makes the writer's job for it, before anybody else's. Any thread.
    void add(const WaitingPtr &waiting, const std::function<void()> &enqueue);

    /// In the writer's thread, in the order of add(): the command's outcome, if need be by doing it, and with it some
    /// of those behind it. May be called again for one whose connection broke.
    Result<CommandAnswer> take(const WaitingPtr &waiting, DeskWriter &writer, Connection &connection, FeedWatch &feed);

private:
    [[nodiscard]] QVector<WaitingPtr> groupOf(const WaitingPtr &first, DeskWriter &writer);
    /// Afterwards each has its outcome, or nothing has happened and the group is shorter for the next attempt.
    static void doTogether(QVector<WaitingPtr> *group, DeskWriter &writer, Connection &connection, FeedWatch &feed);

    std::mutex m_mutex;
    std::deque<WaitingPtr> m_waiting;
};

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/packed_command.h"
#include "remote/remote_link.h"

#include <functional>
#include <memory>

namespace deskhand {

/// Sends commands, and what is too large for them before. The command goes first: when it was done already there is
/// nothing to upload, and else the service says what it does not have; an upload that was cut off is not there, one
/// that was complete is not sent again. Lives in the network's thread.
class CommandSender
{
public:
    /// `answer`: of the command. An error of an upload says that the command has not happened.
    struct Sent {
        Result<QByteArray> answer;
        bool ofUpload = false;
    };
    using Done = std::function<void(const Sent &sent)>;

    /// `link` outlives it. `tellChanges`: see wire/command_done.h.
    explicit CommandSender(RemoteLink &link, bool tellChanges)
        : m_link(link)
        , m_tellChanges(tellChanges)
    {
    }

    void send(const Command &command, Done done);

private:
    struct Sending;
    using SendingPtr = std::shared_ptr<Sending>;

    void post(const SendingPtr &sending);
    void takeAnswer(const SendingPtr &sending, const Result<QByteArray> &answer);
    void upload(const SendingPtr &sending);
    void put(const SendingPtr &sending, const QByteArray &sha256);

    RemoteLink &m_link;
    const bool m_tellChanges;
};

} // namespace deskhand

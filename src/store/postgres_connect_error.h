// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace deskhand {

/// What libpq says when a connection was not made, as an Error with a ConnectProblem. `message`: in English as far as
/// it is libpq's own (EnglishMessages); what the server says is judged by its SQLSTATE, which is in the message only
/// when the connection was asked for it (PQERRORS_VERBOSE), and else by the words of an English server.
/// Sources: libpq's fe-connect.c and fe-secure-*.c of version 15; appendix A of PostgreSQL's manual.
[[nodiscard]] Error postgresConnectError(const QString &message);

/// While it lives, libraries speak English in this thread, whatever the language of the program is.
class EnglishMessages
{
public:
    EnglishMessages();
    ~EnglishMessages();
    EnglishMessages(const EnglishMessages &) = delete;
    EnglishMessages &operator=(const EnglishMessages &) = delete;

private:
    void *m_english = nullptr;
    void *m_before = nullptr;
};

} // namespace deskhand

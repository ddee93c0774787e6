// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/deskhandctl/arguments.h"
#include "store/local_desk.h"

#include <memory>

namespace deskhand::ctl {

/// An open desk for the time of one subcommand, and who acts in it.
class DeskSession
{
public:
    /// Opens a desk's file, or the desk of a "postgresql://" address; the acting agent is the one with `asAddress`,
    /// else who signed in to the server, else the first active admin. Prints what is wrong and gives null on failure.
    static std::unique_ptr<DeskSession> open(const QString &place, const QString &asAddress);

    [[nodiscard]] Desk &desk() { return *m_desk; }
    /// For the jobs, which submit commands in threads of their own.
    [[nodiscard]] LocalDesk &localDesk() { return *m_desk; }
    [[nodiscard]] const Catalog &catalog() const { return *m_catalog; }
    [[nodiscard]] CatalogPtr catalogPtr() const { return m_catalog; }
    [[nodiscard]] PersonId me() const { return m_me; }
    [[nodiscard]] Instant now() const { return SystemClock().now(); }

    /// Waits for an answer. There is no event loop here and nothing to keep responsive: the desk's threads do the work.
    template <typename T>
    static Result<T> await(QFuture<Result<T>> future)
    {
        future.waitForFinished();
        if (!future.isResultReadyAt(0))
            return Error{ErrorCode::Cancelled, QStringLiteral("deskhandctl"), QStringLiteral("no answer"), {}};
        return future.resultAt(0);
    }

    /// Submits in the name of me(); prints the error when it fails.
    std::optional<CommandAnswer> submit(CommandBody body, const QString &why = {});

    /// The ticket's id by its number; prints the error when there is none.
    std::optional<TicketId> findTicket(const QString &number);

    /// Parses the text form; prints the error with the place when it is wrong.
    std::optional<Condition> condition(const QString &text);

private:
    explicit DeskSession(std::unique_ptr<LocalDesk> desk)
        : m_desk(std::move(desk))
    {
    }

    bool chooseActor(const QString &asAddress);

    std::unique_ptr<LocalDesk> m_desk;
    CatalogPtr m_catalog;
    PersonId m_me;
};

} // namespace deskhand::ctl

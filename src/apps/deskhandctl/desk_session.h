// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/deskhandctl/arguments.h"
#include "store/local_desk.h"

#include <memory>

namespace deskhand::ctl {

/// By which doors a subcommand can do its work.
enum class DeskDoors {
    All,
    Database, ///< not through a service: it does more than questions and commands of people allow
};

/// An open desk for the time of one subcommand, and who acts in it.
class DeskSession
{
public:
    /// Opens a desk's file, the desk of a "postgresql://" address, or the one behind a service ("https://", see
    /// service_door.h). The acting agent is the one with `asAddress`, else who signed in to the server, else the first
    /// active admin; behind a service it is whoever the token belongs to. Prints what is wrong and gives null on
    /// failure.
    static std::unique_ptr<DeskSession> open(const QString &place, const QString &asAddress,
                                             DeskDoors doors = DeskDoors::All);

    [[nodiscard]] Desk &desk() { return *m_desk; }
    /// False: behind a service, and there is no localDesk().
    [[nodiscard]] bool isLocal() const { return m_localDesk != nullptr; }
    /// For the jobs, which submit commands in threads of their own.
    [[nodiscard]] LocalDesk &localDesk() { return *m_localDesk; }
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
    DeskSession() = default;

    bool openDesk(const QString &place, DeskDoors doors);
    bool chooseActor(const QString &asAddress);

    std::unique_ptr<Desk> m_desk;
    LocalDesk *m_localDesk = nullptr; ///< m_desk, where it is one
    CatalogPtr m_catalog;
    PersonId m_me;
};

} // namespace deskhand::ctl

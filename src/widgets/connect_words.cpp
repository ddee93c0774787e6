// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/connect_words.h"

#include <QCoreApplication>

namespace deskhand {

namespace {

struct ProblemWords {
    const char *happened;
    const char *advice;
};

ProblemWords wordsOfWay(ConnectProblem problem)
{
    const char *checkServer =
        QT_TRANSLATE_NOOP("ConnectWords", "Check host and port, and ask whoever runs the server whether it is up.");
    switch (problem) {
    case ConnectProblem::HostNotFound:
        return {QT_TRANSLATE_NOOP("ConnectWords", "There is no server with this host name."),
                QT_TRANSLATE_NOOP("ConnectWords",
                                  "Check how the host is written, and whether this computer is in the right network.")};
    case ConnectProblem::Refused:
        return {QT_TRANSLATE_NOOP("ConnectWords", "The host is there, but nothing answers at this port."), checkServer};
    case ConnectProblem::Unreachable:
        return {QT_TRANSLATE_NOOP("ConnectWords", "There is no way to this host."),
                QT_TRANSLATE_NOOP("ConnectWords", "Check the network and the VPN of this computer.")};
    case ConnectProblem::TimedOut:
        return {QT_TRANSLATE_NOOP("ConnectWords", "The server did not answer within ten seconds."),
                QT_TRANSLATE_NOOP("ConnectWords",
                                  "Check host, port and VPN; a firewall that swallows everything looks like this.")};
    case ConnectProblem::NotPostgres:
        return {QT_TRANSLATE_NOOP("ConnectWords", "What answers there is not PostgreSQL."),
                QT_TRANSLATE_NOOP("ConnectWords", "Check the port; PostgreSQL usually listens at 5432.")};
    case ConnectProblem::TooManyConnections:
        return {
            QT_TRANSLATE_NOOP("ConnectWords", "The server has as many connections as it takes."),
            QT_TRANSLATE_NOOP("ConnectWords", "Try again in a moment; if it stays so, the server must allow more.")};
    case ConnectProblem::Starting:
        return {QT_TRANSLATE_NOOP("ConnectWords", "The server is starting or stopping."),
                QT_TRANSLATE_NOOP("ConnectWords", "Try again in a moment.")};
    case ConnectProblem::ServerTooOld:
        return {QT_TRANSLATE_NOOP("ConnectWords", "The server's PostgreSQL is too old."),
                QT_TRANSLATE_NOOP("ConnectWords", "Deskhand needs PostgreSQL 15 or newer.")};
    default: return {"", ""};
    }
}

ProblemWords wordsOfTls(ConnectProblem problem)
{
    const char *nothingSent = QT_TRANSLATE_NOOP(
        "ConnectWords", "Nothing was sent. Somebody may be in between: do not go on before you know why it is so.");
    switch (problem) {
    case ConnectProblem::TlsNotOffered:
        return {QT_TRANSLATE_NOOP("ConnectWords", "The server does not encrypt its connections."),
                QT_TRANSLATE_NOOP("ConnectWords",
                                  "Nothing was sent. Whoever runs the server has to switch TLS on (ssl = on).")};
    case ConnectProblem::NoAuthorities:
        return {QT_TRANSLATE_NOOP("ConnectWords", "It is not known which certificates are to be trusted."),
                QT_TRANSLATE_NOOP("ConnectWords", "Choose the file with your organization's certificate authority; "
                                                  "whoever runs the server has it.")};
    case ConnectProblem::Untrusted:
        return {QT_TRANSLATE_NOOP("ConnectWords", "The server's certificate is not from an authority that you trust."),
                nothingSent};
    case ConnectProblem::WrongHost:
        return {QT_TRANSLATE_NOOP("ConnectWords", "The server's certificate is for another host."), nothingSent};
    case ConnectProblem::Expired:
        return {QT_TRANSLATE_NOOP("ConnectWords", "The server's certificate has expired or is not valid yet."),
                QT_TRANSLATE_NOOP("ConnectWords",
                                  "Nothing was sent. Check this computer's clock; otherwise the server needs a new "
                                  "certificate.")};
    case ConnectProblem::PlainElsewhere:
        return {QT_TRANSLATE_NOOP("ConnectWords", "Without encryption only a server on this computer can be used."),
                QT_TRANSLATE_NOOP("ConnectWords", "Switch encryption on.")};
    default: return {"", ""};
    }
}

ProblemWords wordsOfPerson(ConnectProblem problem)
{
    switch (problem) {
    case ConnectProblem::PasswordNeeded:
        return {QT_TRANSLATE_NOOP("ConnectWords", "The server wants a password."),
                QT_TRANSLATE_NOOP("ConnectWords", "Enter your password of the desk.")};
    case ConnectProblem::WrongPassword:
        return {QT_TRANSLATE_NOOP("ConnectWords", "The password is not right for this user."),
                QT_TRANSLATE_NOOP("ConnectWords",
                                  "Check the user and the password; many servers say the same of a user they do not "
                                  "know.")};
    case ConnectProblem::NoSuchUser:
        return {QT_TRANSLATE_NOOP("ConnectWords", "The server does not know this user."),
                QT_TRANSLATE_NOOP("ConnectWords", "Check the user name, or ask an administrator of the desk for it.")};
    case ConnectProblem::NoSuchDatabase:
        return {QT_TRANSLATE_NOOP("ConnectWords", "The server has no database with this name."),
                QT_TRANSLATE_NOOP("ConnectWords", "Check the name of the database.")};
    case ConnectProblem::MayNotConnect:
        return {QT_TRANSLATE_NOOP("ConnectWords", "The server does not let this user in from this computer."),
                QT_TRANSLATE_NOOP("ConnectWords", "An administrator of the server can allow it (pg_hba.conf, GRANT "
                                                  "CONNECT).")};
    case ConnectProblem::NoRights:
        return {QT_TRANSLATE_NOOP("ConnectWords", "The user may enter the database, but not the desk in it."),
                QT_TRANSLATE_NOOP("ConnectWords", "An administrator of the desk has to make you one of its people.")};
    default: return {"", ""};
    }
}

ProblemWords wordsOfDesk(ConnectProblem problem)
{
    switch (problem) {
    case ConnectProblem::NoDesk:
        return {QT_TRANSLATE_NOOP("ConnectWords", "There is no desk in this database."),
                QT_TRANSLATE_NOOP("ConnectWords", "Check the name of the database; an administrator makes a desk with "
                                                  "“deskhandctl init-postgres”.")};
    case ConnectProblem::Unfinished:
        return {QT_TRANSLATE_NOOP("ConnectWords", "A desk is being copied into this database, and is not whole yet."),
                QT_TRANSLATE_NOOP("ConnectWords", "Wait until “deskhandctl copy” has ended, or have it go on.")};
    case ConnectProblem::DeskTooOld:
        return {QT_TRANSLATE_NOOP("ConnectWords", "The desk on the server is older than this program."),
                QT_TRANSLATE_NOOP("ConnectWords",
                                  "Its owner brings it up to date with “deskhandctl migrate”; programs of "
                                  "people never do that by themselves.")};
    case ConnectProblem::DeskTooNew:
        return {QT_TRANSLATE_NOOP("ConnectWords", "The desk on the server is newer than this program."),
                QT_TRANSLATE_NOOP("ConnectWords", "Upgrade Deskhand on this computer.")};
    default: return {"", ""};
    }
}

ProblemWords wordsOfService(ConnectProblem problem)
{
    switch (problem) {
    case ConnectProblem::CaptivePortal:
        return {QT_TRANSLATE_NOOP("ConnectWords", "This network wants you to sign in to it first."),
                QT_TRANSLATE_NOOP("ConnectWords", "Open a page in the browser, as in hotels and trains; Deskhand goes "
                                                  "on by itself afterwards. Nothing of the desk was sent.")};
    case ConnectProblem::NotDeskService:
        return {QT_TRANSLATE_NOOP("ConnectWords", "What answers there is not a Deskhand service."),
                QT_TRANSLATE_NOOP("ConnectWords", "Check the address, and ask whoever runs the service for it.")};
    case ConnectProblem::ProxyUnreachable:
        return {QT_TRANSLATE_NOOP("ConnectWords", "The proxy that this computer uses does not answer."),
                QT_TRANSLATE_NOOP("ConnectWords", "Check the network, and the proxy in the settings of the system.")};
    case ConnectProblem::ProxyLogin:
        return {QT_TRANSLATE_NOOP("ConnectWords", "The proxy of this network wants a name and a password."),
                QT_TRANSLATE_NOOP("ConnectWords", "Enter them; they are not those of the desk.")};
    default: return {"", ""};
    }
}

} // namespace

ConnectWords wordsFor(ConnectProblem problem)
{
    for (const auto words : {wordsOfWay, wordsOfTls, wordsOfPerson, wordsOfDesk, wordsOfService}) {
        const ProblemWords found = words(problem);
        if (*found.happened)
            return {QCoreApplication::translate("ConnectWords", found.happened),
                    QCoreApplication::translate("ConnectWords", found.advice)};
    }
    return {};
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "operations/command.h"
#include "service/principal.h"
#include "support/served_desk.h"
#include "support/service_client.h"
#include "support/service_process.h"
#include "wire/endpoints.h"

#include <QMap>
#include <QObject>
#include <QSet>

#include <algorithm>
#include <functional>
#include <memory>

namespace deskhand::test {

/// What is asked about. The words stand in subject, thread, file name and note of the ticket, and nowhere else.
struct AskedTicket {
    QString name;
    TicketId id;
    QString number;
    qint64 version = 0;
    ArticleId article;
    QByteArray blob;
    QueueId queue;
    QString word; ///< empty: it is not there
};

/// A desk with two teams: Ann sees Alpha, Ben sees Beta, Sue and Ada see both.
struct MatrixDesk {
    QString place;
    std::unique_ptr<LocalDesk> desk;
    PersonId ada;
    PersonId sue;
    PersonId ann;
    PersonId ben;
    QueueId alpha;
    QueueId beta;
    QVector<AskedTicket> tickets;

    /// `atPlace`: a desk that nobody has worked in, with an admin.
    explicit MatrixDesk(const QString &atPlace);
    [[nodiscard]] const AskedTicket &ticket(const QString &name) const
    {
        return *std::find_if(tickets.cbegin(), tickets.cend(),
                             [&name](const AskedTicket &each) { return each.name == name; });
    }
    CommandAnswer submit(PersonId actor, const CommandBody &body);

private:
    PersonId agent(const QString &name, bool supervisor);
    QueueId queue(const QString &name, PersonId member);
    AskedTicket open(const QString &name, QueueId queue, PersonId by, const QString &word);
};

/// Who asks.
struct Role {
    QString name;
    QByteArray token;
    PersonId person;
    int scopes = 0; ///< 0 with a person: the token is no longer good
    bool isApi = false;
    bool seesAlpha = false;
    bool seesBeta = false;
    bool isAdmin = false;

    [[nodiscard]] bool isKnown() const { return scopes != 0; }
    [[nodiscard]] bool may(AccessScope scope) const { return (scopes & int(scope)) != 0; }
};

[[nodiscard]] QVector<Role> rolesOf(const MatrixDesk &world);

/// How an endpoint is asked about a ticket, and by which rule it answers.
struct Cell {
    enum class Rule {
        Always,    ///< the same for everybody who may ask: `statuses`
        Ticket,    ///< 200 for whoever sees the ticket; else as if it was not there
        Empty,     ///< 200, and nothing in it about what is not seen, as about what is not there
        LeavesOut, ///< 200, without what is not seen
        SettingUp, ///< 200 or a refusal of what was said for admins; 403 for others
    };
    Rule rule = Rule::Always;
    QSet<int> statuses{200};
    std::function<QJsonObject(const AskedTicket &)> body = [](const AskedTicket &) { return QJsonObject(); };
};

using Cells = QMap<QString, Cell>;

[[nodiscard]] Cells endpointCells();
[[nodiscard]] Cells commandCells(const MatrixDesk &world);
/// A note in the ticket, as a command's body.
[[nodiscard]] QJsonObject noteOf(const AskedTicket &asked);

/// Who may ask the service what: every endpoint of the table and every command, asked by everybody about every kind of
/// ticket, over real sockets; and what the WebSocket tells whom. What is not in it fails.
class AuthorisationMatrix : public QObject
{
    Q_OBJECT

public:
    /// `place`: a desk that nobody has worked in; outlives this.
    explicit AuthorisationMatrix(const QString &place)
        : m_place(place)
    {
    }

private:
    QString m_place;
    std::unique_ptr<MatrixDesk> m_world;
    std::unique_ptr<ServiceProcess> m_service;
    QVector<Role> m_roles;
    Cells m_cells;
    Cells m_commands;
    int m_asked = 0;

    [[nodiscard]] bool sees(const Role &role, const AskedTicket &ticket) const
    {
        if (ticket.word.isEmpty())
            return false;
        return ticket.queue == m_world->alpha ? role.seesAlpha : role.seesBeta;
    }
    [[nodiscard]] QString leakIn(const Role &role, const QByteArray &body) const;
    ServiceAnswer ask(const Role &role, const Endpoint &endpoint, const AskedTicket &ticket);
    [[nodiscard]] QSet<int> expectedOf(const Role &role, const Endpoint &endpoint, const Cell &cell,
                                       const AskedTicket &ticket) const;
    [[nodiscard]] QSet<int> expectedOfCommand(const Role &role, const QString &kind, const Cell &cell,
                                              const AskedTicket &ticket) const;
    void roles();

private Q_SLOTS:
    void initTestCase();
    void everythingIsInTheMatrix();
    void endpointsKeepTheirRule_data() { roles(); }
    void endpointsKeepTheirRule();
    void commandsKeepTheirRule_data() { roles(); }
    void commandsKeepTheirRule();
    void hiddenIsAsMissing_data() { roles(); }
    void hiddenIsAsMissing();
    void listsLeaveOutWhatIsHidden();
    void socketsOpenForWhomTheyMay();
    void pushesTellOnlyWhatIsSeen();
    void whoIsRevokedHearsNothingMore();
};

} // namespace deskhand::test

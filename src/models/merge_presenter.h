// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"
#include "operations/desk.h"

#include <QObject>
#include <QStringList>
#include <QVector>

#include <optional>

namespace deskhand {

/// Something about a merge that a person should have seen before.
struct MergeWarning {
    enum class Kind {
        OtherRequester,    ///< one requester's messages become readable for another
        OtherOrganization, ///< and they do not belong together
        TargetDone,        ///< what is open would go into a ticket that nobody works on
    };
    Kind kind = Kind::OtherRequester;
    QString text; ///< holds text from outside
};

/// Tickets that became one, for what is said and done afterwards.
struct MergeDone {
    TicketId target;
    QString targetNumber;
    QVector<TicketId> sources;
    QStringList sourceNumbers;
};

/// A merge that is being prepared: one ticket stays, the others lead to it. What is shown follows the desk: who changes
/// one of the tickets meanwhile is named, and what is sent are the versions that were shown. Desk and catalog must
/// outlive it; GUI thread.
class MergePresenter final : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostTickets = 50;

    /// One of the tickets. `detail` is empty until the desk has answered.
    struct Side {
        TicketId id;
        std::optional<TicketDetail> detail;
        std::optional<Error> error;
        QStringList meanwhile; ///< what has become different since it was first shown
    };

    MergePresenter(Desk &desk, const CatalogHolder &catalog, QObject *parent = nullptr);

    /// Begins anew. The oldest ticket stays, until the person says otherwise.
    void start(const QVector<TicketId> &tickets);
    void add(TicketId ticket);
    void remove(TicketId ticket);
    void setTarget(TicketId ticket);
    /// With two tickets: the other one stays.
    void swap();
    void setKeepRequesters(bool keep);
    void setWhy(const QString &why) { m_why = why; }

    [[nodiscard]] const QVector<Side> &sides() const { return m_sides; }
    [[nodiscard]] TicketId target() const { return m_target; }
    /// Null: none.
    [[nodiscard]] const Side *targetSide() const { return side(m_target); }
    [[nodiscard]] QVector<const Side *> sourceSides() const;
    [[nodiscard]] bool keepsRequesters() const { return m_keepRequesters; }
    /// Requesters of the other tickets who are somebody else; "Sarah Lind". Empty: nobody is to be kept.
    [[nodiscard]] QStringList otherRequesters() const;
    [[nodiscard]] QVector<MergeWarning> warnings() const;
    /// What will happen, a sentence each. Empty until both sides are known.
    [[nodiscard]] QStringList consequences() const;
    /// Why it cannot be done; empty: it can.
    [[nodiscard]] QString obstacle() const;
    [[nodiscard]] bool isReady() const { return !m_sending && obstacle().isEmpty(); }
    [[nodiscard]] bool isSending() const { return m_sending; }

    /// merged(), refused() or failed() follows.
    void submit();

Q_SIGNALS:
    void changed();
    void merged(const deskhand::MergeDone &done);
    /// A ticket was changed or merged by somebody else just before: what is shown is read again, and it can be sent
    /// once more.
    void refused();
    void failed(const deskhand::Error &error);

private:
    [[nodiscard]] const Side *side(TicketId ticket) const;
    [[nodiscard]] Side *side(TicketId ticket);
    void load(TicketId ticket);
    void take(TicketId ticket, const Result<TicketDetail> &answer);
    void chooseTarget();
    void takeAnswer(const Result<CommandAnswer> &answer);
    [[nodiscard]] QStringList differences(const TicketDetail &before, const TicketDetail &now) const;
    [[nodiscard]] QStringList unitedTags() const;

    Desk &m_desk;
    const CatalogHolder &m_catalog;
    QVector<Side> m_sides;
    TicketId m_target;
    bool m_chosen = false; ///< the person has said which one stays
    bool m_keepRequesters = true;
    bool m_sending = false;
    QString m_why;
    quint64 m_round = 0;
};

} // namespace deskhand

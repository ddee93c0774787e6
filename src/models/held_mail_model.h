// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"
#include "operations/desk.h"

#include <QAbstractListModel>
#include <QSet>

namespace deskhand {

/// Mails that wait for a person: those of strangers who claim a ticket, and those in quarantine. Follows the desk.
/// Desk and catalog must outlive it; one thread.
class HeldMailModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        ReasonRole = Qt::UserRole + 1, ///< int(HoldReason)
        ReasonTextRole,                ///< why it waits, one sentence
        ShortReasonRole,               ///< "Unknown sender"
        SenderRole,                    ///< from outside
        ExcerptRole,                   ///< from outside
        WhenRole,
    };

    HeldMailModel(Desk &desk, const CatalogHolder &catalog, QObject *parent = nullptr);

    void refresh();
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole: subject, from outside.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] HeldMail mailAt(int row) const { return m_mails.value(row); }
    [[nodiscard]] int rowOf(HeldMailId mail) const;
    /// The first one that claims this ticket; -1: none.
    [[nodiscard]] int rowOfTicket(TicketId ticket) const;

    /// `ticket` invalid: the one it claims. `trust`: the sender has a part in the ticket from now on.
    void decide(HeldMailId mail, HeldDecision decision, TicketId ticket = {}, bool trust = false);
    [[nodiscard]] bool isDeciding(HeldMailId mail) const { return m_deciding.contains(mail); }

Q_SIGNALS:
    void countChanged(int count);
    void decided(deskhand::HeldDecision decision, const deskhand::CommandAnswer &answer);
    void failed(const deskhand::Error &error);

private:
    void take(const QVector<HeldMail> &mails);

    Desk &m_desk;
    const CatalogHolder &m_catalog;
    QVector<HeldMail> m_mails;
    QSet<HeldMailId> m_deciding;
    bool m_loaded = false;
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace deskhand

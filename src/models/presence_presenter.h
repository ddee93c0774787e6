// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"

#include <QObject>
#include <QTimer>

namespace deskhand {

/// Tells the desk what the person at this screen does: the open ticket is being viewed; while a reply or a note grows
/// in it, it is being written in. Writing ends when the text is gone or rests for a minute. Changes that follow each
/// other quickly, as when stepping through a list, are told as one. Desk and catalog must outlive it.
class PresencePresenter final : public QObject
{
    Q_OBJECT

public:
    static constexpr int restsAfterMs = 60'000;
    static constexpr int settlesAfterMs = 200;

    /// `restsAfter`: milliseconds; tests shorten it.
    PresencePresenter(Desk &desk, const CatalogHolder &catalog, QObject *parent = nullptr,
                      int restsAfter = restsAfterMs);
    /// The person is nowhere any more.
    ~PresencePresenter() override;

    /// Invalid: none is open.
    void setTicket(TicketId ticket);
    /// The person has just typed, or has gone back into a text that is there.
    void noteWriting();
    /// Nothing is written any more: sent, thrown away or deleted.
    void endWriting();

private:
    void tellSoon();
    void tell();

    Desk &m_desk;
    const CatalogHolder &m_catalog;
    TicketId m_ticket;
    bool m_writing = false;
    bool m_told = false; ///< anything at all
    QVector<PresenceSign> m_signs;
    QTimer m_settle;
    QTimer m_rest;
};

} // namespace deskhand

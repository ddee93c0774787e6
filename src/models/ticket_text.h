// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"
#include "domain/saved_view.h"
#include "models/time_left.h"
#include "operations/query.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

namespace deskhand {

/// A ticket's fields in words for people, short enough for a row. Pure: the same arguments give the same words.
class TicketText
{
    Q_DECLARE_TR_FUNCTIONS(deskhand::TicketText)

public:
    TicketText(CatalogPtr catalog, Instant now, QLocale locale = QLocale(),
               QTimeZone zone = QTimeZone::systemTimeZone());

    /// Of what was promised or set by hand; see nearestTimeLeft().
    [[nodiscard]] TimeLeftText timeLeft(const TicketHead &head) const;
    [[nodiscard]] TimeLeftText promised(const TicketHead &head) const;
    [[nodiscard]] TimeLeftText due(const TicketHead &head) const;
    /// For a tooltip; see promisedTimeTip().
    [[nodiscard]] QString promisedTip(const TicketHead &head) const;
    /// "now", "12 min", "3 h", then "Mon 14:03", "12 Mar", "12 Mar 2023"; empty for 0.
    [[nodiscard]] QString age(Instant at) const;
    /// What a cell says. Text from outside is plain, never markup.
    [[nodiscard]] QString cell(const TicketRow &row, ListColumn column) const;
    /// "MB"; empty for nobody.
    [[nodiscard]] QString ownerInitials(const TicketHead &head) const;
    [[nodiscard]] QString requester(const TicketRow &row) const;
    /// "Bounced", "Not delivered", "Delayed" where the newest mail of the ticket does not arrive; else empty.
    [[nodiscard]] static QString deliveryTrouble(const TicketHead &head);
    /// The whole row in one sentence, for screen readers.
    [[nodiscard]] QString spoken(const TicketRow &row) const;
    /// Heading of a group.
    [[nodiscard]] QString groupTitle(ListColumn groupBy, qint64 key) const;

    [[nodiscard]] static QString columnTitle(ListColumn column);
    [[nodiscard]] static QString channelTitle(Channel channel);
    /// Of a SlaStanding or slaOverdue: "Overdue", "Running", …
    [[nodiscard]] static QString standingTitle(qint64 key);
    /// First letters of the first and the last word, upper case.
    [[nodiscard]] static QString initials(const QString &name);
    /// "42 m", "1 h 42 m", "1 d 4 h", "3 d".
    [[nodiscard]] static QString span(qint64 milliseconds);
    /// One unit only: "42 m", "8 h", "3 d": what is over need not be exact.
    [[nodiscard]] static QString roughSpan(qint64 milliseconds);

private:
    CatalogPtr m_catalog;
    Instant m_now;
    QLocale m_locale;
    QTimeZone m_zone;
};

} // namespace deskhand

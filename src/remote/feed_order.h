// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/command.h"
#include "operations/query.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <QVector>

namespace deskhand {

/// Puts what the service says of changes into the one order of the feed, each once: pages that were read, what came
/// over the WebSocket, and the changes of one's own commands, which come with their answers and then have the ticket
/// before and after with them. A change of a command whose answer is still on its way waits for it. Knows no network.
class FeedOrder
{
public:
    /// From here on; everything before has been announced or is nobody's business.
    void begin(qint64 cursor);
    [[nodiscard]] bool hasBegun() const { return m_begun; }
    /// Everything up to here is known, and may still wait to be announced.
    [[nodiscard]] qint64 cursor() const { return m_cursor; }
    /// Everything up to here has been announced.
    [[nodiscard]] qint64 announced() const { return m_waiting.isEmpty() ? m_cursor : m_waiting.first().seq - 1; }

    void sent(const CommandId &command);
    /// Its answer came, or never will. `changes`: what it has changed, as far as it was told.
    void answered(const CommandId &command, const QVector<Change> &changes);
    /// No answer is waited for any longer.
    void waitForNobody() { m_sent.clear(); }
    [[nodiscard]] bool waitsForAnswers() const { return !m_waiting.isEmpty(); }

    /// What lies behind `since`, complete up to `cursor`. False: something before it is not known yet.
    bool take(qint64 since, const QVector<Change> &changes, qint64 cursor);

    /// What can be announced now; it counts as announced.
    [[nodiscard]] QVector<Change> takeAnnounceable();

private:
    bool m_begun = false;
    qint64 m_cursor = 0;
    QVector<Change> m_waiting;    ///< known, in order
    QMap<qint64, Change> m_owned; ///< by place in the feed: with tickets, and not yet announced
    QSet<CommandId> m_sent;
};

/// Whether the catalogue is another one after these.
[[nodiscard]] bool changesCatalogue(const QVector<Change> &changes);

} // namespace deskhand

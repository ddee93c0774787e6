// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync_text.h"

#include <QLocale>

#include <cstdlib>

namespace deskhand {

QString SyncText::phase(const SyncState &state, Instant now, const TimeWords &words)
{
    switch (state.phase) {
    case SyncPhase::Connecting: return tr("Connecting…");
    case SyncPhase::Syncing:
        return state.total > 0
                   ? tr("Syncing %1 of %2").arg(words.locale.toString(state.done), words.locale.toString(state.total))
                   : tr("Syncing…");
    case SyncPhase::Online: return tr("Online");
    case SyncPhase::Offline: {
        if (state.offlineSince == 0)
            return tr("Offline");
        const QDateTime since = QDateTime::fromMSecsSinceEpoch(state.offlineSince, words.zone);
        const QDateTime today = QDateTime::fromMSecsSinceEpoch(now, words.zone);
        return tr("Offline since %1")
            .arg(since.date() == today.date() ? since.time().toString(QStringLiteral("HH:mm"))
                                              : words.moment(state.offlineSince, now));
    }
    case SyncPhase::SignedOut: return tr("Signed out");
    case SyncPhase::TooOld: return tr("Needs an update");
    }
    return {};
}

QString SyncText::line(const SyncState &state, Instant now, const TimeWords &words)
{
    QStringList parts{phase(state, now, words)};
    if (state.queued > 0)
        parts.append(tr("%n queued", nullptr, state.queued));
    if (state.attention > 0)
        parts.append(tr("%n need(s) attention", nullptr, state.attention));
    return parts.join(QStringLiteral(" · "));
}

QString SyncText::advice(const SyncState &state)
{
    if (state.phase == SyncPhase::SignedOut)
        return tr("The service no longer knows this computer. Sign in again; what you did meanwhile is kept and sent "
                  "then.");
    if (state.phase == SyncPhase::TooOld)
        return tr(
            "This program and the service are of different age. You can read what is on this computer; nothing is "
            "exchanged until one of them is updated. What you did is kept.");
    if (state.problem == QLatin1String("captive-portal"))
        return tr("This network wants you to sign in to it first. Open a page in your browser.");
    if (state.problem == QLatin1String("certificate"))
        return tr("The service's certificate is not accepted. Nothing is sent, as somebody else may have taken its "
                  "place. Ask whoever runs it.");
    if (state.problem == QLatin1String("proxy-login"))
        return tr("The proxy of this network wants a name and a password.");
    if (state.problem == QLatin1String("proxy-unreachable"))
        return tr("The proxy that is set up on this computer cannot be reached.");
    if (state.problem == QLatin1String("not-desk-service"))
        return tr("Something else answers at the service's address.");
    constexpr qint64 minuteMs = 60'000;
    if (std::llabs(state.clockSkewMs) > minuteMs)
        return tr("The clock of this computer is %n minute(s) off. Deskhand goes by that of the service.", nullptr,
                  int(std::llabs(state.clockSkewMs) / minuteMs));
    if (state.phase == SyncPhase::Offline)
        return tr("You can go on: what you do is kept on this computer and sent when the service can be reached.");
    return {};
}

SyncText::Tone SyncText::tone(const SyncState &state)
{
    if (state.attention > 0)
        return Tone::Danger;
    switch (state.phase) {
    case SyncPhase::Connecting:
    case SyncPhase::Syncing: return Tone::Busy;
    case SyncPhase::Online: return Tone::Good;
    case SyncPhase::Offline: return Tone::Warning;
    case SyncPhase::SignedOut:
    case SyncPhase::TooOld: return Tone::Danger;
    }
    return Tone::Good;
}

QString SyncText::extent(ReplicaExtent extent)
{
    switch (extent) {
    case ReplicaExtent::Nothing: return tr("Nothing: every look goes to the service");
    case ReplicaExtent::MyTickets: return tr("My tickets");
    case ReplicaExtent::MyQueues: return tr("My tickets, and all that are open in my queues");
    }
    return {};
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mailbox_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace deskhand {

namespace {

struct MailboxTexts {
    Q_DECLARE_TR_FUNCTIONS(deskhand::MailboxWords)
};

struct NamedText {
    const char *name;
    const char *text;
    const char *advice;
};

// What a fetch or a delivery ends with (errorCodeName), and what it found.
constexpr NamedText problemTexts[] = {
    {"offline", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "The server cannot be reached."),
     QT_TRANSLATE_NOOP("deskhand::MailboxWords", "Check the network and the server's name; it is tried again by "
                                                 "itself.")},
    {"timeout", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "The server did not answer in time."),
     QT_TRANSLATE_NOOP("deskhand::MailboxWords", "It is tried again by itself. If it stays so, ask whoever runs the "
                                                 "server.")},
    {"unauthenticated", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "The server refuses the sign-in."),
     QT_TRANSLATE_NOOP("deskhand::MailboxWords", "Enter user and password anew, or sign in again at the provider.")},
    {"denied", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "The server does not allow it."),
     QT_TRANSLATE_NOOP("deskhand::MailboxWords", "Look at what the server said; its administrator can allow it.")},
    {"not-found", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "The server has no such folder."),
     QT_TRANSLATE_NOOP("deskhand::MailboxWords", "Check the name of the folder, and of the one to move mails to.")},
    {"invalid", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "What answers there speaks another protocol."),
     QT_TRANSLATE_NOOP("deskhand::MailboxWords", "Check protocol, port and encryption.")},
    {"secrets", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "The saved password cannot be opened on this computer."),
     QT_TRANSLATE_NOOP("deskhand::MailboxWords", "Enter the password once more.")},
    {"certificate", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "The server could not prove who it is."),
     QT_TRANSLATE_NOOP("deskhand::MailboxWords",
                       "Nothing was sent. Its certificate has expired, is for another name, or "
                       "is from an authority that is not trusted.")},
    {"tls", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "No safe connection to the server came about."),
     QT_TRANSLATE_NOOP("deskhand::MailboxWords", "Nothing was sent. Check encryption and port.")},
    {"not-offered", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "The server does not offer to encrypt."),
     QT_TRANSLATE_NOOP("deskhand::MailboxWords",
                       "Nothing was sent. Choose TLS from the first byte, or ask whoever runs "
                       "the server.")},
    {"resolve", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "No computer is known by the server's name."),
     QT_TRANSLATE_NOOP("deskhand::MailboxWords", "Check the network and the server's name; it is tried again by "
                                                 "itself.")},
    {"connect", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "Nothing answers at the server's port."),
     QT_TRANSLATE_NOOP("deskhand::MailboxWords", "The server may be down; it is tried again by itself.")},
    {"refresh-token", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "The provider does not know the sign-in any more."),
     QT_TRANSLATE_NOOP("deskhand::MailboxWords", "Edit the mailbox, and sign in again.")},
    {"not-settled",
     QT_TRANSLATE_NOOP("deskhand::MailboxWords", "Fetched mails cannot be marked or moved on the "
                                                 "server."),
     QT_TRANSLATE_NOOP("deskhand::MailboxWords", "They are safe in the desk, and none comes twice. Check the folder to "
                                                 "move to, and what the user may do there.")},
    {"integrity", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "Mails cannot be stored: the disk is full or fails."),
     QT_TRANSLATE_NOOP("deskhand::MailboxWords", "Nothing is lost: what is not stored stays on the server. Make room; "
                                                 "it goes on by itself.")},
    {"busy", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "The desk is busy with other work."),
     QT_TRANSLATE_NOOP("deskhand::MailboxWords", "It is tried again by itself.")},
    {"corrupt", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "The desk file is damaged."),
     QT_TRANSLATE_NOOP("deskhand::MailboxWords", "Restore the newest backup, and keep a copy of the damaged file.")},
};

constexpr NamedText reasonTexts[] = {
    {"stranger", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "claims a ticket that its sender has no part in"), ""},
    {"too-many", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "its sender opened too many tickets"), ""},
    {"loop", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "goes round between machines"), ""},
    {"own-address", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "claims to come from this desk"), ""},
    {"too-large", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "larger than the mailbox takes"), ""},
    {"before-first", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "were there before the mailbox was added"), ""},
    {"gone", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "deleted on the server before it was fetched"), ""},
    {"not-found", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "deleted on the server before it was fetched"), ""},
    {"unreadable", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "the server does not give it"), ""},
};

constexpr NamedText receivingSteps[] = {
    {"secrets", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "Take the saved password"),
     QT_TRANSLATE_NOOP("deskhand::MailboxWords", "It is sealed for the computer that does the desk's mail. Enter it "
                                                 "once more to test it here.")},
    {"resolve", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "Find the server"),
     QT_TRANSLATE_NOOP("deskhand::MailboxWords", "No computer is known by this name. Check the spelling, and that "
                                                 "this computer is online.")},
    {"connect", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "Connect"),
     QT_TRANSLATE_NOOP("deskhand::MailboxWords", "The computer is there, but nothing answers at this port. Check port "
                                                 "and encryption; a firewall may be in between.")},
    {"tls", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "Encrypt, and check who the server is"),
     QT_TRANSLATE_NOOP("deskhand::MailboxWords", "Nothing was sent. The certificate is not for this name, has expired, "
                                                 "or is from an authority that this computer does not trust. For an "
                                                 "authority of your own choose its file under “Advanced”.")},
    {"sign-in", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "Sign in"),
     QT_TRANSLATE_NOOP("deskhand::MailboxWords", "The server refuses user or password. Some want the whole address as "
                                                 "user; some want a password made for programs (“app password”).")},
    {"folder", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "Open the folder"),
     QT_TRANSLATE_NOOP("deskhand::MailboxWords", "There is no such folder, or it cannot be changed. Check its name as "
                                                 "the server writes it.")},
    {"list", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "Look at the mails"),
     QT_TRANSLATE_NOOP("deskhand::MailboxWords", "The folder opens, but its mails cannot be listed.")},
};

constexpr NamedText sendingSteps[] = {
    {"sign-in", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "Sign in"),
     QT_TRANSLATE_NOOP("deskhand::MailboxWords", "The server refuses user or password. Some want the whole address as "
                                                 "user; at some, sending has to be allowed for programs first.")},
    {"sender", QT_TRANSLATE_NOOP("deskhand::MailboxWords", "Ask whether it sends from this address"),
     QT_TRANSLATE_NOOP("deskhand::MailboxWords", "The server lets this user in, but does not send from the mailbox's "
                                                 "address. Check the address, or have it allowed for this user.")},
};

QString translated(const char *text)
{
    return text && *text ? QCoreApplication::translate("deskhand::MailboxWords", text) : QString();
}

template <std::size_t size>
const NamedText *findNamed(const NamedText (&texts)[size], const QString &name)
{
    const auto found = std::find_if(std::begin(texts), std::end(texts),
                                    [&name](const NamedText &one) { return name == QLatin1String(one.name); });
    return found == std::end(texts) ? nullptr : found;
}

const NamedText *findStep(const QString &name, MailHalf half)
{
    const NamedText *sending = half == MailHalf::Sending ? findNamed(sendingSteps, name) : nullptr;
    return sending ? sending : findNamed(receivingSteps, name);
}

} // namespace

MailboxHealth MailboxWords::health(const MailboxReport &report, Instant now) const
{
    const MailboxProgress &progress = report.progress;
    MailboxHealth health;
    if (!report.mailbox.active)
        return {MailboxHealth::Kind::Inactive, MailboxTexts::tr("Switched off"), {}, {}, {}};
    if (report.mailbox.paused)
        return {MailboxHealth::Kind::Paused, MailboxTexts::tr("Paused"), {}, {}, {}};
    if (!progress.problem.isEmpty()) {
        health.kind = MailboxHealth::Kind::Failing;
        const bool works = progress.failures == 0; // but for something
        health.state = works ? MailboxTexts::tr("Needs a look")
                       : progress.reachedAt == 0
                           ? MailboxTexts::tr("Has not worked yet")
                           : MailboxTexts::tr("Failing since %1").arg(times.moment(progress.reachedAt, now));
        health.problem = problem(progress.problem);
        health.advice = advice(progress.problem);
        health.detail = progress.detail;
        return health;
    }
    if (report.mailbox.protocol == MailProtocol::None)
        return {MailboxHealth::Kind::SendsOnly, MailboxTexts::tr("Only sends"), {}, {}, {}};
    if (progress.reachedAt == 0)
        return {MailboxHealth::Kind::Starting, MailboxTexts::tr("Not fetched yet"), {}, {}, {}};
    health.state = MailboxTexts::tr("Healthy");
    return health;
}

QString MailboxWords::lastFetch(const MailboxReport &report, Instant now) const
{
    if (report.mailbox.protocol == MailProtocol::None)
        return {};
    return report.progress.reachedAt == 0
               ? MailboxTexts::tr("never fetched")
               : MailboxTexts::tr("fetched %1").arg(times.ago(report.progress.reachedAt, now));
}

QString MailboxWords::backlog(const MailboxReport &report) const
{
    const qint64 waiting = report.progress.backlog;
    return waiting == 0
               ? QString()
               : MailboxTexts::tr("%1 still on the server", "a number of mails").arg(times.locale.toString(waiting));
}

QVector<ReconciliationLine> MailboxWords::lines(const MailReconciliation &sums)
{
    QVector<ReconciliationLine> lines{
        {MailboxTexts::tr("new tickets"), sums.opened, MailboxTexts::tr("Each opened a ticket of its own."), {}},
        {MailboxTexts::tr("follow-ups"),
         sums.followUps,
         MailboxTexts::tr("Each joined the ticket that it answers."),
         {}}};
    const auto add = [&lines](const QString &name, qint64 count, const QString &explanation) {
        if (count != 0)
            lines.append({name, count, explanation, {}});
    };
    add(MailboxTexts::tr("duplicates"), sums.duplicates,
        MailboxTexts::tr("The same mail had come before, byte for byte."));
    add(MailboxTexts::tr("reports"), sums.reports,
        MailboxTexts::tr("Bounces and receipts: kept with the mail that they are about, never a ticket."));
    add(MailboxTexts::tr("held"), sums.held,
        MailboxTexts::tr("Somebody decides with one click whether they join their ticket."));
    add(MailboxTexts::tr("quarantined"), sums.quarantined,
        MailboxTexts::tr("Kept away from the tickets until somebody decides."));
    add(MailboxTexts::tr("discarded"), sums.discarded,
        MailboxTexts::tr("Held before, and thrown away by a person; kept as raw mail."));
    add(MailboxTexts::tr("not taken"), sums.rejected, MailboxTexts::tr("They stay on the server, untouched."));
    add(MailboxTexts::tr("being worked on"), sums.waiting,
        MailboxTexts::tr("Stored safely, and not yet made a ticket."));
    add(MailboxTexts::tr("still on the server"), sums.backlog, MailboxTexts::tr("Seen there, and not yet fetched."));
    for (auto reason = sums.reasons.cbegin(); reason != sums.reasons.cend(); ++reason) {
        const QString name = reason.key();
        const bool held = name == holdReasonName(HoldReason::Stranger);
        const bool quarantined = name == holdReasonName(HoldReason::TooMany) || name == holdReasonName(HoldReason::Loop)
                                 || name == holdReasonName(HoldReason::OwnAddress);
        const QString line = held          ? MailboxTexts::tr("held")
                             : quarantined ? MailboxTexts::tr("quarantined")
                                           : MailboxTexts::tr("not taken");
        for (ReconciliationLine &one : lines) {
            if (one.name == line)
                one.reasons.append({MailboxWords::reason(name), reason.value()});
        }
    }
    for (ReconciliationLine &one : lines)
        std::sort(one.reasons.begin(), one.reasons.end(), [](const auto &a, const auto &b) {
            return a.second != b.second ? a.second > b.second : a.first < b.first;
        });
    return lines;
}

QString MailboxWords::equation(const MailReconciliation &sums) const
{
    const auto term = [this](qint64 count, const QString &name) { return times.locale.toString(count) + u' ' + name; };
    QStringList terms{term(sums.imported(), MailboxTexts::tr("imported"))};
    const QVector<ReconciliationLine> all = lines(sums);
    for (const ReconciliationLine &line : all.mid(2)) // after the two that imported() has together
        terms.append(term(line.count, line.name));
    return term(sums.seen(), MailboxTexts::tr("seen")) + QStringLiteral(" = ") + terms.join(QStringLiteral(" + "));
}

QString MailboxWords::imbalance(const MailboxReport &report) const
{
    const qint64 accounted = report.sums.seen() - report.sums.backlog;
    if (accounted == report.arrivals)
        return {};
    return MailboxTexts::tr("The desk stores %1 mails of this mailbox but accounts for %2. This is a defect: please "
                            "report it.")
        .arg(times.locale.toString(report.arrivals), times.locale.toString(accounted));
}

QString MailboxWords::problem(const QString &name)
{
    const NamedText *found = findNamed(problemTexts, name);
    if (found)
        return translated(found->text);
    return name.isEmpty() ? QString() : MailboxTexts::tr("Something went wrong (%1).").arg(name);
}

QString MailboxWords::advice(const QString &name)
{
    const NamedText *found = findNamed(problemTexts, name);
    return found ? translated(found->advice) : QString();
}

QString MailboxWords::reason(const QString &name)
{
    const NamedText *found = findNamed(reasonTexts, name);
    return found ? translated(found->text) : name;
}

QString MailboxWords::step(const QString &name, MailHalf half)
{
    const NamedText *found = findStep(name, half);
    return found ? translated(found->text) : name;
}

QString MailboxWords::stepAdvice(const QString &name, MailHalf half)
{
    const NamedText *found = findStep(name, half);
    return found ? translated(found->advice) : QString();
}

} // namespace deskhand

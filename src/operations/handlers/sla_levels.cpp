// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/articles.h"
#include "operations/handlers/handlers.h"
#include "operations/handlers/outgoing.h"
#include "operations/handlers/sla_level_actions.h"

#include <algorithm>

namespace deskhand {
namespace {

/// The levels of one ticket whose instant has come.
class LevelRun
{
public:
    LevelRun(CommandRun &run, const SlaSubject &subject)
        : m_run(run)
        , m_subject(subject)
        , m_versions(*run.catalog->slaVersions)
        , m_clocks(replayClocks(subject.sla.events, m_versions))
        , m_fired(subject.sla.fired)
        , m_effects{subject.row.head, {}, {}, {}}
    {
    }

    Result<CommandAnswer> work()
    {
        for (const SlaMoment &moment : momentsToCome(m_subject.sla.events, m_clocks, m_fired, m_versions)) {
            if (moment.at > m_run.now)
                break;
            const Result<bool> fired = fire(moment);
            if (!fired)
                return fired.error();
            if (!*fired) // the next command goes on there
                break;
        }
        if (Result<void> stored = storeEffects(); !stored)
            return stored.error();
        const SlaResult result{
            m_subject.row.head.id, {}, m_clocks, summaryOf(m_subject.sla.events, m_clocks, m_fired, m_versions)};
        if (Result<void> stored = m_run.unit.storeSla(result); !stored)
            return stored.error();
        const TicketHead &head = m_effects.head;
        return CommandAnswer{head.id, head.number, {}, head.version, 0, {}};
    }

private:
    const SlaClock *clockOf(const SlaMoment &moment) const
    {
        const auto found = std::find_if(m_clocks.cbegin(), m_clocks.cend(), [&moment](const SlaClock &clock) {
            return clock.target == moment.target && clock.cycle == moment.cycle;
        });
        return found == m_clocks.cend() ? nullptr : &*found;
    }

    static const SlaLevel *levelOf(const SlaPolicy *policy, int id)
    {
        if (!policy)
            return nullptr;
        const auto found = std::find_if(policy->levels.cbegin(), policy->levels.cend(),
                                        [id](const SlaLevel &level) { return level.id == id; });
        return found == policy->levels.cend() ? nullptr : &*found;
    }

    /// False: it has to wait. Two notes would be two articles, and an article is a version of the ticket.
    Result<bool> fire(const SlaMoment &moment)
    {
        const SlaClock *clock = clockOf(moment);
        if (!clock)
            return true;
        const SlaPolicyPtr policy = m_versions.policy(clock->policy);
        const SlaLevel *level = levelOf(policy.get(), moment.level);
        if (level && m_effects.note && postsNote(*level))
            return false;
        TicketFacts facts = m_subject.row.facts();
        facts.head = m_effects.head;
        const ConditionContext context{m_run.catalog, {}, m_run.now};
        const bool fits = !level || evaluate(level->condition, facts, context);
        const SlaFired fired{moment.target, moment.cycle, moment.level, moment.at, fits ? m_run.now : 0};
        const Result<bool> first = m_run.unit.recordFired(m_subject.row.head.id, fired);
        if (!first)
            return first.error();
        m_fired.append(fired);
        if (!*first || !fits)
            return true;
        m_entries.append(entryOf(moment, policy.get(), level));
        if (level && policy)
            performActions(m_run, ReachedLevel{*policy, *level, *clock, moment}, &m_effects);
        return true;
    }

    static bool postsNote(const SlaLevel &level)
    {
        return std::any_of(level.actions.cbegin(), level.actions.cend(),
                           [](const SlaAction &action) { return action.kind == SlaActionKind::PostNote; });
    }

    HistoryEntry entryOf(const SlaMoment &moment, const SlaPolicy *policy, const SlaLevel *level) const
    {
        HistoryEntry entry =
            m_run.entry(moment.level == 0 ? QStringLiteral("sla-breach") : QStringLiteral("sla-level"));
        entry.ticket = m_subject.row.head.id;
        entry.oldValue = cycleName(moment.target, moment.cycle);
        entry.newValue = QString::number(moment.at); // the entry itself is written when it was found
        entry.newText = level ? levelLabel(*level) : QString();
        entry.why = policy ? policy->name : QString();
        return entry;
    }

    Result<void> storeEffects()
    {
        const TicketHead &before = m_subject.row.head;
        const bool changes = m_effects.head != before || m_effects.note;
        ArticleId article;
        if (m_effects.note) {
            const Result<ArticleId> posted = postNote(*m_effects.note);
            if (!posted)
                return posted.error();
            article = *posted;
        }
        if (Result<void> stored = storeTicket(m_run, before, &m_effects.head, m_run.now, m_effects.reasons); !stored)
            return stored;
        for (HistoryEntry &entry : m_entries) {
            entry.version = m_effects.head.version;
            m_run.history.append(entry);
        }
        if (changes)
            m_run.change(article.isValid() ? ChangeKind::ArticlePosted : ChangeKind::TicketChanged, before.id, article);
        if (m_fired.size() > m_subject.sla.fired.size()) // also where it did nothing: something else comes next
            m_run.change(ChangeKind::SlaRecomputed, before.id);
        if (m_effects.notifications.isEmpty())
            return {};
        m_run.change(ChangeKind::NotificationChanged, before.id);
        return m_run.unit.insertNotifications(m_effects.notifications);
    }

    Result<ArticleId> postNote(const QString &text)
    {
        const Result<Person> requester = m_run.unit.person(m_effects.head.requester);
        if (!requester)
            return requester.error();
        const Mailbox *mailbox = m_run.catalog->sendingMailbox(m_effects.head.queue);
        const Person *owner = m_run.catalog->agent(m_effects.head.owner);
        NewArticle note;
        note.visibility = Visibility::Internal;
        note.senderRole = SenderRole::System;
        note.text = fillPlaceholders(
            text, placeholderValues(m_run, m_effects.head, *requester, owner, mailbox ? *mailbox : Mailbox()));
        const Result<Article> article = addArticle(m_run, &m_effects.head, note);
        if (!article)
            return article.error();
        HistoryEntry entry = m_run.entry(QStringLiteral("article"));
        entry.ticket = m_effects.head.id;
        entry.version = m_subject.row.head.version + 1;
        entry.newValue = QString::number(article->id.value);
        m_run.history.append(std::move(entry));
        return article->id;
    }

    CommandRun &m_run;
    const SlaSubject &m_subject;
    const SlaVersions &m_versions;
    const QVector<SlaClock> m_clocks;
    QVector<SlaFired> m_fired;
    LevelEffects m_effects;
    QVector<HistoryEntry> m_entries;
};

} // namespace

Result<CommandAnswer> handleCommand(CommandRun &run, const ReachSlaLevels &command)
{
    const Result<SlaSubject> subject = run.unit.slaSubject(command.ticket);
    if (!subject)
        return subject.error();
    return LevelRun(run, *subject).work();
}

} // namespace deskhand

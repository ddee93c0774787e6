// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/imports/import_ticket.h"

#include "operations/command_run.h"
#include "operations/handlers/people.h"
#include "operations/handlers/ticket_checks.h"

#include <QRegularExpression>

#include <algorithm>
#include <set>
#include <tuple>

namespace deskhand {
namespace {

/// In the order in which the changes of one version are told.
enum class StepKind { Article, State, Priority, Queue, Owner, Category, Requester, Touched };

struct ImportStep {
    StepKind kind = StepKind::Touched;
    Instant at = 0;
    size_t row = 0;   ///< place in the case
    qint64 value = 0; ///< id, or place in a list of the ticket
    quint32 actor = 0;
};

/// What a row says, in ids of the desk.
struct ImportFields {
    StateId state;
    PriorityId priority;
    QueueId queue;
    CategoryId category;
    PersonId owner;
    quint32 requester = 0;
    quint32 address = 0;
};

class ImportedTicketBuilder
{
public:
    ImportedTicketBuilder(const ImportMapping &mapping, const ImportTable &table, const ImportCase &one,
                          const ImportIds &ids)
        : m_mapping(mapping)
        , m_table(table)
        , m_case(one)
        , m_ids(ids)
    {
    }

    ImportedTicket build()
    {
        beginTicket();
        if (m_mapping.rows == ImportMapping::Rows::Events)
            gatherEvents();
        else
            gatherTicket();
        placeEnds();
        std::stable_sort(m_steps.begin(), m_steps.end(), [](const ImportStep &a, const ImportStep &b) {
            return std::tie(a.at, a.row, a.kind) < std::tie(b.at, b.row, b.kind);
        });
        for (const ImportStep &step : m_steps)
            take(step);
        judge();
        finish();
        return std::move(m_ticket);
    }

private:
    [[nodiscard]] const ImportRow &row(size_t place) const { return m_table.rows[m_case.rows[place]]; }
    [[nodiscard]] const ImportRow &last() const { return row(m_case.rows.size() - 1); }
    [[nodiscard]] const QString &text(quint32 number) const { return m_table.texts.at(number); }
    [[nodiscard]] StateType typeOf(StateId state) const { return m_ids.catalog->stateType(state); }

    /// What a row leaves open stays as it was, but for the owner and the category: nobody and none are values of them.
    [[nodiscard]] ImportFields fieldsOf(const ImportRow &row, ImportFields before) const
    {
        if (row.state != 0)
            before.state = m_ids.states.value(row.state);
        if (row.priority != 0)
            before.priority = m_ids.priorities.value(row.priority);
        if (row.queue != 0)
            before.queue = m_ids.queues.value(row.queue);
        if (m_mapping.category.isMapped())
            before.category = m_ids.categories.value(row.category);
        if (m_mapping.owner.isMapped())
            before.owner = m_ids.owners.value(row.owner);
        if (row.requester != 0 || row.address != 0) {
            before.requester = row.requester;
            before.address = row.address;
        }
        return before;
    }

    void beginTicket()
    {
        const ImportRow &first = row(0);
        m_now = fieldsOf(first, ImportFields{m_ids.newState, m_ids.priority, m_ids.queue, {}, {}, 0, 0});
        TicketHead &head = m_ticket.head;
        head.version = 1;
        head.createdAt = m_case.openedAt;
        head.updatedAt = m_case.openedAt;
        head.subject = oneLine(text(last().subject), longestSubject);
        if (head.subject.isEmpty())
            head.subject = oneLine(text(m_case.number), longestSubject);
        head.organization = m_ids.organizations.value(first.organization);
        Channel channel = Channel::Web;
        if (channelFromName(text(first.channel), &channel))
            head.channel = channel;
        m_ticket.requester = m_now.requester;
        m_ticket.address = m_now.address;
    }

    void open(StateId state)
    {
        TicketHead &head = m_ticket.head;
        const Instant at = head.createdAt;
        head.priority = m_now.priority;
        head.queue = m_now.queue;
        head.category = m_now.category;
        head.owner = m_now.owner;
        setTicketState(&head, *m_ids.catalog->state(state), at);
        addEntry(QStringLiteral("imported"), at, row(0).actor, {}, {}, {}, head.subject);
        m_ticket.history.last().oldText = text(m_case.number);
        addEvent(SlaEventKind::Opened, at, qint64(SenderRole::Customer));
        addEvent(SlaEventKind::State, at, state.value, qint64(typeOf(state)));
        addEvent(SlaEventKind::Priority, at, head.priority.value);
        addEvent(SlaEventKind::Queue, at, head.queue.value);
        if (head.owner.isValid())
            addEvent(SlaEventKind::Owner, at, head.owner.value);
        if (const QString &words = text(last().text); !words.trimmed().isEmpty()) {
            addArticle({words, SenderRole::Customer, false, 0}, at);
            addEvent(SlaEventKind::CustomerSpoke, at, m_ticket.articles.size());
        }
    }

    void addStep(StepKind kind, size_t place, qint64 value)
    {
        m_steps.push_back(ImportStep{kind, row(place).at, place, value, row(place).actor});
    }

    void gatherEvents()
    {
        const StateId first = m_now.state;
        const bool begins = m_ids.openingState.isValid() && typeOf(first) != StateType::New;
        open(begins ? m_ids.openingState : first);
        addMessages(0);
        if (begins)
            addStep(StepKind::State, 0, first.value);
        for (size_t place = 1; place < m_case.rows.size(); ++place) {
            const size_t before = m_steps.size();
            const ImportFields after = fieldsOf(row(place), m_now);
            addMessages(place);
            addChanges(place, after);
            if (m_steps.size() == before)
                addStep(StepKind::Touched, place, 0);
            m_now = after;
        }
    }

    void addMessages(size_t place)
    {
        for (const ImportRow::Message &message : row(place).messages) {
            m_messages.append(message);
            addStep(StepKind::Article, place, m_messages.size());
        }
    }

    void addChanges(size_t place, const ImportFields &after)
    {
        if (after.state != m_now.state)
            addStep(StepKind::State, place, after.state.value);
        if (after.priority != m_now.priority)
            addStep(StepKind::Priority, place, after.priority.value);
        // A transfer of which both ends are one queue here: inside of it.
        const bool isInside = row(place).reassigned > row(place - 1).reassigned;
        if (after.queue != m_now.queue || isInside)
            addStep(StepKind::Queue, place, after.queue.value);
        if (after.owner != m_now.owner)
            addStep(StepKind::Owner, place, after.owner.value);
        if (after.category != m_now.category)
            addStep(StepKind::Category, place, after.category.value);
        if (after.requester != m_now.requester || after.address != m_now.address) {
            m_ticket.requesters.append({after.requester, after.address});
            addStep(StepKind::Requester, place, m_ticket.requesters.size());
        }
    }

    /// One row: it was new, and became what it is at the instants of the row.
    void gatherTicket()
    {
        const ImportRow &only = row(0);
        StateId state = m_now.state;
        if (only.state == 0)
            state = only.closed != 0 ? m_ids.closedState : only.solved != 0 ? m_ids.solvedState : m_ids.newState;
        if (isUnresolved(typeOf(state))) {
            open(state);
            addMessages(0);
            return;
        }
        open(m_ids.openingState.isValid() ? m_ids.openingState : m_ids.newState);
        addMessages(0);
        const bool isClosed = typeOf(state) == StateType::Closed;
        if (isClosed && only.solved != 0)
            addStep(StepKind::State, 0, m_ids.solvedState.value);
        addStep(StepKind::State, 0, state.value);
        if (only.closed == 0 || only.solved == 0)
            m_steps.back().at = std::max({only.at, only.closed, only.solved});
    }

    /// The instants that the file says of the last solving and the last closing.
    void placeEnds()
    {
        constexpr size_t none = size_t(-1);
        size_t before = none, solving = none, beforeSolving = none, behindSolving = none, closing = none;
        StateType type = typeOf(m_ticket.head.state);
        for (size_t i = 0; i < m_steps.size(); ++i) {
            if (m_steps[i].kind != StepKind::State)
                continue;
            const StateType next = typeOf(StateId{m_steps[i].value});
            if (solving != none && behindSolving == none)
                behindSolving = i;
            if (isUnresolved(type) && !isUnresolved(next)) {
                solving = i;
                beforeSolving = before;
                behindSolving = none;
            } else if (isUnresolved(next)) {
                solving = none;
            }
            if (next != StateType::Closed)
                closing = none;
            else if (type != StateType::Closed)
                closing = i;
            type = next;
            before = i;
        }
        const auto atOf = [this](size_t i) { return i == none ? m_ticket.head.createdAt : m_steps[i].at; };
        const Instant beganAt = atOf(beforeSolving);
        if (closing != none && last().closed != 0)
            m_steps[closing].at = std::max(last().closed, closing == solving ? beganAt : m_ticket.head.createdAt);
        if (solving != none && solving != closing && last().solved != 0) {
            const Instant latest = behindSolving == none ? last().solved : atOf(behindSolving);
            m_steps[solving].at = std::max(beganAt, std::min(last().solved, latest));
        }
        if (m_mapping.rows == ImportMapping::Rows::Events) {
            for (const size_t moved : {solving, closing}) {
                if (moved != none)
                    changeRow(moved);
            }
            dropTouches();
        }
    }

    /// Rows that have become more than that.
    void dropTouches()
    {
        std::set<size_t> changing;
        for (const ImportStep &step : m_steps) {
            if (step.kind != StepKind::Touched)
                changing.insert(step.row);
        }
        const auto isNone = [&changing](const ImportStep &step) {
            return step.kind == StepKind::Touched && changing.count(step.row) > 0;
        };
        m_steps.erase(std::remove_if(m_steps.begin(), m_steps.end(), isNone), m_steps.end());
    }

    /// A step goes to the row of its instant; each row stays a version.
    void changeRow(size_t step)
    {
        const size_t from = m_steps[step].row;
        size_t to = 0;
        while (to + 1 < m_case.rows.size() && row(to + 1).at <= m_steps[step].at)
            ++to;
        // The first row is the opening.
        if (to == from || to == 0)
            return;
        m_steps[step].row = to;
        m_steps[step].actor = row(to).actor;
        const auto isOf = [](size_t place) { return [place](const ImportStep &one) { return one.row == place; }; };
        if (std::none_of(m_steps.cbegin(), m_steps.cend(), isOf(from)))
            addStep(StepKind::Touched, from, 0);
    }

    void take(const ImportStep &step)
    {
        TicketHead &head = m_ticket.head;
        // The one row of a ticket says what happened at several instants.
        const bool isApart = m_mapping.rows == ImportMapping::Rows::Tickets && step.at != m_lastAt;
        if (step.row != m_lastRow || isApart || m_isFirst) {
            ++head.version;
            m_lastRow = step.row;
            m_lastAt = step.at;
            m_isFirst = false;
        }
        head.updatedAt = std::max(head.updatedAt, step.at);
        switch (step.kind) {
        case StepKind::Article: takeMessage(step); break;
        case StepKind::State: takeState(step); break;
        case StepKind::Priority: takeId(step, SlaEventKind::Priority, &head.priority); break;
        case StepKind::Queue: takeId(step, SlaEventKind::Queue, &head.queue); break;
        case StepKind::Owner: takeId(step, SlaEventKind::Owner, &head.owner); break;
        case StepKind::Category: takeId(step, std::nullopt, &head.category); break;
        case StepKind::Requester:
            addEntry(QStringLiteral("requester"), step.at, step.actor, {}, QString::number(step.value), {},
                     nameOfRequester(step.value));
            break;
        case StepKind::Touched: addEntry(QStringLiteral("touched"), step.at, step.actor, {}, {}, {}, {}); break;
        }
    }

    [[nodiscard]] QString nameOfRequester(qint64 place) const
    {
        const auto &[name, address] = m_ticket.requesters.at(place - 1);
        return text(name).isEmpty() ? text(address) : text(name);
    }

    void takeMessage(const ImportStep &step)
    {
        const ImportRow::Message &message = m_messages.at(step.value - 1);
        addArticle({text(message.text), message.from, message.isInternal, message.author}, step.at);
        const qint64 place = m_ticket.articles.size();
        addEntry(QStringLiteral("article"), step.at, step.actor, {}, QString::number(place), {}, {});
        if (message.from == SenderRole::Customer && !message.isInternal)
            addEvent(SlaEventKind::CustomerSpoke, step.at, place);
        else if (message.from == SenderRole::Agent)
            addEvent(message.isInternal ? SlaEventKind::NoteWritten : SlaEventKind::AgentReplied, step.at, place);
    }

    void takeState(const ImportStep &step)
    {
        const StateId before = m_ticket.head.state;
        const StateId state{step.value};
        setTicketState(&m_ticket.head, *m_ids.catalog->state(state), step.at);
        addFieldEntry(TicketField::State, step, before.value);
        addEvent(SlaEventKind::State, step.at, state.value, qint64(typeOf(state)));
    }

    template <typename Id>
    void takeId(const ImportStep &step, std::optional<SlaEventKind> event, Id *id)
    {
        constexpr bool isPriority = std::is_same_v<Id, PriorityId>;
        constexpr bool isQueue = std::is_same_v<Id, QueueId>;
        constexpr bool isOwner = std::is_same_v<Id, PersonId>;
        const TicketField field = isPriority ? TicketField::Priority
                                  : isQueue  ? TicketField::Queue
                                  : isOwner  ? TicketField::Owner
                                             : TicketField::Category;
        const qint64 before = id->value;
        *id = Id{step.value};
        addFieldEntry(field, step, before);
        const bool isInside = isQueue && before == step.value;
        if (event)
            addEvent(*event, step.at, step.value, isInside ? 1 : 0);
    }

    void addFieldEntry(TicketField field, const ImportStep &step, qint64 before)
    {
        const auto stored = [](qint64 id) { return id == 0 ? QString() : QString::number(id); };
        addEntry(ticketFieldName(field), step.at, step.actor, stored(before), stored(step.value), nameOf(field, before),
                 nameOf(field, step.value));
    }

    [[nodiscard]] QString nameOf(TicketField field, qint64 id) const
    {
        const Catalog &catalog = *m_ids.catalog;
        const auto nameOr = [](const auto *thing) { return thing ? thing->name : QString(); };
        switch (field) {
        case TicketField::State: return nameOr(catalog.state(StateId{id}));
        case TicketField::Priority: return nameOr(catalog.priority(PriorityId{id}));
        case TicketField::Queue: return nameOr(catalog.queue(QueueId{id}));
        case TicketField::Category: return nameOr(catalog.category(CategoryId{id}));
        case TicketField::Owner: return nameOr(catalog.agent(PersonId{id}));
        default: return {};
        }
    }

    void addEntry(const QString &what, Instant at, quint32 actor, const QString &oldValue, const QString &newValue,
                  const QString &oldText, const QString &newText)
    {
        HistoryEntry entry;
        entry.version = m_ticket.head.version;
        entry.at = at;
        entry.actorKind = ActorKind::Import;
        entry.actorName = text(actor);
        entry.what = what;
        entry.oldValue = oldValue;
        entry.newValue = newValue;
        entry.oldText = oldText;
        entry.newText = newText;
        entry.why = m_mapping.source;
        m_ticket.history.append(std::move(entry));
    }

    void addEvent(SlaEventKind kind, Instant at, qint64 value, qint64 other = 0)
    {
        m_ticket.slaEvents.append({kind, at, value, other});
    }

    struct Words {
        QString text;
        SenderRole from = SenderRole::Customer;
        bool isInternal = false;
        quint32 author = 0;
    };
    void addArticle(const Words &words, Instant at)
    {
        ImportedArticle imported;
        Article &article = imported.article;
        article.text = words.text;
        article.senderRole = words.from;
        article.visibility = words.isInternal ? Visibility::Internal : Visibility::Public;
        article.channel = m_ticket.head.channel;
        article.createdAt = at;
        imported.author = words.author;
        m_ticket.articles.append(std::move(imported));
        if (!words.isInternal)
            m_ticket.head.lastContactAt = std::max(m_ticket.head.lastContactAt, at);
    }

    /// What the other desk has judged, at the instant at which it was decided.
    void judge()
    {
        for (qsizetype i = 0; i < m_mapping.verdicts.size(); ++i) {
            int verdict = 0;
            Instant missedAt = 0;
            for (size_t place = 0; place < m_case.rows.size(); ++place) {
                const int told = row(place).verdicts[i];
                if (told == 0)
                    continue;
                if (told == 2 && verdict != 2)
                    missedAt = m_mapping.rows == ImportMapping::Rows::Events ? row(place).at : 0;
                verdict = told;
            }
            const TicketHead &head = m_ticket.head;
            const bool isOver = !isUnresolved(typeOf(head.state));
            if (verdict == 0 || (verdict == 1 && !isOver))
                continue;
            const Instant end = head.solvedAt != 0   ? head.solvedAt
                                : head.closedAt != 0 ? head.closedAt
                                                     : head.updatedAt;
            const Instant at = std::max(verdict == 2 && missedAt != 0 ? missedAt : end, head.createdAt);
            const SlaEvent event{SlaEventKind::Judged, at, qint64(m_mapping.verdicts[i].target), verdict};
            const auto behind = std::upper_bound(m_ticket.slaEvents.begin(), m_ticket.slaEvents.end(), at,
                                                 [](Instant then, const SlaEvent &one) { return then < one.at; });
            m_ticket.slaEvents.insert(behind, event);
        }
    }

    void finish()
    {
        TicketHead &head = m_ticket.head;
        QStringList tags;
        for (qsizetype i = 0; i < m_mapping.tags.size(); ++i) {
            const QString value = text(last().tags[i]);
            static const QRegularExpression between(QStringLiteral("[,;\n]"));
            tags += m_mapping.tags[i].tag.isEmpty() ? value.split(between, Qt::SkipEmptyParts) : QStringList{value};
        }
        head.tags = normalizedTags(tags);
    }

    const ImportMapping &m_mapping;
    const ImportTable &m_table;
    const ImportCase &m_case;
    const ImportIds &m_ids;
    ImportedTicket m_ticket;
    ImportFields m_now;
    QVector<ImportRow::Message> m_messages;
    std::vector<ImportStep> m_steps;
    size_t m_lastRow = 0;
    Instant m_lastAt = 0;
    bool m_isFirst = true;
};

} // namespace

ImportedTicket importedTicket(const ImportMapping &mapping, const ImportTable &table, const ImportCase &one,
                              const ImportIds &ids)
{
    return ImportedTicketBuilder(mapping, table, one, ids).build();
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/merge_presenter.h"

#include "base/deliver.h"
#include "models/people_finder.h"
#include "models/ticket_text.h"

#include <algorithm>

namespace deskhand {

namespace {

QString numberOf(const TicketDetail &detail)
{
    return u'#' + detail.row.head.number;
}

/// With the address: two people may have one name.
QString personText(const Person &person)
{
    return addressLine({person.name, person.address});
}

bool isMergedTicket(const TicketDetail &detail, const Catalog &catalog)
{
    return detail.mergedInto.isValid() || catalog.stateType(detail.row.head.state) == StateType::Merged;
}

} // namespace

MergePresenter::MergePresenter(Desk &desk, const CatalogHolder &catalog, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_catalog(catalog)
{
    connect(&desk, &Desk::changed, this, [this](const QVector<Change> &changes) {
        for (const Side &one : std::as_const(m_sides)) {
            const bool concerned = std::any_of(changes.cbegin(), changes.cend(), [&one](const Change &change) {
                return change.ticket == one.id && change.kind != ChangeKind::ReadMarkSet;
            });
            if (concerned && !m_sending)
                load(one.id);
        }
    });
}

void MergePresenter::start(const QVector<TicketId> &tickets)
{
    ++m_round;
    m_sides.clear();
    m_target = {};
    m_chosen = false;
    m_keepRequesters = true;
    m_sending = false;
    m_why.clear();
    for (const TicketId ticket : tickets.mid(0, mostTickets))
        add(ticket);
    Q_EMIT changed();
}

void MergePresenter::add(TicketId ticket)
{
    if (!ticket.isValid() || side(ticket) != nullptr || m_sides.size() >= mostTickets)
        return;
    m_sides.append(Side{ticket, {}, {}, {}});
    load(ticket);
    Q_EMIT changed();
}

void MergePresenter::remove(TicketId ticket)
{
    if (m_sides.removeIf([ticket](const Side &one) { return one.id == ticket; }) == 0)
        return;
    if (m_target == ticket) {
        m_target = {};
        m_chosen = false;
    }
    chooseTarget();
    Q_EMIT changed();
}

void MergePresenter::setTarget(TicketId ticket)
{
    if (side(ticket) == nullptr)
        return;
    m_target = ticket;
    m_chosen = true;
    Q_EMIT changed();
}

void MergePresenter::swap()
{
    if (m_sides.size() != 2)
        return;
    setTarget(m_sides.first().id == m_target ? m_sides.last().id : m_sides.first().id);
}

void MergePresenter::setKeepRequesters(bool keep)
{
    if (m_keepRequesters == keep)
        return;
    m_keepRequesters = keep;
    Q_EMIT changed();
}

const MergePresenter::Side *MergePresenter::side(TicketId ticket) const
{
    const auto found =
        std::find_if(m_sides.cbegin(), m_sides.cend(), [ticket](const Side &one) { return one.id == ticket; });
    return found == m_sides.cend() ? nullptr : &*found;
}

MergePresenter::Side *MergePresenter::side(TicketId ticket)
{
    return const_cast<Side *>(std::as_const(*this).side(ticket));
}

QVector<const MergePresenter::Side *> MergePresenter::sourceSides() const
{
    QVector<const Side *> sources;
    for (const Side &one : m_sides) {
        if (one.id != m_target)
            sources.append(&one);
    }
    return sources;
}

void MergePresenter::load(TicketId ticket)
{
    deliver(m_desk.ticket(ticket, m_catalog.me()), this,
            [this, ticket, round = m_round](const Result<TicketDetail> &answer) {
                if (round == m_round)
                    take(ticket, answer);
            });
}

void MergePresenter::take(TicketId ticket, const Result<TicketDetail> &answer)
{
    Side *taken = side(ticket);
    if (taken == nullptr)
        return;
    if (answer) {
        if (taken->detail)
            taken->meanwhile += differences(*taken->detail, *answer);
        taken->detail = *answer;
        taken->error.reset();
    } else if (answer.error().code != ErrorCode::Cancelled) {
        taken->error = answer.error();
    }
    chooseTarget();
    Q_EMIT changed();
}

void MergePresenter::chooseTarget()
{
    if (m_chosen || m_sides.isEmpty())
        return;
    const Side *oldest = nullptr;
    for (const Side &one : m_sides) {
        if (one.detail && (oldest == nullptr || one.detail->row.head.createdAt < oldest->detail->row.head.createdAt))
            oldest = &one;
    }
    m_target = oldest != nullptr ? oldest->id : m_sides.first().id;
}

QStringList MergePresenter::differences(const TicketDetail &before, const TicketDetail &now) const
{
    QStringList found;
    const TicketHead &old = before.row.head;
    const TicketHead &head = now.row.head;
    const TicketText text(m_catalog.catalog(), m_catalog.now());
    for (const ListColumn column :
         {ListColumn::State, ListColumn::Queue, ListColumn::Owner, ListColumn::Subject, ListColumn::Requester}) {
        const QString was = text.cell(before.row, column);
        const QString is = text.cell(now.row, column);
        if (was != is)
            found.append(tr("%1 is “%2” now").arg(TicketText::columnTitle(column), is));
    }
    if (head.articleCount > old.articleCount)
        found.append(tr("%n new message(s) since", nullptr, head.articleCount - old.articleCount));
    return found;
}

QStringList MergePresenter::otherRequesters() const
{
    QStringList names;
    const Side *into = targetSide();
    if (into == nullptr || !into->detail)
        return names;
    for (const Side *source : sourceSides()) {
        if (source->detail && source->detail->requester.id != into->detail->requester.id)
            names.append(personText(source->detail->requester));
    }
    names.removeDuplicates();
    return names;
}

QVector<MergeWarning> MergePresenter::warnings() const
{
    QVector<MergeWarning> found;
    const Side *into = targetSide();
    if (into == nullptr || !into->detail)
        return found;
    const TicketDetail &target = *into->detail;
    const CatalogPtr catalog = m_catalog.catalog();
    bool anyOpen = false;
    for (const Side *source : sourceSides()) {
        if (!source->detail)
            continue;
        const TicketDetail &other = *source->detail;
        anyOpen = anyOpen || isUnresolved(catalog->stateType(other.row.head.state));
        if (other.requester.id == target.requester.id)
            continue;
        found.append({MergeWarning::Kind::OtherRequester,
                      tr("Another requester: the public messages of %1 in %2 become readable for %3.")
                          .arg(personText(other.requester), numberOf(other), personText(target.requester))});
        const OrganizationId theirs = other.requester.organization;
        if (theirs == target.requester.organization)
            continue;
        const auto name = [&catalog](OrganizationId id) {
            const Organization *organization = catalog->organization(id);
            return organization != nullptr ? organization->name : tr("no organization");
        };
        found.append(
            {MergeWarning::Kind::OtherOrganization, tr("They belong to different organizations: %1 and %2.")
                                                        .arg(name(target.requester.organization), name(theirs))});
    }
    if (anyOpen && !isUnresolved(catalog->stateType(target.row.head.state))) {
        const State *state = catalog->state(target.row.head.state);
        found.append(
            {MergeWarning::Kind::TargetDone, tr("%1 is %2 and stays so: nobody is reminded of what was open.")
                                                 .arg(numberOf(target), state != nullptr ? state->name : QString())});
    }
    return found;
}

QStringList MergePresenter::unitedTags() const
{
    QStringList tags;
    for (const Side &one : m_sides)
        tags += one.detail ? one.detail->row.head.tags : QStringList();
    tags.removeDuplicates();
    tags.sort();
    return tags;
}

QStringList MergePresenter::consequences() const
{
    QStringList words;
    const Side *into = targetSide();
    const QVector<const Side *> sources = sourceSides();
    const bool known = into != nullptr && into->detail && !sources.isEmpty()
                       && std::all_of(sources.cbegin(), sources.cend(), [](const Side *one) { return one->detail; });
    if (!known)
        return words;
    const QString target = numberOf(*into->detail);
    int articles = 0;
    QStringList numbers;
    for (const Side *source : sources) {
        articles += source->detail->row.head.articleCount;
        numbers.append(numberOf(*source->detail));
    }
    const QString joined = numbers.join(QStringLiteral(", "));
    words.append(tr("%n message(s) of %1 are shown in %2, each marked with where it comes from.", nullptr, articles)
                     .arg(joined, target));
    words.append(tr("%1: the number stays and leads to %2. Answers to it arrive there.").arg(joined, target));
    words.append(tr("State, owner, queue, priority and subject of %1 stay as they are.").arg(target));
    if (const QStringList tags = unitedTags(); !tags.isEmpty())
        words.append(tr("Tags are united: %1.").arg(tags.join(QStringLiteral(", "))));
    words.append(tr("The clocks of %1 go on, from the oldest message of all that waits for an answer; those of %2 end.")
                     .arg(target, joined));
    if (const QStringList others = otherRequesters(); !others.isEmpty()) {
        const QString names = others.join(QStringLiteral(", "));
        words.append(m_keepRequesters ? tr("Replies go to %1 as Cc, too.").arg(names)
                                      : tr("%1 gets no further replies.").arg(names));
    }
    words.append(tr("What you have begun to write there goes with it. All of it can be taken back by Unmerge."));
    return words;
}

QString MergePresenter::obstacle() const
{
    if (m_sides.size() < 2)
        return tr("Choose the other ticket.");
    const CatalogPtr catalog = m_catalog.catalog();
    bool anyOpen = false;
    for (const Side &one : m_sides) {
        if (one.error)
            return tr("One of the tickets cannot be read.");
        if (!one.detail)
            return tr("The tickets are being read…");
        if (isMergedTicket(*one.detail, *catalog))
            return tr("%1 is merged already.").arg(numberOf(*one.detail));
        anyOpen = anyOpen || (one.id != m_target && isUnresolved(catalog->stateType(one.detail->row.head.state)));
    }
    const TicketDetail &into = *targetSide()->detail;
    if (anyOpen && catalog->stateType(into.row.head.state) == StateType::Closed)
        return tr("%1 is closed: it takes no ticket that is open.").arg(numberOf(into));
    return {};
}

void MergePresenter::submit()
{
    if (!isReady())
        return;
    m_sending = true;
    MergeTickets merge;
    merge.target = m_target;
    merge.targetVersion = targetSide()->detail->row.head.version;
    for (const Side *source : sourceSides())
        merge.sources.append(MergeSource{source->id, source->detail->row.head.version});
    merge.keepRequesters = m_keepRequesters && !otherRequesters().isEmpty();
    merge.why = m_why.simplified();
    Q_EMIT changed();
    deliver(m_desk.submit(Command::make(m_catalog.me(), merge)), this,
            [this, round = m_round](const Result<CommandAnswer> &answer) {
                if (round == m_round)
                    takeAnswer(answer);
            });
}

void MergePresenter::takeAnswer(const Result<CommandAnswer> &answer)
{
    m_sending = false;
    if (answer) {
        MergeDone done;
        done.target = m_target;
        done.targetNumber = targetSide()->detail->row.head.number;
        for (const Side *source : sourceSides()) {
            done.sources.append(source->id);
            done.sourceNumbers.append(source->detail->row.head.number);
        }
        Q_EMIT merged(done);
        return;
    }
    for (const Side &one : std::as_const(m_sides))
        load(one.id);
    Q_EMIT changed();
    if (answer.error().code == ErrorCode::Conflict)
        Q_EMIT refused();
    else
        Q_EMIT failed(answer.error());
}

} // namespace deskhand

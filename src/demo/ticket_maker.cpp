// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/ticket_maker.h"

#include "demo/demo_calendar.h"
#include "demo/demo_work.h"

namespace deskhand {
namespace {

const QString &serviceDeskQueue()
{
    static const QString path = QStringLiteral("Service Desk");
    return path;
}

} // namespace

TicketMaker::TicketMaker(const TemplateLibrary &library, const DemoCompany &company, const DemoFiles &files,
                         const DemoTimeline &timeline, quint64 seed)
    : m_company(company)
    , m_files(files)
    , m_timeline(timeline)
    , m_topics(library, company, timeline, seed)
    , m_letters(library)
    , m_seed(seed)
{
}

void TicketMaker::make(qint64 index, Instant opened, DemoIds *ids, BulkTicket *ticket)
{
    DemoRandom random(m_seed, quint64(index) + 0x100000);
    m_working = DemoRandom(m_seed, quint64(index) + 0x1'0000'0000);
    Draft draft = decide(opened, &random);
    ThreadWriter writer(m_company, m_files, ids, &random, ticket);
    TicketHead head = headFor(draft, &random);
    setFields(draft, head, &random);
    if (const TopicPiece *subject = fittingPiece(draft.topic->subjects, draft.opening->variants, &random))
        head.subject = m_letters.plain(subject->text, &random);
    const bool byAgent = draft.isCalled;
    writer.open(head, DemoActor::of(byAgent ? agent(draft) : *draft.requester));
    m_letters.words().setField(TemplateField::Number, writer.head().number);
    writeOpening(draft, &writer, &random);
    m_asked = nullptr;
    m_noted.clear();
    for (const ThreadPlan::Entry &entry : draft.plan.entries) {
        if (entry.at >= m_timeline.end() || writer.now() + 1000 >= m_timeline.end())
            break;
        writeStep(&draft, entry, &writer, &random);
    }
}

TicketMaker::Draft TicketMaker::decide(Instant opened, DemoRandom *random)
{
    Draft draft;
    draft.opened = opened;
    draft.topic = m_topics.topicAt(opened, random);
    draft.requester = m_topics.requesterFor(*draft.topic, random);
    const quint32 point = random->below(draft.topic->priorityUpTo.back());
    draft.priority = 0;
    while (draft.topic->priorityUpTo[size_t(draft.priority)] <= point)
        ++draft.priority;
    if (draft.requester->person.vip && draft.priority < 2 && random->chance(60))
        ++draft.priority;
    draft.plan = planThread(*draft.topic, draft.priority, opened, random);
    draft.owner = ownerFor(draft, random);
    draft.isCalled = !draft.topic->own[size_t(PieceKind::Called)].isEmpty() && random->chance(38);
    draft.opening =
        fittingPiece(draft.topic->own[size_t(draft.isCalled ? PieceKind::Called : PieceKind::Opening)], 0, random);
    if (draft.isCalled)
        draft.channel = Channel::Phone;
    else if (draft.topic->source == TopicSource::Monitoring)
        draft.channel = Channel::Monitoring;
    else if (draft.topic->source == TopicSource::Staff)
        draft.channel = random->chance(66) ? Channel::Email : random->chance(88) ? Channel::Web : Channel::Chat;
    return draft;
}

int TicketMaker::ownerFor(const Draft &draft, DemoRandom *random) const
{
    const QueueId queue = m_company.queueByPath(draft.topic->queue);
    const QVector<int> &candidates = m_company.agentsFor(queue, draft.topic->language);
    const int owner = candidates[random->below(quint32(candidates.size()))];
    // The demo agent's open tickets are written out by hand in the stories: a dozen, not a thousand.
    const bool staysOpen = draft.plan.solvedAt >= m_timeline.end();
    if (owner != 0 || !staysOpen)
        return owner;
    if (candidates.size() > 1)
        return candidates[1 + random->below(quint32(candidates.size() - 1))];
    return 1 + int(random->below(quint32(m_company.agents().size() - 1)));
}

void TicketMaker::setFields(const Draft &draft, const TicketHead &head, DemoRandom *random)
{
    TemplateWriter &words = m_letters.words();
    words.forget();
    const DemoPerson &who = *draft.requester;
    const QString &language = draft.topic->language;
    words.setField(TemplateField::First, who.first);
    words.setField(TemplateField::Last, who.last);
    words.setField(TemplateField::Name, who.person.name);
    words.setField(TemplateField::Mail, who.person.address);
    words.setField(TemplateField::Phone, who.person.phone);
    words.setField(TemplateField::Room, who.room);
    words.setField(TemplateField::Site, who.site);
    words.setField(TemplateField::Dept, who.department);
    words.setField(TemplateField::Device, who.device);
    words.setField(TemplateField::Asset, who.asset);
    const DemoPerson &owner = agent(draft);
    words.setField(TemplateField::Agent, owner.person.name);
    words.setField(TemplateField::AgentFirst, owner.first);
    const QVector<int> &speakers = m_company.agentsFor(head.queue, language);
    int other = speakers[random->below(quint32(speakers.size()))];
    if (other == draft.owner)
        other = speakers[random->below(quint32(speakers.size()))];
    if (other == draft.owner)
        other = (other + 1) % int(m_company.agents().size());
    words.setField(TemplateField::Agent2, m_company.agents()[other].who.person.name);
    const QVector<DemoPerson> &people = m_company.staff(language);
    words.setField(TemplateField::Colleague, people[random->below(quint32(people.size()))].person.name);
    words.setField(TemplateField::Colleague2, people[random->below(quint32(people.size()))].person.name);

    const DemoLocal local = demoLocal(draft.opened);
    words.setField(TemplateField::Time, LetterWriter::clock(qMax(0, local.minute - int(random->between(3, 90)))));
    qint64 day = local.day + random->between(4, 14);
    if (draft.plan.pendingUntil > 0)
        day = demoLocal(draft.plan.pendingUntil).day;
    else
        day = qMax(day, demoLocal(draft.plan.solvedAt).day + random->between(0, 3));
    words.setField(TemplateField::Date, m_letters.date(demoWorkdayAfter(day), language));
    words.setField(TemplateField::PastDate,
                   m_letters.date(demoWorkdayBefore(local.day - random->between(2, 16), 0), language));
}

Instant TicketMaker::dueFor(const Draft &draft, DemoRandom *random) const
{
    if (draft.topic->type == TopicType::Alert || draft.topic->type == TopicType::Spam || !random->chance(54))
        return 0;
    constexpr std::array<int, 4> hours{240, 96, 26, 8};
    const Instant usual = draft.opened + hours[size_t(draft.priority)] * demoHour;
    // What takes months was agreed to take months.
    if (draft.plan.solvedAt - draft.opened > 12 * demoWholeDay)
        return draft.plan.solvedAt + random->between(-40, 60) * demoHour;
    return usual;
}

TicketHead TicketMaker::headFor(const Draft &draft, DemoRandom *random)
{
    TicketHead head;
    const DemoTopic &topic = *draft.topic;
    const bool arrivesAtDesk = topic.source != TopicSource::Monitoring && random->chance(40);
    head.queue = m_company.queueByPath(arrivesAtDesk ? serviceDeskQueue() : topic.queue);
    if (!arrivesAtDesk || draft.channel == Channel::Web)
        head.category = m_company.categoryByPath(topic.category);
    head.priority = m_company.priorityOf(random->chance(93) ? draft.priority : qMax(1, draft.priority) - 1);
    head.requester = draft.requester->person.id;
    head.organization = draft.requester->person.organization;
    head.channel = draft.channel;
    head.createdAt = draft.opened;
    head.dueAt = dueFor(draft, random);
    for (const auto &[tag, percent] : topic.tags) {
        if (random->chance(percent))
            head.tags.append(tag);
    }
    static const QString vip = QStringLiteral("vip");
    if (draft.requester->person.vip && !head.tags.contains(vip))
        head.tags.append(vip);
    return head;
}

TemplateText TicketMaker::moreFor(const Draft &draft, DemoRandom *random)
{
    const int point = int(random->below(100));
    if (point >= 62 || !draft.topic->takesDetails || draft.requester->isTerse
        || draft.topic->source != TopicSource::Staff)
        return {};
    const TopicPiece *more = piece(draft, point < 4 ? PieceKind::Paste : PieceKind::Detail, 50, random);
    return more ? more->text : TemplateText();
}

void TicketMaker::writeOpening(const Draft &draft, ThreadWriter *writer, DemoRandom *random)
{
    const DemoTopic &topic = *draft.topic;
    const TopicPiece &opening = *draft.opening;
    PieceFile file = opening.file;
    if (file == PieceFile::None && topic.type == TopicType::Incident && !draft.isCalled && random->chance(2))
        file = PieceFile::Image;
    if (draft.isCalled) {
        Article call = writer->callByAgent(agent(draft), *draft.requester, true);
        call.text = m_letters.plain(opening.text, random);
        writer->add(std::move(call), PieceFile::None);
        return;
    }
    Article mail = writer->mailFromRequester(*draft.requester, draft.channel);
    if (topic.source == TopicSource::Monitoring) {
        mail.senderRole = SenderRole::System;
        mail.text = m_letters.plain(opening.text, random);
    } else {
        const bool isChat = draft.channel == Channel::Chat;
        DemoLetter letter = m_letters.fromRequester(*draft.requester, topic.language, opening.text,
                                                    moreFor(draft, random), isChat, random);
        mail.text = letter.text;
        if (draft.channel == Channel::Email)
            mail.quotedText = letter.quoted;
    }
    writer->add(std::move(mail), file);
}

const TopicPiece *TicketMaker::piece(const Draft &draft, PieceKind kind, int ownPercent, DemoRandom *random)
{
    const QVector<TopicPiece> &own = draft.topic->own[size_t(kind)];
    const QVector<TopicPiece> &common = draft.topic->common[size_t(kind)];
    if (own.isEmpty() || (!common.isEmpty() && !random->chance(ownPercent)))
        return fittingPiece(common, 0, random);
    const TopicPiece *found = fittingPiece(own, draft.opening->variants, random);
    return found ? found : fittingPiece(common, 0, random);
}

void TicketMaker::writeStep(Draft *draft, const ThreadPlan::Entry &entry, ThreadWriter *writer, DemoRandom *random)
{
    const DemoTopic &topic = *draft->topic;
    switch (entry.step) {
    case ThreadStep::Assign: assign(*draft, entry.at, writer, random); break;
    case ThreadStep::Handover: {
        const QVector<int> &others = m_company.agentsFor(writer->head().queue, topic.language);
        const int next = others[random->below(quint32(others.size()))];
        if (next == draft->owner || next == 0)
            break;
        writer->change(DemoActor::of(agent(*draft)), entry.at);
        writer->setOwner(m_company.agents()[next].who.person.id);
        draft->owner = next;
        break;
    }
    case ThreadStep::Ack: reply(*draft, PieceKind::Ack, entry.at, StateType::Open, writer, random); break;
    case ThreadStep::Ask: reply(*draft, PieceKind::Ask, entry.at, StateType::Open, writer, random); break;
    case ThreadStep::Answer: {
        if (!m_asked)
            break;
        const quint32 which = random->below(quint32(m_asked->answers.size()));
        hear(*draft, m_asked->answers[which], m_asked->answerFiles[which], entry.at, false, writer, random);
        break;
    }
    case ThreadStep::Note: note(*draft, PieceKind::Note, entry.at, writer, random); break;
    case ThreadStep::Call: note(*draft, PieceKind::Call, entry.at, writer, random); break;
    case ThreadStep::Nudge:
    case ThreadStep::Thanks:
    case ThreadStep::Reopen: {
        const PieceKind kind = entry.step == ThreadStep::Nudge    ? PieceKind::Nudge
                               : entry.step == ThreadStep::Thanks ? PieceKind::Thanks
                                                                  : PieceKind::Reopen;
        if (const TopicPiece *text = piece(*draft, kind, 50, random))
            hear(*draft, text->text, text->file, entry.at, entry.step == ThreadStep::Reopen, writer, random);
        break;
    }
    case ThreadStep::Pending:
        reply(*draft, PieceKind::Pending, entry.at, StateType::PendingReminder, writer, random);
        break;
    case ThreadStep::Resume:
        writer->change(DemoActor::of(agent(*draft)), entry.at);
        writer->setState(StateType::Open);
        break;
    case ThreadStep::Solution: reply(*draft, PieceKind::Solution, entry.at, StateType::Solved, writer, random); break;
    case ThreadStep::Resolve: reply(*draft, PieceKind::Resolve, entry.at, StateType::Solved, writer, random); break;
    case ThreadStep::Close: {
        static const DemoActor rule = DemoActor::rule(QStringLiteral("Close solved tickets"));
        static const QString why = QStringLiteral("solved for 7 days");
        const bool byHand = topic.type == TopicType::Alert || topic.type == TopicType::Spam;
        writer->change(byHand ? DemoActor::of(agent(*draft)) : rule, entry.at, byHand ? QString() : why);
        writer->setState(StateType::Closed);
        break;
    }
    }
}

void TicketMaker::assign(const Draft &draft, Instant at, ThreadWriter *writer, DemoRandom *random)
{
    const DemoPerson &owner = agent(draft);
    const bool byHimself = random->chance(74);
    const DemoPerson &dispatcher =
        byHimself ? owner : m_company.agents()[random->below(quint32(m_company.agents().size()))].who;
    writer->change(DemoActor::of(dispatcher), at);
    writer->setQueue(m_company.queueByPath(draft.topic->queue));
    writer->setCategory(m_company.categoryByPath(draft.topic->category));
    writer->setPriority(m_company.priorityOf(draft.priority));
    writer->setOwner(owner.person.id);
    writer->setState(StateType::Open);
}

void TicketMaker::reply(const Draft &draft, PieceKind kind, Instant at, StateType state, ThreadWriter *writer,
                        DemoRandom *random)
{
    const TopicPiece *text = piece(draft, kind, kind == PieceKind::Solution ? 96 : 80, random);
    // A question may close without an answer of its own: every type has a solution in common, see the test.
    if (!text)
        return;
    if (kind == PieceKind::Ask)
        m_asked = text;
    writer->change(DemoActor::of(agent(draft)), at);
    writeReply(draft, *text, kind == PieceKind::Solution || kind == PieceKind::Resolve, writer, random);
    writer->setState(state, state == StateType::PendingReminder ? draft.plan.pendingUntil : 0);
    logWork(kind, writer);
}

void TicketMaker::writeReply(const Draft &draft, const TopicPiece &text, bool isSolution, ThreadWriter *writer,
                             DemoRandom *random)
{
    if (draft.topic->source == TopicSource::Monitoring) {
        Article article = writer->noteFromAgent(agent(draft));
        article.text = m_letters.plain(text.text, random);
        writer->add(std::move(article), text.file);
        return;
    }
    Article mail = writer->replyFromAgent(agent(draft), *draft.requester);
    TemplateText more;
    if (isSolution && random->chance(58)) {
        if (const TopicPiece *offer = piece(draft, PieceKind::Offer, 50, random))
            more = offer->text;
    }
    DemoLetter letter = m_letters.fromAgent(agent(draft), draft.topic->language, text.text, more, random);
    addQuote(draft, 16, mail.author, &letter, *writer, random);
    mail.text = letter.text;
    mail.quotedText = letter.quoted;
    writer->add(std::move(mail), text.file);
}

void TicketMaker::hear(const Draft &draft, TemplateText text, PieceFile file, Instant at, bool reopens,
                       ThreadWriter *writer, DemoRandom *random)
{
    static const QString followUp = QStringLiteral("follow-up");
    writer->change(DemoActor::of(*draft.requester), at, reopens ? followUp : QString());
    const Channel channel = draft.channel == Channel::Phone ? Channel::Email : draft.channel;
    Article mail = writer->mailFromRequester(*draft.requester, channel);
    DemoLetter letter = m_letters.fromRequester(*draft.requester, draft.topic->language, text, {}, true, random);
    if (channel == Channel::Email)
        addQuote(draft, 38, mail.author, &letter, *writer, random);
    mail.text = letter.text;
    mail.quotedText = letter.quoted;
    writer->add(std::move(mail), file);
    if (reopens)
        writer->setState(StateType::Open);
}

void TicketMaker::note(const Draft &draft, PieceKind kind, Instant at, ThreadWriter *writer, DemoRandom *random)
{
    const TopicPiece *text = piece(draft, kind, 60, random);
    if (!text || m_noted.contains(text))
        return;
    m_noted.append(text);
    writer->change(DemoActor::of(agent(draft)), at);
    Article article = kind == PieceKind::Call ? writer->callByAgent(agent(draft), *draft.requester, false)
                                              : writer->noteFromAgent(agent(draft));
    article.text = m_letters.plain(text->text, random);
    writer->add(std::move(article), text->file);
    logWork(kind, writer);
}

void TicketMaker::logWork(PieceKind written, ThreadWriter *writer)
{
    if (const std::optional<DemoWork> work = demoWorkFor(written, &m_working))
        writer->logWork(work->minutes, work->activity, m_working.uuid());
}

void TicketMaker::addQuote(const Draft &draft, int percent, PersonId author, DemoLetter *letter,
                           const ThreadWriter &writer, DemoRandom *random)
{
    if (!random->chance(percent))
        return;
    const QVector<Article> &articles = writer.articles();
    for (auto article = articles.crbegin(); article != articles.crend(); ++article) {
        if (article->channel != Channel::Email || article->visibility != Visibility::Public
            || article->author == author)
            continue;
        if (!letter->quoted.isEmpty())
            letter->quoted += QLatin1String("\n\n");
        letter->quoted +=
            m_letters.quote(article->text, article->from.name, article->createdAt, draft.topic->language, random);
        return;
    }
}

} // namespace deskhand

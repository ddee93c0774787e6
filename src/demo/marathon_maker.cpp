// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/marathon_maker.h"

#include "demo/demo_calendar.h"
#include "demo/topic_chooser.h"

#include <algorithm>
#include <array>

namespace deskhand {
namespace {

/// Of a hundred articles: alerts, notes, calls, the maker's mails, a look of our own.
constexpr std::array<std::pair<PieceKind, int>, 5> marathonMixture{{{PieceKind::Ack, 55},
                                                                    {PieceKind::Note, 24},
                                                                    {PieceKind::Call, 6},
                                                                    {PieceKind::Pending, 8},
                                                                    {PieceKind::Solution, 7}}};

PieceKind marathonKind(DemoRandom *random)
{
    int point = int(random->below(100));
    size_t at = 0;
    while (point >= marathonMixture[at].second)
        point -= marathonMixture[at++].second;
    return marathonMixture[at].first;
}

/// The article's frame: who says it by which channel.
Article marathonArticle(PieceKind kind, const DemoCompany &company, const DemoPerson &owner, const ThreadWriter &writer)
{
    if (kind == PieceKind::Ack) {
        Article alert = writer.mailFromRequester(company.monitoring(), Channel::Monitoring);
        alert.senderRole = SenderRole::System;
        return alert;
    }
    if (kind == PieceKind::Pending) {
        Article mail = writer.mailFromRequester(company.monitoring(), Channel::Email);
        mail.from = {QStringLiteral("Datacore Support"), QStringLiteral("support@datacore.example")};
        return mail;
    }
    return writer.noteFromAgent(owner);
}

} // namespace

void makeMarathonTicket(const TemplateLibrary &library, const DemoCompany &company, const DemoFiles &files,
                        const MarathonWish &wish, LetterWriter *letters, DemoIds *ids, BulkTicket *ticket)
{
    const auto topic = std::find_if(library.topics().begin(), library.topics().end(), [](const DemoTopic &candidate) {
        return candidate.name == QLatin1String("storage-marathon");
    });
    DemoRandom random(wish.seed, 0x5a5a5a);
    const QueueId queue = company.queueByPath(topic->queue);
    const QVector<int> &candidates = company.agentsFor(queue, topic->language);
    const DemoPerson &owner = company.agents()[candidates.first()].who;
    TemplateWriter &words = letters->words();
    words.forget();
    words.setField(TemplateField::Agent2, company.agents()[candidates.last()].who.person.name);
    words.setField(TemplateField::Time, LetterWriter::clock(demoLocal(wish.opened).minute));

    TicketHead head;
    head.queue = queue;
    head.category = company.categoryByPath(topic->category);
    head.priority = company.priorityOf(2);
    head.requester = company.monitoring().person.id;
    head.channel = Channel::Monitoring;
    head.createdAt = wish.opened;
    for (const auto &[tag, percent] : topic->tags)
        head.tags.append(tag);
    head.subject = letters->plain(topic->subjects.first().text, &random);
    ThreadWriter writer(company, files, ids, &random, ticket);
    writer.open(head, DemoActor::of(company.monitoring()));
    Article first = marathonArticle(PieceKind::Ack, company, owner, writer);
    first.text = letters->plain(topic->own[size_t(PieceKind::Opening)].first().text, &random);
    writer.add(std::move(first));
    writer.change(DemoActor::of(owner), wish.opened + 4 * demoMinute);
    writer.setOwner(owner.person.id);
    writer.setState(StateType::Open);

    std::array<const TopicPiece *, pieceKindCount> before{};
    const Instant step = (wish.end - wish.opened - demoHour) / wish.articles;
    for (int i = 1; i < wish.articles; ++i) {
        const Instant at = wish.opened + demoHour / 2 + step * i + random.between(0, step / 2);
        words.forget();
        words.setField(TemplateField::Time, LetterWriter::clock(demoLocal(at).minute));
        const PieceKind kind = marathonKind(&random);
        const bool isFromOutside = kind == PieceKind::Ack || kind == PieceKind::Pending;
        writer.change(DemoActor::of(isFromOutside ? company.monitoring() : owner), at);
        Article article = marathonArticle(kind, company, owner, writer);
        const TopicPiece *text = nullptr;
        do {
            text = fittingPiece(topic->own[size_t(kind)], 0, &random);
        } while (text == before[size_t(kind)]);
        before[size_t(kind)] = text;
        article.text = letters->plain(text->text, &random);
        writer.add(std::move(article), random.chance(3) ? PieceFile::Log : PieceFile::None);
    }
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_generator.h"

#include "demo/demo_calendar.h"
#include "demo/demo_timeline.h"
#include "demo/marathon_maker.h"
#include "demo/story_maker.h"
#include "demo/ticket_maker.h"

namespace deskhand {
namespace {

constexpr qint64 marathonFromTickets = 10'000;
constexpr int marathonArticles = 500;
constexpr Instant marathonAge = 44 * demoWholeDay;

} // namespace

struct DemoGenerator::Parts {
    Parts(const DemoOptions &wanted, std::shared_ptr<const TemplateLibrary> texts)
        : options(wanted)
        , library(std::move(texts))
        , company(*library, wanted.tickets, wanted.seed)
        , files(wanted.seed)
        , timeline(wanted.seed, wanted.end)
        , letters(*library)
        , tickets(*library, company, files, timeline, wanted.seed)
    {
    }

    DemoOptions options;
    std::shared_ptr<const TemplateLibrary> library;
    DemoCompany company;
    DemoFiles files;
    DemoTimeline timeline;
    LetterWriter letters;
    TicketMaker tickets;
    StoryMaker stories;
    DemoIds ids;
    qint64 ordinary = 0; ///< how many tickets are not written out by hand
    qint64 made = 0;     ///< of these
    int nextStory = 0;
    int lastStory = 0;
    bool wantsMarathon = false;
    QVector<QPair<TicketId, ArticleId>> unread;

    [[nodiscard]] Instant nextOrdinary() const
    {
        DemoRandom random(options.seed, quint64(made) + 0x7000000000ULL);
        return timeline.at(made, ordinary, random.below(65536));
    }

    bool make(BulkTicket *ticket)
    {
        const bool hasOrdinary = made < ordinary;
        const Instant opened = hasOrdinary ? nextOrdinary() : options.end;
        if (wantsMarathon && options.end - marathonAge <= opened) {
            wantsMarathon = false;
            makeMarathonTicket(*library, company, files,
                               {options.end - marathonAge, options.end, marathonArticles, options.seed}, &letters, &ids,
                               ticket);
            return true;
        }
        if (nextStory < lastStory && (!hasOrdinary || stories.openedAt(nextStory) <= opened)) {
            stories.make(nextStory, company, files, options.seed, &letters, &ids, ticket);
            if (stories.isUnread(nextStory) || !ticket->head.owner.isValid())
                unread.append({ticket->head.id, readBefore(*ticket)});
            ++nextStory;
            return true;
        }
        if (!hasOrdinary)
            return false;
        tickets.make(made++, opened, &ids, ticket);
        return true;
    }

    /// The article before the customer's newest ones.
    static ArticleId readBefore(const BulkTicket &ticket)
    {
        for (auto article = ticket.articles.crbegin(); article != ticket.articles.crend(); ++article) {
            if (article->senderRole != SenderRole::Customer)
                return article->id;
        }
        return {};
    }
};

DemoGenerator::DemoGenerator(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

DemoGenerator::~DemoGenerator() = default;

Result<std::unique_ptr<DemoGenerator>> DemoGenerator::create(const DemoOptions &options)
{
    const auto library = TemplateLibrary::load();
    if (!library)
        return library.error();
    auto parts = std::make_unique<Parts>(options, *library);
    auto stories = StoryMaker::prepare(*parts->library, &parts->company, options.end);
    if (!stories)
        return stories.error();
    parts->stories = *std::move(stories);
    parts->wantsMarathon = options.tickets >= marathonFromTickets;
    const qint64 byHand = qMin<qint64>(parts->stories.count(), options.tickets / 3);
    parts->lastStory = parts->stories.count();
    parts->nextStory = int(parts->lastStory - byHand);
    parts->ordinary = options.tickets - byHand - (parts->wantsMarathon ? 1 : 0);
    return std::unique_ptr<DemoGenerator>(new DemoGenerator(std::move(parts)));
}

const Catalog &DemoGenerator::catalog() const
{
    return m_parts->company.catalog();
}

QVector<Person> DemoGenerator::people() const
{
    return m_parts->company.people();
}

QVector<Organization> DemoGenerator::organizations() const
{
    return m_parts->company.organizations();
}

PersonId DemoGenerator::demoAgent() const
{
    return m_parts->company.demoAgent().who.person.id;
}

QVector<QStringList> DemoGenerator::viewTexts() const
{
    return m_parts->company.viewTexts();
}

QVector<BulkTicket> DemoGenerator::next(int count)
{
    QVector<BulkTicket> batch;
    batch.reserve(count);
    while (batch.size() < count) {
        batch.append(BulkTicket());
        if (!m_parts->make(&batch.last())) {
            batch.removeLast();
            break;
        }
    }
    return batch;
}

QVector<QPair<TicketId, ArticleId>> DemoGenerator::unread() const
{
    return m_parts->unread;
}

} // namespace deskhand

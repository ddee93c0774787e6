// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/topic_chooser.h"

#include "demo/demo_calendar.h"

#include <array>

namespace deskhand {
namespace {

/// Share of each language among the tickets in percent: by day, and when the seat of the company sleeps but Asia works.
struct LanguagePercent {
    const char *language;
    quint32 day;
    quint32 night;
};
constexpr std::array languagePercents{LanguagePercent{"en", 69, 46}, LanguagePercent{"de", 12, 4},
                                      LanguagePercent{"fr", 7, 3},   LanguagePercent{"es", 6, 3},
                                      LanguagePercent{"ja", 3, 36},  LanguagePercent{"ar", 3, 8}};

} // namespace

TopicChooser::TopicChooser(const TemplateLibrary &library, const DemoCompany &company, const DemoTimeline &timeline,
                           quint64 seed)
    : m_library(library)
    , m_company(company)
    , m_timeline(timeline)
{
    QVector<int> bursting;
    for (const LanguagePercent &share : languagePercents) {
        Choice choice;
        quint32 sum = 0;
        for (int i = 0; i < library.topics().size(); ++i) {
            const DemoTopic &topic = library.topics()[i];
            if (topic.language != QLatin1String(share.language) || topic.weight <= 0)
                continue;
            choice.topics.append(i);
            choice.upTo.append(sum += quint32(topic.weight));
            if (topic.comesInBursts && topic.language == QLatin1String("en"))
                bursting.append(i);
        }
        m_choices.append(choice);
    }
    DemoRandom random(seed, 0xb0257);
    for (int burst = 0; burst < timeline.burstCount(); ++burst)
        m_burstTopics.append(bursting.isEmpty() ? -1 : bursting[random.below(quint32(bursting.size()))]);
}

int TopicChooser::languageAt(Instant opened, DemoRandom *random) const
{
    const int minute = demoLocal(opened).minute;
    const bool isNight = minute < 7 * 60 || minute >= 23 * 60;
    quint32 point = random->below(100);
    size_t at = 0;
    for (;;) {
        const quint32 share = isNight ? languagePercents[at].night : languagePercents[at].day;
        if (point < share || at + 1 == languagePercents.size())
            break;
        point -= share;
        ++at;
    }
    return m_choices[qsizetype(at)].topics.isEmpty() ? 0 : int(at);
}

const DemoTopic *TopicChooser::topicAt(Instant opened, DemoRandom *random) const
{
    const int language = languageAt(opened, random);
    const int burst = m_timeline.burstAt(opened);
    if (burst >= 0 && language == 0 && m_burstTopics[burst] >= 0 && random->chance(46))
        return &m_library.topics()[m_burstTopics[burst]];
    const Choice &choice = m_choices[language];
    return &m_library.topics()[choice.topics[pickWeighted(choice.upTo, random)]];
}

const DemoPerson *TopicChooser::requesterFor(const DemoTopic &topic, DemoRandom *random) const
{
    if (topic.source == TopicSource::Monitoring)
        return &m_company.monitoring();
    const QVector<DemoPerson> &people =
        topic.source == TopicSource::Partner ? m_company.partners() : m_company.staff(topic.language);
    return &people[random->skewedBelow(quint32(people.size()))];
}

const TopicPiece *fittingPiece(const QVector<TopicPiece> &pieces, TopicVariants variants, DemoRandom *random)
{
    const auto fits = [variants](const TopicPiece &piece) {
        return piece.variants == 0 || variants == 0 || (piece.variants & variants) != 0;
    };
    quint32 count = 0;
    for (const TopicPiece &piece : pieces)
        count += fits(piece) ? 1 : 0;
    if (count == 0)
        return nullptr;
    quint32 chosen = random->below(count);
    for (const TopicPiece &piece : pieces) {
        if (fits(piece) && chosen-- == 0)
            return &piece;
    }
    return nullptr;
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demo_company.h"
#include "demo/demo_timeline.h"
#include "demo/template_library.h"

namespace deskhand {

/// What tickets are about and who writes them: languages by the hour, topics by weight, outages on their mornings.
class TopicChooser
{
public:
    TopicChooser(const TemplateLibrary &library, const DemoCompany &company, const DemoTimeline &timeline,
                 quint64 seed);

    [[nodiscard]] const DemoTopic *topicAt(Instant opened, DemoRandom *random) const;
    [[nodiscard]] const DemoPerson *requesterFor(const DemoTopic &topic, DemoRandom *random) const;

private:
    struct Choice {
        QVector<int> topics;
        QVector<quint32> upTo; ///< sums of their weights
    };
    [[nodiscard]] int languageAt(Instant opened, DemoRandom *random) const;

    const TemplateLibrary &m_library;
    const DemoCompany &m_company;
    const DemoTimeline &m_timeline;
    QVector<Choice> m_choices;  ///< by language
    QVector<int> m_burstTopics; ///< by outage; -1: no topic comes in bursts
};

/// One of the pieces that fit these variants of a topic (0: all); null when there is none.
[[nodiscard]] const TopicPiece *fittingPiece(const QVector<TopicPiece> &pieces, TopicVariants variants,
                                             DemoRandom *random);

} // namespace deskhand

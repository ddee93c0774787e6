// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demo_company.h"
#include "demo/demo_files.h"
#include "demo/demo_timeline.h"
#include "demo/letter_writer.h"
#include "demo/thread_plan.h"
#include "demo/thread_writer.h"
#include "demo/topic_chooser.h"
#include "operations/bulk_load.h"

namespace deskhand {

/// Makes the many tickets: chooses a topic and its people, plans the thread, and writes it up to the end of the demo's
/// time. Everything of a ticket follows from the seed and the ticket's index. One for each thread.
class TicketMaker
{
public:
    TicketMaker(const TemplateLibrary &library, const DemoCompany &company, const DemoFiles &files,
                const DemoTimeline &timeline, quint64 seed);

    /// The ticket that comes in as number `index` of the year at `opened`.
    void make(qint64 index, Instant opened, DemoIds *ids, BulkTicket *ticket);

private:
    /// Everything that is decided about one ticket.
    struct Draft {
        const DemoTopic *topic = nullptr;
        const DemoPerson *requester = nullptr;
        int owner = 0;
        int priority = 1;
        Channel channel = Channel::Email;
        bool isCalled = false;
        const TopicPiece *opening = nullptr;
        Instant opened = 0;
        ThreadPlan plan;
    };

    [[nodiscard]] Draft decide(Instant opened, DemoRandom *random);
    [[nodiscard]] int ownerFor(const Draft &draft, DemoRandom *random) const;
    void setFields(const Draft &draft, const TicketHead &head, DemoRandom *random);
    [[nodiscard]] TicketHead headFor(const Draft &draft, DemoRandom *random);
    [[nodiscard]] Instant dueFor(const Draft &draft, DemoRandom *random) const;
    void writeOpening(const Draft &draft, ThreadWriter *writer, DemoRandom *random);
    void writeStep(Draft *draft, const ThreadPlan::Entry &entry, ThreadWriter *writer, DemoRandom *random);
    void assign(const Draft &draft, Instant at, ThreadWriter *writer, DemoRandom *random);
    void reply(const Draft &draft, PieceKind kind, Instant at, StateType state, ThreadWriter *writer,
               DemoRandom *random);
    void writeReply(const Draft &draft, const TopicPiece &text, bool isSolution, ThreadWriter *writer,
                    DemoRandom *random);
    /// A further paragraph for some openings; empty for the others.
    [[nodiscard]] static TemplateText moreFor(const Draft &draft, DemoRandom *random);
    void hear(const Draft &draft, TemplateText text, PieceFile file, Instant at, bool reopens, ThreadWriter *writer,
              DemoRandom *random);
    void note(const Draft &draft, PieceKind kind, Instant at, ThreadWriter *writer, DemoRandom *random);
    void logWork(PieceKind written, ThreadWriter *writer);
    void addQuote(const Draft &draft, int percent, PersonId author, DemoLetter *letter, const ThreadWriter &writer,
                  DemoRandom *random);
    /// A piece of the kind that fits the opening: the topic's own ones in so many percent, else the common ones; null
    /// when there is none.
    [[nodiscard]] static const TopicPiece *piece(const Draft &draft, PieceKind kind, int ownPercent,
                                                 DemoRandom *random);
    [[nodiscard]] const DemoPerson &agent(const Draft &draft) const { return m_company.agents()[draft.owner].who; }

    const DemoCompany &m_company;
    const DemoFiles &m_files;
    const DemoTimeline &m_timeline;
    TopicChooser m_topics;
    LetterWriter m_letters;
    quint64 m_seed;
    // Of the ticket that is being written:
    DemoRandom m_working{0};             ///< its own, so that what is logged decides nothing else
    const TopicPiece *m_asked = nullptr; ///< the question that waits for its answer
    QVector<const TopicPiece *> m_noted; ///< nobody notes the same twice
};

} // namespace deskhand

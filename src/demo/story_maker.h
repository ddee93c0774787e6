// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demo_company.h"
#include "demo/demo_files.h"
#include "demo/letter_writer.h"
#include "demo/thread_writer.h"

namespace deskhand {

/// Tickets that are written out word by word in resources/demo/story_*.txt, moved to the end of the demo's time.
class StoryMaker
{
public:
    /// Reads the stories and adds their people to the company. Errors as templateError().
    [[nodiscard]] static Result<StoryMaker> prepare(const TemplateLibrary &library, DemoCompany *company, Instant end);

    [[nodiscard]] int count() const { return int(m_stories.size()); }
    /// Rises with the story.
    [[nodiscard]] Instant openedAt(int story) const { return m_stories[story].lines.first().at; }
    void make(int story, const DemoCompany &company, const DemoFiles &files, quint64 seed, LetterWriter *letters,
              DemoIds *ids, BulkTicket *ticket) const;
    /// Whether the demo agent has not yet read the newest article.
    [[nodiscard]] bool isUnread(int story) const { return m_stories[story].isUnread; }

private:
    struct Line {
        QString kind; ///< "mail", "note", "call", "event"
        QString by;
        QString to;
        Instant at = 0;
        bool quotes = false;
        PieceFile file = PieceFile::None;
        QString text;
    };
    struct Story {
        TicketHead head; ///< as opened
        QString language;
        DemoPerson requester;
        QHash<QString, DemoPerson> people; ///< by key
        QVector<Line> lines;
        bool isUnread = false;
    };
    class Reader;
    class Player;

    QVector<Story> m_stories;
    Instant m_end = 0;
};

} // namespace deskhand

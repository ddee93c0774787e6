// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/story_maker.h"

#include "demo/demo_calendar.h"
#include "demo/story_reader.h"

#include <algorithm>
#include <tuple>

namespace deskhand {
namespace {

const QString &storyRequesterKey()
{
    static const QString key = QStringLiteral("requester");
    return key;
}

PieceFile storyFile(const QString &name)
{
    static const QStringList names{QString(), QStringLiteral("image"), QStringLiteral("log"), QStringLiteral("sheet"),
                                   QStringLiteral("pdf")};
    return PieceFile(qMax<qsizetype>(0, names.indexOf(name)));
}

} // namespace

/// Turns one section into a story.
class StoryMaker::Reader
{
public:
    Reader(const TemplateSection &section, DemoCompany *company, Instant end)
        : m_section(section)
        , m_company(company)
        , m_end(end)
    {
    }

    Result<Story> read()
    {
        m_story.language = m_section.language;
        m_story.head.priority = m_company->priorityOf(1);
        for (const TemplateKey &key : m_section.keys) {
            if (!readKey(key))
                return templateError(m_section.file, key.line, QStringLiteral("cannot use \"%1\"").arg(key.value));
        }
        if (!m_story.head.queue.isValid() || !m_story.people.contains(storyRequesterKey())
            || m_section.pieces.isEmpty())
            return templateError(m_section.file, m_section.line,
                                 QStringLiteral("a story needs a queue, a requester and something that happens"));
        for (const TemplatePiece &piece : m_section.pieces) {
            const Result<Line> line = readLine(piece);
            if (!line)
                return line.error();
            m_story.lines.append(*line);
        }
        m_story.head.createdAt = m_story.lines.first().at;
        m_story.requester = m_story.people.value(storyRequesterKey());
        m_story.head.requester = m_story.requester.person.id;
        m_story.head.organization = m_story.requester.person.organization;
        return m_story;
    }

private:
    bool readKey(const TemplateKey &key)
    {
        TicketHead &head = m_story.head;
        if (key.key == QLatin1String("queue"))
            return (head.queue = m_company->queueByPath(key.value)).isValid();
        if (key.key == QLatin1String("category"))
            return (head.category = m_company->categoryByPath(key.value)).isValid();
        if (key.key == QLatin1String("subject"))
            head.subject = key.value;
        else if (key.key == QLatin1String("tags"))
            head.tags = key.value.split(u' ', Qt::SkipEmptyParts);
        else if (key.key == QLatin1String("priority"))
            return (head.priority = priorityByName(key.value)).isValid();
        else if (key.key == QLatin1String("due"))
            return (head.dueAt = storyDue(key.value, m_end)) > 0;
        else if (key.key == QLatin1String("until"))
            return (head.pendingUntil = storyDue(key.value, m_end)) > 0;
        else if (key.key == QLatin1String("unread"))
            m_story.isUnread = key.value == QLatin1String("yes");
        else if (key.key == storyRequesterKey() || key.key == QLatin1String("person"))
            return readPerson(key.name.isEmpty() ? storyRequesterKey() : key.name, demoFields(key.value));
        else if (key.key == QLatin1String("owner"))
            return m_company->agentByMailName(key.value) >= 0;
        return true;
    }

    bool readPerson(const QString &key, const QStringList &fields)
    {
        const int agent = m_company->agentByMailName(fields.value(1));
        const bool isVip = fields.value(4) == QLatin1String("vip");
        m_story.people.insert(key, agent >= 0 ? m_company->agents()[agent].who
                                              : m_company->addNamed(fields.value(0), fields.value(1), fields.value(2),
                                                                    fields.value(3), m_section.language, isVip));
        return fields.size() > 1;
    }

    [[nodiscard]] PriorityId priorityByName(const QString &name) const
    {
        for (const Priority &priority : m_company->catalog().priorities) {
            if (priority.name == name)
                return priority.id;
        }
        return {};
    }

    Result<Line> readLine(const TemplatePiece &piece) const
    {
        Line line;
        line.kind = piece.kind;
        line.by = storyWord(piece.words, QStringLiteral("by"));
        line.to = storyWord(piece.words, QStringLiteral("to"));
        line.at = storyInstant(piece.words, m_end);
        line.quotes = piece.words.contains(QStringLiteral("quote"));
        line.file = storyFile(piece.attachment);
        line.text = piece.text;
        const bool isKnown = line.by == QLatin1String("system") || line.by == QLatin1String("rule")
                             || m_story.people.contains(line.by) || m_company->agentByMailName(line.by) >= 0;
        if (line.at == 0 || !isKnown || (!line.to.isEmpty() && !m_story.people.contains(line.to)))
            return templateError(m_section.file, piece.line, QStringLiteral("expected by:SOMEBODY at:TIME"));
        if (!m_story.lines.isEmpty() && line.at < m_story.lines.last().at)
            return templateError(m_section.file, piece.line, QStringLiteral("before the piece above it"));
        return line;
    }

    const TemplateSection &m_section;
    DemoCompany *m_company;
    Instant m_end;
    Story m_story;
};

Result<StoryMaker> StoryMaker::prepare(const TemplateLibrary &library, DemoCompany *company, Instant end)
{
    StoryMaker maker;
    maker.m_end = end;
    for (const TemplateSection &section : library.stories()) {
        const Result<Story> story = Reader(section, company, end).read();
        if (!story)
            return story.error();
        maker.m_stories.append(*story);
    }
    std::sort(maker.m_stories.begin(), maker.m_stories.end(), [](const Story &a, const Story &b) {
        return std::tie(a.head.createdAt, a.head.subject) < std::tie(b.head.createdAt, b.head.subject);
    });
    return maker;
}

/// Plays the lines of a story into a ThreadWriter.
class StoryMaker::Player
{
public:
    Player(const Story &story, const DemoCompany &company, LetterWriter *letters, DemoRandom *random,
           ThreadWriter *writer)
        : m_story(story)
        , m_company(company)
        , m_letters(letters)
        , m_random(random)
        , m_writer(writer)
    {
    }

    void play(Instant pendingUntil)
    {
        const Line &first = m_story.lines.first();
        m_writer->open(openingHead(), DemoActor::of(speaker(first.by)));
        for (const Line &line : m_story.lines) {
            const bool isEvent = line.kind == QLatin1String("event");
            if (&line != &first)
                m_writer->change(actor(line), line.at, isEvent ? why(line.text) : QString());
            if (isEvent)
                event(line.text, pendingUntil);
            else
                say(line);
        }
    }

private:
    /// The head as it was at first: in the story it is as it is at the end.
    [[nodiscard]] TicketHead openingHead() const
    {
        TicketHead head = m_story.head;
        head.pendingUntil = 0;
        head.channel = m_story.lines.first().kind == QLatin1String("call") ? Channel::Phone : Channel::Email;
        for (const Line &line : m_story.lines) {
            if (line.kind != QLatin1String("event"))
                continue;
            if (line.text.startsWith(QLatin1String("tags: +")))
                head.tags.removeAll(line.text.mid(7));
            if (line.text.startsWith(QLatin1String("priority: ")))
                head.priority = priority(line.text.mid(10, line.text.indexOf(QLatin1String(" ->")) - 10));
        }
        return head;
    }

    [[nodiscard]] PriorityId priority(const QString &name) const
    {
        for (const Priority &candidate : m_company.catalog().priorities) {
            if (candidate.name == name)
                return candidate.id;
        }
        return m_story.head.priority;
    }

    [[nodiscard]] DemoPerson speaker(const QString &key) const
    {
        const int agent = m_company.agentByMailName(key);
        return agent >= 0 ? m_company.agents()[agent].who : m_story.people.value(key);
    }

    [[nodiscard]] DemoActor actor(const Line &line) const
    {
        if (line.by == QLatin1String("rule"))
            return DemoActor{ActorKind::Rule, {}, {}};
        if (line.by == QLatin1String("system"))
            return DemoActor{ActorKind::System, {}, {}};
        return DemoActor::of(speaker(line.by));
    }

    [[nodiscard]] static QString why(const QString &text)
    {
        const qsizetype at = text.indexOf(QLatin1String("why: "));
        return at < 0 ? QString() : text.mid(at + 5);
    }

    /// Lines of "field: value" or "field: old -> new".
    void event(const QString &text, Instant pendingUntil)
    {
        const QStringList lines = text.split(u'\n');
        for (const QString &line : lines) {
            const qsizetype arrow = line.indexOf(QLatin1String("->"));
            const qsizetype colon = line.indexOf(u':');
            setField(line.left(colon), line.mid(arrow < 0 ? colon + 1 : arrow + 2).trimmed(), pendingUntil);
        }
    }

    void setField(const QString &field, const QString &value, Instant pendingUntil)
    {
        if (field == QLatin1String("owner")) {
            m_writer->setOwner(m_company.agents()[m_company.agentByMailName(value)].who.person.id);
            if (m_writer->stateType() == StateType::New)
                m_writer->setState(StateType::Open);
        } else if (field == QLatin1String("state")) {
            if (value == QLatin1String("Pending"))
                m_writer->setState(StateType::PendingReminder, pendingUntil);
            else
                m_writer->setState(value == QLatin1String("Solved") ? StateType::Solved : StateType::Open);
        } else if (field == QLatin1String("tags")) {
            m_writer->setTags(m_writer->head().tags + QStringList{value.mid(1)});
        } else if (field == QLatin1String("priority")) {
            m_writer->setPriority(priority(value));
        }
    }

    void say(const Line &line)
    {
        const bool isAgent = m_company.agentByMailName(line.by) >= 0;
        Article article = frame(line, speaker(line.by), isAgent);
        article.text = line.text;
        if (line.quotes)
            article.quotedText = quoteFor(article.author);
        const bool isReply = isAgent && article.visibility == Visibility::Public;
        m_writer->add(std::move(article), line.file);
        if (isReply && m_writer->stateType() == StateType::New)
            m_writer->setState(StateType::Open);
    }

    [[nodiscard]] Article frame(const Line &line, const DemoPerson &who, bool isAgent)
    {
        if (line.kind == QLatin1String("note"))
            return m_writer->noteFromAgent(who);
        if (line.kind == QLatin1String("call"))
            return m_writer->callByAgent(who, m_story.requester, &line == &m_story.lines.first());
        if (isAgent && !line.to.isEmpty())
            return m_writer->replyFromAgent(who, m_story.people.value(line.to));
        if (isAgent) {
            Article reply = m_writer->replyFromAgent(who, m_story.requester);
            reply.cc = m_copies;
            return reply;
        }
        Article mail = m_writer->mailFromRequester(who, Channel::Email);
        const bool isColleague = line.by != storyRequesterKey() && who.person.organization.isValid();
        if (isColleague && !m_copies.contains(mail.from))
            m_copies.append(mail.from);
        return mail;
    }

    [[nodiscard]] QString quoteFor(PersonId author)
    {
        const QVector<Article> &articles = m_writer->articles();
        for (auto earlier = articles.crbegin(); earlier != articles.crend(); ++earlier) {
            if (earlier->visibility == Visibility::Public && earlier->author != author)
                return m_letters->quote(earlier->text, earlier->from.name, earlier->createdAt, m_story.language,
                                        m_random);
        }
        return {};
    }

    const Story &m_story;
    const DemoCompany &m_company;
    LetterWriter *m_letters;
    DemoRandom *m_random;
    ThreadWriter *m_writer;
    QVector<MailAddress> m_copies; ///< colleagues who have joined in
};

void StoryMaker::make(int index, const DemoCompany &company, const DemoFiles &files, quint64 seed,
                      LetterWriter *letters, DemoIds *ids, BulkTicket *ticket) const
{
    const Story &story = m_stories[index];
    DemoRandom random(seed, 0x5707ULL + quint64(index));
    ThreadWriter writer(company, files, ids, &random, ticket);
    const Instant pendingUntil = story.head.pendingUntil > 0 ? story.head.pendingUntil : m_end + 3 * demoWholeDay;
    Player(story, company, letters, &random, &writer).play(pendingUntil);
}

} // namespace deskhand

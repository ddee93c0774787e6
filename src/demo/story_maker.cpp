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
        if (!m_story.head.queue.isValid() || !m_story.people.contains(storyRequesterKey()) || m_section.pieces.isEmpty())
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

namespace {

/// Plays the lines of a story into a ThreadWriter.
struct StoryStage {
    const DemoCompany &company;
    ThreadWriter &writer;
    QVector<MailAddress> copies; ///< colleagues who have joined in

    void event(const QString &text, Instant pendingUntil)
    {
        const QStringList lines = text.split(u'\n');
        for (const QString &line : lines) {
            const qsizetype colon = line.indexOf(u':');
            const QString field = line.left(colon);
            const QString value = line.mid(line.contains(QLatin1String("->")) ? line.indexOf(QLatin1String("->")) + 2 : colon + 1).trimmed();
            if (field == QLatin1String("owner")) {
                writer.setOwner(company.agents()[company.agentByMailName(value)].who.person.id);
                if (writer.stateType() == StateType::New)
                    writer.setState(StateType::Open);
            } else if (field == QLatin1String("state")) {
                const StateType type = value == QLatin1String("Pending") ? StateType::PendingReminder
                    : value == QLatin1String("Solved")                   ? StateType::Solved
                                                                         : StateType::Open;
                writer.setState(type, type == StateType::PendingReminder ? pendingUntil : 0);
            } else if (field == QLatin1String("tags")) {
                writer.setTags(writer.head().tags + QStringList{value.mid(1)});
            } else if (field == QLatin1String("priority")) {
                for (const Priority &priority : company.catalog().priorities) {
                    if (priority.name == value)
                        writer.setPriority(priority.id);
                }
            }
        }
    }

    [[nodiscard]] static QString why(const QString &text)
    {
        const qsizetype at = text.indexOf(QLatin1String("why: "));
        return at < 0 ? QString() : text.mid(at + 5);
    }

    void join(const MailAddress &address)
    {
        if (!copies.contains(address))
            copies.append(address);
    }
};

} // namespace

void StoryMaker::make(int index, const DemoCompany &company, const DemoFiles &files, quint64 seed, LetterWriter *letters,
                      DemoIds *ids, BulkTicket *ticket) const
{
    const Story &story = m_stories[index];
    DemoRandom random(seed, 0x5707ULL + quint64(index));
    ThreadWriter writer(company, files, ids, &random, ticket);
    StoryStage stage{company, writer, {}};
    const Line &first = story.lines.first();
    TicketHead head = story.head;
    const Instant pendingUntil = head.pendingUntil > 0 ? head.pendingUntil : m_end + 3 * demoWholeDay;
    head.pendingUntil = 0;
    head.channel = first.kind == QLatin1String("call") ? Channel::Phone : Channel::Email;
    const auto speaker = [&](const QString &key) {
        const int agent = company.agentByMailName(key);
        return agent >= 0 ? company.agents()[agent].who : story.people.value(key);
    };
    // Tags and priorities that the story adds on the way are in its head as they are at the end.
    for (const Line &line : story.lines) {
        if (line.kind == QLatin1String("event") && line.text.startsWith(QLatin1String("tags: +")))
            head.tags.removeAll(line.text.mid(7));
        if (line.kind == QLatin1String("event") && line.text.startsWith(QLatin1String("priority: "))) {
            const QString before = line.text.mid(10, line.text.indexOf(QLatin1String(" ->")) - 10);
            for (const Priority &priority : company.catalog().priorities) {
                if (priority.name == before)
                    head.priority = priority.id;
            }
        }
    }
    writer.open(head, DemoActor::of(speaker(first.by)));
    for (const Line &line : story.lines) {
        const bool isSystem = line.by == QLatin1String("system") || line.by == QLatin1String("rule");
        const DemoActor actor = line.by == QLatin1String("rule") ? DemoActor{ActorKind::Rule, {}, {}}
            : isSystem                                           ? DemoActor{ActorKind::System, {}, {}}
                                                                 : DemoActor::of(speaker(line.by));
        if (&line != &first)
            writer.change(actor, line.at, line.kind == QLatin1String("event") ? StoryStage::why(line.text) : QString());
        if (line.kind == QLatin1String("event")) {
            stage.event(line.text, pendingUntil);
            continue;
        }
        const DemoPerson who = speaker(line.by);
        const bool isAgent = company.agentByMailName(line.by) >= 0;
        Article article;
        if (line.kind == QLatin1String("note")) {
            article = writer.noteFromAgent(who);
        } else if (line.kind == QLatin1String("call")) {
            article = writer.callByAgent(who, story.requester, &line == &first);
        } else if (isAgent) {
            article = writer.replyFromAgent(who, line.to.isEmpty() ? story.requester : story.people.value(line.to));
            if (line.to.isEmpty())
                article.cc = stage.copies;
        } else {
            article = writer.mailFromRequester(who, Channel::Email);
            if (line.by != storyRequesterKey() && who.person.organization.isValid())
                stage.join(article.from);
        }
        article.text = line.text;
        if (line.quotes) {
            for (auto earlier = writer.articles().crbegin(); earlier != writer.articles().crend(); ++earlier) {
                if (earlier->visibility != Visibility::Public || earlier->author == article.author)
                    continue;
                article.quotedText =
                    letters->quote(earlier->text, earlier->from.name, earlier->createdAt, story.language, &random);
                break;
            }
        }
        const bool isReply = isAgent && article.visibility == Visibility::Public;
        writer.add(std::move(article), line.file);
        if (isReply && writer.stateType() == StateType::New)
            writer.setState(StateType::Open);
    }
}

} // namespace deskhand

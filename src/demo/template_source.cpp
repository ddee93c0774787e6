// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/template_source.h"

#include <array>

namespace deskhand {
namespace {

const std::array topicPieceKinds{"opening",  "called",  "ask",    "answer", "note", "call",   "nudge", "pending",
                                 "solution", "resolve", "thanks", "reopen", "ack",  "detail", "offer", "paste"};
const std::array storyPieceKinds{"mail", "note", "call", "event"};
const std::array topicKeys{"type", "queue", "category", "weight", "effort",  "priority",
                           "tags", "from",  "burst",    "list",   "subject", "details"};
const std::array storyKeys{"queue",  "category", "priority", "tags",  "owner", "requester",
                           "person", "subject",  "due",      "until", "unread"};
const std::array attachmentKinds{"image", "log", "sheet", "pdf"};

template <typename Words>
bool isTemplateWord(const Words &words, const QString &word)
{
    for (const char *known : words) {
        if (word == QLatin1String(known))
            return true;
    }
    return false;
}

/// Reads the lines of one file into sections; stops at the first problem.
class TemplateReader
{
public:
    explicit TemplateReader(const QString &file)
        : m_file(file)
    {
    }

    bool take(const QString &line);
    QVector<TemplateSection> finish();
    [[nodiscard]] const QString &problem() const { return m_problem; }
    [[nodiscard]] int line() const { return m_line; }

private:
    bool fail(const QString &problem)
    {
        m_problem = problem;
        return false;
    }
    bool beginSection(const QString &header);
    bool beginPiece(const QString &header);
    bool takeKey(const QString &line);
    void endPiece();

    QString m_file;
    QVector<TemplateSection> m_sections;
    QString m_problem;
    int m_line = 0;
};

bool TemplateReader::take(const QString &line)
{
    ++m_line;
    if (line.startsWith(u'#'))
        return true;
    if (line.startsWith(QLatin1String("== ")))
        return beginSection(line.mid(3));
    if (m_sections.isEmpty())
        return line.trimmed().isEmpty() || fail(QStringLiteral("text before the first section"));
    if (line.startsWith(QLatin1String("---")))
        return beginPiece(line.mid(3));
    TemplateSection &section = m_sections.last();
    if (section.kind == QLatin1String("list")) {
        if (!line.trimmed().isEmpty())
            section.items.append({line.trimmed(), m_line});
        return true;
    }
    if (!section.pieces.isEmpty()) {
        TemplatePiece &piece = section.pieces.last();
        if (piece.text.isEmpty())
            piece.line = m_line;
        piece.text += line;
        piece.text += u'\n';
        return true;
    }
    return line.trimmed().isEmpty() || takeKey(line);
}

bool TemplateReader::beginSection(const QString &header)
{
    endPiece();
    const QStringList words = header.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return fail(QStringLiteral("a section needs a kind"));
    TemplateSection section;
    section.file = m_file;
    section.line = m_line;
    section.kind = words[0];
    const bool isCommon = section.kind == QLatin1String("common");
    if (!isCommon && section.kind != QLatin1String("topic") && section.kind != QLatin1String("list")
        && section.kind != QLatin1String("story"))
        return fail(QStringLiteral("unknown kind of section \"%1\"").arg(section.kind));
    const qsizetype languageAt = isCommon ? 1 : 2;
    if (words.size() < 2 || words.size() > languageAt + 1)
        return fail(QStringLiteral("expected \"== %1 %2\"")
                        .arg(section.kind, isCommon ? QStringLiteral("LANGUAGE") : QStringLiteral("NAME [LANGUAGE]")));
    if (!isCommon)
        section.name = words[1];
    section.language = words.value(languageAt);
    if (section.language.isEmpty() && section.kind != QLatin1String("list"))
        return fail(QStringLiteral("a %1 needs a language").arg(section.kind));
    m_sections.append(section);
    return true;
}

bool TemplateReader::beginPiece(const QString &header)
{
    endPiece();
    TemplateSection &section = m_sections.last();
    QStringList words = header.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty() || section.kind == QLatin1String("list"))
        return fail(QStringLiteral("a piece needs a kind and stands in a topic, common or story section"));
    TemplatePiece piece;
    piece.kind = words.takeFirst();
    piece.line = m_line;
    const bool isKnown = section.kind == QLatin1String("story") ? isTemplateWord(storyPieceKinds, piece.kind)
                                                                : isTemplateWord(topicPieceKinds, piece.kind);
    if (!isKnown)
        return fail(QStringLiteral("unknown kind of piece \"%1\"").arg(piece.kind));
    for (const QString &word : std::as_const(words)) {
        if (!word.startsWith(u'+')) {
            piece.words.append(word);
            continue;
        }
        piece.attachment = word.mid(1);
        if (!isTemplateWord(attachmentKinds, piece.attachment))
            return fail(QStringLiteral("unknown attachment \"%1\"").arg(word));
    }
    section.pieces.append(piece);
    return true;
}

bool TemplateReader::takeKey(const QString &line)
{
    TemplateSection &section = m_sections.last();
    const qsizetype colon = line.indexOf(u':');
    if (colon < 1)
        return fail(QStringLiteral("expected \"key: value\" or a piece"));
    TemplateKey key;
    key.key = line.left(colon).trimmed();
    key.value = line.mid(colon + 1).trimmed();
    key.line = m_line;
    const qsizetype blank = key.key.indexOf(u' ');
    if (blank > 0) {
        key.name = key.key.mid(blank + 1).trimmed();
        key.key.truncate(blank);
    }
    const bool isKnown = section.kind == QLatin1String("story") ? isTemplateWord(storyKeys, key.key)
                                                                : isTemplateWord(topicKeys, key.key);
    if (!isKnown || section.kind == QLatin1String("common"))
        return fail(QStringLiteral("unknown key \"%1\"").arg(key.key));
    const bool needsName = key.key == QLatin1String("list") || key.key == QLatin1String("person");
    const bool mayHaveName = needsName || key.key == QLatin1String("subject");
    if (needsName ? key.name.isEmpty() : !mayHaveName && !key.name.isEmpty())
        return fail(QStringLiteral("\"%1\" %2")
                        .arg(key.key, needsName ? QStringLiteral("needs a name") : QStringLiteral("takes no name")));
    section.keys.append(key);
    return true;
}

void TemplateReader::endPiece()
{
    if (m_sections.isEmpty() || m_sections.last().pieces.isEmpty())
        return;
    QString &text = m_sections.last().pieces.last().text;
    while (text.endsWith(u'\n'))
        text.chop(1);
}

QVector<TemplateSection> TemplateReader::finish()
{
    endPiece();
    return m_sections;
}

} // namespace

Error templateError(const QString &file, int line, const QString &problem)
{
    return Error{ErrorCode::Invalid,
                 QStringLiteral("demo.template"),
                 QStringLiteral("%1:%2: %3").arg(file).arg(line).arg(problem),
                 {{QStringLiteral("file"), file}, {QStringLiteral("line"), line}}};
}

Result<QVector<TemplateSection>> parseTemplateSource(const QString &file, const QString &text)
{
    TemplateReader reader(file);
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        if (!reader.take(line))
            return templateError(file, reader.line(), reader.problem());
    }
    QVector<TemplateSection> sections = reader.finish();
    for (const TemplateSection &section : std::as_const(sections)) {
        for (const TemplatePiece &piece : section.pieces) {
            if (piece.text.isEmpty())
                return templateError(file, piece.line, QStringLiteral("empty piece \"%1\"").arg(piece.kind));
        }
    }
    return sections;
}

} // namespace deskhand

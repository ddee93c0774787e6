// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/topic_compiler.h"

#include <array>

namespace deskhand {
namespace {

const std::array topicTypeNames{"incident", "request", "question", "alert", "spam"};
const std::array topicEffortNames{"quick", "normal", "long", "project"};
const std::array topicSourceNames{"staff", "partner", "monitoring"};
const std::array topicPriorityNames{"low", "normal", "high", "urgent"};
const std::array pieceKindNames{"opening", "called", "ask",    "note", "call",   "nudge", "pending", "solution",
                                "resolve", "thanks", "reopen", "ack",  "detail", "offer", "paste"};
const std::array pieceFileNames{"", "image", "log", "sheet", "pdf"};

/// Position of a name in its table, -1: not there.
template <typename Names>
int topicNameIndex(const Names &names, const QString &name)
{
    for (size_t i = 0; i < names.size(); ++i) {
        if (name == QLatin1String(names[i]))
            return int(i);
    }
    return -1;
}

/// "ab" → bits 0 and 1; false: something else than letters.
bool readVariants(const QString &letters, TopicVariants *variants)
{
    *variants = 0;
    for (const QChar c : letters) {
        if (c < u'a' || c > u'z')
            return false;
        *variants |= 1U << (c.unicode() - u'a');
    }
    return true;
}

struct TopicKeyReader {
    const TemplateSection &section;
    const TemplateKey &key;
    DemoTopic *topic;

    [[nodiscard]] Error problem(const QString &text) const { return templateError(section.file, key.line, text); }

    template <typename Names, typename Value>
    Result<void> choose(const Names &names, Value *value) const
    {
        const int index = topicNameIndex(names, key.value);
        if (index < 0)
            return problem(QStringLiteral("unknown %1 \"%2\"").arg(key.key, key.value));
        *value = Value(index);
        return {};
    }

    Result<void> readPriorities() const
    {
        const QStringList words = key.value.split(u' ', Qt::SkipEmptyParts);
        std::array<quint32, 4> weights{};
        for (qsizetype i = 0; i + 1 < words.size(); i += 2) {
            const int rank = topicNameIndex(topicPriorityNames, words[i]);
            if (rank < 0)
                return problem(QStringLiteral("unknown priority \"%1\"").arg(words[i]));
            weights[size_t(rank)] = words[i + 1].toUInt();
        }
        quint32 sum = 0;
        for (size_t i = 0; i < weights.size(); ++i)
            topic->priorityUpTo[i] = sum += weights[i];
        if (sum == 0 || words.size() % 2 != 0)
            return problem(QStringLiteral("expected \"priority: NAME WEIGHT …\""));
        return {};
    }

    Result<void> readTags() const
    {
        const QStringList tags = key.value.split(u',', Qt::SkipEmptyParts);
        for (const QString &tag : tags) {
            const QStringList words = tag.split(u' ', Qt::SkipEmptyParts);
            const int percent = words.value(1).toInt();
            if (words.size() != 2 || percent < 1 || percent > 100)
                return problem(QStringLiteral("expected \"tags: NAME PERCENT, …\""));
            topic->tags.append({words[0], percent});
        }
        return {};
    }
};

Result<void> readTopicKey(const TopicKeyReader &reader)
{
    DemoTopic *topic = reader.topic;
    const QString &name = reader.key.key;
    if (name == QLatin1String("type"))
        return reader.choose(topicTypeNames, &topic->type);
    if (name == QLatin1String("effort"))
        return reader.choose(topicEffortNames, &topic->effort);
    if (name == QLatin1String("from"))
        return reader.choose(topicSourceNames, &topic->source);
    if (name == QLatin1String("priority"))
        return reader.readPriorities();
    if (name == QLatin1String("tags"))
        return reader.readTags();
    if (name == QLatin1String("queue"))
        topic->queue = reader.key.value;
    else if (name == QLatin1String("category"))
        topic->category = reader.key.value;
    else if (name == QLatin1String("burst"))
        topic->comesInBursts = reader.key.value == QLatin1String("yes");
    else if (name == QLatin1String("details"))
        topic->takesDetails = reader.key.value != QLatin1String("no");
    else if (name == QLatin1String("weight"))
        topic->weight = reader.key.value.toInt();
    return {};
}

std::array<quint32, 4> usualPriorities(TopicType type)
{
    switch (type) {
    case TopicType::Incident: return {2, 9, 12, 12};
    case TopicType::Alert: return {1, 6, 9, 10};
    case TopicType::Request: return {4, 10, 11, 11};
    case TopicType::Question: return {6, 10, 10, 10};
    case TopicType::Spam: return {1, 1, 1, 1};
    }
    return {1, 2, 2, 2};
}

/// Compiles the pieces of a section for which `fits` is true.
template <typename Fits>
Result<PiecePools> compilePieces(const TemplateSection &section, int topic, TemplateCompiler *compiler, Fits fits)
{
    PiecePools pools;
    bool afterAsk = false;
    for (const TemplatePiece &piece : section.pieces) {
        const bool isAnswer = piece.kind == QLatin1String("answer");
        if (isAnswer && !afterAsk)
            return templateError(section.file, piece.line, QStringLiteral("an answer must follow its ask"));
        afterAsk = isAnswer || piece.kind == QLatin1String("ask");
        const auto text = compiler->compile(piece.text, section.language, topic, section.file, piece.line);
        if (!text)
            return text.error();
        TopicPiece compiled;
        const Result<bool> wanted = fits(piece, &compiled.variants);
        if (!wanted)
            return wanted.error();
        if (!*wanted)
            continue;
        const auto file = PieceFile(qMax(0, topicNameIndex(pieceFileNames, piece.attachment)));
        if (isAnswer) {
            QVector<TopicPiece> &asks = pools[size_t(PieceKind::Ask)];
            asks.last().answers.append(*text);
            asks.last().answerFiles.append(file);
            continue;
        }
        compiled.text = *text;
        compiled.file = file;
        pools[size_t(topicNameIndex(pieceKindNames, piece.kind))].append(compiled);
    }
    for (const TopicPiece &ask : pools[size_t(PieceKind::Ask)]) {
        if (ask.answers.isEmpty())
            return templateError(section.file, section.line, QStringLiteral("an ask has no answer"));
    }
    return pools;
}

} // namespace

QStringList splitAlternatives(const QString &text)
{
    QStringList parts{QString()};
    int depth = 0;
    for (const QChar c : text) {
        depth += c == u'{' ? 1 : c == u'}' ? -1 : 0;
        if (c == u'|' && depth == 0)
            parts.append(QString());
        else
            parts.last() += c;
    }
    return parts;
}

Result<void> declareTopicLists(const TemplateSection &section, int topic, TemplateCompiler *compiler)
{
    for (const TemplateKey &key : section.keys) {
        if (key.key != QLatin1String("list"))
            continue;
        QVector<TemplateLine> items;
        const QStringList parts = splitAlternatives(key.value);
        for (const QString &part : parts)
            items.append({part, key.line});
        const auto declared = compiler->declareList(key.name, section.language, topic, section.file, key.line, items);
        if (!declared)
            return declared.error();
    }
    return {};
}

Result<DemoTopic> compileTopic(const TemplateSection &section, int topic, TemplateCompiler *compiler)
{
    DemoTopic compiled;
    compiled.name = section.name;
    compiled.language = section.language;
    for (const TemplateKey &key : section.keys) {
        const Result<void> read = readTopicKey({section, key, &compiled});
        if (!read)
            return read.error();
        if (key.key != QLatin1String("subject"))
            continue;
        const auto subject = compiler->compile(key.value, section.language, topic, section.file, key.line);
        if (!subject)
            return subject.error();
        TopicPiece piece;
        piece.text = *subject;
        if (!readVariants(key.name, &piece.variants))
            return templateError(section.file, key.line, QStringLiteral("unexpected \"%1\"").arg(key.name));
        compiled.subjects.append(piece);
    }
    if (compiled.priorityUpTo.back() == 0)
        compiled.priorityUpTo = usualPriorities(compiled.type);
    if (compiled.subjects.isEmpty() || compiled.queue.isEmpty() || compiled.category.isEmpty())
        return templateError(section.file, section.line,
                             QStringLiteral("a topic needs a queue, a category and a subject"));
    const auto takeVariants = [&](const TemplatePiece &piece, TopicVariants *variants) -> Result<bool> {
        if (piece.words.size() > 1 || !readVariants(piece.words.value(0), variants))
            return templateError(section.file, piece.line, QStringLiteral("unexpected \"%1\"").arg(piece.words.last()));
        return true;
    };
    auto pieces = compilePieces(section, topic, compiler, takeVariants);
    if (!pieces)
        return pieces.error();
    compiled.own = *pieces;
    if (compiled.own[size_t(PieceKind::Opening)].isEmpty())
        return templateError(section.file, section.line, QStringLiteral("a topic needs an opening"));
    return compiled;
}

Result<PiecePools> compileCommon(const TemplateSection &section, TopicType type, TemplateCompiler *compiler)
{
    const QString wanted = QLatin1String(topicTypeNames[size_t(type)]);
    return compilePieces(section, -1, compiler, [&](const TemplatePiece &piece, TopicVariants *) -> Result<bool> {
        for (const QString &word : piece.words) {
            if (topicNameIndex(topicTypeNames, word) < 0)
                return templateError(section.file, piece.line, QStringLiteral("unknown type \"%1\"").arg(word));
        }
        return piece.words.isEmpty() || piece.words.contains(wanted);
    });
}

} // namespace deskhand

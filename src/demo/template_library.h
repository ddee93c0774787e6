// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "demo/template_program.h"
#include "demo/template_source.h"

#include <QHash>
#include <QStringList>

#include <array>
#include <memory>

namespace deskhand {

class TemplateCompiler;

/// What a topic is about; decides which common pieces fit and how a ticket goes.
enum class TopicType { Incident, Request, Question, Alert, Spam };
enum class TopicEffort { Quick, Normal, Long, Project };
enum class TopicSource { Staff, Partner, Monitoring };
enum class PieceKind {
    Opening,
    Called,
    Ask,
    Note,
    Call,
    Nudge,
    Pending,
    Solution,
    Resolve,
    Thanks,
    Reopen,
    Ack,
    Detail,
    Offer,
    Paste,
};
constexpr int pieceKindCount = int(PieceKind::Paste) + 1;
enum class PieceFile { None, Image, Log, Sheet, Pdf };

/// Which variants of its topic a piece belongs to, as bits of the letters a … z; 0: all.
using TopicVariants = quint32;

struct TopicPiece {
    TemplateText text;
    TopicVariants variants = 0;
    PieceFile file = PieceFile::None;
    QVector<TemplateText> answers; ///< of an Ask
    QVector<PieceFile> answerFiles;
};

using PiecePools = std::array<QVector<TopicPiece>, pieceKindCount>;

/// One kind of ticket in one language, ready to be written.
struct DemoTopic {
    QString name;
    QString language;
    TopicType type = TopicType::Incident;
    TopicEffort effort = TopicEffort::Normal;
    TopicSource source = TopicSource::Staff;
    bool comesInBursts = false;
    bool takesDetails = true; ///< openings may end in a common `detail` piece
    QString queue;            ///< path
    QString category;         ///< path
    int weight = 10;
    std::array<quint32, 4> priorityUpTo{}; ///< low, normal, high, urgent: sums of weights
    QVector<QPair<QString, int>> tags;     ///< with the percentage of tickets
    QVector<TopicPiece> subjects;
    PiecePools own;
    PiecePools common; ///< of its language and type
};

/// Lists of a language that frame every letter; ids for TemplateWriter::writeItem().
struct DemoLetterLists {
    int greeting = -1;
    int closing = -1;
    int agentGreeting = -1;
    int agentClosing = -1;
    int quoteHeader = -1;
};

/// Everything that resources/demo says, parsed and compiled. Immutable after load().
class TemplateLibrary
{
public:
    /// From the texts compiled into the program.
    [[nodiscard]] static Result<std::shared_ptr<const TemplateLibrary>> load();
    /// From (file name, text) pairs, for tests.
    [[nodiscard]] static Result<std::shared_ptr<const TemplateLibrary>>
    fromTexts(const QVector<QPair<QString, QString>> &files);

    [[nodiscard]] const TemplateProgram &program() const { return m_program; }
    [[nodiscard]] const QVector<DemoTopic> &topics() const { return m_topics; }
    [[nodiscard]] const QVector<TemplateSection> &stories() const { return m_stories; }
    [[nodiscard]] const QStringList &languages() const { return m_languages; }
    [[nodiscard]] DemoLetterLists letterLists(const QString &language) const { return m_letters.value(language); }
    /// The lines of a plain list ("queues", "months de") as written; empty: there is none.
    [[nodiscard]] QStringList lines(const QString &list, const QString &language = {}) const;

private:
    [[nodiscard]] Result<void> compile(const QVector<TemplateSection> &sections);
    [[nodiscard]] Result<void> declareLists(const QVector<TemplateSection> &sections, TemplateCompiler *compiler);
    [[nodiscard]] Result<void> compileLetters(TemplateCompiler *compiler);

    TemplateProgram m_program;
    QVector<DemoTopic> m_topics;
    QVector<TemplateSection> m_stories;
    QStringList m_languages;
    QHash<QString, DemoLetterLists> m_letters;
    QHash<QString, QStringList> m_lines;
};

} // namespace deskhand

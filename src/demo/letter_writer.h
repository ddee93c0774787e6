// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "demo/demo_people.h"
#include "demo/template_library.h"
#include "demo/template_program.h"

namespace deskhand {

/// New text and what is folded under it.
struct DemoLetter {
    QString text;
    QString quoted;
};

/// Puts greetings, closings, signatures and quotes around the pieces of a ticket. One for each generator.
class LetterWriter
{
public:
    explicit LetterWriter(const TemplateLibrary &library);

    [[nodiscard]] TemplateWriter &words() { return m_words; }

    /// Only the piece.
    [[nodiscard]] QString plain(TemplateText piece, DemoRandom *random);
    /// From the requester; `isShort` for thanks and questions in between.
    /// `more` is a further paragraph; an empty text is none.
    [[nodiscard]] DemoLetter fromRequester(const DemoPerson &person, const QString &language, TemplateText piece,
                                           TemplateText more, bool isShort, DemoRandom *random);
    [[nodiscard]] DemoLetter fromAgent(const DemoPerson &agent, const QString &language, TemplateText piece,
                                       TemplateText more, DemoRandom *random);
    /// `text` of an earlier article, quoted in the mail programs' way.
    [[nodiscard]] QString quote(const QString &text, const QString &author, Instant at, const QString &language,
                                DemoRandom *random);
    [[nodiscard]] QString signature(const DemoPerson &person) const;
    /// "3 March" in the language.
    [[nodiscard]] QString date(qint64 day, const QString &language) const;
    /// "14:05" of a local minute.
    [[nodiscard]] static QString clock(int minute);

private:
    void writeBody(TemplateText piece, TemplateText more, bool capitalises, DemoRandom *random, QString *text);
    struct Dates {
        QStringList months;
        QString form;
    };
    struct Frame {
        DemoLetterLists lists;
        Dates dates;
        bool capitalises = true; ///< a capital after the greeting
        QString team;
    };
    [[nodiscard]] const Frame &frame(const QString &language) const { return *m_frames.constFind(language); }

    TemplateWriter m_words;
    QHash<QString, Frame> m_frames;
};

} // namespace deskhand

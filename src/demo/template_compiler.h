// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "demo/template_program.h"
#include "demo/template_source.h"

#include <QHash>

namespace deskhand {

/// Turns the texts of parsed sections into a TemplateProgram. Lists are declared first, so that texts and items of
/// lists can name each other. Errors as templateError().
class TemplateCompiler
{
public:
    /// A list of all topics (language empty), of one language, or of one topic (`topic` ≥ 0). The items are compiled by
    /// compileLists().
    [[nodiscard]] Result<int> declareList(const QString &name, const QString &language, int topic, const QString &file,
                                          int line, const QVector<TemplateLine> &items);
    /// Compiles the items of all declared lists; once, after all were declared.
    [[nodiscard]] Result<void> compileLists();
    /// `language` and `topic` say which lists the placeholders mean: the topic's, else the language's, else
    /// everybody's.
    [[nodiscard]] Result<TemplateText> compile(const QString &text, const QString &language, int topic,
                                               const QString &file, int line);
    /// -1: there is none.
    [[nodiscard]] int findList(const QString &name, const QString &language, int topic = -1) const;

    [[nodiscard]] TemplateProgram takeProgram() { return std::move(m_program); }

private:
    struct Node {
        TemplateProgram::Step step = TemplateProgram::Step::Literal;
        QString text;
        quint32 value = 0;
        QVector<QVector<Node>> branches;
    };
    struct Declared {
        QString name;
        QString language;
        int topic = -1;
        QString file;
        QVector<TemplateLine> items;
    };
    /// Where in a text the compiler is.
    struct Cursor {
        const QString &text;
        const Declared &scope;
        int line = 0;
        qsizetype at = 0;
        QString problem;
    };

    bool parseSequence(Cursor *cursor, bool isInside, QVector<Node> *nodes);
    bool parseBraces(Cursor *cursor, Node *node);
    bool resolve(Cursor *cursor, const QString &name, Node *node);
    TemplateText emitSequence(const QVector<Node> &nodes);
    quint32 slotOf(int list, int suffix);

    TemplateProgram m_program;
    QVector<Declared> m_declared;
    QHash<QString, int> m_byKey;
    QHash<QPair<int, int>, quint32> m_slots;
};

} // namespace deskhand

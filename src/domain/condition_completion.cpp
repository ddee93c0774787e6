// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text_folding.h"

#include "domain/catalog.h"
#include "domain/condition_fields.h"
#include "domain/condition_flags.h"
#include "domain/condition_names.h"
#include "domain/condition_parser.h"
#include "domain/condition_text.h"

#include <algorithm>

namespace deskhand {
namespace {

/// Start of the word at the cursor, quotes respected: `queue:"Net` is one word.
qsizetype completedWordStart(QStringView text)
{
    qsizetype start = 0;
    bool inQuotes = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'"')
            inQuotes = !inQuotes;
        else if (!inQuotes && (text[i].isSpace() || text[i] == u'(' || text[i] == u')'))
            start = i + 1;
    }
    return start;
}

QString insertedValue(const QString &name)
{
    const bool plain =
        std::none_of(name.cbegin(), name.cend(), [](QChar c) { return endsConditionWord(c) || c == u','; });
    return (plain ? name : u'"' + name + u'"') + u' ';
}

/// 0: begins with what was typed, 1: one of its words does, -1: neither.
int completionRank(const QString &name, const QString &typed)
{
    const QString folded = foldText(name);
    if (folded.startsWith(typed))
        return 0;
    return folded.contains(u' ' + typed) || folded.contains(u'-' + typed) ? 1 : -1;
}

struct CompletionRequest {
    QString typed; ///< folded
    int from = 0;
    int length = 0;
    int limit = 0;
};

void addRanked(const QStringList &names, const CompletionRequest &request, ConditionCompletion::Kind kind,
               QVector<ConditionCompletion> *out)
{
    for (const int rank : {0, 1}) {
        for (const QString &name : names) {
            if (out->size() >= request.limit)
                return;
            if (completionRank(name, request.typed) != rank)
                continue;
            const QString insert = kind == ConditionCompletion::Kind::Field ? name + u':' : insertedValue(name);
            out->append({kind, request.from, request.length, insert, name});
        }
    }
}

QStringList valueNames(ConditionField field, const Catalog &catalog)
{
    QStringList names;
    if (field == ConditionField::Owner || field == ConditionField::RequesterText)
        names.append(QStringLiteral("me"));
    for (const NamedValue &value : namedValues(field, catalog)) {
        const QString name = nameOfValue(field, value.id, catalog);
        if (!name.startsWith(u'#'))
            names.append(name);
    }
    if (field == ConditionField::Tag)
        names += catalog.tags;
    if (field == ConditionField::Owner || field == ConditionField::Category || field == ConditionField::Tag
        || field == ConditionField::Delivery || field == ConditionField::Sla || field == ConditionField::SlaTarget)
        names.append(QStringLiteral("none"));
    return names;
}

QStringList fieldChoices()
{
    QStringList fields{QStringLiteral("is"), QStringLiteral("has")};
    for (const QString &name : conditionFieldNames()) {
        // The key of a person is for programs.
        if (name != u"requester-id")
            fields.append(name);
    }
    return fields;
}

} // namespace

QVector<ConditionCompletion> completeCondition(const QString &text, int cursor, const Catalog &catalog, int limit)
{
    QVector<ConditionCompletion> completions;
    const QStringView before = QStringView(text).left(qBound(0, cursor, int(text.size())));
    qsizetype start = completedWordStart(before);
    if (start < before.size() && before[start] == u'-')
        ++start;
    const QStringView word = before.mid(start);
    const qsizetype colon = word.indexOf(u':');
    if (colon < 0) {
        if (!word.startsWith(u'"'))
            addRanked(fieldChoices(), {foldText(word), int(start), int(word.size()), limit},
                      ConditionCompletion::Kind::Field, &completions);
        return completions;
    }
    const QStringView name = word.left(colon);
    qsizetype valueAt = qMax(colon, word.lastIndexOf(u',')) + 1;
    if (valueAt < word.size() && word[valueAt] == u'=')
        ++valueAt;
    QString typed = word.mid(valueAt).toString();
    typed.remove(u'"');
    const CompletionRequest request{foldText(typed), int(start + valueAt), int(word.size() - valueAt), limit};
    ConditionField field;
    if (foldText(name) == u"is") {
        QStringList flags;
        for (const ConditionFlag &flag : conditionFlags())
            flags.append(flag.name);
        addRanked(flags, request, ConditionCompletion::Kind::Flag, &completions);
    } else if (foldText(name) == u"has") {
        addRanked(conditionHasNames(), request, ConditionCompletion::Kind::Flag, &completions);
    } else if (conditionFieldFromName(name, &field)) {
        addRanked(valueNames(field, catalog), request, ConditionCompletion::Kind::Value, &completions);
    }
    return completions;
}

} // namespace deskhand

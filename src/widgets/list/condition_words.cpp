// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/list/condition_words.h"

#include <QCoreApplication>

namespace deskhand {

namespace {

class ConditionWords
{
    Q_DECLARE_TR_FUNCTIONS(deskhand::ConditionWords)
};

constexpr int candidatesShown = 4;

QString sentenceFor(const ConditionProblem &problem)
{
    const QString &what = problem.what;
    if (problem.problem == QLatin1String("unknown-field"))
        return ConditionWords::tr("There is no field “%1”.").arg(what);
    if (problem.problem == QLatin1String("unknown-value"))
        return ConditionWords::tr("Nothing is called “%1” here.").arg(what);
    if (problem.problem == QLatin1String("ambiguous-value"))
        return ConditionWords::tr("“%1” could be several.").arg(what);
    if (problem.problem == QLatin1String("bad-operator"))
        return ConditionWords::tr("“%1” does not go with this field.").arg(what);
    if (problem.problem == QLatin1String("bad-date"))
        return ConditionWords::tr("“%1” is no time: write 2d, -8h, now or 2026-11-21.").arg(what);
    if (problem.problem == QLatin1String("bad-number"))
        return ConditionWords::tr("“%1” is no number.").arg(what);
    if (problem.problem == QLatin1String("missing-value"))
        return ConditionWords::tr("A value is missing after “%1”.").arg(what);
    if (problem.problem == QLatin1String("unclosed-quote"))
        return ConditionWords::tr("The closing quotation mark is missing.");
    if (problem.problem == QLatin1String("unclosed-group"))
        return ConditionWords::tr("The closing parenthesis is missing.");
    return ConditionWords::tr("“%1” is not expected here.").arg(what);
}

} // namespace

QString conditionProblemWords(const ConditionProblem &problem)
{
    const QString sentence = sentenceFor(problem);
    const QStringList candidates = problem.candidates.mid(0, candidatesShown);
    return candidates.isEmpty()
               ? sentence
               : sentence + u' ' + ConditionWords::tr("Perhaps: %1").arg(candidates.join(QStringLiteral(", ")));
}

} // namespace deskhand

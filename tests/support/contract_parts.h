// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QMetaMethod>
#include <QObject>
#include <QtTest>

namespace deskhand::test {

/// A contract that takes long behind some door is run by two programs: one with the functions that are named, the other
/// with all the rest.
enum class ContractPart { Named, Rest };

inline int runPart(QObject &contract, const QStringList &names, ContractPart part)
{
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() > 1) // somebody has chosen
        return QTest::qExec(&contract, arguments);
    QStringList functions = arguments;
    const QMetaObject *meta = contract.metaObject();
    for (int i = meta->methodOffset(); i < meta->methodCount(); ++i) {
        const QMetaMethod method = meta->method(i);
        const QString name = QString::fromLatin1(method.name());
        const bool isTest = method.methodType() == QMetaMethod::Slot && method.access() == QMetaMethod::Private
                            && !name.endsWith(u"_data") && name != u"init" && name != u"cleanup";
        if (isTest && names.contains(name) == (part == ContractPart::Named))
            functions.append(name);
    }
    return QTest::qExec(&contract, functions);
}

/// Of CommandContract: those about several tickets, and about two doors at once.
inline QStringList commandsOfSeveral()
{
    return {QStringLiteral("oneCommandThroughTwoDoorsIsOne"),
            QStringLiteral("ofTwoValuesOneIsAConflict"),
            QStringLiteral("twoFieldsMergeFromTwoDoors"),
            QStringLiteral("tagsComeTogetherFromTwoDoors"),
            QStringLiteral("ofTwoRepliesOneIsHeld"),
            QStringLiteral("aNewPersonOfTwoDoorsIsOne"),
            QStringLiteral("numbersAreGivenOnceByTwoDoors"),
            QStringLiteral("oneMailThroughTwoDoorsIsOne"),
            QStringLiteral("aNameIsTakenOnceByTwoDoors"),
            QStringLiteral("twoDoorsMakeNoLoopOfQueues"),
            QStringLiteral("twoAdminsLeaveOne"),
            QStringLiteral("mergedArticlesAreShownInTheTarget"),
            QStringLiteral("aStubLeadsToItsTarget"),
            QStringLiteral("aStubTakesNoChange"),
            QStringLiteral("whatCannotBeMerged"),
            QStringLiteral("whoMergesSeesAll"),
            QStringLiteral("ofTwoMergesOneIsAConflict"),
            QStringLiteral("unmergingRestoresBoth"),
            QStringLiteral("aChainIsPartedInTheMiddle"),
            QStringLiteral("whatWasWrittenSinceStaysOrGoes"),
            QStringLiteral("tagsGoWithWhoBroughtThem"),
            QStringLiteral("readMarksAreJoinedAndParted"),
            QStringLiteral("articlesAreSplitOff"),
            QStringLiteral("articlesAreCopied"),
            QStringLiteral("mergingUndoesASplit"),
            QStringLiteral("whatCannotBeSplit"),
            QStringLiteral("anyMergesAndSplitsKeepEveryArticle")};
}

} // namespace deskhand::test

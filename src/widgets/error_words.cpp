// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/error_words.h"

#include "widgets/connect_words.h"

#include <QCoreApplication>

namespace deskhand {

namespace {

struct WordsOfCode {
    const char *happened;
    const char *safe;
    const char *advice;
};

// QT_TRANSLATE_NOOP marks the words for lupdate; wordsFor() translates them.
WordsOfCode wordsOfCode(ErrorCode code)
{
    const char *nothingChanged = QT_TRANSLATE_NOOP("ErrorWords", "Nothing was changed.");
    const char *tryAgain = QT_TRANSLATE_NOOP("ErrorWords", "Try again.");
    switch (code) {
    case ErrorCode::Offline:
        return {QT_TRANSLATE_NOOP("ErrorWords", "The desk cannot be reached."),
                QT_TRANSLATE_NOOP("ErrorWords", "What you wrote is kept on this computer."),
                QT_TRANSLATE_NOOP("ErrorWords", "Check the network; it is tried again when the desk answers.")};
    case ErrorCode::Timeout:
        return {QT_TRANSLATE_NOOP("ErrorWords", "The desk took too long to answer."),
                QT_TRANSLATE_NOOP("ErrorWords", "What you wrote is kept on this computer."), tryAgain};
    case ErrorCode::Busy:
        return {QT_TRANSLATE_NOOP("ErrorWords", "The desk is busy with other work."), nothingChanged,
                QT_TRANSLATE_NOOP("ErrorWords", "Try again in a moment.")};
    case ErrorCode::Cancelled: return {QT_TRANSLATE_NOOP("ErrorWords", "It was cancelled."), nothingChanged, ""};
    case ErrorCode::Unauthenticated:
        return {QT_TRANSLATE_NOOP("ErrorWords", "The desk does not know who you are."), nothingChanged,
                QT_TRANSLATE_NOOP("ErrorWords", "Sign in again.")};
    case ErrorCode::Denied:
        return {QT_TRANSLATE_NOOP("ErrorWords", "You are not allowed to do this."), nothingChanged,
                QT_TRANSLATE_NOOP("ErrorWords", "Ask an administrator of the desk.")};
    case ErrorCode::NotFound:
        return {QT_TRANSLATE_NOOP("ErrorWords", "It does not exist any more."), nothingChanged,
                QT_TRANSLATE_NOOP("ErrorWords", "Somebody may have deleted or merged it.")};
    case ErrorCode::Conflict:
        return {QT_TRANSLATE_NOOP("ErrorWords", "Somebody else changed the same thing meanwhile."),
                QT_TRANSLATE_NOOP("ErrorWords", "Both versions are kept."),
                QT_TRANSLATE_NOOP("ErrorWords", "Look at what changed and decide which to keep.")};
    case ErrorCode::Invalid:
        return {QT_TRANSLATE_NOOP("ErrorWords", "The desk cannot accept this."), nothingChanged,
                QT_TRANSLATE_NOOP("ErrorWords", "Correct the marked fields.")};
    case ErrorCode::Integrity:
        return {QT_TRANSLATE_NOOP("ErrorWords", "The change does not fit what the desk holds."), nothingChanged,
                tryAgain};
    case ErrorCode::Corrupt:
        return {QT_TRANSLATE_NOOP("ErrorWords", "The desk file is damaged."),
                QT_TRANSLATE_NOOP("ErrorWords", "Nothing more was written to it."),
                QT_TRANSLATE_NOOP("ErrorWords", "Restore the newest backup, and keep a copy of the damaged file.")};
    case ErrorCode::TooOld:
        return {QT_TRANSLATE_NOOP("ErrorWords", "The desk was made by an older version of this program."),
                nothingChanged, QT_TRANSLATE_NOOP("ErrorWords", "Let the owner of the desk upgrade it.")};
    case ErrorCode::TooNew:
        return {QT_TRANSLATE_NOOP("ErrorWords", "The desk was made by a newer version of this program."),
                nothingChanged, QT_TRANSLATE_NOOP("ErrorWords", "Upgrade this program.")};
    case ErrorCode::Internal: break;
    }
    return {QT_TRANSLATE_NOOP("ErrorWords", "Something went wrong inside the program."), nothingChanged,
            QT_TRANSLATE_NOOP("ErrorWords", "Copy the details into a report to its makers.")};
}

/// What is said of attachments by who would have taken them.
WordsOfCode wordsOf(const Error &error)
{
    WordsOfCode words = wordsOfCode(error.code);
    if (!error.where.endsWith(QLatin1String(".upload")))
        return words;
    const QString reason = error.payload.value(QStringLiteral("reason")).toString();
    const char *administrator = QT_TRANSLATE_NOOP("ErrorWords", "Ask an administrator of the desk.");
    if (reason == u"too-large")
        words = {QT_TRANSLATE_NOOP("ErrorWords", "An attachment is larger than the service takes."), words.safe,
                 QT_TRANSLATE_NOOP("ErrorWords", "Attach something smaller, or ask an administrator of the desk.")};
    else if (reason == u"quota")
        words = {QT_TRANSLATE_NOOP("ErrorWords", "Too many attachments of yours wait to be used."), words.safe,
                 administrator};
    else if (reason == u"disk")
        words = {QT_TRANSLATE_NOOP("ErrorWords", "The service has no room for attachments."), words.safe,
                 administrator};
    return words;
}

} // namespace

ErrorWords wordsFor(const Error &error)
{
    const WordsOfCode words = wordsOf(error);
    const auto translated = [](const char *text) {
        return *text ? QCoreApplication::translate("ErrorWords", text) : QString();
    };
    const QString details = QStringLiteral("%1 (%2)\n%3\nDeskhand %4, Qt %5")
                                .arg(errorCodeName(error.code), error.where, error.detail,
                                     QStringLiteral(DESKHAND_VERSION), QLatin1String(qVersion()));
    if (const std::optional<ConnectProblem> problem = connectProblemOf(error)) {
        const ConnectWords connecting = wordsFor(*problem);
        if (!connecting.happened.isEmpty())
            return {connecting.happened, {}, connecting.advice, details};
    }
    return {translated(words.happened), translated(words.safe), translated(words.advice), details};
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Names of further fields of a draft (Draft::fields). They are on disk: never rename.
namespace deskhand::draft_fields {

inline const QString command = QStringLiteral("command");         ///< uuid, state, reminder and release time
inline const QString inbound = QStringLiteral("inbound");         ///< of a call
inline const QString noQuote = QStringLiteral("noQuote");         ///< the quote was taken away
inline const QString text = QStringLiteral("text");               ///< plain text of the draft's html
inline const QString unconfirmed = QStringLiteral("unconfirmed"); ///< given to the desk, and no answer has come
inline const QString recipients = QStringLiteral("recipientsEdited");
inline const QString guardAnswered = QStringLiteral("guardAnswered"); ///< warnings that the person has sent over

// Of a draft whose mail can still be taken back, see sent_drafts.h.
inline const QString sentMail = QStringLiteral("sentMail");
inline const QString sentKey = QStringLiteral("sentKey");
inline const QString sentAt = QStringLiteral("sentAt");
inline const QString sentUntil = QStringLiteral("sentUntil");
inline const QString undoCommand = QStringLiteral("undoCommand");

} // namespace deskhand::draft_fields

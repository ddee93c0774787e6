// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

class QTextDocument;

namespace deskhand {

/// What the editor's document says, written anew from the few things an article may have: lines, bold, italic,
/// underline, strike-out, lists, quotes, code, links and pictures of the article itself (`cid:`). Whatever else came in
/// by pasting is not written: the result is safe HTML by construction.
[[nodiscard]] QString documentToHtml(const QTextDocument &document);

/// The same as plain text: list marks, "> " before quotes, link targets behind their text.
[[nodiscard]] QString documentToText(const QTextDocument &document);

/// Content ids of the pictures that are still in the document.
[[nodiscard]] QSet<QString> documentPictures(const QTextDocument &document);

/// Plain text as paragraphs of safe HTML.
[[nodiscard]] QString textToHtml(const QString &text);

/// Puts safe HTML (as written by documentToHtml) into a document, with the block formats that the writer and the
/// editor know. Replaces what was there.
void setDocumentHtml(QTextDocument &document, const QString &html);

} // namespace deskhand

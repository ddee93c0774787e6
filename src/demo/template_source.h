// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>
#include <QVector>

namespace deskhand {

/// A line of a text file of resources/demo, whose format is described in src/demo/README.md.
struct TemplateLine {
    QString text;
    int line = 0; ///< from 1
};

/// "key: value"; for `list NAME: a|b` the key is "list" and `name` is NAME; subjects may have a letter.
struct TemplateKey {
    QString key;
    QString name;
    QString value;
    int line = 0;
};

/// What follows a "--- kind words +attachment" line.
struct TemplatePiece {
    QString kind;
    QStringList words;  ///< without the attachment
    QString attachment; ///< "image", "log", "sheet", "pdf" or empty
    QString text;
    int line = 0; ///< of the first line of text
};

/// A "== kind name language" section.
struct TemplateSection {
    QString file;
    int line = 0;
    QString kind; ///< "topic", "common", "list" or "story"
    QString name;
    QString language; ///< empty: all
    QVector<TemplateKey> keys;
    QVector<TemplatePiece> pieces;
    QVector<TemplateLine> items; ///< of a list
};

/// Invalid, with payload "file" and "line"; `detail` is "file:line: problem".
[[nodiscard]] Error templateError(const QString &file, int line, const QString &problem);

/// Splits a file into its sections. Checks the form, not yet the texts (see template_compiler.h).
[[nodiscard]] Result<QVector<TemplateSection>> parseTemplateSource(const QString &file, const QString &text);

} // namespace deskhand

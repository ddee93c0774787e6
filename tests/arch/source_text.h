// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

namespace deskhand::arch {

/// Something that breaks a rule, and where.
struct Violation {
    QString path; ///< relative to the project
    int line = 0; ///< from 1; 0: the file as a whole
    QString what;

    [[nodiscard]] QString toString() const;
};
using Violations = QVector<Violation>;

struct StringLiteral {
    int line = 0;
    qsizetype offset = 0; ///< of the quote that opens it
    QString text;         ///< without quotes and prefix, escapes as written
};

struct FunctionBody {
    int firstLine = 0; ///< of the opening brace
    int lastLine = 0;
};

/// A C++ file as a rule wants to see it.
class SourceText
{
public:
    /// `path` is relative to the project, e.g. "src/base/clock.h"; it tells the layer.
    SourceText(QString path, QString text);

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const QString &text() const { return m_text; }
    /// The same length and lines as text(); comments, literals and preprocessor lines are blank.
    [[nodiscard]] const QString &code() const { return m_code; }
    [[nodiscard]] const QVector<StringLiteral> &literals() const { return m_literals; }
    [[nodiscard]] int lineCount() const;
    [[nodiscard]] int lineAt(qsizetype offset) const;
    /// First folder below src/, e.g. "base" or "apps"; empty for files elsewhere.
    [[nodiscard]] QString layer() const;
    /// Outermost bodies; lambdas and local classes belong to the function that they are in. Tables of data are none.
    [[nodiscard]] QVector<FunctionBody> functions() const;

private:
    void blankOut();
    qsizetype skipComment(qsizetype at);
    qsizetype skipLiteral(qsizetype at);
    qsizetype skipRawLiteral(qsizetype at);
    qsizetype skipDirective(qsizetype at);
    void blank(qsizetype from, qsizetype to);

    QString m_path;
    QString m_text;
    QString m_code;
    QVector<StringLiteral> m_literals;
};

/// All files below `folders` of the project at `root` whose names end in one of `suffixes` (".cpp"), as relative paths,
/// sorted.
QStringList filesBelow(const QString &root, const QStringList &folders, const QStringList &suffixes);
/// Content as UTF-8; an unreadable file is a fatal error of the test, never an empty text.
QString readFile(const QString &root, const QString &path);
/// Every C++ file below `folders`, read.
QVector<SourceText> readSources(const QString &root, const QStringList &folders);

} // namespace deskhand::arch

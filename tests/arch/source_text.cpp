// SPDX-License-Identifier: GPL-3.0-or-later
#include "arch/source_text.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace deskhand::arch {

namespace {

enum class BraceKind { Scope, Data, Function };

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

/// Drops `template <…>` with its parameters, which may say `class`.
QString withoutTemplateHead(QString head)
{
    qsizetype at = head.indexOf(QStringLiteral("template"));
    while (at >= 0) {
        qsizetype end = head.indexOf(u'<', at);
        int depth = 0;
        for (; end >= 0 && end < head.size(); ++end) {
            if (head[end] == u'<')
                ++depth;
            else if (head[end] == u'>' && --depth == 0)
                break;
        }
        if (end < 0)
            break;
        head.remove(at, end - at + 1);
        at = head.indexOf(QStringLiteral("template"));
    }
    return head;
}

/// What a brace opens at namespace or class level, by the text between it and the statement before.
BraceKind braceKind(const QString &between)
{
    static const QRegularExpression scope(QStringLiteral("\\b(namespace|extern|class|struct|union|enum)\\b"));
    const QString head = withoutTemplateHead(between).trimmed();
    const bool hasParameters = head.contains(u'(');
    if (head.isEmpty())
        return BraceKind::Function; // after the last member of an initialiser list
    if (!hasParameters)
        return scope.match(head).hasMatch() ? BraceKind::Scope : BraceKind::Data;
    return head.endsWith(u'=') || head.endsWith(u',') || head.endsWith(u'(') ? BraceKind::Data : BraceKind::Function;
}

} // namespace

QString Violation::toString() const
{
    return line > 0 ? QStringLiteral("%1:%2: %3").arg(path, QString::number(line), what)
                    : QStringLiteral("%1: %2").arg(path, what);
}

SourceText::SourceText(QString path, QString text)
    : m_path(std::move(path))
    , m_text(std::move(text))
    , m_code(m_text)
{
    blankOut();
}

int SourceText::lineCount() const
{
    return int(m_text.count(u'\n')) + (m_text.isEmpty() || m_text.endsWith(u'\n') ? 0 : 1);
}

int SourceText::lineAt(qsizetype offset) const
{
    return int(QStringView(m_text).left(offset).count(u'\n')) + 1;
}

QString SourceText::layer() const
{
    return m_path.startsWith(QLatin1String("src/")) ? m_path.section(u'/', 1, 1) : QString();
}

void SourceText::blank(qsizetype from, qsizetype to)
{
    for (qsizetype i = from; i < to && i < m_code.size(); ++i) {
        if (m_code[i] != u'\n')
            m_code[i] = u' ';
    }
}

void SourceText::blankOut()
{
    bool lineBegins = true;
    for (qsizetype at = 0; at < m_text.size();) {
        const QChar c = m_text[at];
        const QChar next = at + 1 < m_text.size() ? m_text[at + 1] : QChar();
        const QChar previous = at > 0 ? m_text[at - 1] : QChar();
        if (c == u'/' && (next == u'/' || next == u'*')) {
            at = skipComment(at);
        } else if (c == u'#' && lineBegins) {
            at = skipDirective(at);
        } else if (c == u'"') {
            at = previous == u'R' ? skipRawLiteral(at) : skipLiteral(at);
        } else if (c == u'\'' && !(isWordCharacter(previous) && isWordCharacter(next) && previous.isDigit())) {
            at = skipLiteral(at);
        } else {
            lineBegins = c == u'\n' || (lineBegins && c.isSpace());
            ++at;
            continue;
        }
        lineBegins = at > 0 && at <= m_text.size() && m_text[at - 1] == u'\n';
    }
}

qsizetype SourceText::skipComment(qsizetype at)
{
    const bool isLine = m_text[at + 1] == u'/';
    qsizetype end = isLine ? m_text.indexOf(u'\n', at) : m_text.indexOf(QStringLiteral("*/"), at + 2);
    if (end < 0)
        end = m_text.size();
    else if (!isLine)
        end += 2;
    blank(at, end);
    return end;
}

qsizetype SourceText::skipDirective(qsizetype at)
{
    qsizetype end = at;
    do {
        end = m_text.indexOf(u'\n', end + 1);
    } while (end > 0 && m_text[end - 1] == u'\\');
    if (end < 0)
        end = m_text.size();
    blank(at, end);
    return end;
}

qsizetype SourceText::skipLiteral(qsizetype at)
{
    const QChar quote = m_text[at];
    qsizetype end = at + 1;
    while (end < m_text.size() && m_text[end] != quote && m_text[end] != u'\n')
        end += m_text[end] == u'\\' ? 2 : 1;
    if (quote == u'"')
        m_literals.append({lineAt(at), at, m_text.mid(at + 1, end - at - 1)});
    blank(at + 1, end);
    return end + 1;
}

qsizetype SourceText::skipRawLiteral(qsizetype at)
{
    const qsizetype open = m_text.indexOf(u'(', at);
    const QString close = u')' + m_text.mid(at + 1, open - at - 1) + u'"';
    qsizetype end = m_text.indexOf(close, open);
    if (open < 0 || end < 0)
        end = m_text.size();
    m_literals.append({lineAt(at), at, m_text.mid(open + 1, end - open - 1)});
    blank(at + 1, end + close.size() - 1);
    return end + close.size();
}

QVector<FunctionBody> SourceText::functions() const
{
    QVector<FunctionBody> result;
    QVector<BraceKind> open;
    qsizetype statement = 0; // where the text that tells what a brace opens begins
    int inner = 0;           // braces open inside a function or a table
    qsizetype begin = 0;
    for (qsizetype at = 0; at < m_code.size(); ++at) {
        const QChar c = m_code[at];
        if (inner > 0) {
            inner += c == u'{' ? 1 : c == u'}' ? -1 : 0;
            if (inner > 0)
                continue;
            if (open.takeLast() == BraceKind::Function)
                result.append({lineAt(begin), lineAt(at)});
            statement = at + 1;
        } else if (c == u'{') {
            open.append(braceKind(m_code.mid(statement, at - statement)));
            if (open.last() != BraceKind::Scope) {
                inner = 1;
                begin = at;
            }
            statement = at + 1;
        } else if (c == u'}') {
            if (!open.isEmpty())
                open.removeLast();
            statement = at + 1;
        } else if (c == u';') {
            statement = at + 1;
        }
    }
    return result;
}

QStringList filesBelow(const QString &root, const QStringList &folders, const QStringList &suffixes)
{
    QStringList result;
    for (const QString &folder : folders) {
        QDirIterator files(QDir(root).filePath(folder), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = QDir(root).relativeFilePath(files.next());
            for (const QString &suffix : suffixes) {
                if (path.endsWith(suffix)) {
                    result.append(path);
                    break;
                }
            }
        }
    }
    result.sort();
    return result;
}

QString readFile(const QString &root, const QString &path)
{
    QFile file(QDir(root).filePath(path));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s: %s", qPrintable(file.fileName()), qPrintable(file.errorString()));
    return QString::fromUtf8(file.readAll());
}

QVector<SourceText> readSources(const QString &root, const QStringList &folders)
{
    QVector<SourceText> result;
    const QStringList paths = filesBelow(root, folders, {QStringLiteral(".cpp"), QStringLiteral(".h")});
    for (const QString &path : paths)
        result.append(SourceText(path, readFile(root, path)));
    return result;
}

} // namespace deskhand::arch

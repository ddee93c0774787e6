// SPDX-License-Identifier: GPL-3.0-or-later
#include "arch/code_rules.h"

#include <QHash>

namespace deskhand::arch {

namespace {

constexpr int maximumFileLines = 800;
constexpr int maximumFunctionLines = 100;

const QStringList everySource{QStringLiteral("src/")};
const QStringList graphical{QStringLiteral("src/models/"), QStringLiteral("src/widgets/"),
                            QStringLiteral("src/apps/deskhand/")};
const QStringList everywhere{QStringLiteral("src/"), QStringLiteral("tests/")};
const QStringList belowModels{QStringLiteral("src/base/"),       QStringLiteral("src/domain/"),
                              QStringLiteral("src/operations/"), QStringLiteral("src/store/"),
                              QStringLiteral("src/mail/"),       QStringLiteral("src/replica/"),
                              QStringLiteral("src/demo/"),       QStringLiteral("src/edge/")};

/// Arguments of the call whose "(" is at `open`, split at the commas between them; empty when it never closes.
QStringList argumentsAt(const QString &code, qsizetype open)
{
    QStringList result;
    int depth = 0;
    qsizetype begin = open + 1;
    for (qsizetype at = open; at < code.size(); ++at) {
        const QChar c = code[at];
        if (c == u'(' || c == u'[' || c == u'{') {
            ++depth;
        } else if (c == u')' || c == u']' || c == u'}') {
            if (--depth > 0)
                continue;
            result.append(code.mid(begin, at - begin).trimmed());
            return result;
        } else if (c == u',' && depth == 1) {
            result.append(code.mid(begin, at - begin).trimmed());
            begin = at + 1;
        }
    }
    return {};
}

BannedSpelling banned(const char *name, const char *pattern, const QStringList &where, const char *instead,
                      const char *sample, const char *good)
{
    return {QString::fromLatin1(name),
            QRegularExpression(QString::fromLatin1(pattern)),
            where,
            QString::fromLatin1(instead),
            QString::fromLatin1(sample),
            QString::fromLatin1(good)};
}

bool isAbout(const SourceText &source, const QStringList &prefixes)
{
    for (const QString &prefix : prefixes) {
        if (source.path().startsWith(prefix))
            return true;
    }
    return false;
}

} // namespace

const QVector<BannedSpelling> &bannedSpellings()
{
    static const QVector<BannedSpelling> rules{
        banned("takeResult", "\\btakeResults?\\s*\\(", everySource, "deliver() and a const reference",
               "auto r = future.takeResult();", "auto r = future.result();"),
        banned("nested event loop", "\\b(QEventLoop|processEvents)\\b", everySource, "signals and deliver()",
               "QCoreApplication::processEvents();", "queue.process(events);"),
        banned("exec()", "(?<!Application::)(?<!application\\.)(?<!app\\.)\\bexec\\s*\\(", graphical,
               "open() or popup() and a signal", "dialog.exec();", "return QApplication::exec();"),
        banned(
            "modal helper",
            "\\b(QMessageBox::(question|information|warning|critical|about)|QFileDialog::get\\w+|QInputDialog::get\\w+"
            "|QColorDialog::getColor|QFontDialog::getFont)\\s*\\(",
            graphical, "the injected Prompt", "QMessageBox::question(this, title, text);",
            "box->setIcon(QMessageBox::Question);"),
        // waitForDone() of an own pool is how writing to the local disk ends with the program.
        banned("waiting in the GUI", "\\bwaitFor(?!Done)[A-Z]\\w*\\s*\\(", graphical, "a signal",
               "process.waitForFinished();", "waitingForAnswer(true);"),
        banned("string-based connection", "\\b(SIGNAL|SLOT)\\s*\\(", everywhere, "a pointer to the member",
               "connect(a, SIGNAL(b()), c, SLOT(d()));", "QSIGNAL(x); Q_SIGNALS:"),
        banned("sleeping",
               "\\b(QThread::(s|ms|us)leep|QThread::sleep|usleep|nanosleep|sleep_for|sleep_until|qSleep)\\s*\\(",
               everywhere, "a timer, or in tests QTRY_", "QThread::msleep(10);", "timer.start(10);"),
        banned("std::views", "\\bstd::(ranges::)?views\\b", everywhere, "an algorithm or a plain loop",
               "for (int i : v | std::views::reverse) {}", "std::ranges::sort(v);"),
        banned("open namespace", "(?m)^using\\s+namespace\\s+(deskhand|std|Qt)\\s*;", everySource,
               "namespace deskhand { … }", "using namespace deskhand;", "    using namespace deskhand;"),
        banned("leftover output", "\\b(qDebug|qInfo|std::cout|std::cerr|printf)\\b(?!\\w)",
               {QStringLiteral("src/base/"), QStringLiteral("src/domain/"), QStringLiteral("src/operations/"),
                QStringLiteral("src/store/"), QStringLiteral("src/mail/"), QStringLiteral("src/replica/"),
                QStringLiteral("src/demo/"), QStringLiteral("src/edge/"), QStringLiteral("src/models/"),
                QStringLiteral("src/widgets/")},
               "a logging category", "qDebug() << x;", "qCDebug(storeLog) << x; snprintf(a, b);"),
        banned("words for people below models",
               "\\b(tr|QT_TR_NOOP|QT_TRANSLATE_NOOP|\\w*Application::translate)\\s*\\(", belowModels,
               "an error code or an enum that widgets translate", "return tr();", "return str(text);"),
    };
    return rules;
}

Violations checkSpelling(const SourceText &source, const BannedSpelling &rule)
{
    Violations result;
    if (!isAbout(source, rule.where))
        return result;
    auto matches = rule.pattern.globalMatch(source.code());
    while (matches.hasNext()) {
        const auto match = matches.next();
        result.append({source.path(), source.lineAt(match.capturedStart()),
                       QStringLiteral("%1 (%2): use %3").arg(rule.name, match.captured().simplified(), rule.instead)});
    }
    return result;
}

Violations checkThen(const SourceText &source)
{
    static const QRegularExpression call(QStringLiteral("(\\.|->)\\s*then\\s*(?=\\()"));
    Violations result;
    auto matches = call.globalMatch(source.code());
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QStringList arguments = argumentsAt(source.code(), match.capturedEnd());
        // then(fn), then(launchPolicy, fn) and then(pool, fn) know no context; the second kind names what it is.
        const bool safe = arguments.size() < 2 || arguments[0].startsWith(QLatin1String("QtFuture::"));
        if (!safe)
            result.append({source.path(), source.lineAt(match.capturedStart()),
                           QStringLiteral(".then(%1, …): use deliver()").arg(arguments[0])});
    }
    return result;
}

Violations checkConnect(const SourceText &source)
{
    static const QRegularExpression call(QStringLiteral("\\bconnect\\s*(?=\\()"));
    Violations result;
    if (!isAbout(source, everySource))
        return result;
    auto matches = call.globalMatch(source.code());
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QStringList arguments = argumentsAt(source.code(), match.capturedEnd());
        if (arguments.size() == 3 && arguments[2].startsWith(u'['))
            result.append({source.path(), source.lineAt(match.capturedStart()),
                           QStringLiteral("connect() to a lambda without a receiver that ends the connection")});
    }
    return result;
}

Violations checkSize(const SourceText &source)
{
    Violations result;
    if (source.lineCount() > maximumFileLines)
        result.append({source.path(), 0, QStringLiteral("%1 lines in a file").arg(source.lineCount())});
    const QVector<FunctionBody> functions = source.functions();
    for (const FunctionBody &function : functions) {
        const int lines = function.lastLine - function.firstLine + 1;
        if (lines > maximumFunctionLines)
            result.append({source.path(), function.firstLine, QStringLiteral("%1 lines in a function").arg(lines)});
    }
    return result;
}

Violations checkMarkers(const QString &path, const QString &text)
{
    // Written apart, so that this file does not find itself.
    static const QRegularExpression marker(QStringLiteral("\\b(TO") + QStringLiteral("DO|FIX") + QStringLiteral("ME|XX")
                                           + QStringLiteral("X|HA") + QStringLiteral("CK)\\b"));
    Violations result;
    auto matches = marker.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const int line = int(QStringView(text).left(match.capturedStart()).count(u'\n')) + 1;
        result.append({path, line, QStringLiteral("marker %1: do it or file it").arg(match.captured())});
    }
    return result;
}

Violations checkTypeNames(const QVector<SourceText> &sources)
{
    static const QRegularExpression definition(
        QStringLiteral("^(?:class|struct|union|enum(?:\\s+class)?)\\s+(\\w+)\\b[^;{()]*\\{"),
        QRegularExpression::MultilineOption);
    QHash<QString, QString> seen;
    Violations result;
    for (const SourceText &source : sources) {
        if (!source.path().endsWith(QLatin1String(".h")))
            continue;
        auto matches = definition.globalMatch(source.code());
        while (matches.hasNext()) {
            const auto match = matches.next();
            const QString name = match.captured(1);
            const QString other = seen.value(name);
            if (other.isEmpty())
                seen.insert(name, source.path());
            else
                result.append({source.path(), source.lineAt(match.capturedStart()),
                               QStringLiteral("%1 is also the name of a type in %2").arg(name, other)});
        }
    }
    return result;
}

Violations checkSkips(const SourceText &source)
{
    static const QRegularExpression call(QStringLiteral("\\bQSKIP\\s*(?=\\()"));
    constexpr int shortestReason = 10;
    Violations result;
    auto matches = call.globalMatch(source.code());
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QStringList arguments = argumentsAt(source.code(), match.capturedEnd());
        const qsizetype end = match.capturedEnd() + 1 + (arguments.isEmpty() ? 0 : arguments[0].size());
        bool hasReason = false;
        for (const StringLiteral &literal : source.literals())
            hasReason |=
                literal.offset > match.capturedEnd() && literal.offset <= end && literal.text.size() >= shortestReason;
        const bool isVariable = arguments.size() == 1 && !arguments[0].isEmpty() && !arguments[0].startsWith(u'"');
        if (!hasReason && !isVariable)
            result.append(
                {source.path(), source.lineAt(match.capturedStart()), QStringLiteral("QSKIP without a reason")});
    }
    return result;
}

} // namespace deskhand::arch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/arguments.h"

#include "apps/deskhandctl/output.h"

namespace deskhand::ctl {

Arguments::Arguments(const QStringList &arguments, const QStringList &flags, const QStringList &options)
{
    bool wordsOnly = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (wordsOnly || !argument.startsWith(u"--")) {
            m_words.append(argument);
            continue;
        }
        if (argument == u"--") {
            wordsOnly = true;
            continue;
        }
        const qsizetype equals = argument.indexOf(u'=');
        const QString name = argument.mid(2, equals < 0 ? -1 : equals - 2);
        if (flags.contains(name) && equals < 0) {
            m_flags.append(name);
        } else if (options.contains(name) && (equals >= 0 || i + 1 < arguments.size())) {
            m_values[name].append(equals >= 0 ? argument.mid(equals + 1) : arguments[++i]);
        } else if (m_problem.isEmpty()) {
            m_problem = options.contains(name) ? QStringLiteral("--%1 needs a value").arg(name)
                                               : QStringLiteral("there is no option %1").arg(argument);
        }
    }
}

QString Arguments::value(const QString &option, const QString &fallback) const
{
    const QStringList given = m_values.value(option);
    return given.isEmpty() ? fallback : given.last();
}

std::optional<qint64> Arguments::number(const QString &option, qint64 least)
{
    if (!m_values.contains(option))
        return {};
    bool ok = false;
    const qint64 number = value(option).toLongLong(&ok);
    if (ok && number >= least)
        return number;
    m_problem =
        QStringLiteral("--%1 needs a whole number of at least %2, not “%3”").arg(option).arg(least).arg(value(option));
    return {};
}

bool Arguments::check(qsizetype least, const QString &usage) const
{
    if (m_problem.isEmpty() && m_words.size() >= least)
        return true;
    printError(m_problem.isEmpty() ? QStringLiteral("something is missing") : m_problem);
    printError(QStringLiteral("usage: deskhandctl ") + usage);
    return false;
}

} // namespace deskhand::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>

#include <optional>

namespace deskhand::ctl {

/// Words and options of one subcommand. Options that are not declared are errors, so that a typing mistake is never
/// silently ignored. "--" ends the options.
class Arguments
{
public:
    /// `flags` stand alone ("json"), `options` take a value ("seed"; --seed 7 or --seed=7).
    Arguments(const QStringList &arguments, const QStringList &flags, const QStringList &options);

    /// Empty when everything was understood; else what to tell the person.
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] const QStringList &words() const { return m_words; }
    [[nodiscard]] bool has(const QString &flag) const { return m_flags.contains(flag); }
    [[nodiscard]] QString value(const QString &option, const QString &fallback = {}) const;
    [[nodiscard]] QStringList values(const QString &option) const { return m_values.value(option); }
    /// Nothing when absent; sets problem() when it is not a whole number of at least `least`.
    [[nodiscard]] std::optional<qint64> number(const QString &option, qint64 least);

    /// True when all is well and at least `least` words are there; else prints the problem.
    [[nodiscard]] bool check(qsizetype least, const QString &usage) const;

private:
    QStringList m_words;
    QStringList m_flags;
    QHash<QString, QStringList> m_values;
    QString m_problem;
};

} // namespace deskhand::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arch/source_text.h"

#include <QRegularExpression>
#include <QStringList>

namespace deskhand::arch {

/// A spelling that must not be in the code of some files.
struct BannedSpelling {
    QString name;               ///< of the rule, for the message
    QRegularExpression pattern; ///< searched in SourceText::code()
    QStringList where;          ///< path prefixes that the rule is about
    QString instead;
    QString sample; ///< a line that breaks the rule
    QString good;   ///< a line that looks like it and does not
};

/// Every banned spelling; each is tried on its own samples by the test.
const QVector<BannedSpelling> &bannedSpellings();

Violations checkSpelling(const SourceText &source, const BannedSpelling &rule);
/// `.then(context, …)`: aborts or races when the context dies first (Qt 6.4).
Violations checkThen(const SourceText &source);
/// `connect(sender, signal, lambda)` lives as long as the sender, whatever the lambda captured.
Violations checkConnect(const SourceText &source);
/// Files over 800 lines and functions over 100.
Violations checkSize(const SourceText &source);
/// Notes to oneself belong into the issue tracker.
Violations checkMarkers(const QString &path, const QString &text);
/// Types of one name in two headers: no linker tells that a program was made of both.
Violations checkTypeNames(const QVector<SourceText> &sources);
/// A skipped test says why.
Violations checkSkips(const SourceText &source);

} // namespace deskhand::arch

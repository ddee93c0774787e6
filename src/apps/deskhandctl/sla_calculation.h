// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/working_time.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>

namespace deskhand::ctl {

/// What is asked about a calendar, without any desk.
struct SlaQuestion {
    enum class Kind { Due, Elapsed };
    Kind kind = Kind::Due;
    WorkingTimePtr calendar;
    Instant from = 0;
    Instant to = 0;      ///< of Elapsed
    TimeAmount target{}; ///< of Due: Business or WorkingDays
    QVector<TimeSpan> pauses;
};

/// "14400" and "14400.5" are seconds, "3wd" are working days. Errors: Invalid.
[[nodiscard]] Result<TimeAmount> targetFromText(const QString &text);
/// "2026-05-04T10:00:00Z/2026-05-04T11:00:00Z". Errors: Invalid.
[[nodiscard]] Result<TimeSpan> pauseFromText(const QString &text);

/// The answer of a due question, with its ledger; without a due instant the ledger is empty.
struct SlaDueAnswer {
    std::optional<Instant> due;
    QVector<LedgerEntry> ledger;
};
[[nodiscard]] SlaDueAnswer answerDue(const SlaQuestion &question);
/// "working", "closed", "paused", "holiday: NAME".
[[nodiscard]] QString ledgerWhy(const LedgerEntry &entry);

/// One compact line: {"due":…,"ledger":[…]} or {"seconds":…}.
[[nodiscard]] QByteArray answerLine(const SlaQuestion &question);

/// Answers lines of JSON, each with its own calendar; calendars are made ready once.
class SlaBatch
{
public:
    /// What a line is that has no "op"; nothing: it must have one.
    explicit SlaBatch(std::optional<SlaQuestion::Kind> kind)
        : m_kind(kind)
    {
    }

    /// {"error":…} for a line that cannot be answered.
    [[nodiscard]] QByteArray answer(const QByteArray &line);

private:
    [[nodiscard]] Result<SlaQuestion> question(const QJsonObject &json);
    [[nodiscard]] Result<WorkingTimePtr> calendar(const QJsonValue &value);

    std::optional<SlaQuestion::Kind> m_kind;
    QJsonObject m_lastObject;
    WorkingTimePtr m_lastCalendar;
    QHash<QByteArray, WorkingTimePtr> m_calendars; ///< by their text
};

} // namespace deskhand::ctl

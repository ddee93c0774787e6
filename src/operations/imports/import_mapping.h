// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/csv_reader.h"
#include "domain/article.h"
#include "domain/sla_policy.h"
#include "domain/ticket.h"

#include <QHash>
#include <QStringList>
#include <QTimeZone>

#include <optional>

namespace deskhand {

/// What a value of another system is here. A name that the desk does not have is made.
struct ImportTarget {
    QString name;
    StateType type = StateType::Open; ///< of a state that is made
    int rank = 0;                     ///< of a priority that is made; 0: behind all others
    bool operator==(const ImportTarget &) const = default;
};

/// Where a value comes from, and what it means.
struct ImportField {
    /// What to do with a value that `values` does not have.
    enum class Otherwise {
        Keep,    ///< it is the name itself
        SkipRow, ///< the row is skipped and reported
        LeaveOut ///< as if it were missing; reported
    };

    QString column;      ///< empty: `text` is used
    QString text;        ///< with columns in braces: "{category}: {symptom}"
    QStringList formats; ///< of an instant; empty: those of the mapping
    QHash<QString, ImportTarget> values;
    Otherwise otherwise = Otherwise::Keep;
    std::optional<ImportTarget> missing; ///< in place of a missing value

    [[nodiscard]] bool isMapped() const { return !column.isEmpty() || !text.isEmpty(); }
};

/// A verdict of another desk about a target, in the words of that desk.
struct ImportVerdict {
    SlaTargetKind target = SlaTargetKind::Resolution;
    QString column;
    QStringList met;
    QStringList missed;
};

/// A tag: every value of a column, or one of ours for tickets of which a column, in the last row, is missing or has one
/// of some values.
struct ImportTag {
    QString column;
    QString tag; ///< empty: the column's value
    bool whenMissing = false;
    QStringList whenOneOf; ///< else
};

/// A word that somebody wrote: an article for each row that has it.
struct ImportMessage {
    ImportField text;
    ImportField from; ///< names "customer", "agent", "system"; not mapped: the customer
    ImportField author;
    ImportField isInternal; ///< names "internal", "public"; not mapped: public
};

/// How a file of another system is read as tickets. See resources/help/import.md.
struct ImportMapping {
    enum class Rows { Tickets, Events };
    enum class Dirty { SkipRow, LeaveOut };
    enum class Agents { Inactive, Active };

    QString source; ///< with the number of a case the key by which it is known that it has been imported
    Rows rows = Rows::Tickets;
    CsvOptions csv;
    QTimeZone zone = QTimeZone::utc();
    QStringList times; ///< formats, see parseImportTime()
    QStringList missing{QString()};
    Dirty dirty = Dirty::SkipRow;     ///< what cannot be read in a column that need not be there
    bool keepNumbers = true;          ///< the case's number is the ticket's, where it can be
    bool sortByTime = false;          ///< events of a case; else they are in the order of the file
    Agents agents = Agents::Inactive; ///< who is made as an owner

    ImportField number, time, subject, text, requester, address, organization, queue, category, priority, state, owner,
        channel, actor, opened, solved, closed;
    QString reassigned; ///< column of a counter; a rise that changes no queue is a transfer inside of it
    std::optional<ImportTarget> openingState; ///< before the first event, when that is in no state of type New
    QVector<ImportMessage> messages;
    QVector<ImportVerdict> verdicts;
    QVector<ImportTag> tags;

    /// All that are named anywhere.
    [[nodiscard]] QStringList columns() const;
};

/// Reads a mapping. Errors: Invalid, with "place" ("columns.priority.values", or a line and column where it is no JSON)
/// and "problem" in the payload: what is unknown, missing or of the wrong kind is never passed over.
[[nodiscard]] Result<ImportMapping> importMappingFromJson(const QByteArray &json);

/// An instant in one of the formats: those of QDateTime ("d/M/yyyy HH:mm"), "iso" (with or without an offset), "unix",
/// "unix-ms". Without an offset it is in `zone`. Nothing: in none of them.
[[nodiscard]] std::optional<Instant> parseImportTime(const QString &text, const QStringList &formats,
                                                     const QTimeZone &zone);

/// The columns in the braces of a template.
[[nodiscard]] QStringList columnsOfTemplate(const QString &text);

} // namespace deskhand

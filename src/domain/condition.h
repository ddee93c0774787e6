// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/catalog_ptr.h"
#include "domain/ticket.h"

#include <QString>
#include <QVector>

namespace deskhand {

/// What a condition can ask about. The names used in text and JSON are in condition_fields.h.
enum class ConditionField {
    // references: values are ids (Is), 0 stands for "none"
    State,
    Priority, ///< also ordered by rank
    Queue,    ///< also Under (the queue or one below it)
    Category, ///< also Under
    Owner,
    Requester,
    Organization,
    // enumerations: values are the enum's numbers (Is)
    StateType,
    Channel,
    Delivery,  ///< of the newest mail, 0 without one
    Sla,       ///< SlaStanding, or slaOverdue for a running one whose time is up
    SlaMissed, ///< flag: a target was fulfilled too late, or is overdue
    SlaTarget, ///< which target is nearest
    // folded text (Contains, StartsWith, Equals)
    Number,
    Subject,
    RequesterText, ///< name or address of the requester
    // set of folded words (Has)
    Tag,
    // instants, 0 = not set (Before, After, IsSet)
    Created,
    Updated,
    LastContact,
    Due,
    SlaDue, ///< the nearest running target
    PendingUntil,
    Solved,
    Closed,
    // numbers (Is, Less, …)
    ArticleCount,
    AttachmentCount,
    // flags of the asking agent
    Unread, ///< there is an article newer than what `me` has read
    // full text of subject, thread, people, number and attachment names; the search index decides
    Text,
};

/// In `ids` of ConditionField::Sla: running, and the time is up. Running itself means those too.
inline constexpr qint64 slaOverdue = 5;

enum class ConditionOperator {
    Is,         ///< one of `ids`
    Under,      ///< one of `ids` or below it in its tree
    IsSet,      ///< not "none"; for flags: true
    Equals,     ///< folded text equal
    Contains,   ///< folded text contains
    StartsWith, ///< folded text starts with
    Has,        ///< the set has one of `words`
    Less,       ///< number or rank or instant strictly less than the value; false when not set
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Matches, ///< full text: every word (prefix), phrases in quotes
};

/// An instant said absolutely or relative to now ("2d": two days from now, "-8h": eight hours ago).
struct ConditionInstant {
    bool relative = false;
    qint64 value = 0; ///< ms since epoch, or ms to add to now

    [[nodiscard]] Instant resolve(Instant now) const { return relative ? now + value : value; }
    bool operator==(const ConditionInstant &) const = default;
};

/// A typed expression tree that says which tickets something is about. A value; cheap to copy.
/// The same tree is evaluated in memory (condition_evaluator.h), compiled to SQL (store) and written as text
/// (condition_text.h).
struct Condition {
    enum class Kind { All, Any, Not, Test };

    Kind kind = Kind::All;
    QVector<Condition> children; ///< All: every one (none: true); Any: at least one (none: false); Not: exactly one

    // Kind::Test
    ConditionField field = ConditionField::State;
    ConditionOperator op = ConditionOperator::Is;
    QVector<qint64> ids; ///< references, enumerations and numbers; `meId` stands for the asking agent
    QString text;        ///< folded or full text as typed
    QStringList words;   ///< sets, folded
    ConditionInstant instant;

    /// Placeholder in `ids` of Owner and Requester for whoever asks, so that a shared view means everybody's own.
    static constexpr qint64 meId = -1;

    [[nodiscard]] static Condition all(QVector<Condition> children = {});
    [[nodiscard]] static Condition any(QVector<Condition> children);
    [[nodiscard]] static Condition negate(Condition child);
    [[nodiscard]] static Condition is(ConditionField field, QVector<qint64> ids);
    [[nodiscard]] static Condition under(ConditionField field, QVector<qint64> ids);
    [[nodiscard]] static Condition isSet(ConditionField field);
    [[nodiscard]] static Condition textTest(ConditionField field, ConditionOperator op, QString text);
    [[nodiscard]] static Condition has(QStringList words);
    [[nodiscard]] static Condition compare(ConditionField field, ConditionOperator op, qint64 number);
    [[nodiscard]] static Condition compare(ConditionField field, ConditionOperator op, ConditionInstant instant);
    [[nodiscard]] static Condition matches(QString text);

    /// True for All without children: every ticket.
    [[nodiscard]] bool isEverything() const { return kind == Kind::All && children.isEmpty(); }
    /// Whether a full-text test is anywhere inside: only the store can answer it.
    [[nodiscard]] bool needsSearchIndex() const;

    // Not defaulted here: inside of the class, g++ 12 cannot yet compare a list of what the class is about to be.
    bool operator==(const Condition &other) const;
};

/// What a field is, so that parser, compiler and editor agree on its operators.
enum class ConditionFieldType { Reference, Enumeration, Text, WordSet, Instant, Number, Flag, FullText };
[[nodiscard]] ConditionFieldType conditionFieldType(ConditionField field);

/// What the evaluator knows beside the condition.
struct ConditionContext {
    CatalogPtr catalog;
    PersonId me;
    Instant now = 0;
};

/// A ticket as the evaluator sees it.
struct TicketFacts {
    TicketHead head;
    QString requesterName;
    QString requesterAddress;
    bool unread = false;
};

/// Whether the ticket satisfies the condition; agrees with the store's SQL for every condition without
/// full text. A Matches test is true here when every word is found in subject, number, requester.
[[nodiscard]] bool evaluate(const Condition &condition, const TicketFacts &ticket, const ConditionContext &context);

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"
#include "domain/person.h"
#include "domain/saved_view.h"
#include "domain/ticket.h"
#include "store/statement.h"

#include <QByteArray>

namespace deskhand {

// Rows of the tables as values. Each takes its columns in the order of the table's SELECTs in resources/sql and leaves
// the reader after the last one.

[[nodiscard]] TicketHead readTicketHead(ColumnReader &row);     ///< 31 columns, as ticket.headById
[[nodiscard]] Person readPerson(ColumnReader &row);             ///< 12 columns, as person.byId
[[nodiscard]] HistoryEntry readHistoryEntry(ColumnReader &row); ///< 14 columns, as history.fieldSince
/// 13 columns, as view.visibleTo. A condition that cannot be read (made by a newer program) becomes one that no ticket
/// satisfies, so that a broken view never shows everything.
[[nodiscard]] SavedView readSavedView(ColumnReader &row);

/// Column article.recipients.
[[nodiscard]] QByteArray recipientsToJson(const QVector<MailAddress> &to, const QVector<MailAddress> &cc);
void recipientsFromJson(const QByteArray &json, QVector<MailAddress> *to, QVector<MailAddress> *cc);

/// Column saved_view.columns.
[[nodiscard]] QString joinedColumns(const QVector<ListColumn> &columns);

} // namespace deskhand

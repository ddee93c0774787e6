// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/command.h"
#include "operations/query.h"

#include <QJsonObject>

namespace deskhand::ctl {

// What --json prints: ids as numbers, instants as RFC 3339, names beside the ids.
[[nodiscard]] QJsonObject ticketToJson(const TicketRow &row, const Catalog &catalog);
[[nodiscard]] QJsonObject articleToJson(const Article &article);
[[nodiscard]] QJsonObject historyToJson(const HistoryEntry &entry);
[[nodiscard]] QJsonObject workToJson(const WorkEntry &entry, const Catalog &catalog);
[[nodiscard]] QJsonObject answerToJson(const CommandAnswer &answer);
[[nodiscard]] QJsonObject queueToJson(const Queue &queue, const Catalog &catalog);
[[nodiscard]] QJsonObject personToJson(const Person &person, const Catalog &catalog);

} // namespace deskhand::ctl

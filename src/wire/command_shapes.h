// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/command.h"
#include "wire/wire_type.h"

namespace deskhand {

// The bodies of the commands that are on the wire. Found by wireType<T>().

[[nodiscard]] const WireType &wireShape(const NewAttachment *);
[[nodiscard]] const WireType &wireShape(const NewArticle *);
[[nodiscard]] const WireType &wireShape(const FieldChange *);
[[nodiscard]] const WireType &wireShape(const MergeSource *);

[[nodiscard]] const WireType &wireShape(const OpenTicket *);
[[nodiscard]] const WireType &wireShape(const PostArticle *);
[[nodiscard]] const WireType &wireShape(const ChangeTicket *);
[[nodiscard]] const WireType &wireShape(const MergeTickets *);
[[nodiscard]] const WireType &wireShape(const UnmergeTicket *);
[[nodiscard]] const WireType &wireShape(const SplitTicket *);
[[nodiscard]] const WireType &wireShape(const MarkRead *);
[[nodiscard]] const WireType &wireShape(const DecideHeldMail *);
[[nodiscard]] const WireType &wireShape(const UndoSend *);
[[nodiscard]] const WireType &wireShape(const ReleaseMail *);
[[nodiscard]] const WireType &wireShape(const SaveMailbox *);
[[nodiscard]] const WireType &wireShape(const SaveMailText *);
[[nodiscard]] const WireType &wireShape(const DeleteMailText *);
[[nodiscard]] const WireType &wireShape(const SaveMailSettings *);
[[nodiscard]] const WireType &wireShape(const SaveCalendar *);
[[nodiscard]] const WireType &wireShape(const SaveSlaPolicy *);
[[nodiscard]] const WireType &wireShape(const OrderSlaPolicies *);
[[nodiscard]] const WireType &wireShape(const CancelSlaTask *);
[[nodiscard]] const WireType &wireShape(const RecordBreachReason *);
[[nodiscard]] const WireType &wireShape(const LogWork *);
[[nodiscard]] const WireType &wireShape(const RemoveWork *);
[[nodiscard]] const WireType &wireShape(const SeeNotifications *);
[[nodiscard]] const WireType &wireShape(const SaveReportItem *);
[[nodiscard]] const WireType &wireShape(const DeleteReportItem *);
[[nodiscard]] const WireType &wireShape(const SaveView *);
[[nodiscard]] const WireType &wireShape(const DeleteView *);
[[nodiscard]] const WireType &wireShape(const SavePerson *);
[[nodiscard]] const WireType &wireShape(const SaveOrganization *);
[[nodiscard]] const WireType &wireShape(const SaveQueue *);
[[nodiscard]] const WireType &wireShape(const SaveCategory *);
[[nodiscard]] const WireType &wireShape(const SaveState *);
[[nodiscard]] const WireType &wireShape(const SavePriority *);
[[nodiscard]] const WireType &wireShape(const SaveDeskSettings *);

/// {"id":…,"kind":…,"body":…} with the body that belongs to the kind.
[[nodiscard]] QJsonObject wireCommandSchema(WireSchemas *schemas);

} // namespace deskhand

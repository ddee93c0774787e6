// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"
#include "operations/command.h"
#include "operations/mail_report.h"
#include "operations/presence.h"
#include "operations/query.h"
#include "operations/report_answer.h"
#include "operations/sla_report.h"
#include "wire/wire_type.h"

namespace deskhand {

// Which JSON the types of the desk have on the wire. Found by wireType<T>().

// shapes_names.cpp: enumerations
[[nodiscard]] const WireType &wireShape(const StateType *);
[[nodiscard]] const WireType &wireShape(const Channel *);
[[nodiscard]] const WireType &wireShape(const Visibility *);
[[nodiscard]] const WireType &wireShape(const SenderRole *);
[[nodiscard]] const WireType &wireShape(const ActorKind *);
[[nodiscard]] const WireType &wireShape(const PersonRole *);
[[nodiscard]] const WireType &wireShape(const TicketField *);
[[nodiscard]] const WireType &wireShape(const ListColumn *);
[[nodiscard]] const WireType &wireShape(const ListDensity *);
[[nodiscard]] const WireType &wireShape(const ChangeKind *);
[[nodiscard]] const WireType &wireShape(const TicketLinkKind *);
[[nodiscard]] const WireType &wireShape(const PresenceKind *);
[[nodiscard]] const WireType &wireShape(const NotificationKind *);
[[nodiscard]] const WireType &wireShape(const SlaStanding *);
[[nodiscard]] const WireType &wireShape(const SlaTargetKind *);
[[nodiscard]] const WireType &wireShape(const SlaTriggers *);
[[nodiscard]] const WireType &wireShape(const SlaActionKind *);
[[nodiscard]] const WireType &wireShape(const SlaState *);
[[nodiscard]] const WireType &wireShape(const SlaEventKind *);
[[nodiscard]] const WireType &wireShape(const SlaScope *);
[[nodiscard]] const WireType &wireShape(const SlaLevel::When *);
[[nodiscard]] const WireType &wireShape(const ReopenRule *);
[[nodiscard]] const WireType &wireShape(const BreachCause *);
[[nodiscard]] const WireType &wireShape(const TimeBasis *);
[[nodiscard]] const WireType &wireShape(const Holiday::Kind *);
[[nodiscard]] const WireType &wireShape(const DeliveryState *);
[[nodiscard]] const WireType &wireShape(const MailKind *);
[[nodiscard]] const WireType &wireShape(const MailProtocol *);
[[nodiscard]] const WireType &wireShape(const MailEncryption *);
[[nodiscard]] const WireType &wireShape(const MailSignIn *);
[[nodiscard]] const WireType &wireShape(const MailSecret *);
[[nodiscard]] const WireType &wireShape(const MailTextKind *);
[[nodiscard]] const WireType &wireShape(const MailOutcome *);
[[nodiscard]] const WireType &wireShape(const AfterFetch *);
[[nodiscard]] const WireType &wireShape(const FirstFetch *);
[[nodiscard]] const WireType &wireShape(const FollowUpPolicy *);
[[nodiscard]] const WireType &wireShape(const HoldReason *);
[[nodiscard]] const WireType &wireShape(const HeldDecision *);

// shapes_condition.cpp
[[nodiscard]] const WireType &wireShape(const Condition *);

// shapes_tickets.cpp
[[nodiscard]] const WireType &wireShape(const MailAddress *);
[[nodiscard]] const WireType &wireShape(const Attachment *);
[[nodiscard]] const WireType &wireShape(const Article *);
[[nodiscard]] const WireType &wireShape(const HistoryEntry *);
[[nodiscard]] const WireType &wireShape(const TicketHead *);
[[nodiscard]] const WireType &wireShape(const TicketRow *);
[[nodiscard]] const WireType &wireShape(const TicketGroup *);
[[nodiscard]] const WireType &wireShape(const TicketList *);
[[nodiscard]] const WireType &wireShape(const MergedTicket *);
[[nodiscard]] const WireType &wireShape(const TicketLink *);
[[nodiscard]] const WireType &wireShape(const WorkEntry *);
[[nodiscard]] const WireType &wireShape(const TicketDetail *);
[[nodiscard]] const WireType &wireShape(const ThreadPage *);
[[nodiscard]] const WireType &wireShape(const SearchHit *);
[[nodiscard]] const WireType &wireShape(const SearchHits *);
[[nodiscard]] const WireType &wireShape(const Change *);
[[nodiscard]] const WireType &wireShape(const FeedPage *);
[[nodiscard]] const WireType &wireShape(const ListSort *);
[[nodiscard]] const WireType &wireShape(const SavedView *);
[[nodiscard]] const WireType &wireShape(const PresenceSign *);
[[nodiscard]] const WireType &wireShape(const Presence *);

// shapes_catalog.cpp
[[nodiscard]] const WireType &wireShape(const CatalogPtr *);
[[nodiscard]] const WireType &wireShape(const State *);
[[nodiscard]] const WireType &wireShape(const Priority *);
[[nodiscard]] const WireType &wireShape(const Queue *);
[[nodiscard]] const WireType &wireShape(const Category *);
[[nodiscard]] const WireType &wireShape(const Person *);
[[nodiscard]] const WireType &wireShape(const Organization *);

// shapes_mail.cpp
[[nodiscard]] const WireType &wireShape(const MailServer *);
[[nodiscard]] const WireType &wireShape(const MailOAuth *);
[[nodiscard]] const WireType &wireShape(const Mailbox *);
[[nodiscard]] const WireType &wireShape(const MailText *);
[[nodiscard]] const WireType &wireShape(const MailSettings *);
[[nodiscard]] const WireType &wireShape(const MailSetup *);
[[nodiscard]] const WireType &wireShape(const MailboxProgress *);
[[nodiscard]] const WireType &wireShape(const MailReconciliation *);
[[nodiscard]] const WireType &wireShape(const MailboxReport *);
[[nodiscard]] const WireType &wireShape(const JobReport *);
[[nodiscard]] const WireType &wireShape(const MailReport *);
[[nodiscard]] const WireType &wireShape(const HeldMail *);
[[nodiscard]] const WireType &wireShape(const RecipientDelivery *);
[[nodiscard]] const WireType &wireShape(const MailDelivery *);
[[nodiscard]] const WireType &wireShape(const QHash<MailboxId, QVector<MailSecret>> *);
[[nodiscard]] const WireType &wireShape(const QHash<MailSecret, QByteArray> *);

// shapes_sla.cpp
[[nodiscard]] const WireType &wireShape(const WorkingFrame *);
[[nodiscard]] const WireType &wireShape(const std::array<QVector<WorkingFrame>, 7> *);
[[nodiscard]] const WireType &wireShape(const Holiday *);
[[nodiscard]] const WireType &wireShape(const BusinessCalendar *);
[[nodiscard]] const WireType &wireShape(const TimeAmount *);
[[nodiscard]] const WireType &wireShape(const SlaPriorityAmount *);
[[nodiscard]] const WireType &wireShape(const SlaTarget *);
[[nodiscard]] const WireType &wireShape(const SlaAction *);
[[nodiscard]] const WireType &wireShape(const SlaLevel *);
[[nodiscard]] const WireType &wireShape(const SlaPolicy *);
[[nodiscard]] const WireType &wireShape(const SlaEvent *);
[[nodiscard]] const WireType &wireShape(const SlaClock *);
[[nodiscard]] const WireType &wireShape(const SlaFired *);
[[nodiscard]] const WireType &wireShape(const TicketSla *);
[[nodiscard]] const WireType &wireShape(const SlaCompliance *);
[[nodiscard]] const WireType &wireShape(const SlaImpact *);
[[nodiscard]] const WireType &wireShape(const SlaTask *);
[[nodiscard]] const WireType &wireShape(const Notification *);

// shapes_reports.cpp
[[nodiscard]] const WireType &wireShape(const ReportMeasure *);
[[nodiscard]] const WireType &wireShape(const ReportStatistic *);
[[nodiscard]] const WireType &wireShape(const ReportClock *);
[[nodiscard]] const WireType &wireShape(const ReportVariant *);
[[nodiscard]] const WireType &wireShape(const ReportDimension *);
[[nodiscard]] const WireType &wireShape(const ReportSpan *);
[[nodiscard]] const WireType &wireShape(const ReportComparison *);
[[nodiscard]] const WireType &wireShape(const ReportPicture *);
[[nodiscard]] const WireType &wireShape(const ReportRhythm *);
[[nodiscard]] const WireType &wireShape(const ReportPeriod *);
[[nodiscard]] const WireType &wireShape(const ReportInterval *);
[[nodiscard]] const WireType &wireShape(const Report *);
[[nodiscard]] const WireType &wireShape(const CountedTickets *);
[[nodiscard]] const WireType &wireShape(const DashboardCard *);
[[nodiscard]] const WireType &wireShape(const Dashboard *);
[[nodiscard]] const WireType &wireShape(const ReportSchedule *);
[[nodiscard]] const WireType &wireShape(const std::variant<Report, Dashboard, ReportSchedule> *);
[[nodiscard]] const WireType &wireShape(const ReportItem *);
[[nodiscard]] const WireType &wireShape(const ReportAxisEntry *);
[[nodiscard]] const WireType &wireShape(const ReportAxis *);
[[nodiscard]] const WireType &wireShape(const ReportCell *);
[[nodiscard]] const WireType &wireShape(const ReportSurvivalPoint *);
[[nodiscard]] const WireType &wireShape(const ReportAnswer *);
[[nodiscard]] const WireType &wireShape(const ReportSending *);
[[nodiscard]] const WireType &wireShape(const ReportShelf *);

// shapes_commands.cpp
[[nodiscard]] const WireType &wireShape(const FieldConflict *);
[[nodiscard]] const WireType &wireShape(const CommandAnswer *);

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/list/empty_words.h"

#include <QCoreApplication>

namespace deskhand {

namespace {
class EmptyText
{
    Q_DECLARE_TR_FUNCTIONS(deskhand::EmptyText)
};
} // namespace

EmptyWords emptyWordsFor(const ListSpec &spec)
{
    const QString &key = spec.key;
    if (key == QLatin1String("mine"))
        return {QStringLiteral("user"),
                EmptyText::tr("Nothing on your plate"),
                EmptyText::tr(
                    "Unsolved tickets that you own are here. To take one, go to Unassigned, choose it and press M."),
                {}};
    if (key == QLatin1String("unassigned"))
        return {QStringLiteral("checkmark"),
                EmptyText::tr("Everything has an owner"),
                EmptyText::tr("New tickets wait here until somebody takes them."),
                {}};
    if (key == QLatin1String("due"))
        return {QStringLiteral("clock"),
                EmptyText::tr("Nothing is due soon"),
                EmptyText::tr("Tickets that are overdue or due within two days are here, the most urgent first."),
                {}};
    if (key == QLatin1String("unread"))
        return {QStringLiteral("mail-read"),
                EmptyText::tr("You have read everything"),
                EmptyText::tr("Tickets with something that you have not read yet are here."),
                {}};
    if (key == QLatin1String("undelivered"))
        return {QStringLiteral("checkmark"),
                EmptyText::tr("Every reply arrived"),
                EmptyText::tr("Tickets whose newest reply was refused or came back are here."),
                {}};
    if (key == QLatin1String("open"))
        return {QStringLiteral("checkmark"), EmptyText::tr("No open tickets"),
                EmptyText::tr("Every ticket that is new, open or waiting is here. Open one for somebody who called."),
                QStringLiteral("desk.newTicket")};
    if (key == QLatin1String("all"))
        return {QStringLiteral("mail-message"), EmptyText::tr("This desk has no tickets yet"),
                EmptyText::tr("Open the first one, or bring in your mail with “deskhandctl import-mail”."),
                QStringLiteral("desk.newTicket")};
    if (key == QLatin1String("search"))
        return {QStringLiteral("search"),
                EmptyText::tr("Nothing found"),
                EmptyText::tr(
                    "All words must be in one ticket. Try fewer or shorter words, or drop a field such as state:open."),
                {}};
    if (key == QLatin1String("report"))
        return {QStringLiteral("office-chart-bar"),
                EmptyText::tr("Nothing was counted here"),
                EmptyText::tr("The value of the report is made of no ticket that you may see."),
                {}};
    if (key.startsWith(QLatin1String("queue:")))
        return {QStringLiteral("folder"),
                EmptyText::tr("This queue is clear"),
                EmptyText::tr("Unsolved tickets of this queue and the queues below it are here."),
                {}};
    return {QStringLiteral("view-filter"),
            EmptyText::tr("Nothing matches this view"),
            EmptyText::tr("Tickets appear here as soon as they match the view's condition."),
            {}};
}

} // namespace deskhand

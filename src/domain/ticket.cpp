// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ticket.h"

#include "base/enum_names.h"

namespace deskhand {
namespace {

constexpr std::array ticketFieldNames{
    EnumName<TicketField>{TicketField::Subject, QLatin1String("subject")},
    EnumName<TicketField>{TicketField::State, QLatin1String("state")},
    EnumName<TicketField>{TicketField::Priority, QLatin1String("priority")},
    EnumName<TicketField>{TicketField::Queue, QLatin1String("queue")},
    EnumName<TicketField>{TicketField::Category, QLatin1String("category")},
    EnumName<TicketField>{TicketField::Owner, QLatin1String("owner")},
    EnumName<TicketField>{TicketField::Requester, QLatin1String("requester")},
    EnumName<TicketField>{TicketField::Tags, QLatin1String("tags")},
    EnumName<TicketField>{TicketField::DueAt, QLatin1String("due")},
    EnumName<TicketField>{TicketField::PendingUntil, QLatin1String("pending-until")},
};

constexpr std::array stateTypeNames{
    EnumName<StateType>{StateType::New, QLatin1String("new")},
    EnumName<StateType>{StateType::Open, QLatin1String("open")},
    EnumName<StateType>{StateType::PendingReminder, QLatin1String("pending-reminder")},
    EnumName<StateType>{StateType::PendingAuto, QLatin1String("pending-auto")},
    EnumName<StateType>{StateType::Solved, QLatin1String("solved")},
    EnumName<StateType>{StateType::Closed, QLatin1String("closed")},
    EnumName<StateType>{StateType::Merged, QLatin1String("merged")},
};

constexpr std::array channelNames{
    EnumName<Channel>{Channel::Email, QLatin1String("email")},
    EnumName<Channel>{Channel::Web, QLatin1String("web")},
    EnumName<Channel>{Channel::Phone, QLatin1String("phone")},
    EnumName<Channel>{Channel::Chat, QLatin1String("chat")},
    EnumName<Channel>{Channel::Messenger, QLatin1String("messenger")},
    EnumName<Channel>{Channel::Api, QLatin1String("api")},
    EnumName<Channel>{Channel::Monitoring, QLatin1String("monitoring")},
};

constexpr std::array slaStandingNames{
    EnumName<SlaStanding>{SlaStanding::None, QLatin1String("none")},
    EnumName<SlaStanding>{SlaStanding::Met, QLatin1String("met")},
    EnumName<SlaStanding>{SlaStanding::Running, QLatin1String("running")},
    EnumName<SlaStanding>{SlaStanding::Paused, QLatin1String("paused")},
    EnumName<SlaStanding>{SlaStanding::Missed, QLatin1String("missed")},
};

} // namespace

QString ticketFieldName(TicketField field)
{
    return nameIn(ticketFieldNames, field);
}

bool ticketFieldFromName(QStringView name, TicketField *field)
{
    return valueIn(ticketFieldNames, name, field);
}

QString stateTypeName(StateType type)
{
    return nameIn(stateTypeNames, type);
}

bool stateTypeFromName(QStringView name, StateType *type)
{
    return valueIn(stateTypeNames, name, type);
}

QString channelName(Channel channel)
{
    return nameIn(channelNames, channel);
}

bool channelFromName(QStringView name, Channel *channel)
{
    return valueIn(channelNames, name, channel);
}

QString slaStandingName(SlaStanding standing)
{
    return nameIn(slaStandingNames, standing);
}

bool slaStandingFromName(QStringView name, SlaStanding *standing)
{
    return valueIn(slaStandingNames, name, standing);
}

} // namespace deskhand

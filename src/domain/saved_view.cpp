// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/saved_view.h"

#include <array>

namespace deskhand {
namespace {

struct ListColumnName {
    ListColumn column;
    QLatin1String name;
};

constexpr std::array listColumnNames{
    ListColumnName{ListColumn::Number, QLatin1String("number")},
    ListColumnName{ListColumn::Subject, QLatin1String("subject")},
    ListColumnName{ListColumn::Requester, QLatin1String("requester")},
    ListColumnName{ListColumn::Organization, QLatin1String("organization")},
    ListColumnName{ListColumn::State, QLatin1String("state")},
    ListColumnName{ListColumn::Priority, QLatin1String("priority")},
    ListColumnName{ListColumn::Queue, QLatin1String("queue")},
    ListColumnName{ListColumn::Category, QLatin1String("category")},
    ListColumnName{ListColumn::Owner, QLatin1String("owner")},
    ListColumnName{ListColumn::Channel, QLatin1String("channel")},
    ListColumnName{ListColumn::Created, QLatin1String("created")},
    ListColumnName{ListColumn::Updated, QLatin1String("updated")},
    ListColumnName{ListColumn::LastContact, QLatin1String("last-contact")},
    ListColumnName{ListColumn::Due, QLatin1String("due")},
    ListColumnName{ListColumn::Articles, QLatin1String("articles")},
    ListColumnName{ListColumn::Tags, QLatin1String("tags")},
    ListColumnName{ListColumn::TimeLeft, QLatin1String("time-left")},
};
static_assert(listColumnNames.size() == listColumnCount);

} // namespace

QString listColumnName(ListColumn column)
{
    for (const ListColumnName &entry : listColumnNames) {
        if (entry.column == column)
            return entry.name;
    }
    return {};
}

bool listColumnFromName(QStringView name, ListColumn *column)
{
    for (const ListColumnName &entry : listColumnNames) {
        if (name == entry.name) {
            *column = entry.column;
            return true;
        }
    }
    return false;
}

bool canGroupBy(ListColumn column)
{
    switch (column) {
    case ListColumn::State:
    case ListColumn::Priority:
    case ListColumn::Queue:
    case ListColumn::Owner:
    case ListColumn::Organization:
    case ListColumn::Category:
    case ListColumn::Channel:
    case ListColumn::TimeLeft: return true;
    default: return false;
    }
}

} // namespace deskhand

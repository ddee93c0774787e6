// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql_resources.h"

#include <QtGlobal>

#include <mutex>

// Outside of any namespace, as Q_INIT_RESOURCE demands.
static void initSqlResources()
{
    Q_INIT_RESOURCE(sql);
}

void registerSqlResources()
{
    static std::once_flag once;
    std::call_once(once, initSqlResources);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/sla_files.h"

#include "apps/deskhandctl/output.h"
#include "base/text_folding.h"
#include "domain/calendar_json.h"
#include "domain/catalog.h"
#include "domain/sla_policy_json.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>

namespace deskhand::ctl {
namespace {

std::optional<QJsonObject> readJsonFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        printError(QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
        return {};
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &problem);
    if (document.isObject())
        return document.object();
    printError(
        QStringLiteral("%1 is no JSON object: %2 at byte %3").arg(path, problem.errorString()).arg(problem.offset));
    return {};
}

template <typename Item>
auto idNamed(const QVector<Item> &items, const QString &name) -> decltype(Item::id)
{
    const auto known = std::find_if(items.cbegin(), items.cend(),
                                    [&name](const Item &item) { return foldText(item.name) == foldText(name); });
    return known == items.cend() ? decltype(Item::id){} : known->id;
}

} // namespace

std::optional<SlaFile> readSlaFile(const QString &path, const CatalogPtr &catalog)
{
    const std::optional<QJsonObject> json = readJsonFile(path);
    if (!json)
        return {};
    SlaFile file;
    if (json->contains(QStringLiteral("targets"))) {
        Result<SlaPolicy> policy = slaPolicyFromConfig(*json, catalog);
        if (!policy) {
            printError(policy.error());
            return {};
        }
        file.policy = *std::move(policy);
        file.policy->id = idNamed(catalog->slaPolicies, file.policy->name);
        if (const SlaPolicy *known = catalog->slaPolicy(file.policy->id))
            file.policy->position = known->position;
        return file;
    }
    Result<BusinessCalendar> calendar = calendarFromJson(*json);
    if (!calendar) {
        printError(calendar.error());
        return {};
    }
    file.calendar = *std::move(calendar);
    if (file.calendar->name.isEmpty())
        file.calendar->name = QFileInfo(path).completeBaseName();
    file.calendar->id = idNamed(catalog->calendars, file.calendar->name);
    return file;
}

} // namespace deskhand::ctl

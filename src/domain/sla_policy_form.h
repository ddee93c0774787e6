// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/sla_policy.h"

#include <QJsonObject>

namespace deskhand {

/// The shape that both forms of a policy in JSON have (sla_policy_json.h). How references, conditions and amounts are
/// written is up to the form.
class SlaPolicyForm
{
public:
    SlaPolicyForm() = default;
    virtual ~SlaPolicyForm() = default;
    SlaPolicyForm(const SlaPolicyForm &) = delete;
    SlaPolicyForm &operator=(const SlaPolicyForm &) = delete;

    [[nodiscard]] QJsonObject write(const SlaPolicy &policy) const;
    /// Errors: Invalid, `where` names the place.
    [[nodiscard]] Result<SlaPolicy> read(const QJsonObject &json);

protected:
    enum class Thing { Priority, State, Queue, Agent, Calendar };

    [[nodiscard]] virtual QJsonValue reference(Thing thing, qint64 id) const = 0;
    [[nodiscard]] virtual std::optional<qint64> readReference(Thing thing, const QJsonValue &json) const = 0;
    [[nodiscard]] virtual QJsonValue amount(const TimeAmount &amount) const = 0;
    [[nodiscard]] virtual std::optional<TimeAmount> readAmount(const QJsonValue &json) const = 0;
    [[nodiscard]] virtual QJsonValue duration(qint64 milliseconds) const = 0;
    [[nodiscard]] virtual std::optional<qint64> readDuration(const QJsonValue &json) const = 0;
    virtual void writeCondition(const Condition &condition, const QString &text, QJsonObject *json) const = 0;
    [[nodiscard]] virtual bool readCondition(const QJsonObject &json, Condition *condition, QString *text) const = 0;

private:
    [[nodiscard]] QJsonObject writeTarget(const SlaTarget &target) const;
    [[nodiscard]] QJsonObject writeLevel(const SlaLevel &level) const;
    [[nodiscard]] QJsonObject writeAction(const SlaAction &action) const;

    SlaTarget readTarget(const QJsonObject &json, const QString &place);
    SlaLevel readLevel(const QJsonObject &json, const QString &place);
    SlaAction readAction(const QJsonObject &json, const QString &place);
    SlaTriggers readTriggers(const QJsonObject &json, QLatin1String key, SlaTriggers otherwise, const QString &place);
    TimeAmount readAmountAt(const QJsonValue &json, const QString &place);
    qint64 readReferenceAt(Thing thing, const QJsonValue &json, const QString &place);
    qint64 readDurationAt(const QJsonValue &json, const QString &place);
    /// Remembers the first place where something is wrong.
    void wrong(const QString &place, const QString &written = {});

    QString m_place;
    QString m_detail;
};

} // namespace deskhand

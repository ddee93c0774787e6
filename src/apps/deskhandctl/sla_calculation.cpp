// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/sla_calculation.h"

#include "apps/deskhandctl/rfc3339.h"
#include "domain/calendar_json.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace deskhand::ctl {
namespace {

/// Some centuries; nothing that is looked for is further than fifty years away.
constexpr double mostSeconds = 1e11;
constexpr int mostWorkingDays = 100'000;
constexpr qsizetype mostCalendars = 256;

Error badQuestion(const QString &where, const QString &detail)
{
    return Error{ErrorCode::Invalid, where, detail, {}};
}

Result<TimeAmount> targetFromSeconds(double seconds)
{
    if (!(seconds >= 0 && seconds <= mostSeconds))
        return badQuestion(QStringLiteral("target"), QStringLiteral("seconds or working days (\"3wd\") are wanted"));
    return TimeAmount{TimeBasis::Business, qint64(std::llround(seconds * 1000))};
}

Result<Instant> instantFrom(const QString &text, const QString &where)
{
    const std::optional<Instant> instant = instantFromRfc3339(text.toLatin1());
    if (!instant)
        return badQuestion(where, QStringLiteral("an instant is wanted, 2026-05-04T09:00:00+02:00"));
    return *instant;
}

Result<TimeSpan> pauseFrom(const QString &from, const QString &to, const QString &where)
{
    const Result<Instant> start = instantFrom(from, where);
    if (!start)
        return start.error();
    const Result<Instant> end = instantFrom(to, where);
    if (!end)
        return end.error();
    if (*end < *start)
        return badQuestion(where, QStringLiteral("it ends before it begins"));
    return TimeSpan{*start, *end};
}

Result<QVector<TimeSpan>> pausesFrom(const QJsonValue &value)
{
    QVector<TimeSpan> pauses;
    if (value.isUndefined() || value.isNull())
        return pauses;
    if (!value.isArray())
        return badQuestion(QStringLiteral("pauses"), QStringLiteral("a list of pairs of instants is wanted"));
    const QJsonArray list = value.toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QJsonArray pair = list.at(i).toArray();
        const QString where = QStringLiteral("pauses[%1]").arg(i);
        if (pair.size() != 2)
            return badQuestion(where, QStringLiteral("a pair of instants is wanted"));
        const Result<TimeSpan> pause = pauseFrom(pair.at(0).toString(), pair.at(1).toString(), where);
        if (!pause)
            return pause.error();
        pauses.append(*pause);
    }
    return pauses;
}

QByteArray jsonString(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

/// Written by hand: a ledger of a month has forty entries, and there may be a hundred thousand ledgers.
void appendEntry(const LedgerEntry &entry, QByteArray *line)
{
    *line += R"({"from":")" + rfc3339(entry.from) + R"(","to":")" + rfc3339(entry.to)
             + (entry.counted ? R"(","counted":true,"why":)" : R"(","counted":false,"why":)");
    if (entry.name.isEmpty())
        *line += '"' + ledgerReasonName(entry.reason).toLatin1() + '"';
    else
        *line += jsonString(ledgerWhy(entry));
    *line += '}';
}

QByteArray secondsText(qint64 milliseconds)
{
    QByteArray text = QByteArray::number(milliseconds / 1000);
    if (milliseconds % 1000 != 0)
        text += '.' + QByteArray::number(milliseconds % 1000).rightJustified(3, '0');
    return text;
}

QByteArray errorLine(const QString &words)
{
    return R"({"error":)" + jsonString(words) + '}';
}

} // namespace

Result<TimeAmount> targetFromText(const QString &text)
{
    bool ok = false;
    if (text.endsWith(u"wd")) {
        const int days = text.chopped(2).toInt(&ok);
        if (!ok || days < 0 || days > mostWorkingDays)
            return badQuestion(QStringLiteral("target"), QStringLiteral("a number of working days is wanted, \"3wd\""));
        return TimeAmount{TimeBasis::WorkingDays, days};
    }
    const double seconds = text.toDouble(&ok);
    return targetFromSeconds(ok ? seconds : -1);
}

Result<TimeSpan> pauseFromText(const QString &text)
{
    const qsizetype slash = text.indexOf(u'/');
    return pauseFrom(text.left(qMax<qsizetype>(slash, 0)), text.mid(slash + 1), QStringLiteral("pause"));
}

SlaDueAnswer answerDue(const SlaQuestion &question)
{
    SlaDueAnswer answer;
    if (question.target.basis == TimeBasis::WorkingDays)
        answer.due = question.calendar->dueInDays(question.from, int(question.target.amount), question.pauses);
    else
        answer.due = question.calendar->due(question.from, question.target.amount, question.pauses);
    if (!answer.due)
        return answer;
    QVector<Pause> pauses;
    for (const TimeSpan &span : question.pauses)
        pauses.append({span, LedgerReason::Paused, {}, 0});
    answer.ledger = question.calendar->ledger(question.from, *answer.due, pauses);
    return answer;
}

QString ledgerWhy(const LedgerEntry &entry)
{
    const QString reason = ledgerReasonName(entry.reason);
    return entry.name.isEmpty() ? reason : reason + QLatin1String(": ") + entry.name;
}

QByteArray answerLine(const SlaQuestion &question)
{
    if (question.kind == SlaQuestion::Kind::Elapsed) {
        const qint64 elapsed = question.calendar->elapsed(question.from, question.to, question.pauses);
        return R"({"seconds":)" + secondsText(elapsed) + '}';
    }
    const SlaDueAnswer answer = answerDue(question);
    if (!answer.due)
        return R"({"due":null,"why":"no due date within fifty years","ledger":[]})";
    QByteArray line = R"({"due":")" + rfc3339(*answer.due) + R"(","ledger":[)";
    line.reserve(line.size() + answer.ledger.size() * 100);
    for (qsizetype i = 0; i < answer.ledger.size(); ++i) {
        if (i > 0)
            line += ',';
        appendEntry(answer.ledger[i], &line);
    }
    return line + "]}";
}

Result<WorkingTimePtr> SlaBatch::calendar(const QJsonValue &value)
{
    if (!value.isObject())
        return badQuestion(QStringLiteral("calendar"), QStringLiteral("a calendar is wanted"));
    const QJsonObject object = value.toObject();
    if (m_lastCalendar && object == m_lastObject)
        return m_lastCalendar;
    const QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact);
    WorkingTimePtr time = m_calendars.value(text);
    if (!time) {
        const Result<BusinessCalendar> calendar = calendarFromJson(object);
        if (!calendar)
            return calendar.error();
        time = std::make_shared<WorkingTime>(*calendar);
        if (m_calendars.size() >= mostCalendars)
            m_calendars.clear();
        m_calendars.insert(text, time);
    }
    m_lastObject = object;
    m_lastCalendar = time;
    return time;
}

Result<SlaQuestion> SlaBatch::question(const QJsonObject &json)
{
    SlaQuestion question;
    const QString op = json.value(QLatin1String("op")).toString();
    if (op == u"elapsed" || (op.isEmpty() && m_kind == SlaQuestion::Kind::Elapsed))
        question.kind = SlaQuestion::Kind::Elapsed;
    else if (op != u"due" && (!op.isEmpty() || !m_kind))
        return badQuestion(QStringLiteral("op"), QStringLiteral("it is \"due\" or \"elapsed\""));
    Result<WorkingTimePtr> time = calendar(json.value(QLatin1String("calendar")));
    if (!time)
        return time.error();
    question.calendar = *std::move(time);
    const Result<Instant> from = instantFrom(json.value(QLatin1String("from")).toString(), QStringLiteral("from"));
    if (!from)
        return from.error();
    question.from = *from;
    if (question.kind == SlaQuestion::Kind::Elapsed) {
        const Result<Instant> to = instantFrom(json.value(QLatin1String("to")).toString(), QStringLiteral("to"));
        if (!to)
            return to.error();
        question.to = *to;
    } else {
        const QJsonValue target = json.value(QLatin1String("target"));
        const Result<TimeAmount> amount =
            target.isString() ? targetFromText(target.toString()) : targetFromSeconds(target.toDouble(-1));
        if (!amount)
            return amount.error();
        question.target = *amount;
    }
    Result<QVector<TimeSpan>> pauses = pausesFrom(json.value(QLatin1String("pauses")));
    if (!pauses)
        return pauses.error();
    question.pauses = *std::move(pauses);
    return question;
}

QByteArray SlaBatch::answer(const QByteArray &line)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(line, &problem);
    if (problem.error != QJsonParseError::NoError)
        return errorLine(QStringLiteral("byte %1: %2").arg(problem.offset).arg(problem.errorString()));
    if (!document.isObject())
        return errorLine(QStringLiteral("an object is wanted"));
    const Result<SlaQuestion> asked = question(document.object());
    if (!asked)
        return errorLine(asked.error().where + QLatin1String(": ") + asked.error().detail);
    return answerLine(*asked);
}

} // namespace deskhand::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/report_source.h"

#include "apps/deskhandctl/output.h"
#include "domain/report_builtin.h"
#include "domain/report_json.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>

namespace deskhand::ctl {
namespace {

std::optional<Report> reportInFile(DeskSession &session, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        printError(QStringLiteral("%1 cannot be read").arg(path));
        return std::nullopt;
    }
    const QJsonDocument json = QJsonDocument::fromJson(file.readAll());
    const Result<Report> report = reportFromConfig(json.object(), session.catalogPtr());
    if (report)
        return *report;
    printError(report.error());
    return std::nullopt;
}

} // namespace

std::optional<ReportShelf> shelfOf(DeskSession &session)
{
    const Result<ReportShelf> shelf = DeskSession::await(session.desk().reportShelf(session.me()));
    if (shelf)
        return *shelf;
    printError(shelf.error());
    return std::nullopt;
}

const ReportItem *itemNamed(const ReportShelf &shelf, const QString &name, bool schedule)
{
    const auto found = std::find_if(shelf.items.cbegin(), shelf.items.cend(), [&](const ReportItem &item) {
        return item.name == name && std::holds_alternative<ReportSchedule>(item.content) == schedule;
    });
    return found == shelf.items.cend() ? nullptr : &*found;
}

std::optional<ReportLetter> reportNamed(DeskSession &session, const QString &what)
{
    ReportLetter letter;
    letter.catalog = session.catalogPtr();
    letter.reader = session.me();
    if (QFileInfo(what).isFile()) {
        const std::optional<Report> report = reportInFile(session, what);
        if (!report)
            return std::nullopt;
        letter.name = QFileInfo(what).completeBaseName();
        letter.cards.append({letter.name, {}, *report, {}, {}});
        return letter;
    }
    const std::optional<ReportShelf> shelf = shelfOf(session);
    if (!shelf)
        return std::nullopt;
    if (const ReportItem *item = itemNamed(*shelf, what, false)) {
        letter.name = item->name;
        letter.cards = letterCards(*item);
        return letter;
    }
    BuiltinDashboard builtin = BuiltinDashboard::Sla;
    if (builtinDashboardFromName(what, &builtin)) {
        letter.name = letter.builtin = what;
        letter.cards = letterCards(builtin);
        return letter;
    }
    printError(QStringLiteral("There is no report or dashboard “%1”, and no such file.").arg(what));
    return std::nullopt;
}

void answerCards(DeskSession &session, Instant now, ReportLetter *letter)
{
    letter->dueAt = now;
    for (ReportLetterCard &card : letter->cards) {
        const Result<ReportAnswer> answer = DeskSession::await(session.desk().report({card.report, session.me(), now}));
        if (answer) {
            card.answer = *answer;
        } else {
            card.failure = errorCodeName(answer.error().code);
            printError(answer.error());
        }
    }
}

QString cardName(const ReportLetterCard &card)
{
    if (!card.builtin.isEmpty())
        return card.builtin;
    return card.title.isEmpty() ? reportMeasureName(card.report.measure) : card.title;
}

bool isPartial(const ReportLetter &letter)
{
    bool partial = false;
    qint64 missing = 0;
    for (const ReportLetterCard &card : letter.cards) {
        const qint64 notCounted = card.answer ? card.answer->notCounted : 0;
        partial = partial || !card.answer || card.answer->partial || notCounted > 0;
        missing = std::max(missing, notCounted);
    }
    if (missing > 0)
        printError(QStringLiteral("%1 changes are not counted yet: see deskhandctl work").arg(missing));
    return partial;
}

} // namespace deskhand::ctl

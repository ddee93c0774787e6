// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"
#include "models/reports/report_paper.h"
#include "models/reports/report_sending_text.h"
#include "operations/report_mail.h"

#include <QRegularExpression>
#include <QtTest>

namespace deskhand::test {
namespace {

using namespace Qt::Literals::StringLiterals;

const QLocale english(QLocale::English, QLocale::UnitedKingdom);
constexpr Instant monday = 1'773'039'600'000; // 2026-03-09T07:00:00Z

ReportLetter letterOf(const QString &name, const QString &title)
{
    ReportLetter letter;
    auto catalog = std::make_shared<Catalog>();
    catalog->deskName = u"Desk of <Acme>"_s;
    letter.catalog = catalog;
    letter.name = name;
    letter.scheduleName = u"Every \"Monday\""_s;
    letter.schedule.zone = u"Europe/Berlin"_s;
    letter.dueAt = monday;
    ReportLetterCard card;
    card.title = title;
    card.report.by = {ReportDimension::Tag};
    card.report.comparison = ReportComparison::PreviousPeriod;
    ReportAnswer answer;
    answer.zone = u"Europe/Berlin"_s;
    answer.interval = intervalOf(card.report.period, answer.zone, monday);
    answer.axes = {{ReportDimension::Tag, {{1, u"<script>alert(1)</script>"_s, 0}, {2, u"lamp"_s, 0}}, false}};
    answer.cells = {ReportCell{1'200, 1'200, 0, 0}, ReportCell{4, 4, 0, 0}};
    answer.total = ReportCell{1'204, 1'203, 0, 0};
    answer.comparedTotal = ReportCell{602, 602, 0, 0};
    answer.compared = answer.cells;
    answer.comparedWith = answer.interval;
    card.answer = answer;
    letter.cards = {card};
    return letter;
}

} // namespace

class ReportPaperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(english); } // as the painter does

    /// Services run in C, whose short form of a time has seconds.
    void aTimeOfDayHasNoSeconds()
    {
        ReportSchedule schedule;
        schedule.hour = 6;
        for (const QLocale &locale : {QLocale::c(), english, QLocale(QLocale::German)}) {
            const QString said = ReportWords(letterOf({}, {}).catalog, locale).schedule(schedule);
            QVERIFY2(said.contains(u"06:00"_s) && !said.contains(u"00:00"_s), qPrintable(said));
            QVERIFY(!reportPaper(letterOf({}, {}), locale).moment.contains(u"08:00:00"_s));
        }
    }

    void everyNumberIsSaid()
    {
        const ReportPaper paper = reportPaper(letterOf(u"Weekly"_s, u"Created"_s), english);
        QCOMPARE(paper.cards.size(), 1);
        const ReportPaperCard &card = paper.cards.first();
        QCOMPARE(card.number, u"1,204"_s);
        QVERIFY(card.change.text.contains(u"602"_s));
        QCOMPARE(card.tickets.section(u' ', 0, 0), u"1,203"_s);
        QVERIFY(card.chart && !card.alt.isEmpty());
        QVERIFY(paper.moment.contains(u"9 March 2026"_s) && paper.moment.contains(u"08:00"_s)); // in Berlin
        QCOMPARE(card.counting, ReportWords(letterOf({}, {}).catalog, english)
                                    .howCounted(letterOf({}, {}).cards[0].report, &*letterOf({}, {}).cards[0].answer));
        const QString text = reportPaperText(paper, english);
        for (const QString &said : {u"Weekly"_s, u"Created"_s, u"1,204"_s, u"lamp: "_s, u"1,200"_s,
                                    ReportWords::definition(letterOf({}, {}).cards[0].report)})
            QVERIFY2(text.contains(said), qPrintable(said + u" in "_s + text));
        QVERIFY(!text.contains(u'<') || text.contains(u"<script>"_s)); // plain: as it is
    }

    /// Whoever names a report, a tag or a queue writes no markup.
    void nothingIsMarkup()
    {
        const QString evil = u"\"><img src=http://evil.example/x onerror=alert(1)>&amp;%1%2{{x}}"_s;
        ReportLetter letter = letterOf(evil, evil);
        letter.scheduleName = evil;
        letter.cards[0].report.ticketsText = evil;
        const ReportPaper paper = reportPaper(letter, english);
        const QString html = reportPaperHtml(paper, {QSize(598, 240)}, u"en\" onload=\"x"_s);
        QVERIFY(!html.contains(u"<img src=http"_s) && !html.contains(u"<script"_s));
        QVERIFY(html.contains(evil.toHtmlEscaped()));
        QVERIFY(!html.contains(u"onload=\"x\""_s));
        // Every attribute is quoted, and the only address in it is the picture's.
        static const QRegularExpression address(u"(src|href|background|action)\\s*=\\s*\"([^\"]*)\""_s);
        auto found = address.globalMatch(html);
        int addresses = 0;
        while (found.hasNext()) {
            QCOMPARE(found.next().captured(2), u"cid:"_s + reportPictureId(0));
            ++addresses;
        }
        QCOMPARE(addresses, 1);
        QVERIFY(!html.contains(u"url("_s) && !html.contains(u"@import"_s));
    }

    void aCardWithoutAnAnswerSaysWhy()
    {
        ReportLetter letter = letterOf(u"Team"_s, u"By owner"_s);
        letter.cards[0].answer.reset();
        letter.cards[0].failure = errorCodeName(ErrorCode::Denied);
        const ReportPaper paper = reportPaper(letter, english);
        QVERIFY(!paper.cards[0].failure.isEmpty() && !paper.cards[0].chart && paper.cards[0].number.isEmpty());
        QVERIFY(reportPaperHtml(paper, {}, u"en"_s).contains(paper.cards[0].failure.toHtmlEscaped()));
        QVERIFY(reportPaperText(paper, english).contains(paper.cards[0].failure));
    }

    void builtinDashboardsHaveTheirOwnNames()
    {
        ReportLetter letter = letterOf(u"sla"_s, {});
        letter.builtin = builtinDashboardName(BuiltinDashboard::Sla);
        letter.cards[0].builtin = builtinCards(BuiltinDashboard::Sla).first().id;
        letter.scheduleName.clear();
        const ReportPaper paper = reportPaper(letter, english);
        QCOMPARE(paper.title, ReportWords::dashboard(BuiltinDashboard::Sla));
        QVERIFY(paper.why.isEmpty());
    }

    void theLogIsReadable()
    {
        Catalog catalog;
        for (int i = 1; i <= 3; ++i) {
            Person person;
            person.id = PersonId{i};
            person.role = PersonRole::Agent;
            person.name = u"Agent %1"_s.arg(i);
            catalog.agents.append(person);
        }
        catalog.index();
        const auto sending = [](qint64 id, int reader, Instant dueAt, DeliveryState state,
                                const QString &problem = {}) {
            return ReportSending{id, ReportItemId{7}, u"Weekly"_s, PersonId{reader}, dueAt, dueAt, state, problem};
        };
        const QVector<ReportSending> log{
            sending(5, 3, monday, DeliveryState::None, reportproblem::noAddress),
            sending(4, 2, monday, DeliveryState::Sent),
            sending(3, 1, monday, DeliveryState::Sent),
            sending(2, 1, monday - 1000, DeliveryState::Failed, u"550 no such user"_s),
        };
        const TimeWords times{english, QTimeZone::utc()};
        const QStringList lines = reportSendingLines(log, ReportItemId{7}, catalog, times, monday + 1000, 9);
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines[0].contains(u"2 people"_s) && lines[0].contains(u"not to Agent 3: there is no address"_s),
                 qPrintable(lines[0]));
        QVERIFY2(lines[1].contains(u"550 no such user"_s), qPrintable(lines[1]));
        QVERIFY(reportSendingLines(log, ReportItemId{8}, catalog, times, monday, 9).isEmpty());
        QCOMPARE(reportSendingLines(log, ReportItemId{7}, catalog, times, monday, 1).size(), 1);
        QVERIFY(reportSendingProblem(log[1]).isEmpty());
    }
};

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::ReportPaperTest)

#include "report_paper_test.moc"

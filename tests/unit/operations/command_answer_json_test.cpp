// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/command_answer_json.h"

#include <QtTest>

namespace deskhand {

class CommandAnswerJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersComeBackAsTheyWere()
    {
        CommandAnswer answer;
        QCOMPARE(commandAnswerToJson(answer), QByteArray("{}"));
        QCOMPARE(*commandAnswerFromJson(commandAnswerToJson(answer)), answer);
        answer.ticket = TicketId{std::numeric_limits<qint64>::max()};
        answer.ticketNumber = QStringLiteral("HD-\"7\"");
        answer.article = ArticleId{9};
        answer.version = 4;
        answer.id = 5;
        QCOMPARE(*commandAnswerFromJson(commandAnswerToJson(answer)), answer);
        FieldConflict conflict;
        conflict.field = TicketField::DueAt;
        conflict.theirs = QStringLiteral("1800000000000");
        conflict.mineText = QStringLiteral("Größe");
        conflict.by = PersonId{3};
        conflict.byName = QStringLiteral("Zoë");
        conflict.at = 1772442000000;
        answer.conflicts = {conflict, FieldConflict()};
        QCOMPARE(*commandAnswerFromJson(commandAnswerToJson(answer)), answer);
    }

    void otherJsonIsCorrupt_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("list") << QByteArray("[]");
        QTest::newRow("cut off") << QByteArray("{\"ticket\":1");
        QTest::newRow("unknown field") << QByteArray("{\"conflicts\":[{\"field\":\"mood\"}]}");
    }

    void otherJsonIsCorrupt()
    {
        QFETCH(QByteArray, json);
        const Result<CommandAnswer> answer = commandAnswerFromJson(json);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Corrupt);
    }
};

} // namespace deskhand

QTEST_GUILESS_MAIN(deskhand::CommandAnswerJsonTest)
#include "command_answer_json_test.moc"

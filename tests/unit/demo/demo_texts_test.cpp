// SPDX-License-Identifier: GPL-3.0-or-later
// The texts in resources/demo: all of them compile, can be written, and fit together.
#include "demo/demo_company.h"
#include "demo/letter_writer.h"
#include "demo/story_maker.h"
#include "demo/template_library.h"

#include "demo/demo_generator.h"

#include <QtTest>

using namespace deskhand;

class DemoTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void thereIsEnough();
    void everyTextCanBeWritten();
    void everyTopicCanBeFinished();
    void pathsAndTagsAreKnown();
    void everyVariantHasWhatItNeeds();
    void framesAreWhole();
    void storiesAreWhole();

private:
    std::shared_ptr<const TemplateLibrary> m_library;
};

void DemoTextsTest::initTestCase()
{
    const auto library = TemplateLibrary::load();
    QVERIFY2(bool(library), library ? "" : qPrintable(library.error().detail));
    m_library = *library;
}

void DemoTextsTest::thereIsEnough()
{
    int openings = 0;
    int others = 0;
    QHash<QString, int> languages;
    QSet<QString> names;
    for (const DemoTopic &topic : m_library->topics()) {
        QVERIFY2(!names.contains(topic.name), qPrintable(topic.name));
        names.insert(topic.name);
        const qsizetype own =
            topic.own[size_t(PieceKind::Opening)].size() + topic.own[size_t(PieceKind::Called)].size();
        openings += int(own);
        languages[topic.language] += int(own);
        for (int kind = int(PieceKind::Ask); kind < pieceKindCount; ++kind)
            others += int(topic.own[size_t(kind)].size());
    }
    qInfo("%d openings, %d other pieces of topics", openings, others);
    QVERIFY(openings >= 300);
    QVERIFY(others >= 350);
    for (const char *language : {"de", "fr", "es", "ja", "ar"})
        QVERIFY(languages.value(QLatin1String(language)) >= 12);
}

void DemoTextsTest::everyTextCanBeWritten()
{
    static const QRegularExpression left(QStringLiteral("[{}|]|\\bundefined\\b"));
    TemplateWriter writer(m_library->program());
    for (int field = 0; field < templateFieldCount; ++field)
        writer.setField(TemplateField(field), QStringLiteral("Field%1").arg(field));
    DemoRandom random(1);
    int written = 0;
    const auto check = [&](const TemplateText &text, const QString &where) {
        for (int turn = 0; turn < 12; ++turn) {
            writer.forget();
            QString out;
            writer.write(text, &random, &out);
            QVERIFY2(!out.trimmed().isEmpty(), qPrintable(where));
            QVERIFY2(!out.contains(left), qPrintable(where + QStringLiteral(": ") + out));
            QVERIFY2(!out.contains(QLatin1String("  ")) || out.contains(QLatin1String(":  ")),
                     qPrintable(where + QStringLiteral(": ") + out));
            QVERIFY2(out == out.trimmed(), qPrintable(where + QStringLiteral(": ") + out));
            ++written;
        }
    };
    for (const DemoTopic &topic : m_library->topics()) {
        const QString where = topic.name + u' ' + topic.language;
        for (const TopicPiece &subject : topic.subjects)
            check(subject.text, where);
        for (const PiecePools *pools : {&topic.own, &topic.common}) {
            for (const QVector<TopicPiece> &pool : *pools) {
                for (const TopicPiece &piece : pool) {
                    check(piece.text, where);
                    for (const TemplateText &answer : piece.answers)
                        check(answer, where);
                }
            }
        }
    }
    QVERIFY(written > 10'000);
}

void DemoTextsTest::everyTopicCanBeFinished()
{
    for (const DemoTopic &topic : m_library->topics()) {
        if (topic.name == QLatin1String("storage-marathon")) { // no piece twice in a row: there must be another
            for (const PieceKind kind :
                 {PieceKind::Ack, PieceKind::Note, PieceKind::Call, PieceKind::Pending, PieceKind::Solution})
                QVERIFY(topic.own[size_t(kind)].size() >= 2);
        }
        const auto has = [&](PieceKind kind) {
            return !topic.own[size_t(kind)].isEmpty() || !topic.common[size_t(kind)].isEmpty();
        };
        QVERIFY2(has(PieceKind::Solution), qPrintable(topic.name));
        if (topic.type == TopicType::Alert || topic.type == TopicType::Spam)
            continue;
        for (const PieceKind kind : {PieceKind::Ack, PieceKind::Pending, PieceKind::Resolve, PieceKind::Reopen,
                                     PieceKind::Thanks, PieceKind::Nudge})
            QVERIFY2(has(kind), qPrintable(QStringLiteral("%1 %2").arg(topic.name).arg(int(kind))));
    }
}

void DemoTextsTest::pathsAndTagsAreKnown()
{
    const QStringList tags = m_library->lines(QStringLiteral("tags"));
    const DemoCompany company(*m_library, 100, 1);
    for (const DemoTopic &topic : m_library->topics()) {
        QVERIFY2(company.queueByPath(topic.queue).isValid(), qPrintable(topic.name + u' ' + topic.queue));
        QVERIFY2(company.categoryByPath(topic.category).isValid(), qPrintable(topic.name + u' ' + topic.category));
        for (const auto &[tag, percent] : topic.tags)
            QVERIFY2(tags.contains(tag), qPrintable(topic.name + u' ' + tag));
    }
    for (const DemoAgent &agent : company.agents()) {
        QVERIFY2(!agent.queues.contains(QueueId()), qPrintable(agent.who.person.name));
        for (const QString &language : agent.languages)
            QVERIFY(m_library->languages().contains(language));
    }
}

void DemoTextsTest::everyVariantHasWhatItNeeds()
{
    for (const DemoTopic &topic : m_library->topics()) {
        for (const PieceKind kind : {PieceKind::Opening, PieceKind::Called}) {
            for (const TopicPiece &opening : topic.own[size_t(kind)]) {
                const auto fits = [&](const TopicPiece &piece) {
                    return piece.variants == 0 || opening.variants == 0 || (piece.variants & opening.variants) != 0;
                };
                const auto &solutions = topic.own[size_t(PieceKind::Solution)];
                QVERIFY2(std::any_of(topic.subjects.begin(), topic.subjects.end(), fits), qPrintable(topic.name));
                QVERIFY2(std::any_of(solutions.begin(), solutions.end(), fits), qPrintable(topic.name));
            }
        }
    }
}

void DemoTextsTest::framesAreWhole()
{
    LetterWriter letters(*m_library);
    for (const QString &language : m_library->languages()) {
        QCOMPARE(m_library->lines(QStringLiteral("months"), language).size(), 12);
        const QString date = letters.date(20'000, language); // 2024-10-04
        QVERIFY2(date.contains(u'4') && !date.contains(u'%'), qPrintable(date));
        QVERIFY(!m_library->lines(QStringLiteral("teamname"), language).isEmpty());
        const QStringList cultures = m_library->lines(QStringLiteral("cultures"), language);
        QVERIFY(!cultures.isEmpty());
        for (const QString &culture : repeatedByWeight(cultures)) {
            QVERIFY(m_library->lines(QStringLiteral("first"), culture).size() >= 15);
            QVERIFY(m_library->lines(QStringLiteral("last"), culture).size() >= 15);
        }
    }
    for (const QString &culture : {QStringLiteral("ja"), QStringLiteral("ar"), QStringLiteral("pl")}) {
        for (const char *list : {"first", "last"}) {
            for (const QString &name : m_library->lines(QLatin1String(list), culture)) {
                const QString latin = name.mid(name.indexOf(u'=') + 1);
                for (const QChar c : latin)
                    QVERIFY2(c.unicode() < 0x80, qPrintable(name));
            }
        }
    }
}

void DemoTextsTest::storiesAreWhole()
{
    DemoCompany company(*m_library, 100, 1);
    const auto stories = StoryMaker::prepare(*m_library, &company, demoDefaultEnd);
    QVERIFY2(bool(stories), stories ? "" : qPrintable(stories.error().detail));
    QVERIFY(stories->count() >= 13);
    for (int i = 1; i < stories->count(); ++i)
        QVERIFY(stories->openedAt(i - 1) <= stories->openedAt(i));
    // Also when today is a Sunday, or early on New Year's Day.
    for (const Instant end : {Instant(1'795'361'400'000), Instant(1'798'768'800'000)}) {
        DemoCompany another(*m_library, 100, 1);
        const auto moved = StoryMaker::prepare(*m_library, &another, end);
        QVERIFY2(bool(moved), moved ? "" : qPrintable(moved.error().detail));
        QVERIFY(moved->openedAt(moved->count() - 1) < end);
    }
}

QTEST_APPLESS_MAIN(DemoTextsTest)
#include "demo_texts_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text_folding.h"
#include "store/reading.h"
#include "support/desk_file.h"
#include "support/nightly.h"
#include "support/sample_catalog.h"
#include "support/sample_tickets.h"

#include <QRandomGenerator>
#include <QtTest>

namespace deskhand {
namespace {

QString pickedFrom(QRandomGenerator &random, const QStringList &words)
{
    return words[random.bounded(words.size())];
}

/// Words with common beginnings and insides, several scripts and cases.
const QStringList &vocabulary()
{
    static const QStringList words =
        QStringLiteral(
            "printer Printing sprint blueprint screen touchscreen screens Bildschirm problème PROBLEM certificate cert "
            "Straße strasse vpn VPN-Tunnel tunnel 4711 47110 2024-11 café Cafeteria a an ann hannah 接続 "
            "接続できません プリンター "
            "مشكلة المشكلة поломка Полом x-ray e.g. mail@host.example other@host.example")
            .split(u' ');
    return words;
}

QString randomText(QRandomGenerator &random, int most)
{
    QStringList words;
    for (int n = random.bounded(most); n >= 0; --n)
        words.append(pickedFrom(random, vocabulary()));
    return words.join(random.bounded(4) == 0 ? QStringLiteral(", ") : QStringLiteral(" "));
}

bool hasPhrase(const QStringList &words, const QStringList &phrase, bool openEnded)
{
    for (qsizetype i = 0; i + phrase.size() <= words.size(); ++i) {
        bool same = true;
        for (qsizetype k = 0; same && k < phrase.size(); ++k) {
            const bool last = k + 1 == phrase.size();
            same = last && openEnded ? words[i + k].startsWith(phrase[k]) : words[i + k] == phrase[k];
        }
        if (same)
            return true;
    }
    return false;
}

/// The texts of one row of the index, each cut into words.
struct NaiveRow {
    QVector<QStringList> columns;
    QStringList addresses;
};

bool naivelyHas(const NaiveRow &row, const QString &typed)
{
    const bool quoted = typed.startsWith(u'"');
    const QStringList words = foldedWords(typed);
    if (!quoted && typed.contains(u'@')) {
        return std::any_of(row.addresses.cbegin(), row.addresses.cend(),
                           [&](const QString &address) { return address.contains(foldText(typed)); });
    }
    return std::any_of(row.columns.cbegin(), row.columns.cend(), [&](const QStringList &column) {
        if (words.size() > 1 || quoted)
            return hasPhrase(column, words, !quoted);
        return std::any_of(column.cbegin(), column.cend(), [&](const QString &word) {
            return words[0].size() < 3 ? word.startsWith(words[0]) : word.contains(words[0]);
        });
    });
}

} // namespace

/// The index finds what reading everything would find.
class SearchEquivalenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsWhatReadingEverythingFinds();

private:
    static constexpr int ticketCount = 300;

    test::DeskFile m_desk;
    CatalogPtr m_catalog = test::sampleCatalog();
    QVector<BulkTicket> m_tickets;
    QVector<QVector<NaiveRow>> m_rows; ///< by ticket
};

void SearchEquivalenceTest::initTestCase()
{
    QRandomGenerator random(99);
    static const QRegularExpression address(QStringLiteral("[\\w.]+@[\\w.]+\\w"));
    for (int id = 1; id <= ticketCount; ++id) {
        QStringList texts;
        for (int n = random.bounded(4); n > 0; --n)
            texts.append(randomText(random, 12));
        BulkTicket ticket = test::bulkTicket(id, PersonId{9}, randomText(random, 4), texts);
        ticket.head.queue = QueueId{1 + random.bounded(3)};
        m_tickets.append(ticket);
        QVector<NaiveRow> rows;
        for (const QString &text : texts.isEmpty() ? QStringList{QString()} : texts) {
            NaiveRow row{{foldedWords(ticket.head.subject), foldedWords(text)}, {}};
            for (const QString &all : {ticket.head.subject, text}) {
                for (auto match = address.globalMatch(all); match.hasNext();)
                    row.addresses.append(foldText(match.next().captured()));
            }
            rows.append(row);
        }
        m_rows.append(rows);
    }
    m_desk.load(*m_catalog, {test::requester(9, {}, {})}, m_tickets);
}

void SearchEquivalenceTest::findsWhatReadingEverythingFinds()
{
    QRandomGenerator random(5);
    const std::unique_ptr<Connection> connection = m_desk.connect();
    int found = 0;
    for (int round = 0; round < test::randomRounds(1500); ++round) {
        QStringList typed;
        for (int n = 1 + random.bounded(2); n > 0; --n) {
            QString word = pickedFrom(random, vocabulary());
            if (random.bounded(3) == 0)
                word = word.left(1 + random.bounded(word.size()));
            else if (random.bounded(4) == 0)
                word = u'"' + word + u' ' + pickedFrom(random, vocabulary()) + u'"';
            if (!foldedWords(word).isEmpty())
                typed.append(word);
        }
        SearchQuery query;
        query.text = typed.join(u' ');
        query.limit = ticketCount;
        query.byRelevance = random.bounded(3) == 0;
        const qint64 queue = 1 + random.bounded(3);
        const bool restricted = random.bounded(2) == 0;
        if (restricted)
            query.condition = Condition::is(ConditionField::Queue, {queue});
        const Result<SearchHits> hits = readSearch(*connection, m_catalog, query);
        QVERIFY2(hits, hits ? "" : qPrintable(hits.error().detail));

        QVector<TicketId> expected;
        for (int i = ticketCount - 1; i >= 0; --i) {
            const bool matches = std::any_of(m_rows[i].cbegin(), m_rows[i].cend(), [&](const NaiveRow &row) {
                return std::all_of(typed.cbegin(), typed.cend(),
                                   [&](const QString &word) { return naivelyHas(row, word); });
            });
            if (!typed.isEmpty() && matches && (!restricted || m_tickets[i].head.queue == QueueId{queue}))
                expected.append(m_tickets[i].head.id);
        }
        QVector<TicketId> actual;
        for (const SearchHit &hit : hits->hits)
            actual.append(hit.ticket);
        if (query.byRelevance)
            std::sort(actual.rbegin(), actual.rend());
        if (typed.isEmpty())
            continue;
        QVERIFY2(
            actual == expected,
            qPrintable(query.text + QStringLiteral(": %1 found, %2 expected").arg(actual.size()).arg(expected.size())));
        found += actual.isEmpty() ? 0 : 1;
    }
    QVERIFY(found > 700);
}

} // namespace deskhand

QTEST_GUILESS_MAIN(deskhand::SearchEquivalenceTest)
#include "search_equivalence_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text_folding.h"
#include "bench/benches.h"
#include "bench/raw_database.h"
#include "bench/report.h"

#include <QRandomGenerator>

#include <sqlite3.h>

namespace deskhand::bench {
namespace {

struct BenchSearch {
    QString kind;
    QString text;
    Condition condition;
};

/// Words of the desk in the order they came up, so about from common to rare.
QStringList wordsOf(RawDatabase &raw)
{
    QStringList words;
    sqlite3_stmt *statement =
        raw.prepare("SELECT term FROM search_term WHERE length(term) > 3 AND term NOT GLOB '*[0-9@]*' ORDER BY id");
    while (sqlite3_step(statement) == SQLITE_ROW)
        words.append(QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0))));
    sqlite3_finalize(statement);
    return words;
}

QStringList textsOf(RawDatabase &raw, const char *sql)
{
    QStringList texts;
    sqlite3_stmt *statement = raw.prepare(sql);
    while (sqlite3_step(statement) == SQLITE_ROW)
        texts.append(QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0))));
    sqlite3_finalize(statement);
    return texts;
}

QString picked(QRandomGenerator &random, const QStringList &from, qsizetype first, qsizetype end)
{
    const qsizetype last = std::min(end, from.size());
    const qsizetype begin = std::min(first, last - 1);
    return from[begin + random.bounded(int(last - begin))];
}

/// 200 searches, 20 of each kind.
QVector<BenchSearch> mixedSearches(RawDatabase &raw)
{
    QRandomGenerator random(4);
    const QStringList words = wordsOf(raw);
    const QStringList numbers = textsOf(raw, "SELECT number FROM ticket WHERE id % 997 = 1 LIMIT 2000");
    const QStringList addresses =
        textsOf(raw, "SELECT address FROM person WHERE role = 1 AND address <> '' LIMIT 5000");
    const QStringList subjects = textsOf(raw, "SELECT subject FROM ticket WHERE id % 1009 = 7 LIMIT 1000");
    const QVector<Condition> conditions{Condition::is(ConditionField::StateType, {1, 2, 3, 4}),
                                        Condition::is(ConditionField::Queue, {3}),
                                        Condition::all({Condition::is(ConditionField::Owner, {Condition::meId}),
                                                        Condition::is(ConditionField::StateType, {1, 2, 3, 4})}),
                                        Condition::is(ConditionField::Priority, {1})};
    const qsizetype common = 60;
    const qsizetype rare = words.size() / 3;
    QVector<BenchSearch> searches;
    for (int i = 0; i < 20; ++i) {
        const auto add = [&](const char *kind, const QString &text, const Condition &condition = {}) {
            searches.append({QString::fromLatin1(kind), text, condition});
        };
        const QString commonWord = picked(random, words, 0, common);
        const QString midWord = picked(random, words, common, 2000);
        const QString rareWord = picked(random, words, rare, words.size());
        add("common word", commonWord);
        add("rare word", rareWord);
        add("two words", midWord + u' ' + picked(random, words, common, 2000));
        add("prefix of three letters", picked(random, words, 0, words.size()).left(3));
        add("infix", midWord.mid(1));
        add("number", picked(random, numbers, 0, numbers.size()));
        add("mail address", picked(random, addresses, 0, addresses.size()));
        add("phrase", u'"' + picked(random, subjects, 0, subjects.size()).split(u' ').mid(0, 3).join(u' ') + u'"');
        add("common word and field", commonWord, conditions[i % conditions.size()]);
        add("rare word and field", rareWord, conditions[i % conditions.size()]);
    }
    return searches;
}

} // namespace

void benchSearch(BenchDesk &bench)
{
    const std::unique_ptr<LocalDesk> desk = bench.open();
    RawDatabase raw(bench.path());
    const QVector<BenchSearch> searches = mixedSearches(raw);
    QVector<double> all;
    QHash<QString, QVector<double>> byKind;
    qsizetype found = 0;
    for (const bool byRelevance : {false, true}) {
        all.clear();
        byKind.clear();
        for (const BenchSearch &search : searches) {
            SearchQuery query;
            query.text = search.text;
            query.condition = search.condition;
            query.byRelevance = byRelevance;
            query.me = bench.me();
            Result<SearchHits> hits = SearchHits();
            const double took = milliseconds([&] { hits = waitFor(desk->search(query)); });
            if (!hits)
                giveUp(hits.error().detail);
            found += hits->hits.isEmpty() ? 0 : 1;
            all.append(took);
            byKind[search.kind].append(took);
            if (took > 100)
                qInfo("slow: %s \"%s\" %.0f ms", qPrintable(search.kind), qPrintable(search.text), took);
        }
        const QString order = byRelevance ? QStringLiteral("by relevance, ") : QStringLiteral("newest first, ");
        report({QStringLiteral("search"),
                order + QStringLiteral("p50"),
                percentile(all, 0.5),
                QStringLiteral("ms"),
                {},
                {}});
        report({QStringLiteral("search"),
                order + QStringLiteral("p95"),
                percentile(all, 0.95),
                QStringLiteral("ms"),
                {},
                50.0});
        report({QStringLiteral("search"),
                order + QStringLiteral("max"),
                percentile(all, 1),
                QStringLiteral("ms"),
                {},
                {}});
        for (auto kind = byKind.cbegin(); kind != byKind.cend(); ++kind)
            report({QStringLiteral("search"),
                    order + kind.key() + QStringLiteral(", p95"),
                    percentile(kind.value(), 0.95),
                    QStringLiteral("ms"),
                    {},
                    {}});
    }
    if (found < searches.size())
        giveUp(QStringLiteral("only %1 of the searches found something").arg(found));
}

} // namespace deskhand::bench

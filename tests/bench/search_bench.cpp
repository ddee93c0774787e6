// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text_folding.h"
#include "bench/benches.h"
#include "bench/raw_server.h"
#include "bench/report.h"
#include "store/postgres_connection.h"
#include "store/search_expression.h"

#include <QRandomGenerator>

namespace deskhand::bench {
namespace {

struct BenchSearch {
    QString kind;
    QString text;
    Condition condition;
    QByteArray rawCondition; ///< the same as SQL; empty: none
};

/// The same question to the server as a person who knows the index would ask it: the words are looked up already, and
/// what comes back is what excerpts are cut from.
class RawSearch
{
public:
    explicit RawSearch(const PostgresAddress &address)
        : m_raw(address)
    {
        auto statements = StatementCatalogue::load(SqlDialect::Postgres);
        auto opened = PostgresConnection::open(address, ConnectionUse::Read,
                                               std::make_shared<const StatementCatalogue>(*std::move(statements)));
        if (!opened)
            giveUp(opened.error().detail);
        m_connection = *std::move(opened);
    }

    double milliseconds(const BenchSearch &search, bool byRelevance)
    {
        const int terms = byRelevance ? 64 : 1024;
        const auto expression = searchExpression(*m_connection, parseSearchText(search.text), terms);
        if (!expression)
            giveUp(expression.error().detail);
        QByteArray match = expression->match.toUtf8();
        match = '\'' + match.replace('\'', "''") + "'::tsquery";
        const QByteArray where = search.rawCondition.isEmpty()
                                     ? QByteArray("WHERE ")
                                     : "JOIN ticket t ON t.id = s.rowid >> 20 WHERE " + search.rawCondition + " AND ";
        QByteArray rows = "SELECT s.rowid, s.document FROM search s " + where + "s.document @@ " + match
                          + " ORDER BY s.rowid DESC LIMIT " + (byRelevance ? "3000" : "100");
        if (byRelevance)
            rows = "SELECT r.rowid FROM (" + rows + ") r ORDER BY ts_rank(r.document, " + match + ") DESC LIMIT 100";
        const QByteArray sql = "SELECT r.rowid, a.id, a.text, a.quoted_text, a.subject FROM (" + rows
                               + ") r JOIN article a ON a.ticket_id = r.rowid >> 20 AND a.position = r.rowid & 1048575";
        return bench::milliseconds([&] { (void)m_raw.ids(sql.constData()); });
    }

private:
    RawServer m_raw;
    std::unique_ptr<Connection> m_connection;
};

/// Words of the desk in the order they came up, so about from common to rare.
QStringList wordsOf(RawSql &raw)
{
    QStringList words = raw.texts("SELECT term FROM search_term WHERE length(term) > 3 ORDER BY id");
    words.removeIf([](const QString &word) {
        return std::any_of(word.cbegin(), word.cend(), [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'@'; });
    });
    return words;
}

QString picked(QRandomGenerator &random, const QStringList &from, qsizetype first, qsizetype end)
{
    const qsizetype last = std::min(end, from.size());
    const qsizetype begin = std::min(first, last - 1);
    return from[begin + random.bounded(int(last - begin))];
}

/// 200 searches, 20 of each kind.
QVector<BenchSearch> mixedSearches(RawSql &raw, PersonId me)
{
    QRandomGenerator random(4);
    const QStringList words = wordsOf(raw);
    const QStringList numbers = raw.texts("SELECT number FROM ticket WHERE id % 997 = 1 LIMIT 2000");
    const QStringList addresses = raw.texts("SELECT address FROM person WHERE role = 1 AND address <> '' LIMIT 5000");
    const QStringList subjects = raw.texts("SELECT subject FROM ticket WHERE id % 1009 = 7 LIMIT 1000");
    const QVector<Condition> conditions{Condition::is(ConditionField::StateType, {1, 2, 3, 4}),
                                        Condition::is(ConditionField::Queue, {3}),
                                        Condition::all({Condition::is(ConditionField::Owner, {Condition::meId}),
                                                        Condition::is(ConditionField::StateType, {1, 2, 3, 4})}),
                                        Condition::is(ConditionField::Priority, {1})};
    const QVector<QByteArray> rawConditions{"t.state_type < 5", "t.queue_id = 3",
                                            "t.owner_id = " + QByteArray::number(me.value) + " AND t.state_type < 5",
                                            "t.priority_id = 1"};
    const qsizetype common = 60;
    const qsizetype rare = words.size() / 3;
    QVector<BenchSearch> searches;
    for (int i = 0; i < 20; ++i) {
        const auto add = [&](const char *kind, const QString &text, const Condition &condition = {},
                             const QByteArray &rawCondition = {}) {
            searches.append({QString::fromLatin1(kind), text, condition, rawCondition});
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
        add("common word and field", commonWord, conditions[i % conditions.size()],
            rawConditions[i % conditions.size()]);
        add("rare word and field", rareWord, conditions[i % conditions.size()], rawConditions[i % conditions.size()]);
    }
    return searches;
}

/// One order of the answers.
class SearchFigures
{
public:
    SearchFigures(const BenchDesk &bench, bool byRelevance)
        : m_name(bench.figureName("search"))
        , m_order(byRelevance ? QStringLiteral("by relevance, ") : QStringLiteral("newest first, "))
        , m_onServer(bench.server().has_value())
    {
    }

    void add(const QString &kind, double ours, std::optional<double> theirs)
    {
        m_all.append(ours);
        m_byKind[kind].append(ours);
        if (!theirs)
            return;
        m_allRaw.append(*theirs);
        m_rawByKind[kind].append(*theirs);
    }

    void print() const
    {
        print(QStringLiteral("p50"), 0.5, m_all, m_allRaw, {});
        print(QStringLiteral("p95"), 0.95, m_all, m_allRaw, 50.0);
        print(QStringLiteral("max"), 1, m_all, m_allRaw, {});
        for (auto kind = m_byKind.cbegin(); kind != m_byKind.cend(); ++kind)
            print(kind.key() + QStringLiteral(", p95"), 0.95, kind.value(), m_rawByKind.value(kind.key()), {});
    }

private:
    void print(const QString &metric, double share, const QVector<double> &ours, const QVector<double> &theirs,
               std::optional<double> limit) const
    {
        std::optional<double> baseline;
        if (m_onServer) {
            baseline = percentile(theirs, share);
            limit = 2 * *baseline;
        }
        report({m_name, m_order + metric, percentile(ours, share), QStringLiteral("ms"), baseline, limit});
    }

    QString m_name;
    QString m_order;
    bool m_onServer;
    QVector<double> m_all;
    QVector<double> m_allRaw;
    QHash<QString, QVector<double>> m_byKind;
    QHash<QString, QVector<double>> m_rawByKind;
};

} // namespace

void benchSearch(BenchDesk &bench)
{
    const std::unique_ptr<LocalDesk> desk = bench.open();
    const QVector<BenchSearch> searches = mixedSearches(*bench.raw(), bench.me());
    std::optional<RawSearch> raw;
    if (bench.server())
        raw.emplace(*bench.server());
    qsizetype found = 0;
    for (const bool byRelevance : {false, true}) {
        SearchFigures figures(bench, byRelevance);
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
            const auto theirs = raw ? std::optional(raw->milliseconds(search, byRelevance)) : std::nullopt;
            figures.add(search.kind, took, theirs);
            if (took > 100)
                qInfo("slow: %s \"%s\" %.0f ms, raw %.0f ms", qPrintable(search.kind), qPrintable(search.text), took,
                      theirs.value_or(0));
        }
        figures.print();
    }
    if (found < searches.size())
        giveUp(QStringLiteral("only %1 of the searches found something").arg(found));
}

} // namespace deskhand::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search_ranking.h"

#include "store/sqlite_connection.h"
#include "store/sqlite_error.h"

#include <sqlite3.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace deskhand {
namespace {

constexpr double saturation = 1.2;    // k1
constexpr double lengthWeight = 0.75; // b
constexpr double leastWeight = 1e-6;
/// Rows of all words of a search together that are looked at for their frequencies.
constexpr sqlite3_int64 rowsCounted = 20'000;
constexpr sqlite3_int64 fewestRowsCounted = 200;

/// What is the same for all rows of a search.
struct RankedSearch {
    double averageLength = 1;
    std::vector<double> weights;     ///< inverse frequency of each phrase
    std::vector<double> frequencies; ///< of the row being ranked
};

struct RowCount {
    sqlite3_int64 most = 0;
    sqlite3_int64 seen = 0;
    sqlite3_int64 lastRow = 0;
};

int countRow(const Fts5ExtensionApi *api, Fts5Context *context, void *data)
{
    auto *count = static_cast<RowCount *>(data);
    ++count->seen;
    count->lastRow = api->xRowid(context);
    return count->seen < count->most ? SQLITE_OK : SQLITE_DONE;
}

/// log((rows − with + 0.5) / (with + 0.5)), where `with` may be estimated: rows come in ascending order, so the share
/// of the id range that was passed tells how many there are in all.
double weightOf(const RowCount &count, sqlite3_int64 rows, sqlite3_int64 rankedRow)
{
    double with = double(count.seen);
    if (count.seen == count.most && count.lastRow > 0)
        with = std::min(double(rows), with * std::max(1.0, double(rankedRow) / double(count.lastRow)));
    return std::max(leastWeight, std::log((double(rows) - with + 0.5) / (with + 0.5)));
}

void forgetSearch(void *data)
{
    delete static_cast<RankedSearch *>(data);
}

int prepareSearch(const Fts5ExtensionApi *api, Fts5Context *context, RankedSearch **result)
{
    auto search = std::make_unique<RankedSearch>();
    const int phrases = api->xPhraseCount(context);
    sqlite3_int64 rows = 0;
    sqlite3_int64 words = 0;
    int code = api->xRowCount(context, &rows);
    if (code == SQLITE_OK)
        code = api->xColumnTotalSize(context, -1, &words);
    search->averageLength = rows > 0 ? std::max(1.0, double(words) / double(rows)) : 1.0;
    const sqlite3_int64 rankedRow = api->xRowid(context); // the newest hit: the first that is ranked
    for (int phrase = 0; phrase < phrases && code == SQLITE_OK; ++phrase) {
        RowCount count;
        count.most = std::max(fewestRowsCounted, rowsCounted / phrases);
        code = api->xQueryPhrase(context, phrase, &count, countRow);
        search->weights.push_back(weightOf(count, rows, rankedRow));
    }
    search->frequencies.resize(size_t(phrases));
    if (code != SQLITE_OK)
        return code;
    *result = search.get();
    return api->xSetAuxdata(context, search.release(), forgetSearch);
}

int scoreOf(const Fts5ExtensionApi *api, Fts5Context *context, RankedSearch *search, int columns,
            sqlite3_value **weights, double *score)
{
    int instances = 0;
    int code = api->xInstCount(context, &instances);
    std::fill(search->frequencies.begin(), search->frequencies.end(), 0.0);
    for (int i = 0; i < instances && code == SQLITE_OK; ++i) {
        int phrase = 0;
        int column = 0;
        int offset = 0;
        code = api->xInst(context, i, &phrase, &column, &offset);
        if (code == SQLITE_OK)
            search->frequencies[size_t(phrase)] += column < columns ? sqlite3_value_double(weights[column]) : 1.0;
    }
    int length = 0;
    if (code == SQLITE_OK)
        code = api->xColumnSize(context, -1, &length);
    const double damping = saturation * (1 - lengthWeight + lengthWeight * double(length) / search->averageLength);
    for (size_t phrase = 0; phrase < search->weights.size(); ++phrase) {
        const double frequency = search->frequencies[phrase];
        *score += search->weights[phrase] * (frequency * (saturation + 1)) / (frequency + damping);
    }
    return code;
}

void rankRow(const Fts5ExtensionApi *api, Fts5Context *context, sqlite3_context *result, int columns,
             sqlite3_value **weights)
{
    auto *search = static_cast<RankedSearch *>(api->xGetAuxdata(context, 0));
    int code = search ? SQLITE_OK : prepareSearch(api, context, &search);
    double score = 0;
    if (code == SQLITE_OK)
        code = scoreOf(api, context, search, columns, weights, &score);
    if (code == SQLITE_OK)
        sqlite3_result_double(result, -score);
    else
        sqlite3_result_error_code(result, code);
}

} // namespace

Result<void> installSearchRanking(SqliteConnection &connection)
{
    fts5_api *api = nullptr;
    sqlite3_stmt *statement = nullptr;
    const QByteArray sql = connection.fragment("search.interface");
    int code = sqlite3_prepare_v2(connection.handle(), sql.constData(), -1, &statement, nullptr);
    if (code == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
        code = sqlite3_finalize(statement);
    }
    if (code == SQLITE_OK && api)
        code = api->xCreateFunction(api, "relevance", nullptr, rankRow, nullptr);
    if (code != SQLITE_OK)
        return sqliteError(code, connection.handle(), QStringLiteral("search.interface"));
    return api ? Result<void>()
               : Result<void>(
                   Error{ErrorCode::Internal, QStringLiteral("search.interface"), QStringLiteral("no FTS5"), {}});
}

} // namespace deskhand

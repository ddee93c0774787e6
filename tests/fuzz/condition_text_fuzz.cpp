// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed into the search box: whatever it is, the answer is a condition that survives being written down, or an
// error that points into the text.
#include "domain/condition_json.h"
#include "domain/condition_text.h"
#include "support/sample_catalog.h"

#include <cstdint>
#include <cstdlib>

using namespace deskhand;

namespace {

void require(bool holds, const char *what, const QString &text)
{
    if (holds)
        return;
    qCritical("%s: %s", what, qPrintable(text));
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const CatalogPtr catalog = test::sampleCatalog();
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const Result<Condition> parsed = parseCondition(text, *catalog);
    if (!parsed) {
        const qint64 position = parsed.error().payload.value(QStringLiteral("position")).toLongLong();
        const qint64 length = parsed.error().payload.value(QStringLiteral("length")).toLongLong();
        require(position >= 0 && length >= 0 && position + length <= text.size(), "error outside of the text", text);
    } else {
        const Result<Condition> again = parseCondition(printCondition(*parsed, *catalog), *catalog);
        require(again && *again == *parsed, "text does not survive", text);
        const Result<Condition> stored = conditionFromJson(conditionToJson(*parsed));
        require(stored && *stored == *parsed, "JSON does not survive", text);
    }
    const int cursor = size == 0 ? 0 : int(data[0]) % int(text.size() + 1);
    const QVector<ConditionCompletion> completions = completeCondition(text, cursor, *catalog);
    for (const ConditionCompletion &completion : completions)
        require(completion.from >= 0 && completion.from + completion.length <= text.size(), "completion outside", text);
    return 0;
}

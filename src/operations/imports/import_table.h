// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/imports/import_mapping.h"
#include "operations/imports/import_report.h"

#include <QHash>
#include <QVarLengthArray>

#include <functional>
#include <vector>

namespace deskhand {

/// Each text once, by a number. 0 is the empty one, and a missing value.
class TextPool
{
public:
    TextPool() { m_texts.append(QString()); }

    quint32 keep(const QString &text)
    {
        if (text.isEmpty())
            return 0;
        const auto known = m_numbers.constFind(text);
        if (known != m_numbers.constEnd())
            return *known;
        const auto number = quint32(m_texts.size());
        m_texts.append(text);
        m_numbers.insert(text, number);
        return number;
    }
    [[nodiscard]] const QString &at(quint32 number) const { return m_texts[number]; }

private:
    QVector<QString> m_texts;
    QHash<QString, quint32> m_numbers;
};

/// A row as the mapping understands it; texts are numbers of the pool.
struct ImportRow {
    qint64 row = 0;
    qint64 line = 0;
    Instant at = 0; ///< of the event; of a ticket: of its opening
    Instant opened = 0, solved = 0, closed = 0;
    quint32 subject = 0, text = 0, requester = 0, address = 0, organization = 0, queue = 0, category = 0, priority = 0,
            state = 0, owner = 0, channel = 0, actor = 0;
    qint32 reassigned = 0;
    QVarLengthArray<qint8, 2> verdicts; ///< 1 met, 2 missed, 0 neither; as ImportMapping::verdicts
    QVarLengthArray<quint32, 2> tags;   ///< by ImportMapping::tags: the tag that this row gives, 0: none
    struct Message {
        quint32 text = 0;
        quint32 author = 0;
        SenderRole from = SenderRole::Customer;
        bool isInternal = false;
    };
    QVarLengthArray<Message, 1> messages;
};

/// A ticket with its rows, in the order of what happened.
struct ImportCase {
    quint32 number = 0;
    Instant openedAt = 0;
    std::vector<quint32> rows; ///< places in ImportTable::rows
};

struct ImportTable {
    TextPool texts;
    std::vector<ImportRow> rows;
    std::vector<ImportCase> cases;                   ///< the oldest first
    QHash<quint32, ImportTarget> states, priorities; ///< by their names
};

/// Where notes are told; called for each.
using ImportNoteSink = std::function<void(const ImportNote &)>;
/// False: stop.
using ImportProgressSink = std::function<bool(const ImportProgress &)>;

/// Reads all rows of a file. Notes say what was skipped and what was mended. Errors: of the source; Invalid: a column
/// of the mapping is not there (payload "column", "columns": those that are), or there is no heading; Cancelled.
[[nodiscard]] Result<ImportTable> readImportTable(const ImportMapping &mapping, CsvReader::Source source,
                                                  ImportReport *report, const ImportNoteSink &note,
                                                  const ImportProgressSink &progress);

} // namespace deskhand

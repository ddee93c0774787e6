// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/imports/import_table.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr qsizetype longestNoted = 200;
constexpr qint64 rowsBetweenProgress = 2000;
constexpr qsizetype longestImportedText = 1'000'000;
constexpr qsizetype longestImportedName = 300;

QString problemWord(CsvProblem problem)
{
    switch (problem) {
    case CsvProblem::None: break;
    case CsvProblem::BehindQuote: return QStringLiteral("text-behind-quote");
    case CsvProblem::UnclosedQuote: return QStringLiteral("unclosed-quote");
    case CsvProblem::TooLong: return QStringLiteral("too-long");
    case CsvProblem::TooManyColumns: return QStringLiteral("too-many-columns");
    }
    return {};
}

/// One file, row by row.
class ImportTableReader
{
public:
    ImportTableReader(const ImportMapping &mapping, CsvReader::Source source, ImportReport *report,
                      const ImportNoteSink &note, const ImportProgressSink &progress)
        : m_mapping(mapping)
        , m_csv(std::move(source), mapping.csv)
        , m_report(report)
        , m_note(note)
        , m_progress(progress)
    {
    }

    Result<ImportTable> read()
    {
        if (Result<void> headed = readHeading(); !headed)
            return headed.error();
        for (;;) {
            const Result<bool> more = m_csv.next(&m_record);
            if (!more)
                return more.error();
            if (!*more)
                break;
            ++m_report->rows;
            if (m_progress && m_report->rows % rowsBetweenProgress == 0
                && !m_progress({ImportProgress::Phase::Reading, m_report->rows, 0, m_csv.bytesRead()}))
                return Error{ErrorCode::Cancelled, QStringLiteral("operations.importTable"), {}, {}};
            readRow();
        }
        gatherCases();
        return std::move(m_table);
    }

private:
    Result<void> readHeading()
    {
        const Result<bool> there = m_csv.next(&m_record);
        if (!there)
            return there.error();
        QStringList names;
        for (const QByteArray &field : std::as_const(m_record.fields)) {
            QString name;
            m_csv.text(field, &name);
            names.append(name.trimmed());
        }
        m_columnCount = names.size();
        const QStringList wanted = m_mapping.columns();
        for (const QString &column : wanted) {
            const qsizetype at = names.indexOf(column);
            if (at < 0)
                return Error{ErrorCode::Invalid,
                             QStringLiteral("operations.importTable"),
                             QStringLiteral("the file has no column “%1”").arg(column),
                             {{QStringLiteral("column"), column}, {QStringLiteral("columns"), names}}};
            m_columns.insert(column, int(at));
        }
        return {};
    }

    // Of the row that is being read.

    void tell(const QString &column, const QString &value, const QString &why, bool skipped)
    {
        ImportNote note{m_record.row, m_record.line, column, value.left(longestNoted), why, skipped};
        ++m_report->why[why];
        m_skipped = m_skipped || skipped;
        if (!skipped)
            ++m_report->mendedRows;
        m_note(note);
    }
    /// What cannot be read in a column that may be left out.
    void tellDirty(const QString &column, const QString &value, const QString &why)
    {
        tell(column, value, why, m_mapping.dirty == ImportMapping::Dirty::SkipRow);
    }

    /// Empty: missing.
    QString cell(const QString &column)
    {
        const auto at = m_columns.constFind(column);
        if (column.isEmpty() || at == m_columns.constEnd() || *at >= m_record.fields.size())
            return {};
        QString text;
        if (!m_csv.text(m_record.fields[*at], &text))
            tellDirty(column, text, QStringLiteral("not-utf-8"));
        return m_mapping.missing.contains(text) || m_mapping.missing.contains(text.trimmed()) ? QString() : text;
    }

    QString filled(const QString &pattern)
    {
        QString text;
        qsizetype from = 0;
        for (;;) {
            const qsizetype open = pattern.indexOf(u'{', from);
            if (open < 0)
                return text + pattern.mid(from);
            const qsizetype close = pattern.indexOf(u'}', open);
            text += pattern.mid(from, open - from) + cell(pattern.mid(open + 1, close - open - 1));
            from = close + 1;
        }
    }

    QString valueOf(const ImportField &field) { return field.text.isEmpty() ? cell(field.column) : filled(field.text); }

    /// A name of the desk; null: there is none.
    QString nameOf(const ImportField &field, QHash<quint32, ImportTarget> *targets = nullptr)
    {
        if (!field.isMapped())
            return {};
        const QString value = valueOf(field).trimmed();
        ImportTarget target;
        if (value.isEmpty()) {
            if (!field.missing)
                return {};
            target = *field.missing;
        } else if (const auto known = field.values.constFind(value); known != field.values.constEnd()) {
            target = *known;
        } else if (field.otherwise == ImportField::Otherwise::Keep) {
            target.name = value.left(longestImportedName);
        } else {
            tell(field.column, value, QStringLiteral("unknown-value"),
                 field.otherwise == ImportField::Otherwise::SkipRow);
            return {};
        }
        target.name.replace(u'\n', u' ');
        if (targets && !targets->contains(m_table.texts.keep(target.name)))
            targets->insert(m_table.texts.keep(target.name), target);
        return target.name;
    }
    quint32 named(const ImportField &field, QHash<quint32, ImportTarget> *targets = nullptr)
    {
        return m_table.texts.keep(nameOf(field, targets));
    }

    Instant timeOf(const ImportField &field, bool isRequired)
    {
        if (!field.isMapped())
            return 0;
        const QString value = cell(field.column);
        if (value.isEmpty()) {
            if (isRequired)
                tell(field.column, value, QStringLiteral("missing"), true);
            return 0;
        }
        const auto known = m_times.constFind(value);
        if (field.formats.isEmpty() && known != m_times.constEnd())
            return *known;
        const std::optional<Instant> at =
            parseImportTime(value, field.formats.isEmpty() ? m_mapping.times : field.formats, m_mapping.zone);
        if (!at) {
            if (isRequired)
                tell(field.column, value, QStringLiteral("bad-time"), true);
            else
                tellDirty(field.column, value, QStringLiteral("bad-time"));
            return 0;
        }
        if (field.formats.isEmpty() && m_times.size() < mostTimesKept)
            m_times.insert(value, *at);
        return *at;
    }

    qint32 counterOf(const QString &column)
    {
        const QString value = cell(column);
        if (value.isEmpty())
            return 0;
        bool ok = false;
        const int number = value.toInt(&ok);
        if (!ok || number < 0)
            tellDirty(column, value, QStringLiteral("bad-number"));
        return ok && number >= 0 ? number : 0;
    }

    void readRow()
    {
        m_skipped = false;
        if (m_record.problem != CsvProblem::None) {
            tell({}, {}, problemWord(m_record.problem), true);
        } else if (m_record.fields.size() != m_columnCount) {
            tell({}, QString::number(m_record.fields.size()), QStringLiteral("wrong-number-of-columns"), true);
        }
        ImportRow row;
        row.row = m_record.row;
        row.line = m_record.line;
        const QString number = m_skipped ? QString() : cell(m_mapping.number.column).trimmed();
        if (!m_skipped && number.isEmpty())
            tell(m_mapping.number.column, {}, QStringLiteral("missing"), true);
        else if (number.size() > longestImportedName)
            tell(m_mapping.number.column, number, QStringLiteral("too-long"), true);
        if (!m_skipped) {
            readTimes(&row);
            readNames(&row);
            readRest(&row);
        }
        if (m_skipped) {
            ++m_report->skippedRows;
            return;
        }
        keep(m_table.texts.keep(number), std::move(row));
    }

    void readTimes(ImportRow *row)
    {
        const bool hasEvents = m_mapping.rows == ImportMapping::Rows::Events;
        row->opened = timeOf(m_mapping.opened, !hasEvents);
        row->solved = timeOf(m_mapping.solved, false);
        row->closed = timeOf(m_mapping.closed, false);
        row->at = hasEvents ? timeOf(m_mapping.time, true) : row->opened;
        const Instant begin = row->opened != 0 ? row->opened : row->at;
        checkOrder(m_mapping.solved, begin, &row->solved);
        checkOrder(m_mapping.closed, std::max(begin, row->solved), &row->closed);
    }
    void checkOrder(const ImportField &field, Instant begin, Instant *at)
    {
        if (*at == 0 || *at >= begin || m_skipped)
            return;
        tellDirty(field.column, cell(field.column), QStringLiteral("before-it-began"));
        *at = 0;
    }

    void readNames(ImportRow *row)
    {
        TextPool &texts = m_table.texts;
        row->subject = texts.keep(valueOf(m_mapping.subject).left(longestImportedText));
        row->text = texts.keep(valueOf(m_mapping.text).left(longestImportedText));
        row->requester = named(m_mapping.requester);
        row->address = named(m_mapping.address);
        row->organization = named(m_mapping.organization);
        row->queue = named(m_mapping.queue);
        row->category = named(m_mapping.category);
        row->priority = named(m_mapping.priority, &m_table.priorities);
        row->state = named(m_mapping.state, &m_table.states);
        row->owner = named(m_mapping.owner);
        row->actor = named(m_mapping.actor);
        const QString channel = nameOf(m_mapping.channel);
        Channel known = Channel::Web;
        if (!channel.isEmpty() && !channelFromName(channel, &known))
            tellDirty(m_mapping.channel.column, channel, QStringLiteral("unknown-value"));
        else
            row->channel = texts.keep(channel);
    }

    void readRest(ImportRow *row)
    {
        if (!m_mapping.reassigned.isEmpty())
            row->reassigned = counterOf(m_mapping.reassigned);
        for (const ImportVerdict &verdict : m_mapping.verdicts) {
            const QString value = cell(verdict.column);
            const bool isUnknown = !value.isEmpty() && !verdict.met.contains(value) && !verdict.missed.contains(value);
            if (isUnknown)
                tellDirty(verdict.column, value, QStringLiteral("unknown-value"));
            row->verdicts.append(verdict.met.contains(value) ? 1 : verdict.missed.contains(value) ? 2 : 0);
        }
        for (const ImportTag &tag : m_mapping.tags) {
            const QString value = cell(tag.column);
            const bool isGiven = tag.whenMissing ? value.isEmpty() : tag.whenOneOf.contains(value);
            row->tags.append(m_table.texts.keep(tag.tag.isEmpty() ? value : isGiven ? tag.tag : QString()));
        }
        for (const ImportMessage &message : m_mapping.messages)
            readMessage(message, row);
    }

    void readMessage(const ImportMessage &mapped, ImportRow *row)
    {
        ImportRow::Message message;
        message.text = m_table.texts.keep(valueOf(mapped.text).trimmed().left(longestImportedText));
        if (message.text == 0)
            return;
        message.author = named(mapped.author);
        const QString from = nameOf(mapped.from);
        if (from == u"agent")
            message.from = SenderRole::Agent;
        else if (from == u"system")
            message.from = SenderRole::System;
        else if (!from.isEmpty() && from != u"customer")
            tellDirty(mapped.from.column, from, QStringLiteral("unknown-value"));
        message.isInternal = nameOf(mapped.isInternal) == u"internal";
        row->messages.append(message);
    }

    void keep(quint32 number, ImportRow row)
    {
        auto known = m_places.find(number);
        if (known == m_places.end()) {
            known = m_places.insert(number, m_table.cases.size());
            m_table.cases.push_back(ImportCase{number, 0, {}});
        } else if (m_mapping.rows == ImportMapping::Rows::Tickets) {
            tell(m_mapping.number.column, m_table.texts.at(number), QStringLiteral("repeated"), true);
            ++m_report->skippedRows;
            return;
        }
        m_table.cases[*known].rows.push_back(quint32(m_table.rows.size()));
        m_table.rows.push_back(std::move(row));
    }

    void gatherCases()
    {
        std::vector<ImportRow> &rows = m_table.rows;
        for (ImportCase &one : m_table.cases) {
            if (m_mapping.sortByTime)
                std::stable_sort(one.rows.begin(), one.rows.end(),
                                 [&rows](quint32 a, quint32 b) { return rows[a].at < rows[b].at; });
            const ImportRow &first = rows[one.rows.front()];
            one.openedAt = first.opened != 0 ? first.opened : first.at;
            Instant before = one.openedAt;
            for (const quint32 place : one.rows) {
                ImportRow &row = rows[place];
                if (row.at < before) {
                    m_record.row = row.row;
                    m_record.line = row.line;
                    tell(m_mapping.time.column, {}, QStringLiteral("time-went-back"), false);
                    row.at = before;
                }
                before = row.at;
            }
        }
        std::stable_sort(m_table.cases.begin(), m_table.cases.end(),
                         [](const ImportCase &a, const ImportCase &b) { return a.openedAt < b.openedAt; });
        m_report->cases = qint64(m_table.cases.size());
    }

    static constexpr qsizetype mostTimesKept = 500'000;

    const ImportMapping &m_mapping;
    CsvReader m_csv;
    ImportReport *m_report;
    const ImportNoteSink &m_note;
    const ImportProgressSink &m_progress;
    CsvRecord m_record;
    bool m_skipped = false;
    qsizetype m_columnCount = 0;
    QHash<QString, int> m_columns;
    QHash<QString, Instant> m_times;
    QHash<quint32, size_t> m_places;
    ImportTable m_table;
};

} // namespace

Result<ImportTable> readImportTable(const ImportMapping &mapping, CsvReader::Source source, ImportReport *report,
                                    const ImportNoteSink &note, const ImportProgressSink &progress)
{
    return ImportTableReader(mapping, std::move(source), report, note, progress).read();
}

} // namespace deskhand

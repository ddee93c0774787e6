// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/desk_recording.h"

namespace deskhand::test {

using CommandIndex = QHash<CommandId, const RecordedOperation *>;

/// For the words of an anomaly.
[[nodiscard]] QString nameOf(const RecordedOperation &operation);

/// One ticket against the operations on it: a list of articles that only grows, a register for each field and a set of
/// tags. Says the anomalies of desk_model.h.
class TicketModel
{
public:
    TicketModel(const TicketHead &initial, const DumpedTicket &stored, QVector<const RecordedOperation *> operations,
                const CommandIndex &byCommand);

    [[nodiscard]] QStringList check();

private:
    /// A value of a field, from an entry of history on.
    struct Written {
        qint64 entry = 0;
        qint64 version = 0;
        QString value;
    };
    using Register = QVector<Written>;

    void say(const QString &what) { m_anomalies.append(what); }

    // ticket_model.cpp
    void checkArticles();
    void checkHolding();
    void checkArticleOrder();
    void checkCounters();

    // ticket_model_fields.cpp
    void buildRegisters();
    void checkWrite(TicketField field, const HistoryEntry &entry);
    void checkVersions();
    void checkAnswers();
    void checkConflictEntry(const HistoryEntry &entry);
    void checkAnswer(const RecordedOperation &operation, TicketField field, const QString &wanted);
    void checkTagsAnswer(const RecordedOperation &operation);
    [[nodiscard]] QString valueAt(TicketField field, qint64 version) const;
    [[nodiscard]] QString valueBeforeEntry(TicketField field, qint64 entry) const;

    const TicketHead &m_initial;
    const DumpedTicket &m_stored;
    QVector<const RecordedOperation *> m_operations;
    const CommandIndex &m_byCommand;
    QHash<QString, QVector<const DumpedArticle *>> m_articles; ///< by text
    QMap<TicketField, Register> m_registers;
    QStringList m_anomalies;
};

} // namespace deskhand::test

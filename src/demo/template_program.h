// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demo_random.h"

#include <QString>
#include <QVector>

#include <array>

namespace deskhand {

/// Placeholders whose value comes from the ticket and its people, not from a list.
enum class TemplateField {
    First,
    Last,
    Name,
    Mail,
    Phone,
    Room,
    Site,
    Dept,
    Device,
    Asset,
    Agent,
    AgentFirst,
    Agent2,
    Colleague,
    Colleague2,
    Time,
    Date,
    PastDate,
    Number,
    QuoteName,
    QuoteDate,
};
constexpr int templateFieldCount = int(TemplateField::QuoteDate) + 1;

/// True and sets `field` when there is a field of this name ("agentfirst").
[[nodiscard]] bool templateFieldFromName(QStringView name, TemplateField *field);

/// A compiled text: a run of steps of a TemplateProgram.
struct TemplateText {
    quint32 begin = 0;
    quint32 end = 0;
};

/// All texts of the demo, compiled: writing one is a loop over steps which append to a string. Built once by
/// TemplateCompiler, then immutable and shared by threads.
struct TemplateProgram {
    enum class Step : quint8 {
        Literal, ///< a: offset, b: length in `literals`
        Slot,    ///< a: slot
        Field,   ///< a: TemplateField
        Choice,  ///< a: first of b branches
    };
    struct Instruction {
        Step step = Step::Literal;
        quint32 a = 0;
        quint32 b = 0;
    };
    /// An item of a list: a text, or a number in a range.
    struct Item {
        TemplateText text;
        bool isRange = false;
        qint64 least = 0;
        qint64 most = 0;
    };
    struct List {
        QVector<Item> items;
        QVector<quint32> upTo; ///< sums of the weights
    };

    QString literals;
    QVector<Instruction> instructions;
    QVector<TemplateText> branches;
    QVector<List> lists;
    QVector<int> slotLists; ///< list of each slot; {printer} and {printer2} are two slots of one list
};

/// Index of an item, by weight.
[[nodiscard]] quint32 pickWeighted(const QVector<quint32> &upTo, DemoRandom *random);

/// Writes compiled texts. What was chosen for a slot stays until forget(), so that all texts of a ticket speak about
/// the same printer. Not thread-safe; one for each thread.
class TemplateWriter
{
public:
    explicit TemplateWriter(const TemplateProgram &program);

    /// Begins a new ticket: no slot has a choice.
    void forget();
    void setField(TemplateField field, const QString &value) { m_fields[size_t(field)] = value; }
    [[nodiscard]] const QString &field(TemplateField field) const { return m_fields[size_t(field)]; }

    /// Appends the text to `out`, drawing from `random`.
    void write(TemplateText text, DemoRandom *random, QString *out);
    /// A fresh item of a list, with no memory.
    void writeItem(int list, DemoRandom *random, QString *out);

private:
    void writeSlot(quint32 slot, DemoRandom *random, QString *out);
    void writeChosen(const TemplateProgram::Item &item, qint64 chosen, DemoRandom *random, QString *out);

    const TemplateProgram &m_program;
    std::array<QString, templateFieldCount> m_fields;
    struct Choice {
        quint32 ticket = 0;
        qint64 value = 0;
        quint32 item = 0;
    };
    QVector<Choice> m_choices;
    quint32 m_ticket = 0;
};

} // namespace deskhand

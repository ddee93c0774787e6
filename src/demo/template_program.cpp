// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/template_program.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr std::array<QLatin1String, templateFieldCount> templateFieldNames{
    QLatin1String("first"),     QLatin1String("last"),      QLatin1String("name"),       QLatin1String("mail"),
    QLatin1String("phone"),     QLatin1String("room"),      QLatin1String("site"),       QLatin1String("dept"),
    QLatin1String("device"),    QLatin1String("asset"),     QLatin1String("agent"),      QLatin1String("agentfirst"),
    QLatin1String("agent2"),    QLatin1String("colleague"), QLatin1String("colleague2"), QLatin1String("time"),
    QLatin1String("date"),      QLatin1String("pastdate"),  QLatin1String("number"),     QLatin1String("quotename"),
    QLatin1String("quotedate"),
};

/// QString::number without its detour through a locale.
void appendNumber(qint64 number, QString *out)
{
    std::array<QChar, 20> digits;
    size_t at = digits.size();
    quint64 rest = quint64(number);
    do {
        digits[--at] = QChar(u'0' + ushort(rest % 10));
        rest /= 10;
    } while (rest > 0);
    out->append(&digits[at], qsizetype(digits.size() - at));
}

} // namespace

bool templateFieldFromName(QStringView name, TemplateField *field)
{
    const auto found = std::find(templateFieldNames.begin(), templateFieldNames.end(), name);
    if (found == templateFieldNames.end())
        return false;
    *field = TemplateField(found - templateFieldNames.begin());
    return true;
}

quint32 pickWeighted(const QVector<quint32> &upTo, DemoRandom *random)
{
    const quint32 point = random->below(upTo.last());
    return quint32(std::upper_bound(upTo.begin(), upTo.end(), point) - upTo.begin());
}

TemplateWriter::TemplateWriter(const TemplateProgram &program)
    : m_program(program)
    , m_choices(program.slotLists.size())
    , m_ticket(1)
{
}

void TemplateWriter::forget()
{
    ++m_ticket;
}

void TemplateWriter::write(TemplateText text, DemoRandom *random, QString *out)
{
    for (quint32 at = text.begin; at < text.end; ++at) {
        const TemplateProgram::Instruction &instruction = m_program.instructions[at];
        switch (instruction.step) {
        case TemplateProgram::Step::Literal:
            out->append(m_program.literals.constData() + instruction.a, instruction.b);
            break;
        case TemplateProgram::Step::Slot: writeSlot(instruction.a, random, out); break;
        case TemplateProgram::Step::Field: out->append(m_fields[instruction.a]); break;
        case TemplateProgram::Step::Choice:
            write(m_program.branches[instruction.a + random->below(instruction.b)], random, out);
            break;
        }
    }
}

void TemplateWriter::writeSlot(quint32 slot, DemoRandom *random, QString *out)
{
    Choice &choice = m_choices[slot];
    const TemplateProgram::List &list = m_program.lists[m_program.slotLists[slot]];
    if (choice.ticket != m_ticket) {
        choice.ticket = m_ticket;
        choice.item = pickWeighted(list.upTo, random);
        const TemplateProgram::Item &item = list.items[choice.item];
        choice.value = item.isRange ? random->between(item.least, item.most) : 0;
    }
    writeChosen(list.items[choice.item], choice.value, random, out);
}

void TemplateWriter::writeItem(int list, DemoRandom *random, QString *out)
{
    const TemplateProgram::List &items = m_program.lists[list];
    const TemplateProgram::Item &item = items.items[pickWeighted(items.upTo, random)];
    writeChosen(item, item.isRange ? random->between(item.least, item.most) : 0, random, out);
}

void TemplateWriter::writeChosen(const TemplateProgram::Item &item, qint64 chosen, DemoRandom *random, QString *out)
{
    write(item.text, random, out);
    if (item.isRange)
        appendNumber(chosen, out);
}

} // namespace deskhand

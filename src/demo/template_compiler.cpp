// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/template_compiler.h"

#include <QRegularExpression>

namespace deskhand {
namespace {

QString templateListKey(const QString &name, const QString &language, int topic)
{
    return QStringLiteral("%1/%2/%3").arg(name, language).arg(topic);
}

bool isPlaceholderName(QStringView text)
{
    for (const QChar c : text) {
        const bool isDigit = c >= u'0' && c <= u'9';
        if (!(c >= u'a' && c <= u'z') && !isDigit)
            return false;
    }
    return !text.isEmpty() && text.front() >= u'a';
}

} // namespace

Result<int> TemplateCompiler::declareList(const QString &name, const QString &language, int topic, const QString &file,
                                          int line, const QVector<TemplateLine> &items)
{
    const QString key = templateListKey(name, language, topic);
    if (m_byKey.contains(key))
        return templateError(file, line, QStringLiteral("list \"%1\" is there twice").arg(name));
    if (items.isEmpty())
        return templateError(file, line, QStringLiteral("list \"%1\" is empty").arg(name));
    const int id = int(m_declared.size());
    m_byKey.insert(key, id);
    m_declared.append({name, language, topic, file, items});
    m_program.lists.append(TemplateProgram::List{});
    return id;
}

Result<void> TemplateCompiler::compileLists()
{
    static const QRegularExpression weighted(QStringLiteral("^(\\d+)\\* (.*)$"));
    static const QRegularExpression range(QStringLiteral("^([A-Z]*-?)(\\d+)\\.\\.\\1(\\d+)$"));
    for (int id = 0; id < m_declared.size(); ++id) {
        const Declared declared = m_declared[id];
        quint32 sum = 0;
        for (const TemplateLine &line : declared.items) {
            TemplateProgram::Item item;
            QString text = line.text;
            quint32 weight = 1;
            if (const auto match = weighted.match(text); match.hasMatch()) {
                weight = match.captured(1).toUInt();
                text = match.captured(2);
            }
            // "1..40", or with something before the number: "PO-100..PO-990".
            const auto match = range.match(text);
            if (match.hasMatch()) {
                item.isRange = true;
                item.least = match.captured(2).toLongLong();
                item.most = match.captured(3).toLongLong();
                text = match.captured(1);
            }
            if (item.isRange && (item.most < item.least || item.most <= 0))
                return templateError(declared.file, line.line, QStringLiteral("empty range \"%1\"").arg(line.text));
            const auto compiled = compile(text, declared.language, declared.topic, declared.file, line.line);
            if (!compiled)
                return compiled.error();
            item.text = *compiled;
            sum += weight;
            m_program.lists[id].items.append(item);
            m_program.lists[id].upTo.append(sum);
        }
    }
    return {};
}

Result<TemplateText> TemplateCompiler::compile(const QString &text, const QString &language, int topic,
                                               const QString &file, int line)
{
    const Declared scope{QString(), language, topic, file, {}};
    Cursor cursor{text, scope, line, 0, {}};
    QVector<Node> nodes;
    if (!parseSequence(&cursor, false, &nodes))
        return templateError(file, cursor.line, cursor.problem);
    return emitSequence(nodes);
}

bool TemplateCompiler::parseSequence(Cursor *cursor, bool isInside, QVector<Node> *nodes)
{
    QString literal;
    const auto flush = [&] {
        if (!literal.isEmpty())
            nodes->append(Node{TemplateProgram::Step::Literal, literal, 0, {}});
        literal.clear();
    };
    while (cursor->at < cursor->text.size()) {
        const QChar c = cursor->text[cursor->at];
        const QChar following = cursor->at + 1 < cursor->text.size() ? cursor->text[cursor->at + 1] : QChar();
        if (c == u'\\' && (following == u'{' || following == u'}' || following == u'|')) {
            literal += following;
            cursor->at += 2;
            continue;
        }
        if (isInside && (c == u'|' || c == u'}'))
            break;
        if (c == u'}') {
            cursor->problem = QStringLiteral("\"}\" without \"{\"");
            return false;
        }
        if (c == u'{') {
            flush();
            Node node;
            if (!parseBraces(cursor, &node))
                return false;
            nodes->append(node);
            continue;
        }
        if (c == u'\n')
            ++cursor->line;
        literal += c;
        ++cursor->at;
    }
    flush();
    return true;
}

bool TemplateCompiler::parseBraces(Cursor *cursor, Node *node)
{
    const qsizetype opened = cursor->at++;
    for (;;) {
        QVector<Node> branch;
        if (!parseSequence(cursor, true, &branch))
            return false;
        node->branches.append(branch);
        if (cursor->at >= cursor->text.size()) {
            cursor->problem = QStringLiteral("\"{\" without \"}\"");
            return false;
        }
        if (cursor->text[cursor->at++] == u'}')
            break;
    }
    if (node->branches.size() > 1) {
        node->step = TemplateProgram::Step::Choice;
        return true;
    }
    const QString name = cursor->text.mid(opened + 1, cursor->at - opened - 2);
    node->branches.clear();
    return resolve(cursor, name, node);
}

bool TemplateCompiler::resolve(Cursor *cursor, const QString &name, Node *node)
{
    TemplateField field;
    if (templateFieldFromName(name, &field)) {
        node->step = TemplateProgram::Step::Field;
        node->value = quint32(field);
        return true;
    }
    if (isPlaceholderName(name)) {
        QString listName = name;
        int list = findList(listName, cursor->scope.language, cursor->scope.topic);
        int suffix = 0;
        if (list < 0 && listName.back().isDigit()) {
            suffix = listName.back().digitValue();
            listName.chop(1);
            list = findList(listName, cursor->scope.language, cursor->scope.topic);
        }
        if (list >= 0) {
            node->step = TemplateProgram::Step::Slot;
            node->value = slotOf(list, suffix);
            return true;
        }
    }
    cursor->problem = QStringLiteral("there is no list or field \"%1\"").arg(name);
    return false;
}

TemplateText TemplateCompiler::emitSequence(const QVector<Node> &nodes)
{
    // Branches first: the steps of one text must be in one piece.
    QVector<TemplateProgram::Instruction> steps;
    for (const Node &node : nodes) {
        TemplateProgram::Instruction step{node.step, node.value, 0};
        if (node.step == TemplateProgram::Step::Literal) {
            step.a = quint32(m_program.literals.size());
            step.b = quint32(node.text.size());
            m_program.literals += node.text;
        } else if (node.step == TemplateProgram::Step::Choice) {
            QVector<TemplateText> branches;
            for (const QVector<Node> &branch : node.branches)
                branches.append(emitSequence(branch));
            step.a = quint32(m_program.branches.size());
            step.b = quint32(branches.size());
            m_program.branches += branches;
        }
        steps.append(step);
    }
    const TemplateText text{quint32(m_program.instructions.size()),
                            quint32(m_program.instructions.size() + steps.size())};
    m_program.instructions += steps;
    return text;
}

int TemplateCompiler::findList(const QString &name, const QString &language, int topic) const
{
    if (topic >= 0) {
        const auto own = m_byKey.constFind(templateListKey(name, language, topic));
        if (own != m_byKey.constEnd())
            return *own;
    }
    const auto ofLanguage = m_byKey.constFind(templateListKey(name, language, -1));
    return ofLanguage != m_byKey.constEnd() ? *ofLanguage : m_byKey.value(templateListKey(name, QString(), -1), -1);
}

quint32 TemplateCompiler::slotOf(int list, int suffix)
{
    const auto found = m_slots.constFind({list, suffix});
    if (found != m_slots.constEnd())
        return *found;
    const auto slot = quint32(m_program.slotLists.size());
    m_program.slotLists.append(list);
    m_slots.insert({list, suffix}, slot);
    return slot;
}

} // namespace deskhand

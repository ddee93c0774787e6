// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/template_library.h"

#include "demo/topic_compiler.h"

#include <QDir>
#include <QFile>

// A resource of a static library is registered by hand; the macro must be called outside of any namespace.
static void registerDemoTexts()
{
    Q_INIT_RESOURCE(demo);
}

namespace deskhand {
namespace {

QString libraryLinesKey(const QString &list, const QString &language)
{
    return language.isEmpty() ? list : list + u' ' + language;
}

/// Lists with fields ("queues") and of names are read by lines(), not written into texts.
bool isPlainList(const QString &name)
{
    static const QStringList plain{
        QStringLiteral("queues"),   QStringLiteral("categories"), QStringLiteral("departments"),
        QStringLiteral("partners"), QStringLiteral("sites"),      QStringLiteral("machines"),
        QStringLiteral("tags"),     QStringLiteral("first"),      QStringLiteral("last"),
        QStringLiteral("cultures"), QStringLiteral("agents"),     QStringLiteral("views"),
        QStringLiteral("months"),   QStringLiteral("dateform"),   QStringLiteral("teamname"),
    };
    return plain.contains(name);
}

} // namespace

Result<std::shared_ptr<const TemplateLibrary>> TemplateLibrary::load()
{
    registerDemoTexts();
    const QDir folder(QStringLiteral(":/demo"));
    QVector<QPair<QString, QString>> texts;
    const QStringList names = folder.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return templateError(name, 0, QStringLiteral("cannot be read"));
        texts.append({name, QString::fromUtf8(file.readAll())});
    }
    return fromTexts(texts);
}

Result<std::shared_ptr<const TemplateLibrary>> TemplateLibrary::fromTexts(const QVector<QPair<QString, QString>> &files)
{
    QVector<TemplateSection> sections;
    for (const auto &[name, text] : files) {
        const auto parsed = parseTemplateSource(name, text);
        if (!parsed)
            return parsed.error();
        sections += *parsed;
    }
    auto library = std::make_shared<TemplateLibrary>();
    const Result<void> compiled = library->compile(sections);
    if (!compiled)
        return compiled.error();
    return std::shared_ptr<const TemplateLibrary>(std::move(library));
}

QStringList TemplateLibrary::lines(const QString &list, const QString &language) const
{
    return m_lines.value(libraryLinesKey(list, language));
}

Result<void> TemplateLibrary::declareLists(const QVector<TemplateSection> &sections, TemplateCompiler *compiler)
{
    int topic = 0;
    for (const TemplateSection &section : sections) {
        if (section.kind == QLatin1String("topic")) {
            const auto declared = declareTopicLists(section, topic++, compiler);
            if (!declared)
                return declared.error();
        } else if (section.kind == QLatin1String("list") && isPlainList(section.name)) {
            QStringList &lines = m_lines[libraryLinesKey(section.name, section.language)];
            for (const TemplateLine &item : section.items)
                lines.append(item.text);
        } else if (section.kind == QLatin1String("list")) {
            const auto declared =
                compiler->declareList(section.name, section.language, -1, section.file, section.line, section.items);
            if (!declared)
                return declared.error();
        }
    }
    return compiler->compileLists();
}

Result<void> TemplateLibrary::compileLetters(TemplateCompiler *compiler)
{
    for (const QString &language : std::as_const(m_languages)) {
        DemoLetterLists letters;
        for (const auto &[name, list] :
             {std::pair{"greeting", &letters.greeting}, std::pair{"closing", &letters.closing},
              std::pair{"agentgreeting", &letters.agentGreeting}, std::pair{"agentclosing", &letters.agentClosing},
              std::pair{"quoteheader", &letters.quoteHeader}}) {
            *list = compiler->findList(QLatin1String(name), language);
            if (*list < 0)
                return templateError(
                    QStringLiteral("common"), 0,
                    QStringLiteral("language %1 has no list \"%2\"").arg(language, QLatin1String(name)));
        }
        m_letters.insert(language, letters);
    }
    return {};
}

Result<void> TemplateLibrary::compile(const QVector<TemplateSection> &sections)
{
    TemplateCompiler compiler;
    const Result<void> declared = declareLists(sections, &compiler);
    if (!declared)
        return declared.error();
    QHash<QString, PiecePools> common; // by language and type
    for (const TemplateSection &section : sections) {
        if (section.kind == QLatin1String("story")) {
            m_stories.append(section);
        } else if (section.kind == QLatin1String("topic")) {
            const auto topic = compileTopic(section, int(m_topics.size()), &compiler);
            if (!topic)
                return topic.error();
            m_topics.append(*topic);
        } else if (section.kind == QLatin1String("common")) {
            m_languages.append(section.language);
            for (int type = 0; type <= int(TopicType::Spam); ++type) {
                const auto pools = compileCommon(section, TopicType(type), &compiler);
                if (!pools)
                    return pools.error();
                common.insert(section.language + QString::number(type), *pools);
            }
        }
    }
    for (DemoTopic &topic : m_topics) {
        if (!m_languages.contains(topic.language))
            return templateError(topic.name, 0, QStringLiteral("no common pieces in \"%1\"").arg(topic.language));
        topic.common = common.value(topic.language + QString::number(int(topic.type)));
    }
    m_languages.sort();
    const Result<void> letters = compileLetters(&compiler);
    if (!letters)
        return letters.error();
    m_program = compiler.takeProgram();
    return {};
}

} // namespace deskhand

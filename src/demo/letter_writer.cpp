// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/letter_writer.h"

#include "demo/demo_calendar.h"

namespace deskhand {
namespace {

constexpr qsizetype longestQuote = 1500;

void capitalise(QString *text, qsizetype at)
{
    if (at < text->size() && text->at(at).isLower())
        (*text)[at] = text->at(at).toUpper();
}

void appendTwoDigits(QString *out, int number)
{
    *out += QChar(u'0' + ushort(number / 10));
    *out += QChar(u'0' + ushort(number % 10));
}

} // namespace

LetterWriter::LetterWriter(const TemplateLibrary &library)
    : m_words(library.program())
{
    for (const QString &language : library.languages()) {
        Frame frame;
        frame.lists = library.letterLists(language);
        frame.dates.months = library.lines(QStringLiteral("months"), language);
        frame.dates.form = library.lines(QStringLiteral("dateform"), language).value(0);
        frame.team = library.lines(QStringLiteral("teamname"), language).value(0);
        frame.capitalises = language != QLatin1String("de");
        m_frames.insert(language, frame);
    }
}

QString LetterWriter::plain(TemplateText piece, DemoRandom *random)
{
    QString text;
    m_words.write(piece, random, &text);
    return text;
}

void LetterWriter::writeBody(TemplateText piece, TemplateText more, bool capitalises, DemoRandom *random, QString *text)
{
    const qsizetype start = text->size();
    m_words.write(piece, random, text);
    if (capitalises)
        capitalise(text, start);
    if (more.begin == more.end)
        return;
    *text += QLatin1String("\n\n");
    m_words.write(more, random, text);
}

DemoLetter LetterWriter::fromRequester(const DemoPerson &person, const QString &language, TemplateText piece,
                                       TemplateText more, bool isShort, DemoRandom *random)
{
    const Frame &letter = frame(language);
    DemoLetter result;
    QString &text = result.text;
    text.reserve(512);
    const bool hasGreeting = !person.isTerse && random->chance(isShort ? 35 : 93);
    const bool hasClosing = !person.isTerse && random->chance(isShort ? 45 : 90);
    if (hasGreeting) {
        m_words.writeItem(letter.lists.greeting, random, &text);
        text += QLatin1String("\n\n");
    }
    writeBody(piece, more, hasGreeting ? letter.capitalises : !person.isTerse, random, &text);
    if (hasClosing) {
        text += QLatin1String("\n\n");
        if (!isShort || random->chance(40)) {
            m_words.writeItem(letter.lists.closing, random, &text);
            text += u'\n';
        }
        text += random->chance(70) ? person.first : person.person.name;
    }
    if (person.hasSignature && !isShort)
        result.quoted = signature(person);
    return result;
}

DemoLetter LetterWriter::fromAgent(const DemoPerson &agent, const QString &language, TemplateText piece,
                                   TemplateText more, DemoRandom *random)
{
    const Frame &letter = frame(language);
    DemoLetter result;
    QString &text = result.text;
    text.reserve(512);
    m_words.writeItem(letter.lists.agentGreeting, random, &text);
    text += QLatin1String("\n\n");
    writeBody(piece, more, letter.capitalises, random, &text);
    text += QLatin1String("\n\n");
    m_words.writeItem(letter.lists.agentClosing, random, &text);
    text += u'\n';
    text += agent.person.name;
    if (agent.hasSignature)
        result.quoted = QLatin1String("-- \n") + agent.person.name + u'\n' + letter.team
                        + QLatin1String(" | Halden & Voss\nT ") + agent.person.phone;
    return result;
}

QString LetterWriter::quote(const QString &text, const QString &author, Instant at, const QString &language,
                            DemoRandom *random)
{
    const DemoLocal local = demoLocal(at);
    m_words.setField(TemplateField::QuoteName, author);
    m_words.setField(TemplateField::QuoteDate, date(local.day, language) + u' ' + clock(local.minute));
    QString quoted;
    quoted.reserve(text.size() + 128);
    m_words.writeItem(frame(language).lists.quoteHeader, random, &quoted);
    quoted += QLatin1String("\n> ");
    const QStringView shown = QStringView(text).left(longestQuote);
    for (const QChar c : shown) {
        quoted += c;
        if (c == u'\n')
            quoted += QLatin1String("> ");
    }
    return quoted;
}

QString LetterWriter::signature(const DemoPerson &person) const
{
    QString text = QLatin1String("-- \n") + person.person.name + u'\n' + person.department;
    if (!person.site.isEmpty())
        text += QLatin1String(" | ") + person.site;
    text += QLatin1String("\nT ") + person.person.phone + QLatin1String(" | ") + person.person.address;
    return text;
}

QString LetterWriter::date(qint64 day, const QString &language) const
{
    const Dates &dates = frame(language).dates;
    const DemoDate date = demoDate(day);
    QString text;
    for (qsizetype i = 0; i < dates.form.size(); ++i) {
        const QChar c = dates.form[i];
        if (c != u'%' || i + 1 >= dates.form.size()) {
            text += c;
            continue;
        }
        ++i;
        if (dates.form[i] == u'd')
            text += QString::number(date.day);
        else
            text += dates.months[date.month - 1];
    }
    return text;
}

QString LetterWriter::clock(int minute)
{
    QString text;
    appendTwoDigits(&text, minute / 60);
    text += u':';
    appendTwoDigits(&text, minute % 60);
    return text;
}

} // namespace deskhand

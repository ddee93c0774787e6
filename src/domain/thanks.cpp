// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/thanks.h"

#include "base/text_folding.h"
#include "domain/thanks_words.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>
#include <QVector>

#include <algorithm>

namespace deskhand {
namespace {

constexpr int longestThanks = 1500; ///< characters; who writes more says more
constexpr int mostWords = 80;
constexpr int mostNames = 4;
constexpr int longestSignatureLine = 8; ///< words

QSet<QString> wordSet(const char *words)
{
    const QStringList list = QString::fromUtf8(words).split(u' ', Qt::SkipEmptyParts);
    return QSet<QString>(list.cbegin(), list.cend());
}

struct ThanksVocabulary {
    QSet<QString> thanks;
    QSet<QString> around;
};

const QVector<ThanksVocabulary> &thanksVocabularies()
{
    static const QVector<ThanksVocabulary> all = [] {
        QVector<ThanksVocabulary> made;
        for (const ThanksWords &words : thanksWords)
            made.append({wordSet(words.thanks), wordSet(words.around)});
        return made;
    }();
    return all;
}

/// Begins as one of the phrases does.
bool beginsWithPhrase(const QStringList &words, const QVector<QStringList> &phrases)
{
    return std::any_of(phrases.cbegin(), phrases.cend(), [&words](const QStringList &phrase) {
        return words.size() >= phrase.size() && std::equal(phrase.cbegin(), phrase.cend(), words.cbegin());
    });
}

QVector<QStringList> phraseList(const char *text)
{
    QVector<QStringList> phrases;
    for (const QString &phrase : QString::fromUtf8(text).split(u'|', Qt::SkipEmptyParts))
        phrases.append(phrase.split(u' ', Qt::SkipEmptyParts));
    return phrases;
}

const QVector<QStringList> &closingPhrases()
{
    static const QVector<QStringList> phrases = phraseList(thanksClosings);
    return phrases;
}

const QVector<QStringList> &deviceLines()
{
    static const QVector<QStringList> phrases = phraseList(thanksDeviceLines);
    return phrases;
}

const QVector<QStringList> &greetingPhrases()
{
    static const QVector<QStringList> phrases = phraseList(thanksGreetings);
    return phrases;
}

bool asks(const QString &clause)
{
    static const QVector<QStringList> questions = phraseList(thanksQuestions);
    static const QRegularExpression part(QStringLiteral("[,;–—-]"));
    const QStringList parts = clause.split(part, Qt::SkipEmptyParts);
    return std::any_of(parts.cbegin(), parts.cend(),
                       [](const QString &one) { return beginsWithPhrase(foldedWords(one), questions); });
}

bool saysMore(const QString &word)
{
    static const QSet<QString> words = wordSet(thanksNeverNames);
    return words.contains(word);
}

/// "Maria", "O'Brien", "von", but not "URGENT": who shouts may shout anything.
bool looksLikeName(const QString &written)
{
    static const QSet<QString> particles = wordSet("von van de der den di da del la le du dos y e ten ter zu");
    const QString folded = foldText(written);
    if (saysMore(folded))
        return false;
    if (particles.contains(folded))
        return true;
    if (written.isEmpty() || !written.front().isUpper())
        return false;
    const bool shouts = written.size() > 2 && written == written.toUpper();
    return !shouts && std::none_of(written.cbegin(), written.cend(), [](QChar c) { return c.isDigit(); });
}

QStringList writtenWords(const QString &line)
{
    static const QRegularExpression separators(QStringLiteral("[^\\p{L}\\p{N}\\p{M}]+"));
    return line.split(separators, Qt::SkipEmptyParts);
}

bool allNames(const QStringList &written)
{
    return std::all_of(written.cbegin(), written.cend(), looksLikeName);
}

/// A line below a closing: a name, a function, a company. A whole sentence is not, nor a postscript.
bool looksLikeSignature(const QString &line, const QStringList &words)
{
    if (words.size() > longestSignatureLine || std::any_of(words.cbegin(), words.cend(), saysMore))
        return false;
    return words.isEmpty() || line.trimmed().front().isUpper() || line.contains(u'@') || line.contains(u'.')
           || line.trimmed().front() == u'+' || line.trimmed().front().isDigit();
}

/// What is left to be understood: lines that are neither greeting nor closing nor below one. False: the text says more.
bool essentialLines(const QString &text, QStringList *essential)
{
    bool closed = false;
    for (const QString &line : text.split(u'\n')) {
        const QStringList words = foldedWords(line);
        if (line.trimmed() == QLatin1String("--")) {
            closed = true;
        } else if (words.isEmpty() || beginsWithPhrase(words, deviceLines())) {
            continue;
        } else if (closed) {
            if (!looksLikeSignature(line, words))
                return false;
        } else if (beginsWithPhrase(words, closingPhrases()) && words.size() <= 6) {
            closed = true;
        } else {
            essential->append(line);
        }
    }
    return true;
}

/// A clause of one language, perhaps with the names of those it speaks to.
class ClauseReader
{
public:
    explicit ClauseReader(const ThanksVocabulary &vocabulary)
        : m_vocabulary(vocabulary)
    {
    }

    bool read(const QString &clause)
    {
        if (tellsOfTrouble(foldedWords(clause)))
            return false;
        bool nameMayFollow = false;
        for (const QString &written : writtenWords(clause)) {
            const QString word = foldText(written);
            ++m_words;
            if (m_vocabulary.thanks.contains(word) || thanksVocabularies().first().thanks.contains(word)) {
                m_thanks = true;
                nameMayFollow = true;
            } else if (m_vocabulary.around.contains(word) || isGreetingWord(word)) {
                nameMayFollow = true;
            } else if (nameMayFollow && looksLikeName(written) && m_names < mostNames) {
                ++m_names;
            } else {
                return false;
            }
        }
        return m_words <= mostWords;
    }

    [[nodiscard]] bool thanked() const { return m_thanks; }

private:
    static bool tellsOfTrouble(const QStringList &words)
    {
        static const QSet<QString> troubles = wordSet(thanksTroubles);
        static const QSet<QString> solved = wordSet(thanksSolved);
        const auto oneOf = [&words](const QSet<QString> &set) {
            return std::any_of(words.cbegin(), words.cend(),
                               [&set](const QString &word) { return set.contains(word); });
        };
        return oneOf(troubles) && !oneOf(solved);
    }

    static bool isGreetingWord(const QString &word)
    {
        static const QSet<QString> words = wordSet(thanksGreetingWords);
        return words.contains(word);
    }

    const ThanksVocabulary &m_vocabulary;
    int m_words = 0;
    int m_names = 0;
    bool m_thanks = false;
};

bool isThanksIn(const ThanksVocabulary &vocabulary, const QStringList &lines)
{
    static const QRegularExpression clauseEnd(QStringLiteral("[.!;:…。！]+"));
    ClauseReader reader(vocabulary);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QStringList written = writtenWords(lines[i]);
        const QStringList folded = foldedWords(lines[i]);
        // "Dear Mrs Miller," and, at the end, who it is from.
        const bool greets = i == 0 && written.size() <= 6 && beginsWithPhrase(folded, greetingPhrases());
        const bool signs = i > 0 && i + 2 >= lines.size() && written.size() <= 3 && allNames(written);
        const bool onlyGreets = greets && allNames(written.mid(1)) && lines.size() > 1;
        if (onlyGreets || signs)
            continue;
        for (const QString &clause : lines[i].split(clauseEnd, Qt::SkipEmptyParts)) {
            if (asks(clause) || !reader.read(clause))
                return false;
        }
    }
    return reader.thanked();
}

} // namespace

bool isOnlyThanks(const QString &text)
{
    static const QRegularExpression question(QStringLiteral("[?¿？؟]"));
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed.size() > longestThanks || trimmed.contains(question))
        return false;
    QStringList lines;
    if (!essentialLines(trimmed, &lines))
        return false;
    const QVector<ThanksVocabulary> &all = thanksVocabularies();
    return std::any_of(all.cbegin(), all.cend(),
                       [&lines](const ThanksVocabulary &vocabulary) { return isThanksIn(vocabulary, lines); });
}

} // namespace deskhand

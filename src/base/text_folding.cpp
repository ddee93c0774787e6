// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text_folding.h"

namespace deskhand {
namespace {

constexpr int longestWord = 64;

/// Letters that keep their stroke or ligature under Unicode decomposition. Empty: not one of them.
QStringView plainForm(char16_t letter)
{
    switch (letter) {
    case u'ß': return u"ss";
    case u'ø': return u"o";
    case u'ł': return u"l";
    case u'æ': return u"ae";
    case u'œ': return u"oe";
    case u'đ':
    case u'ð': return u"d";
    case u'þ': return u"th";
    case u'ı': return u"i";
    case u'ħ': return u"h";
    case u'ŧ': return u"t";
    default: return {};
    }
}

bool isMark(QChar::Category category)
{
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

bool isAscii(QStringView text)
{
    for (const QChar c : text) {
        if (c.unicode() >= 0x80)
            return false;
    }
    return true;
}

/// Scripts written without blanks between words: each character is a word.
bool standsAlone(char32_t c)
{
    return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff)
           || (c >= 0x0e00 && c <= 0x0eff) || (c >= 0x20000 && c <= 0x3ffff);
}

QString foldOnce(QStringView text)
{
    const QString decomposed = text.toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString folded;
    folded.reserve(decomposed.size());
    for (qsizetype i = 0; i < decomposed.size(); ++i) {
        const QChar c = decomposed[i];
        if (c.isHighSurrogate() && i + 1 < decomposed.size()) {
            const char32_t full = QChar::surrogateToUcs4(c, decomposed[i + 1]);
            if (!isMark(QChar::category(full))) {
                folded += c;
                folded += decomposed[i + 1];
            }
            ++i;
            continue;
        }
        // Voiced kana decompose into kana + mark; dropping that mark would turn one word into another.
        const bool kanaVoice = c.unicode() == 0x3099 || c.unicode() == 0x309a;
        if ((isMark(c.category()) && !kanaVoice) || c.unicode() == 0x0640)
            continue;
        const QStringView plain = plainForm(c.unicode());
        if (plain.isEmpty())
            folded += c;
        else
            folded += plain;
    }
    return folded.normalized(QString::NormalizationForm_C);
}

} // namespace

QString foldText(QStringView text)
{
    if (isAscii(text))
        return text.toString().toLower();
    // Composition can bring back a letter that folds further; two rounds reach the fixed point.
    QString folded = foldOnce(text);
    for (int round = 0; round < 4; ++round) {
        QString again = foldOnce(folded);
        if (again == folded)
            break;
        folded = std::move(again);
    }
    return folded;
}

QStringList foldedWords(QStringView text)
{
    QStringList words;
    const QString folded = foldText(text);
    qsizetype start = -1;
    const auto endWord = [&](qsizetype end) {
        if (start >= 0)
            words.append(folded.mid(start, qMin<qsizetype>(end - start, longestWord)));
        start = -1;
    };
    for (qsizetype i = 0; i < folded.size();) {
        char32_t c = folded[i].unicode();
        qsizetype length = 1;
        if (folded[i].isHighSurrogate() && i + 1 < folded.size()) {
            c = QChar::surrogateToUcs4(folded[i], folded[i + 1]);
            length = 2;
        }
        if (standsAlone(c) && QChar::isLetterOrNumber(c)) {
            endWord(i);
            words.append(folded.mid(i, length));
        } else if (QChar::isLetterOrNumber(c) || QChar::isMark(c)) {
            if (start < 0)
                start = i;
        } else {
            endWord(i);
        }
        i += length;
    }
    endWord(folded.size());
    return words;
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/language_guess.h"

#include "base/text_folding.h"

#include <QHash>
#include <QStringList>
#include <QVector>

#include <algorithm>
#include <array>

namespace deskhand {
namespace {

constexpr int charactersLookedAt = 4000;

struct SmallWords {
    const char *language;
    const char *words;   ///< folded
    const char *letters; ///< lower-case letters that hardly any other of these languages has
};

constexpr std::array smallWords{
    SmallWords{"en",
               "the and of to in is that it for you with this on are be as at have not we your from or by can will an "
               "was has my please would could our there their they when which what hello thanks thank been if but do "
               "does no any i",
               ""},
    SmallWords{"de",
               "der die das und ist nicht ich zu den mit ein eine von auf fur sie es im dem sich auch an als bei wir "
               "noch oder nach wird sind wie aber wenn hat bitte danke mein unser kann einen einer haben werden durch "
               "uber keine hallo jeder des sein zum zur",
               "ßäöü"},
    SmallWords{"fr",
               "le la les de des et est un une que qui pour dans pas vous nous je il elle en du sur avec ce cette au "
               "aux ne plus mon votre sont merci bonjour ou par mais etre avoir a d l c j qu n toute tout sa son ses",
               "œêèç"},
    SmallWords{"es",
               "el la los las de que y en un una es por con no para su se lo del al como mas pero sus le ha este esta "
               "si porque muy sobre mi ya tengo gracias hola puede usted nos toda tiene derecho persona o",
               "ñ¿¡"},
    SmallWords{"pt",
               "o a os as de que e do da em um uma para com nao por no na se mais como mas ao dos das foi seu sua ou "
               "quando muito nos ja eu tambem pelo pela isso ela ele voce obrigado ola todo pessoa tem direito toda",
               "ãõ"},
    SmallWords{"it",
               "il lo la i gli le di che e un una per in non con del della dei delle si da al sono come anche piu ma "
               "questo questa nel alla ho ha mi grazie buongiorno ogni o suo sua essere individuo ad dal nella",
               "ìò"},
    SmallWords{"nl",
               "de het een en van in is dat op te niet zijn met voor ik je er aan die als maar om ook bij nog wij naar "
               "heeft hebben kan wordt door over deze mijn uw geen wat zo heb bedankt hallo ieder recht of worden tot",
               ""},
    SmallWords{"sv",
               "och att det i en som pa ar av for med den till inte har de ett om jag vi ni kan men var fran sa nar "
               "skall eller vid hej tack ratt varje sin envar under utan rattigheter ej samt mot inom eller genom "
               "ingen sina frihet bor ratten",
               "åäö"},
    SmallWords{"da",
               "og i at det er en til af som pa de med for den ikke der har et jeg vi du kan men var fra sig blev hej "
               "tak enhver ret eller om sin skal ved have ma denne mod noget frihed nogen deres",
               "åøæ"},
    SmallWords{"nb",
               "og i det er en til av som pa de med for den ikke har et jeg vi du kan men var fra seg ble hei takk "
               "enhver rett eller om sin skal ved uten ha blir noe mot ma denne noen frihet sitt deres etter ethvert",
               "åøæ"},
    SmallWords{"fi",
               "ja on ei se etta han en olen mutta oli kun ole tai niin kuin jos minun olla voi ovat mita tama sen "
               "kaikki jokaisella oikeus hanen siita joka kiitos hei myos ovat mukaan",
               "äö"},
    SmallWords{"pl",
               "i w na z do nie sie jest to ze o jak za po od przez dla co ale czy przy prosze dziekuje mam tak lub "
               "ma kazdy prawo oraz jego byc ich kto praw ktore",
               "łąęśżź"},
    SmallWords{"cs",
               "a v na je se ze s z do to o ve ktery pro jako by ale si jsem za k pri jeho dekuji prosim nebo ma kazdy "
               "pravo byt mit nebo i svych jsou",
               "ěřůč"},
    SmallWords{
        "hu",
        "a az es hogy nem is van egy ez ha meg de volt mint csak vagy minden azt mar el kell koszonom szemelynek "
        "joga van valamint illetve ezt minden senkit sem lehet joga szabadsag szemely mindenki mindenkinek kell ugy "
        "annak alapjan",
        "őű"},
    SmallWords{"ro",
               "si de in la a cu nu ca pe din un o este pentru sa care mai sunt se al ce sau fi lui prin multumesc "
               "buna orice persoana are dreptul ale unei",
               "țșă"},
    SmallWords{"tr",
               "ve bir bu da de icin ile ne var mi cok gibi daha olarak o ben sonra kadar degil her ama en olan "
               "tesekkurler merhaba veya hakki hakkı vardir herkesin sahsin hic",
               "ğış"},
};

/// How much a word says for a language: less, the more languages have it.
const QHash<QString, QVector<int>> &languagesOfWord()
{
    static const QHash<QString, QVector<int>> index = [] {
        QHash<QString, QVector<int>> made;
        for (int i = 0; i < int(smallWords.size()); ++i) {
            for (const QString &word : QString::fromUtf8(smallWords[size_t(i)].words).split(u' ')) {
                QVector<int> &languages = made[word];
                if (!languages.contains(i))
                    languages.append(i);
            }
        }
        return made;
    }();
    return index;
}

QString languageOfCyrillic(const QString &text)
{
    const QString lower = text.toLower();
    const auto count = [&lower](QStringView letters) {
        return std::count_if(lower.cbegin(), lower.cend(), [letters](QChar c) { return letters.contains(c); });
    };
    if (count(u"іїєґ") > 0)
        return QStringLiteral("uk");
    // Bulgarian has ъ as a vowel and "се" in most sentences, and neither ы nor э.
    return count(u"ыэё") == 0 && (count(u"ъ") * 300 > lower.size() || lower.contains(QStringLiteral(" се ")))
               ? QStringLiteral("bg")
               : QStringLiteral("ru");
}

/// Of a text that is mostly not in Latin letters; empty: it is, or nothing is known of its script.
QString languageOfScript(const QString &text)
{
    QHash<int, int> scripts;
    int letters = 0;
    for (const QChar c : text) {
        if (c.isLetter()) {
            ++scripts[int(c.script())];
            ++letters;
        }
    }
    const auto share = [&scripts, letters](QChar::Script script) {
        return letters > 0 ? double(scripts.value(int(script))) / letters : 0.0;
    };
    constexpr double most = 0.5;
    if (share(QChar::Script_Cyrillic) > most)
        return languageOfCyrillic(text);
    if (share(QChar::Script_Hiragana) + share(QChar::Script_Katakana) > 0.1)
        return QStringLiteral("ja");
    constexpr std::array known{std::pair{QChar::Script_Greek, "el"},  std::pair{QChar::Script_Hebrew, "he"},
                               std::pair{QChar::Script_Arabic, "ar"}, std::pair{QChar::Script_Thai, "th"},
                               std::pair{QChar::Script_Hangul, "ko"}, std::pair{QChar::Script_Han, "zh"}};
    for (const auto &[script, language] : known) {
        if (share(script) > most)
            return QString::fromLatin1(language);
    }
    return {};
}

using Scores = std::array<double, smallWords.size()>;

Scores scoresOf(const QString &text)
{
    Scores scores{};
    for (const QString &word : foldedWords(text)) {
        const auto found = languagesOfWord().constFind(word);
        if (found == languagesOfWord().constEnd())
            continue;
        for (const int language : *found)
            scores[size_t(language)] += 1.0 / double(found->size());
    }
    const QString lower = text.toLower();
    for (size_t i = 0; i < smallWords.size(); ++i) {
        const QString letters = QString::fromUtf8(smallWords[i].letters);
        scores[i] +=
            0.5
            * double(std::count_if(lower.cbegin(), lower.cend(), [&letters](QChar c) { return letters.contains(c); }));
    }
    return scores;
}

} // namespace

QString guessLanguage(const QString &text)
{
    const QString looked = text.left(charactersLookedAt);
    if (const QString byScript = languageOfScript(looked); !byScript.isEmpty())
        return byScript;
    const Scores scores = scoresOf(looked);
    const auto best = std::max_element(scores.cbegin(), scores.cend());
    double second = 0;
    for (auto it = scores.cbegin(); it != scores.cend(); ++it)
        second = it == best ? second : std::max(second, *it);
    constexpr double enough = 1.0;
    constexpr double clearly = 1.15;
    if (*best < enough || *best < second * clearly)
        return {};
    return QString::fromLatin1(smallWords[size_t(best - scores.cbegin())].language);
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/language_guess.h"

#include "support/shared_data.h"

#include <QFile>
#include <QRegularExpression>
#include <QtTest>

using namespace deskhand;
using namespace Qt::Literals::StringLiterals;

class LanguageGuessTest : public QObject
{
    Q_OBJECT

    static QStringList paragraphsOf(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QString text = QString::fromUtf8(file.readAll());
        QStringList paragraphs;
        static const QRegularExpression para(u"<para>([^<]*)</para>"_s);
        // What is before the first article are notes, some of them in English.
        const qsizetype start = qMax(qsizetype(0), text.indexOf(u"<preamble"_s));
        for (auto it = para.globalMatch(text, start); it.hasNext();) {
            const QString found = it.next().captured(1).simplified();
            if (found.size() >= 60)
                paragraphs.append(found);
        }
        return paragraphs;
    }

private Q_SLOTS:
    void mailsAreRecognised_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("language");
        const auto row = [](const char *text, const char *language) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(language);
        };
        row("Hello, my printer does not print any more. Could you please help me?", "en");
        row("I cannot log in since this morning.", "en");
        row("Guten Tag, mein Drucker druckt nicht mehr. Können Sie mir bitte helfen?", "de");
        row("Ich kann mich seit heute nicht anmelden", "de");
        row("Bonjour, mon imprimante ne fonctionne plus. Pouvez-vous m'aider ?", "fr");
        row("Je ne peux pas me connecter depuis ce matin", "fr");
        row("Hola, mi impresora no funciona. ¿Me puede ayudar por favor?", "es");
        row("No puedo entrar en el sistema desde esta mañana", "es");
        row("Olá, a minha impressora não funciona. Podem ajudar-me, por favor?", "pt");
        row("Não consigo entrar no sistema desde hoje de manhã", "pt");
        row("Buongiorno, la mia stampante non funziona più. Potete aiutarmi?", "it");
        row("Non riesco ad accedere al sistema da questa mattina", "it");
        row("Hallo, mijn printer doet het niet meer. Kunt u mij helpen?", "nl");
        row("Ik kan sinds vanochtend niet meer inloggen", "nl");
        row("Hej, min skrivare fungerar inte längre. Kan ni hjälpa mig?", "sv");
        row("Dzień dobry, moja drukarka nie działa. Proszę o pomoc.", "pl");
        row("Здравствуйте, принтер не печатает, помогите", "ru");
        row("Добрий день, принтер не друкує, допоможіть", "uk");
        row("プリンターが動きません。", "ja");
        row("打印机坏了", "zh");
        row("프린터가 작동하지 않습니다", "ko");
        row("الطابعة لا تعمل", "ar");
        row("", "");
        row("4711 ::: #### !!!", "");
        row("xqzt brmpf", "");
    }
    void mailsAreRecognised()
    {
        QFETCH(QString, text);
        QFETCH(QString, language);
        QCOMPARE(guessLanguage(text), language);
    }

    /// The declaration of human rights, paragraph by paragraph.
    void paragraphsAreRecognised()
    {
        const QString folder = test::sharedData(u"text/udhr/udhr"_s);
        if (folder.isEmpty())
            QSKIP("no foreign test data on this machine");
        const QVector<QPair<QString, QString>> files{
            {u"eng"_s, u"en"_s},    {u"deu_1996"_s, u"de"_s}, {u"fra"_s, u"fr"_s}, {u"spa"_s, u"es"_s},
            {u"por_PT"_s, u"pt"_s}, {u"por_BR"_s, u"pt"_s},   {u"ita"_s, u"it"_s}, {u"nld"_s, u"nl"_s},
            {u"swe"_s, u"sv"_s},    {u"pol"_s, u"pl"_s},      {u"ces"_s, u"cs"_s}, {u"fin"_s, u"fi"_s},
            {u"hun"_s, u"hu"_s},    {u"ron_2006"_s, u"ro"_s}, {u"tur"_s, u"tr"_s}, {u"rus"_s, u"ru"_s},
            {u"ukr"_s, u"uk"_s},    {u"bul"_s, u"bg"_s},      {u"jpn"_s, u"ja"_s}, {u"cmn_hans"_s, u"zh"_s},
            {u"kor"_s, u"ko"_s},    {u"arb"_s, u"ar"_s},      {u"heb"_s, u"he"_s}, {u"ell_monotonic"_s, u"el"_s},
            {u"tha"_s, u"th"_s},    {u"dan"_s, u"da"_s},      {u"nob"_s, u"nb"_s}};
        for (const auto &[name, language] : files) {
            const QStringList paragraphs = paragraphsOf(folder + u"/udhr_"_s + name + u".xml"_s);
            if (paragraphs.isEmpty())
                continue;
            const auto right = std::count_if(paragraphs.cbegin(), paragraphs.cend(),
                                             [&](const QString &text) { return guessLanguage(text) == language; });
            const double share = double(right) / double(paragraphs.size());
            qInfo("%s: %.3f of %lld", qPrintable(name), share, qint64(paragraphs.size()));
            // Danish and Norwegian are one language to the eye.
            const bool sisters = language == u"da"_s || language == u"nb"_s;
            QVERIFY2(share >= (sisters ? 0.55 : 0.92), qPrintable(name));
        }
    }
};

QTEST_GUILESS_MAIN(LanguageGuessTest)
#include "language_guess_test.moc"

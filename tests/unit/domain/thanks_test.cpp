// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/thanks.h"

#include "support/shared_data.h"

#include <QFile>
#include <QRegularExpression>
#include <QtTest>

#include <array>

using namespace deskhand;
using namespace Qt::Literals::StringLiterals;

namespace {

// A line each, line ends of the mail written as " / ".
constexpr std::array justThanks{
    // English
    "Thanks!",
    "Thank you.",
    "Thank you very much!",
    "Thanks a lot for your help",
    "Many thanks",
    "thx",
    "Thx!!",
    "Thanks, works now.",
    "Perfect, thank you!",
    "Great, that works. Thanks!",
    "Hi Anna, / / thank you very much for your quick help! / / Best regards / John Smith",
    "Hello, / thanks, everything works again. / Kind regards, / Maria / Contoso Ltd.",
    "Thank you so much for the quick response, it works perfectly now!",
    "Thanks John",
    "Thanks, Anna!",
    "Thank you Maria, that solved the problem.",
    "Awesome, thanks :)",
    "Thanks again for your excellent support.",
    "Much appreciated!",
    "I really appreciate your help.",
    "We appreciate the fast solution.",
    "Cheers",
    "Thank you for the information.",
    "Thanks for the update!",
    "Dear Mrs Miller, / Thank you for your kind support. / Sincerely, / Peter O'Brien",
    "Thanks / / Sent from my iPhone",
    "Thank you! / / --  / John Smith / IT Manager / Tel. 555",
    "Good morning, / received, thank you. / Regards / Tom",
    "OK thanks",
    "Great service, thank you all!",
    "Brilliant! Thank you for the prompt reply. Have a nice day!",
    "That did the trick, thanks",
    "TY",
    "thank you 👍",
    "Thank you both!",
    "Thanks a million",
    // German
    "Danke!",
    "Vielen Dank!",
    "Vielen lieben Dank",
    "Herzlichen Dank für Ihre schnelle Hilfe!",
    "Super, danke!",
    "Danke, funktioniert jetzt wieder.",
    "Hallo Herr Müller, / / vielen Dank für die schnelle Antwort. / / Mit freundlichen Grüßen / Sabine Schmidt",
    "Perfekt, vielen Dank!",
    "Danke, es klappt alles.",
    "Besten Dank für Ihre Unterstützung",
    "Sehr geehrte Frau Weber, / herzlichen Dank für die Lösung. / MfG / Hans Meier / Contoso GmbH",
    "Danke schön!",
    "Dankeschön, hat funktioniert",
    "Tausend Dank!!!",
    "Ich danke Ihnen für die prompte Bearbeitung.",
    "Wir bedanken uns für die gute Arbeit.",
    "Hallo, / danke, das Problem ist behoben. / Viele Grüße / Jan",
    "Danke Peter!",
    "Vielen Dank und einen schönen Tag",
    "Vielen Dank für die Rückmeldung. / / Gesendet von meinem iPhone",
    "Alles bestens, danke.",
    "Ok, danke",
    "Merci vielmals!",
    "Danke für Ihre Mühe und ein schönes Wochenende!",
    // French
    "Merci !",
    "Merci beaucoup",
    "Merci beaucoup pour votre aide.",
    "Bonjour, / / merci pour votre réponse rapide. / / Cordialement, / Jean Dupont",
    "Parfait, merci !",
    "Super, merci beaucoup !",
    "Un grand merci à toute l'équipe",
    "Je vous remercie pour votre aide.",
    "Nous vous remercions de votre réactivité.",
    "Merci, ça marche !",
    "Merci, cela fonctionne maintenant.",
    "Merci bien. / Bonne journée",
    "Bonjour Marie, / Merci infiniment ! / Bien à vous / Paul",
    "Mille mercis",
    "Merci pour le support, problème résolu.",
    "Merci encore pour tout",
    "Très bien, merci",
    "Merci et bonne journée / / Envoyé de mon iPhone",
    // Spanish
    "¡Gracias!",
    "Muchas gracias",
    "Muchísimas gracias por su ayuda",
    "Hola Ana, / muchas gracias por la respuesta. / Saludos, / Carlos",
    "Perfecto, gracias.",
    "Gracias, ya funciona.",
    "Mil gracias por todo",
    "Le agradezco mucho su ayuda.",
    "Genial, ¡muchas gracias!",
    "Gracias por la rápida solución",
    "Buenos días, / gracias por su atención. / Un cordial saludo / María García",
    "Muy amable, gracias.",
    "Gracias de nuevo",
    "Problema resuelto, muchas gracias",
    "Gracias. Que tenga un buen día",
    "Excelente servicio, gracias.",
    // Portuguese
    "Obrigado!",
    "Muito obrigada",
    "Muito obrigado pela ajuda!",
    "Olá, / obrigada pela resposta rápida. / Cumprimentos, / João Silva",
    "Perfeito, obrigado.",
    "Agradeço a atenção.",
    "Obrigado, já funciona.",
    "Obrigada, problema resolvido",
    "Muito grato pelo suporte",
    "Valeu!",
    "Bom dia, / muito obrigado. / Atenciosamente, / Ana",
    "Obrigado mais uma vez",
    "Ótimo, muito obrigado!",
    "Agradecemos a vossa rapidez",
    "Tudo certo agora, obrigado. Bom fim de semana!",
    // Italian
    "Grazie!",
    "Grazie mille",
    "Molte grazie per l'aiuto",
    "Buongiorno, / grazie per la risposta. / Cordiali saluti / Marco Rossi",
    "Perfetto, grazie!",
    "Grazie, ora funziona tutto.",
    "La ringrazio molto.",
    "Grazie infinite per il supporto",
    "Ciao Anna, / grazie tante! / Saluti / Luca",
    "Ottimo, grazie mille",
    "Grazie ancora per la disponibilità",
    "Vi ringraziamo per la rapida soluzione",
    "Gentilissimi, grazie",
    "Problema risolto, grazie. Buona giornata",
    // Dutch
    "Bedankt!",
    "Dank je wel",
    "Hartelijk dank voor de snelle hulp",
    "Hartelijk bedankt",
    "Hallo Jan, / bedankt voor je reactie. / Met vriendelijke groet, / Piet de Vries",
    "Dank u wel voor uw hulp.",
    "Super, bedankt!",
    "Het werkt weer, bedankt",
    "Perfect, dankjewel!",
    "Heel erg bedankt voor de snelle oplossing",
    "Top, dank!",
    "Beste Anna, / dank voor het antwoord. / Groeten, / Kees",
    "Nogmaals dank voor de goede service",
    "Opgelost, bedankt. Fijne dag",
    // Further ones
    "Tack!",
    "Tack så mycket för hjälpen",
    "Mange tak for hjælpen",
    "Tusen takk!",
    "Dziękuję bardzo za pomoc",
};

constexpr std::array moreThanThanks{
    // English
    "Thanks, but it still does not work.",
    "Thank you. When will it be fixed?",
    "Thanks for your help, could you also check the other printer?",
    "Thank you, one more question: how do I reset it?",
    "Thanks. Please call me tomorrow.",
    "Thanks in advance for your help with my laptop",
    "Thank you for the reply. Unfortunately the error is back.",
    "Thanks, order 4711 is still missing",
    "It works",
    "Perfect!",
    "OK",
    "",
    "   ",
    "Thanks, I will try it tomorrow and let you know if it fails",
    "Thank you, I have attached the log file.",
    "No thanks",
    "Thanks but no thanks",
    "Thanks for nothing",
    "Thanks, the screen is now blue",
    "Thank you! / / Best regards / John / / PS: the scanner is broken as well",
    "Hello, my printer is broken",
    "Thanks! Can you close the ticket",
    "THANKS BUT PRINTER BROKEN",
    "Thanks / Urgent",
    "Thank you for contacting Contoso. We will reply within two days.",
    "Thanks - what about the invoice",
    "Thank you for your patience, we are working on it",
    "thanks https://example.com/offer",
    "Thanks. It crashed again.",
    "Thank you. I need the password too",
    "Thanks for the update; the delivery is late",
    "Thanks, not working",
    "Thanks, it did not help",
    "Thank you, still waiting",
    "Hi Anna, / thanks for the quick answer. / The second monitor stays black. / Best regards / John",
    "Thanks, please send the invoice",
    "Thanks. How are you?",
    "I would appreciate an answer",
    "Appreciate your help with the broken scanner",
    "Thank you, however the VPN drops every hour",
    // German
    "Danke, aber es geht immer noch nicht.",
    "Vielen Dank. Wann ist es fertig?",
    "Danke für die Info. Bitte rufen Sie mich zurück.",
    "Danke, Drucker defekt",
    "Vielen Dank im Voraus für Ihre Hilfe bei meinem Laptop",
    "Funktioniert nicht, danke",
    "Danke, leider tritt der Fehler wieder auf",
    "Danke, nein",
    "Vielen Dank, ich habe noch eine Frage",
    "Danke, das Problem besteht weiterhin",
    "Super",
    "Vielen Dank, anbei die Datei",
    "Hallo, / vielen Dank für die Antwort. / Der Scanner geht seit gestern nicht. / Viele Grüße / Jan",
    "Danke, könnten Sie auch Kollege Meier freischalten",
    "Danke, aber wann",
    "Danke / Dringend",
    "Vielen Dank, bitte Ticket schließen",
    "Danke, ich melde mich, falls es nicht klappt",
    "Nein danke, nicht nötig",
    "Danke für nichts",
    // French
    "Merci, mais ça ne marche pas.",
    "Merci. Quand sera-ce réparé ?",
    "Merci de me rappeler demain",
    "Merci de bien vouloir envoyer la facture",
    "Merci pour votre réponse, le problème persiste",
    "Merci, pouvez-vous aussi vérifier l'imprimante",
    "Bonjour, / merci. / L'écran reste noir. / Cordialement / Paul",
    "Parfait",
    "Merci, ci-joint le fichier",
    "Non merci",
    "Merci d'avance pour votre retour",
    "Merci, cela ne fonctionne toujours pas",
    // Spanish
    "Gracias, pero no funciona.",
    "Gracias. ¿Cuándo estará listo?",
    "Gracias, ¿puede llamarme",
    "Muchas gracias, el error continúa",
    "Gracias, adjunto el archivo",
    "Gracias por su respuesta. La impresora sigue sin imprimir",
    "No, gracias",
    "Gracias de antemano por su ayuda con el portátil",
    "Perfecto",
    "Gracias, necesito otra contraseña",
    // Portuguese
    "Obrigado, mas não funciona.",
    "Obrigada. Quando fica pronto?",
    "Obrigado, o erro voltou",
    "Muito obrigado, segue em anexo",
    "Não, obrigado",
    "Obrigado desde já pela ajuda com o computador",
    "Obrigada, preciso de mais uma licença",
    "Obrigado, por favor ligue amanhã",
    "Perfeito",
    // Italian
    "Grazie, ma non funziona.",
    "Grazie. Quando sarà pronto?",
    "Grazie, il problema persiste",
    "Grazie, in allegato il file",
    "No, grazie",
    "Perfetto",
    "Grazie in anticipo per l'aiuto con la stampante",
    "Grazie, mi serve anche la password",
    "Grazie, può chiamarmi domani",
    // Dutch
    "Bedankt, maar het werkt niet.",
    "Bedankt. Wanneer is het klaar?",
    "Bedankt, de fout is er weer",
    "Dank je, zie bijlage",
    "Nee, bedankt",
    "Perfect",
    "Alvast bedankt voor de hulp met mijn laptop",
    "Dank u wel, kunt u mij bellen",
    "Bedankt, ik heb nog een vraag",
    "Bedankt, printer kapot",
};

QString sampleText(const char *sample)
{
    static const QRegularExpression lineEnd(u" /(?= )"_s);
    return QString::fromUtf8(sample).replace(lineEnd, u"\n"_s);
}

} // namespace

class ThanksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Nobody may lose an answer: what says more is never taken for thanks. Of thanks a few may be missed.
    void areToldApart()
    {
        static_assert(justThanks.size() + moreThanThanks.size() >= 200);
        int found = 0;
        for (const char *sample : justThanks) {
            const bool recognised = isOnlyThanks(sampleText(sample));
            found += recognised ? 1 : 0;
            if (!recognised)
                qInfo("missed: %s", sample);
        }
        int wrong = 0;
        for (const char *sample : moreThanThanks) {
            const bool recognised = isOnlyThanks(sampleText(sample));
            wrong += recognised ? 1 : 0;
            if (recognised)
                qInfo("wrong: %s", sample);
        }
        const double recall = double(found) / double(justThanks.size());
        const double precision = double(found) / double(found + wrong);
        qInfo("%zu + %zu samples, recall %.3f, precision %.3f", justThanks.size(), moreThanThanks.size(), recall,
              precision);
        QCOMPARE(precision, 1.0);
        QVERIFY(recall >= 0.97);
    }

    /// Anything that is added to a thank-you makes it more than that.
    void anythingMoreCounts()
    {
        for (const char *sample : justThanks) {
            const QString text = sampleText(sample);
            QVERIFY2(!isOnlyThanks(text + u"?"_s), sample);
            QVERIFY2(!isOnlyThanks(text + u"\nThe second printer is down as well since this morning."_s), sample);
            QVERIFY2(!isOnlyThanks(u"Der Scanner geht leider auch nicht.\n"_s + text), sample);
            QVERIFY2(!isOnlyThanks(text + u"\nhttps://example.com/x?y=1"_s), sample);
        }
    }

    /// Foreign tickets: everybody in there wants something.
    void requestsAreNoThanks()
    {
        const QString path = test::sharedData(u"tickets/endava-all_tickets-sample/latest_ticket_data.csv"_s);
        if (path.isEmpty())
            QSKIP("no foreign test data on this machine");
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        int requests = 0;
        while (!file.atEnd()) {
            const QString line = QString::fromUtf8(file.readLine()).trimmed();
            const QString text = line.left(line.lastIndexOf(u','));
            ++requests;
            QVERIFY2(!isOnlyThanks(text), qPrintable(text));
        }
        qInfo("%d requests", requests);
        QVERIFY(requests > 1000);
    }

    void sizeDoesNotMatter()
    {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!isOnlyThanks(u"thanks "_s.repeated(2'000'000)));
        QVERIFY(!isOnlyThanks(u"thanks\n"_s.repeated(210)));
        QVERIFY(timer.elapsed() < 5000);
    }
};

QTEST_GUILESS_MAIN(ThanksTest)
#include "thanks_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace deskhand {

// The words of domain/thanks.cpp, folded (base/text_folding.h). No word that can begin a request, a doubt or a
// condition may stand in `around`: a thank-you that is not recognised costs a look, one that is wrongly recognised
// costs a customer an answer.

struct ThanksWords {
    const char *language;
    const char *thanks; ///< one of them is needed
    const char *around; ///< may stand beside them
};

inline constexpr std::array thanksWords{
    ThanksWords{
        "en", "thanks thank thx tnx tks thankyou thankyu ty cheers appreciated appreciate grateful",
        "a i you your very much so many lot lots again for the all this that it is was are to we really "
        "help helping helpful support supporting quick fast prompt great good excellent perfect perfectly awesome "
        "brilliant wonderful fantastic amazing super nice kind kindly kindness works working worked now fine well and "
        "solved fixed fixing resolved resolving solving solution response reply answer answering replying responding "
        "information info update assistance efforts effort service work job done time patience everyone team ever both "
        "guys everybody everything ok okay sorted sorting out me us my our of in with million tons bunch just wanted "
        "say "
        "swift rapid speedy explanation details advice tip clarification yes yep have day weekend evening week lovely "
        "best wishes looks got received noted understood did trick best always as happy glad problem issue quickly "
        "immediate immediately resolution understanding cooperation sincerely am highly greatly deeply lifesaver star "
        "legend life saver saved hugely been sending sharing letting know too"},
    ThanksWords{
        "de", "danke dank dankeschon dankesehr dankbar bedanke herzlichen vielmals merci danken bedanken",
        "vielen herzlich besten tausend schonen lieben recht ganz sehr schon fur die der das den dem ihre ihren ihrer "
        "eure euren deine deinen dein ihr euch dir ihnen uns mir mich ich wir es ist war hat funktioniert klappt lauft "
        "geht jetzt nun wieder alles super toll perfekt prima klasse spitze wunderbar hervorragend ausgezeichnet "
        "schnelle "
        "schnellen schnelles schneller rasche raschen prompte antwort ruckmeldung hilfe unterstutzung losung "
        "bearbeitung "
        "info information informationen erledigung muhe muhen und so gut bestens einwandfrei tadellos passt nochmal "
        "nochmals einmal mal problem gelost behoben erledigt aufwand service einen ein eine wunsche wunschen tag abend "
        "woche wochenende feierabend freue mich hilfreich geholfen support team freundliche freundlichen top genial "
        "grossartig ordnung okay ok in an alle allen zeit geduld auskunft erklarung erklarungen verstandnis "
        "unkomplizierte kompetente schonmal nochmalig gute guter gutes schones schoner angenehmes angenehmen dafur "
        "hierfur habe haben bekommen erhalten angekommen prompt schnell freut bin seid sind zusammen nett nette netten "
        "tolle tollen arbeit hammer echt wirklich total sofort gleich wie immer seit heute bei bemuhungen ausdrucklich "
        "zuruck von kollegen verbindlichsten mega megaschnelle"},
    ThanksWords{
        "fr", "merci mercis remercie remercions remerciements remerciement",
        "beaucoup mille bien infiniment encore pour le la les l de du des d votre vos ton ta tes toute tout tous "
        "toutes aide reponse rapidite rapide rapides support retour reactivite c est cela ca fonctionne marche "
        "parfait parfaitement super genial excellent excellente impeccable top nickel tres fois je vous te nous a et "
        "maintenant nouveau resolu probleme bonne journee soiree semaine fin week end un une en votre efficacite "
        "patience equipe information informations precisions explication explications intervention solution "
        "grand sincerement vivement chaleureusement desormais regle bon j ai recu avoir ete gentillesse temps "
        "disponibilite travail votre service suis ravi ravie satisfait satisfaite prompte prompt note merveille "
        "etre ce cette si vite aussi au m avez aidee aide fort toi notre mes mon"},
    ThanksWords{
        "es", "gracias agradezco agradecemos agradecido agradecida agradecimiento agradecidos",
        "muchas muchisimas mil por la el los las lo su sus tu tus vuestra vuestro ayuda respuesta rapida rapido "
        "rapidez "
        "soporte atencion gestion todo toda todos todas ya funciona perfecto perfecta perfectamente genial excelente "
        "estupendo estupenda fantastico muy amable amables de nuevo otra vez y es esta ha sido solucionado solucionada "
        "resuelto resuelta arreglado problema un una buen buena dia tarde fin semana le les te os a nos me que tenga "
        "tengan en se equipo informacion solucion tiempo paciencia servicio trabajo super bien gran todo saludo "
        "confirmacion aclaracion eficiencia eficacia sinceramente mucho muchos encantado encantada feliz vale ok "
        "recibido "
        "recibida estoy estamos ahora correctamente maravilla maravillosa infinitas igualmente siempre como tan pronta "
        "pronto"},
    ThanksWords{
        "pt",
        "obrigado obrigada obrigados obrigadas obg obrigadao agradeco agradecemos agradecido agradecida grato grata "
        "gratos valeu brigado brigada",
        "muito muita muitissimo mil por pela pelo pelas pelos a o as os e sua seu suas seus tua teu vossa vosso ajuda "
        "resposta rapida rapido rapidez suporte apoio atencao atendimento tudo ja agora funciona funcionando funcionou "
        "esta certo perfeito perfeita perfeitamente excelente otimo otima optimo optima bom boa dia tarde noite fim de "
        "semana mais uma vez novamente resolvido resolvida problema solucao da do das dos na em que tenha um "
        "informacao "
        "informacoes equipe equipa tempo paciencia servico trabalho super bem maravilha maravilhoso esclarecimento "
        "esclarecimentos retorno pronto pronta gentileza disponibilidade lhe vos te nos me foi deu recebido recebida "
        "estou eficiencia excelencia show beleza legal mesmo desde igualmente"},
    ThanksWords{
        "it", "grazie ringrazio ringraziamo ringraziarvi ringraziarla ringraziamenti ringraziamento grata grato",
        "mille molte tante infinite ancora per il lo la i gli le l di del della dell tuo tua vostro vostra suo sua "
        "aiuto supporto risposta rapida rapido celere veloce rapidita velocita tutto tutti ora adesso funziona "
        "perfetto perfetta perfettamente ottimo ottima ottimamente eccellente fantastico fantastica bene benissimo "
        "molto gentile gentili gentilissimi gentilissimo gentilissima e ha risolto risolta problema buona giornata "
        "serata buon lavoro weekend fine settimana vi ti la a un una di nuovo davvero assistenza disponibilita "
        "pazienza tempo informazione informazioni soluzione servizio team tutta cortesia cordiale collaborazione "
        "super grande grandi siete stati stato tempestiva tempestivo tempestivita ricevuto chiarimento chiarimenti "
        "spiegazione sempre come sono si anche voi sistemato confermo"},
    ThanksWords{
        "nl", "bedankt dank dankjewel dankuwel dankje danku bedanken thanks dankbaar bedank merci",
        "hartelijk heel hartelijke veel erg zeer wel je u jullie uw jouw voor de het een snelle snel vlotte vlot prima "
        "fijn fijne goede goed hulp ondersteuning antwoord reactie oplossing oplossen service moeite tijd geduld werkt "
        "doet nu weer alles is perfect super top geweldig fantastisch uitstekend keurig mooi opgelost probleem "
        "nogmaals "
        "nog en ik wij we ben bent zijn dag avond weekend week dit dat zo informatie uitleg terugkoppeling gedaan "
        "helemaal geholpen ontvangen allemaal team bij met van wens blij mijn onze snelheid duidelijk duidelijke "
        "duizendmaal echt gelukt inzet prettige prettig hoor ook meteen gelijk"},
    ThanksWords{
        "sv", "tack tackar tacksam",
        "sa mycket for hjalpen hjalp svar svaret snabb snabba snabbt det funkar fungerar nu bra perfekt super allt "
        "alla "
        "er din ditt ert stort tusen igen den ett en ha trevlig dag helg kvall losningen ar fint toppen underbart "
        "jattebra jattesnabbt informationen supporten jag vi dig och med"},
    ThanksWords{"da", "tak takker",
                "mange tusind for hjaelpen hjaelp svar svaret hurtige hurtig hurtigt det virker nu fungerer perfekt "
                "super alt din jeres dit sa meget igen fint godt dag weekend god en vi jeg dejligt er og den "
                "fortsat med til dig jer"},
    ThanksWords{"nb", "takk takker",
                "mange tusen for hjelpen hjelp svar svaret raske rask raskt det virker na fungerer perfekt "
                "supert super alt din deres sa mye igjen fint bra dag helg ha en god vi jeg dere deg er og den flott"},
    ThanksWords{"pl", "dziekuje dziekujemy dzieki podziekowania",
                "bardzo za pomoc odpowiedz szybka wszystko dziala teraz juz super swietnie serdecznie jeszcze "
                "raz i milego dnia pozdrawiam wsparcie informacje pieknie slicznie rozwiazanie problemu panu pani "
                "wam ci jest dobrze idealnie"},
};

// What a line begins with that ends a letter; below it stands who wrote.
inline constexpr const char *thanksClosings =
    "best regards|kind regards|regards|warm regards|with kind regards|with best regards|many regards|best wishes|"
    "all the best|best|sincerely|yours sincerely|yours faithfully|yours truly|kr|br|rgds|cordially|"
    "mit freundlichen grussen|mit freundlichem gruss|freundliche grusse|freundlicher gruss|beste grusse|viele grusse|"
    "liebe grusse|herzliche grusse|schone grusse|mit besten grussen|mit besten "
    "grusse|mfg|vg|lg|bg|gruss|grusse|gruesse|"
    "viele gruesse|mit freundlichen gruessen|freundliche gruesse|beste gruesse|liebe gruesse|"
    "cordialement|bien cordialement|bien a vous|sinceres salutations|salutations|meilleures salutations|cdlt|"
    "tres cordialement|amicalement|bien a toi|"
    "saludos|un saludo|saludos cordiales|cordiales saludos|atentamente|un cordial saludo|atte|un abrazo|abrazos|"
    "atenciosamente|cumprimentos|melhores cumprimentos|com os melhores cumprimentos|att|abracos|um abraco|abs|"
    "cordialmente|com cumprimentos|"
    "cordiali saluti|distinti saluti|saluti|un saluto|cari saluti|un cordiale saluto|buona giornata|"
    "met vriendelijke groet|met vriendelijke groeten|vriendelijke groet|vriendelijke groeten|groet|groeten|groetjes|"
    "mvg|hartelijke groet|hartelijke groeten|met hartelijke groet|"
    "med vanliga halsningar|vanliga halsningar|halsningar|mvh|med venlig hilsen|venlig hilsen|vh|med vennlig hilsen|"
    "hilsen|pozdrawiam|z powazaniem|ystavallisin terveisin";

// Lines that telephones and programs add.
inline constexpr const char *thanksDeviceLines =
    "sent from my|sent from mail|sent from outlook|sent via|get outlook for|von meinem|gesendet von|gesendet mit|"
    "diese nachricht wurde von meinem|envoye de mon|envoye depuis mon|enviado desde mi|enviado do meu|enviado a "
    "partir|inviato da|inviato dal|verzonden vanaf|verstuurd vanaf|verzonden met|verstuurd met|skickat fran|sendt "
    "fra|wyslane z|telecharger outlook|outlook fur|obtener outlook|scarica outlook";

// A first line of these and names is a salutation.
inline constexpr const char *thanksGreetings =
    "hi|hello|hey|dear|good morning|good afternoon|good evening|hallo|guten tag|guten morgen|guten abend|sehr "
    "geehrte|sehr "
    "geehrter|liebe|lieber|moin|servus|gruezi|bonjour|bonsoir|salut|cher|chere|madame|monsieur|hola|buenos "
    "dias|buenas tardes|buenas|estimado|estimada|estimados|ola|bom dia|boa tarde|boa noite|prezado|prezada|prezados|c "
    "aro|cara|ciao|salve|buongiorno|buonasera|gentile|gentili|egregio|spettabile|beste|geachte|goedemorgen|goedemidda "
    "g|goedenavond|dag|hej|hei|god morgen|god dag|dzien dobry|czesc|witam";

// The same where they stand in a clause: "Hi Anna thanks", and forms of address.
inline constexpr const char *thanksGreetingWords =
    "hi hello hey dear all hallo liebe lieber moin servus bonjour bonsoir salut cher chere hola ola ciao salve "
    "buongiorno buonasera gentile beste geachte hej hei herr frau damen herren geehrte geehrter sir madam mr mrs ms "
    "dr mme monsieur madame senor senora sr sra senhor senhora signor signora dott meneer mevrouw guten morgen tag "
    "good morning afternoon evening buenos dias buenas tardes bom dia boa tarde goedemorgen goedemiddag";

// What a clause begins with that is a question, whatever is at its end.
inline constexpr const char *thanksQuestions =
    "is it|is this|is that|is the|is all|is everything|are you|are we|are all|was it|was this|was that|has it|have "
    "you|ist es|ist das|ist alles|ist jetzt|ist nun|ist der|ist die|hat es|hat das|hat alles|funktioniert "
    "es|funktioniert das|klappt es|klappt das|geht es|geht das|lauft es|lauft das|habt ihr|seid ihr|haben sie|sind "
    "sie|est ce|avez vous|es tu|etes vous|esta todo|ha sido|esta tudo|e tutto|e stato risolto|werkt het|is het|is "
    "dit|is dat|zijn jullie|ben je|heb je|ar det|er det";

// Trouble is no thanks, unless the same clause says that it is over.
inline constexpr const char *thanksTroubles =
    "problem problems issue issues probleme problemes problema problemas problemi "
    "probleem problemen problemer problemet problemu";
inline constexpr const char *thanksSolved =
    "solved fixed resolved sorted solving fixing resolving gelost behoben erledigt resolu resolue regle reglee "
    "solucionado solucionada resuelto resuelta arreglado resolvido resolvida risolto risolta sistemato opgelost "
    "oplossen rozwiazanie";

// No names, however they are written: who writes one of these wants something, or doubts.
inline constexpr const char *thanksNeverNames =
    "urgent dringend urgente urgentes dringlich help hilfe aide ayuda ajuda aiuto hulp error fehler erreur erro "
    "errore fout problem probleme problema probleem question frage pregunta pergunta domanda vraag but aber mais pero "
    "ma maar however jedoch still immer not nicht pas no non niet ps nb please bitte svp por favor per favore "
    "alsjeblieft again wieder encore otra ancora broken kaputt defekt down why warum pourquoi porque perche waarom "
    "when wann quand cuando quando wanneer how wie comment como come hoe what was que che wat if wenn falls si se als "
    "could konnten can konnen waiting warte attached anbei attachment";

} // namespace deskhand

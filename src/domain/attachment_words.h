// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace deskhand {

// How people say that a file comes with a mail, folded (base/text_folding.h), separated by "|".
struct AttachmentWords {
    const char *language;
    const char *phrases;
    const char *ofOthers; ///< where the same words speak of somebody else's file, or of none
};

inline constexpr std::array attachmentWords{
    AttachmentWords{
        "en", "attached|i attach|we attach|attaching|attachment|attachments|enclosed|i enclose|we enclose|enclosing",
        "you attached|you have attached|your attachment|your attachments|the attachment you sent|"
        "attachment you sent|no attachment|without attachment|without attachments|without an attachment|"
        "not attached|was not attached|no file attached|nothing attached|is attached to the ticket|"
        "please attach|could you attach|can you attach|you attach|attached to your|open the attachment|"
        "the attachment was missing|attachment was missing|attachment is missing|attachment limit"},
    AttachmentWords{
        "de",
        "anbei|anhang|anhange|angehangt|angehangten|angehangte|angehangtes|beigefugt|beigefugte|beigefugten|"
        "beiliegend|anlage|anlagen|im attachment",
        "ihr anhang|ihren anhang|ihrem anhang|dein anhang|kein anhang|keinen anhang|ohne anhang|ohne anlage|"
        "der anhang fehlt|anhang fehlt|hangen sie|nicht angehangt|die anlage steht|ihre anlage|"
        "ihrer anlage|die anlage lauft"},
    AttachmentWords{"fr",
                    "ci joint|ci jointe|ci joints|ci jointes|piece jointe|pieces jointes|en pj|en attachement|"
                    "fichier joint|document joint|je joins|nous joignons",
                    "votre piece jointe|sans piece jointe|la piece jointe manque|pas de piece jointe"},
    AttachmentWords{"es", "adjunto|adjunta|adjuntos|adjuntas|adjuntamos|archivo adjunto|anexo|anexamos",
                    "su adjunto|su archivo adjunto|sin adjunto|sin archivo adjunto|no adjunto"},
    AttachmentWords{"pt", "em anexo|anexo|anexos|anexado|anexada|anexamos|segue anexo|seguem anexos|em anexos",
                    "seu anexo|sem anexo|sem anexos|nao anexado"},
    AttachmentWords{"it", "in allegato|allegato|allegata|allegati|allegate|allego|alleghiamo",
                    "il suo allegato|vostro allegato|suo allegato|senza allegato|senza allegati|nessun allegato"},
    AttachmentWords{"nl", "bijlage|bijlagen|bijgevoegd|bijgevoegde|bijgesloten|als bijlage|in de bijlage",
                    "uw bijlage|je bijlage|zonder bijlage|geen bijlage"},
    AttachmentWords{"sv", "bifogad|bifogat|bifogade|bifogar|bilaga|bilagor", "din bilaga|ingen bilaga|utan bilaga"},
    AttachmentWords{"da", "vedhaeftet|vedhaeftede|vedhaefter|vedlagt|bilag", "dit bilag|uden bilag"},
    AttachmentWords{"nb", "vedlagt|vedlagte|vedlegg|vedlegger", "ditt vedlegg|uten vedlegg"},
    AttachmentWords{"fi", "liitteena|oheisena|liite|liitteet", "ilman liitetta"},
    AttachmentWords{"pl", "w zalaczeniu|zalaczam|zalacznik|zalaczniku|w zalaczniku", "bez zalacznika|brak zalacznika"},
    AttachmentWords{"cs", "v priloze|priloha|prilozeny|prikladam|prilohou", "bez prilohy"},
    AttachmentWords{"tr", "ekte|ekteki|ekli|ilisikte", ""},
    AttachmentWords{"ru", "во вложении|вложение|прикрепил|прикрепила|прикрепляю|прилагаю|приложенный", "без вложения"},
    AttachmentWords{"uk", "у вкладенні|вкладення|прикріпив|прикріпила|додаю файл", "без вкладення"},
};

} // namespace deskhand

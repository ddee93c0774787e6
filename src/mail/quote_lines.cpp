// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/quote_lines.h"

#include <QRegularExpression>

// The families of lines follow what the test suites of email_reply_trimmer and talon name; the expressions are our own.

namespace deskhand {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype longestSpecialLine = 500;

QRegularExpression quoteExpression(const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption
                                           | QRegularExpression::UseUnicodePropertiesOption);
}

bool fits(const QRegularExpression &expression, QStringView line)
{
    return expression.match(line).hasMatch();
}

bool hasDigit(QStringView line)
{
    for (const QChar c : line) {
        if (c.isDigit())
            return true;
    }
    return false;
}

/// "On <date>, <somebody> wrote:" and its sisters: an opening word, then the verb at the end of the line.
const QRegularExpression &dateThenVerb()
{
    static const QRegularExpression expression =
        quoteExpression(u"^[\\s<>\\-]*(?:"
                        "(?:On|At|In message)\\s.+?(?:wrote|writes|says|said)"
                        "|Le\\s.+?(?:a\\s+écrit|nous\\s+a\\s+dit)"
                        "|Am\\s.+?(?:schrieben\\s+Sie|geschrieben|schrieb\\b[^:]*)"
                        "|Il\\s.+?ha\\s+scritto|Em\\s.+?escreveu|El\\s.+?escribi[óo]"
                        "|Op\\s.+?(?:het\\s+volgende\\s+geschreven|schreef\\b[^:]*)"
                        "|(?:Dnia|Dňa|Dne)\\s.+?(?:napisał(?:\\(a\\))?|napísal(?:\\(a\\))?|napsal(?:\\(a\\))?)"
                        "|(?:Den|Vid)\\s.+?skrev\\b[^:]*|在\\s*.+?写道"
                        ")[\\s.:：>\\-]*$"_s);
    return expression;
}

/// The verb in the middle: "Am 18.09.2013 um 16:24 schrieb X <x@y>:", "X wrote on 1/2/2016:".
const QRegularExpression &verbThenPerson()
{
    static const QRegularExpression expression =
        quoteExpression(u"^[\\s>]*(?:Op|Am|Den|søn\\.|man\\.|tir\\.|ons\\.|tor\\.|fre\\.|lør\\.)\\s.+\\s(?:schreef|"
                        u"schrieb|skrev)\\s[^:]+:"
                        "|^.+\\bwrote\\b\\s+\\bon\\b.+[^:]+:|^.+\\bschrieb\\b\\s+\\bam\\b.+[^:]+:"_s);
    return expression;
}

/// A date somewhere, then the verb or only the person.
const QRegularExpression &dateThenPerson()
{
    static const QRegularExpression expression =
        quoteExpression(u"\\d{4}.{1,160}?(?:написал(?:а|\\(а\\))?|пишет|пише|napisał\\(a\\)|kirjoitti|yazdı|ezt írta|a "
                        u"scris|έγραψε|님이 작성|のメール|さんは書きました|כתב|كتب|đã viết)\\s*[:：]\\s*$"
                        "|\\d{4}.{1,80}\\s?<[^@<>]+@[^@<>.]+\\.[^@<>]+>:?$"
                        "|^[\\s>]*20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d GMT[+-]\\d\\d:\\d\\d [\\w\\s]+$"
                        "|^[\\s>]*Posted by .+ on \\d{2}/\\d{2}/\\d{4}$"_s);
    return expression;
}

const QRegularExpression &personThenVerb()
{
    static const QRegularExpression expression = quoteExpression(
        u"^.+ via .+ (?:wrote|schrieb):?\\s*$|^.+\\b[\\w.+-]+@[\\w.-]+\\.\\w{2,}\\b.*(?:wrote|schrieb|writes):?\\s*$"_s);
    return expression;
}

const QRegularExpression &originalMessage()
{
    static const QRegularExpression expression = quoteExpression(
        u"^[\\s>*]*-{2,}\\s*(?:Original Message|Reply Message|Ursprüngliche Nachricht|Mensaje original|Message "
        u"d'origine|Messaggio originale"
        "|Oorspronkelijk bericht|Mensagem original|Originalmeddelande|Oprindelig meddelelse|Alkuperäinen "
        "viesti|Původní zpráva"
        "|Wiadomość oryginalna|Исходное сообщение|原始邮件|原始郵件|元のメッセージ|원본 메시지)\\s*-{2,}"_s);
    return expression;
}

const QRegularExpression &forwardedMessage()
{
    static const QRegularExpression expression = quoteExpression(
        u"^[\\s>]*(?:Begin forwarded message:|Début du message transféré\\s*:|Anfang der weitergeleiteten "
        u"(?:Nachricht|E-Mail)\\s*:"
        "|Inizio messaggio inoltrato\\s*:|Inicio del mensaje reenviado\\s*:|Start doorgestuurd bericht\\s*:)"
        "|^[\\s>*]*-{2,}\\s*(?:Forwarded Message|Message transféré|Weitergeleitete Nachricht|Mensaje "
        "reenviado|Messaggio inoltrato"
        "|Doorgestuurd bericht|Mensagem encaminhada|Vidarebefordrat meddelande|Пересылаемое сообщение|转发邮件|轉寄郵件|転送メッセージ)\\s*-{2,}"_s);
    return expression;
}

const QRegularExpression &deviceSignature()
{
    static const QRegularExpression expression = quoteExpression(
        u"^\\s*(?:從我的 iPhone 傳送|发自我的|從我的|iPhoneから送信|\\w+ from mobile|[(<]*Sent (?:from|via|with|by) "
        u".+|From my .{1,20}$|Get Outlook for "
        "|Envoyé (?:depuis|de) (?:mon|Yahoo|Outlook|mobile|l.iPhone)|Von meinem .+ gesendet|Diese Nachricht wurde von "
        ".+ gesendet"
        "|Gesendet (?:von|mit) (?:meinem|Yahoo|Outlook|der|Mail)|Inviato da |Sendt fra min |Skickat från min |Enviado "
        "(?:do meu|desde mi|a partir) "
        "|Verzonden (?:met|vanaf) |Verstuurd vanaf mijn |från min |Lähetetty |Odesláno z |Wysłane z |Отправлено с )"_s);
    return expression;
}

const QRegularExpression &headerWithDate()
{
    static const QRegularExpression expression =
        quoteExpression(u"^[\\s*]*(?:Sendt|Sent|Date|Le|Gesendet|Datum|Enviada em|Enviado(?: el)?|Enviado "
                        u"em|Envoyé|Fecha|Data|Inviato|Verzonden|Skickat|Lähetetty|Odesláno"
                        "|Wysłano|Отправлено|Дата|发送时间|傳送時間|送信日時)[\\s*]*[:：].*\\d"_s);
    return expression;
}

const QRegularExpression &headerWithText()
{
    static const QRegularExpression expression = quoteExpression(
        u"^[\\s*]*(?:Fra|Til|Emne|From|To|Cc|Reply-To|Subject|De|Expéditeur|À|Destinataire|Répondre "
        u"à|Objet|Von|An|Betreff|Para|Assunto|Asunto|Da|Risposta"
        "|A|Oggetto|Van|Beantwoorden - "
        "Aan|Aan|Onderwerp|Från|Till|Ämne|Lähettäjä|Vastaanottaja|Aihe|Od|Komu|Předmět|Do|Temat|От|Кому|Тема"
        "|发件人|收件人|主题|抄送|寄件者|收件者|主旨|差出人|宛先|件名)[\\s*]*[:：].*\\w"_s);
    return expression;
}

bool isDelimiterCharacter(char16_t u)
{
    return u == u'-' || u == u'_' || u == u',' || u == u'=' || u == u'+' || u == u'~' || u == u'#' || u == u'*'
           || u == 0x1427 || u == 0x2014;
}

/// "JD> text": old mailers quote with the initials of the person.
bool isInitialsQuote(QStringView line)
{
    line = line.trimmed();
    qsizetype letters = 0;
    while (letters < line.size() && letters < 4 && line[letters] >= u'A' && line[letters] <= u'Z')
        ++letters;
    return letters > 0 && letters < 4 && letters < line.size() && line[letters] == u'>'
           && (letters + 1 == line.size() || line[letters + 1] == u' ');
}

/// "[mail](https://…)" as it reads.
QString withoutMarkdownLinks(QStringView line)
{
    static const QRegularExpression link(u"\\[([^\\]]+)\\]\\([^)]+\\)"_s);
    QString text = line.toString();
    if (text.contains("]("_L1))
        text.replace(link, u"\\1"_s);
    return text;
}

bool isAttribution(QStringView line)
{
    // Every one of them has a verb or a person behind a date; most lines of a text have neither and stop here.
    const bool marks =
        line.contains(u':') || line.contains(u'：') || line.contains(u'@') || line.contains(u"--") || hasDigit(line);
    if (!marks && !fits(personThenVerb(), line))
        return false;
    if ((hasDigit(line) || line.contains(u'@'))
        && (fits(dateThenVerb(), line) || fits(verbThenPerson(), line) || fits(dateThenPerson(), line)))
        return true;
    return fits(personThenVerb(), line) || (line.contains(u"--") && fits(originalMessage(), line));
}

} // namespace

LineKind classifyLine(QStringView line)
{
    bool blank = true;
    bool rule = true;
    QChar first;
    for (const QChar c : line) {
        const bool space = c.isSpace() || c.unicode() == 0x200b || c.unicode() == 0xfeff;
        if (!space && blank) {
            blank = false;
            first = c;
        }
        rule = rule && (space || isDelimiterCharacter(c.unicode()));
        if (!blank && !rule)
            break;
    }
    if (blank)
        return LineKind::Empty;
    if (rule)
        return LineKind::Delimiter;
    const LineKind plain = first == u'>' || isInitialsQuote(line) ? LineKind::Quote : LineKind::Text;
    if (line.size() > longestSpecialLine)
        return plain;
    if (fits(deviceSignature(), line) || (line.contains(u"](") && fits(deviceSignature(), withoutMarkdownLinks(line))))
        return LineKind::Signature;
    if ((line.contains(u"--") || line.endsWith(u':')) && fits(forwardedMessage(), line))
        return LineKind::Forward;
    if (isAttribution(line))
        return LineKind::Attribution;
    if ((line.contains(u':') || line.contains(u'：')) && (fits(headerWithText(), line) || fits(headerWithDate(), line)))
        return LineKind::Header;
    return plain;
}

int splitAttributionLength(const QStringList &lines, qsizetype index)
{
    static const QRegularExpression opening =
        quoteExpression(u"^[\\s<>\\-]*(?:On|At|In message|Le|Am|Il|Em|El|Op|Dnia|Dňa|Dne|Den|Vid|在|\\d{1,4}[./\\- ])"
                        "|\\b(?:schrieb\\s+am|wrote\\s+on|skrev\\s+den)\\b"_s);
    constexpr int mostLines = 6;
    if (lines[index].size() > longestSpecialLine || !fits(opening, lines[index]))
        return 0;
    // A whole one on a line of its own needs nothing more.
    QString joined = lines[index];
    if (joined.trimmed().endsWith(u':'))
        return 0;
    int person = 0;
    for (int count = 2; count <= mostLines && index + count <= lines.size(); ++count) {
        QStringView more(lines[index + count - 1]);
        while (!more.isEmpty() && (more.front().isSpace() || more.front() == u'>' || more.front() == u'-'))
            more = more.sliced(1);
        if (more.isEmpty() && lines[index + count - 1].trimmed().isEmpty())
            continue;
        if (joined.size() + more.size() > longestSpecialLine || fits(opening, more))
            break;
        joined += u' ';
        joined += more;
        if (hasDigit(joined) && (fits(dateThenVerb(), joined) || fits(verbThenPerson(), joined)))
            return count;
        if (count == 2 && fits(dateThenPerson(), joined))
            person = count;
    }
    return person;
}

} // namespace deskhand

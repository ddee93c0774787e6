// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search_words.h"

#include "base/text_folding.h"

namespace deskhand {
namespace {

constexpr qsizetype longestIndexedText = 200'000;
constexpr qsizetype longestPlainWord = 64; // as foldedWords() cuts
constexpr qsizetype longestAddress = 128;

bool isAsciiAlnum(char16_t c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/// The same as foldedWords(text).join(' ') in one pass, for what most of a desk's text is.
bool appendAsciiWords(QStringView text, QString *words)
{
    const qsizetype before = words->size();
    words->reserve(before + text.size() + 1);
    qsizetype length = 0; // of the current word; 0: between words
    for (const QChar character : text) {
        char16_t c = character.unicode();
        if (c >= 0x80) {
            words->truncate(before);
            return false;
        }
        if (!isAsciiAlnum(c)) {
            length = 0;
            continue;
        }
        if (length == 0 && !words->isEmpty())
            words->append(u' ');
        if (c >= u'A' && c <= u'Z')
            c = char16_t(c + 32);
        if (length < longestPlainWord)
            words->append(QChar(c));
        ++length;
    }
    return true;
}

void appendWords(QStringView text, QString *words)
{
    if (text.isEmpty() || appendAsciiWords(text, words))
        return;
    const QStringList cut = foldedWords(text);
    for (const QString &word : cut) {
        if (!words->isEmpty())
            words->append(u' ');
        words->append(word);
    }
}

bool isAddressCharacter(QChar c)
{
    const char16_t u = c.unicode();
    return c.isLetterOrNumber() || u == u'.' || u == u'_' || u == u'%' || u == u'+' || u == u'-';
}

/// Whole addresses as words of their own: an address is then one look-up instead of a phrase of common words.
void appendAddresses(QStringView text, QString *words)
{
    for (qsizetype at = text.indexOf(u'@'); at >= 0; at = text.indexOf(u'@', at + 1)) {
        qsizetype start = at;
        while (start > 0 && isAddressCharacter(text[start - 1]))
            --start;
        qsizetype end = at + 1;
        while (end < text.size() && isAddressCharacter(text[end]))
            ++end;
        while (end > at + 1 && !text[end - 1].isLetterOrNumber())
            --end;
        while (start < at && !text[start].isLetterOrNumber())
            ++start;
        if (start == at || end == at + 1 || end - start > longestAddress)
            continue;
        const QString address = foldText(text.mid(start, end - start));
        if (address.contains(u' '))
            continue;
        if (!words->isEmpty())
            words->append(u' ');
        words->append(address);
    }
}

QString headPeople(const SearchHead &head)
{
    return head.requesterName + u' ' + head.requesterAddress;
}

} // namespace

QString searchWords(QStringView text)
{
    const QStringView indexed = text.left(longestIndexedText);
    QString words;
    appendWords(indexed, &words);
    appendAddresses(indexed, &words);
    return words;
}

SearchHead searchHeadWith(const SearchHead &head, const QString &originNumber, const QString &originSubject)
{
    SearchHead both = head;
    both.number += u'\n' + originNumber;
    both.subject += u'\n' + originSubject;
    return both;
}

SearchRow searchRowOf(const SearchHead &head)
{
    SearchRow row;
    row.rowId = searchRowId(head.ticket, 0);
    row.subject = searchWords(head.subject);
    row.people = searchWords(headPeople(head));
    row.number = searchWords(head.number);
    return row;
}

SearchRow searchRowOf(const SearchHead &head, const Article &article)
{
    return searchRowOf(searchRowOf(head), head, article);
}

SearchRow searchRowOf(const SearchRow &ofHead, const SearchHead &head, const Article &article)
{
    SearchRow row = ofHead;
    row.rowId = searchRowId(head.ticket, article.position);
    if (!article.subject.isEmpty() && article.subject != head.subject)
        row.body = searchWords(QString(article.subject + u'\n' + article.text + u'\n' + article.quotedText));
    else if (article.quotedText.isEmpty())
        row.body = searchWords(article.text);
    else
        row.body = searchWords(QString(article.text + u'\n' + article.quotedText));
    const bool sameSender = article.from.address == head.requesterAddress && article.from.name == head.requesterName;
    if (!sameSender && !(article.from.name.isEmpty() && article.from.address.isEmpty()))
        row.people = searchWords(QString(headPeople(head) + u'\n' + article.from.name + u' ' + article.from.address));
    QString names;
    for (const Attachment &attachment : article.attachments) {
        if (!names.isEmpty())
            names += u'\n';
        names += attachment.name;
    }
    row.files = searchWords(names);
    return row;
}

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/thread_match.h"

#include "base/text_folding.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace deskhand {
namespace {

constexpr int longestNumber = 80;
constexpr int mostNumbers = 10;
constexpr int mostPrefixes = 50;
constexpr int longestSubjectLookedAt = 2000;

// "Re", "Fwd" and what programs make of them: Danish and Norwegian SV, VS, VB; German AW, WG, Antwort; Dutch Antw,
// Doorst; Finnish VS, VL; French RE, TR, Réf; Italian R, Rif, I; Spanish RV, RES; Portuguese RES, ENC; Polish Odp, PD;
// Hungarian Vá, Továbbítás; Turkish YNT, İLT; Romanian; Czech; Greek ΑΠ, ΣΧΕΤ, ΠΡΘ; Hebrew; Cyrillic НА, Отв, Пересл;
// Chinese, Japanese and Korean. An optional counter is "[2]", "(2)", "^2" or "2".
const QRegularExpression &subjectPrefix()
{
    static const QRegularExpression pattern(
        QStringLiteral(
            "^\\s*(?:re|réf|ref|rif|ri|r|res|rép|aw|antw|antwort|antwoord|sv|svar|vs|vast|vá|va|odp|odpověď|ynt|"
            "yanıt|bls|atb|re-|απ|σχετ|на|отв|ответ|відп|hl|回复|回覆|答复|答覆|返信|회신|답장|תשובה|רד|fw|fwd|forward|"
            "wg|weitergeleitet|wtr|tr|trans|rv|reenv|enc|encam|i|inoltro|vb|vl|vidarebefordrat|doorst|"
            "doorgestuurd|pd|przek|továbbítás|továbbítva|ilt|İlt|ilet|πρθ|пер|пересл|转发|轉寄|轉發|転送|전달|הועבר)"
            "\\s*(?:\\[\\d{1,4}\\]|\\(\\d{1,4}\\)|\\^?\\d{1,4})?\\s*[:\\x{FF1A}]\\s*"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

QString withoutNumber(const QString &subject, const QString &number)
{
    QString rest = subject;
    const QRegularExpression hook(QStringLiteral("\\s*\\[\\s*#\\s*") + QRegularExpression::escape(number)
                                      + QStringLiteral("\\s*\\]\\s*"),
                                  QRegularExpression::CaseInsensitiveOption);
    rest.replace(hook, QStringLiteral(" "));
    return rest.simplified();
}

/// What is asked of everybody who may write into a ticket.
bool mayJoin(const ThreadClaim &claim)
{
    return claim.participant || claim.provenAgent || (claim.kind == ClaimKind::SignedId && claim.sameOrganization);
}

bool isClaim(const ThreadClaim &claim)
{
    return claim.ticket.isValid() && (claim.kind != ClaimKind::BareNumber || mayJoin(claim));
}

} // namespace

QString bareSubject(const QString &subject)
{
    QString rest = subject.left(longestSubjectLookedAt).simplified();
    for (int i = 0; i < mostPrefixes; ++i) {
        const QRegularExpressionMatch match = subjectPrefix().match(rest);
        if (!match.hasMatch())
            break;
        rest = rest.mid(match.capturedEnd());
    }
    return rest;
}

bool isReplySubject(const QString &subject)
{
    return subjectPrefix().match(subject.left(longestSubjectLookedAt).simplified()).hasMatch();
}

QString comparableSubject(const QString &subject)
{
    QString bare = bareSubject(subject);
    for (const SubjectNumber &found : numbersInSubject(bare)) {
        if (found.hooked)
            bare = withoutNumber(bare, found.number);
    }
    return foldText(bareSubject(bare)).simplified();
}

QVector<SubjectNumber> numbersInSubject(const QString &subject)
{
    static const QRegularExpression hooked(QStringLiteral("\\[\\s*#\\s*([^\\[\\]]{1,80}?)\\s*\\]"));
    // Printable ASCII is what numbers are made of; a blank or a bracket ends a bare one.
    static const QRegularExpression bare(QStringLiteral("(?<![\\w&/])#([!-~]{1,80})"));
    QVector<SubjectNumber> numbers;
    const auto add = [&numbers](const QString &number, bool isHooked) {
        const bool known = std::any_of(numbers.cbegin(), numbers.cend(),
                                       [&number](const SubjectNumber &other) { return other.number == number; });
        const bool hasDigit = std::any_of(number.cbegin(), number.cend(), [](QChar c) { return c.isDigit(); });
        if (!known && hasDigit && number.size() <= longestNumber && numbers.size() < mostNumbers)
            numbers.append({number, isHooked});
    };
    const QString looked = subject.left(longestSubjectLookedAt);
    for (QRegularExpressionMatchIterator it = hooked.globalMatch(looked); it.hasNext();)
        add(it.next().captured(1), true);
    QString rest = looked;
    rest.replace(hooked, QStringLiteral(" "));
    for (QRegularExpressionMatchIterator it = bare.globalMatch(rest); it.hasNext();) {
        QString number = it.next().captured(1);
        // "see #10427." and "(#10427)": signs at the end belong to the sentence.
        while (!number.isEmpty() && !number.back().isLetterOrNumber())
            number.chop(1);
        add(number, false);
    }
    return numbers;
}

QString subjectHook(const QString &number)
{
    return QStringLiteral("[#") + number + u']';
}

QString replySubject(const QString &subject, const QString &number)
{
    return QStringLiteral("Re: ") + hookedSubject(subject, number);
}

QString hookedSubject(const QString &subject, const QString &number)
{
    // A prefix may stand before the hook and after it: "[#7] Re: x".
    const QString bare = bareSubject(withoutNumber(bareSubject(subject), number));
    return bare.isEmpty() ? subjectHook(number) : bare + u' ' + subjectHook(number);
}

ThreadMatch matchThread(const QVector<ThreadClaim> &claims)
{
    constexpr std::array strongestFirst{ClaimKind::SignedId, ClaimKind::StoredId, ClaimKind::HookedNumber,
                                        ClaimKind::BareNumber};
    ThreadMatch held;
    for (const ClaimKind kind : strongestFirst) {
        for (const ThreadClaim &claim : claims) {
            if (claim.kind != kind || !isClaim(claim))
                continue;
            if (mayJoin(claim))
                return {ThreadDecision::Join, claim.ticket};
            if (!held.ticket.isValid())
                held = {ThreadDecision::Hold, claim.ticket};
        }
    }
    return held;
}

} // namespace deskhand

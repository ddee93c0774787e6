// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/tokens.h"

#include <QRgb>

namespace deskhand {

namespace {

struct TokenValue {
    Token token;
    QRgb light;
    QRgb dark;
    QRgb highContrast;
};

// Chosen so that every text token has at least 4.5:1 on every plane it may stand on, and that the members of a
// family stay apart under protanopia, deuteranopia and tritanopia. tests/unit/widgets/theme_contrast_test holds this.
constexpr TokenValue tokenValues[] = {
    {Token::Window, 0xfff5f6f8, 0xff141619, 0xff000000},
    {Token::Surface, 0xffffffff, 0xff1b1d21, 0xff000000},
    {Token::Raised, 0xffffffff, 0xff24272c, 0xff0a0a0a},
    {Token::Hover, 0xffeef0f3, 0xff262a30, 0xff1f1f1f},
    {Token::Pressed, 0xffe3e6ea, 0xff2f343b, 0xff333333},
    {Token::Selection, 0xffe6eefc, 0xff22355a, 0xff003a75},
    {Token::SelectionInactive, 0xffebedf1, 0xff2a2e35, 0xff26313d},
    {Token::Match, 0xffffe9a8, 0xff5a4a12, 0xff665200},
    {Token::Hairline, 0xffe4e7eb, 0xff2c3036, 0xff8a8a8a},
    {Token::Border, 0xffc9ced6, 0xff434952, 0xffffffff},
    {Token::Shadow, 0xff101828, 0xff000000, 0xff000000},
    {Token::Text, 0xff1a1e24, 0xffe6e9ed, 0xffffffff},
    {Token::TextMuted, 0xff59636e, 0xffa3acb7, 0xffd5dadf},
    {Token::TextDisabled, 0xff9aa3ad, 0xff666e78, 0xff9a9a9a},
    {Token::Accent, 0xff1666d6, 0xff66a6ff, 0xff6db6ff},
    {Token::AccentStrong, 0xff0f4ea8, 0xff8cbcff, 0xffa3d1ff},
    {Token::OnAccent, 0xffffffff, 0xff0b1d38, 0xff000000},
    {Token::NoteTint, 0xfffff6db, 0xff332b14, 0xff2b2400},
    {Token::NoteFrame, 0xffd9b44a, 0xff8a6d1f, 0xffffd24d},
    {Token::NoteText, 0xff6b4a00, 0xfff0cf7a, 0xffffe38a},
    {Token::StateNew, 0xff5a1fa8, 0xffd5beff, 0xffe6d6ff},
    {Token::StateOpen, 0xff1666d6, 0xff66a6ff, 0xff6db6ff},
    {Token::StatePending, 0xff8a5a00, 0xffe8b44a, 0xffffd24d},
    {Token::StateSolved, 0xff0a7550, 0xff55d69a, 0xff4df0a0},
    {Token::StateClosed, 0xff59636e, 0xffa3acb7, 0xffaeb6bf},
    {Token::StateMerged, 0xff59636e, 0xffa3acb7, 0xffaeb6bf},
    {Token::PriorityUrgent, 0xffa80f2a, 0xffff7d87, 0xffff8a94},
    {Token::PriorityHigh, 0xff9c5200, 0xffffb86b, 0xffffc182},
    {Token::PriorityNormal, 0xff59636e, 0xffa3acb7, 0xffd5dadf},
    {Token::PriorityLow, 0xff1c66b0, 0xff78b7f2, 0xff7cc4ff},
    {Token::TimePlenty, 0xff0a7550, 0xff6be8b0, 0xff6dffb8},
    {Token::TimeSoon, 0xff866500, 0xfff0d060, 0xffffe066},
    {Token::TimeCritical, 0xff8f3000, 0xffffa46b, 0xffffb070},
    {Token::TimeOverdue, 0xff73002b, 0xffff6f91, 0xffff8fa3},
    {Token::TimePaused, 0xff59636e, 0xffa3acb7, 0xffc8cdd3},
    {Token::Success, 0xff0a7550, 0xff6be8b0, 0xff6dffb8},
    {Token::Warning, 0xff8a5a00, 0xffe8b44a, 0xffffd24d},
    {Token::Danger, 0xffa80f2a, 0xffff7d87, 0xffff8a94},
    {Token::Info, 0xff1666d6, 0xff73aeff, 0xff7fc1ff},
    {Token::SuccessTint, 0xffe5f6ee, 0xff16332a, 0xff00281a},
    {Token::WarningTint, 0xfffff4dc, 0xff382d14, 0xff2b2100},
    {Token::DangerTint, 0xfffdecee, 0xff3d1f24, 0xff330009},
    {Token::InfoTint, 0xffeaf2fe, 0xff1c2d47, 0xff001f40},
};
static_assert(std::size(tokenValues) == tokenCount);

TokenSet makeTokenSet(QRgb TokenValue::*theme)
{
    TokenSet set;
    for (const TokenValue &value : tokenValues)
        set[static_cast<std::size_t>(value.token)] = QColor::fromRgb(value.*theme);
    return set;
}

} // namespace

const TokenSet &lightTokens()
{
    static const TokenSet set = makeTokenSet(&TokenValue::light);
    return set;
}

const TokenSet &darkTokens()
{
    static const TokenSet set = makeTokenSet(&TokenValue::dark);
    return set;
}

const TokenSet &highContrastTokens()
{
    static const TokenSet set = makeTokenSet(&TokenValue::highContrast);
    return set;
}

Token stateToken(StateType type)
{
    switch (type) {
    case StateType::New: return Token::StateNew;
    case StateType::Open: return Token::StateOpen;
    case StateType::PendingReminder:
    case StateType::PendingAuto: return Token::StatePending;
    case StateType::Solved: return Token::StateSolved;
    case StateType::Closed: return Token::StateClosed;
    case StateType::Merged: return Token::StateMerged;
    }
    return Token::StateOpen;
}

Token priorityToken(int rank)
{
    if (rank <= 1)
        return Token::PriorityUrgent;
    if (rank == 2)
        return Token::PriorityHigh;
    return rank == 3 ? Token::PriorityNormal : Token::PriorityLow;
}

} // namespace deskhand

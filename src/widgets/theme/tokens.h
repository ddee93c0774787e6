// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ticket.h"

#include <QColor>

#include <array>

namespace deskhand {

/// Every colour of the program by its meaning. No widget names a colour in any other way.
enum class Token {
    // Planes, from the back to the front.
    Window,  ///< the frame: sidebar, status bar, dialogs
    Surface, ///< what is read: list, thread, editors
    Raised,  ///< what floats: popups, palette, toasts
    Hover,   ///< under the pointer, on any plane
    Pressed,
    Selection,         ///< selected row of the area that has the focus
    SelectionInactive, ///< selected row elsewhere
    Match,             ///< behind found text
    Hairline,          ///< separators
    Border,            ///< outline of inputs and buttons
    Shadow,
    // Text.
    Text,
    TextMuted,
    TextDisabled, ///< the only text below 4.5:1, as it says nothing that is needed
    Accent,       ///< links, primary buttons, the focus ring
    AccentStrong, ///< pressed primary button
    OnAccent,     ///< text on Accent
    // Internal note.
    NoteTint,
    NoteFrame,
    NoteText,
    // State types.
    StateNew,
    StateOpen,
    StatePending,
    StateSolved,
    StateClosed,
    StateMerged,
    // Priorities.
    PriorityUrgent,
    PriorityHigh,
    PriorityNormal,
    PriorityLow,
    // Time left on a target.
    TimePlenty,
    TimeSoon,
    TimeCritical,
    TimeOverdue,
    TimePaused,
    // Messages to the person, with the plane they stand on.
    Success,
    Warning,
    Danger,
    Info,
    SuccessTint,
    WarningTint,
    DangerTint,
    InfoTint,
    Count
};

inline constexpr std::size_t tokenCount = static_cast<std::size_t>(Token::Count);

/// One theme's answer for every token.
using TokenSet = std::array<QColor, tokenCount>;

[[nodiscard]] const TokenSet &lightTokens();
[[nodiscard]] const TokenSet &darkTokens();
[[nodiscard]] const TokenSet &highContrastTokens();

[[nodiscard]] Token stateToken(StateType type);

/// By the rank of a priority (1 is the most urgent): 1 urgent, 2 high, 3 normal, below low.
[[nodiscard]] Token priorityToken(int rank);

/// Distances are steps of 4 logical pixels; one radius for everything that is round.
namespace metrics {
inline constexpr int step = 4;
inline constexpr int tight = step;
inline constexpr int small = 2 * step;
inline constexpr int medium = 3 * step;
inline constexpr int large = 4 * step;
inline constexpr int huge = 6 * step;
inline constexpr int radius = 6;
inline constexpr int icon = 16;
inline constexpr int hairline = 1;
} // namespace metrics

} // namespace deskhand

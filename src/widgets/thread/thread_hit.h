// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace deskhand {

/// A place in the thread under the pointer.
struct ThreadHit {
    enum class Part {
        None,
        Background,
        Header,
        Recipients,
        RemoteBar,
        Body,
        Quoted,
        CutNote,
        Pill,
        Chip,
        Delivery,
        Events,
        Earlier
    };
    int row = -1;
    Part part = Part::None;
    int chip = -1;     ///< index in shownAttachments()
    int position = -1; ///< in the document, for Body and Quoted
    QString href;      ///< of the link there; empty: none
    QString linkText;  ///< what is shown for it

    [[nodiscard]] bool isSamePlace(const ThreadHit &other) const
    {
        return row == other.row && part == other.part && chip == other.chip && href == other.href;
    }
};

/// Selected text: in one document of one article.
struct ThreadSelection {
    int row = -1;
    bool inQuoted = false;
    int anchor = 0;
    int position = 0;

    [[nodiscard]] bool isEmpty() const { return row < 0 || anchor == position; }
};

} // namespace deskhand

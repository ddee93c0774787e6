// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/undo_window.h"

#include "models/settings.h"

#include <algorithm>

namespace deskhand {

QString undoSecondsKey()
{
    return QStringLiteral("mail/undoSeconds");
}

int undoSeconds(const Settings &settings, const MailSettings &desk)
{
    bool isNumber = false;
    const int own = settings.value(undoSecondsKey()).toInt(&isNumber);
    return std::clamp(isNumber ? own : desk.undoSeconds, 0, longestUndoWindow);
}

} // namespace deskhand

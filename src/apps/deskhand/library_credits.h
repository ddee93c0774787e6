// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/about/about_dialog.h"

namespace deskhand {

/// The libraries and pictures this program is made with, in the versions that run now.
[[nodiscard]] QVector<LibraryCredit> libraryCredits();

} // namespace deskhand

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace deskhand {

/// Lets screen readers walk the thread: a ThreadView is a list to them, and each row of it an item. The name of an item
/// says who wrote, how and when; its description is the text. Called by the view; more than once does nothing.
void installThreadAccessible();

} // namespace deskhand

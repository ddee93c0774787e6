// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace deskhand {

/// When something that failed is tried again, in milliseconds after the `failures`-th failure (from 1) in a row.

/// A mailbox whose server is not there. `signIn`: it is there and refuses us; asking often locks accounts.
[[nodiscard]] qint64 mailboxRetryDelay(int failures, bool signIn);
/// The way to a server that mail goes out by.
[[nodiscard]] qint64 outletRetryDelay(int failures);
/// A mail that is stored and could not be applied.
[[nodiscard]] qint64 applyRetryDelay(int failures);
/// A desk that cannot be written: its disk is full, its server away.
[[nodiscard]] qint64 storeRetryDelay(int failures);

} // namespace deskhand

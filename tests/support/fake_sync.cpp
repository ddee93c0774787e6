// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_sync.h" // its signals

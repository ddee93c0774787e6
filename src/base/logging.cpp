// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/logging.h"

Q_LOGGING_CATEGORY(lcStore, "deskhand.store", QtWarningMsg)
Q_LOGGING_CATEGORY(lcMail, "deskhand.mail", QtWarningMsg)
Q_LOGGING_CATEGORY(lcOperations, "deskhand.operations", QtWarningMsg)
Q_LOGGING_CATEGORY(lcGui, "deskhand.gui", QtWarningMsg)

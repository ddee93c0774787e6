// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/settings_page.h"

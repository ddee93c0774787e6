// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/gmime_handle.h"

#include <mutex>

namespace deskhand {

void ensureGmime()
{
    static std::once_flag once;
    std::call_once(once, [] {
        g_mime_init();
        for (const char *subtype : {"rfc822", "rfc2822", "global", "news"})
            g_mime_object_register_type("message", subtype, GMIME_TYPE_PART);
    });
}

} // namespace deskhand

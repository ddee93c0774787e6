// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gmime/gmime.h>

#include <memory>

namespace deskhand {

struct GObjectUnref {
    void operator()(void *object) const { g_object_unref(object); }
};

/// Owns one reference of a GObject.
template <typename T>
using GObjectHandle = std::unique_ptr<T, GObjectUnref>;

struct GFree {
    void operator()(void *memory) const { g_free(memory); }
};
using GString8 = std::unique_ptr<char, GFree>;

/// Starts GMime once for the process; cheap afterwards, thread-safe. Nested messages are registered as plain
/// parts: they are kept byte for byte as attachments and a hostile one costs nothing.
void ensureGmime();

} // namespace deskhand

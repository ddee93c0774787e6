// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demo_company.h"
#include "demo/demo_files.h"
#include "demo/letter_writer.h"
#include "demo/thread_writer.h"

namespace deskhand {

/// What a very long ticket needs to be made.
struct MarathonWish {
    Instant opened = 0;
    Instant end = 0; ///< the last article comes before it
    int articles = 0;
    quint64 seed = 0;
};

/// A fault that goes on for weeks, as alerts, notes, calls and the maker's mails: the topic "storage-marathon", whose
/// pieces are drawn again and again.
void makeMarathonTicket(const TemplateLibrary &library, const DemoCompany &company, const DemoFiles &files,
                        const MarathonWish &wish, LetterWriter *letters, DemoIds *ids, BulkTicket *ticket);

} // namespace deskhand

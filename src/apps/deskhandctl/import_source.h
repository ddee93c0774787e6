// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/csv_reader.h"

namespace deskhand::ctl {

/// The bytes of a file, piece by piece; of a compressed one (gzip, known by its first bytes) what is in it. Errors:
/// NotFound, Denied, Corrupt (the archive is damaged or cut off).
[[nodiscard]] Result<CsvReader::Source> importSourceOf(const QString &path);

} // namespace deskhand::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <utility>

namespace deskhand {

/// One line of a table of the names that an enumeration has in files and on the wire.
template <typename Enum>
using EnumName = std::pair<Enum, QLatin1String>;

/// Empty for a value that the table does not have.
template <typename Enum, std::size_t N>
QString nameIn(const std::array<EnumName<Enum>, N> &names, Enum value)
{
    for (const auto &[candidate, name] : names) {
        if (candidate == value)
            return name;
    }
    return {};
}

/// Whatever the case; false: no such name.
template <typename Enum, std::size_t N>
bool valueIn(const std::array<EnumName<Enum>, N> &names, QStringView wanted, Enum *value)
{
    for (const auto &[candidate, name] : names) {
        if (wanted.compare(name, Qt::CaseInsensitive) == 0) {
            *value = candidate;
            return true;
        }
    }
    return false;
}

} // namespace deskhand

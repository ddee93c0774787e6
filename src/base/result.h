// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariantMap>

#include <optional>
#include <utility>
#include <variant>

namespace deskhand {

/// What went wrong, as a caller can branch on it. The words for people are chosen in `widgets`
/// (and in deskhandctl), never here.
enum class ErrorCode {
    Offline,         ///< the other side cannot be reached
    Timeout,         ///< it answered too late
    Busy,            ///< a lock or a serialization conflict; worth a bounded retry
    Cancelled,       ///< a newer wish replaced this one, or the person stopped it
    Unauthenticated, ///< who are you?
    Denied,          ///< not allowed to this person
    NotFound,        ///< no such thing
    Conflict,        ///< somebody changed the same thing meanwhile; payload has both values
    Invalid,         ///< the input cannot be accepted; payload has per-field messages
    Integrity,       ///< a constraint of the store refused it
    Corrupt,         ///< the file or database is damaged
    TooOld,          ///< the desk's schema is older than this program needs
    TooNew,          ///< the desk's schema is newer than this program knows
    Internal,        ///< a defect of ours
};

/// Stable lower-case name of a code ("offline", "too-old"): for JSON and logs, not for people.
QString errorCodeName(ErrorCode code);

struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString where;       ///< the operation or statement that failed, e.g. "store.openTicket"
    QString detail;      ///< technical detail in English; may hold no secrets and no customer text
    QVariantMap payload; ///< conflicts, per-field messages, positions
};

/// A value or an Error, shaped like std::expected (which g++ 12 has only in C++23 mode).
template <typename T>
class [[nodiscard]] Result
{
public:
    using value_type = T;

    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    [[nodiscard]] bool has_value() const noexcept { return m_state.index() == 0; }
    [[nodiscard]] explicit operator bool() const noexcept { return has_value(); }

    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }
    [[nodiscard]] T &value() & { return std::get<0>(m_state); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_state)); }
    [[nodiscard]] const Error &error() const & { return std::get<1>(m_state); }

    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    template <typename U>
    [[nodiscard]] T value_or(U &&fallback) const &
    {
        return has_value() ? value() : static_cast<T>(std::forward<U>(fallback));
    }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
    {
    }

    [[nodiscard]] bool has_value() const noexcept { return !m_error.has_value(); }
    [[nodiscard]] explicit operator bool() const noexcept { return has_value(); }
    [[nodiscard]] const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace deskhand

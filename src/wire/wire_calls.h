// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/desk_calls.h"
#include "wire/wire_shapes.h"

namespace deskhand {

// The questions of a desk and their answers as compact JSON. What has its usual value is left out. Ids and instants
// (milliseconds since 1970 UTC, as the condition language stores them: exact, cheap at both ends, and comparable with
// cursors and versions) are numbers, within 2^53; enumerations are names; hashes are hex, other bytes base64.
// Thread-safe.
//
// A question is read strictly: an unknown or repeated field, another type, a number out of range, too much or too deep
// is Invalid, with the field's place and a reason in the payload ("query.sort.column" → "unknown"). An answer comes
// from the service that somebody has signed in to: fields that this program does not know are left aside, so that a
// newer service of the same version may say more; anything else is Corrupt.

/// The parameters only; the name is in the path.
[[nodiscard]] QByteArray encodeCall(const DeskCall &call);
[[nodiscard]] QLatin1String nameOfCall(const DeskCall &call);
/// Errors: NotFound (no such question), Invalid. An empty `json` is a question without parameters.
[[nodiscard]] Result<DeskCall> decodeCall(QByteArrayView name, const QByteArray &json);

/// `Call`: TicketsCall …, SignInCall …, SyncHeadCall. An answer that is no object is the only field of one: "items" of
/// a list, "value" of anything else.
template <typename Call>
[[nodiscard]] QByteArray encodeAnswer(const typename Call::Answer &answer)
{
    return encodeWireAnswer(wireType<typename Call::Answer>(), &answer);
}
/// Errors: Corrupt.
template <typename Call>
[[nodiscard]] Result<typename Call::Answer> decodeAnswer(const QByteArray &json)
{
    typename Call::Answer answer{};
    if (Result<void> read = decodeWireAnswer(wireType<typename Call::Answer>(), json, &answer); !read)
        return read.error();
    return answer;
}

} // namespace deskhand

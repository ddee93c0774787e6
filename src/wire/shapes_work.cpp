// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/command_shapes.h"
#include "wire/wire_object.h"
#include "wire/wire_shapes.h"

namespace deskhand {

/// Without `removedAt`: what was removed is not told.
const WireType &wireShape(const WorkEntry *)
{
    using T = WorkEntry;
    static const WireType &type = (new WireObjectOf<T>("WorkEntry"))
                                      ->field("id", &T::id)
                                      .field("ticket", &T::ticket)
                                      .field("person", &T::person)
                                      .field("at", &T::at)
                                      .field("minutes", &T::minutes)
                                      .field("activity", &T::activity)
                                      .field("note", &T::note)
                                      .field("loggedAt", &T::loggedAt);
    return type;
}

const WireType &wireShape(const LogWork *)
{
    using T = LogWork;
    static const WireType &type = (new WireObjectOf<T>("LogWork"))
                                      ->field("ticket", &T::ticket)
                                      .required()
                                      .field("minutes", &T::minutes)
                                      .required()
                                      .field("at", &T::at)
                                      .field("activity", &T::activity)
                                      .field("note", &T::note);
    return type;
}

const WireType &wireShape(const RemoveWork *)
{
    using T = RemoveWork;
    static const WireType &type = (new WireObjectOf<T>("RemoveWork"))
                                      ->field("ticket", &T::ticket)
                                      .required()
                                      .field("entry", &T::entry)
                                      .required();
    return type;
}

} // namespace deskhand

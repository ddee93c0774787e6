// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/command_done.h"

#include "wire/wire_object.h"
#include "wire/wire_shapes.h"

namespace deskhand {

namespace {

/// A change with its ticket; Change itself is written without, see shapes_tickets.cpp.
struct OwnChange {
    Change change;
};

struct DoneFields {
    CommandAnswer answer;
    std::optional<QVector<OwnChange>> changes;
};

const WireObject &objectOf(const WireType &type)
{
    return static_cast<const WireObject &>(type);
}

const WireType &wireShape(const OwnChange *)
{
    static const WireObject &tickets =
        (new WireObjectOf<Change>("OwnChangeTickets"))->field("before", &Change::before).field("after", &Change::after);
    static const WireType &type = (new WireObjectOf<OwnChange>("OwnChange"))
                                      ->all(&OwnChange::change, objectOf(wireType<Change>()))
                                      .all(&OwnChange::change, tickets);
    return type;
}

const WireType &doneType()
{
    static const WireType &type = (new WireObjectOf<DoneFields>("CommandDone"))
                                      ->all(&DoneFields::answer, objectOf(wireType<CommandAnswer>()))
                                      .field("changes", &DoneFields::changes);
    return type;
}

} // namespace

QByteArray encodeCommandDone(const WireCommandDone &done)
{
    DoneFields fields{done.answer, {}};
    if (done.changes) {
        fields.changes.emplace();
        for (const Change &change : *done.changes)
            fields.changes->append(OwnChange{change});
    }
    return encodeWireAnswer(doneType(), &fields);
}

Result<WireCommandDone> decodeCommandDone(const QByteArray &json)
{
    DoneFields fields;
    if (const Result<void> read = decodeWireAnswer(doneType(), json, &fields); !read)
        return read.error();
    WireCommandDone done{fields.answer, {}};
    if (fields.changes) {
        done.changes.emplace();
        for (const OwnChange &own : std::as_const(*fields.changes))
            done.changes->append(own.change);
    }
    return done;
}

} // namespace deskhand

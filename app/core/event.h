#pragma once
#include "core/compact.h"
#include "core/instant.h"
#include "core/text.h"

namespace lockstep {

/// The row number a person sees, 1-based in document order; events a scenario adds follow the last row.
using EventId = int;
/// Index into Timeline::lanes.
using LaneId = int;

enum class Kind : std::uint8_t { Action, Schedule, Read, Message, Detection, Recovery };

struct Event {
    EventId id = 0;
    int line = 0, lastLine = 0; ///< 0 when no line of the source stands behind it
    int group = 0;
    int file = 0;           ///< index into Timeline::sources
    LaneId lane = 0;
    bool isDated = false;   ///< its file's date is known; where another file's is not, that one's rows have no instant
    bool hasClock = true;
    bool hasInstant = true;    ///< false: neither clock nor place on the axis can be told
    bool offsetKnown = true;   ///< as Lane::offsetKnown, for the zone this row goes by
    bool approx = false;
    bool saysRefused = false;  ///< its words say refused or wrong; only meaningful for Kind::Read
    bool saysCorrect = false;  ///< its words say it worked; only meaningful for Kind::Read
    Kind kind = Kind::Action;
    Name actor;                ///< "Client: Isa Gates"; empty when the document names none
    Name zoneName;             ///< as Lane::zoneName; a row may state its own
    Name reads;                ///< what this row reads, else its lane's; only meaningful for Kind::Read
    Text text, written; ///< the row as it stands is the draft's, see rowOf
    WallTime local;            ///< in the undated timeline the day counts from 1970-01-01
    Instant at;                ///< of a row with a date and no clock: the begin of that day
    Compact<WallTime> endLocal;
    Compact<Instant> end;       ///< of a row with no clock: the end of its last day
    Sentences notes;
    friend bool operator==(const Event&, const Event&) = default;
};

} // namespace lockstep

#include "core/lock_end.h"
#include "core/comparable.h"
#include "core/proposals.h"
#include <algorithm>

namespace lockstep {

namespace {

constexpr std::string_view openEnd = "nothing tells when it ended";

/// One thing that bounds the end from one side.
struct Limit {
    Instant at;
    std::string basis;
    bool isClaim = false;
};

struct Limits {
    std::optional<Limit> lower, upper;
    std::vector<std::string> leftOut;
};

/// How exact a clock is: a look-up at 23:44 was under way until 23:45.
Millis resolutionOf(const Event& event)
{
    const Millis rest = event.local.time_since_epoch() % std::chrono::minutes {1};
    return rest == Millis {0} ? Millis {std::chrono::minutes {1}} : Millis {std::chrono::seconds {1}};
}

std::string rowName(const Event& event)
{
    return "row " + std::to_string(event.id);
}

void raise(std::optional<Limit>& lower, const Limit& limit)
{
    if (!lower || limit.at > lower->at)
        lower = limit;
}

void sink(std::optional<Limit>& upper, const Limit& limit)
{
    if (!upper || limit.at < upper->at)
        upper = limit;
}

/// A look-up of the same incident with an instant, at which the lock had begun.
bool isLookUpSince(const Event& event, const Event& begin)
{
    return event.kind == Kind::Read && event.hasInstant && event.group == begin.group && areComparable(event, begin)
        && event.at >= begin.at;
}

/// Within one minute the order of the rows tells which came first.
bool isLater(const Event& event, const Event& than)
{
    return event.at > than.at || (event.at == than.at && event.id > than.id);
}

std::optional<Event> lastRefused(const Timeline& timeline, const Event& begin)
{
    std::optional<Event> last;
    for (const Event& event : timeline.events) {
        if (isLookUpSince(event, begin) && event.saysRefused && (!last || isLater(event, *last)))
            last = event;
    }
    return last;
}

/// Only an answer after the last refusal tells that the lock was over.
std::optional<Event> firstCorrect(const Timeline& timeline, const Event& begin, const std::optional<Event>& refused)
{
    std::optional<Event> first;
    for (const Event& event : timeline.events) {
        if (isLookUpSince(event, begin) && event.saysCorrect && event.at > begin.at
            && (!refused || isLater(event, *refused)) && (!first || event.at < first->at))
            first = event;
    }
    return first;
}

/// Correct answers that a refusal follows: they cannot tell that the lock was over.
std::vector<std::string> correctBefore(const Timeline& timeline, const Event& begin, const Event& refused)
{
    std::vector<std::string> notes;
    for (const Event& event : timeline.events) {
        if (isLookUpSince(event, begin) && event.saysCorrect && event.at > begin.at && isLater(refused, event))
            notes.push_back(rowName(event) + " says correct, which " + rowName(refused) + " contradicts");
    }
    return notes;
}

/// The first row after the begin that says the lock or its process is over.
const MarkedRow* endRow(const std::vector<MarkedRow>& rows, const Event& begin, std::string_view process)
{
    const MarkedRow* first = nullptr;
    for (const MarkedRow& row : rows) {
        const Event event = row.event();
        if (event.kind == Kind::Read || !event.hasInstant || event.group != begin.group || !areComparable(event, begin)
            || event.at <= begin.at)
            continue;
        if (!row.has(Idea::Unlock) && (process.empty() || !row.has(Idea::End)))
            continue;
        const MarkedText marks = row.marks();
        const Mention* unlock = marks.find(Idea::Unlock);
        const bool ends = (unlock != nullptr && !marks.isNegated(*unlock))
            || (!process.empty() && saysEnded(marks, process));
        if (ends && (first == nullptr || event.at < first->event().at))
            first = &row;
    }
    return first;
}

Limits fromLookUps(const Timeline& timeline, const Event& begin)
{
    Limits limits;
    const std::optional<Event> refused = lastRefused(timeline, begin);
    const std::optional<Event> correct = firstCorrect(timeline, begin, refused);
    if (correct)
        limits.upper = Limit {
            .at = correct->at, .basis = "first correct " + std::string {seenIn(correct->text)}, .isClaim = false};
    if (refused) {
        const Instant until = refused->at + resolutionOf(*refused);
        const bool inOneMinute = limits.upper && limits.upper->at == refused->at;
        if (inOneMinute)
            limits.upper->at = until;
        limits.lower = Limit{.at = inOneMinute ? refused->at : limits.upper ? std::min(until, limits.upper->at) : until,
            .basis = "last refused look-up, " + rowName(*refused),
            .isClaim = false};
        limits.leftOut = correctBefore(timeline, begin, *refused);
    }
    return limits;
}

void narrow(Limits& limits, const std::vector<Claim>& claims, const Event& begin)
{
    for (const Claim& claim : claims) {
        const Limit limit {
            .at = begin.at + claim.length, .basis = "\u201C" + claim.written + "\u201D", .isClaim = true};
        const bool isLower = claim.kind != Claim::Kind::Most, isUpper = claim.kind != Claim::Kind::Least;
        const bool tooLate = isLower && limits.upper && limit.at > limits.upper->at;
        const bool tooEarly = isUpper && limits.lower && limit.at < limits.lower->at;
        if (tooLate || tooEarly) {
            const std::string& against = tooLate ? limits.upper->basis : limits.lower->basis;
            limits.leftOut.push_back(limit.basis + " does not fit: " + against);
            continue;
        }
        if (isLower)
            raise(limits.lower, limit);
        if (isUpper)
            sink(limits.upper, limit);
    }
}

Instant lastInstant(const Timeline& timeline, const Event& begin)
{
    Instant last = Instant::min();
    for (const Event& event : timeline.events) {
        if (event.group == begin.group && event.hasInstant && areComparable(event, begin))
            last = std::max(last, event.at);
    }
    return last;
}

/// "its begin, row 2; first correct balance; row 3 says correct, which row 4 contradicts"
std::string basisOf(std::string from, const std::string& to, const std::vector<std::string>& leftOut)
{
    if (from != to)
        from += "; " + to;
    for (const std::string& note : leftOut)
        from += "; " + note;
    return from;
}

Bound boundOf(const Limits& limits, const Event& begin)
{
    Bound bound{.earliest = limits.lower ? limits.lower->at : begin.at, .latest = limits.upper->at, .basis = {}, .tiedTo = {}};
    const std::string from = limits.lower ? limits.lower->basis : "its begin, " + rowName(begin);
    bound.basis = basisOf(from, limits.upper->basis, limits.leftOut);
    return bound;
}

/// Nothing tells when it ended: it is drawn open to the last row. A refusal itself lies inside and no moment more.
Bound openBound(const Limits& limits, const std::optional<Event>& refused, Instant lastRow)
{
    Bound bound{.earliest = limits.lower->at, .latest = {}, .basis = {}, .tiedTo = {}};
    if (!limits.lower->isClaim && refused)
        bound.earliest = refused->at + Millis{1};
    bound.latest = std::max(lastRow, bound.earliest + std::chrono::minutes{1});
    bound.basis = basisOf(limits.lower->basis, std::string{openEnd}, limits.leftOut);
    return bound;
}

/// A row that says it is over ends it, whatever look-ups say later: that is noted with their rows.
Bound endedBound(const Event& row, const std::vector<Claim>& claims, const Event& begin)
{
    const Limit said{.at = row.at, .basis = rowName(row) + " says so", .isClaim = false};
    Limits limits{.lower = said, .upper = said, .leftOut = {}};
    narrow(limits, claims, begin);
    Bound bound = Bound::certain(row.at);
    bound.tiedTo = row.id;
    bound.basis = basisOf(said.basis, said.basis, limits.leftOut);
    return bound;
}

} // namespace

bool isOpenEnd(const Bound& end)
{
    return !end.isCertain() && end.basis.find(openEnd) != std::string::npos;
}

Instant knownUntil(const Bound& end)
{
    return date::floor<std::chrono::seconds>(end.earliest);
}

std::optional<Bound> lockEnd(const Timeline& timeline, const std::vector<MarkedRow>& rows,
    const std::vector<Claim>& claims, const ProcessRow& start)
{
    const Event& begin = timeline.event(start.row);
    if (const MarkedRow* ended = endRow(rows, begin, start.process))
        return endedBound(ended->event(), claims, begin);
    Limits limits = fromLookUps(timeline, begin);
    narrow(limits, claims, begin);
    if (!limits.lower && !limits.upper)
        return {};
    return limits.upper ? boundOf(limits, begin)
                        : openBound(limits, lastRefused(timeline, begin), lastInstant(timeline, begin));
}

} // namespace lockstep

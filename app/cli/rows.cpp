#include "cli/rows.h"
#include <cstdlib>

namespace lockstep::cli {
namespace {

std::optional<std::string> unlessEmpty(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional{text};
}

/// Puts a number with leading zeros; printf takes ten times as long, a million times.
void putDigits(std::string& text, unsigned value, int digits)
{
    text.resize(text.size() + static_cast<std::size_t>(digits), '0');
    for (auto at = text.rbegin(); digits-- > 0; ++at, value /= 10)
        *at = static_cast<char>('0' + value % 10);
}

std::string dateText(date::local_days day)
{
    const date::year_month_day ymd{day};
    const int year{ymd.year()};
    std::string text{year < 0 ? "-" : ""};
    putDigits(text, static_cast<unsigned>(std::abs(year)), 4);
    text += '-';
    putDigits(text, static_cast<unsigned>(ymd.month()), 2);
    text += '-';
    putDigits(text, static_cast<unsigned>(ymd.day()), 2);
    return text;
}

/// "23:30:00"; milliseconds only where there are some.
std::string clockText(WallTime wall)
{
    const auto ms = static_cast<unsigned>((wall - date::floor<date::days>(wall)).count());
    std::string text;
    for (const unsigned unit : {3'600'000u, 60'000u, 1'000u}) {
        text += text.empty() ? "" : ":";
        putDigits(text, unit == 3'600'000u ? ms / unit : ms / unit % 60, 2);
    }
    if (ms % 1'000 != 0) {
        text += '.';
        putDigits(text, ms % 1'000, 3);
    }
    return text;
}

std::optional<std::string> localText(WallTime wall, bool dated, bool hasClock)
{
    const auto day = date::floor<date::days>(wall);
    if (!hasClock)
        return dated ? std::optional{dateText(day)} : std::nullopt;
    return dated ? dateText(day) + 'T' + clockText(wall) : clockText(wall);
}

WallTime asWall(Instant at)
{
    return WallTime{at.time_since_epoch()};
}

std::string utcText(Instant at)
{
    return dateText(date::floor<date::days>(asWall(at))) + 'T' + clockText(asWall(at)) + 'Z';
}

/// The event's own clock after a move: its zone's where the zone's rules count, else simply later or earlier.
WallTime movedWall(const Event& event, bool dated, WallTime recorded, Instant now, Millis moved)
{
    if (moved == Millis{0})
        return recorded;
    if (dated && !event.zoneName.empty())
        if (const auto zone = Zone::find(event.zoneName))
            return zone->wallAt(now);
    return recorded + moved;
}

/// What a look-up reads and what became of it.
void fillOutcome(Row& row, const Event& event, const TimelineView& view)
{
    if (event.kind == Kind::Read) {
        const ResourceId reads = view.readsOf(event.id);
        row.reads = reads.empty() ? "all" : reads;
    }
    const OutcomeOf outcome = view.outcome(event.id);
    row.outcome = unlessEmpty(std::string{outcomeName(view.happens(event.id) ? outcome.outcome : Outcome::Void)});
    if (!outcome.note.empty())
        row.notes.push_back(outcome.note);
    if (outcome.proposed && row.outcome)
        row.notes.push_back("This outcome rests on a proposed window.");
}

} // namespace

Row rowOf(const TimelineView& view, EventId id)
{
    const Event& event = view.event(id);
    const Timeline& record = view.record();
    const Instant at = view.at(event.id);
    const Millis moved = view.moved(event.id);
    const bool dated = event.isDated;
    const WallTime local = movedWall(event, dated, event.local, at, moved);
    const bool hasUtc = event.hasClock && event.hasInstant && !event.zoneName.empty();

    Row row{.id = event.id, .line = {}, .source = {}, .lane = record.lane(event.lane).role, .actor = unlessEmpty(event.actor),
            .text = event.text, .written = event.written, .local = localText(local, dated, event.hasClock),
            .zone = unlessEmpty(event.zoneName), .utc = {}, .day = {}, .utcClock = {}, .endLocal = {}, .endUtc = {},
            .approx = event.approx, .reads = {}, .outcome = {}, .movedMs = moved.count(), .notes = event.notes};
    if (event.line > 0)
        row.line = event.line;
    if (event.line > 0 && record.sources.size() > 1)
        row.source = record.sourceOf(event).name;
    if (!dated)
        row.day = (date::floor<date::days>(local) - date::floor<date::days>(record.event(record.sourceOf(event).firstRow).local)).count();
    if (hasUtc && dated)
        row.utc = utcText(at);
    if (hasUtc && !dated && event.offsetKnown)
        row.utcClock = clockText(asWall(at));
    if (event.endLocal)
        row.endLocal = localText(movedWall(event, dated, *event.endLocal, event.end.value_or(at) + moved, moved),
                                 dated, event.hasClock);
    if (event.end && hasUtc && dated)
        row.endUtc = utcText(*event.end + moved);
    fillOutcome(row, event, view);
    return row;
}

} // namespace lockstep::cli

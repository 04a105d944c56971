#include "formats/clock_zone.h"
#include "core/places.h"
#include <algorithm>
#include <string>
#include <unordered_map>

namespace lockstep {

using scan::Cursor;

namespace {

/// "+02:00", "+0200", "-5", "+5:30" after "UTC" or "GMT"; alone it needs its minutes.
bool takeOffset(Cursor& c, bool alone)
{
    auto next = c;
    if (!alone)
        next.skipBlanks();
    if (!next.take('+') && !(next.takeBytes("\xE2\x88\x92") || next.take('-')))
        return false;
    if (auto four = next; four.takeNumber(4, 4) >= 0) {
        c = four;
        return true;
    }
    const int hours = next.takeNumber(1, 2);
    if (hours < 0 || hours > 18)
        return false;
    if (auto minutes = next; minutes.take(':') && minutes.takeNumber(2, 2) >= 0)
        next = minutes;
    else if (alone)
        return false;
    if (scan::isWordChar(next.peek()) || (next.peek() == ':' && scan::isDigit(next.peek(1))))
        return false;
    c = next;
    return true;
}

/// In "15:26:03-05:00" what follows the minus is an offset: whole quarters of an hour, without seconds.
bool takeMinusOffset(Cursor& c)
{
    auto next = c;
    if (!next.take('-') && !next.takeBytes("\xE2\x88\x92"))
        return false;
    const int hours = next.takeNumber(2, 2);
    if (hours < 0 || hours > 12 || !next.take(':'))
        return false;
    const int minutes = next.takeNumber(2, 2);
    if (minutes % 15 != 0 || minutes < 0 || next.peek() == ':')
        return false;
    c = next;
    return true;
}

bool takeAbbreviation(Cursor& c)
{
    auto next = c;
    while (scan::isUpper(next.peek()))
        ++next.at;
    const auto word = next.since(c.at);
    if (word.size() < 2 || word.size() > 5 || scan::isWordChar(next.peek()) || !isZoneAbbreviation(word))
        return false;
    if (word == "UTC" || word == "GMT")
        takeOffset(next, false);
    c = next;
    return true;
}

} // namespace

bool isZoneAbbreviation(std::string_view capitals)
{
    if (capitals == "UTC" || capitals == "GMT")
        return true;
    // Asked for every row: the place tables are slower than a row may cost.
    thread_local std::unordered_map<std::string, bool> known;
    const std::string key{capitals};
    if (const auto found = known.find(key); found != known.end())
        return found->second;
    const auto candidates = placesFor(capitals);
    const bool zone = std::ranges::any_of(candidates, [&](const PlaceCandidate& place) {
        return place.source == "abbreviation" || (place.source == "zone name" && capitals.size() > 2);
    });
    if (known.size() < 4096)
        known.emplace(key, zone);
    return zone;
}

std::string_view takeZone(Cursor& c, bool minusToo)
{
    if (c.peek() == 'Z' && !scan::isWordChar(c.peek(1))) {
        ++c.at;
        return c.since(c.at - 1);
    }
    auto next = c;
    const bool bracket = next.take('(');
    const auto begin = next.at;
    if (next.peek() == '+' ? takeOffset(next, true) : minusToo && takeMinusOffset(next)) {
        const auto words = next.since(begin);
        if (bracket && !next.take(')'))
            return {};
        c = next;
        return words;
    }
    if (!takeAbbreviation(next))
        return {};
    auto words = next.since(begin);
    if (bracket && !next.take(')'))
        return {};
    c = next;
    if (bracket)
        return words;
    // "PST (UTC-7)": the offset beside the name belongs to it.
    next.skipBlanks();
    const bool offset = next.take('(') && (next.takeWord("UTC") || next.takeWord("GMT")) && takeOffset(next, false) && next.take(')');
    if (offset) {
        c = next;
        words = c.since(begin);
    }
    return words;
}

} // namespace lockstep

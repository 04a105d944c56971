#pragma once
#include <string>
#include <string_view>

namespace lockstep::markdown {

/// The zone or place words of a sentence or heading that speaks of the clocks: "All times in CET (GMT+1)" -> "CET (GMT+1)",
/// "Timeline (all times East African Time)" -> "East African Time". Empty when it names none, or several.
std::string zoneOfSentence(std::string_view sentence);

/// The zone abbreviation or offset that fills brackets of a title: "Outage (UTC)", "Night run (GMT+1)". A place there
/// is where it happened, and no word about the clocks.
std::string zoneInBrackets(std::string_view title);

/// The zone in the brackets of a heading or column head, "Date/Time (UTC)", or the head itself: "PST".
std::string zoneOfHead(std::string_view head);

/// The zone words between two places of a text: the longest run of whole words that the place tables know.
struct ZonePhrase {
    std::string words;
    std::size_t begin = 0, length = 0;
};
ZonePhrase findZone(std::string_view text);

} // namespace lockstep::markdown

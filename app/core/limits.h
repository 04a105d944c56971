#pragma once
#include <chrono>
#include <cstddef>

/// Every limit of the program, in one place.
namespace lockstep::limits {

inline constexpr std::size_t sourceBytes = 512u << 20;  ///< a larger file is refused before it is read
inline constexpr std::size_t readAtOnce = 4u << 20;     ///< a larger file is read while the window goes on
inline constexpr std::size_t shownWhileReading = 512u << 10; ///< so much of it is shown at once
inline constexpr std::size_t labelChars = 200;          ///< text handed to Qt Charts or a label is cut here first
inline constexpr std::size_t passageChars = 4'000;      ///< a passage of the source shown as it stands is cut here
inline constexpr std::size_t placeBytes = 400;          ///< a longer text names no place or zone
inline constexpr std::size_t jsonDepth = 64;
inline constexpr std::size_t tableColumns = 400;        ///< columns, or different keys of objects, beyond these are not looked at
inline constexpr std::size_t lanesFromActors = 8;       ///< more actors than this share one lane
inline constexpr std::size_t mostBands = 50;            ///< of more actors or zones than these, the rarer ones share a lane of the chart
inline constexpr std::size_t rowsAlike = 65'536;       ///< different sets of facts that rows of one list share
inline constexpr int findingPerFrame = 5'000;           ///< more events than this: no new headline during a drag
inline constexpr int widthsKept = 20'000;            ///< texts whose width in one font is kept
inline constexpr std::size_t rowsInJournal = 20'000;    ///< more rows than these stay in their own file, and the journal says in which
inline constexpr std::size_t repairedRows = 1'000;      ///< a longer document is not searched for slips of the pen
inline constexpr std::size_t repairsShown = 6;
inline constexpr std::size_t rowsForMoments = 5'000;    ///< in a longer log no moments are proposed: it tells no story
inline constexpr std::size_t lookUpsNamed = 1'000;      ///< of more look-ups than these the number is told
inline constexpr auto longSilence = std::chrono::hours{1}; ///< shown beside the longest
inline constexpr std::size_t silencesListed = 5;
inline constexpr int imagePixels = 30'000;              ///< longest side of an exported picture
inline constexpr auto nextDayStep = std::chrono::hours{3}; ///< a step back this large is the next day
inline constexpr auto leastOffset = -std::chrono::hours{12};
inline constexpr auto mostOffset = std::chrono::hours{14};

} // namespace lockstep::limits

#pragma once
#include "core/sweep.h"

namespace lockstep {

/// What is tried, in one sentence: "Backups of 60 to 65 min, begun at every minute of Mon 7 Oct 2019 (UTC)."
std::string sweepWords(const Timeline&, const Sweep&);
/// A start on every clock: "04:57 UTC, 00:57 in Washington, 11:57 in Vietnam".
std::string startClocks(const Timeline&, Instant);
/// What a start does to the look-ups: "During the lock: 3. Out of date: 2."; "No look-up is touched."
std::string startWords(const SweepStart&);
/// What it touches of an activity: "1.53% of the world's inquiries; most of Ho Chi Minh City's, 8.22%."
std::string touchedWords(const Activity&, const Touched&);
/// "1.53%"
std::string percent(double share);

/// One of the three rules for a safe start, with what it gives.
struct SafeStart {
    std::string rule;                ///< "Least of the world's inquiries"
    std::vector<std::size_t> starts; ///< one, or one per region; indices into Sweep::starts
    std::string sentence;            ///< "04:57 UTC, 00:57 in Washington: 1.23% of the world's inquiries ..."
};
/// None without an activity.
std::vector<SafeStart> safeStarts(const Timeline&, const Sweep&, const Activity&);

/// Whose figures these are, where they are made up: "The activity is an illustration, not data."
std::string activityWords(const Activity&);

} // namespace lockstep

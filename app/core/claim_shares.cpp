#include "core/activity.h"
#include "core/claim_parts.h"
#include "core/clock_sources.h"
#include "core/lengths.h"
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace lockstep {

namespace {

/// "5%", "5 percent" at a word: where it ends, in bytes of the text.
std::optional<std::size_t> percentEnd(const MarkedText& text, std::size_t at)
{
    if (at >= text.words.size())
        return {};
    const Word& number = text.words[at];
    double value = 0;
    const char* last = number.folded.data() + number.folded.size();
    if (std::from_chars(number.folded.data(), last, value).ptr != last || value < 0 || value > 100)
        return {};
    const std::size_t end = number.begin + number.length;
    const std::size_t sign = text.text.find_first_not_of(' ', end);
    if (sign != std::string_view::npos && text.text[sign] == '%')
        return sign + 1;
    const Mention* word = longestMention(text, Idea::Share, at + 1);
    if (word == nullptr)
        return {};
    const Word& unit = text.words[at + word->count];
    return unit.begin + unit.length;
}

/// What a stretch of the axis touches: on the record's date, or from the least to the most of all it could have.
struct Shares {
    Touched least, most;

    void take(const Touched& touched)
    {
        least.world = std::min(least.world, touched.world);
        most.world = std::max(most.world, touched.world);
        for (std::size_t i = 0; i < touched.regions.size(); ++i) {
            least.regions[i] = std::min(least.regions[i], touched.regions[i]);
            most.regions[i] = std::max(most.regions[i], touched.regions[i]);
        }
    }
};

/// A lane's clock: by its zone's rules, and as the undated record has it.
struct LaneClock {
    Zone byRules, asRecorded;
    bool fits(Instant at, date::days firstRow) const { return byRules.offsetAt(at + firstRow) == asRecorded.offsetAt(at); }
};

/// The clocks of an undated record that are known; none of a dated one, and none of one that counts from a zero.
std::vector<LaneClock> undatedClocks(const Timeline& timeline)
{
    std::vector<LaneClock> clocks;
    for (const Lane& lane : timeline.lanes) {
        const Result<Zone> zone = Zone::find(lane.zoneName);
        if (!timeline.dated && !timeline.isElapsed && !lane.zoneName.empty() && lane.offsetKnown && zone)
            clocks.push_back({*zone, lane.zone});
    }
    return clocks;
}

/// An undated record is tried on every date of a year on which its clocks go as they do in it.
std::optional<Shares> sharesOf(const Timeline& timeline, const Activity& curve, Span span)
{
    if (const Result<Activity> placed = onAxisOf(timeline, curve)) {
        const Touched touched = touchedBy(*placed, span);
        return Shares{touched, touched};
    }
    std::optional<Shares> shares;
    const std::vector<LaneClock> clocks = undatedClocks(timeline);
    const date::sys_days end{(rulesYear + date::years{1}) / date::January / 1};
    for (date::sys_days day{rulesYear / date::January / 1}; !clocks.empty() && day < end; day += date::days{1}) {
        const date::days shift = day.time_since_epoch();
        if (!std::ranges::all_of(clocks, [&](const LaneClock& clock) { return clock.fits(span.begin, shift); }))
            continue;
        const Touched touched = touchedBy(curve, {span.begin + shift, span.end + shift});
        if (!shares)
            shares = Shares{touched, touched};
        shares->take(touched);
    }
    return shares;
}

/// "8.22 %", "1.45 to 1.53 %"
std::string percent(double least, double most)
{
    const auto text = [](double share) {
        std::array<char, 32> digits{};
        std::snprintf(digits.data(), digits.size(), "%.2f", share * 100);
        return std::string{digits.data()};
    };
    return text(least) == text(most) ? text(most) + " %" : text(least) + " to " + text(most) + " % (by the date)";
}

/// A region as the document calls it: "Vietnam", else by its own name.
std::string nameOf(const Timeline& timeline, const ActivityRegion& region)
{
    const auto lane = std::ranges::find_if(timeline.lanes, [&](const Lane& l) { return l.zoneName == region.zone.name() && !l.place.empty(); });
    return lane == timeline.lanes.end() ? region.name : lane->place;
}

/// What the first lock touches by the built-in curve: of the world, and of the region it touches most.
std::string byIllustration(const Timeline& timeline)
{
    const auto lock = std::ranges::find(timeline.windows, Effect::Blocks, &Window::effect);
    const Result<Activity> curve = activityIllustration();
    if (lock == timeline.windows.end() || !curve)
        return {};
    const auto shares = sharesOf(timeline, *curve, {lock->begin.earliest, lock->end.latest});
    if (!shares)
        return {};
    const auto worst = static_cast<std::size_t>(std::ranges::max_element(shares->most.regions) - shares->most.regions.begin());
    return " By the built-in curve, an illustration and no data, the lock touches " + percent(shares->least.world, shares->most.world)
        + " of the world's inquiries. Of " + nameOf(timeline, curve->regions[worst]) + "'s own day it touches "
        + percent(shares->least.regions[worst], shares->most.regions[worst]) + '.';
}

bool isOfInquiries(const MarkedText& text, int sentence)
{
    return std::ranges::any_of(text.mentions, [&](const Mention& m) { return m.idea == Idea::LookNoun && text.sentenceOf(m) == sentence; });
}

} // namespace

void checkShares(const ClaimText& said, std::vector<CheckedClaim>& found)
{
    const MarkedText& text = said.text;
    for (const Mention& mention : text.mentions) {
        if ((mention.idea != Idea::Least && mention.idea != Idea::Most) || text.isNegated(mention))
            continue;
        const auto end = percentEnd(text, mention.first + mention.count);
        if (!end || !isOfInquiries(text, text.sentenceOf(mention)))
            continue;
        const std::size_t begin = text.words[mention.first].begin;
        CheckedClaim claim = claimed(said, text.text.substr(begin, *end - begin), "the inquiries");
        claim.shows = "The record does not count inquiries." + byIllustration(said.timeline);
        found.push_back(std::move(claim));
    }
}

} // namespace lockstep

#include "core/claim_parts.h"
#include "core/claims.h"
#include "core/lengths.h"
#include "core/lock_end.h"
#include "core/metric_parts.h"
#include "core/words.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

constexpr Millis minute = std::chrono::minutes{1};

/// How long something lasted, as far as the record tells.
struct Lasted {
    Millis least{0};
    std::optional<Millis> most; ///< none: nothing tells when it ended
};

Lasted lengthOf(const Window& window)
{
    Lasted lasted{.least = std::max(Millis{0}, window.end.earliest - window.begin.latest), .most = {}};
    if (!isOpenEnd(window.end))
        lasted.most = window.end.latest - window.begin.earliest;
    return lasted;
}

/// A clock shows whole minutes, and "2 hours" is said of 100 minutes: half the unit that was used.
Millis grainOf(std::string_view written)
{
    const MarkedText text = marked(written);
    std::string_view unit;
    for (const Mention& mention : text.mentions)
        if (mention.idea == Idea::Unit)
            unit = mention.name;
    return unit == "hour" ? 30 * minute : unit == "day" ? 12 * 60 * minute : minute;
}

Verdict judged(const Lasted& lasted, const Claim& claim)
{
    switch (claim.kind) {
    case Claim::Kind::Least:
        if (lasted.least >= claim.length)
            return Verdict::Holds;
        return lasted.most && *lasted.most < claim.length ? Verdict::DoesNotHold : Verdict::CannotBeTold;
    case Claim::Kind::Most:
        if (lasted.most && *lasted.most <= claim.length)
            return Verdict::Holds;
        return lasted.least > claim.length ? Verdict::DoesNotHold : Verdict::CannotBeTold;
    case Claim::Kind::Exactly:
        break;
    }
    const Millis grain = grainOf(claim.written), from = claim.length - grain, to = claim.length + grain;
    if (lasted.least >= from && lasted.most && *lasted.most <= to)
        return Verdict::Holds;
    return lasted.least > to || (lasted.most && *lasted.most < from) ? Verdict::DoesNotHold : Verdict::CannotBeTold;
}

bool restsOn(const Window& window, const Claim& claim)
{
    return window.end.basis.find("\u201C" + claim.written + "\u201D") != std::string::npos
        && window.end.basis.find("does not fit") == std::string::npos;
}

void check(const ClaimText& said, const Window& window, const Claim& claim, std::vector<CheckedClaim>& found)
{
    CheckedClaim result = claimed(said, claim.written, nameOf(said.timeline, window));
    const Lasted lasted = lengthOf(window);
    result.rows = rowsBehind(said.timeline, window);
    const std::string length = lasted.most ? lengthRange(lasted.least, *lasted.most) : "at least " + lengthLabel(lasted.least);
    const std::string rows = result.rows.empty() ? "the record" : rowWords(result.rows);
    result.verdict = judged(lasted, claim);
    result.shows = withCapital(rows) + (result.rows.size() == 1 || result.rows.empty() ? " shows " : " show ") + length + '.';
    if (result.verdict != Verdict::DoesNotHold && restsOn(window, claim)) {
        result.verdict = Verdict::CannotBeTold;
        result.shows += " They leave room for it, and nothing but the claim itself tells the least.";
    }
    found.push_back(std::move(result));
}

/// A process or an outage whose clause states a length; locks are found by claimsIn.
const Window* windowOf(const ClaimText& said, const Mention& claimWord)
{
    const MarkedText& text = said.text;
    const int clause = text.clauseOf(claimWord);
    for (const Mention& mention : text.mentions) {
        if (text.clauseOf(mention) != clause)
            continue;
        const auto found = std::ranges::find_if(said.timeline.windows, [&](const Window& window) {
            if (mention.idea == Idea::Process)
                return mention.name == processOf(window);
            return (mention.idea == Idea::Duration || mention.idea == Idea::Breaks) && window.id == "impact";
        });
        if (found != said.timeline.windows.end())
            return &*found;
    }
    return nullptr;
}

bool isWished(const MarkedText& text, const Mention& mention)
{
    return std::ranges::any_of(text.mentions, [&](const Mention& wish) {
        return wish.idea == Idea::Wish && text.clauseOf(wish) == text.clauseOf(mention);
    });
}

/// "The import took 3 hours", "the outage lasted for at most 20 minutes".
void checkProcesses(const ClaimText& said, const std::vector<Claim>& locks, std::vector<CheckedClaim>& found)
{
    const MarkedText& text = said.text;
    for (const Mention& mention : text.mentions) {
        const bool isClaimWord = mention.idea == Idea::Least || mention.idea == Idea::Most || mention.idea == Idea::Exactly;
        if (!isClaimWord || text.isNegated(mention) || isWished(text, mention))
            continue;
        const auto length = lengthAt(text, mention.first + mention.count);
        if (!length)
            continue;
        Claim claim{.kind = mention.idea == Idea::Least ? Claim::Kind::Least : mention.idea == Idea::Most ? Claim::Kind::Most : Claim::Kind::Exactly,
            .length = length->value, .written = std::string{text.written(mention.first, length->end - mention.first)}, .processes = {}};
        const bool isOfLock = std::ranges::any_of(locks, [&](const Claim& lock) { return lock.written.starts_with(claim.written); });
        const Window* window = windowOf(said, mention);
        if (!isOfLock && window != nullptr && !isDaily(text, length->end))
            check(said, *window, claim, found);
    }
}

} // namespace

void checkLengths(const ClaimText& said, std::vector<CheckedClaim>& found)
{
    const std::vector<Claim> locks = claimsIn(said.text);
    for (const Claim& claim : locks) {
        const auto window = std::ranges::find_if(said.timeline.windows, [&](const Window& w) {
            const auto isNamed = [&](const std::string& process) { return process == processOf(w); };
            return w.effect == Effect::Blocks && (claim.processes.empty() || std::ranges::any_of(claim.processes, isNamed));
        });
        if (window != said.timeline.windows.end())
            check(said, *window, claim, found);
    }
    checkProcesses(said, locks, found);
}

} // namespace lockstep

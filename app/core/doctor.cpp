#include "core/doctor.h"
#include "core/notation.h"
#include "core/record.h"
#include "core/repair_candidates.h"
#include "core/resolve_words.h"
#include "core/stated_duration.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {
namespace {

/// What is wrong with a reading of the document.
struct Symptoms {
    std::size_t reversed = 0;
    std::optional<StatedDuration> fitting; ///< a duration that reaches from the first row to another
};

/// An incident of 80 minutes may be told as "1 h 20 min" or as "an hour and a half".
Millis slack(Millis duration)
{
    return std::max<Millis>(std::chrono::minutes{5}, duration / 10);
}

Symptoms symptomsOf(const Timeline& record, const std::vector<StatedDuration>& durations)
{
    Symptoms found{.reversed = reversedRows(record).size(), .fitting = {}};
    const auto first = std::ranges::find_if(record.events, [](const Event& e) { return e.hasClock && e.hasInstant; });
    for (const StatedDuration& stated : durations) {
        const bool fits = std::any_of(first, record.events.end(), [&](const Event& e) {
            return e.hasClock && e.hasInstant && std::chrono::abs(e.at - first->at - stated.length) <= slack(stated.length);
        });
        if (fits && !found.fitting)
            found.fitting = stated;
    }
    return found;
}

std::string effectWords(const Symptoms& before, const Symptoms& after)
{
    if (after.reversed < before.reversed) {
        const std::string left = after.reversed == 0 ? "no row runs backwards" : rowsBackwards(after.reversed);
        return "Then " + left + ", instead of " + std::to_string(before.reversed) + ".";
    }
    const std::string where = after.fitting->line > 0 ? "line " + std::to_string(after.fitting->line) : "the title";
    return "Then it lasts " + lengthLabel(after.fitting->length) + ", as " + where + " says.";
}

struct Tried {
    Repair repair;
    std::size_t reversed = 0;
    std::size_t moves = 0;
};

} // namespace

std::vector<Repair> repairsFor(const Draft& draft, const Reading& reading, const Understanding& known,
                               const Timeline& record)
{
    if (draft.events.size() > limits::repairedRows)
        return {};
    const std::vector<StatedDuration> durations = statedDurations(draft);
    const Symptoms now = symptomsOf(record, durations);
    const bool hidesDuration = !durations.empty() && !now.fitting;
    std::vector<Tried> helps;
    std::vector<RowNote> unsaid;
    for (RepairCandidate& candidate : repairCandidates(draft, reading, known, record, hidesDuration)) {
        Reading changed = reading;
        for (const Change& change : candidate.changes)
            changed.push_back({change, By::Person, {}});
        const std::optional<Draft> again = readAgain(draft, changed);
        const Understanding then = understand(again ? *again : draft, changed, known.company);
        const Symptoms after = symptomsOf(recordOf(then, unsaid), durations);
        const bool isBetter = after.reversed < now.reversed
            || (after.reversed == now.reversed && hidesDuration && after.fitting.has_value());
        if (isBetter)
            helps.push_back({{std::move(candidate.what), effectWords(now, after), std::move(candidate.changes)},
                after.reversed, candidate.moves});
    }
    std::ranges::stable_sort(helps, [](const Tried& a, const Tried& b) {
        return std::pair{a.reversed, a.moves} < std::pair{b.reversed, b.moves};
    });
    std::vector<Repair> repairs;
    for (Tried& tried : helps)
        if (repairs.size() < limits::repairsShown)
            repairs.push_back(std::move(tried.repair));
    return repairs;
}

} // namespace lockstep

#include "core/rebased.h"
#include "core/compare_words.h"
#include "core/finding_words.h"
#include <algorithm>

namespace lockstep {

namespace {

/// Look-ups by what became of them, of those that are on both sides.
std::map<Outcome, std::vector<EventId>> changedLookUps(const TimelineView& before, const TimelineView& now, const RowMap& rows)
{
    std::map<Outcome, std::vector<EventId>> changed;
    for (EventId was = 1; was <= before.eventCount(); ++was) {
        const EventId id = rows(was);
        if (id == 0 || id > now.eventCount() || before.event(was).kind != Kind::Read || now.event(id).kind != Kind::Read)
            continue;
        const Outcome outcome = now.outcome(id).outcome;
        if (outcome != before.outcome(was).outcome)
            changed[outcome].push_back(id);
    }
    return changed;
}

void say(const std::string& where, const TimelineView& before, const TimelineView& now, const RowMap& rows, std::vector<std::string>& sentences)
{
    for (const auto& [outcome, ids] : changedLookUps(before, now, rows)) {
        const std::string_view is = outcome == Outcome::Void ? " " : ids.size() == 1 ? " is now " : " are now ";
        sentences.push_back(where + ", " + rowsInWords(ids) + std::string{is} + std::string{outcomeOrUnclear(outcome)} + '.');
    }
}

} // namespace

std::vector<std::string> rebasedSentences(const Based& before, const Based& now, const RowMap& rows)
{
    std::vector<std::string> sentences;
    say("As recorded", applied(before.record, {}), applied(now.record, {}), rows, sentences);
    const auto count = std::min(before.scenarios.size(), now.scenarios.size());
    for (std::size_t i = 0; i < count; ++i)
        say("In '" + now.scenarios[i].name + "'", applied(before.record, before.scenarios[i]), applied(now.record, now.scenarios[i]), rows, sentences);
    return sentences;
}

} // namespace lockstep

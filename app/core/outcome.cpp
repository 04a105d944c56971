#include "core/outcome.h"

namespace lockstep {

namespace {

enum class Doubt { None, Begin, End, Copy };

/// How a window lies over one look-up.
struct Cover {
    bool any = false;
    Doubt doubt = Doubt::None;
    bool isSure() const { return any && doubt == Doubt::None; }
};

Cover coverOf(const Window& window, Instant at, const ResourceId& resource)
{
    if (at < window.begin.earliest || at >= window.end.latest)
        return {};
    const bool couldBeNamed = resource.empty() && !window.scope.resources.empty();
    if (!window.scope.covers(resource) && !couldBeNamed)
        return {};
    if (at >= window.end.earliest)
        return {.any = true, .doubt = Doubt::End};
    if (at < window.begin.latest)
        return {.any = true, .doubt = Doubt::Begin};
    return {.any = true, .doubt = window.scope.covers(resource) ? Doubt::None : Doubt::Copy};
}

/// The window of one effect that decides: the first sure one, else the first possible one.
struct Decider {
    const Window* window = nullptr;
    Cover cover;
    int possible = 0; ///< how many windows cover it only possibly
};

Decider deciderOf(Effect effect, Instant at, const ResourceId& resource, const std::vector<Window>& windows)
{
    Decider found;
    for (const Window& window : windows) {
        if (window.effect != effect)
            continue;
        const Cover cover = coverOf(window, at, resource);
        if (cover.isSure())
            return {.window = &window, .cover = cover, .possible = 0};
        if (!cover.any)
            continue;
        ++found.possible;
        if (found.window == nullptr) {
            found.window = &window;
            found.cover = cover;
        }
    }
    return found;
}

std::string noteFor(const Decider& decider, Outcome otherwise)
{
    std::string answer = "the answer is up to date.";
    if (otherwise == Outcome::Stale)
        answer = "the answer is out of date.";
    if (otherwise == Outcome::PossiblyStale)
        answer = "the answer is possibly out of date.";
    if (decider.cover.doubt == Doubt::Copy)
        return "Which copy it reads is not said. From another copy, " + answer;
    if (decider.possible > 1)
        return "If none of them held at that moment, " + answer;
    const std::string& name = decider.window->name;
    if (decider.cover.doubt == Doubt::Begin)
        return "If " + name + " began only later, " + answer;
    return "If " + name + " ended before, " + answer;
}

OutcomeOf decided(const Decider& by, Outcome sure, Outcome possible, Outcome otherwise)
{
    OutcomeOf result{.outcome = sure, .window = by.window->id, .proposed = by.window->proposed, .note = {}};
    if (by.cover.isSure())
        return result;
    result.outcome = possible;
    result.note = noteFor(by, otherwise);
    return result;
}

} // namespace

OutcomeOf outcomeOf(Instant at, const ResourceId& resource, const std::vector<Window>& windows)
{
    OutcomeOf unlocked{.outcome = Outcome::Fresh, .window = {}, .proposed = false, .note = {}};
    const Decider stale = deciderOf(Effect::Stales, at, resource, windows);
    if (stale.window != nullptr)
        unlocked = decided(stale, Outcome::Stale, Outcome::PossiblyStale, Outcome::Fresh);
    const Decider lock = deciderOf(Effect::Blocks, at, resource, windows);
    if (lock.window == nullptr)
        return unlocked;
    return decided(lock, Outcome::Blocked, Outcome::PossiblyBlocked, unlocked.outcome);
}

OutcomeOf besideItsWords(const Event& event, OutcomeOf found)
{
    if (found.outcome == Outcome::Fresh && event.saysRefused)
        return {.outcome = Outcome::None, .window = {}, .proposed = false,
            .note = "Its words say refused or wrong, but no lock covers it."};
    if (found.outcome == Outcome::Blocked && event.saysCorrect)
        found.note = "Its words say correct, but a lock covers it.";
    return found;
}

std::string_view outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::None:
        return {};
    case Outcome::Fresh:
        return "fresh";
    case Outcome::PossiblyStale:
        return "possibly stale";
    case Outcome::Stale:
        return "stale";
    case Outcome::PossiblyBlocked:
        return "possibly blocked";
    case Outcome::Blocked:
        return "blocked";
    case Outcome::Void:
        return "void";
    }
    return {};
}

} // namespace lockstep

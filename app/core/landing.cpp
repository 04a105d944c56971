#include "core/landing.h"
#include "core/wording.h"

namespace lockstep {

namespace {

std::string cityOf(const Zone& zone)
{
    std::string name = zone.name();
    if (const auto slash = name.rfind('/'); slash != std::string::npos)
        name.erase(0, slash + 1);
    for (char& c : name)
        if (c == '_')
            c = ' ';
    return name;
}

} // namespace

Landing repeatedTime(const Zone& zone, WallTime local, const Moments& moments, std::optional<Instant> before,
                     std::optional<bool> fold)
{
    const bool byOrder = before && *before > moments.earliest && *before <= moments.latest;
    const bool later = fold.value_or(byOrder);
    const auto which = [&](bool second) {
        return std::string{second ? "second" : "first"} + " (" + offsetLabel(zone.offsetAt(second ? moments.latest : moments.earliest)) + ')';
    };
    return {later ? moments.latest : moments.earliest,
        clockLabel(local) + " comes twice that night in " + cityOf(zone) + ", for the clocks go back; read as the " + which(later) + '.',
        "the " + which(later), {{!later, "the " + which(!later)}}};
}

Landing skippedTime(const Zone& zone, WallTime local, const Moments& moments, std::optional<bool> fold)
{
    const auto under = [&](bool later) {
        const Instant ruling = later ? moments.earliest - Millis{1} : moments.earliest;
        return Instant{local.time_since_epoch() - std::chrono::duration_cast<Millis>(zone.offsetAt(ruling))};
    };
    const Instant at = fold ? under(*fold) : moments.earliest;
    Landing landing{at, "There is no " + clockLabel(local) + " that day in " + cityOf(zone) +
                            ", for the clocks go forward; read as " + clockLabel(zone.wallAt(at)) + ".", clockLabel(zone.wallAt(at)), {}};
    for (const bool later : {false, true})
        if (fold != later)
            landing.others.emplace_back(later, clockLabel(zone.wallAt(under(later))));
    return landing;
}

} // namespace lockstep

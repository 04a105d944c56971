#include "formats/lockstep_file/decisions.h"
#include "formats/lockstep_file/lanes_json.h"
#include "formats/lockstep_file/measure_json.h"
#include "formats/lockstep_file/reading_json.h"
#include "formats/lockstep_file/scenario_json.h"

namespace lockstep {

namespace lockstep_file {

void writeDecisions(const Incident& incident, Json& file)
{
    file["reading"] = readingJson(incident.reading);
    file["scenarios"] = scenariosJson(incident.scenarios);
    if (!incident.measures.empty())
        file["measures"] = measuresJson(incident.measures);
    writeLanes(incident.lanes, file);
}

void readDecisions(Fields& file, Incident& incident)
{
    auto& findings = file.findings();
    if (const auto* reading = file.list("reading"); reading && !findings.error)
        incident.reading = readReading(*reading, findings);
    if (const auto* scenarios = file.list("scenarios"); scenarios && !findings.error)
        incident.scenarios = readScenarios(*scenarios, findings);
    if (const auto* measures = file.list("measures"); measures && !findings.error)
        incident.measures = readMeasures(*measures, findings);
    if (!findings.error)
        incident.lanes = readLanes(file);
}

} // namespace lockstep_file

using namespace lockstep_file;

Result<std::string> decisionsText(const Incident& incident)
{
    try {
        Json file = Json::object();
        writeDecisions(incident, file);
        return laidOut(file);
    } catch (const Json::exception&) {
        return refusal("A text of this incident is not valid UTF-8, so it cannot be kept.", "Correct the name or note last typed.");
    }
}

Result<Incident> withDecisions(Draft draft, const Text& decisions)
{
    const auto tree = readJson(decisions);
    if (!tree)
        return tl::unexpected<Problem>{tree.error()};
    Findings findings;
    const Draft& last = draft.added.empty() ? draft : draft.added.back();
    findings.rows = rowNumber(last, last.events.size()) - 1;
    Incident incident = incidentOf(std::move(draft));
    {
        Fields file{*tree, "file", findings};
        readDecisions(file, incident);
    }
    if (findings.error)
        return tl::unexpected<Problem>{*findings.error};
    return incident;
}

} // namespace lockstep

#include "formats/lockstep_file/decisions.h"
#include "formats/lockstep_file/draft_json.h"
#include "formats/lockstep_file/lockstep_file.h"
#include "formats/writer.h"
#include <algorithm>

namespace lockstep::writers {

namespace {

using namespace lockstep_file;

/// What was found about the date of an undated document names nights that would fit, and no writer prints a date of one.
bool isWritten(const Inference& inference, const Timeline& timeline)
{
    return timeline.dated || inference.about != "date";
}

Json inferencesJson(const Resolved& resolved)
{
    auto list = Json::array();
    for (const auto& inference : resolved.inferences) {
        if (!isWritten(inference, resolved.timeline))
            continue;
        Json json{{"about", inference.about}, {"answer", inference.answer}, {"because", inference.because}};
        for (const auto& rival : inference.rivals)
            json["rivals"].push_back(rival.words);
        if (inference.line != 0)
            json["line"] = inference.line;
        list.push_back(std::move(json));
    }
    return list;
}

Draft withoutSettledProblems(Draft draft)
{
    auto& problems = draft.problems;
    problems.erase(std::remove_if(problems.begin(), problems.end(),
                       [](const Problem& problem) { return problem.what.find(ofTheFile) != std::string::npos; }),
        problems.end());
    return draft;
}

Result<std::string> write(const WriteInput& input)
{
    try {
        Json file{{"format", formatName}, {"version", formatVersion}};
        writeDraft(withoutSettledProblems(input.incident.draft), file);
        writeDecisions(input.incident, file);
        file["inferences"] = inferencesJson(input.resolved);
        return laidOut(file);
    } catch (const Json::exception&) {
        return refusal("A text of this incident is not valid UTF-8, so it cannot be saved.", "Correct the name or note last typed.");
    }
}

} // namespace

extern const Writer lockstep;
const Writer lockstep{"lockstep", "Lockstep study", "lockstep", write};

} // namespace lockstep::writers

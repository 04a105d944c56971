#include "core/places.h"
#include "core/wording.h"
#include "ui/decisions.h"
#include "ui/panel_parts.h"
#include "ui/selection_panel.h"
#include "ui/words.h"
#include "whatif/document.h"
#include <QCoreApplication>
#include <QVBoxLayout>
#include <algorithm>

namespace lockstep {

namespace {

QString said(const char* text)
{
    return QCoreApplication::translate("LanePanel", text);
}

/// Every sentence the program can say about how it chose this lane's zone.
void addReasons(QVBoxLayout* column, const Resolved& resolved, const Lane& lane)
{
    for (const Inference& inference : resolved.inferences) {
        if (inference.about.find(lane.role) == std::string::npos && (lane.place.empty() || inference.about.find(lane.place) == std::string::npos))
            continue;
        panel::muted(column, shown(inference.because));
        for (const std::string& rival : inference.rivals)
            panel::muted(column, shown(rival));
    }
}

void addRivals(QVBoxLayout* column, Document& document, LaneId id, const Lane& lane)
{
    std::vector<PlaceCandidate> candidates = placesFor(lane.place);
    if (candidates.size() < 2)
        return;
    QStringList options;
    int current = -1;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        options << shown(candidates[i].label + " (" + candidates[i].zone + ")");
        if (candidates[i].zone == lane.zoneName)
            current = static_cast<int>(i);
    }
    panel::choice(column, said("%1 can mean").arg(shown(lane.place)), options, current, [candidates, &document, id](int index) {
        chooseZone(document, id, candidates[static_cast<std::size_t>(index)].zone);
    });
}

} // namespace

void showLane(QVBoxLayout* column, Document& document, LaneId id)
{
    const Lane lane = document.resolved().timeline.lane(id);
    panel::heading(column, shown(lane.role));
    QStringList who;
    for (const std::string& part : {lane.person, lane.place})
        if (!part.empty())
            who << shown(part);
    if (!who.isEmpty())
        panel::muted(column, who.join(QStringLiteral(", ")));
    panel::Facts facts(column);
    facts.add(said("Time zone"), lane.zoneName.empty() ? said("not known; drawn as written") : shown(lane.zoneName));
    if (!lane.zoneName.empty())
        facts.add(said("Read as"), withoutDagger(shown(laneZoneLabel(document.resolved().timeline, lane))));
    facts.add(said("Reads"), document.view().laneReads(id).empty() ? said("all (not named in the text)") : shown(document.view().laneReads(id)));
    addReasons(column, document.resolved(), lane);
    panel::rule(column);
    addRivals(column, document, id, lane);
    panel::field(column, said("Another place or zone"), {}, said("Vietnam, UTC+7, America/New_York"),
        [&document, id](const QString& text) { return text.isEmpty() ? QString{} : typeZone(document, id, text); });
    panel::field(column, said("Which copy it reads"), shown(document.view().laneReads(id)), said("master"), [&document, id](const QString& text) {
        setLaneReads(document, id, text);
        return QString{};
    });
}

} // namespace lockstep

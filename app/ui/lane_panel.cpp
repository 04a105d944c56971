#include "core/places.h"
#include "core/wording.h"
#include "ui/decisions.h"
#include "ui/how_read_panel.h"
#include "ui/panel_parts.h"
#include "ui/selection.h"
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

/// What names the lane's zone: the words typed last, while the lane goes by one of their readings, or the document's.
std::string wordsFor(const Lane& lane, const TypedPlace& typed)
{
    const auto hasZone = [&](const PlaceCandidate& candidate) { return candidate.zone == lane.zoneName; };
    return typed.role == lane.role && std::ranges::any_of(placesFor(typed.words), hasZone) ? typed.words : lane.place;
}

void addRivals(QVBoxLayout* column, Document& document, LaneId id, const std::string& words)
{
    const Lane lane = document.resolved().timeline.lane(id);
    std::vector<PlaceCandidate> candidates = placesFor(words);
    if (candidates.size() < 2)
        return;
    QStringList options;
    int current = -1;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        options << shown(candidates[i].label + " (" + candidates[i].zone + ")");
        if (candidates[i].zone == lane.zoneName)
            current = static_cast<int>(i);
    }
    panel::choice(column, said("%1 can mean").arg(shown(words)), options, current, [candidates, &document, id](int index) {
        chooseZone(document, id, candidates[static_cast<std::size_t>(index)].zone);
    });
}

/// The clock of each file whose rows run in the lane.
void addClocks(QVBoxLayout* column, Document& document, LaneId id)
{
    const Timeline& record = document.resolved().timeline;
    for (std::size_t file = 0; file < record.sources.size(); ++file) {
        const Source& source = record.sources[file];
        const auto isHere = [&](const Event& e) { return e.lane == id && e.file == static_cast<int>(file); };
        if (std::ranges::none_of(record.events, isHere))
            continue;
        const QString ahead = source.clockAhead == Millis{0} ? QString{} : shown(lengthLabel(source.clockAhead));
        panel::field(column, said("The clock of %1 was fast by").arg(shown(source.name)), ahead, said("40 s; -40 s when slow"),
            [&document, file](const QString& text) { return typeClockAhead(document, file, text); });
    }
}

} // namespace

void showLane(QVBoxLayout* column, Document& document, Selection& selection, TypedPlace& typed)
{
    const LaneId id = selection.lane();
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
    showHowReadOf(column, document, selection, lane);
    panel::rule(column);
    addRivals(column, document, id, wordsFor(lane, typed));
    const QString zoneField = lane.zoneName.empty() ? said("Place or zone") : said("Another place or zone");
    panel::field(column, zoneField, {}, said("Vietnam, UTC+7, America/New_York"), [&document, &typed, id, role = lane.role](const QString& text) {
        if (text.isEmpty())
            return QString{};
        typed = {role, bytes(text)};
        return typeZone(document, id, text);
    });
    addClocks(column, document, id);
    panel::field(column, said("Which copy it reads"), shown(document.view().laneReads(id)), said("master"), [&document, id](const QString& text) {
        setLaneReads(document, id, text);
        return QString{};
    });
}

} // namespace lockstep

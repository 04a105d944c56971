#include "formats/lockstep_file/reading_json.h"
#include "formats/lockstep_file/window_json.h"
#include <array>
#include <map>
#include <set>

namespace lockstep::lockstep_file {

namespace {

/// A century either way, as lengths.
constexpr int mostDays = 36525;

void putSource(Json& change, const std::string& source)
{
    if (!source.empty())
        change["source"] = source;
}

Json ofSource(Json change, const std::string& source)
{
    putSource(change, source);
    return change;
}

struct ToJson {
    Json operator()(const SetTitle& c) const { return {{"change", "set title"}, {"title", c.title}}; }
    Json operator()(const SetDate& c) const
    {
        const StatedDate day{int{c.firstRow.year()}, unsigned{c.firstRow.month()}, unsigned{c.firstRow.day()}};
        Json json{{"change", "set date"}, {"first_row", dateText(day)}};
        putSource(json, c.source);
        return json;
    }
    Json operator()(const SetZone& c) const
    {
        Json json{{"change", "set zone"}};
        if (!c.lane.empty())
            json["lane"] = c.lane;
        json["zone"] = c.zone;
        putSource(json, c.source);
        return json;
    }
    Json operator()(const SetClock& c) const
    {
        Json json{{"change", "set clock"}, {"row", c.event}, {"clock", clockText(c.clock)}};
        if (c.day)
            json["day"] = *c.day;
        return json;
    }
    Json operator()(const SetLane& c) const { return {{"change", "set lane"}, {"row", c.event}, {"lane", c.lane}}; }
    Json operator()(const SetKind& c) const { return {{"change", "set kind"}, {"row", c.event}, {"kind", nameOf(c.kind)}}; }
    Json operator()(const SetEventReads& c) const { return {{"change", "set reads"}, {"row", c.event}, {"reads", c.resource}}; }
    Json operator()(const SetLaneReads& c) const { return {{"change", "set lane reads"}, {"lane", c.lane}, {"reads", c.resource}}; }
    Json operator()(const SetResource& c) const
    {
        return {{"change", "set resource"}, {"resource", c.resource.id}, {"name", c.resource.name}};
    }
    Json operator()(const SetWindow& c) const { return {{"change", "set window"}, {"window", windowJson(c.window)}}; }
    Json operator()(const RemoveWindow& c) const { return {{"change", "remove window"}, {"window", c.window}}; }
    Json operator()(const SetLink& c) const
    {
        Json json{{"change", "set link"}, {"cause", c.link.cause}, {"effect", c.link.effect}, {"kind", nameOf(c.link.kind)}};
        if (c.link.onlyIfCauseFailed)
            json["only_if_cause_failed"] = true;
        if (c.link.leastDelay != Millis{0})
            json["least_delay"] = lengthText(c.link.leastDelay);
        return json;
    }
    Json operator()(const RemoveLink& c) const { return {{"change", "remove link"}, {"cause", c.cause}, {"effect", c.effect}}; }
    Json operator()(const SetAnchor& c) const { return {{"change", "set anchor"}, {"anchor", c.anchor.name}, {"row", c.anchor.event}}; }
    Json operator()(const RemoveAnchor& c) const { return {{"change", "remove anchor"}, {"anchor", c.anchor}}; }
    Json operator()(const SetMetric& c) const
    {
        return {{"change", "set metric"}, {"metric", c.metric.id}, {"name", c.metric.name}, {"from", c.metric.from}, {"to", c.metric.to}};
    }
    Json operator()(const RemoveMetric& c) const { return {{"change", "remove metric"}, {"metric", c.metric}}; }
    Json operator()(const SetClockAhead& c) const
    {
        Json json{{"change", "set clock ahead"}, {"ahead", lengthText(c.by)}};
        putSource(json, c.source);
        return json;
    }
    Json operator()(const SetZoneWords& c) const { return ofSource({{"change", "set zone words"}, {"words", c.words}, {"zone", c.zone}}, c.source); }
    Json operator()(const SetYear& c) const { return ofSource({{"change", "set year"}, {"year", c.year}}, c.source); }
    Json operator()(const SetDayOrder& c) const
    {
        return ofSource({{"change", "set day order"}, {"first", c.dayFirst ? "day" : "month"}}, c.source);
    }
    Json operator()(const SetEpochUnit& c) const { return ofSource({{"change", "set epoch unit"}, {"unit", nameOf(c.unit)}}, c.source); }
    Json operator()(const SetColumns& c) const { return ofSource({{"change", "set columns"}, {"columns", c.columns}}, c.source); }
    Json operator()(const SetRowOrder& c) const { return ofSource({{"change", "set row order"}, {"newest_first", c.newestFirst}}, c.source); }
    Json operator()(const SetMidnight& c) const { return {{"change", "set midnight"}, {"row", c.event}, {"passed", c.passed}}; }
    Json operator()(const SetFold& c) const { return {{"change", "set fold"}, {"row", c.event}, {"later", c.later}}; }
};

Change readDate(Fields& f)
{
    const auto stated = f.date("first_row");
    if (!stated.year)
        f.refuseMember("first_row", "The date of the first row needs its year.", "Write it as '2019-10-06'.");
    return SetDate{date::year{stated.year.value_or(1)} / date::month{stated.month} / date::day{stated.day}, f.textOr("source")};
}

Change readClock(Fields& f)
{
    const auto row = f.row("row");
    const auto clock = f.clock("clock");
    const auto day = f.has("day") ? std::optional{f.whole("day", -mostDays, mostDays)} : std::nullopt;
    return SetClock{row, clock, day};
}

Change readDayOrder(Fields& f)
{
    const auto first = f.text("first");
    if (first != "day" && first != "month")
        f.refuseMember("first", "A date in digits begins with its day or its month, not with '" + first + "'.", "Write \"day\" or \"month\".");
    return SetDayOrder{first == "day", f.textOr("source")};
}

Change readLink(Fields& f)
{
    Link link;
    link.cause = f.row("cause");
    link.effect = f.row("effect");
    link.kind = f.namedOr("kind", LinkKind::Triggers);
    link.onlyIfCauseFailed = f.flagOr("only_if_cause_failed", false);
    if (f.has("least_delay"))
        link.leastDelay = f.length("least_delay");
    if (link.leastDelay < Millis{0})
        f.refuseMember("least_delay", "An effect begins no earlier than its cause.", "Write a length without a minus sign.");
    return SetLink{link};
}

struct ChangeReader {
    std::string_view name;
    Change (*read)(Fields&);
};

constexpr auto changeReaders = std::to_array<ChangeReader>({
    {"set title", [](Fields& f) -> Change { return SetTitle{f.text("title")}; }},
    {"set date", readDate},
    {"set zone", [](Fields& f) -> Change { return SetZone{f.textOr("lane"), f.text("zone"), f.textOr("source")}; }},
    {"set clock", readClock},
    {"set lane", [](Fields& f) -> Change { return SetLane{f.row("row"), f.text("lane")}; }},
    {"set kind", [](Fields& f) -> Change { return SetKind{f.row("row"), f.named<Kind>("kind")}; }},
    {"set reads", [](Fields& f) -> Change { return SetEventReads{f.row("row"), f.readResource("reads")}; }},
    {"set lane reads", [](Fields& f) -> Change { return SetLaneReads{f.text("lane"), f.readResource("reads")}; }},
    {"set resource", [](Fields& f) -> Change { return SetResource{{f.text("resource"), f.textOr("name")}}; }},
    {"set window", [](Fields& f) -> Change { return SetWindow{readWindow(f.object("window"), f.findings())}; }},
    {"remove window", [](Fields& f) -> Change { return RemoveWindow{f.text("window")}; }},
    {"set link", readLink},
    {"remove link", [](Fields& f) -> Change {
         const EventId cause = f.row("cause");
         return RemoveLink{cause, f.row("effect")};
     }},
    {"set anchor", [](Fields& f) -> Change { return SetAnchor{{f.text("anchor"), f.row("row")}}; }},
    {"remove anchor", [](Fields& f) -> Change { return RemoveAnchor{f.text("anchor")}; }},
    {"set metric", [](Fields& f) -> Change { return SetMetric{{f.text("metric"), f.text("name"), f.text("from"), f.text("to")}}; }},
    {"remove metric", [](Fields& f) -> Change { return RemoveMetric{f.text("metric")}; }},
    {"set clock ahead", [](Fields& f) -> Change { return SetClockAhead{f.textOr("source"), f.length("ahead")}; }},
    {"set zone words", [](Fields& f) -> Change { return SetZoneWords{f.text("words"), f.text("zone"), f.textOr("source")}; }},
    {"set year", [](Fields& f) -> Change { return SetYear{f.whole("year", 1, 9999), f.textOr("source")}; }},
    {"set day order", readDayOrder},
    {"set epoch unit", [](Fields& f) -> Change { return SetEpochUnit{f.named<EpochUnit>("unit"), f.textOr("source")}; }},
    {"set columns", [](Fields& f) -> Change { return SetColumns{f.text("columns"), f.textOr("source")}; }},
    {"set row order", [](Fields& f) -> Change { return SetRowOrder{f.flagOr("newest_first", false), f.textOr("source")}; }},
    {"set midnight", [](Fields& f) -> Change { return SetMidnight{f.row("row"), f.flagOr("passed", false)}; }},
    {"set fold", [](Fields& f) -> Change { return SetFold{f.row("row"), f.flagOr("later", false)}; }},
});
static_assert(changeReaders.size() == std::variant_size_v<Change>);

Change readChange(Fields& fields)
{
    const auto name = fields.text("change");
    for (const auto& reader : changeReaders) {
        if (reader.name == name)
            return reader.read(fields);
    }
    fields.refuseMember("change", "The change '" + name + "' is not known to this version.",
        "A newer Lockstep may know it; otherwise mend the word.");
    return SetTitle{};
}

/// Entries that undo each other in one file: links in a circle, a window stated twice.
class Repeats {
public:
    void look(const Change& change, int line, Findings& findings)
    {
        if (const auto* removed = std::get_if<RemoveWindow>(&change))
            m_windows.erase(removed->window);
        if (const auto* set = std::get_if<SetWindow>(&change); set && !m_windows.insert(set->window.id).second)
            findings.warn(line, "the window '" + set->window.id + "' is set a second time; this one counts.", "Keep one of the two.");
        if (const auto* removed = std::get_if<RemoveLink>(&change))
            m_effects[removed->cause].erase(removed->effect);
        if (const auto* set = std::get_if<SetLink>(&change)) {
            if (leads(set->link.effect, set->link.cause))
                findings.warn(line, "this link closes a circle, so row " + std::to_string(set->link.cause) + " would cause itself.", "Take one of its links out.");
            m_effects[set->link.cause].insert(set->link.effect);
        }
    }

private:
    /// Whether links lead from one row to another.
    bool leads(EventId from, EventId to) const
    {
        std::set<EventId> seen{from};
        std::vector<EventId> open{from};
        while (!open.empty()) {
            const EventId row = open.back();
            open.pop_back();
            if (row == to)
                return true;
            const auto effects = m_effects.find(row);
            if (effects == m_effects.end())
                continue;
            for (const EventId effect : effects->second)
                if (seen.insert(effect).second)
                    open.push_back(effect);
        }
        return false;
    }

    std::set<WindowId> m_windows;
    std::map<EventId, std::set<EventId>> m_effects;
};

} // namespace

Json readingJson(const Reading& reading)
{
    auto list = Json::array();
    for (const auto& entry : reading) {
        auto json = std::visit(ToJson{}, entry.change);
        json["by"] = nameOf(entry.by);
        if (!entry.was.empty())
            json["was"] = entry.was;
        list.push_back(std::move(json));
    }
    return list;
}

Reading readReading(const JsonNode& list, Findings& findings)
{
    Reading reading;
    Repeats repeats;
    for (const auto& node : list.children) {
        Fields fields{node, "change", findings};
        ReadingEntry entry{readChange(fields), fields.namedOr("by", By::Person), fields.textOr("was")};
        if (findings.error)
            break;
        repeats.look(entry.change, node.line, findings);
        reading.push_back(std::move(entry));
    }
    return reading;
}

} // namespace lockstep::lockstep_file

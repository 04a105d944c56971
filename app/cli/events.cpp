#include "cli/command.h"
#include "cli/json_line.h"
#include "cli/opened.h"
#include "cli/output.h"
#include "cli/rows.h"
#include "cli/table.h"
#include "core/comparable.h"
#include "core/wording.h"
#include "formats/text_for.h"
#include <algorithm>
#include <array>
#include <numeric>

namespace lockstep::cli {
namespace {

/// Prints a long list piece by piece, so that it is never held whole.
class Printer {
public:
    void add(std::string_view text)
    {
        constexpr std::size_t piece = 1u << 20;
        m_text += text;
        if (m_text.size() >= piece)
            flush();
    }
    OrStop<Exit> finish()
    {
        flush();
        return m_printed;
    }

private:
    void flush()
    {
        if (m_printed)
            m_printed = printData(m_text);
        m_text.clear();
    }
    std::string m_text;
    OrStop<Exit> m_printed = Exit::Done;
};

OrStop<Exit> printJson(const TimelineView& view)
{
    Printer out;
    const bool hasSeveral = view.record().sources.size() > 1;
    for (EventId id = 1; id <= view.eventCount(); ++id) {
        const Row row = rowOf(view, id);
        std::string text = id == 1 ? "[\n  " : ",\n  ";
        JsonLine line{text};
        line.put("id", row.id).put("line", row.line);
        if (hasSeveral)
            line.put("source", row.source);
        line.put("lane", row.lane).put("actor", row.actor).put("text", row.text)
            .put("written", row.written).put("local", row.local).put("zone", row.zone).put("utc", row.utc).put("day", row.day)
            .put("utc_clock", row.utcClock).put("end_local", row.endLocal).put("end_utc", row.endUtc).put("approx", row.approx)
            .put("reads", row.reads).put("outcome", row.outcome).put("moved_ms", row.movedMs).put("notes", row.notes);
        line.end();
        out.add(text);
    }
    out.add(view.eventCount() == 0 ? "[\n]\n" : "\n]\n");
    return out.finish();
}

std::string joined(const std::vector<std::string>& sentences)
{
    std::string text;
    for (const std::string& sentence : sentences)
        text += (text.empty() ? "" : " ") + sentence;
    return text;
}

OrStop<Exit> printCsv(const TimelineView& view)
{
    Printer out;
    const bool hasSeveral = view.record().sources.size() > 1;
    out.add(hasSeveral ? "id,line,source,lane,actor," : "id,line,lane,actor,");
    out.add("text,written,local,zone,utc,day,utc_clock,end_local,end_utc,approx,reads,"
                       "outcome,moved_ms,notes\n");
    const auto number = [](const auto& value) { return value ? std::to_string(*value) : std::string{}; };
    for (EventId id = 1; id <= view.eventCount(); ++id) {
        const Row row = rowOf(view, id);
        out.add(std::to_string(row.id) + ',' + number(row.line) + ',');
        if (hasSeveral)
            out.add(forCsv(row.source.value_or("")) + ',');
        const std::array<std::string, 16> cells{forCsv(row.lane), forCsv(row.actor.value_or("")), forCsv(row.text),
            forCsv(row.written), row.local.value_or(""), row.zone.value_or(""), row.utc.value_or(""), number(row.day),
            row.utcClock.value_or(""), row.endLocal.value_or(""), row.endUtc.value_or(""), row.approx ? "true" : "false",
            forCsv(row.reads.value_or("")), row.outcome.value_or(""), std::to_string(row.movedMs),
            forCsv(joined(row.notes))};
        for (std::size_t i = 0; i < cells.size(); ++i) {
            out.add(cells[i]);
            out.add(i + 1 < cells.size() ? "," : "\n");
        }
    }
    return out.finish();
}

/// "2019-10-06 23:30": to the minute where no seconds are stated, with a blank for people.
std::string forPeople(std::string time)
{
    if (const auto t = time.find('T'); t != std::string::npos)
        time[t] = ' ';
    if (time.ends_with('Z'))
        time.pop_back();
    if (time.ends_with(":00") && time.size() > 5)
        time.erase(time.size() - 3);
    return time;
}

/// In document order; several files one into the other where dates and zones tell the time of every row.
std::vector<EventId> rowsForPeople(const TimelineView& view)
{
    std::vector<EventId> rows(static_cast<std::size_t>(view.eventCount()));
    std::iota(rows.begin(), rows.end(), 1);
    const auto isPlaced = [&](EventId id) { return view.event(id).hasInstant; };
    if (view.record().sources.size() > 1 && areAllComparable(view.record()) && std::ranges::all_of(rows, isPlaced))
        std::ranges::stable_sort(rows, {}, [&](EventId id) { return view.at(id); });
    return rows;
}

OrStop<Exit> printTable(const TimelineView& view)
{
    const bool hasSeveral = view.record().sources.size() > 1;
    std::vector<std::vector<std::string>> lines{{"Row", "Line", "UTC", "Local", "Day", "Lane", "Zone", "Moved", "Look-up", "What"}};
    for (const EventId id : rowsForPeople(view)) {
        const Row row = rowOf(view, id);
        const std::string line = row.line ? std::to_string(*row.line) : "";
        lines.push_back({std::to_string(row.id), hasSeveral && row.source ? forTerminal(*row.source) + ':' + line : line,
                         forPeople(row.utc.value_or(row.utcClock.value_or(""))), forPeople(row.local.value_or("")),
                         row.day ? std::to_string(*row.day + 1) : "", forTerminal(row.lane), row.zone.value_or(""),
                         row.movedMs == 0 ? "" : signedLength(Millis{row.movedMs}), row.outcome.value_or(""),
                         forTerminal(row.text)});
    }
    return printData(aligned(std::move(lines)));
}

} // namespace

OrStop<Exit> runEvents(const Arguments& arguments)
{
    if (arguments.has("json") && arguments.has("csv"))
        return wrongUsage("Choose one of --json and --csv.");
    const auto opened = openFor(arguments);
    if (!opened)
        return tl::unexpected{opened.error()};
    printWarnings(**opened);
    const TimelineView& view = (*opened)->view;
    return arguments.has("json") ? printJson(view) : arguments.has("csv") ? printCsv(view) : printTable(view);
}

} // namespace lockstep::cli

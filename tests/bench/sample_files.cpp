#include "sample_files.h"
#include <cstdio>

namespace lockstep::bench {

namespace {

constexpr const char* actors[] = {"alice", "bob", "carla", "dinh", "erik"};
constexpr const char* events[] = {"Deploy %d started on the master", "Check balance of account %d: correct balance",
    "Customer support answers call %d", "Backups of all tables, part %d", "Alert %d fires and is escalated",
    "Service restarted after error %d", "Database %d restored, access works again", "Call %d ends and nobody is informed"};

template <class... Values> std::string printed(const char* form, Values... values)
{
    char text[200];
    std::snprintf(text, sizeof text, form, values...);
    return text;
}

std::string event(int row) { return printed(events[row % 8], row); }

/// "2024-01-01T00:00:17": 17 seconds a row, so that a million rows last half a year.
std::string stamp(int row, char between = 'T')
{
    const int seconds = row % 5'000 * 17, days = row / 5'000;
    return printed("2024-%02d-%02d%c%02d:%02d:%02d", days / 28 % 12 + 1, days % 28 + 1, between, seconds / 3'600, seconds / 60 % 60, seconds % 60);
}

template <class Row> std::string file(std::string head, int rows, Row row, const char* end = "")
{
    for (int i = 0; i < rows; ++i)
        head += row(i);
    return head + end;
}

std::string csvRow(const std::string& at, const std::string& actor, const std::string& words) { return at + "," + actor + "," + words + "\n"; }
std::string jsonRow(int i) { return R"({"timestamp": ")" + stamp(i) + R"(Z", "actor": ")" + actors[i % 5] + R"(", "message": ")" + event(i) + R"("})"; }

std::string csv(int rows)
{
    return file("time,actor,description\n", rows, [](int i) { return csvRow(stamp(i) + "Z", actors[i % 5], event(i)); });
}
std::string tsv(int rows)
{
    return file("date\ttime\twho\twhat\n", rows, [](int i) {
        auto at = stamp(i, '\t');
        return at + "\t" + actors[i % 5] + "\t" + event(i) + "\n";
    });
}
std::string jsonl(int rows) { return file("", rows, [](int i) { return jsonRow(i) + "\n"; }); }
std::string json(int rows)
{
    return file("{\"title\": \"Night run\", \"events\": [\n", rows, [rows](int i) { return jsonRow(i) + (i + 1 < rows ? ",\n" : "\n"); }, "]}\n");
}
std::string markdown(int rows)
{
    return file("# Night run\n\nAll times in UTC.\n\n## Timeline\n\n", rows, [](int i) { return "- " + stamp(i, ' ') + " - " + actors[i % 5] + ": " + event(i) + "\n"; });
}
std::string markdownTable(int rows)
{
    return file("# Night run\n\n## Timeline\n\n| Time (UTC) | Who | What |\n|---|---|---|\n", rows,
        [](int i) { return "| " + stamp(i, ' ') + " | " + actors[i % 5] + " | " + event(i) + " |\n"; });
}
std::string lockstep(int rows)
{
    const auto row = [rows](int i) {
        return printed("{\"row\": %d, \"line\": %d, \"clock\": \"%02d:%02d:%02d\", \"written\": \"10:00\", \"role\": \"%s\", \"text\": \"%s\", \"source\": \"a row\"}", i + 1, i + 1,
                       i % 86'400 / 3'600, i / 60 % 60, i % 60, actors[i % 5], event(i).c_str()) + (i + 1 < rows ? ",\n" : "\n");
    };
    return file("{\"format\": \"lockstep\", \"version\": 1, \"source\": {\"name\": \"night.md\", \"format\": \"markdown\"}, \"rows\": [\n", rows, row, "]}\n");
}

std::string hugeCell(int bytes) { return "time,description\n10:00,\"" + file("", bytes / 10, [](int i) { return i % 7 == 0 ? "said \"\"no\"\"" : "a, line of\n"; }) + "\"\n10:05,end\n"; }
std::string longMarkdownLine(int bytes) { return "## Timeline\n\n- 10:00 - " + file("", bytes / 10, [](int) { return "ten bytes "; }) + "\n- 10:05 - end\n"; }
std::string longJsonLine(int bytes) { return "{\"time\": \"10:00\", \"text\": \"" + file("", bytes / 10, [](int) { return "ten bytes "; }) + "\"}\n{\"time\": \"10:05\", \"text\": \"end\"}\n"; }
std::string openBrackets(int deep) { return "## Timeline\n\n- 10:00 - " + std::string(static_cast<std::size_t>(deep), '[') + "\n- 10:05 - end\n"; }
std::string quoteMarks(int deep) { return "## Timeline\n\n- 10:00 - begin\n\n" + std::string(static_cast<std::size_t>(deep), '>') + " 10:05 - end\n"; }
std::string deepJson(int deep) { return "[{\"time\": \"10:00\", \"text\": \"a\"}, " + std::string(static_cast<std::size_t>(deep), '['); }
std::string manyQuotes(int quotes) { return "time,description\n" + file("", quotes, [](int) { return "10:00,\"never closed\n"; }); }
std::string manyColumns(int columns)
{
    auto text = file("time,what", columns, [](int i) { return ",c" + std::to_string(i); }) + "\n";
    for (int row = 0; row < 20; ++row)
        text += stamp(row) + "Z,end" + file("", columns, [](int) { return ",1"; }) + "\n";
    return text;
}
std::string ownKey(int rows)
{
    return file("{\"time\": \"10:00\", \"text\": \"begin\"}\n", rows, [](int i) { return printed("{\"key %d\": \"10:05\", \"text\": \"", i) + event(i) + "\"}\n"; });
}
std::string brokenJson(int lines) { return file("{\"time\": \"10:00\", \"text\": \"begin\"}\n", lines, [](int) { return "{\"time\": \"10:05\",\n"; }); }
std::string noClocks(int rows) { return file("time,description\n10:00,begin\n", rows, [](int i) { return "never," + event(i) + "\n"; }); }
std::string lineAbove(int bytes) { return file("", bytes / 10, [](int) { return "in Lisbon "; }) + "\ntime,description\n10:00,begin\n10:05,end\n"; }
std::string oneStamp(int rows) { return file("time,actor,description\n", rows, [](int i) { return csvRow(stamp(0) + "Z", actors[i % 5], event(i)); }); }
std::string backwards(int rows) { return file("time,actor,description\n", rows, [rows](int i) { return csvRow(stamp(rows - i) + "Z", actors[i % 5], event(i)); }); }
std::string clocksBackwards(int rows)
{
    return file("time,description\n", rows, [](int i) { return printed("%02d:%02d,", 23 - i % 24, 59 - i % 60) + event(i) + "\n"; });
}
std::string ownZone(int rows)
{
    return file("time,description\n", rows, [](int i) { return stamp(i) + printed("%c%02d:%02d,", i % 2 ? '+' : '-', i / 60 % 12, i % 60) + event(i) + "\n"; });
}
std::string ownPlace(int rows)
{
    return file("time,place,description\n", rows, [](int i) { return stamp(i) + printed(",%s %d,", i % 2 ? "Rack" : "Hall", i) + event(i) + "\n"; });
}
std::string twoPlaces(int rows)
{
    return file("time,place,description\n", rows, [](int i) {
        const int minute = i / 10 + i % 2 * 660; // Vietnam's clocks are 11 hours ahead
        return printed("%02d:%02d,%s,", minute / 60 % 24, minute % 60, i % 2 ? "Vietnam" : "Washington") + event(i) + "\n";
    });
}
std::string ownActor(int rows) { return file("time,actor,description\n", rows, [](int i) { return csvRow(stamp(i) + "Z", printed("person %d", i), event(i)); }); }
std::string oneLongRow(int lines) { return "## Timeline\n\n- 10:00 - begin\n" + file("", lines, [](int i) { return "  and " + event(i) + "\n"; }) + "- 10:05 - end\n"; }
std::string manySections(int sections)
{
    return file("# Night run\n\n", sections, [](int i) { return "## Timeline " + std::to_string(i) + "\n\n- 10:00 - begin\n- 10:05 - end\n\n"; });
}
std::string allLocks(int rows) { return file("time,actor,description\n", rows, [](int i) { return csvRow(stamp(i) + "Z", actors[i % 5], i % 3 ? "check balance: wrong" : i % 2 ? "backups start and lock all tables" : "backups end"); }); }

} // namespace

const std::vector<Sample>& ordinaryFiles()
{
    static const std::vector<Sample> all{{"CSV", "csv", csv}, {"TSV", "tsv", tsv}, {"JSON Lines", "jsonl", jsonl}, {"JSON", "json", json},
        {"Markdown list", "markdown", markdown}, {"Markdown table", "markdown", markdownTable}, {"Lockstep", "lockstep", lockstep}};
    return all;
}

const std::vector<WorstCase>& worstCases()
{
    static const std::vector<WorstCase> all{{{"one quoted cell, bytes", "csv", hugeCell}, 100'000}, {{"one line of Markdown, bytes", "markdown", longMarkdownLine}, 100'000},
        {{"one line of JSON, bytes", "jsonl", longJsonLine}, 100'000}, {{"open brackets", "markdown", openBrackets}, 10'000},
        {{"quote marks", "markdown", quoteMarks}, 10'000}, {{"JSON brackets", "json", deepJson}, 10'000}, {{"quotes never closed", "csv", manyQuotes}, 1'000},
        {{"columns", "csv", manyColumns}, 100}, {{"objects, each its own key", "jsonl", ownKey}, 1'000}, {{"broken lines of JSON", "jsonl", brokenJson}, 1'000},
        {{"rows without a clock", "csv", noClocks}, 1'000}, {{"one line above a table, bytes", "csv", lineAbove}, 100'000}, {{"rows on one stamp", "csv", oneStamp}, 1'000}, {{"rows strictly backwards", "csv", backwards}, 1'000},
        {{"clocks strictly backwards", "csv", clocksBackwards}, 1'000}, {{"rows, each its own offset", "csv", ownZone}, 1'000},
        {{"rows, each its own place", "csv", ownPlace}, 100}, {{"rows of two places", "csv", twoPlaces}, 1'000}, {{"rows, each its own actor", "csv", ownActor}, 1'000},
        {{"lines of one row", "markdown", oneLongRow}, 1'000}, {{"sections", "markdown", manySections}, 100}, {{"rows that lock and look", "csv", allLocks}, 1'000}};
    return all;
}

} // namespace lockstep::bench

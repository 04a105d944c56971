#pragma once
#include "core/draft.h"
#include <initializer_list>

/// The bank incident's rows as its document has them, made by hand: lines 14 to 28, nothing inferred.
namespace lockstep::test {

struct SeedRow {
    bool client;
    int hour, minute;
    const char* written;
    const char* text;
};

inline constexpr SeedRow seedRows[] = {
    {false, 23, 30, "23:30 horas", "start information integration"},
    {false, 23, 30, "23:30 horas", "start backups in DBs"},
    {true, 10, 35, "10:35 horas", "Balance inquiry: Overdrawn"},
    {true, 10, 37, "hora 10:37 am", "check other balances: no movements"},
    {true, 10, 39, "hora 10:39 am", "start chat with the bank"},
    {false, 23, 40, "23:40 horas", "Start customer support"},
    {true, 10, 41, "hora 10:41 am", "dialogue about the problem"},
    {false, 23, 44, "23:44 horas", "Consult the platform: It does not allow access to customer information."},
    {true, 10, 45, "hora 10:45 am", "she cries and faints."},
    {false, 23, 46, "23:46 horas", "Loses contact with the client."},
    {false, 23, 49, "23:49 horas", "Issue an alert and scale the problem."},
    {false, 23, 59, "23:59 horas", "Synchronization ends."},
    {true, 11, 35, "hora 11:35 am", "check balance: correct balance."},
    {false, 7, 0, "7:00 horas", "Issues a statement to inform the automation and system integration operations"},
    {true, 20, 0, "hora 20:00 pm", "Receive an email from the bank"},
};

inline DraftEvent seedEvent(const SeedRow& row, int line)
{
    DraftEvent e;
    e.line = e.lastLine = line;
    e.text = row.text;
    e.written = row.written;
    e.clock = Clock{.hour = row.hour, .minute = row.minute};
    e.role = row.client ? "Client" : "Bank";
    e.person = row.client ? "Isa Gates" : "";
    e.place = row.client ? "Vietnam" : "Washington";
    e.source = e.role + ": " + e.place + ", " + e.written + ", Task: " + e.text;
    if (e.written == "hora 20:00 pm")
        e.doubts.push_back("'20:00 pm' is read as 20:00.");
    return e;
}

/// The rows named, in the order named (1-based), each on the next line of the document.
inline Draft seedDraftOf(std::initializer_list<int> rows)
{
    Draft draft;
    draft.format = "markdown";
    draft.sourceName = "postmortem.md";
    draft.title = "0x19. Postmortem";
    for (int row : rows)
        draft.events.push_back(seedEvent(seedRows[row - 1], 14 + static_cast<int>(draft.events.size())));
    draft.prose = {
        {32, "The CTO determines that the deployment of backups generates a block in the tables, so the information is "
             "restricted for at least 1 hour."},
        {39, "When you start backup all tables of all databases are block, and only need is lock databases master"},
    };
    return draft;
}

inline Draft seedDraft() { return seedDraftOf({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}); }

} // namespace lockstep::test

#pragma once
#include "core/timeline.h"
#include <array>

namespace lockstep {

namespace bank {

struct Row {
    bool client;
    int hour, minute, day; ///< the lane's own clock; day counts from the first row's local day
    const char* written;
    const char* text;
};

inline constexpr std::array rows{
    Row{false, 23, 30, 0, "23:30 horas", "start information integration"},
    Row{false, 23, 30, 0, "23:30 horas", "start backups in DBs"},
    Row{true, 10, 35, 1, "10:35 horas", "Balance inquiry: Overdrawn"},
    Row{true, 10, 37, 1, "hora 10:37 am", "check other balances: no movements"},
    Row{true, 10, 39, 1, "hora 10:39 am", "start chat with the bank"},
    Row{false, 23, 40, 0, "23:40 horas", "Start customer support"},
    Row{true, 10, 41, 1, "hora 10:41 am", "dialogue about the problem"},
    Row{false, 23, 44, 0, "23:44 horas", "Consult the platform: It does not allow access to customer information."},
    Row{true, 10, 45, 1, "hora 10:45 am", "she cries and faints."},
    Row{false, 23, 46, 0, "23:46 horas", "Loses contact with the client."},
    Row{false, 23, 49, 0, "23:49 horas", "Issue an alert and scale the problem."},
    Row{false, 23, 59, 0, "23:59 horas", "Synchronization ends."},
    Row{true, 11, 35, 1, "hora 11:35 am", "check balance: correct balance."},
    Row{false, 7, 0, 1, "7:00 horas", "Issues a statement to inform the automation and system integration operations."},
    Row{true, 20, 0, 1, "hora 20:00 pm", "Receive an email from the bank where you apologize."},
};

inline Zone zone(const char* name)
{
    return Zone::find(name).value();
}

inline Event event(std::size_t index, date::local_days firstDay, const Timeline& timeline)
{
    const Row& row = rows.at(index);
    Event event;
    event.id = static_cast<EventId>(index) + 1;
    event.line = event.lastLine = static_cast<int>(index) + 14;
    event.isDated = timeline.dated;
    event.lane = row.client ? 1 : 0;
    const Lane& lane = timeline.lane(event.lane);
    event.actor = row.client ? "Client: Isa Gates" : "Bank";
    event.text = row.text;
    event.written = row.written;
    event.local = firstDay + date::days{row.day} + std::chrono::hours{row.hour} + std::chrono::minutes{row.minute};
    event.zoneName = lane.zoneName;
    event.at = lane.zone.at(event.local).earliest;
    return event;
}

/// The lock as the raw document gives it, or as curated, in minutes after row 2: [0, 60..65).
inline Window lock(const Timeline& t, bool curated)
{
    const Instant begin = t.event(2).at;
    Window lock{.id = "backups", .name = "Backups", .what = "every table", .effect = Effect::Blocks, .scope = Scope::everything(),
        .begin = Bound::certain(begin), .end = Bound::certain(begin), .proposed = !curated, .because = {}};
    lock.begin.basis = "row 2: start backups in DBs";
    lock.begin.tiedTo = 2;
    lock.end.earliest = begin + std::chrono::minutes{60};
    lock.end.latest = begin + std::chrono::minutes{65};
    lock.end.basis = "“at least 1 hour”; first correct balance";
    if (!curated)
        lock.because = "Row 2 starts backups, and line 38 says that all tables are blocked.";
    return lock;
}

inline Window integration(const Timeline& t, bool curated)
{
    Window window{.id = "integration", .name = curated ? "Integration" : "Information integration", .what = {},
        .effect = curated ? Effect::Stales : Effect::Informs, .scope = curated ? Scope::of({"mirror"}) : Scope::everything(),
        .begin = Bound::certain(t.event(1).at), .end = Bound::certain(t.event(12).at), .proposed = !curated, .because = {}};
    window.begin.tiedTo = 1;
    window.begin.basis = "row 1: start information integration";
    window.end.tiedTo = 12;
    window.end.basis = "row 12: Synchronization ends.";
    if (!curated)
        window.because = "Row 1 starts it and row 12 ends it.";
    return window;
}

inline void curate(Timeline& t)
{
    t.resources = {{.id = "master", .name = "master"}, {.id = "mirror", .name = "mirror"}};
    t.lanes[0].reads = "master";
    t.lanes[1].reads = "mirror";
    t.links.push_back({.cause = 3, .effect = 4, .kind = LinkKind::Triggers, .onlyIfCauseFailed = true});
    for (EventId id = 4; id < 10; ++id)
        t.links.push_back({.cause = id, .effect = id + 1, .kind = LinkKind::Triggers, .onlyIfCauseFailed = false});
    for (const auto& [cause, effect] : {std::pair{8, 11}, {11, 14}, {14, 15}})
        t.links.push_back({.cause = cause, .effect = effect, .kind = LinkKind::Triggers, .onlyIfCauseFailed = false});
    t.anchors = {{"onset", 1}, {"first impact", 3}, {"chat opened", 5}, {"detected", 6}, {"declared", 11}, {"synchronised", 12},
        {"recovered", 13}, {"statement", 14}, {"e-mail", 15}};
}

inline Timeline timeline(bool curated, bool dated)
{
    Timeline t;
    t.title = "0x19. Postmortem";
    t.sources = {{.name = "postmortem.md", .hash = "sha256:0", .dated = dated}};
    t.dated = dated;
    t.lanes.push_back({.role = "Bank", .person = {}, .place = "Washington", .zoneName = "America/New_York",
        .zone = dated ? zone("America/New_York") : Zone::fixed(std::chrono::hours{-4}), .zoneInferred = true, .reads = {}});
    t.lanes.push_back({.role = "Client", .person = "Isa Gates", .place = "Vietnam", .zoneName = "Asia/Ho_Chi_Minh",
        .zone = dated ? zone("Asia/Ho_Chi_Minh") : Zone::fixed(std::chrono::hours{7}), .zoneInferred = false, .reads = {}});
    using namespace date::literals;
    const date::local_days firstDay{dated ? 2019_y / date::October / 6 : 1970_y / date::January / 1};
    for (std::size_t i = 0; i < rows.size(); ++i)
        t.events.push_back(event(i, firstDay, t));
    t.events.open()[14].notes = {"'20:00 pm' is read as 20:00."};
    for (const EventId id : {3, 4, 8, 13})
        t.events.open()[static_cast<std::size_t>(id) - 1].kind = Kind::Read;
    for (const EventId id : {3, 4, 8})
        t.events.open()[static_cast<std::size_t>(id) - 1].saysRefused = true;
    t.events.open()[12].saysCorrect = true;
    if (curated)
        curate(t);
    t.windows = {lock(t, curated), integration(t, curated)};
    return t;
}

} // namespace bank

/// The bank incident, resolved by hand: 15 rows on lines 14 to 28, row 1 at 23:30 in Washington on 2019-10-06
/// (03:30 UTC on 2019-10-07). raw: windows as proposed from the words, no copies named. curated: master and mirror,
/// who reads which, links and anchors as timelines/bank-vietnam.lockstep has them.
inline Timeline bankTimeline(bool curated)
{
    return bank::timeline(curated, true);
}

/// The same without a date, as the document is: instants count from Washington's first day.
inline Timeline undatedBankTimeline(bool curated)
{
    return bank::timeline(curated, false);
}

} // namespace lockstep

#pragma once
#include "core/resolve.h"

/// Drafts made by hand, row by row, for tests.
namespace lockstep::test {

/// One row; each call adds what the source says: DraftRow{10, 30}.at("Vietnam").on(2019, 10, 6).
struct DraftRow {
    DraftEvent e;

    DraftRow() = default;
    DraftRow(int hour, int minute)
    {
        e.clock = Clock{.hour = hour, .minute = minute};
        e.written = std::to_string(hour) + (minute < 10 ? ":0" : ":") + std::to_string(minute);
    }
    DraftRow& by(std::string role, std::string person = {})
    {
        e.role = std::move(role);
        e.person = std::move(person);
        return *this;
    }
    DraftRow& at(std::string place)
    {
        e.place = std::move(place);
        return *this;
    }
    DraftRow& zone(std::string words, Where where = Where::Row, int line = 0)
    {
        e.zone = Stated<std::string>{words, words, where, line};
        return *this;
    }
    /// year 0: none is stated.
    DraftRow& on(int year, unsigned month, unsigned day, Where where = Where::Row, std::string written = {})
    {
        StatedDate date{.year = {}, .month = month, .day = day};
        if (year != 0)
            date.year = year;
        e.date = Stated<StatedDate>{date, std::move(written), where, where == Where::Row ? 0 : 1};
        return *this;
    }
    DraftRow& until(int hour, int minute)
    {
        e.endClock = Clock{.hour = hour, .minute = minute};
        return *this;
    }
    DraftRow& group(int g)
    {
        e.group = g;
        return *this;
    }
};

/// Rows on lines 10, 11 ... of a document.
inline Draft draftOf(std::vector<DraftRow> rows)
{
    Draft draft;
    draft.title = "Outage";
    for (DraftRow& row : rows) {
        row.e.line = row.e.lastLine = 10 + static_cast<int>(draft.events.size());
        row.e.text = "something happens";
        draft.events.push_back(std::move(row.e));
    }
    return draft;
}

inline ReadingEntry byPerson(Change change) { return {std::move(change), By::Person, {}}; }

/// "2019-10-07 03:30" of each row, for comparison; "-" for a row with no instant.
inline std::vector<std::string> instantsOf(const Timeline& timeline)
{
    std::vector<std::string> all;
    for (const Event& e : timeline.events)
        all.push_back(e.hasInstant ? date::format("%F %H:%M", date::floor<std::chrono::minutes>(e.at)) : "-");
    return all;
}

inline std::vector<std::string> localsOf(const Timeline& timeline)
{
    std::vector<std::string> all;
    for (const Event& e : timeline.events)
        all.push_back(e.hasInstant ? date::format("%F %H:%M", date::floor<std::chrono::minutes>(e.local)) : "-");
    return all;
}

/// One entry per row or sentence, for QCOMPARE's message.
inline std::string joined(const std::vector<std::string>& parts)
{
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : "; ") + part;
    return text;
}

inline std::string joined(const std::vector<Rival>& rivals)
{
    std::vector<std::string> words;
    for (const Rival& rival : rivals)
        words.push_back(rival.words);
    return joined(words);
}

} // namespace lockstep::test

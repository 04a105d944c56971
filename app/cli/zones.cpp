#include "cli/calendar.h"
#include "cli/command.h"
#include "cli/output.h"
#include "core/zone.h"
#include "formats/text_for.h"
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <unordered_map>

namespace lockstep::cli {
namespace {

constexpr std::size_t chunkBytes = 1 << 20;
constexpr Instant firstInstant = date::sys_days{date::year{1} / 1 / 1};
constexpr Instant pastLastInstant = date::sys_days{date::year{10000} / 1 / 1};
constexpr auto clockLength = std::string_view{"HH:MM:SS"}.size();
constexpr auto dateLength = std::string_view{"YYYY-MM-DD"}.size();

/// Two digits. Range: 0 to `most`; -1 for anything else.
int twoDigits(std::string_view text, int most)
{
    const auto digit = [](char c) { return c >= '0' && c <= '9' ? c - '0' : -100; };
    const int value = digit(text[0]) * 10 + digit(text[1]);
    return value >= 0 && value <= most ? value : -1;
}

/// "2019-10-06 23:30:00".
std::optional<WallTime> readWallTime(std::string_view text)
{
    if (text.size() != dateLength + 1 + clockLength || text[dateLength] != ' ')
        return {};
    const auto day = isoDate(text.substr(0, dateLength));
    const auto clock = text.substr(dateLength + 1);
    const int hour = twoDigits(clock, 23), minute = twoDigits(clock.substr(3), 59), second = twoDigits(clock.substr(6), 59);
    if (!day || clock[2] != ':' || clock[5] != ':' || hour < 0 || minute < 0 || second < 0)
        return {};
    return WallTime{date::local_days{*day}} + std::chrono::hours{hour} + std::chrono::minutes{minute}
        + std::chrono::seconds{second};
}

void addPadded(std::string& text, int value, int width)
{
    std::array<char, 4> digits{};
    for (int i = width - 1; i >= 0; --i, value /= 10)
        digits.at(static_cast<std::size_t>(i)) = static_cast<char>('0' + value % 10);
    text.append(digits.data(), static_cast<std::size_t>(width));
}

/// "2019-10-07T03:30:00Z"; a million of them are wanted at once.
void addInstant(std::string& text, Instant instant)
{
    const auto day = date::floor<date::days>(instant);
    const date::year_month_day ymd{day};
    const date::hh_mm_ss clock{date::floor<std::chrono::seconds>(instant - day)};
    addPadded(text, int{ymd.year()}, 4);
    const std::array<std::pair<char, int>, 5> parts{{{'-', static_cast<int>(unsigned{ymd.month()})},
        {'-', static_cast<int>(unsigned{ymd.day()})}, {'T', static_cast<int>(clock.hours().count())},
        {':', static_cast<int>(clock.minutes().count())}, {':', static_cast<int>(clock.seconds().count())}}};
    for (const auto& [before, value] : parts) {
        text += before;
        addPadded(text, value, 2);
    }
    text += 'Z';
}

const char* wordFor(Moments::Kind kind)
{
    switch (kind) {
    case Moments::Kind::Unique:
        return "unique";
    case Moments::Kind::Repeated:
        return "overlap";
    case Moments::Kind::Skipped:
        break;
    }
    return "gap";
}

/// Answers one line after the other; a zone is looked up once.
class Resolver {
public:
    /// The answer without its line break.
    void answer(std::string_view line, std::string& out)
    {
        ++m_line;
        const auto tab = line.find('\t');
        const auto wall = tab == line.npos ? std::nullopt : readWallTime(line.substr(tab + 1));
        if (!wall)
            return addError(out, "Write it as a zone, a tab and a local time such as 2019-10-06 23:30:00.");
        const auto& zone = zoneNamed(line.substr(0, tab));
        if (!zone)
            return addError(out, sentences(zone.error()));
        const Moments moments = zone->at(*wall);
        if (moments.earliest < firstInstant || moments.latest >= pastLastInstant)
            return addError(out, "In UTC this lies outside the years 1 to 9999.");
        out.append(line).append(1, '\t').append(wordFor(moments.kind)).append(1, '\t');
        addInstant(out, moments.earliest);
        out += '\t';
        addInstant(out, moments.latest);
    }

private:
    const Result<Zone>& zoneNamed(std::string_view name)
    {
        if (m_last && m_last->first == name)
            return m_last->second;
        const std::string key{name};
        auto found = m_zones.find(key);
        if (found == m_zones.end())
            found = m_zones.emplace(key, Zone::find(key)).first;
        m_last = &*found;
        return found->second;
    }

    void addError(std::string& out, const std::string& sentence) const
    {
        out += "error: line " + std::to_string(m_line) + ": " + forTerminal(sentence);
    }

    std::unordered_map<std::string, Result<Zone>> m_zones;
    const std::pair<const std::string, Result<Zone>>* m_last = nullptr;
    long m_line = 0;
};

} // namespace

OrStop<Exit> runZones(const Arguments& arguments)
{
    if (!arguments.files.empty())
        return wrongUsage("This command takes no file; it reads standard input.");
    if (!arguments.has("resolve"))
        return wrongUsage("Say what to do with the lines: --resolve.");
    std::ios::sync_with_stdio(false);
    Resolver resolver;
    std::string line, out;
    while (std::getline(std::cin, line)) {
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        resolver.answer(line, out);
        out += '\n';
        if (out.size() < chunkBytes)
            continue;
        if (const auto printed = printData(out); !printed)
            return printed;
        out.clear();
    }
    if (std::cin.bad())
        return stop(Exit::CannotReadOrWrite, std::string{"Standard input cannot be read: "} + std::strerror(errno) + '.');
    if (const auto printed = printData(out); !printed)
        return printed;
    if (const std::string fault = zoneDataFault(); !fault.empty())
        return stop(Exit::CannotReadOrWrite, fault);
    return Exit::Done;
}

} // namespace lockstep::cli

#include "core/zone_footer.h"
#include <algorithm>

namespace lockstep {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/// Takes a footer apart from the left; the first thing that does not fit clears isGood.
struct FooterCursor {
    std::string_view rest;
    bool isGood = true;

    bool take(char wanted)
    {
        if (rest.empty() || rest.front() != wanted)
            return false;
        rest.remove_prefix(1);
        return true;
    }
    void need(char wanted) { isGood = take(wanted) && isGood; }

    int number(int most)
    {
        int value = 0;
        std::size_t digits = 0;
        for (; digits < rest.size() && isDigit(rest[digits]) && value <= most; ++digits)
            value = value * 10 + (rest[digits] - '0');
        isGood = isGood && digits > 0 && value <= most;
        rest.remove_prefix(digits);
        return value;
    }

    void name()
    {
        const bool quoted = take('<');
        const auto end = std::find_if(rest.begin(), rest.end(), [&](char c) { return quoted ? c == '>' : !isLetter(c); });
        const auto length = static_cast<std::size_t>(end - rest.begin());
        isGood = isGood && length >= 3;
        rest.remove_prefix(length);
        if (quoted)
            need('>');
    }

    std::chrono::seconds time(int mostHours)
    {
        const bool negative = take('-');
        if (!negative)
            take('+');
        std::chrono::seconds value = std::chrono::hours{number(mostHours)};
        if (take(':'))
            value += std::chrono::minutes{number(59)};
        if (take(':'))
            value += std::chrono::seconds{number(59)};
        return negative ? -value : value;
    }

    FooterDay day()
    {
        FooterDay found;
        if (take('M')) {
            found.month = number(12);
            need('.');
            found.week = number(5);
            need('.');
            found.day = number(6);
            isGood = isGood && found.month >= 1 && found.week >= 1;
        } else {
            found.kind = take('J') ? FooterDay::Kind::NoLeapDay : FooterDay::Kind::ZeroBased;
            found.day = number(365);
            isGood = isGood && (found.kind == FooterDay::Kind::ZeroBased || found.day >= 1);
        }
        found.time = take('/') ? time(167) : std::chrono::hours{2};
        return found;
    }
};

date::sys_days dayIn(const FooterDay& rule, date::year year)
{
    if (rule.kind != FooterDay::Kind::MonthWeekDay) {
        const bool skipsLeapDay = rule.kind == FooterDay::Kind::NoLeapDay && year.is_leap() && rule.day >= 60;
        const int fromFirst = rule.kind == FooterDay::Kind::NoLeapDay ? rule.day - 1 + (skipsLeapDay ? 1 : 0) : rule.day;
        return date::sys_days{year / date::January / 1} + date::days{fromFirst};
    }
    const auto month = year / date::month{static_cast<unsigned>(rule.month)};
    const date::weekday weekday{static_cast<unsigned>(rule.day)};
    if (rule.week == 5)
        return date::sys_days{month / weekday[date::last]};
    return date::sys_days{month / weekday[static_cast<unsigned>(rule.week)]};
}

} // namespace

Result<FooterRule> readFooter(std::string_view text)
{
    FooterCursor cursor{text};
    FooterRule rule;
    cursor.name();
    rule.standard = -cursor.time(24); // POSIX counts west of Greenwich
    rule.daylight = rule.standard;
    if (!cursor.rest.empty()) {
        cursor.name();
        const bool stated = !cursor.rest.empty() && cursor.rest.front() != ',';
        rule.daylight = stated ? -cursor.time(24) : rule.standard + std::chrono::hours{1};
        cursor.need(',');
        rule.daylightBegins = cursor.day();
        cursor.need(',');
        rule.daylightEnds = cursor.day();
    }
    if (!cursor.isGood || !cursor.rest.empty())
        return refusal("The rule at the end of a zone file cannot be read.");
    return rule;
}

std::vector<FooterChange> changesIn(const FooterRule& rule, int year)
{
    if (!rule.daylightBegins || !rule.daylightEnds)
        return {};
    const date::year in{year};
    const Instant begins = dayIn(*rule.daylightBegins, in) + rule.daylightBegins->time - rule.standard;
    const Instant ends = dayIn(*rule.daylightEnds, in) + rule.daylightEnds->time - rule.daylight;
    if (begins < ends)
        return {{begins, true}, {ends, false}};
    return {{ends, false}, {begins, true}};
}

} // namespace lockstep

#include "core/written_date.h"
#include <algorithm>
#include <array>

namespace lockstep {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// The first numbers of a text, as written; asked of every row of a log, so that nothing is allocated.
struct Numbers {
    std::array<std::string_view, 4> first{};
    std::size_t count = 0;

    explicit Numbers(std::string_view text)
    {
        for (std::size_t at = 0; at < text.size() && count < first.size();) {
            std::size_t end = at;
            while (end < text.size() && isDigit(text[end]))
                ++end;
            if (end > at)
                first.at(count++) = text.substr(at, end - at);
            at = end + 1;
        }
    }
};

bool is(std::string_view digits, unsigned number)
{
    return digits == std::to_string(number) || digits == '0' + std::to_string(number);
}

/// "3/4/2022" of "Tue 3/4/2022"; empty where day and month are not both in digits, or the year comes first.
std::string_view digitDate(std::string_view written)
{
    const auto begin = written.find_first_of("0123456789");
    if (begin == std::string_view::npos)
        return {};
    const auto end = std::min(written.find_first_not_of("0123456789/-.", begin), written.size());
    const auto date = written.substr(begin, end - begin);
    const Numbers numbers{date};
    return numbers.count > 1 && numbers.first[0].size() < 3 && numbers.first[1].size() < 3 ? date : std::string_view{};
}

} // namespace

bool statesYear(std::string_view written)
{
    const Numbers numbers{written};
    const bool namesMonth = digitDate(written).empty();
    return numbers.count > (namesMonth ? 1u : 2u) || std::ranges::any_of(numbers.first, [](auto n) { return n.size() >= 4; });
}

std::optional<StatedDate> inOtherOrder(const Stated<StatedDate>& date)
{
    const StatedDate& d = date.value;
    if (d.day > 12 || d.day == d.month || !isDayFirst(date))
        return {};
    return StatedDate{.year = d.year, .month = d.day, .day = d.month};
}

std::optional<bool> isDayFirst(const Stated<StatedDate>& date)
{
    const Numbers numbers{digitDate(date.written)};
    if (numbers.count < 2)
        return {};
    if (is(numbers.first[0], date.value.day) && is(numbers.first[1], date.value.month))
        return true;
    return is(numbers.first[0], date.value.month) && is(numbers.first[1], date.value.day) ? std::optional{false} : std::nullopt;
}

} // namespace lockstep

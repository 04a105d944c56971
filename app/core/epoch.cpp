#include "core/epoch.h"
#include <array>
#include <charconv>
#include <cstdint>

namespace lockstep {

namespace {

constexpr std::int64_t lastSecond = 253'402'300'799; // 9999-12-31 23:59:59

struct Scale {
    std::string_view words;
    std::int64_t perSecond;
};
constexpr std::array<Scale, 4> scales{{{"seconds since 1970", 1}, {"milliseconds since 1970", 1'000},
    {"microseconds since 1970", 1'000'000}, {"nanoseconds since 1970", 1'000'000'000}}};

const Scale& scaleOf(EpochUnit unit) { return scales.at(static_cast<std::size_t>(unit)); }

/// The thousandths of ".25"; absent where the text is no fraction.
std::optional<std::int64_t> thousandths(std::string_view fraction)
{
    std::int64_t millis = 0, scale = 100;
    for (const char c : fraction.substr(1)) {
        if (c < '0' || c > '9')
            return {};
        millis += (c - '0') * scale;
        scale /= 10;
    }
    return millis;
}

} // namespace

std::string_view epochWords(EpochUnit unit) { return scaleOf(unit).words; }

std::optional<Instant> epochInstant(std::string_view number, EpochUnit unit)
{
    const auto point = std::min(number.find_first_of(".,"), number.size());
    std::int64_t whole = 0;
    const auto read = std::from_chars(number.data(), number.data() + point, whole);
    if (point == 0 || whole < 0 || read.ec != std::errc{} || read.ptr != number.data() + point)
        return {};
    const auto fraction = point < number.size() ? thousandths(number.substr(point)) : std::optional<std::int64_t>{0};
    const auto perSecond = scaleOf(unit).perSecond;
    const auto seconds = whole / perSecond;
    if (!fraction || seconds > lastSecond)
        return {};
    const auto millis = unit == EpochUnit::Seconds ? *fraction : whole % perSecond * 1'000 / perSecond;
    return Instant{Millis{seconds * 1'000 + millis}};
}

} // namespace lockstep

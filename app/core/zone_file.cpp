#include "core/zone_file.h"
#include <cstdint>

namespace lockstep {
namespace {

/// The six counts of a TZif header and the size of what follows it.
struct TzifHeader {
    char version = 0;
    std::uint64_t isUtc = 0, isStandard = 0, leaps = 0, times = 0, types = 0, letters = 0;
    std::uint64_t bodySize(std::uint64_t timeSize) const
    {
        return times * (timeSize + 1) + types * 6 + letters + leaps * (timeSize + 4) + isStandard + isUtc;
    }
};

constexpr std::size_t headerSize = 44;
constexpr std::int64_t farthestSecond = 253'402'300'800; // 10000-01-01

std::uint64_t bigEndian(std::string_view bytes)
{
    std::uint64_t value = 0;
    for (const char byte : bytes)
        value = value << 8 | static_cast<unsigned char>(byte);
    return value;
}

std::optional<TzifHeader> readHeader(std::string_view bytes)
{
    if (bytes.size() < headerSize || bytes.substr(0, 4) != "TZif")
        return std::nullopt;
    const auto count = [&](std::size_t index) { return bigEndian(bytes.substr(20 + index * 4, 4)); };
    return TzifHeader{bytes[4], count(0), count(1), count(2), count(3), count(4), count(5)};
}

} // namespace

Result<ZoneFileEnd> readZoneFileEnd(std::string_view bytes)
{
    const auto old = readHeader(bytes);
    if (!old)
        return refusal("A zone file is not in the TZif format.");
    if (old->version < '2')
        return refusal("A zone file is in the old format that does not say what holds after its last change.");
    const auto secondAt = headerSize + old->bodySize(4);
    const auto header = secondAt < bytes.size() ? readHeader(bytes.substr(secondAt)) : std::nullopt;
    if (!header || secondAt + headerSize + header->bodySize(8) >= bytes.size())
        return refusal("A zone file is cut off.");
    const auto body = bytes.substr(secondAt + headerSize);
    const auto footer = body.substr(header->bodySize(8));
    if (footer.size() < 2 || footer.front() != '\n' || footer.back() != '\n')
        return refusal("A zone file is cut off.");
    auto rule = readFooter(footer.substr(1, footer.size() - 2));
    if (!rule)
        return tl::unexpected{rule.error()};
    ZoneFileEnd end{std::nullopt, *rule};
    if (header->times > 0) {
        const auto last = static_cast<std::int64_t>(bigEndian(body.substr((header->times - 1) * 8, 8)));
        if (last < -farthestSecond || last > farthestSecond)
            return refusal("A zone file's last change lies outside the years 1 to 9999.");
        end.lastTransition = Instant{std::chrono::seconds{last}};
    }
    return end;
}

} // namespace lockstep

#include "core/activity_text.h"
#include "core/places.h"
#include "core/words.h"
#include <algorithm>
#include <charconv>

namespace lockstep {
namespace {

constexpr std::string_view blanks = " \t\r";
constexpr const char* howToWrite = "Write an hour, its weight and perhaps a place: 14, 6.5, Madrid.";

std::string_view trimmed(std::string_view text)
{
    const auto begin = text.find_first_not_of(blanks);
    return begin == std::string_view::npos ? std::string_view{} : text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

/// The first cell of a line, without its quotes; the line keeps the rest.
std::string_view takeCell(std::string_view& line, std::string_view separators)
{
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    const bool isQuoted = line.starts_with('"') && line.find('"', 1) != std::string_view::npos;
    const auto from = isQuoted ? line.find('"', 1) + 1 : 0;
    const auto end = std::min(line.find_first_of(separators, from), line.size());
    const auto cell = isQuoted ? line.substr(1, from - 2) : line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    if (separators == blanks)
        line.remove_prefix(std::min(line.find_first_not_of(blanks), line.size()));
    return trimmed(cell);
}

struct Row {
    int line = 0;
    std::string_view hour, weight, region;
    std::string_view more; ///< what no place is for
};

Row rowOf(std::string_view text, int line)
{
    std::string_view rest = trimmed(text);
    const auto separator = rest.find_first_of("\t;,");
    // "0;0,5": where semicolons or tabs separate, a comma is a decimal one.
    std::string_view separators = blanks;
    if (separator != std::string_view::npos)
        separators = rest.find('\t') != std::string_view::npos ? "\t" : rest.find(';') != std::string_view::npos ? ";" : ",";
    Row row{.line = line, .hour = takeCell(rest, separators), .weight = takeCell(rest, separators), .region = {}, .more = {}};
    row.region = separators == blanks ? trimmed(rest) : takeCell(rest, separators);
    if (separators != blanks)
        row.more = trimmed(rest);
    return row;
}

/// "6.5", ".5", "6,5".  Errors: anything else, or less than 0.
std::optional<double> numberOf(std::string_view text)
{
    std::string digits{text};
    std::ranges::replace(digits, ',', '.');
    double value = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool isWhole = fault == std::errc{} && end == digits.data() + digits.size();
    return isWhole && value >= 0 && value < 1e12 ? std::optional{value} : std::nullopt;
}

/// "14", "14:00", "09"; not 24.
std::optional<std::size_t> hourOf(std::string_view text)
{
    if (text.ends_with(":00"))
        text.remove_suffix(3);
    std::size_t hour = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), hour);
    return fault == std::errc{} && end == text.data() + text.size() && hour < 24 ? std::optional{hour} : std::nullopt;
}

std::string quoted(std::string_view text)
{
    return "'" + std::string{text} + "'";
}

/// A place as written, with its clock. Errors: unknown, or several clocks.
Result<std::pair<std::string, Zone>> placeOf(std::string_view written, int line)
{
    const auto places = placesFor(written);
    if (places.empty()) {
        const auto like = placesLike(written);
        return refusal("No place or time zone is called " + quoted(written) + ".",
            like.empty() ? "Write a city or a name such as Europe/Madrid." : "Is it " + like.front() + "?", line);
    }
    const auto differs = [&](const PlaceCandidate& each) { return each.zone != places.front().zone; };
    if (const auto other = std::ranges::find_if(places, differs); other != places.end())
        return refusal(quoted(written) + " has several clocks.", "Write " + places.front().zone + " or " + other->zone + ".", line);
    auto zone = Zone::find(places.front().zone);
    if (!zone)
        return tl::unexpected{zone.error()};
    const bool isZoneName = places.front().source == "zone name" && written.find('/') != std::string_view::npos;
    std::string name{isZoneName ? written.substr(written.rfind('/') + 1) : written};
    std::ranges::replace(name, '_', ' ');
    return std::pair{std::move(name), std::move(*zone)};
}

/// The weights given for one region, or for all that have no others.
struct Given {
    std::array<std::optional<double>, 24> weights;
    std::string region;         ///< as written first
    std::optional<double> share;
    int line = 0;               ///< where it is named first
    bool hasWeights() const { return std::ranges::any_of(weights, [](const auto& weight) { return weight.has_value(); }); }
    double sum() const
    {
        double all = 0;
        for (const auto& weight : weights)
            all += weight.value_or(0);
        return all;
    }
};

struct Reader {
    std::vector<Given> given;

    Given& of(const Row& row);
    Result<Activity> made() const;
    std::optional<Problem> take(const Row& row, bool isFirst);

private:
    Result<ActivityRegion> regionOf(const Given& each) const;
    const Given* forAll() const;
};

Given& Reader::of(const Row& row)
{
    const auto known = std::ranges::find_if(given, [&](const Given& each) { return folded(each.region) == folded(row.region); });
    if (known != given.end())
        return *known;
    given.push_back({.weights = {}, .region = std::string{row.region}, .share = {}, .line = row.line});
    return given.back();
}

std::optional<Problem> Reader::take(const Row& row, bool isFirst)
{
    const auto refused = [&](std::string what, std::string instead) {
        return refusal(std::move(what), std::move(instead), row.line).value();
    };
    const auto number = numberOf(row.weight);
    const bool isShare = folded(row.hour) == "share";
    const auto hour = hourOf(row.hour);
    if (isFirst && !number && !hour)
        return {}; // the names of the columns
    if (!row.more.empty())
        return refused("This line has more than three cells.", howToWrite);
    if (!isShare && !hour)
        return refused(quoted(row.hour) + " is no hour from 0 to 23.", howToWrite);
    if (!number)
        return refused(quoted(row.weight) + " is no weight.", "A weight is a number such as 6.5, not below 0.");
    if (isShare && row.region.empty())
        return refused("This share names no region.", "Write share, .85, New York.");
    Given& region = of(row);
    std::optional<double>& place = isShare ? region.share : region.weights[*hour];
    if (place)
        return refused((isShare ? "The share" : "Hour " + std::string{row.hour}) + (row.region.empty() ? "" : " of " + std::string{row.region})
            + " is given twice.", "Leave one of the two lines out.");
    place = number;
    return {};
}

const Given* Reader::forAll() const
{
    const auto found = std::ranges::find_if(given, [](const Given& each) { return each.region.empty(); });
    return found == given.end() ? nullptr : &*found;
}

Result<ActivityRegion> Reader::regionOf(const Given& each) const
{
    const Given* weights = each.hasWeights() ? &each : forAll();
    const std::string whose = each.region.empty() ? std::string{} : " of " + each.region;
    if (weights == nullptr)
        return refusal("There are no weights" + whose + ".", howToWrite, each.line);
    ActivityCurve::Weights all{};
    for (std::size_t h = 0; h < all.size(); ++h) {
        if (!weights->weights[h])
            return refusal("Hour " + std::to_string(h) + whose + " has no weight.", "Write all hours from 0 to 23.", weights->line);
        all[h] = *weights->weights[h];
    }
    if (weights->sum() <= 0)
        return refusal("All weights" + whose + " are 0.", "One of them has to be more.", weights->line);
    auto place = each.region.empty() ? std::pair{std::string{"UTC"}, Zone::utc()} : placeOf(each.region, each.line);
    if (!place)
        return tl::unexpected{place.error()};
    return ActivityRegion{.name = place->first, .zone = place->second, .share = each.share.value_or(each.sum()), .curve = ActivityCurve{all}};
}

Result<Activity> Reader::made() const
{
    const bool haveShares = std::ranges::any_of(given, [](const Given& each) { return each.share.has_value(); });
    const bool haveRegions = std::ranges::any_of(given, [](const Given& each) { return !each.region.empty(); });
    Activity activity;
    double sum = 0;
    for (const Given& each : given) {
        if (haveRegions && each.region.empty())
            continue;
        if (haveShares && !each.share)
            return refusal(each.region + " has no share.", "Write share, .10, " + each.region + ".", each.line);
        auto region = regionOf(each);
        if (!region)
            return tl::unexpected{region.error()};
        sum += region->share;
        activity.regions.push_back(std::move(*region));
    }
    if (sum <= 0)
        return refusal(given.empty() ? "There are no hours in it." : "All shares are 0.", howToWrite);
    for (ActivityRegion& region : activity.regions)
        region.share /= sum;
    return activity;
}

} // namespace

Result<Activity> readActivity(std::string_view utf8)
{
    Reader reader;
    bool isFirst = true;
    for (int line = 1; !utf8.empty(); ++line) {
        const auto end = std::min(utf8.find('\n'), utf8.size());
        const std::string_view text = trimmed(utf8.substr(0, end));
        utf8.remove_prefix(std::min(end + 1, utf8.size()));
        if (text.empty() || text.front() == '#')
            continue;
        if (const auto problem = reader.take(rowOf(text, line), isFirst))
            return tl::unexpected{*problem};
        isFirst = false;
    }
    return reader.made();
}

} // namespace lockstep

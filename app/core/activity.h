#pragma once
#include "core/timeline.h"
#include <array>

namespace lockstep {

/// How the inquiries of a day spread over its hours, by the clock on the wall: an hour's weight stands at the full hour,
/// between the hours it is linear, and 24:00 is 0:00 again.
class ActivityCurve {
public:
    using Weights = std::array<double, 24>;
    /// Range: no weight below 0, and their sum above 0.
    explicit ActivityCurve(const Weights&);
    /// The share of a day's inquiries that comes between two clocks, the integral itself: one for each whole day.
    double between(WallTime from, WallTime to) const;

private:
    double upToClock(Millis sinceMidnight) const;
    Weights m_weights;
    std::array<double, 25> m_upToHour;
};

/// Where a part of the inquiries comes from.
struct ActivityRegion {
    std::string name; ///< "New York"
    Zone zone = Zone::utc();
    double share = 0; ///< of the world's inquiries, 0 to 1
    ActivityCurve curve;
};

/// When inquiries come in, region by region.
struct Activity {
    std::string name;           ///< "an illustration, not data", or the file's name
    bool isIllustration = false; ///< built in, made up: to be said wherever a figure of it is shown
    std::vector<ActivityRegion> regions; ///< their shares add up to 1
};

/// What part of a day's inquiries falls into a stretch of time.
struct Touched {
    double world = 0;            ///< of the world's day
    std::vector<double> regions; ///< of each region's own day, in the order of Activity::regions
    double worst() const;        ///< the largest of the regions
    friend bool operator==(const Touched&, const Touched&) = default;
};

/// Clocks follow tzdb through the stretch: where an hour is repeated its inquiries come twice.
/// Range: 0 to 1; longer than a day, more.
Touched touchedBy(const Activity&, Span);
double touchedOf(const ActivityRegion&, Span);

/// The built-in curves. Errors: the machine's zone files cannot be used.
Result<Activity> activityIllustration();

/// The same activity with the clocks that hold on a timeline's axis: without a date, one offset a region.
/// Errors: no time zone or no clock is known; a region whose offset there depends on the date.
Result<Activity> onAxisOf(const Timeline&, Activity);

} // namespace lockstep

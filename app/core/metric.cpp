#include "core/metric.h"
#include "core/grouped.h"
#include "core/wording.h"

namespace lockstep {

std::vector<Measured> metricsOf(const TimelineView& view)
{
    std::vector<Measured> all;
    for (const Metric* metric : allMetrics())
        for (Measured& measured : metric->measure(view))
            all.push_back(std::move(measured));
    return all;
}

std::string figureWords(const Measured& measured)
{
    if (measured.count)
        return grouped(*measured.count);
    if (measured.least && measured.most)
        return lengthRange(*measured.least, *measured.most);
    return measured.least ? "at least " + lengthLabel(*measured.least) : "not known";
}

} // namespace lockstep

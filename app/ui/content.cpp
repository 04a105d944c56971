#include "ui/content.h"
#include "core/version.h"
#include "ui/sight.h"
#include "whatif/document.h"

namespace lockstep {

ChartContent contentOf(const Document& document, const Sight& sight)
{
    const std::string tz = tzVersion();
    return {.view = document.view(),
        .scenario = document.scenario(),
        .finding = document.finding(),
        .footnotes = document.footnotes(),
        .corner = "tz " + tz + " \u00b7 " + std::string{versionLabel()},
        .measures = document.study().measures,
        .bands = document.bands(),
        .lanes = lanePlaces(*document.bands(), document.study().lanes),
        .hidden = sight.hidden()};
}

} // namespace lockstep

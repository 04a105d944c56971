#include "cli/command.h"
#include "cli/json.h"
#include "cli/opened.h"
#include "cli/output.h"
#include "cli/table.h"
#include "core/metric.h"
#include "formats/text_for.h"

namespace lockstep::cli {
namespace {

std::optional<long long> millis(const std::optional<Millis>& length)
{
    return length ? std::optional<long long>{length->count()} : std::nullopt;
}

std::string jsonOf(const Opened& opened)
{
    Json metrics = Json::array();
    for (const Measured& measured : metricsOf(opened.view)) {
        Json metric{{"id", measured.id}, {"title", measured.title}};
        if (measured.count) {
            metric["count"] = *measured.count;
        } else {
            metric["least_ms"] = orNull(millis(measured.least));
            metric["most_ms"] = orNull(millis(measured.most));
        }
        metric["basis"] = measured.basis;
        metrics.push_back(std::move(metric));
    }
    return Json{{"scenario", scenarioTitle(opened)}, {"metrics", std::move(metrics)}}.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string textOf(const Opened& opened)
{
    std::vector<std::vector<std::string>> lines{{"Metric", "Length or count", "Basis"}};
    for (const Measured& measured : metricsOf(opened.view))
        lines.push_back({forTerminal(measured.title), figureWords(measured), forTerminal(measured.basis)});
    return aligned(std::move(lines));
}

} // namespace

OrStop<Exit> runMetrics(const Arguments& arguments)
{
    const auto opened = openFor(arguments);
    if (!opened)
        return tl::unexpected{opened.error()};
    printWarnings(**opened);
    return printData(arguments.has("json") ? jsonOf(**opened) : textOf(**opened));
}

} // namespace lockstep::cli

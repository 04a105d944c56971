#include "ui/edit_labels.h"
#include "chart/drag.h"
#include "core/wording.h"
#include "ui/figures.h"
#include "ui/words.h"
#include <QCoreApplication>
#include <algorithm>

namespace lockstep {

namespace {

QString said(const char* text)
{
    return QCoreApplication::translate("EditLabels", text);
}

QString momentWords(const Timeline& record, Instant at)
{
    const QString clock = shown(clockLabel(record, Zone::utc().wallAt(at)));
    return hasZones(record) ? said("%1 UTC").arg(clock) : clock;
}

} // namespace

QString moveLabel(const TimelineView& after, const Hit& hit, std::size_t rows)
{
    const QString moment = momentWords(after.record(), gripInstant(after, hit));
    if (hit.what == Hit::What::Event)
        return rows > 1 ? said("Move %1 rows, row %2 to %3").arg(QString::number(rows), QString::number(hit.event), moment)
                        : said("Move row %1 to %2").arg(QString::number(hit.event), moment);
    const auto window = std::ranges::find(after.windows(), hit.window, &Window::id);
    const QString name = window == after.windows().end() ? QString{} : shown(window->name);
    if (hit.what == Hit::What::WindowBegin)
        return said("Begin of %1 to %2").arg(name, moment);
    if (hit.what == Hit::What::WindowEnd)
        return said("End of %1 to %2").arg(name, moment);
    return said("Move %1 to %2").arg(name, moment);
}

QString rowsNamed(const std::set<EventId>& rows)
{
    constexpr std::size_t mostNamed = 4;
    if (rows.size() == 1)
        return said("row %1").arg(*rows.begin());
    if (rows.size() > mostNamed)
        return said("%1 rows").arg(rows.size());
    std::vector<std::string> numbers;
    for (const EventId id : rows)
        numbers.push_back(std::to_string(id));
    return said("rows %1").arg(shown(listed(numbers)));
}

} // namespace lockstep

#include "ui/moments.h"
#include "core/anchors.h"
#include "core/words.h"
#include "ui/words.h"
#include "whatif/document.h"
#include <QCoreApplication>
#include <QMenu>
#include <algorithm>

namespace lockstep {

namespace {

QString said(const char* text)
{
    return QCoreApplication::translate("Moments", text);
}

/// "Time to shout, onset to told": small letters and hyphens, and a number where it is taken.
std::string newId(const Timeline& record, const std::string& words)
{
    std::string id;
    for (const Word& word : wordsOf(words))
        id += (id.empty() ? "" : "-") + word.folded;
    const auto isTaken = [&](const std::string& tried) {
        return std::ranges::find(record.metrics, tried, &MetricDefinition::id) != record.metrics.end();
    };
    std::string free = id;
    for (int number = 2; isTaken(free); ++number)
        free = id + '-' + std::to_string(number);
    return free;
}

} // namespace

std::vector<std::string> momentNames(const Timeline& record)
{
    std::vector<std::string> names{usualMoments().begin(), usualMoments().end()};
    for (const Anchor& anchor : record.anchors)
        if (std::ranges::find(names, anchor.name) == names.end())
            names.push_back(anchor.name);
    return names;
}

std::vector<Anchor> momentsOf(const Timeline& record, EventId row)
{
    std::vector<Anchor> moments;
    for (const std::string& name : momentNames(record))
        if (const Anchor* anchor = anchorNamed(record, name); anchor != nullptr && anchor->event == row)
            moments.push_back(*anchor);
    return moments;
}

void setMoment(Document& document, const QString& name, EventId row)
{
    const QString trimmed = name.simplified();
    if (!trimmed.isEmpty())
        document.read(SetAnchor{{.name = bytes(trimmed), .event = row}}, said("Mark row %1 as %2").arg(row).arg(trimmed));
}

void removeMoment(Document& document, const std::string& name)
{
    document.read(RemoveAnchor{name}, said("Leave %1 without a row").arg(shown(name)));
}

QString addMetric(Document& document, const QString& name, const std::string& from, const std::string& to)
{
    const QString trimmed = name.simplified();
    if (trimmed.isEmpty())
        return said("Type what it is called.");
    if (from == to)
        return said("Choose two different moments.");
    const Timeline& record = document.resolved().timeline;
    const auto isSame = [&](const MetricDefinition& d) { return d.name == bytes(trimmed) && d.from == from && d.to == to; };
    if (std::ranges::any_of(record.metrics, isSame))
        return said("There is this figure already.");
    document.read(SetMetric{{newId(record, bytes(trimmed) + ' ' + from + ' ' + to), bytes(trimmed), from, to}}, said("Add the figure '%1'").arg(trimmed));
    return {};
}

void removeMetric(Document& document, const std::string& id)
{
    const auto& metrics = document.resolved().timeline.metrics;
    const auto found = std::ranges::find(metrics, id, &MetricDefinition::id);
    if (found != metrics.end())
        document.read(RemoveMetric{id}, said("Take the figure '%1' out").arg(shown(found->name)));
}

void addMomentMenu(QMenu& menu, Document& document, EventId row, std::function<void()> another)
{
    QMenu* moments = menu.addMenu(said("Mark as"));
    const Timeline& record = document.resolved().timeline;
    for (const std::string& name : momentNames(record)) {
        const Anchor* anchor = anchorNamed(record, name);
        const bool isHere = anchor != nullptr && anchor->event == row;
        // A proposal is confirmed by a first click, and only then can be taken back by the next.
        const bool isSaid = isHere && !anchor->proposed;
        QAction* action = moments->addAction(forMenu(isHere && !isSaid ? said("%1, as its words say").arg(shown(name)) : shown(name)), &document, [&document, name, row, isSaid] {
            isSaid ? removeMoment(document, name) : setMoment(document, shown(name), row);
        });
        action->setCheckable(true);
        action->setChecked(isHere);
    }
    moments->addSeparator();
    moments->addAction(said("Another moment\u2026"), &document, std::move(another));
}

} // namespace lockstep

#include "chart/drag.h"
#include "core/wording.h"
#include "ui/decisions.h"
#include "ui/figures.h"
#include "ui/panel_parts.h"
#include "ui/selection_panel.h"
#include "ui/window_edit.h"
#include "ui/words.h"
#include "whatif/document.h"
#include <QCoreApplication>
#include <QVBoxLayout>
#include <algorithm>

namespace lockstep {

namespace {

QString said(const char* text)
{
    return QCoreApplication::translate("WindowPanel", text);
}

/// Each clock on a line of its own, UTC first: "04:30 to 04:35 UTC".
QString boundWords(const Timeline& record, const Bound& bound)
{
    QStringList lines;
    const auto clock = [](const QString& time) { return time.section(QLatin1Char(','), 0, 0); };
    const auto earliest = clockRows(record, bound.earliest, -1);
    const auto latest = clockRows(record, bound.latest, -1);
    for (std::size_t i = earliest.size(); i-- > 0;) {
        const QString from = clock(earliest[i].second);
        const QString time = bound.isCertain() ? from : said("%1 to %2").arg(from, clock(latest[i].second));
        const bool isLast = i + 1 == earliest.size();
        lines.insert(isLast ? 0 : 1, time + QLatin1Char(' ') + earliest[i].first);
    }
    return lines.join(QLatin1Char('\n'));
}

/// "row 2: Start backups in DBs"
QString rowWords(const TimelineView& view, EventId id)
{
    return id <= view.eventCount() ? said("row %1: %2").arg(QString::number(id), shownText(view.event(id).text)) : QString{};
}

QString effectWords(Effect effect)
{
    if (effect == Effect::Blocks)
        return said("Locks");
    return effect == Effect::Stales ? said("Puts out of date") : said("Only runs");
}

void addFacts(QVBoxLayout* column, const TimelineView& view, const Window& window)
{
    const Timeline& record = view.record();
    panel::Facts facts(column);
    facts.add(said("Begins"), boundWords(record, window.begin));
    facts.add(said("Ends"), boundWords(record, window.end));
    facts.add(said("Lasts"), shown(lengthRange(window.end.earliest - window.begin.latest, window.end.latest - window.begin.earliest)));
    if (window.begin.tiedTo)
        facts.add(said("Begins with"), rowWords(view, *window.begin.tiedTo));
    else
        facts.add(said("Begin from"), shown(window.begin.basis));
    if (window.end.tiedTo)
        facts.add(said("Ends with"), rowWords(view, *window.end.tiedTo));
    else
        facts.add(said("End from"), shown(window.end.basis));
    if (!window.because.empty())
        panel::muted(column, shown(window.because));
}

/// A change of one member of the window's reading.
void addNames(QVBoxLayout* column, Document& document, const Window& window, bool mayChange)
{
    if (!mayChange)
        return;
    const auto spec = [window, &document] { return specOf(document.resolved().timeline, window); };
    panel::field(column, said("What it locks, in the document\u2019s words"), shown(window.what), said("every table"), [spec, &document](const QString& text) {
        WindowSpec changed = spec();
        changed.what = bytes(text);
        changeWindow(document, changed, said("Say what is locked"));
        return QString{};
    });
    panel::field(column, said("Name"), shown(window.name), said("Backups"), [spec, &document](const QString& text) {
        if (text.isEmpty())
            return said("A window needs a name.");
        WindowSpec changed = spec();
        changed.name = bytes(text);
        changeWindow(document, changed, said("Rename a window"));
        return QString{};
    });
    const Effect effects[] = {Effect::Blocks, Effect::Stales, Effect::Informs};
    QStringList options;
    for (const Effect effect : effects)
        options << effectWords(effect);
    panel::choice(column, said("What it does"), options, static_cast<int>(window.effect), [spec, &document](int index) {
        WindowSpec changed = spec();
        changed.effect = static_cast<Effect>(index);
        changeWindow(document, changed, said("Say what a window does"));
    });
}

void addScope(QVBoxLayout* column, Document& document, const Window& window)
{
    if (window.effect == Effect::Informs)
        return;
    panel::muted(column, said("Which copies"));
    panel::check(column, said("All of them"), window.scope.all, [window, &document](bool on) {
        Scope scope = window.scope;
        scope.all = on;
        changeScope(document, window, scope);
    });
    for (const Resource& resource : document.resolved().timeline.resources) {
        const bool isIn = !window.scope.all && window.scope.resources.contains(resource.id);
        panel::check(column, shown(resource.name), isIn, [window, &document, id = resource.id](bool on) {
            Scope scope = window.scope;
            scope.all = false;
            if (on)
                scope.resources.insert(id);
            else
                scope.resources.erase(id);
            changeScope(document, window, scope);
        });
    }
    panel::field(column, said("Add a copy"), {}, said("mirror"), [window, &document](const QString& text) {
        Scope scope = window.scope;
        scope.all = false;
        scope.resources.insert(resourceCalled(document.resolved().timeline, text));
        changeScope(document, window, scope);
        return QString{};
    });
}

void addBound(QVBoxLayout* column, Document& document, const Window& window, bool isBegin, bool latest, const QString& name)
{
    const Bound& bound = isBegin ? window.begin : window.end;
    const Timeline& record = document.resolved().timeline;
    const QString now = shown(clockLabel(record, Zone::utc().wallAt(latest ? bound.latest : bound.earliest)));
    const bool onClocks = hasZones(record);
    panel::field(column, name, now, onClocks ? said("04:30 or 00:30 Washington") : said("04:30"),
        [window, &document, isBegin, latest](const QString& text) { return typeBound(document, window, isBegin, latest, text); });
}

} // namespace

void showWindow(QVBoxLayout* column, Document& document, const TimelineView& view, const WindowId& id)
{
    const auto& windows = view.windows();
    const auto found = std::ranges::find(windows, id, &Window::id);
    if (found == windows.end())
        return;
    const Window window = *found;
    const bool isOfRecord = document.view().recordedWindow(id) != nullptr;
    const bool mayChange = document.isOnRecord() || !isOfRecord;
    panel::heading(column, shown(window.name));
    panel::muted(column, window.proposed ? said("%1. Read from the document\u2019s words.").arg(effectWords(window.effect)) : effectWords(window.effect));
    addFacts(column, view, window);
    if (window.proposed && document.isOnRecord())
        panel::link(column, said("Yes, that is right"), [window, &document] {
            changeWindow(document, specOf(document.resolved().timeline, window), said("Confirm a window"));
        });
    panel::rule(column);
    addNames(column, document, window, mayChange);
    addScope(column, document, window);
    addBound(column, document, window, true, false, hasZones(document.resolved().timeline) ? said("Begins (UTC, or with a place)") : said("Begins"));
    addBound(column, document, window, false, false, window.end.isCertain() ? said("Ends") : said("Ends at the earliest"));
    if (!window.end.isCertain() && document.isOnRecord())
        addBound(column, document, window, false, true, said("Ends at the latest"));
    if (!document.isOnRecord() && isOfRecord)
        panel::link(column, said("Put it back as recorded"), [id, &document] { putWindowBack(document, id); });
    panel::link(column, document.isOnRecord() ? said("Duplicate it in a what-if") : said("Duplicate it"), [id, &document] {
        const auto& now = document.view().windows();
        if (const auto it = std::ranges::find(now, id, &Window::id); it != now.end())
            duplicateWindow(document, Window{*it});
    });
    panel::link(column, document.isOnRecord() ? said("Remove this window") : said("Leave it out of this what-if"),
        [id, &document] { removeWindow(document, id); });
}

} // namespace lockstep

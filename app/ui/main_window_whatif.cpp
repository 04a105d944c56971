// Dates and zones that are asked for, windows made by hand, and the plot of every start.
#include "core/finding_words.h"
#include "core/wording.h"
#include "ui/chart_view.h"
#include "ui/decisions.h"
#include "ui/figures.h"
#include "ui/main_window.h"
#include "ui/selection.h"
#include "ui/selection_panel.h"
#include "ui/sweep_window.h"
#include "ui/window_edit.h"
#include "ui/words.h"
#include <QStatusBar>
#include <QUndoStack>
#include <algorithm>

namespace lockstep {

namespace {

constexpr int hintTime = 8000; // milliseconds: long enough to read, then gone

} // namespace

void MainWindow::undo()
{
    m_document.undoStack()->undo();
}

void MainWindow::redo()
{
    m_document.undoStack()->redo();
}

void MainWindow::askDate()
{
    Question question;
    const Timeline& record = m_document.resolved().timeline;
    // Of several files the first that has no date.
    const auto undated = std::ranges::find(record.sources, false, &Source::dated);
    const auto file = undated == record.sources.end() ? std::size_t{0} : static_cast<std::size_t>(undated - record.sources.begin());
    const EventId row = record.sources[file].firstRow;
    question.prompt = tr("On which day was row %1 (%2)?").arg(row).arg(record.has(row) ? shown(record.event(row).written) : QString{});
    if (record.sources.size() > 1)
        question.prompt += QLatin1Char(' ') + tr("It is the first of %1.").arg(shown(record.sources[file].name));
    question.placeholder = tr("year-month-day");
    question.button = tr("Set date");
    question.accept = [this, file](const QString& text) {
        const QString fault = typeDate(m_document, file, text);
        // The new reading's message may have taken the field away, and the keyboard with it.
        if (fault.isEmpty())
            m_view->setFocus();
        return fault;
    };
    m_messages->ask(question);
}

/// One lane is asked in its panel, which offers the rivals; several are asked at once.
void MainWindow::askZone()
{
    if (m_document.resolved().timeline.lanes.size() == 1) {
        m_selection->chooseLane(0);
        return m_panel->askWhat();
    }
    Question question;
    question.prompt = tr("Where were the clocks of these rows?");
    question.placeholder = tr("a place, or UTC+7");
    question.button = tr("Choose zone");
    question.accept = [this](const QString& text) { return typeZoneOfAll(m_document, text); };
    m_messages->ask(question);
}

void MainWindow::markWindowFromRows()
{
    const std::set<EventId>& rows = m_selection->events();
    const TimelineView& view = m_document.view();
    const bool areTimed = std::ranges::all_of(rows, [&](EventId id) { return view.record().has(id) && view.event(id).hasInstant; });
    if (rows.size() != 2 || !areTimed)
        return statusBar()->showMessage(tr("Select the two rows where it began and ended, then press L."), hintTime);
    if (view.at(*rows.begin()) == view.at(*rows.rbegin()))
        return statusBar()->showMessage(tr("Those two rows are one moment. Select a later row as the end."), hintTime);
    const WindowSpec spec = windowBetween(view, *rows.begin(), *rows.rbegin());
    addWindow(m_document, spec);
    askWhatItLocked(spec);
}

void MainWindow::markSpan(Span span)
{
    const WindowSpec spec = windowOver(m_document.view(), span);
    addWindow(m_document, spec);
    askWhatItLocked(spec);
}

void MainWindow::askWhatItLocked(const WindowSpec& spec)
{
    m_selection->chooseWindow(spec.id);
    const auto& windows = m_document.view().windows();
    const auto made = std::ranges::find(windows, spec.id, &Window::id);
    if (made == windows.end())
        return;
    const Timeline& record = m_document.resolved().timeline;
    const auto clock = [&](Instant at) { return shown(clockLabel(record, Zone::utc().wallAt(at))); };
    const QString utc = hasZones(record) ? QStringLiteral(" UTC") : QString{};
    Message message = noticeOf(QStringLiteral("made"), tr("Lock from %1 to %2. What did it lock?").arg(clock(made->begin.earliest), clock(made->end.latest) + utc));
    Question question;
    question.prompt = message.text;
    question.placeholder = tr("every table");
    question.button = tr("Done");
    question.accept = [this, spec](const QString& text) {
        if (text.isEmpty())
            return QString{};
        WindowSpec named = spec;
        named.what = bytes(text);
        changeWindow(m_document, named, tr("Say what is locked"));
        return QString{};
    };
    message.questions.push_back(question);
    m_messages->post(message);
    m_asked = spec.id;
}

/// A question about a window that is gone, as it was undone, can no longer be answered.
void MainWindow::withdrawStaleQuestion()
{
    const bool isGone = !m_asked.empty() && (!m_document.isOpen() || windowIn(m_document.view(), m_asked) == nullptr);
    if (!isGone)
        return;
    m_messages->withdraw(QStringLiteral("made"));
    m_asked.clear();
}

/// Of the selected window, else of the first that locks, else of the first that puts out of date.
WindowId MainWindow::windowToSweep() const
{
    if (!m_document.isOpen())
        return {};
    const TimelineView& view = m_document.view();
    const Window* chosen = windowIn(view, m_selection->window());
    if (chosen && chosen->effect != Effect::Informs)
        return chosen->id;
    for (const Effect effect : {Effect::Blocks, Effect::Stales})
        if (const auto it = std::ranges::find(view.windows(), effect, &Window::effect); it != view.windows().end())
            return it->id;
    return {};
}

void MainWindow::sweepHere()
{
    tryEveryStart(windowToSweep());
}

SweepWindow* MainWindow::tryEveryStart(const WindowId& window)
{
    if (!windowIn(m_document.view(), window))
        return nullptr;
    auto* sweep = new SweepWindow(m_document, window, this);
    connect(sweep, &SweepWindow::dateWanted, this, [this] {
        activateWindow();
        askDate();
    });
    sweep->show();
    return sweep;
}

} // namespace lockstep

// What-ifs, windows made by hand, and the messages that go with them.
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

int rowsNeedingAttention(const Resolved& resolved)
{
    std::set<std::pair<int, int>> lines;
    for (const Problem& problem : resolved.problems)
        if (problem.severity != Severity::Note)
            lines.emplace(problem.file, problem.line);
    return static_cast<int>(lines.size());
}

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

/// Each way to fix the rows can be looked at: it is applied as one undo step, and taken back as easily.
void MainWindow::addRepairs(Message& message)
{
    message.choicesLabel = tr("Ways to fix");
    for (const Repair& repair : m_document.resolved().repairs)
        message.choices.push_back({shown(repair.what + ' ' + repair.effect), tr("Try it"), [this, repair] { tryRepair(repair); }});
}

/// What contradicts itself has a line of its own where the first sentence speaks of something else.
void MainWindow::showDisorder()
{
    const Resolved& resolved = m_document.resolved();
    if (resolved.repairs.empty() || resolved.disorder.empty() || resolved.disorder == resolved.message)
        return m_messages->withdraw(QStringLiteral("disorder"));
    Message message = noticeOf(QStringLiteral("disorder"), shown(resolved.disorder));
    addRepairs(message);
    if (m_messages->differsFrom(message))
        m_messages->postBehind(message);
}

void MainWindow::tryRepair(const Repair& repair)
{
    m_document.read(repair.changes, tr("Fix the rows"));
    const int step = m_document.undoStack()->index();
    Message message = noticeOf(QStringLiteral("repair"), tr("Tried: %1 Keep it?").arg(shown(repair.what)));
    message.actions.push_back({tr("Keep"), [this] { m_messages->withdraw(QStringLiteral("repair")); }});
    message.actions.push_back({tr("Take it back"), [this, step] {
        m_messages->withdraw(QStringLiteral("repair"));
        if (m_document.undoStack()->index() == step)
            undo();
    }});
    m_messages->post(message);
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

void MainWindow::refreshMessages(bool recordChanged)
{
    if (!m_document.isOpen())
        return m_messages->clear();
    const Resolved& resolved = m_document.resolved();
    const QString sentence = shown(resolved.message);
    if (recordChanged && sentence.isEmpty())
        m_messages->withdraw(QStringLiteral("reading"));
    // A sentence that was closed stays closed until the reading says something else.
    if (recordChanged && sentence != m_lastMessage && !sentence.isEmpty()) {
        Message message = noticeOf(QStringLiteral("reading"), sentence);
        message.more = QString::fromStdString(resolved.why);
        const bool hasDate = std::ranges::all_of(resolved.timeline.sources, &Source::dated);
        if (resolved.timeline.isElapsed)
            message.actions.push_back({tr("Set the clock of T+0\u2026"), [this] { editZero(); }});
        else
            message.actions.push_back({hasDate ? tr("Change date\u2026") : tr("Set date\u2026"), [this] { askDate(); }});
        const auto& lanes = resolved.timeline.lanes;
        if (!resolved.timeline.isElapsed && std::ranges::any_of(lanes, [](const Lane& lane) { return lane.zoneName.empty(); }))
            message.actions.push_back({tr("Choose zone\u2026"), [this] { askZone(); }});
        if (resolved.disorder.empty() || resolved.disorder == resolved.message)
            addRepairs(message);
        m_messages->post(message);
    }
    if (recordChanged)
        showDisorder();
    if (recordChanged)
        m_lastMessage = sentence;
    if (recordChanged)
        showRebased();
    if (recordChanged)
        m_messages->withdraw(QStringLiteral("problems"));
    if (const int lines = rowsNeedingAttention(resolved); recordChanged && lines > 0) {
        Message message = noticeOf(QStringLiteral("problems"), lines == 1 ? tr("1 line needs attention.") : tr("%1 lines need attention.").arg(lines));
        message.moreLabel = tr("Show");
        QStringList sentences;
        for (const Problem& problem : resolved.problems)
            if (problem.severity != Severity::Note && sentences.size() < 8)
                sentences << shownProblem(problem, resolved.timeline);
        message.more = sentences.join(QLatin1Char('\n'));
        if (sentence.isEmpty() || m_messages->count() == 0)
            m_messages->post(message);
        else
            m_messages->postBehind(message);
    }
    if (const std::string fault = zoneDataFault(); recordChanged && !fault.empty())
        m_messages->post(faultOf(QStringLiteral("zones"), shown(fault)));
    if (m_document.isOnRecord())
        return m_messages->withdraw(QStringLiteral("whatif"));
    Message message = noticeOf(QStringLiteral("whatif"), tr("You are exploring '%1'. The record is unchanged.").arg(shown(m_document.scenario().name)));
    if (const QString note = shown(m_document.scenario().note); !note.isEmpty())
        message.text += QLatin1Char(' ') + tr("Note: %1").arg(note);
    if (canCorrectInstead(m_document))
        message.actions.push_back({tr("The document is wrong: correct it instead"), [this] { correctInstead(m_document); }});
    m_messages->withdraw(QStringLiteral("saved what-ifs"));
    message.actions.push_back({tr("Compare"), [this] { compareScenario(); }});
    message.actions.push_back({tr("Back to the record"), [this] { m_document.choose(-1); }});
    for (const Problem& problem : m_document.view().problems())
        message.more += (message.more.isEmpty() ? QString{} : QStringLiteral("\n")) + shownProblem(problem);
    if (m_messages->differsFrom(message))
        m_messages->post(message);
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
}

SweepWindow* MainWindow::tryEveryStart(const WindowId& window)
{
    if (!windowIn(m_document.view(), window))
        return nullptr;
    auto* sweep = new SweepWindow(m_document, window, this);
    sweep->show();
    return sweep;
}

} // namespace lockstep

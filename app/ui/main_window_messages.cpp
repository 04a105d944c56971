// The messages that follow the document: how it was read, what needs attention, which what-if is on show.
#include "ui/decisions.h"
#include "ui/main_window.h"
#include "ui/words.h"
#include <QUndoStack>
#include <algorithm>
#include <set>
#include <utility>

namespace lockstep {

namespace {

constexpr qsizetype mostListed = 8; // more are a list nobody reads

int linesNeedingAttention(const Resolved& resolved)
{
    std::set<std::pair<int, int>> lines;
    for (const Problem& problem : resolved.problems)
        if (problem.severity != Severity::Note)
            lines.emplace(problem.file, problem.line);
    return static_cast<int>(lines.size());
}

} // namespace

void MainWindow::refreshMessages(bool recordChanged)
{
    if (!m_document.isOpen())
        return m_messages->clear();
    if (recordChanged) {
        sayHowItWasRead();
        showDisorder();
        showRebased();
        sayWhatNeedsAttention();
        if (const std::string fault = zoneDataFault(); !fault.empty())
            m_messages->post(faultOf(QStringLiteral("zones"), shown(fault)));
    }
    if (m_isFirstView)
        sayWhoSharesTheLane();
    sayWhatIf();
}

void MainWindow::sayHowItWasRead()
{
    const Resolved& resolved = m_document.resolved();
    const QString sentence = shown(resolved.message);
    if (sentence.isEmpty())
        m_messages->withdraw(QStringLiteral("reading"));
    // A sentence that was closed stays closed until the reading says something else.
    if (std::exchange(m_lastMessage, sentence) == sentence || sentence.isEmpty())
        return;
    Message message = noticeOf(QStringLiteral("reading"), sentence);
    message.more = QString::fromStdString(resolved.why);
    const Timeline& record = resolved.timeline;
    const bool hasDate = std::ranges::all_of(record.sources, &Source::dated);
    if (record.isElapsed)
        message.actions.push_back({tr("Set the clock of T+0\u2026"), [this] { editZero(); }});
    else
        message.actions.push_back({hasDate ? tr("Change date\u2026") : tr("Set date\u2026"), [this] { askDate(); }});
    if (!record.isElapsed && std::ranges::any_of(record.lanes, [](const Lane& lane) { return lane.zoneName.empty(); }))
        message.actions.push_back({tr("Choose zone\u2026"), [this] { askZone(); }});
    if (resolved.disorder.empty() || resolved.disorder == resolved.message)
        addRepairs(message);
    m_messages->post(message);
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

void MainWindow::sayWhatNeedsAttention()
{
    m_messages->withdraw(QStringLiteral("problems"));
    const Resolved& resolved = m_document.resolved();
    const int lines = linesNeedingAttention(resolved);
    if (lines == 0)
        return;
    Message message = noticeOf(QStringLiteral("problems"), lines == 1 ? tr("1 line needs attention.") : tr("%1 lines need attention.").arg(lines));
    message.moreLabel = tr("Show");
    QStringList sentences;
    for (const Problem& problem : resolved.problems)
        if (problem.severity != Severity::Note && sentences.size() < mostListed)
            sentences << shownProblem(problem, resolved.timeline);
    message.more = sentences.join(QLatin1Char('\n'));
    if (resolved.message.empty() || m_messages->count() == 0)
        m_messages->post(message);
    else
        m_messages->postBehind(message);
}

void MainWindow::sayWhatIf()
{
    if (m_document.isOnRecord())
        return m_messages->withdraw(QStringLiteral("whatif"));
    m_messages->withdraw(QStringLiteral("saved what-ifs"));
    const Scenario& scenario = m_document.scenario();
    Message message = noticeOf(QStringLiteral("whatif"), tr("You are exploring '%1'. The record is unchanged.").arg(shownName(scenario.name)));
    if (const QString note = shown(scenario.note); !note.isEmpty())
        message.text += QLatin1Char(' ') + tr("Note: %1").arg(note);
    if (canCorrectInstead(m_document))
        message.actions.push_back({tr("The document is wrong: correct it instead"), [this] { correctInstead(m_document); }});
    message.actions.push_back({tr("Compare"), [this] { compareScenario(); }});
    message.actions.push_back({tr("Back to the record"), [this] { m_document.choose(-1); }});
    QStringList sentences;
    for (const Problem& problem : m_document.view().problems())
        if (sentences.size() < mostListed)
            sentences << shownProblem(problem);
    message.more = sentences.join(QLatin1Char('\n'));
    if (m_messages->differsFrom(message))
        m_messages->post(message);
}

} // namespace lockstep

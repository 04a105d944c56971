// The list of what-ifs, and what a changed record did to them.
#include "ui/compare_card.h"
#include "ui/main_window.h"
#include "ui/what_if_box.h"
#include "ui/words.h"
#include "whatif/study_steps.h"
#include <QAction>
#include <QMenu>
#include <algorithm>

namespace lockstep {

void MainWindow::newScenario()
{
    m_document.addScenario({});
}

void MainWindow::duplicateScenario()
{
    m_document.duplicateScenario(m_document.study().current);
}

void MainWindow::renameScenario()
{
    Question question;
    question.prompt = tr("Name of this what-if:");
    question.text = shown(m_document.scenario().name);
    question.button = tr("Rename");
    question.accept = [this](const QString& name) {
        const Study& study = m_document.study();
        if (name.isEmpty() || isNameTaken(study, name, study.current))
            return name.isEmpty() ? tr("Type a name.") : tr("That name is taken.");
        m_document.renameScenario(study.current, name, QString::fromStdString(m_document.scenario().note));
        return QString{};
    };
    m_messages->ask(question);
}

void MainWindow::noteScenario()
{
    const Scenario& scenario = m_document.scenario();
    Question question;
    question.prompt = tr("What is '%1' about?").arg(shownName(scenario.name));
    question.placeholder = tr("Who proposed it, and why");
    question.text = shown(scenario.note);
    question.button = tr("Keep the note");
    question.accept = [this](const QString& note) {
        m_document.renameScenario(m_document.study().current, QString::fromStdString(m_document.scenario().name), note);
        return QString{};
    };
    m_messages->ask(question);
}

void MainWindow::moveScenarioUp()
{
    m_document.moveScenario(m_document.study().current, m_document.study().current - 1);
}

void MainWindow::moveScenarioDown()
{
    m_document.moveScenario(m_document.study().current, m_document.study().current + 1);
}

void MainWindow::resetScenario()
{
    m_document.resetScenario(m_document.study().current);
}

void MainWindow::removeScenario()
{
    m_document.removeScenario(m_document.study().current);
}

void MainWindow::chooseScenario(int index)
{
    m_document.choose(index - 1);
}

void MainWindow::previousScenario()
{
    m_document.choose(std::max(-1, m_document.study().current - 1));
}

void MainWindow::nextScenario()
{
    const auto last = static_cast<int>(m_document.study().scenarios.size()) - 1;
    m_document.choose(std::min(last, m_document.study().current + 1));
}

void MainWindow::compareScenario()
{
    m_compare->setWanted(!m_compare->isWanted());
}

void MainWindow::addScenarioActions(QMenu& menu)
{
    const Actions& a = m_actions;
    menu.addActions({a.newScenario, a.duplicateScenario, a.compare, a.sweep});
    menu.addSeparator();
    menu.addActions({a.renameScenario, a.noteScenario, a.scenarioUp, a.scenarioDown});
    menu.addSeparator();
    menu.addActions({a.previousScenario, a.nextScenario});
    menu.addSeparator();
    menu.addActions({a.resetScenario, a.removeScenario});
}

void MainWindow::refreshScenarios()
{
    const Actions& a = m_actions;
    const bool isWhatIf = m_document.isOpen() && !m_document.isOnRecord();
    const int current = m_document.study().current;
    const auto last = static_cast<int>(m_document.study().scenarios.size()) - 1;
    for (QAction* action : {a.duplicateScenario, a.renameScenario, a.noteScenario, a.removeScenario, a.compare})
        action->setEnabled(isWhatIf);
    a.resetScenario->setEnabled(isWhatIf && !m_document.scenario().edits.empty());
    a.scenarioUp->setEnabled(isWhatIf && current > 0);
    a.scenarioDown->setEnabled(isWhatIf && current < last);
    a.previousScenario->setEnabled(isWhatIf);
    a.nextScenario->setEnabled(m_document.isOpen() && current < last);
    if (m_document.isOpen())
        m_showing->fill(m_document.study());
    else
        m_showing->empty();
}

/// A corrected clock moves what what-ifs count from: their distances hold, and what that did to look-ups is said.
void MainWindow::showRebased()
{
    const std::vector<std::string>& sentences = m_document.rebased();
    if (sentences.empty())
        return m_messages->withdraw(QStringLiteral("rebased"));
    Message message = noticeOf(QStringLiteral("rebased"), shown(sentences.front()));
    QStringList more;
    for (auto sentence = sentences.begin() + 1; sentence != sentences.end(); ++sentence)
        more << shown(*sentence);
    message.more = more.join(QLatin1Char('\n'));
    message.moreLabel = tr("%1 more").arg(more.size());
    m_messages->post(message);
}

} // namespace lockstep

// The list of what-ifs: each step one entry of the undo stack, with the name of the one it is about.
#include "formats/text_for.h"
#include "whatif/document_private.h"
#include "whatif/study_steps.h"

namespace lockstep {

void Document::Private::changeScenario(int index, Study next, const QString& label)
{
    if (next == study)
        return;
    const QString name = QString::fromStdString(forLabel(study.scenarios[static_cast<std::size_t>(index)].name));
    push(std::move(next), label.arg(name));
}

void Document::choose(int scenario)
{
    d->show(choosing(d->study, scenario));
}

int Document::addScenario(const QString& name)
{
    d->push(withScenario(d->study, name), tr("New what-if"));
    return d->study.current;
}

void Document::putScenario(Scenario scenario, const QString& label, bool inPlace)
{
    d->push(withScenario(d->study, std::move(scenario), inPlace), label);
}

int Document::duplicateScenario(int index)
{
    d->changeScenario(index, withCopy(d->study, index), tr("Duplicate '%1'"));
    return d->study.current;
}

void Document::renameScenario(int index, const QString& name, const QString& note)
{
    const Study next = renamed(d->study, index, name, note);
    if (next == d->study)
        return;
    const auto at = static_cast<std::size_t>(index);
    const bool isNote = next.scenarios[at].name == d->study.scenarios[at].name;
    d->changeScenario(index, next, isNote ? tr("Note on '%1'") : tr("Rename '%1'"));
}

void Document::removeScenario(int index)
{
    d->changeScenario(index, withoutScenario(d->study, index), tr("Remove '%1'"));
}

void Document::moveScenario(int from, int to)
{
    d->changeScenario(from, reordered(d->study, from, to), from < to ? tr("Move '%1' down") : tr("Move '%1' up"));
}

void Document::resetScenario(int index)
{
    d->changeScenario(index, withoutEdits(d->study, index), tr("Reset '%1'"));
}

} // namespace lockstep

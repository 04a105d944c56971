#include "whatif/study_steps.h"
#include "whatif/edits.h"

namespace lockstep {

namespace {

/// How the record is called where what-ifs are listed; no what-if may take this name.
const QLatin1String recordName{"As recorded"};

bool isIndexOf(int index, const Study& study)
{
    return index >= 0 && static_cast<std::size_t>(index) < study.scenarios.size();
}

Scenario& scenarioAt(Study& study, int index)
{
    return study.scenarios[static_cast<std::size_t>(index)];
}

bool isTaken(const Study& study, const QString& name, int except = -1)
{
    for (std::size_t i = 0; i < study.scenarios.size(); ++i) {
        if (static_cast<int>(i) != except && QString::fromStdString(study.scenarios[i].name) == name)
            return true;
    }
    return name == recordName;
}

QString freeName(const Study& study, const QString& wish, int except = -1)
{
    auto name = wish;
    for (int n = 2; isTaken(study, name, except); ++n)
        name = QStringLiteral("%1 %2").arg(wish).arg(n);
    return name;
}

QString firstFreeWhatIf(const Study& study)
{
    for (int n = 1;; ++n) {
        if (auto name = Document::tr("What if %1").arg(n); !isTaken(study, name))
            return name;
    }
}

Study withChosen(Study study, Scenario scenario)
{
    study.current = static_cast<int>(study.scenarios.size());
    study.scenarios.push_back(std::move(scenario));
    return study;
}

} // namespace

const Scenario& chosenOf(const Study& study)
{
    static const Scenario none;
    return isOnRecord(study) ? none : study.scenarios[static_cast<std::size_t>(study.current)];
}

bool isOnRecord(const Study& study)
{
    return !isIndexOf(study.current, study);
}

Study withEdits(const Study& study, const Timeline& record, const std::vector<Edit>& edits)
{
    const auto& chosen = chosenOf(study);
    auto edited = withEdits(record, chosen, edits);
    if (edited == chosen)
        return study;
    if (isOnRecord(study)) {
        edited.name = firstFreeWhatIf(study).toStdString();
        return withChosen(study, std::move(edited));
    }
    auto next = study;
    scenarioAt(next, study.current) = std::move(edited);
    return next;
}

Study withScenario(Study study, const QString& name)
{
    const auto wish = name.trimmed();
    const auto free = wish.isEmpty() ? firstFreeWhatIf(study) : freeName(study, wish);
    return withChosen(std::move(study), Scenario{free.toStdString(), {}, {}});
}

Study withoutScenario(Study study, int index)
{
    if (!isIndexOf(index, study))
        return study;
    study.scenarios.erase(study.scenarios.begin() + index);
    if (study.current == index)
        study.current = -1;
    else if (study.current > index)
        --study.current;
    return study;
}

Study renamed(Study study, int index, const QString& name, const QString& note)
{
    const auto wish = name.trimmed();
    if (!isIndexOf(index, study) || wish.isEmpty())
        return study;
    scenarioAt(study, index).name = freeName(study, wish, index).toStdString();
    scenarioAt(study, index).note = note.toStdString();
    return study;
}

Study withoutEdits(Study study, int index)
{
    if (isIndexOf(index, study))
        scenarioAt(study, index).edits.clear();
    return study;
}

Study choosing(Study study, int index)
{
    study.current = isIndexOf(index, study) ? index : -1;
    return study;
}

} // namespace lockstep

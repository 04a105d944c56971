#include "whatif/study_steps.h"
#include "whatif/edits.h"
#include <QRegularExpression>
#include <algorithm>

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

/// "Sooner 2", or the next number that is free.
QString numbered(const Study& study, const QString& wish, int except = -1)
{
    for (int n = 2;; ++n) {
        if (auto name = QStringLiteral("%1 %2").arg(wish).arg(n); !isNameTaken(study, name, except))
            return name;
    }
}

QString freeName(const Study& study, const QString& wish, int except = -1)
{
    return isNameTaken(study, wish, except) ? numbered(study, wish, except) : wish;
}

QString firstFreeWhatIf(const Study& study)
{
    for (int n = 1;; ++n) {
        if (auto name = Document::tr("What if %1").arg(n); !isNameTaken(study, name))
            return name;
    }
}

/// The name without the number it got when it was taken: the copy of "Sooner 2" is "Sooner 3".
QString withoutNumber(const QString& name)
{
    static const QRegularExpression number{QStringLiteral(" [0-9]{1,4}$")};
    return QString{name}.remove(number);
}

Study withChosen(Study study, Scenario scenario, int at)
{
    study.current = at;
    study.scenarios.insert(study.scenarios.begin() + at, std::move(scenario));
    return study;
}

int countOf(const Study& study)
{
    return static_cast<int>(study.scenarios.size());
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
        return withChosen(study, std::move(edited), countOf(study));
    }
    auto next = study;
    scenarioAt(next, study.current) = std::move(edited);
    return next;
}

Study withScenario(Study study, const QString& name)
{
    const auto wish = name.trimmed();
    const auto free = wish.isEmpty() ? firstFreeWhatIf(study) : freeName(study, wish);
    const int last = countOf(study);
    return withChosen(std::move(study), Scenario{free.toStdString(), {}, {}}, last);
}

Study withCopy(Study study, int index)
{
    if (!isIndexOf(index, study))
        return study;
    Scenario copy = scenarioAt(study, index);
    copy.name = numbered(study, withoutNumber(QString::fromStdString(copy.name))).toStdString();
    return withChosen(std::move(study), std::move(copy), index + 1);
}

Study withScenario(Study study, Scenario scenario, bool inPlace)
{
    const bool replaces = inPlace && !isOnRecord(study);
    scenario.name = freeName(study, QString::fromStdString(scenario.name), replaces ? study.current : -1).toStdString();
    if (!replaces) {
        const int last = countOf(study);
        return withChosen(std::move(study), std::move(scenario), last);
    }
    scenarioAt(study, study.current) = std::move(scenario);
    return study;
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

Study reordered(Study study, int from, int to)
{
    if (!isIndexOf(from, study))
        return study;
    to = std::clamp(to, 0, countOf(study) - 1);
    const auto at = [&](int index) { return study.scenarios.begin() + index; };
    if (from < to)
        std::rotate(at(from), at(from + 1), at(to + 1));
    else
        std::rotate(at(to), at(from), at(from + 1));
    const int chosen = study.current;
    if (chosen == from)
        study.current = to;
    else if (chosen > from && chosen <= to)
        --study.current;
    else if (chosen < from && chosen >= to)
        ++study.current;
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

bool isNameTaken(const Study& study, const QString& name, int except)
{
    const auto isSame = [&](const QString& other) { return name.compare(other, Qt::CaseInsensitive) == 0; };
    for (int i = 0; i < countOf(study); ++i)
        if (i != except && isSame(QString::fromStdString(study.scenarios[static_cast<std::size_t>(i)].name)))
            return true;
    return isSame(recordName);
}

} // namespace lockstep

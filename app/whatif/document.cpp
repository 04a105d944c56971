#include "whatif/document.h"
#include "core/added_file.h"
#include "core/rebased.h"
#include "formats/text_for.h"
#include "whatif/decisions.h"
#include "whatif/document_private.h"
#include "whatif/edits.h"
#include "whatif/study_file.h"
#include "whatif/study_steps.h"
#include <algorithm>

namespace lockstep {

void Document::Private::open(Incident incident, const QString& from)
{
    stack.clear();
    opened = std::move(incident.draft);
    study = Study{std::move(incident.reading), std::move(incident.scenarios), std::move(incident.measures), -1, {}, std::move(incident.lanes)};
    rebased.clear();
    path = from;
    studyPath = isStudyFile(from) ? from : QString{};
    isOpen = true;
    resolveRecord();
}

const Resolved& Document::Private::tryOut(const Reading& reading)
{
    if (!tried || tried->first != reading)
        tried = std::pair{reading, resolve(draft(), reading)};
    return tried->second;
}

void Document::Private::resolveRecord()
{
    tryOut(study.reading);
    resolved = std::move(tried->second);
    tried.reset();
    bands.reset();
    applyScenario();
}

void Document::Private::applyScenario()
{
    view = applied(resolved.timeline, chosenOf(study));
    finding.reset();
}

void Document::Private::show(const Study& next)
{
    if (next == study)
        return;
    const bool filesChanged = next.together != study.together;
    const bool readingChanged = filesChanged || next.reading != study.reading;
    const Study before = std::exchange(study, next);
    rebased.clear();
    if (filesChanged)
        tried.reset();
    if (readingChanged) {
        const Timeline was = std::move(resolved.timeline);
        resolveRecord();
        sayRebased(was, before);
        emit q.recordChanged();
    } else if (study.scenarios != before.scenarios || study.current != before.current) {
        applyScenario();
    }
    emit q.viewChanged();
}

void Document::Private::sayRebased(const Timeline& was, const Study& before)
{
    if (before.scenarios.empty())
        return;
    const Draft& draftBefore = before.together ? *before.together : opened;
    const RowMap rows = before.together == study.together ? RowMap::same(was.events.size()) : RowMap::between(draftBefore, draft());
    rebased = rebasedSentences({was, before.scenarios}, {resolved.timeline, study.scenarios}, rows);
}

void Document::Private::push(Study next, const QString& label, std::optional<StudyCommand::Nudge> nudge)
{
    // Compared first: even a command that takes itself back would clear what can be redone.
    if (next == study)
        return;
    stack.push(new StudyCommand{study, std::move(next), label, [this](const Study& s) { show(s); }, std::move(nudge)});
}

/// The reading with a decision on top, or without any on its subject where that comes to the same record.
Reading Document::Private::decided(const Reading& reading, const Change& change)
{
    auto with = withDecision(reading, change, reading == study.reading ? resolved : tryOut(reading));
    if (with == reading)
        return reading;
    auto without = reading;
    without.erase(std::remove_if(without.begin(), without.end(),
                      [&](const ReadingEntry& entry) { return sameThing(entry.change, change); }),
        without.end());
    const auto plain = without == study.reading ? resolved : resolve(draft(), without);
    return sameRecord(tryOut(with), plain) ? without : with;
}

Document::Document(QObject* parent)
    : QObject(parent)
    , d(new Private{*this})
{
    d->view = applied(d->resolved.timeline, {});
    connect(&d->stack, &QUndoStack::cleanChanged, this, [this](bool clean) { emit modifiedChanged(!clean); });
}

Document::~Document()
{
    // The stack says it became clean while it goes down; nobody should hear of that.
    d->stack.disconnect(this);
}

void Document::setIncident(Incident incident, const QString& path)
{
    d->tried.reset();
    d->open(std::move(incident), path);
    emit recordChanged();
    emit viewChanged();
}

void Document::setIncident(Incident incident, const QString& path, Resolved resolved)
{
    d->tried = std::pair{incident.reading, std::move(resolved)};
    d->open(std::move(incident), path);
    emit recordChanged();
    emit viewChanged();
}

void Document::close()
{
    d->tried.reset();
    d->open({}, {});
    d->isOpen = false;
    emit recordChanged();
    emit viewChanged();
}

void Document::setRecovered(Incident incident, const QString& path, const QString& studyPath)
{
    d->tried.reset();
    d->open(std::move(incident), path);
    d->studyPath = studyPath;
    d->stack.resetClean();
    emit recordChanged();
    emit viewChanged();
}

bool Document::isOpen() const
{
    return d->isOpen;
}

QString Document::path() const
{
    return d->path;
}

QString Document::studyPath() const
{
    return d->studyPath;
}

bool Document::isModified() const
{
    return !d->stack.isClean();
}

Incident Document::incident() const
{
    return Incident{d->draft(), d->study.reading, d->study.scenarios, d->study.measures, d->study.lanes};
}

const Draft& Document::draft() const
{
    return d->draft();
}

const Study& Document::study() const
{
    return d->study;
}

const Resolved& Document::resolved() const
{
    return d->resolved;
}

const TimelineView& Document::view() const
{
    return d->view;
}

const Scenario& Document::scenario() const
{
    return chosenOf(d->study);
}

const Finding& Document::finding() const
{
    if (!d->finding)
        d->finding = findingOf(d->view, chosenOf(d->study), d->study.reading, d->resolved);
    return *d->finding;
}

std::vector<std::string> Document::footnotes() const
{
    return lockstep::footnotes(d->view, chosenOf(d->study), d->study.reading, d->resolved);
}

bool Document::isOnRecord() const
{
    return lockstep::isOnRecord(d->study);
}

TimelineView Document::preview(const std::vector<Edit>& edits) const
{
    return applied(d->resolved.timeline, withEdits(d->resolved.timeline, chosenOf(d->study), edits));
}

Finding Document::previewFinding(const std::vector<Edit>& edits) const
{
    const Scenario scenario = withEdits(d->resolved.timeline, chosenOf(d->study), edits);
    return findingOf(applied(d->resolved.timeline, scenario), scenario, d->study.reading, d->resolved);
}

void Document::read(const Change& change, const QString& label)
{
    read(std::vector{change}, label);
}

void Document::read(const std::vector<Change>& changes, const QString& label)
{
    auto next = d->study;
    for (const auto& change : changes)
        next.reading = d->decided(next.reading, change);
    d->push(std::move(next), label);
}

void Document::forget(const std::vector<Change>& changes, const QString& label)
{
    auto next = d->study;
    for (const auto& change : changes)
        std::erase_if(next.reading, [&](const ReadingEntry& entry) { return entry.change == change; });
    d->push(std::move(next), label);
}

std::vector<FileSummary> Document::wouldAdd(const Draft& file) const
{
    const Incident with = withFile(incident(), file);
    const Resolved whole = resolve(with.draft, with.reading);
    std::vector<FileSummary> summaries;
    for (std::size_t i = draft().added.size(); i < with.draft.added.size(); ++i)
        summaries.push_back(summaryOf(whole, with.draft.added[i], static_cast<int>(i) + 1));
    return summaries;
}

void Document::addFile(const Draft& file)
{
    Incident with = withFile(incident(), file);
    d->push({std::move(with.reading), std::move(with.scenarios), std::move(with.measures), d->study.current, std::make_shared<const Draft>(std::move(with.draft)), d->study.lanes},
        tr("Add %1").arg(QString::fromStdString(forLabel(file.sourceName))));
}

void Document::readAgain(Carried carried)
{
    const QString name = QString::fromStdString(forLabel(carried.incident.draft.sourceName));
    d->push({std::move(carried.incident.reading), std::move(carried.incident.scenarios), std::move(carried.incident.measures), d->study.current,
                std::make_shared<const Draft>(std::move(carried.incident.draft)), d->study.lanes},
        tr("Read %1 again").arg(name));
}

const std::vector<std::string>& Document::rebased() const
{
    return d->rebased;
}

void Document::edit(const std::vector<Edit>& edits, const QString& label)
{
    d->push(withEdits(d->study, d->resolved.timeline, edits), label);
}

void Document::setEdits(const std::vector<Edit>& edits, const QString& label)
{
    if (isOnRecord())
        return;
    Study next = d->study;
    next.scenarios[static_cast<std::size_t>(next.current)].edits = edits;
    d->push(std::move(next), label);
}

void Document::nudge(const std::vector<Edit>& edits, const QString& label)
{
    d->push(withEdits(d->study, d->resolved.timeline, edits), label, StudyCommand::Nudge{edits, d->steadyClock()});
}

const std::shared_ptr<const Bands>& Document::bands() const
{
    if (!d->bands || d->bands->by() != d->study.lanes.by)
        d->bands = std::make_shared<const Bands>(d->resolved.timeline, d->study.lanes.by);
    return d->bands;
}

void Document::showLanes(LanesShown lanes, const QString& label)
{
    Study next = d->study;
    next.lanes = std::move(lanes);
    d->push(std::move(next), label);
}

Result<void> Document::save(const QString& path)
{
    if (auto saved = saveStudy(path, d->path, incident(), d->resolved, d->view, chosenOf(d->study)); !saved)
        return saved;
    d->studyPath = path;
    d->stack.setClean();
    return {};
}

QUndoStack* Document::undoStack() const
{
    return &d->stack;
}

void Document::setSteadyClock(std::function<std::chrono::steady_clock::time_point()> clock)
{
    d->steadyClock = std::move(clock);
}

} // namespace lockstep

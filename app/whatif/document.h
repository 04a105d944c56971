#pragma once
#include "core/carried.h"
#include "core/file_summary.h"
#include "core/finding.h"
#include "core/incident.h"
#include "core/resolve.h"
#include <QObject>
#include <QString>
#include <chrono>
#include <functional>
#include <memory>

class QUndoStack;

namespace lockstep {

/// The reading, the what-ifs and the measures at one moment: what undo goes back to.
struct Study {
    Reading reading;
    std::vector<Scenario> scenarios;
    std::vector<Measure> measures = {};
    int current = -1; ///< index into scenarios; -1 is the record
    std::shared_ptr<const Draft> together = {}; ///< the draft with the files added since it was opened; none: as opened
    LanesShown lanes = {}; ///< how they are shown, whatever the scenario
    friend bool operator==(const Study&, const Study&) = default;
};

/// One open incident: the draft (never changed, but that files are added), the study over it, and what they resolve to.
class Document : public QObject {
    Q_OBJECT
public:
    explicit Document(QObject* parent = nullptr);
    ~Document() override;

    /// Replaces what is open, clears the undo stack. `path`: the file, "-" or empty for none.
    void setIncident(Incident incident, const QString& path);
    /// As setIncident, with the record that the incident's reading makes of its draft already worked out.
    void setIncident(Incident incident, const QString& path, Resolved resolved);
    /// Nothing is open any more.
    void close();
    /// As setIncident, for work found in the recovery folder: it opens as modified and is saved to `studyPath`.
    void setRecovered(Incident incident, const QString& path, const QString& studyPath);
    bool isOpen() const;
    QString path() const;          ///< the file that was opened
    QString studyPath() const;     ///< the .lockstep file that saving writes; empty until one is chosen
    bool isModified() const;

    Incident incident() const;     ///< as it would be saved now
    const Draft& draft() const;
    const Study& study() const;
    const Resolved& resolved() const;
    const TimelineView& view() const;  ///< of the current scenario, or the record
    const Scenario& scenario() const;  ///< the current one; without name and edits on the record
    const Finding& finding() const;
    std::vector<std::string> footnotes() const;
    bool isOnRecord() const;
    /// The lanes of the chart, told apart as the study says.
    const std::shared_ptr<const Bands>& bands() const;

    /// What the current view would be with these edits on top. Nothing changes, nobody hears of it.
    TimelineView preview(const std::vector<Edit>& edits) const;
    /// What the headline would then say.
    Finding previewFinding(const std::vector<Edit>& edits) const;

    /// A decision about the record (a reading), one undo step. `label` names it in the Undo menu.
    void read(const Change& change, const QString& label);
    void read(const std::vector<Change>& changes, const QString& label);
    /// Takes decisions back, so that the program decides again: one undo step. They may stand in the reading no more.
    void forget(const std::vector<Change>& changes, const QString& label);
    /// What each file of a draft would bring to the axis. Nothing changes.
    std::vector<FileSummary> wouldAdd(const Draft& file) const;
    /// Puts the rows of another file on the axis, one undo step; see core/added_file.h. Its bytes are not there yet.
    void addFile(const Draft& file);
    /// Puts the readings and what-ifs onto the source read again, one undo step; see core/carried.h.
    void readAgain(Carried carried);
    /// What the last change of the record did to the look-ups of each what-if, a sentence each; empty after any other step.
    const std::vector<std::string>& rebased() const;
    /// Edits of the current what-if, one undo step; on the record a new one ("What if 1") is started in the same step.
    /// Edits that change nothing make no undo step.
    /// Distances count from the record, not from where the thing lies now: a later edit of the same thing replaces the
    /// earlier, and one back to where the record has it takes the earlier away.
    void edit(const std::vector<Edit>& edits, const QString& label);
    /// All edits of the current what-if stated anew, one undo step; on the record nothing.
    void setEdits(const std::vector<Edit>& edits, const QString& label);
    /// As edit, and joins the undo step before it when that was a nudge of the same things less than a second ago.
    void nudge(const std::vector<Edit>& edits, const QString& label);
    /// How the lanes are shown, one undo step; see core/lane_view.h.
    void showLanes(LanesShown lanes, const QString& label);
    void choose(int scenario);     ///< -1: the record. Not an undo step
    /// A new what-if, chosen at once; a name that is taken gets a number. An empty name: "What if N".
    int addScenario(const QString& name);
    /// A copy with a number, after the original and chosen at once.
    int duplicateScenario(int index);
    /// A what-if as it is, chosen at once, one undo step; a name that is taken gets a number. `inPlace`: it takes the place
    /// of the one shown, unless that is the record.
    void putScenario(Scenario scenario, const QString& label, bool inPlace = false);
    /// An empty name changes nothing; one that is taken gets a number.
    void renameScenario(int index, const QString& name, const QString& note);
    void removeScenario(int index);
    void moveScenario(int from, int to); ///< to another place in the list
    void resetScenario(int index); ///< takes all its edits away

    /// Keeps a measure, one undo step; nothing where it is kept already.
    void keepMeasure(const Measure& measure, const QString& label);
    void removeMeasure(const Measure& measure, const QString& label);
    bool isKept(const Measure& measure) const;

    /// Writes the .lockstep file through safeSave.
    /// Errors: as safeSave; the file that was opened, unless it is a .lockstep file itself. The document stays modified.
    Result<void> save(const QString& path);

    QUndoStack* undoStack() const;

    /// The clock that decides whether nudges follow each other closely. For tests.
    void setSteadyClock(std::function<std::chrono::steady_clock::time_point()> clock);

signals:
    void recordChanged();   ///< another incident, or the reading changed: everything may differ
    void viewChanged();     ///< the chosen scenario or its edits changed (also sent after recordChanged)
    void modifiedChanged(bool modified);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace lockstep

#pragma once
#include "whatif/document.h"
#include "whatif/study_command.h"
#include <QUndoStack>

namespace lockstep {

struct Document::Private {
    Document& q;
    QUndoStack stack{};
    Draft opened{};
    Study study{};
    Resolved resolved{};
    TimelineView view{};
    std::optional<Finding> finding{};
    std::shared_ptr<const Bands> bands{}; ///< made when asked for
    std::vector<std::string> rebased{};
    QString path{}, studyPath{};
    bool isOpen = false;
    std::function<std::chrono::steady_clock::time_point()> steadyClock = std::chrono::steady_clock::now;
    /// Resolved to see whether a decision changes anything, and not again when it is shown.
    std::optional<std::pair<Reading, Resolved>> tried{};

    const Draft& draft() const { return study.together ? *study.together : opened; }
    void open(Incident incident, const QString& from);
    const Resolved& tryOut(const Reading& reading);
    void resolveRecord();
    void applyScenario();
    void show(const Study& next);
    void sayRebased(const Timeline& was, const Study& before);
    void push(Study next, const QString& label, std::optional<StudyCommand::Nudge> nudge = {});
    void changeScenario(int index, Study next, const QString& label);
    Reading decided(const Reading& reading, const Change& change);
};

} // namespace lockstep

#pragma once
#include "whatif/document.h"
#include <QUndoCommand>
#include <chrono>
#include <functional>

namespace lockstep {

/// The one undo command: the study before and after.
class StudyCommand : public QUndoCommand {
public:
    using Show = std::function<void(const Study&)>;
    using Moment = std::chrono::steady_clock::time_point;

    /// What a nudge moved and when: repeated within a second it joins the step before.
    struct Nudge {
        std::vector<Edit> edits;
        Moment at;
    };

    StudyCommand(Study before, Study after, const QString& label, Show show, std::optional<Nudge> nudge = {});

    void undo() override { m_show(m_before); }
    void redo() override { m_show(m_after); }
    int id() const override;
    bool mergeWith(const QUndoCommand* later) override;

private:
    Study m_before, m_after;
    Show m_show;
    std::optional<Nudge> m_nudge;
};

} // namespace lockstep

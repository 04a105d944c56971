#include "whatif/study_command.h"
#include <algorithm>

namespace lockstep {

namespace {

constexpr int nudgeId = 1;

/// Whether both move the same thing, however far.
bool moveSameThing(const Edit& a, const Edit& b)
{
    const auto *eventA = std::get_if<MoveEvent>(&a), *eventB = std::get_if<MoveEvent>(&b);
    if (eventA && eventB)
        return eventA->event == eventB->event;
    const auto *windowA = std::get_if<MoveWindow>(&a), *windowB = std::get_if<MoveWindow>(&b);
    return windowA && windowB && windowA->window == windowB->window;
}

} // namespace

StudyCommand::StudyCommand(Study before, Study after, const QString& label, Show show, std::optional<Nudge> nudge)
    : QUndoCommand(label)
    , m_before(std::move(before))
    , m_after(std::move(after))
    , m_show(std::move(show))
    , m_nudge(std::move(nudge))
{
}

int StudyCommand::id() const
{
    return m_nudge ? nudgeId : -1;
}

bool StudyCommand::mergeWith(const QUndoCommand* later)
{
    const auto* other = dynamic_cast<const StudyCommand*>(later);
    if (!other || !m_nudge || !other->m_nudge)
        return false;
    const auto &mine = m_nudge->edits, &theirs = other->m_nudge->edits;
    const bool joins = other->m_before == m_after && other->m_nudge->at - m_nudge->at < std::chrono::seconds{1}
        && std::equal(mine.begin(), mine.end(), theirs.begin(), theirs.end(), moveSameThing);
    if (!joins)
        return false;
    m_after = other->m_after;
    m_nudge = other->m_nudge;
    setText(other->text()); // it says where the thing lies in the end
    // There and back again is no step.
    setObsolete(m_before == m_after);
    return true;
}

} // namespace lockstep

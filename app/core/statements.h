#pragma once
#include "core/timeline.h"
#include "core/vocabulary.h"

namespace lockstep {

/// A row of the timeline and which ideas stand in it. Its words are marked anew when asked for: a log has a million
/// rows, and few are looked at twice.
struct MarkedRow {
    const Timeline* timeline = nullptr;
    EventId id = 0;
    std::uint64_t ideas = 0; ///< a bit for each
    bool has(Idea idea) const { return (ideas >> static_cast<unsigned>(idea) & 1) != 0; }
    Event event() const { return timeline->event(id); }
    MarkedText marks() const { return marked(event().text); }
};

/// A row that starts or ends something: "start backups in DBs".
struct ProcessRow {
    EventId row = 0;
    std::string process; ///< the vocabulary's name for it: "backups"; empty for what it does not know
    std::string name;    ///< in the row's words, with a capital: "Backups"
    std::vector<std::string> words; ///< the words of the name, folded, without small words
};

/// The id of the window a row opens: its process, else the words of its name.
WindowId idOf(const ProcessRow& start);

/// Rows that start something: a begin word with what begins right after it or right before it. Of each process in an
/// incident, and of each thing of a name, the first alone, for a log starts the same a million times; of more than some
/// hundred names none, for such a log is no story.
std::vector<ProcessRow> startsIn(const std::vector<MarkedRow>& rows);
/// True when the row says that this process is over.
bool saysEnded(const MarkedText& row, std::string_view process);

/// A clause that says something locks something: "the backup run locks every table".
struct LockStatement {
    std::string process;      ///< whose doing it is; empty when no known process stands in the clause
    std::vector<std::string> words; ///< the clause's words, folded, for processes the vocabulary does not know
    std::string thing;        ///< "every table", "accounts"
    bool concernsAll = false;
    std::string_view sentence;
    int line = 0, file = 0;
    EventId row = 0;          ///< 0: not in a row
};

/// Statements of fact only: not negated, not wished for ("should lock only the master"), and with a thing that can
/// be locked in the same clause. The process may stand in a neighbouring clause with "when" or "while".
std::vector<LockStatement> lockStatementsIn(const MarkedText& text);

} // namespace lockstep

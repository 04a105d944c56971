#pragma once
#include "core/words.h"
#include <optional>
#include <span>

namespace lockstep {

/// What a word of resources/vocabulary stands for; the files explain each.
enum class Idea {
    Begin, End, Lock, Unlock, Restrict, Look, LookNoun, NoLook, Seen, Refused, Correct, Process, Past, Thing, All,
    Breaks, Restores, Detects, Tells, Not, Wish, When, Notice, Article, Helper, Cut, Least, Most,
    Exactly, About, Unit, Number, Duration, Role, Declares, Mitigates, Informs, Daily, Share
};

/// Words of a text that are an entry of the vocabulary.
struct Mention {
    Idea idea = Idea::Not;
    std::string_view name; ///< the kind of a process, thing, seen, unit or number: "backups"; else empty
    std::size_t first = 0, count = 1; ///< index into MarkedText::words, how many words
};

/// Those that begin at words [first, end); mentions stand in the order of `first`.
std::span<const Mention> mentionsIn(const std::vector<Mention>& mentions, std::size_t first, std::size_t end);

/// A text with what the vocabulary knows of it.
struct MarkedText {
    std::string_view text; ///< must outlive this
    std::vector<Word> words;
    std::vector<Mention> mentions; ///< in order of `first`; hidden ones are left out

    /// The first mention of an idea from word `from` on; nullptr if there is none.
    const Mention* find(Idea idea, std::size_t from = 0) const;
    bool has(Idea idea) const { return find(idea) != nullptr; }
    int clauseOf(const Mention& mention) const { return words[mention.first].clause; }
    int sentenceOf(const Mention& mention) const { return words[mention.first].sentence; }
    /// A "not" stands in the same clause at most three words before.
    bool isNegated(const Mention& mention) const;
    /// The text from the first to the last of these words, as written.
    std::string_view written(std::size_t first, std::size_t count) const;
};

/// Finds the words of all languages of resources/vocabulary.
/// Two ideas that oppose each other do not overlap: the longer entry hides the shorter one inside it.
/// Bytes: of a text of more than 16 KiB, a log in one cell, the beginning.
MarkedText marked(std::string_view text);

/// Whether a line of the files may begin so: "begin", "process".
bool isIdea(std::string_view key);

/// The first word kept for a named idea, for sentences: of Past "integration" it is "integrated"; empty if unknown.
std::string_view wordFor(Idea idea, std::string_view name);

} // namespace lockstep

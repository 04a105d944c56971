#pragma once
#include <string>
#include <string_view>
#include <vector>

/// The vocabulary of resources/reading/words.txt.
namespace lockstep::markdown {

/// Lower case, for comparing; accents stay.
std::string folded(std::string_view text);

/// Whether a phrase of the list `key` is the whole of the text, ignoring case.
bool isOneOf(std::string_view key, std::string_view text);

/// Whether the text begins with a phrase of the list `key`, whole words only.
bool beginsWithOneOf(std::string_view key, std::string_view text);

/// Whether a phrase of the list `key` stands anywhere in the text, whole words only.
bool holdsOneOf(std::string_view key, std::string_view text);

/// The text without what often stands before the words of a heading: numbers, bullets, emoji, brackets.
std::string_view headingWords(std::string_view text);

/// How many words a text has.
std::size_t wordCount(std::string_view text);

/// How many words of a text are in a list of single words.
std::size_t countOf(std::string_view key, std::string_view text);

} // namespace lockstep::markdown

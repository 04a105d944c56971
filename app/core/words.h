#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace lockstep {

/// A word of a text. Words are letters and digits; "10:35", "1.5" and "don't" are one word each.
struct Word {
    std::string folded; ///< small letters without accents and apostrophes: "khoa", "dont"
    std::string accented; ///< small letters with their accents: "khóa"; empty when there are none
    std::size_t begin = 0, length = 0; ///< bytes in the text
    int clause = 0;     ///< counts up at , ; : ( ) dashes and at sentence ends
    int sentence = 0;   ///< counts up at . ! ? before a blank or the end
};

/// The words of a text in order. Bytes that are no UTF-8 separate words.
std::vector<Word> wordsOf(std::string_view text);

/// Small letters without accents, all else as it is: "Khóa Bảng" -> "khoa bang".
std::string folded(std::string_view text);

/// The text with its first letter large or small, for Latin letters; "backups" <-> "Backups".
std::string withCapital(std::string_view text);
/// A word of several capitals ("DB backups") stays as it is.
std::string withSmall(std::string_view text);

} // namespace lockstep

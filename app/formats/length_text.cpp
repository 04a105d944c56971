#include "formats/length_text.h"
#include "formats/table/duration.h"
#include <algorithm>

namespace lockstep {

std::optional<Millis> signedLengthFrom(std::string_view text)
{
    constexpr std::string_view trueMinus = "\u2212", blanks = " \t";
    const auto trim = [&] { text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size())); };
    trim();
    bool isNegative = false;
    for (const std::string_view sign : {std::string_view{"-"}, trueMinus, std::string_view{"+"}})
        if (text.starts_with(sign)) {
            isNegative = sign != "+";
            text.remove_prefix(sign.size());
            break;
        }
    trim();
    if (text.empty() || text.front() == '-' || text.front() == '+')
        return {};
    const auto length = table::durationOf(text, {});
    if (!length)
        return {};
    return isNegative ? -*length : *length;
}

} // namespace lockstep

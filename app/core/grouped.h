#pragma once
#include <string>

namespace lockstep {

/// A count as people read it: "15", "1,000,000".
inline std::string grouped(long long count)
{
    std::string digits = std::to_string(count);
    const std::size_t begin = count < 0 ? 1 : 0;
    for (std::size_t at = digits.size(); at > begin + 3;)
        digits.insert(at -= 3, 1, ',');
    return digits;
}

} // namespace lockstep

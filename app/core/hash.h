#pragma once
#include <functional>
#include <string_view>

namespace lockstep {

/// One number for several values, equal where they are all equal.
template <class... Values> std::size_t combinedHash(const Values&... values)
{
    std::size_t hash = 0;
    ((hash = hash * 31 + std::hash<Values>{}(values)), ...);
    return hash;
}

/// One number for a list of values.
template <class List> std::size_t hashOfAll(const List& list)
{
    std::size_t hash = 0;
    for (const auto& value : list)
        hash = combinedHash(hash, value);
    return hash;
}

} // namespace lockstep
